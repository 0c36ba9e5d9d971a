"""One mention of a name while names are being found, and texts in lower case."""

from __future__ import annotations

import attrs

from summarize.document import Span
from summarize.facts.gazetteer import Gazetteer
from summarize.facts.kinds import NameKind
from summarize.facts.surfaces import strip_possessive
from summarize.facts.tokens import Tokens


@attrs.define(eq=False)
class Mention:
    """Tokens ``first`` to ``last`` (exclusive) that name something.

    ``key`` is the compared form. ``role`` tells that a role stood before it, ``long_form`` is
    the long name if it is the short form in "Long Name (LN)", ``entity`` numbers what it names.
    """

    first: int
    last: int
    sentence: int
    text: str
    kind: NameKind
    role: bool
    key: str
    long_form: Mention | None = None
    entity: int = -1

    def span(self, tokens: Tokens) -> Span:
        """Return where the mention stands, without a possessive."""
        start = tokens.starts[self.first]
        return Span(start, start + len(self.text))


def find_without_capitals(
    tokens: Tokens, ranges: list[tuple[int, int]], table: Gazetteer, begin: int, end: int
) -> list[Mention]:
    """Return the places and peoples of a text in lower case that are no ordinary words.

    Sentences that begin before token ``begin``, or at ``end`` or later, are left out.
    """
    found: list[Mention] = []
    for index, (first, last) in enumerate(ranges):
        at = first if begin <= first < end else last
        while at < last:
            step = next((n for n in (3, 2, 1) if _is_known(tokens, at, n, last, table)), 0)
            if step:
                words = tokens.words[at : at + step]
                text = strip_possessive(
                    tokens.source(at)[tokens.starts[at] : tokens.end(at + step - 1)]
                )
                kind: NameKind = "group" if step == 1 and table.people(words[0]) else "place"
                key = table.canonical(strip_possessive(" ".join(words)))
                found.append(Mention(at, at + step, index, text, kind, False, key))
            at += step or 1
    return found


def _is_known(tokens: Tokens, at: int, length: int, last: int, table: Gazetteer) -> bool:
    """Tell whether ``length`` lower-case tokens name a place or people and mean nothing else."""
    if at + length > last:
        return False
    word = strip_possessive(" ".join(tokens.words[at : at + length]))
    if length == 1 and (word in table.lower_words or len(word) < 4):
        return False
    return word in table.places or (length == 1 and table.people(word) is not None)
