"""Code points of a text as bytes: one class and one lower-case byte for each.

Arrays have one entry a code point, so an index into them is an offset into the
text. Latin-1 characters go through two 256-byte tables (``bytes.translate``
runs at memory speed); any wider character is looked up once for each distinct
code point and patched in.
"""

from __future__ import annotations

import sys
import unicodedata
from functools import cache

import attrs
import numpy as np
from numpy.typing import NDArray

WORD, SPACE, STOP, CLOSER, NEWLINE, UPPER, APOSTROPHE, DIGIT = (1 << bit for bit in range(8))
#: A stop that needs no white space behind it (。！？): no other character has both bits.
FULLWIDTH_STOP = STOP | DIGIT

_STOPS = frozenset(".!?…؟۔।‽")
_FULLWIDTH_STOPS = frozenset("。！？｡")
_CLOSERS = frozenset("\"'”’»)]}›」』）】*_")
_NEWLINES = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
_APOSTROPHES = frozenset("'’ʼ")
#: Zero bytes behind the text, so that eight bytes can be read at any offset.
PADDING = 8
#: Stands in the lower-case bytes for a character outside Latin-1.
WIDE = 1


@cache
def classify(code: int) -> int:
    """Return the class bits of one code point."""
    char = chr(code)
    if char in _FULLWIDTH_STOPS:
        return FULLWIDTH_STOP
    category = unicodedata.category(char)
    bits = 0
    if char.isalnum() or category[0] == "M" or char == "_":
        bits |= WORD
    if char.isspace():
        bits |= SPACE
    if char in _STOPS:
        bits |= STOP
    if char in _CLOSERS:
        bits |= CLOSER
    if char in _NEWLINES:
        bits |= NEWLINE
    if char.isupper() or category == "Lt":
        bits |= UPPER
    if char in _APOSTROPHES:
        bits |= APOSTROPHE
    if char.isdecimal():
        bits |= DIGIT
    return bits


@cache
def lower_code(code: int) -> int:
    """Return the code point's lower case if that is one code point, else the code point."""
    char = chr(code)
    if char in _APOSTROPHES:
        return ord("'")
    lowered = char.lower()
    return ord(lowered) if len(lowered) == 1 else code


@cache
def _latin_tables() -> tuple[bytes, bytes]:
    lowered = (lower_code(code) for code in range(256))
    return bytes(map(classify, range(256))), bytes(code if code < 256 else WIDE for code in lowered)


@cache
def _wide_table() -> NDArray[np.uint64]:
    """Every code point's lower case and class bits in one number, 0 until it is first met.

    Of its 9 MB the system holds only the pages of scripts that have been met.
    """
    return np.zeros(sys.maxunicode + 1, np.uint64)


def _look_up(codes: NDArray[np.uint32]) -> NDArray[np.uint64]:
    table = _wide_table()
    found = table[codes]
    new = (found == 0).nonzero()[0]
    if len(new):
        for code in set(codes[new].tolist()):
            table[code] = lower_code(code) << 8 | classify(code)
        found = table[codes]
    return found


@attrs.frozen(eq=False)
class Characters:
    """A text's code points as arrays.

    ``classes`` is uint8, shape (n,): the bits above. ``lowered`` is uint8, shape
    (n + PADDING,): the lower-case Latin-1 byte, or ``WIDE``. ``wide_at`` and
    ``wide_codes`` give offset and lower-case code point of every wide character.
    """

    text: str
    classes: NDArray[np.uint8]
    lowered: NDArray[np.uint8]
    wide_at: NDArray[np.int64]
    wide_codes: NDArray[np.uint64]


_NOWHERE, _NO_CODES = np.empty(0, np.int64), np.empty(0, np.uint64)


def read_characters(text: str) -> Characters:
    """Return the classes and lower-case bytes of ``text``; linear, about 1 ns a character.

    Lone surrogates are characters of no class.
    """
    class_table, lower_table = _latin_tables()
    data = text.encode("latin-1", "replace")
    classes = np.frombuffer(data.translate(class_table), np.uint8)
    lowered = np.frombuffer(data.translate(lower_table) + bytes(PADDING), np.uint8)
    if text.isascii():
        return Characters(text, classes, lowered, _NOWHERE, _NO_CODES)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    at = (codes > 255).nonzero()[0]
    if not len(at):
        return Characters(text, classes, lowered, _NOWHERE, _NO_CODES)
    found = _look_up(codes[at])
    classes, lowered = classes.copy(), lowered.copy()
    classes[at], wide = found & 255, found >> np.uint64(8)
    lowered[at] = np.where(wide < 256, wide, WIDE)
    really = wide > 255
    return Characters(text, classes, lowered, at[really], wide[really])
