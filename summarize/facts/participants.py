"""Find who takes part in an event: the doer and the one it befalls, beside its trigger."""

from __future__ import annotations

import datetime

import attrs

from summarize.facts.attribution import AFTER_SPEECH, Speech
from summarize.facts.clauses import (
    Reading,
    find_clause,
    read_noun_context,
    read_pair,
    read_verb_group,
    read_what_follows,
)
from summarize.facts.fact import Clause, Source, Time
from summarize.facts.phrases import Text, phrase_after, phrase_before
from summarize.facts.triggers import Trigger
from summarize.facts.words import (
    ADV,
    CLASS_OF,
    CONDITIONS,
    CONTENT,
    INTRANSITIVE,
    NOBODY,
    OF_IS_SUBJECT,
    PREP,
    PUNCT,
    SPEECH,
    SUB,
    TRANSITIVE,
)

Phrase = tuple[int, int] | None


@attrs.define(eq=False)
class Sentence:
    """What the facts of one sentence share.

    Tokens ``first`` to ``last`` (exclusive) of ``text``; ``index`` is -1 for a title;
    ``times`` are paired with their first token; ``quoted`` are token ranges; ``places`` are the
    first tokens of place names.
    """

    text: Text
    first: int
    last: int
    index: int
    source: Source
    times: list[tuple[int, Time]]
    speech: Speech
    quoted: list[tuple[int, int]]
    places: list[int]
    dateline: datetime.date | None


def read_participants(sentence: Sentence, trigger: Trigger) -> tuple[Reading, Phrase, Phrase]:
    """Return how a trigger is meant, who does it and to whom; only adjacent phrases count."""
    text = sentence.text
    if trigger.entry.role == "pair" and trigger.tail is not None:
        reading = read_pair(text, trigger.first, trigger.tail, sentence.first)
        return reading, *_noun_parts(sentence, trigger)
    if trigger.tag == "noun":
        reading = read_noun_context(text, trigger.first, sentence.first)
        read_what_follows(reading, text, trigger.last, sentence.last)
        reading.background |= _modifies(sentence, trigger)
        return reading, *_noun_parts(sentence, trigger)
    reading = read_verb_group(text, trigger.first, trigger.tag, sentence.first)
    return reading, *_verb_parts(sentence, trigger, reading)


def _verb_parts(sentence: Sentence, trigger: Trigger, reading: Reading) -> tuple[Phrase, Phrase]:
    """Return subject and object of a verb; of a passive, the one who is named after "by"."""
    text = sentence.text
    lower, classes = text.tokens.lower, text.classes
    before = phrase_before(text, reading.start, sentence.first)
    end = trigger.last
    while end < sentence.last and (classes[end] == ADV or lower[end].endswith("ly")):
        end += 1
    if trigger.tag in ("ed", "participle") and not reading.passive:
        reading.passive = _is_bare_passive(sentence, trigger, end, reading)
    if reading.passive and "to" in lower[trigger.first + 1 : trigger.last]:
        return before, None  # "is prepared to": an adjective, its subject is the doer
    if reading.passive:
        by = end if end < sentence.last and lower[end] == "by" else None
        agent = phrase_after(text, by + 1, sentence.last) if by is not None else None
        return agent, before
    if before is None and _follows_speech(sentence, trigger, reading):
        return phrase_after(text, end, sentence.last), None
    if end < sentence.last and lower[end] in NOBODY:
        reading.polarity = not reading.polarity
    after = phrase_after(text, end, sentence.last)
    return (before if reading.has_subject else None), after


def _follows_speech(sentence: Sentence, trigger: Trigger, reading: Reading) -> bool:
    """Tell whether speaker and verb are turned round: '..., warned the minister'."""
    words = sentence.text.tokens.lower
    return (
        reading.start == trigger.first > sentence.first
        and trigger.tag in ("ed", "past", "present")
        and CLASS_OF.get(words[trigger.first]) == SPEECH
        and words[trigger.first - 1] in AFTER_SPEECH
    )


def _is_bare_passive(sentence: Sentence, trigger: Trigger, end: int, reading: Reading) -> bool:
    """Tell whether an -ed form without "be" is passive: "the men arrested in ...", a headline."""
    text = sentence.text
    if reading.start != trigger.first:
        return False
    lower, classes = text.tokens.lower, text.classes
    if end < sentence.last and lower[end] == "by":
        return True
    plain = end >= sentence.last or classes[end] == PREP or classes[end] == PUNCT
    if sentence.source == "title":
        return plain and trigger.entry.lemma not in INTRANSITIVE
    return plain and (trigger.entry.lemma in TRANSITIVE or trigger.tag == "participle")


def read_clause(sentence: Sentence, trigger: Trigger, reading: Reading) -> Clause:
    """Return the kind of clause a trigger stands in; in an "if" clause nothing has happened.

    Reduced relatives ("the men arrested in ...") and participles are no main clauses.
    """
    text = sentence.text
    clause, opener = find_clause(text, reading.start, sentence.first)
    if opener in CONDITIONS and reading.modality == "happened":
        reading.modality = "possible"
    if clause != "main" or sentence.source == "title" or trigger.tag == "noun":
        return clause
    alone = reading.start == trigger.first
    if reading.passive and alone:
        return "relative"
    before = text.classes[trigger.first - 1] if trigger.first > sentence.first else SUB
    if trigger.tag == "ing" and alone and before != PUNCT:
        return "subordinate"
    return clause


def _noun_parts(sentence: Sentence, trigger: Trigger) -> tuple[Phrase, Phrase]:
    """Return doer and sufferer of an event noun from its possessive and its of, by, on parts."""
    text = sentence.text
    lower, last = text.tokens.lower, sentence.last
    who = whom = None
    owner = trigger.first - 1
    if owner >= sentence.first and text.names[owner] >= 0:
        index = text.names[owner]
        start = owner
        while start > sentence.first and text.names[start - 1] == index:
            start -= 1
        who = (start, owner + 1)
    end = trigger.last
    following = lower[end] if end < last else ""
    if following in ("of", "on", "against", "by"):
        phrase = phrase_after(text, end + 1, last)
        doing = trigger.last == trigger.first + 1 and trigger.entry.lemma in OF_IS_SUBJECT
        subject = following == "by" or (following == "of" and doing)
        if phrase is not None and subject:
            who = who or phrase
        elif phrase is not None:
            whom = phrase
    return who, whom


def _modifies(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether a noun only modifies the next one: "trial date", "protest charges"."""
    text, end = sentence.text, trigger.last
    if trigger.tail is not None or end >= sentence.last or text.classes[end] != CONTENT:
        return False
    word = text.tokens.lower[end]
    return text.names[end] < 0 and word[0].isalpha() and not word.endswith(("ed", "s"))
