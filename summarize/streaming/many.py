"""Summaries of a stream of texts, in order, by one process or several."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from multiprocessing.reduction import ForkingPickler
from typing import Any

from summarize.document import Document
from summarize.errors import InvalidTypeError, InvalidValueError, SummarizeError, shorten
from summarize.scoring import Scorer
from summarize.selection.budget import Budget
from summarize.streaming.batches import (
    DEFAULT_BATCH_SIZE,
    Batch,
    Result,
    Summarizer,
    read_batches,
    summarize_items,
)
from summarize.streaming.workers import Pool
from summarize.summary import DEFAULT_DIVERSITY, summarize_batch

#: Batches sent ahead to each worker: one that it works on and one that waits.
_BATCHES_AHEAD = 2


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
    batches = read_batches(texts, batch_size)
    if workers == 1:
        return _run_here(run, batches)
    _check_importable(run, method)
    return _run_in_pool(run, batches, workers)


def _check_count(name: str, value: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidTypeError(f"{name} must be a whole number, got {shorten(value)}")
    if value < 1:
        raise InvalidValueError(f"{name} must be at least 1, got {value}")


def _check_arguments(run: Summarizer) -> None:
    """Raise now what every single text would fail with."""
    try:
        run([""])
    except SummarizeError:
        raise
    except Exception:  # a scorer of the caller's own may not like an empty text
        return


def _check_importable(run: Summarizer, method: str | Scorer) -> None:
    try:
        ForkingPickler.dumps(run)
    except Exception as error:
        raise InvalidTypeError(
            f"with workers > 1, method and options must be importable by name, got "
            f"{shorten(method)}: {error}; define the function at the top of a module"
        ) from error


def _run_here(run: Summarizer, batches: Iterator[Batch | Exception]) -> Iterator[Result]:
    for batch in batches:
        if isinstance(batch, Exception):
            raise batch
        yield from summarize_items(run, batch)


def _run_in_pool(
    run: Summarizer, batches: Iterator[Batch | Exception], workers: int
) -> Iterator[Result]:
    pool = Pool(run, workers)
    waiting: deque[tuple[Batch, Future[list[Result]]]] = deque()
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
