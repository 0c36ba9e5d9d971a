"""Texts cut into tokens: each distinct run of characters between spaces once."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import accumulate, chain, count

import attrs
import numpy as np

from summarize.support.index import Ints, ranges
from summarize.support.words import TOKEN, clean

#: A number that spaces may break ("1. 3 million", "1 , 500", "5 per cent") up to the next space.
_BROKEN = re.compile(
    r"\d(?: [.,] ?(?=\d)|[.,] (?=\d)| (?=[mb]illion|trillion|per ?cent|%|[mb]n\b)(?:per )?)"
)
#: Stands for a space at which a text is not cut.
_JOINT = "\0"
#: Chunks of this length and more (texts without spaces) are not remembered.
_LONG = 64


class Vocabulary(defaultdict[str, int]):
    """Numbers strings in order of first sight."""

    def __init__(self) -> None:
        super().__init__(count().__next__)

    def read(self, strings: Sequence[str]) -> Ints:
        """Return the number of every string, new ones included."""
        return np.fromiter(map(self.__getitem__, strings), np.int64, len(strings))


@attrs.frozen(eq=False)
class Tokens:
    """Tokens of several texts: surface number, place in its own text, text number."""

    word: Ints
    start: Ints
    end: Ints
    text: Ints


def tokenise(texts: Sequence[str], vocabulary: Vocabulary) -> Tokens:
    """Cut all texts into tokens. Cost is linear, the pattern's that of what was not seen before."""
    joined = "\n".join(map(clean, texts)).replace(_JOINT, "\1")
    kept = _BROKEN.sub(lambda match: match[0].replace(" ", _JOINT), joined)
    chunks = kept.replace("\n", " ").split(" ")
    distinct = Vocabulary()
    chunk = distinct.read(chunks)
    cuts = [_cut(each) if len(each) < _LONG else cut(each) for each in distinct]
    surfaces, places = zip(*cuts, strict=True)
    words = vocabulary.read(list(chain.from_iterable(surfaces)))
    bounds = np.frombuffer(b"".join(places), np.int64).reshape(-1, 2)
    sizes = _measure(surfaces)
    widths = _measure(distinct)[chunk] + 1
    counts = sizes[chunk]
    at = ranges((np.cumsum(sizes) - sizes)[chunk], counts)
    shift = np.repeat(np.cumsum(widths) - widths, counts)
    start, end = bounds[at, 0] + shift, bounds[at, 1] + shift
    lengths = _measure(texts) + 1
    offsets = np.cumsum(lengths) - lengths
    held = np.diff(np.append(np.searchsorted(start, offsets), len(start)))
    text, offset = np.repeat(np.arange(len(texts)), held), np.repeat(offsets, held)
    return Tokens(words[at], start - offset, end - offset, text)


def _measure(pieces: Collection[Sequence[str]]) -> Ints:
    return np.fromiter(map(len, pieces), np.int64, len(pieces))


def cut(chunk: str) -> tuple[tuple[str, ...], bytes]:
    """Return the tokens of a chunk, and their bounds in it as the bytes of 64-bit integers."""
    parts = TOKEN.split(chunk.replace(_JOINT, " "))
    return tuple(parts[1::2]), array("q", list(accumulate(map(len, parts)))[:-1]).tobytes()


_cut = lru_cache(maxsize=200_000)(cut)
