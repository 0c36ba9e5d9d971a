"""Batches of a stream of texts, and what becomes of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from summarize.document import Document
from summarize.errors import InvalidTypeError
from summarize.summary import Summary, check_text

#: Texts in a batch, and characters at which it is closed before: large enough that the cost
#: of a call no longer shows, small enough that its columns take some tens of megabytes.
DEFAULT_BATCH_SIZE = 128
_CHARACTERS_MAX = 256 * 1024


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
Item = tuple[int, str | Document | InvalidTypeError]
Batch = list[Item]
Summarizer = Callable[[Sequence[str | Document]], list[Summary]]


def read_batches(texts: Iterable[str | Document], batch_size: int) -> Iterator[Batch | Exception]:
    """Cut the stream into batches; an error of the stream itself comes last, as a value."""
    batch: Batch = []
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


def _read_items(texts: Iterable[str | Document]) -> Iterator[Item | Exception]:
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


def _measure(item: Item) -> int:
    text = item[1].text if isinstance(item[1], Document) else item[1]
    return len(text) if isinstance(text, str) else 0


def summarize_items(run: Summarizer, batch: Batch) -> list[Result]:
    """Summarise a batch at once, or text by text if one of them fails."""
    try:
        return list(run([_unwrap(text) for _, text in batch]))
    except Exception as error:
        if len(batch) == 1:
            return [describe_failure(batch[0][0], error)]
    return [result for item in batch for result in summarize_items(run, [item])]


def _unwrap(text: str | Document | InvalidTypeError) -> str | Document:
    if isinstance(text, InvalidTypeError):
        raise text
    return text


def describe_failure(index: int, error: Exception) -> Failure:
    """Return the failure of the text at ``index``."""
    return Failure(index, str(error), type(error).__name__)
