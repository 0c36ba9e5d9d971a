"""What is known of a word by itself, as one number: a text's words are looked up once."""

from __future__ import annotations

from functools import cache

import numpy as np

from summarize.facts.gazetteer import gazetteer
from summarize.facts.lexicon import lexicon
from summarize.facts.units import TIME_WORDS, may_start
from summarize.facts.words import (
    ADV,
    AUX,
    CLASS_OF,
    CONTENT,
    DET,
    OPENING_WORDS,
    PREP,
    PRON,
    PUNCT,
    REL,
    SPEECH,
    SUB,
)

#: A code is a word class, or what is told apart in it (QUOTE: a double quotation mark, OPENING: a
#: preposition that opens a clause, NUMBER: a content word that may begin a quantity), plus HEAD
#: for the first word of a trigger, TIME for a word of time, CAPITAL if lower case changes the
#: word, and NAME for a capital that may begin a name.
QUOTE, OPENING, NUMBER = 12, 13, 14
HEAD, TIME, NAME, CAPITAL = 16, 32, 64, 128
QUOTES = frozenset('"“”')
BREAK = "\n"  # the token between two texts
_CLASS = 15  # the bits of the class
_ARTICLES = ("al-", "el-", "Al-", "El-")


@cache
def _codes() -> dict[str, int]:
    codes = CLASS_OF | dict.fromkeys(QUOTES, QUOTE) | {BREAK: PUNCT}
    codes |= {word: OPENING for word in OPENING_WORDS if codes[word] == PREP}
    for words, mark in ((lexicon().heads, HEAD), (TIME_WORDS, TIME)):
        for word in words:
            codes[word] = codes.get(word, 0) | mark
    return codes


def read_code(word: str) -> int:
    """Return the code of a word as written; 0 is a content word that means nothing further."""
    lower = word.lower()
    code = _codes().get(lower, 0)
    if code & _CLASS == CONTENT and may_start(lower):
        code |= NUMBER
    if lower == word:
        return code
    named = word[0].isupper() or (word[:3] in _ARTICLES and word[3:4].isupper())
    return code | CAPITAL | (NAME if named and word not in gazetteer().never else 0)


_PARTS = {QUOTE: PUNCT, OPENING: PREP, NUMBER: CONTENT}
_CLASSES = bytes(_PARTS.get(code & _CLASS, code & _CLASS) for code in range(256))


def read_classes(codes: bytes) -> list[int]:
    """Return the class of every word."""
    return list(codes.translate(_CLASSES))


def _mark(bits: int, *values: int) -> bytes:
    return bytes(code & bits in values for code in range(256))


#: Tables that give 1 for the codes looked for, else 0. OPENERS are words that may open
#: a clause, NUMBERS all that may begin a quantity (and others of their classes).
HEADS, TIMES, NAMES, CAPITALS = (_mark(bit, bit) for bit in (HEAD, TIME, NAME, CAPITAL))
SPEECHES, MARKS = _mark(_CLASS, SPEECH), _mark(_CLASS, QUOTE)
OPENERS = _mark(_CLASS, PUNCT, QUOTE, SUB, REL, OPENING)
NUMBERS = _mark(_CLASS, NUMBER, DET, PRON, AUX, ADV)
#: Capitals that may be a month: words of time, and words that mean nothing further ("May's").
MONTHS = bytes(
    code == CAPITAL or code & (NAME | CAPITAL | TIME) == CAPITAL | TIME for code in range(256)
)


_SHORT = 32  # for fewer words an array takes longer (measured)


def find_places(codes: bytes | bytearray, table: bytes) -> list[int]:
    """Return the places of the words whose code a table marks."""
    if len(codes) < _SHORT:
        return find_within(codes.translate(table), 0, len(codes))
    places: list[int] = np.frombuffer(codes.translate(table), bool).nonzero()[0].tolist()
    return places


_NONE: list[int] = []


def find_within(marked: bytes | bytearray, first: int, last: int) -> list[int]:
    """Return the places of ones from ``first`` to ``last`` (exclusive), of which few are."""
    at = marked.find(1, first, last)
    if at < 0:
        return _NONE
    places = []
    while at >= 0:
        places.append(at)
        at = marked.find(1, at + 1, last)
    return places
