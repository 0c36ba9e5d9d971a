"""From an article to its facts: who did what to whom, where, when and how many."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterable

from summarize.document import Document, Span, as_document
from summarize.errors import InvalidValueError
from summarize.facts.attribution import find_speaker, find_speech, pair_quotes
from summarize.facts.codes import (
    HEADS,
    MARKS,
    OPENERS,
    SPEECHES,
    TIMES,
    find_places,
    find_within,
    read_classes,
)
from summarize.facts.fact import Fact, Modality, Part, Time
from summarize.facts.lexicon import Lexicon, lexicon
from summarize.facts.mention import Mention
from summarize.facts.names import (
    Name,
    mentions_of,
    read_mentions,
    renumber,
    sentence_ranges,
)
from summarize.facts.participants import Phrase, Sentence, read_clause, read_participants
from summarize.facts.phrases import Text, build_part, find_place
from summarize.facts.quantities import Quantity, find_amount
from summarize.facts.times import find_dateline, look_ahead, times_in
from summarize.facts.tokens import Tokens, tokenise_document
from summarize.facts.triggers import Trigger, drop_weak, find_triggers
from summarize.facts.words import CONTENT


def facts(
    article: str | Document,
    *,
    names: Iterable[Name] | None = None,
    dateline: datetime.date | None = None,
    sentences: int | None = None,
) -> tuple[Fact, ...]:
    """Return the facts of ``article``: the title's first, then the text's in text order.

    ``names`` replaces the library's own names of the text (those of another recogniser, say);
    ``dateline`` is the day of writing, against which "Monday" and "yesterday" are resolved,
    and is read from the head of the text when not given; ``sentences`` reads only that many
    from the start, which saves time where only the lead matters. Raises :class:`InvalidValueError`
    when a given name does not stand at its span.

    Works by the event lexicon (every inflection of some 2,600 triggers in 131 classes over
    the 17 IPTC media topics), closed word classes and the names of the article; nothing is
    learnt and nothing random. Cost is linear in the text, about 0.5 ms for 2 kB. A text
    without triggers, or in another language than English, gives an empty tuple.
    """
    if sentences is not None and sentences < 0:
        raise InvalidValueError(f"sentences must be 0 or more, or None for all, got {sentences}")
    document = as_document(article)
    if document.language != "en":
        return ()
    tokens = tokenise_document(document)
    ranges = sentence_ranges(document, tokens)
    mentions = read_mentions(tokens, ranges)
    if names is not None:
        titles = [mention for mention in mentions if mention.first > tokens.body]
        mentions = mentions_of(names, tokens)
        renumber(titles, mentions)
        mentions += titles
    if sentences is not None:
        ranges[sentences : len(document.boundaries.starts)] = []
    return _read_text(_prepare(tokens, mentions), ranges, dateline or find_dateline(document))


def event_classes() -> dict[str, str]:
    """Return every event class with its topic."""
    return dict(lexicon().topics)


def _prepare(tokens: Tokens, mentions: list[Mention]) -> Text:
    names = [-1] * len(tokens.words)
    classes = read_classes(tokens.codes)
    for index, mention in enumerate(mentions):
        at, last = mention.first, mention.last
        while at < last:
            names[at] = index
            classes[at] = CONTENT
            at += 1
    return Text(tokens, classes, names, mentions, tokens.codes.translate(OPENERS))


def _read_text(
    text: Text, ranges: list[tuple[int, int]], dateline: datetime.date | None
) -> tuple[Fact, ...]:
    """Read the sentences that have triggers, the title first."""
    known, lower, codes = lexicon(), text.tokens.lower, text.tokens.codes
    triggers_found = find_triggers(known.heads, text, find_places(codes, HEADS), ranges)
    if not triggers_found:
        return ()
    dates, reports, marks = map(codes.translate, (TIMES, SPEECHES, MARKS))
    places = [name.first for name in text.mentions if name.kind == "place"]
    title = len(ranges) - 1 if text.tokens.title else None
    title_events: frozenset[str] = frozenset()
    found: list[Fact] = []
    order = list(triggers_found)
    if order[-1] == title:
        order = [title, *order[:-1]]
    for index in order:
        first, last = bounds = ranges[index]
        times = find_within(dates, first, last)
        speech = find_within(reports, first, last)
        quotes = find_within(marks, first, last)
        sentence = Sentence(
            text,
            first,
            last,
            -1 if index == title else index,
            "title" if index == title else "text",
            times_in(text.tokens, times, bounds, dateline) if times else [],
            find_speech(text, speech, bounds) if speech else [],
            pair_quotes(lower, quotes, last) if quotes else [],
            places[bisect_left(places, first) : bisect_left(places, last)],
            dateline,
        )
        for trigger in drop_weak(triggers_found[index]):
            event = _event(trigger, known, lower, bounds)
            in_title = index == title or event in title_events
            found.append(_read_fact(sentence, trigger, event, known.topics[event], in_title))
        if index == title:
            title_events = frozenset(fact.event for fact in found)
    return tuple(found)


def _event(trigger: Trigger, known: Lexicon, lower: list[str], bounds: tuple[int, int]) -> str:
    """Return the class of a trigger, or the one it means near certain words ("fire kills two")."""
    shift = known.shifts.get(trigger.entry.lemma)
    if shift is None or shift[1].isdisjoint(lower[bounds[0] : bounds[1]]):
        return trigger.entry.event
    return shift[0]


def _read_fact(
    sentence: Sentence, trigger: Trigger, event: str, topic: str, in_title: bool
) -> Fact:
    text, entry = sentence.text, trigger.entry
    reading, who, whom = read_participants(sentence, trigger)
    clause = read_clause(sentence, trigger, reading)
    start = trigger.first
    quoted = bool(sentence.quoted) and any(a <= start < b for a, b in sentence.quoted)
    end = trigger.last if trigger.tail is None else max(trigger.last, trigger.tail + 1)
    place = None
    if sentence.places:
        place = find_place(text, trigger.last, sentence.first, sentence.places)
    return Fact(  # in the fields' order: nineteen keywords cost half as much again
        event,
        topic,
        Span(text.tokens.starts[start], text.tokens.end(end - 1)),
        text.tokens.lower[start],
        entry.lemma,
        entry.noun,
        build_part(text, who) if who else None,
        build_part(text, whom) if whom else None,
        None if place is None else _place_part(text, place),
        _find_time(sentence, start, reading.modality) if sentence.times else None,
        _count(sentence, trigger, who, whom),
        reading.polarity,
        reading.modality,
        find_speaker(text, sentence.speech, start) if sentence.speech else None,
        clause,
        sentence.index,
        sentence.source,
        in_title,
        entry.weight * (_QUOTED if quoted else 1.0) * (_ASIDE if reading.background else 1.0),
    )


# Words in quotation marks, and nouns behind a preposition, are more often opinion or background.
_QUOTED, _ASIDE = 0.5, 0.7


def _place_part(text: Text, index: int) -> Part:
    name = text.mentions[index]
    span = name.span(text.tokens)
    return Part(name.text, span, name.text, name.kind, name.entity, False)


def _find_time(sentence: Sentence, at: int, modality: Modality) -> Time:
    """Return the time expression nearest to token ``at``, the later of two."""
    times = sentence.times
    if len(times) > 1:
        times = [min(times, key=lambda pair: (abs(pair[0] - at), -pair[0]))]
    time = times[0][1]
    return look_ahead(time, sentence.dateline) if modality == "planned" else time


def _count(sentence: Sentence, trigger: Trigger, who: Phrase, whom: Phrase) -> Quantity | None:
    """Return the number of whom, or of who, or the amount just after a change."""
    tokens = sentence.text.tokens
    if trigger.entry.role == "pair":
        return find_amount(tokens, trigger.last, min(trigger.last + 6, sentence.last))
    amount = find_amount(tokens, *whom) if whom else None
    if amount is None and who:
        amount = find_amount(tokens, *who)
    return amount
