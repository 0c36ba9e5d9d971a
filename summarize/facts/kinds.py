"""Cut a chain of capitalised words into names and tell what kind each is, by its words alone."""

from __future__ import annotations

import re
from typing import Literal

import attrs

from summarize.facts.gazetteer import Gazetteer, gazetteer
from summarize.facts.surfaces import Surfaces, strip_possessive

NameKind = Literal["person", "place", "organisation", "group", "other"]
#: Small words that may stand inside a name.
CONNECTORS = frozenset("of de la du van von der den al bin ibn el da dos di le".split())
_SMALL = CONNECTORS | {"."}
ACRONYM = re.compile(r"[A-Z][A-Z0-9&.]{1,6}$")


@attrs.define(eq=False)
class Piece:
    """A name inside a chain, by tokens counted from the chain's first; ``kind`` None: unknown.

    ``word`` is the name without possessive if it is one token, else empty; ``length`` is that
    of its last token without possessive.
    """

    first: int
    last: int
    kind: NameKind | None
    guess: NameKind
    role: bool
    key: str
    word: str
    length: int


def _split_chain(chain: str) -> tuple[Piece, ...]:
    """Cut a chain into names: peoples, places and roles before a name are taken off it.

    "Peruvian Prime Minister Maria Lopez" gives a group and a person without role.
    """
    table = gazetteer()
    words = chain.split(" ")
    bare = tuple(map(strip_possessive, words))
    pieces: list[Piece] = []
    start, role = 0, False
    while start < len(words):
        known = known_kind(join_words(bare[start:]), table)
        if known is not None:
            pieces.append(_piece(bare, start, len(bare), known, known, role, table))
            return tuple(pieces)
        if _is_organisation(bare[start + 1 :], table):
            break
        step = _prefix(bare, start, table)
        if step:
            kind = known_kind(join_words(bare[start : start + step]), table)
            if kind is not None:
                pieces.append(_piece(bare, start, start + step, kind, kind, False, table))
            role = role or kind is None
            start += step
        else:
            break
    while start < len(words) and bare[start] in _SMALL:
        start += 1
    if start == len(words) or (len(words) - start == 1 and bare[start] in table.directions):
        return tuple(pieces)
    kind, guess = _guess_kind(bare[start:], role, table)
    pieces.append(_piece(bare, start, len(bare), kind, guess, role, table))
    return tuple(pieces)


#: The names in a chain, whose tokens are joined by single spaces.
split_chain = Surfaces(_split_chain)


def _prefix(words: tuple[str, ...], start: int, table: Gazetteer) -> int:
    """Return how many words to take off the front: a people, a place before a role, or roles."""
    if words[start] in table.roles:
        return 1 + (words[start + 1 : start + 2] == (".",))
    for length in range(min(3, len(words) - start - 1), 0, -1):
        end = start + length
        kind = known_kind(join_words(words[start:end]), table)
        if kind is None:
            continue
        if kind == "group" or words[end] in table.roles:
            return length
        if kind == "place" and len(words) - end > 1 and words[end] in table.first_names:
            return length
    if table.titles.isdisjoint(words[start:]):
        return 0
    return max(i for i, word in enumerate(words) if word in table.titles) + 1 - start


def _is_organisation(words: tuple[str, ...], table: Gazetteer) -> bool:
    """Tell whether the words after a first one end or hold an organisation's word, no person's."""
    if table.organisation_words.isdisjoint(words):
        return False
    return table.titles.isdisjoint(words[:-1])


def join_words(words: tuple[str, ...]) -> str:
    """Return the words of a name as one text."""
    return words[0] if len(words) == 1 else " ".join(words).replace(" .", ".")


def _piece(
    words: tuple[str, ...],
    first: int,
    last: int,
    kind: NameKind | None,
    guess: NameKind,
    role: bool,
    table: Gazetteer,
) -> Piece:
    key = table.canonical(join_words(words[first:last]))
    word = words[first] if last == first + 1 else ""
    return Piece(first, last, kind, guess, role, key, word, len(words[last - 1]))


def known_kind(text: str, table: Gazetteer) -> NameKind | None:
    """Return the kind that the tables give ``text``, or None."""
    if text in table.peoples or text in table.groups:
        return "group"
    if table.place(text) is not None:
        return "place"
    return "organisation" if text in table.organisations else None


def _guess_kind(
    words: tuple[str, ...], role: bool, table: Gazetteer
) -> tuple[NameKind | None, NameKind]:
    """Return the kind that a name's words give it, or None and a guess."""
    several = len(words) > 1
    if role:
        return "person", "person"
    if words[-1] in table.organisation_words or words[0] in table.organisation_words:
        return "organisation", "organisation"
    if several and words[0] in table.first_names:
        return "person", "person"
    if several and (words[-1] in table.place_words or words[0] in table.place_words):
        return "place", "place"
    if not table.organisation_words.isdisjoint(words) or ACRONYM.match(words[0]):
        return "organisation", "organisation"
    return None, "person" if words[0] in table.first_names else "other"
