"""The search for events in an article's title and lead: anchors first, then likeness and salience.

Most articles give few bullets, so what is dear comes late: only events that could lead the article,
and then those told with them, are read closely.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import attrs

from summarize.implications.bank import Bank
from summarize.implications.confidence import Standing, is_dated, measure_event
from summarize.implications.context import in_context
from summarize.implications.events import Event, read_event
from summarize.implications.headlines import is_untold
from summarize.implications.history import tells_history
from summarize.implications.hits import Hit, Indexed, find_hits
from summarize.implications.lazy import lazy
from summarize.implications.modality import HAPPENED
from summarize.implications.polarity import judge
from summarize.implications.reading import Reading, Tokens
from summarize.implications.roles import is_modifier, is_surname
from summarize.implications.salience import (
    count_repetitions,
    salience_parts,
    salience_weights,
)
from summarize.implications.slots import Filling
from summarize.implications.triggers import Trigger

#: Least score and least likeness to a rule's exemplars of an event looked at (own choice).
_LOWEST, _RELATED = 0.15, 0.03
#: What a match loses for standing in the background or not having happened.
_BACKGROUND_LOSS, _MODALITY_LOSS = 0.25, 0.1
#: Without a headline, an event that is named so often leads an article too (own choice).
_OFTEN = 3
#: Topics whose news goes on to the results of others.
_OF_RESULTS = frozenset({"sport", "arts, culture, entertainment and media"})


@attrs.frozen(eq=False)
class Match:
    """A rule's event, what fills its slots, and how salient it is."""

    event: Event
    filling: Filling
    parts: tuple[tuple[str, float], ...]
    score: float


def title_rules(reading: Reading, bank: Bank) -> dict[int, bool]:
    """Return the rules that the headline triggers, with whether it asserts the event."""
    found: dict[int, bool] = {}
    tokens = reading.title
    for entry, start, end in find_hits(bank, tokens):
        verb = entry.trigger.kind != "noun"
        if found.get(entry.rule) or is_surname(tokens, start):
            continue
        if not verb and is_modifier(tokens, end, capitals=False):
            continue
        modality, _ = judge(reading, tokens, start, end, verb=verb)
        found[entry.rule] = modality is not None
    return found


