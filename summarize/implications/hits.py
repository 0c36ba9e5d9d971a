"""Where triggers stand in a sentence: look-ups, no judgement yet."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import compress, count, pairwise
from typing import Protocol

from summarize.implications.patterns import Pattern, follow
from summarize.implications.reading import Tokens
from summarize.implications.triggers import Entry, Index, Node

#: How many tokens before a trigger an exception may start.
_REACH = 8


#: A trigger with its token range.
Hit = tuple[Entry, int, int]


class Indexed(Protocol):
    """A rule or a bank of them."""

    @property
    def index(self) -> Index:
        """Its triggers."""


def find_hits(rules: Indexed, tokens: Tokens) -> list[Hit]:
    """Return every trigger found in a sentence with its token range, in the index's order."""
    words, index, found = tokens.words, rules.index, list[Hit]()
    for i in compress(count(), map(index.words.__contains__, words)):
        node = index.words[words[i]]
        if node.done or not node.ahead.keys().isdisjoint(words[i + 1 : i + 1 + node.reach]):
            found += _go_on(node, words, i, i + 1)
    for i in compress(count(), map(index.pairs.__contains__, pairwise(words))):
        found += _go_on(index.pairs[words[i], words[i + 1]], words, i, i + 2)
    if len(found) > 1:
        found.sort(key=lambda hit: (hit[1], hit[0].place))
    return [hit for hit in found if not is_excepted(hit[0].exceptions, words, hit[1], hit[2])]


def _go_on(node: Node, words: list[str], start: int, position: int) -> list[Hit]:
    """Return the triggers that begin at ``start`` and go on at ``position`` as a node says."""
    found = [(entry, start, position) for entry in node.done]
    near = words[position : position + node.reach]
    if not node.ahead.keys().isdisjoint(near):
        for entry in _meet(node.ahead, near):
            end = follow(entry.rest, words, position, len(words))
            if end > 0:
                found.append((entry, start, end))
    return found


def _meet(ahead: Mapping[str, list[Entry]], near: list[str]) -> Collection[Entry]:
    """Return the triggers whose next word is among those near, each once."""
    met = [word for word in near if word in ahead]
    if len(met) == 1:
        return ahead[met[0]]
    return {entry.place: entry for word in met for entry in ahead[word]}.values()


def is_excepted(
    exceptions: Mapping[str, Sequence[Pattern]], words: Sequence[str], start: int, end: int
) -> bool:
    """Say whether what stands at ``[start, end)`` is one of a rule's exceptions."""
    first = max(0, start - _REACH)
    if not exceptions or exceptions.keys().isdisjoint(words[first:end]):
        return False
    return any(
        follow(pattern.steps[1:], words, i + 1, len(words)) > start
        for i in range(first, end)
        for pattern in exceptions.get(words[i], ())
    )
