"""One rule of the bank: what it looks for, what it may conclude, and its tests."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

import attrs

from summarize.implications.patterns import Pattern
from summarize.implications.triggers import Index, Trigger, build_index
from summarize.implications.wording import Template

DEFAULT_PREMISE = "[{actor's}|The] {event}[ {about}][ {where}]"
#: The top of the IPTC media topics (cv.iptc.org/newscodes/mediatopic).
TOPICS = (
    "arts, culture, entertainment and media", "conflict, war and peace", "crime, law and justice",
    "disaster, accident and emergency incident", "economy, business and finance", "education",
    "environment", "health", "human interest", "labour", "lifestyle and leisure", "politics",
    "religion", "science and technology", "society", "sport", "weather",
)  # fmt: skip
CONSEQUENCE_CLASSES = (
    "accountability", "alliances", "balance of power", "budget", "business", "careers",
    "competition",
    "consumers", "crime", "culture", "democracy", "diplomacy", "economy", "education", "elections",
    "emergency response", "employment", "energy", "environment", "escalation", "government",
    "health",
    "health services", "humanitarian", "infrastructure", "investment", "labour relations", "law",
    "leadership", "markets", "media", "military strategy", "peace", "policy", "precedent", "prices",
    "privacy", "public opinion", "public safety", "recovery", "regional stability", "regulation",
    "religion", "reputation", "research", "rights", "security", "social cohesion", "sport",
    "supply",
    "technology", "trade", "transport", "trust", "victims",
)  # fmt: skip


@attrs.frozen
class Context:
    """Words and phrases of which one is looked for."""

    words: frozenset[str]
    phrases: tuple[Pattern, ...]

    def found(self, words: Collection[str], sentences: Iterable[Sequence[str]]) -> bool:
        """Say whether any of it occurs among some words or, phrases, in sentences."""
        if not self.words.isdisjoint(words):
            return True
        near = [phrase for phrase in self.phrases if not phrase.anchors.isdisjoint(words)]
        return any(
            phrase.match(sentence, i, len(sentence)) > 0
            for phrase in near
            for sentence in sentences
            for i in [i for i, word in enumerate(sentence) if word in phrase.anchors]
        )

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases)


@attrs.frozen
class Consequent:
    """What may follow: hedge, text and consequence class, with its own premise if it has one.

    ``unless`` holds beginnings of words or phrases: an article that has one of them has gone
    beyond the consequence, or rules it out.
    """

    hedge: str
    text: Template
    kind: str
    premise: Template
    unless: tuple[str, ...] = ()


@attrs.frozen
class Passage:
    """A test passage: text, headline, and the bullet it must give (empty: any)."""

    text: str
    title: str | None = None
    gives: str = ""


@attrs.frozen(slots=False)
class Rule:
    """A checked rule.

    ``planned`` is the word for an event to come, empty if it must have happened; ``leads`` says
    that the event is an aside, or long in the news, unless the headline tells it (without one, the
    first sentence); ``counts`` tell how often a precedent was seen, empty for a rule of the bank.
    """

    id: str
    family: str
    topic: str
    triggers: tuple[Trigger, ...]
    exceptions: tuple[Pattern, ...]
    require: tuple[Context, ...]
    near: Context
    forbid: Context
    needs: tuple[str, ...]
    planned: str
    alleged: bool
    consequents: tuple[Consequent, ...]
    fires: tuple[Passage, ...]
    silent: tuple[Passage, ...]
    exemplars: tuple[str, ...]
    leads: bool = False
    counts: tuple[tuple[str, int], ...] = ()

    @cached_property
    def index(self) -> Index:
        """The triggers of this rule alone, by their first word."""
        return build_index((0, trigger, self.exceptions_at) for trigger in self.triggers)

    @cached_property
    def anchor_families(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The triggers' first words, each with the longer ones that start with it."""
        families: dict[str, list[str]] = {}
        head = ""
        anchors = frozenset().union(*(trigger.pattern.anchors for trigger in self.triggers))
        for word in sorted(anchors):
            head = head if head and word.startswith(head) else word
            families.setdefault(head, []).append(word)
        return tuple((head, tuple(words[1:])) for head, words in families.items())

    @cached_property
    def exceptions_at(self) -> dict[str, list[Pattern]]:
        """Spelling of an exception's first word -> the exceptions that start so."""
        found: dict[str, list[Pattern]] = {}
        for pattern in self.exceptions:
            for word in pattern.anchors:
                found.setdefault(word, []).append(pattern)
        return found

    @property
    def kind(self) -> str:
        """What bullets of it are: ``"rule"``, or ``"precedent"`` if it was learnt."""
        return "precedent" if self.counts else "rule"
