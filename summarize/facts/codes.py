"""What is known of a word by itself, as one number: a text's words are looked up once."""

from __future__ import annotations

from functools import cache

import numpy as np

from summarize.facts.gazetteer import gazetteer
from summarize.facts.lexicon import lexicon
from summarize.facts.units import TIME_WORDS
from summarize.facts.words import CLASS_OF, PUNCT, SPEECH

#: A code is a word class, or QUOTE for a double quotation mark, plus HEAD for the first word of
#: a trigger, TIME for a word of time, CAPITAL if lower case changes the word, and NAME for a
#: capital that may begin a name.
QUOTE, HEAD, TIME, NAME, CAPITAL = 12, 16, 32, 64, 128
QUOTES = frozenset('"“”')
_CLASS = 15  # the bits of the class
_ARTICLES = ("al-", "el-", "Al-", "El-")


@cache
def _codes() -> dict[str, int]:
    codes = CLASS_OF | dict.fromkeys(QUOTES, QUOTE)
    for words, mark in ((lexicon().heads, HEAD), (TIME_WORDS, TIME)):
        for word in words:
            codes[word] = codes.get(word, 0) | mark
    return codes


def read_code(word: str) -> int:
    """Return the code of a word as written; 0 is a content word that means nothing further."""
    lower = word.lower()
    code = _codes().get(lower, 0)
    if lower == word:
        return code
    named = word[0].isupper() or (word[:3] in _ARTICLES and word[3:4].isupper())
    return code | CAPITAL | (NAME if named and word not in gazetteer().never else 0)


_CLASSES = bytes(PUNCT if code & _CLASS == QUOTE else code & _CLASS for code in range(256))


def read_classes(codes: bytes) -> list[int]:
    """Return the class of every word."""
    return list(codes.translate(_CLASSES))


def _mark(bits: int, value: int) -> bytes:
    return bytes(code & bits == value for code in range(256))


#: Tables that give 1 for the codes looked for, else 0.
HEADS, TIMES, NAMES, CAPITALS = (_mark(bit, bit) for bit in (HEAD, TIME, NAME, CAPITAL))
SPEECHES, MARKS = _mark(_CLASS, SPEECH), _mark(_CLASS, QUOTE)


def find_places(codes: bytes | bytearray, table: bytes) -> list[int]:
    """Return the places of the words whose code a table marks."""
    places: list[int] = np.frombuffer(codes.translate(table), bool).nonzero()[0].tolist()
    return places


def find_within(marked: bytes, first: int, last: int) -> list[int]:
    """Return the places of ones from ``first`` to ``last`` (exclusive), of which few are."""
    places = []
    at = marked.find(1, first, last)
    while at >= 0:
        places.append(at)
        at = marked.find(1, at + 1, last)
    return places
