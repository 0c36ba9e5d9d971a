"""Line breaks: which ones end a paragraph and which ones only wrap a line."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from summarize.text.characters import NEWLINE, STOP, Characters

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

#: Plain text is wrapped at 60 to 80 columns by habit; wider lines are whole paragraphs.
_WRAP_WIDTHS = (45, 130)
#: Share of a block's line breaks that must look wrapped before any of them is believed.
_WRAPPED_SHARE = 2 / 3
_BULLETS = frozenset("-*•–—·▪‣◦●")


def _count_newlines(characters: Characters, chunk_ends: Integers) -> Integers:
    """Return the line breaks in every gap; a carriage return with its line feed is one."""
    at = (characters.classes & NEWLINE != 0).nonzero()[0]
    if "\r" in characters.text:
        lowered = characters.lowered
        at = at[(lowered[at] != ord("\r")) | (lowered[at + 1] != ord("\n"))]
    ended = chunk_ends.searchsorted(at, "right")  # chunks that end before; none or all: in no gap
    return np.bincount(ended, minlength=len(chunk_ends) + 1)[1:-1]


def _starts_item(chunk: str) -> bool:
    """Tell whether a line's first word is a bullet or an enumerator."""
    if chunk in _BULLETS or chunk[0] in "•▪‣◦●":
        return True
    return len(chunk) < 5 and chunk[-1] in ".)" and chunk[:-1].isdecimal()


def _find_wrapped(lengths: Integers, first_words: Integers, blocks: Integers) -> Flags:
    """Tell for every line but the last whether its end looks like greedy wrapping.

    Greedy wrapping breaks a line only where the next word would not have fitted
    into the width, here the longest line between two blank lines.
    """
    first_line = np.concatenate(([True], blocks[1:] != blocks[:-1])).nonzero()[0]
    width = np.maximum.reduceat(lengths, first_line)[blocks][:-1]
    inner = blocks[1:] == blocks[:-1]
    full = inner & (lengths[:-1] + 1 + first_words[1:] > width)
    full &= (width >= _WRAP_WIDTHS[0]) & (width <= _WRAP_WIDTHS[1])
    breaks = np.bincount(blocks[:-1], weights=inner, minlength=blocks[-1] + 1)
    hits = np.bincount(blocks[:-1], weights=full, minlength=blocks[-1] + 1)
    believed = (breaks >= 2) & (hits >= _WRAPPED_SHARE * breaks)
    wrapped: Flags = full & believed[blocks[:-1]]
    return wrapped


def line_boundaries(characters: Characters, chunk_starts: Integers, chunk_ends: Integers) -> Flags:
    """Tell for every gap between two chunks of non-space whether it ends a paragraph.

    A blank line always does; a single line break does unless the line was
    wrapped, or the next line starts in lower case and this one has no stop.
    """
    if len(chunk_starts) < 2:
        return np.zeros(0, bool)
    text, classes = characters.text, characters.classes
    newlines = _count_newlines(characters, chunk_ends)
    hard = newlines >= 2
    breaks = (newlines != 0).nonzero()[0]
    single = newlines[breaks] == 1
    if not len(single.nonzero()[0]):
        return hard
    first = np.concatenate(([0], breaks + 1))
    last = np.concatenate((breaks, [len(chunk_starts) - 1]))
    lengths = chunk_ends[last] - chunk_starts[first]
    words = chunk_ends[first] - chunk_starts[first]
    blocks = np.concatenate(([0], np.cumsum(~single)))
    wrapped = _find_wrapped(lengths, words, blocks)
    # A line that ends with a stop and was not wrapped ends its paragraph: most do.
    stopped = (classes[chunk_ends[last[:-1]] - 1] & STOP) != 0
    hard[breaks[single & stopped & ~wrapped]] = True
    for line in (single & ~(stopped & ~wrapped)).nonzero()[0].tolist():
        start, end = int(chunk_starts[first[line + 1]]), int(chunk_ends[first[line + 1]])
        continues = wrapped[line] or text[start].islower()
        hard[breaks[line]] = not continues or _starts_item(text[start : min(end, start + 5)])
    return hard
