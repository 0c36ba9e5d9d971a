"""Signs in a text: expressions that are only searched for where a word of theirs stands.

A search reads the whole text; to see that none of its words is there takes a look-up or two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

import attrs

_WORD = re.compile(r"\w+")
#: Texts whose words are kept: those of an article or two.
_KEPT = 64


@lru_cache(maxsize=_KEPT)
def read_words(text: str) -> frozenset[str]:
    """Return the words of a text in lower case."""
    return frozenset(_WORD.findall(text.lower()))


@attrs.frozen
class Sign:
    """An expression, and the words or parts of which every match holds one.

    ``words`` are in lower case, ``parts`` as written. Without a ``pattern`` they are the sign;
    without either the pattern is searched for anywhere. ``anywhere`` says that it needs no word.
    """

    words: frozenset[str]
    parts: tuple[str, ...]
    pattern: re.Pattern[str] | None
    anywhere: bool = attrs.field(init=False)

    @anywhere.default
    def _needs_no_word(self) -> bool:
        return bool(self.parts) or not self.words

    def stands_in(self, text: str, words: frozenset[str]) -> bool:
        """Say whether the sign stands in a text that has some words."""
        if self.words.isdisjoint(words) and not self._has_part(text):
            return False
        return self.pattern is None or self.pattern.search(text) is not None

    def _has_part(self, text: str) -> bool:
        if not self.parts:
            return not self.words
        return any(map(text.__contains__, self.parts))


def sign(words: str, pattern: str = "", flags: int = 0, *, parts: str = "") -> Sign:
    """Return a sign; ``words`` and ``parts`` stand between white space."""
    compiled = re.compile(pattern, flags) if pattern else None
    return Sign(frozenset(words.split()), tuple(parts.split()), compiled)


def find_signs(signs: Mapping[str, Sign], text: str, words: frozenset[str]) -> list[str]:
    """Return the names of the signs that stand in a text that has some words."""
    near = [
        (name, told)
        for name, told in signs.items()
        if told.anywhere or not told.words.isdisjoint(words)
    ]
    return [name for name, told in near if told.stands_in(text, words)]
