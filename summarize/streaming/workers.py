"""Worker processes that summarise batches and end with their parent."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from weakref import WeakSet

from summarize.errors import SummarizeError
from summarize.streaming.batches import (
    Batch,
    Failure,
    Item,
    Result,
    Summarizer,
    describe_failure,
    summarize_items,
)


class Pool:
    """Worker processes, replaced when one of them dies.

    Every worker holds the reading end of a pipe whose writing end only this process
    has: when that closes, by :meth:`stop` or by this process's own end, they exit.
    """

    def __init__(self, run: Summarizer, workers: int) -> None:
        self._run, self._workers = run, workers
        self._executor: ProcessPoolExecutor | None = None
        self._ends: tuple[Connection, ...] = ()

    def submit(self, batch: Batch) -> Future[list[Result]]:
        """Send a batch to the workers."""
        executor = self._executor or self._start()
        try:
            with _blocked_interrupts():
                return executor.submit(_summarize_in_worker, batch)
        except BrokenProcessPool as error:
            failed: Future[list[Result]] = Future()
            failed.set_exception(error)
            return failed

    def collect(self, batch: Batch, future: Future[list[Result]]) -> list[Result]:
        """Return a batch's results; one that was lost with its worker goes text by text."""
        try:
            return future.result()
        except Exception:  # a worker died, or the batch holds something that can't be sent
            return [self._try_alone(item) for item in batch]

    def stop(self) -> None:
        """End the processes at once, whatever they are at."""
        for end in self._ends:
            end.close()
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
        self._executor, self._ends = None, ()

    def _start(self) -> ProcessPoolExecutor:
        _stop_at_exit(self)
        context = get_context("spawn")
        self._ends = context.Pipe(duplex=False)
        executor = self._executor = ProcessPoolExecutor(
            self._workers, context, _prepare_worker, (self._ends[0], self._run)
        )
        try:
            with _blocked_interrupts():
                started = executor.submit(_summarize_in_worker, [])
            started.result()
        except BrokenProcessPool as error:
            raise SummarizeError(
                "worker processes can't start; a script that uses workers > 1 must "
                'call it under `if __name__ == "__main__":`'
            ) from error
        return executor

    def _try_alone(self, item: Item) -> Result:
        try:
            return self._send_alone(item)
        except BrokenProcessPool:  # it may have met a pool that was broken before it came
            self.stop()
        except Exception as error:
            return describe_failure(item[0], error)
        try:
            return self._send_alone(item)
        except BrokenProcessPool:
            self.stop()
            return Failure(item[0], "the worker process died on this text", "BrokenProcessPool")

    def _send_alone(self, item: Item) -> Result:
        return self.submit([item]).result()[0]


_pools: WeakSet[Pool] = WeakSet()


def _stop_at_exit(pool: Pool) -> None:
    """End a pool that its program leaves open, say by an interrupt between two results.

    The interpreter's own exit would wait for all work that was sent. Only threading's
    private hook runs before that wait; without it, the exit is as slow as the work.
    """
    if not _pools and hasattr(threading, "_register_atexit"):
        threading._register_atexit(_stop_all)
    _pools.add(pool)


def _stop_all() -> None:
    for pool in list(_pools):
        pool.stop()


@contextmanager
def _blocked_interrupts() -> Iterator[None]:
    """Let processes that are started meanwhile inherit a blocked SIGINT.

    A terminal sends it to all processes; this one ends the others. One that is still
    starting would print a traceback of its own.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_prepared: list[Summarizer] = []


def _prepare_worker(lifeline: Connection, run: Summarizer) -> None:
    """Leave interrupts to the parent process, and end when it says so or ends itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_exit_at_end, args=(lifeline,), daemon=True).start()
    _prepared.append(run)


def _exit_at_end(lifeline: Connection) -> None:
    lifeline.poll(None)  # nothing is ever sent: it returns when the other end closes
    os._exit(1)


def _summarize_in_worker(batch: Batch) -> list[Result]:
    return summarize_items(_prepared[0], batch) if batch else []
