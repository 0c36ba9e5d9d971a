"""Triggers, by which an event of a rule is found, and where each goes on behind its first words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import product

import attrs

from summarize.implications.patterns import Pattern, Step

#: Patterns of what is no trigger although it looks like one, by the spellings of their first word.
Exceptions = Mapping[str, Sequence[Pattern]]


@attrs.frozen
class Trigger:
    """A pattern and the noun that it gives the premise (empty: the matched words).

    ``bases`` are the spellings that could be a noun as well as a verb; ``bound``
    says that the preposition must stand behind the matched words.
    """

    pattern: Pattern
    kind: str
    noun: str
    preposition: str
    bases: frozenset[str]
    bound: bool = False


@attrs.frozen(eq=False)
class Entry:
    """A trigger in an index, with its place there and that of its rule in the bank.

    ``rest`` are the steps behind those that the index looks up.
    """

    rule: int
    trigger: Trigger
    place: int
    rest: tuple[Step, ...]
    exceptions: Exceptions


@attrs.define(eq=False)
class Node:
    """How triggers go on behind the word or the two words read so far.

    ``done`` are those that end here; ``ahead`` has the others under every spelling of their next
    word, which is one of the next ``reach``.
    """

    done: list[Entry] = attrs.field(factory=list)
    ahead: dict[str, list[Entry]] = attrs.field(factory=dict)
    reach: int = 0

    def file(self, entry: Entry) -> None:
        """File a trigger."""
        if not entry.rest:
            self.done.append(entry)
            return
        step = entry.rest[0]
        self.reach = max(self.reach, step.gap + 1)
        for word in step.words:
            self.ahead.setdefault(word, []).append(entry)


@attrs.frozen(eq=False)
class Index:
    """Triggers by their first word or, if the second must follow at once, by these two."""

    words: dict[str, Node] = attrs.field(factory=dict)
    pairs: dict[tuple[str, str], Node] = attrs.field(factory=dict)

    def file(self, place: int, rule: int, trigger: Trigger, exceptions: Exceptions) -> None:
        """File a trigger under its first words."""
        first, *more = trigger.pattern.steps
        if more and not more[0].gap:
            entry = Entry(rule, trigger, place, tuple(more[1:]), exceptions)
            for pair in product(first.words, more[0].words):
                self.pairs.setdefault(pair, Node()).file(entry)
        else:
            entry = Entry(rule, trigger, place, tuple(more), exceptions)
            for word in first.words:
                self.words.setdefault(word, Node()).file(entry)


#: A trigger with the number of its rule and what the rule excepts.
Listed = tuple[int, Trigger, Exceptions]


@attrs.frozen(eq=False, slots=False)
class Group:
    """Triggers that are looked for together."""

    listed: tuple[Listed, ...]

    @cached_property
    def index(self) -> Index:
        """The triggers by their first words."""
        return build_index(self.listed)


def build_index(triggers: Iterable[Listed]) -> Index:
    """Index triggers.

    Single words have the first places, then come pairs, then words before a gap.
    """
    index = Index()
    for place, listed in enumerate(sorted(triggers, key=_how_open)):
        index.file(place, *listed)
    return index


def _how_open(listed: Listed) -> int:
    more = listed[1].pattern.steps[1:]
    return 1 + bool(more[0].gap) if more else 0