@attrs.define(eq=False, slots=False)
class Search:
    """The events of an article's lead, each judged when it may count and not before."""

    reading: Reading
    bank: Bank
    titles: dict[int, bool]
    _licensed: dict[int, bool] = attrs.field(factory=dict, init=False)

    @lazy
    def hits(self) -> list[list[Hit]]:
        """Return what the triggers find in each sentence of the lead.

        With a headline, behind the first sentence only rules of the topics matter that these two
        have opened.
        """
        groups: list[Indexed] = [self.bank]
        if self.reading.title.words:
            opened = {*self.titles, *self._opening_numbers}
            topics = sorted({self.bank.rules[number].topic for number in opened})
            groups = [self.bank.topics[topic] for topic in topics]
        rest = [
            [hit for group in groups for hit in find_hits(group, tokens)]
            for tokens in self.reading.lead[1:]
        ]
        return [self.first_hits, *rest]

    @property
    def _opening_numbers(self) -> set[int]:
        """The rules of events that the lead's first sentence tells, and not as background."""
        return {event.number for event in self.opening if not event.background}

    @lazy
    def first_hits(self) -> list[Hit]:
        """Return what the triggers find in the lead's first sentence."""
        first = self.reading.first
        return [] if first is None else find_hits(self.bank, first)

    @lazy
    def opening(self) -> list[Event]:
        """Return the events of the lead's first sentence."""
        first = self.reading.first
        return [] if first is None else list(self._read(first, self.first_hits))

    @lazy
    def vector(self) -> dict[str, float]:
        """Return the title and the lead as the exemplars see them."""
        read = (self.reading.title, *self.reading.lead)
        return self.bank.exemplars.vector(chain.from_iterable([tokens.small for tokens in read]))

    @lazy
    def heading(self) -> dict[str, float]:
        """Return the headline alone as the exemplars see it."""
        return self.bank.exemplars.vector(self.reading.heading)

    def licenses(self, number: int) -> bool:
        """Say whether the article has the context, and if need be the headline, a rule asks for."""
        found = self._licensed.get(number)
        if found is None:
            rule = self.bank.rules[number]
            told = number in self.titles or not (rule.leads and self.reading.title.words)
            found = self._licensed[number] = told and in_context(self.reading, rule)
        return found

    def _read(self, tokens: Tokens, hits: list[Hit]) -> Iterator[Event]:
        for entry, start, end in hits:
            number, rule = entry.rule, self.bank.rules[entry.rule]
            near = not rule.near or rule.near.found(tokens.common, [tokens.words])
            if self.titles.get(number) is False or not near:
                continue
            event = read_event(self.reading, tokens, number, rule, entry.trigger, (start, end))
            if event is not None and (number in self.titles or not self._is_history(event)):
                yield event

    def _is_history(self, event: Event) -> bool:
        verb = event.trigger.kind != "noun"
        return tells_history(self.reading, event.tokens, event.start, event.end, verb=verb)

    def leaders(self) -> set[int]:
        """Return the rules whose event may lead the article."""
        found = self._opening_numbers
        if not self.reading.title.words or any(self.titles.values()):
            entries = [entry for hits in self.hits for entry, _, _ in hits]
            found |= {e.rule for e in entries if e.rule in self.titles or self._is_often(e.trigger)}
        return set(filter(self.licenses, found))

    def followers(self, topics: set[str]) -> set[int]:
        """Return the rules of some topics whose event is told further down in the lead."""
        rules = self.bank.rules
        found = {entry.rule for hits in self.hits[1:] for entry, _, _ in hits}
        return {n for n in found if rules[n].topic in topics and self.licenses(n)}

    def best(self, numbers: set[int]) -> dict[int, Match]:
        """Return the best match of each of some rules."""
        found: dict[int, Match] = {}
        for place, hits in enumerate(self.hits):
            if place:
                wanted = [hit for hit in hits if hit[0].rule in numbers]
                events = list(self._read(self.reading.lead[place], wanted))
            else:
                events = [event for event in self.opening if event.number in numbers]
            for event in events:
                match, number = self._score(event, place), event.number
                if number not in found or self._rank(match) > self._rank(found[number]):
                    found[number] = match
        return found

    def _rank(self, match: Match) -> tuple[bool, bool, float]:
        event = match.event
        told = event.number in self.titles or not event.background
        return told, event.number in self.titles or event.tokens is self.reading.first, match.score

    def _score(self, event: Event, place: int) -> Match:
        filling = self._without_medium(event, event.filling)
        titled = event.number in self.titles
        parts = salience_parts(self.reading, event.trigger, place, titled=titled)
        parts["similarity"] = round(self.bank.exemplars.similarity(self.vector, event.number), 6)
        parts["slots"] = float(bool(filling.about or filling.where or filling.actor))
        weights = salience_weights()
        score = sum([weights[name] * value for name, value in parts.items()])
        if event.background:
            parts["background"] = -_BACKGROUND_LOSS
            score -= _BACKGROUND_LOSS
        if event.modality != HAPPENED:
            parts["modality"] = -_MODALITY_LOSS
            score -= _MODALITY_LOSS
        rounded = tuple([(name, round(value, 6)) for name, value in parts.items()])
        return Match(event, filling, rounded, round(max(0.0, score), 6))

    def _without_medium(self, event: Event, filling: Filling) -> Filling:
        """Drop an actor that the article says somebody told the news: a newspaper or agency."""
        said = f"told {filling.actor.lower()}"
        if not filling.actor or "actor" in event.rule.needs or said not in self.reading.lower:
            return filling
        is_medium = any(said + mark in self.reading.lower for mark in " ,.")
        return attrs.evolve(filling, actor="") if is_medium else filling

    def leads(self, match: Match) -> bool:
        """Say whether the event leads the article, or the headline says it too."""
        event = match.event
        if event.number in self.titles:
            return True
        if event.background:
            return False
        return event.tokens is self.reading.first or self._is_often(event.trigger)

    def follows(self, match: Match, topics: set[str]) -> bool:
        """Say whether an event is told with leading ones of some topics."""
        event, rule = match.event, match.event.rule
        if rule.leads or rule.topic not in topics or event.background:
            return False
        return not self._is_anothers(match)

    def _is_anothers(self, match: Match) -> bool:
        """Say whether a result told further down is that of somebody the headline is not about."""
        rule, first = match.event.rule, self.reading.first
        title = self.reading.title.words
        if rule.topic not in _OF_RESULTS or not title or first is None or not match.filling.actor:
            return False
        if not any("{actor's}" in consequent.premise.source for consequent in rule.consequents):
            return False
        return {*title, *first.words}.isdisjoint(match.filling.actor.lower().split())

    def is_alike(self, match: Match) -> bool:
        """Say whether an event is worth a closer look."""
        similarity = dict(match.parts)["similarity"]
        return match.score >= _LOWEST and (similarity >= _RELATED or self.reading.is_scrap)

    def measure(self, match: Match, told: set[str]) -> dict[str, float]:
        """Return what tells how likely an event is the article's.

        ``told`` are the topics of other events that the headline tells.
        """
        event, trigger = match.event, match.event.trigger
        heard = event.number in self.titles if self.reading.title.words else None
        likeness = self.bank.exemplars.similarity
        standing = Standing(
            told=heard,
            headline=likeness(self.heading, event.number) if heard is False else 0.0,
            leads=self.leads(match),
            aside=self._is_aside(match, told),
            dated=is_dated(self.reading.sentence(event.tokens.index)),
        )
        return measure_event(
            dict(match.parts),
            standing,
            noun=trigger.kind == "noun",
            words=event.end - event.start,
            happened=event.modality == HAPPENED,
        )

    def _is_aside(self, match: Match, told: set[str]) -> bool:
        """Say whether the headline has no word of an event's complement (half are asides)."""
        about = match.filling.about
        if match.event.rule.topic in told or about.startswith("of "):
            return False
        return is_untold(about, self.reading.title.words)

    def _is_often(self, trigger: Trigger) -> bool:
        """Say whether an article without a headline names an event often enough to be on it."""
        untitled = not self.reading.title.words
        return untitled and count_repetitions(self.reading, trigger) >= _OFTEN
