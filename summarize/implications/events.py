"""An event of a rule in a sentence: a trigger that stands for something that is news."""

from __future__ import annotations

import attrs

from summarize.implications.headlines import drop_vague, follow_number, is_vague
from summarize.implications.history import is_settled
from summarize.implications.lazy import lazy
from summarize.implications.lexicon import GOING_ON
from summarize.implications.modality import (
    HAPPENED,
    OPT_IN,
    PLANNED,
    PROPOSED,
    THREATENED,
    modality_before,
)
from summarize.implications.polarity import judge
from summarize.implications.reading import Reading, Tokens
from summarize.implications.roles import FACING, inside_name, is_modifier, is_noun, is_passive
from summarize.implications.rule import Rule
from summarize.implications.slots import Filling, Grammar, fill
from summarize.implications.triggers import Trigger

_TO_COME = frozenset({PLANNED, PROPOSED, THREATENED})
#: Events of these names are there while what they are about is only planned.
_TALK = frozenset("question debate issue dispute argument idea prospect threat".split())
#: Verbs that meet what is there already.
_MEETING = frozenset("block stop halt end delay quash overturn survive answer".split())


@attrs.frozen(eq=False, slots=False)
class Event:
    """A rule's trigger at tokens ``[start, end)`` that polarity and grammar let pass."""

    reading: Reading
    number: int
    rule: Rule
    trigger: Trigger
    tokens: Tokens
    start: int
    end: int
    modality: str
    background: bool

    @lazy
    def filling(self) -> Filling:
        """Return the slots of a premise, filled from the words around the event."""
        tokens, trigger, start, end = self.tokens, self.trigger, self.start, self.end
        verb = trigger.kind != "noun"
        passive = verb and is_passive(tokens, trigger, start, end)
        gap = any(step.gap for step in trigger.pattern.steps)
        grammar = Grammar(trigger.noun, trigger.preposition, verb, passive, gap)
        title = self.reading.title.words
        found = drop_vague(fill(tokens, start, end, grammar), title)
        if not trigger.noun:
            found = follow_number(found, title)
        if verb and tokens.words[start] in FACING and "actor" not in self.rule.needs:
            return attrs.evolve(found, actor="")
        return found


def _headline_modality(reading: Reading, trigger: Trigger) -> str:
    """Return the modality in which the headline alone tells a noun, "happened" if it doesn't."""
    title = reading.title
    if trigger.pattern.anchors.isdisjoint(title.words) or _is_about_known(title.words):
        return HAPPENED
    found = {
        modality_before(title.words, 0, i, verb=False, base=False)
        for i in range(len(title))
        if trigger.pattern.match(title.words, i, len(title)) > 0
    }
    told = found.pop() if len(found) == 1 else HAPPENED
    return told if told in {PLANNED, PROPOSED} else HAPPENED


def _is_about_known(words: list[str]) -> bool:
    """Say whether a headline's infinitive meets what is there already ("to block a subpoena")."""
    return any(
        words[i] == "to" and (words[i + 1] in GOING_ON or words[i + 1] in _MEETING)
        for i in range(len(words) - 1)
    )


def _takes(rule: Rule, modality: str) -> bool:
    """Say whether a rule fires on events so told."""
    opt_in = OPT_IN.get(modality)
    return opt_in is None or bool(getattr(rule, opt_in))


def read_event(
    reading: Reading,
    tokens: Tokens,
    number: int,
    rule: Rule,
    trigger: Trigger,
    span: tuple[int, int],
) -> Event | None:
    """Judge one hit of the body; ``None`` if the event is undone or the rule doesn't take it."""
    start, end = span
    verb = trigger.kind != "noun"
    if inside_name(tokens, start, start + 1 if verb else end):
        return None
    if is_modifier(tokens, end) if not verb else is_noun(tokens, trigger, start):
        return None
    if trigger.bound and tokens.words[end : end + 1] != [trigger.preposition]:
        return None
    if is_vague(trigger.noun, reading.title.words):
        return None
    base = verb and tokens.words[start] in trigger.bases
    modality, background = judge(reading, tokens, start, end, verb=verb, base=base)
    if modality == HAPPENED and not verb and tokens is not reading.first:
        modality = _headline_modality(reading, trigger)
    if modality in _TO_COME and not verb and is_settled(reading, tokens.words[end - 1]):
        modality = HAPPENED
    if modality is None or not _takes(rule, modality):
        return None
    if modality in _TO_COME and trigger.noun.partition(" ")[0] in _TALK:
        modality = HAPPENED
    event = Event(reading, number, rule, trigger, tokens, start, end, modality, background)
    if all(event.filling.value(slot) for slot in rule.needs):
        return event
    return None
