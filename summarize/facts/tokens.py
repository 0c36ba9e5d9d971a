"""One pass over a text: its words, their lower-case forms and where they start."""

from __future__ import annotations

import re
from itertools import accumulate

import attrs

from summarize.document import Document
from summarize.facts.surfaces import Surfaces
from summarize.text.chunks import split_chunks

# A word may hold inner points, hyphens, apostrophes and ampersands ("AT&T", "don't", "1,200")
# and an initialism its last point ("U.S."); anything else but white space is a token alone.
_TOKEN = re.compile(r"\w+(?:[.,'’\-&]\w+)*(?:(?<=\.[^\W\d_])\.)?|\S")


@attrs.frozen
class Tokens:
    """Parallel lists over the tokens of ``text``: as written, lower case, and first offset."""

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]

    def end(self, index: int) -> int:
        """Return the offset just after token ``index``."""
        return self.starts[index] + len(self.words[index])


def tokenise(text: str) -> Tokens:
    """Split ``text`` into tokens. Cost is linear, about 0.1 ms for 2,000 characters."""
    return _cut(text, *split_chunks(text))


def tokenise_document(document: Document) -> Tokens:
    """Split a document's text into tokens."""
    return _cut(document.text, document.chunks.words, document.chunks.starts)


def _cut(text: str, chunks: list[str], firsts: list[int]) -> Tokens:
    """Cut those chunks that are no plain words."""
    words: list[str] = []
    starts: list[int] = []
    done = 0
    for i, plain in enumerate(map(str.isalnum, chunks)):
        if plain:
            continue
        parts, steps = _parts[chunks[i]]
        if len(parts) > 1:
            words += chunks[done:i]
            words += parts
            starts += firsts[done:i]
            starts += [firsts[i] + step for step in steps]
            done = i + 1
    words += chunks[done:]
    starts += firsts[done:]
    return Tokens(text, words, list(map(str.lower, words)), starts)


def _find_parts(chunk: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    parts = tuple(_TOKEN.findall(chunk))
    return parts, tuple(accumulate(map(len, parts[:-1]), initial=0))


_parts = Surfaces(_find_parts)


def strip_possessive(word: str) -> str:
    """Return ``word`` without a final ``'s`` or apostrophe."""
    if word[-2:] in ("'s", "’s"):
        return word[:-2]
    return word[:-1] if word[-1:] in ("'", "’") else word
