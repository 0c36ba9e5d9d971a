"""The values that :func:`summarize.facts` returns."""

from __future__ import annotations

from typing import Literal

import attrs

from summarize.document import Span
from summarize.facts.quantities import Quantity

PartKind = Literal["person", "place", "organisation", "group", "other", "common"]
Modality = Literal["happened", "planned", "possible", "denied", "alleged"]
Clause = Literal["main", "relative", "subordinate"]
Source = Literal["text", "title"]


@attrs.frozen
class Part:
    """Who, whom, where or who says so: a noun phrase.

    ``text`` is the phrase as written at ``span``; ``head`` is the bare name in it
    ("Maria Lopez") or its head noun ("rebels"). ``kind`` is the name's kind, or
    ``"common"`` for an ordinary noun phrase, whose ``entity`` is None; otherwise ``entity``
    is the same number as in :func:`summarize.facts.names.find_names`.
    """

    text: str
    span: Span
    head: str
    kind: PartKind
    entity: int | None
    plural: bool


@attrs.frozen
class Time:
    """When: the words at ``span``, and the ISO 8601 date they mean if that can be told."""

    text: str
    span: Span
    iso: str | None


@attrs.frozen(slots=False)  # so attrs builds its many fields in half the time
class Fact:
    """One event that the article tells of, each part with its place.

    ``source`` says which text the spans are offsets in: ``"text"`` is ``document.text``,
    ``"title"`` is ``document.title`` (then ``sentence`` is -1). ``event`` is the event class,
    ``topic`` its IPTC topic. ``trigger`` covers the words that name the event, ``word`` is the
    first of them in lower case, ``lemma`` its dictionary form, ``noun`` a noun phrase for the
    event made from that very word ("banned" gives "ban"), or None. Parts that do not stand
    next to the trigger are None rather than guessed. ``polarity`` is False when the text says
    that the event did not happen. ``clause`` tells where the trigger stands; what relative and
    subordinate clauses tell is often background. ``in_title`` is true when the title has the
    same event class. ``weight`` in (0, 1] tells how plainly the trigger speaks.
    """

    event: str
    topic: str
    trigger: Span
    word: str
    lemma: str
    noun: str | None
    who: Part | None
    whom: Part | None
    where: Part | None
    when: Time | None
    how_many: Quantity | None
    polarity: bool
    modality: Modality
    attribution: Part | None
    clause: Clause
    sentence: int
    source: Source
    in_title: bool
    weight: float
