"""What is known of a word by itself, as one number: a text's words are looked up once."""

from __future__ import annotations

from functools import cache
from itertools import compress, repeat

from summarize.facts.lexicon import lexicon
from summarize.facts.times import TIME_WORDS
from summarize.facts.words import CLASS_OF, PUNCT, SPEECH

#: A code is a word class, or QUOTE for a double quotation mark, plus HEAD for the first word of
#: a trigger and TIME for a word of time.
QUOTE, HEAD, TIME = 12, 16, 32
QUOTES = frozenset('"“”')
_CLASS = 15  # the bits of the class
_CLASSES = bytes(PUNCT if code & _CLASS == QUOTE else code & _CLASS for code in range(256))
_NOTED = bytes(code > _CLASS or code in (QUOTE, SPEECH) for code in range(256))


@cache
def _codes() -> dict[str, int]:
    codes = CLASS_OF | dict.fromkeys(QUOTES, QUOTE)
    for words, mark in ((lexicon().heads, HEAD), (TIME_WORDS, TIME)):
        for word in words:
            codes[word] = codes.get(word, 0) | mark
    return codes


def read_codes(lower: list[str]) -> bytes:
    """Return the code of every word; 0 is a content word that means nothing further."""
    return bytes(map(_codes().get, lower, repeat(0)))


def read_classes(codes: bytes) -> list[int]:
    """Return the class of every word."""
    return list(codes.translate(_CLASSES))


def find_notable(codes: bytes) -> tuple[list[int], list[int], list[int], list[int]]:
    """Return the places of words that may begin a trigger, of time, of speech, and of quotes."""
    heads, times, speech, quotes = [], [], [], []
    for at in compress(range(len(codes)), codes.translate(_NOTED)):
        code = codes[at]
        if code & HEAD:
            heads.append(at)
        if code & TIME:
            times.append(at)
        code &= _CLASS
        if code == SPEECH:
            speech.append(at)
        elif code == QUOTE:
            quotes.append(at)
    return heads, times, speech, quotes
