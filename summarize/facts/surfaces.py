"""What is worked out for a word as it is written is kept, for words come again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
#: Forms kept at most: those of some two hundred news articles, a few megabytes.
MOST = 1 << 15


class Surfaces(dict[str, Value]):
    """A value for every form looked up, made when the form is first seen.

    A full table is emptied and fills anew. A value must depend on its form alone, so that what
    is kept changes no result; threads may share a table.
    """

    __slots__ = ("_make",)

    def __init__(self, make: Callable[[str], Value]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, form: str) -> Value:
        if len(self) >= MOST:
            self.clear()
        self[form] = value = self._make(form)
        return value


def strip_possessive(word: str) -> str:
    """Return ``word`` without a final ``'s`` or apostrophe."""
    if word[-2:] in ("'s", "’s"):
        return word[:-2]
    return word[:-1] if word[-1:] in ("'", "’") else word
