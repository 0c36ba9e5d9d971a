"""Summaries of a stream of texts, in order, by one process or several."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from threading import Thread
from typing import Any

import attrs

from summarize.document import Document
from summarize.errors import InvalidTypeError, InvalidValueError, SummarizeError, shorten
from summarize.scoring import Scorer
from summarize.selection.budget import Budget
from summarize.summary import DEFAULT_DIVERSITY, Summary, check_text, summarize_batch

#: Texts in a batch, and characters at which it is closed before: large enough that the cost
#: of a call no longer shows, small enough that its columns take some tens of megabytes.
DEFAULT_BATCH_SIZE = 128
_CHARACTERS_MAX = 256 * 1024
#: Batches sent ahead to each worker: one that it works on and one that waits.
_BATCHES_AHEAD = 2


@attrs.frozen
class Failure:
    """What stands in the place of a summary that could not be made.

    ``index`` is the text's place in the input, from 0; ``reason`` the error's
    message; ``error_type`` the name of its class.
    """

    index: int
    reason: str
    error_type: str


Result = Summary | Failure
_Item = tuple[int, str | Document | InvalidTypeError]
_Batch = list[_Item]
_Summarizer = Callable[[Sequence[str | Document]], list[Summary]]


def summarize_many(
    texts: Iterable[str | Document],
    *,
    method: str | Scorer = "auto",
    sentences: int | None = None,
    words: int | None = None,
    characters: int | None = None,
    ratio: float | None = None,
    limit: float | None = None,
    length: Callable[[str], float] | None = None,
    query: str | None = None,
    diversity: float = DEFAULT_DIVERSITY,
    language: str = "en",
    workers: int = 1,
    batch_size: int = DEFAULT_BATCH_SIZE,
    **options: Any,
) -> Iterator[Result]:
    """Summarise a stream of texts; results come in input order and equal :func:`summarize`'s.

    A text that fails (it is not a str or a Document, or the scorer raises) gives a
    :class:`Failure` in its place, and the rest goes on. Texts are read in batches of
    up to ``batch_size``, a few batches ahead of the results, so memory does not grow
    with the stream; a batch of 1 gives every result as early as can be, at eight times
    the cost. If reading ``texts`` raises, the results of what was read come first.

    ``workers`` above 1 starts so many processes ("spawn"; a script needs the usual
    ``if __name__ == "__main__":``, functions of your own must be importable by name).
    They end with the iterator, also when it is closed early. Wrong arguments raise at
    the call, as :func:`summarize` does. Starting a worker costs about half a second.
    """
    if isinstance(texts, str | Document) or not isinstance(texts, Iterable):
        raise InvalidTypeError(
            f"texts must be an iterable of texts, got {type(texts).__name__} {shorten(texts)}; "
            "for a single text call summarize()"
        )
    if query is not None:
        options["query"] = query
    budget = Budget(sentences, words, characters, ratio, limit, length)
    run = partial(
        summarize_batch,
        method=method,
        budget=budget,
        diversity=diversity,
        language=language,
        **options,
    )
    _check_count("workers", workers)
    _check_count("batch_size", batch_size)
    _check_arguments(run)
    batches = _read_batches(texts, batch_size)
    if workers == 1:
        return _run_here(run, batches)
    _check_importable(run, method)
    return _run_in_pool(run, batches, workers)


def _check_count(name: str, value: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidTypeError(f"{name} must be a whole number, got {shorten(value)}")
    if value < 1:
        raise InvalidValueError(f"{name} must be at least 1, got {value}")


def _check_arguments(run: _Summarizer) -> None:
    """Raise now what every single text would fail with."""
    try:
        run([""])
    except SummarizeError:
        raise
    except Exception:  # a scorer of the caller's own may not like an empty text
        return


def _check_importable(run: _Summarizer, method: str | Scorer) -> None:
    try:
        ForkingPickler.dumps(run)
    except Exception as error:
        raise InvalidTypeError(
            f"with workers > 1, method and options must be importable by name, got "
            f"{shorten(method)}: {error}; define the function at the top of a module"
        ) from error


def _read_batches(texts: Iterable[str | Document], batch_size: int) -> Iterator[_Batch | Exception]:
    """Cut the stream into batches; an error of the stream itself comes last, as a value."""
    batch: _Batch = []
    size = 0
    for item in _read_items(texts):
        length = 0 if isinstance(item, Exception) else _measure(item)
        full = len(batch) == batch_size or size + length > _CHARACTERS_MAX
        if batch and (full or isinstance(item, Exception)):
            yield batch
            batch, size = [], 0
        if isinstance(item, Exception):
            yield item
            return
        batch.append(item)
        size += length
    if batch:
        yield batch


def _read_items(texts: Iterable[str | Document]) -> Iterator[_Item | Exception]:
    """Yield numbered texts, with the error in the place of what is none."""
    items = enumerate(texts)
    while True:
        try:
            index, text = next(items)
        except StopIteration:
            return
        except Exception as error:
            yield error
            return
        try:
            check_text(text)
        except InvalidTypeError as error:
            yield index, error
        else:
            yield index, text


def _measure(item: _Item) -> int:
    text = item[1].text if isinstance(item[1], Document) else item[1]
    return len(text) if isinstance(text, str) else 0


def _run_here(run: _Summarizer, batches: Iterator[_Batch | Exception]) -> Iterator[Result]:
    for batch in batches:
        if isinstance(batch, Exception):
            raise batch
        yield from _summarize(run, batch)


def _summarize(run: _Summarizer, batch: _Batch) -> list[Result]:
    """Summarise a batch at once, or text by text if one of them fails."""
    try:
        return list(run([_unwrap(text) for _, text in batch]))
    except Exception as error:
        if len(batch) == 1:
            return [_describe(batch[0][0], error)]
    return [result for item in batch for result in _summarize(run, [item])]


def _unwrap(text: str | Document | InvalidTypeError) -> str | Document:
    if isinstance(text, InvalidTypeError):
        raise text
    return text


def _describe(index: int, error: Exception) -> Failure:
    return Failure(index, str(error), type(error).__name__)


def _run_in_pool(
    run: _Summarizer, batches: Iterator[_Batch | Exception], workers: int
) -> Iterator[Result]:
    pool = _Pool(run, workers)
    waiting: deque[tuple[_Batch, Future[list[Result]]]] = deque()
    broken: Exception | None = None
    try:
        for batch in batches:
            if isinstance(batch, Exception):
                broken = batch
                break
            waiting.append((batch, pool.submit(batch)))
            if len(waiting) > workers * _BATCHES_AHEAD:
                yield from pool.collect(*waiting.popleft())
        while waiting:
            yield from pool.collect(*waiting.popleft())
        if broken:
            raise broken
    finally:
        pool.stop()


class _Pool:
    """Worker processes, replaced when one of them dies.

    Every worker holds the reading end of a pipe whose writing end only this process
    has: when that closes, by :meth:`stop` or by this process's own end, they exit.
    """

    def __init__(self, run: _Summarizer, workers: int) -> None:
        self._run, self._workers = run, workers
        self._executor: ProcessPoolExecutor | None = None
        self._ends: tuple[Connection, ...] = ()

    def submit(self, batch: _Batch) -> Future[list[Result]]:
        """Send a batch to the workers."""
        executor = self._executor or self._start()
        try:
            with _blocked_interrupts():
                return executor.submit(_summarize_in_worker, batch)
        except BrokenProcessPool as error:
            failed: Future[list[Result]] = Future()
            failed.set_exception(error)
            return failed

    def collect(self, batch: _Batch, future: Future[list[Result]]) -> list[Result]:
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

    def _try_alone(self, item: _Item) -> Result:
        try:
            return self._send_alone(item)
        except BrokenProcessPool:  # it may have met a pool that was broken before it came
            self.stop()
        except Exception as error:
            return _describe(item[0], error)
        try:
            return self._send_alone(item)
        except BrokenProcessPool:
            self.stop()
            return Failure(item[0], "the worker process died on this text", "BrokenProcessPool")

    def _send_alone(self, item: _Item) -> Result:
        return self.submit([item]).result()[0]


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


_prepared: list[_Summarizer] = []


def _prepare_worker(lifeline: Connection, run: _Summarizer) -> None:
    """Leave interrupts to the parent process, and end when it says so or ends itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_exit_at_end, args=(lifeline,), daemon=True).start()
    _prepared.append(run)


def _exit_at_end(lifeline: Connection) -> None:
    lifeline.poll(None)  # nothing is ever sent: it returns when the other end closes
    os._exit(1)


def _summarize_in_worker(batch: _Batch) -> list[Result]:
    return _summarize(_prepared[0], batch) if batch else []
