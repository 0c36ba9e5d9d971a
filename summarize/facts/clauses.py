"""Read the clause around a trigger: did it happen, is it planned, denied, only alleged."""

from __future__ import annotations

import attrs

from summarize.facts.fact import Clause, Modality
from summarize.facts.phrases import Text
from summarize.facts.words import (
    ADV,
    ALLEGING,
    AUX,
    BE,
    CONJ,
    CONTENT,
    DENYING,
    DET,
    FAILING,
    FUTURE,
    HAVE,
    HEDGING_ADVERBS,
    NEG,
    NOBODY,
    OPENING_WORDS,
    PLANNING,
    POSSIBLE,
    PREP,
    PUNCT,
    REL,
    SPEECH,
    SUB,
    TO_BE,
    UNREAL_ADJECTIVES,
    WISHING,
)

_MODIFIERS, _VERBAL = frozenset((CONTENT, ADV)), frozenset((AUX, ADV))
MAX_MODIFIERS = 3  # words before an event noun that belong to it ("the alleged rebel arms deal")


@attrs.define(eq=False)
class Reading:
    """What the words before a trigger say about it.

    ``start`` is the first token of the verb group or of the noun phrase that holds the trigger.
    ``has_subject`` is False for an infinitive whose doer can't be told; ``background`` tells
    that a noun stands behind a preposition.
    """

    start: int
    polarity: bool = True
    modality: Modality = "happened"
    passive: bool = False
    has_subject: bool = True
    background: bool = False


def read_verb_group(text: Text, at: int, tag: str, first: int) -> Reading:
    """Walk left from a verb over auxiliaries, adverbs, "not" and governing verbs."""
    lower, classes = text.tokens.lower, text.classes
    reading = Reading(at)
    be = have = False
    j = at - 1
    while j >= first:
        word, kind = lower[j], classes[j]
        if kind == AUX:
            if word in POSSIBLE and tag in ("past", "ed") and not (be or have):
                break  # a name: "May performed"
            be = be or (word in BE and not have)
            have = have or word in HAVE
            _read_auxiliary(reading, word)
        elif kind == NEG:
            reading.polarity = not reading.polarity
        elif kind == ADV or word.endswith("ly"):
            if word in HEDGING_ADVERBS:
                reading.modality = "alleged"
        else:
            step = _read_governors(reading, text, j, tag, first)
            if step is None:
                break
            j = step
        reading.start = j
        j -= 1
    if _is_denied_subject(text, j, first):
        reading.polarity = not reading.polarity
    reading.passive = be and tag in ("ed", "participle")
    return reading


def _read_governors(reading: Reading, text: Text, j: int, tag: str, first: int) -> int | None:
    """Read what governs an infinitive or -ing form, from token ``j`` leftwards.

    Returns the last token read, or None when ``j`` governs nothing.
    """
    word = text.tokens.lower[j]
    if reading.start != j + 1:
        return None
    if tag == "base" and word == "to":
        return _read_governor(reading, text, j - 1, first)
    if tag == "ing" and word in _GOVERNORS:
        _apply_governor(reading, word)
        return j
    if tag == "ing" and _governs_through(text, j, first):
        _apply_governor(reading, text.tokens.lower[j - 1])
        return j - 1
    return None


def _is_denied_subject(text: Text, j: int, first: int) -> bool:
    """Tell whether the subject that ends at token ``j`` is "no one", "nothing", "no deal" ..."""
    lower = text.tokens.lower
    if j > first and lower[j] == "one":
        j -= 1
    return j >= first and (lower[j] in NOBODY or _begins_with_no(text, j, first))


def _begins_with_no(text: Text, j: int, first: int) -> bool:
    """Tell whether the noun phrase that ends at ``j`` begins with "no": "no agreement was ..."."""
    while j > first and text.classes[j] == CONTENT:
        j -= 1
    return text.tokens.lower[j] in NOBODY


def _read_auxiliary(reading: Reading, word: str) -> None:
    if word.endswith(("n't", "n’t")) or word == "cannot":
        reading.polarity = not reading.polarity
    if reading.modality == "happened":
        if word in FUTURE:
            reading.modality = "planned"
        elif word in POSSIBLE:
            reading.modality = "possible"


def _governs_through(text: Text, j: int, first: int) -> bool:
    """Tell whether token ``j`` links an -ing form to its governor: "accused of killing"."""
    lower = text.tokens.lower
    return j > first and lower[j] in ("of", "from", "with", "for") and lower[j - 1] in _GOVERNORS


_GOVERNORS = FAILING | DENYING | ALLEGING | WISHING
_INTENDING = PLANNING - TO_BE


def _read_governor(reading: Reading, text: Text, j: int, first: int) -> int:
    """Read what governs an infinitive: the word before "to"; return the index to go on from."""
    lower, classes = text.tokens.lower, text.classes
    while j >= first and (classes[j] == ADV or classes[j] == NEG):
        if classes[j] == NEG:
            reading.polarity = not reading.polarity
        j -= 1
    if j < first:
        reading.modality, reading.has_subject = "possible", False
        return first
    word = lower[j]
    if first > text.tokens.body and word not in _GOVERNORS:
        reading.modality = "planned"  # "Minister to resign"
        return j + 1
    if not (word in _GOVERNORS or word in PLANNING or word in _CARRYING):
        reading.modality, reading.has_subject = "possible", False
        return j + 1
    _apply_governor(reading, word)
    return j


#: Governors that leave an infinitive a fact.
_CARRYING = frozenset(
    "forced began begins begin started start starts continued continues continue managed manages"
    " helped helps came went used proceeded rushed moved voted chose".split()
)


def _apply_governor(reading: Reading, word: str) -> None:
    if word in FAILING:
        reading.polarity = not reading.polarity
    elif word in DENYING:
        reading.modality = "denied"
    elif word in ALLEGING:
        reading.modality = "alleged"
    elif word in PLANNING or word in TO_BE:
        reading.modality = "planned"
    elif word in WISHING:
        reading.modality = "possible"


def read_noun_context(text: Text, at: int, first: int) -> Reading:
    """Walk left from a noun over its phrase to the word that governs it."""
    lower, classes = text.tokens.lower, text.classes
    reading = Reading(at)
    j = at - 1
    while j >= first and classes[j] in _MODIFIERS and at - j <= MAX_MODIFIERS:
        kind = UNREAL_ADJECTIVES.get(lower[j])
        if kind is not None:
            reading.modality = kind  # type: ignore[assignment]
        elif lower[j] in _GOVERNORS or lower[j] in PLANNING:
            break
        j -= 1
    if j >= first and classes[j] == DET:
        if lower[j] in ("no", "any"):
            reading.polarity = lower[j] != "no"
            reading.modality = "happened" if lower[j] == "no" else "possible"
        j -= 1
    reading.start = j + 1
    _read_noun_governor(reading, text, j, first)
    governed = not reading.polarity or reading.modality != "happened"
    reading.background = j >= first and classes[j] == PREP and not governed
    return reading


def _read_noun_governor(reading: Reading, text: Text, j: int, first: int) -> None:
    """Read the word that governs a noun phrase: "rejects the ...", "calls for a ..."."""
    lower = text.tokens.lower
    if j >= first and lower[j] in ("for", "of", "on", "out", "off", "against"):
        governor = lower[j - 1] if j > first else ""
        if lower[j] != "of" or governor in _GOVERNORS:
            j -= 1
    if j < first or reading.modality != "happened":
        return
    if lower[j] in _GOVERNORS or lower[j] in _INTENDING:
        _apply_governor(reading, lower[j])
        _read_governor_negation(reading, text, j, first)
    elif lower[j] == "without":
        reading.polarity = False


def read_what_follows(reading: Reading, text: Text, end: int, last: int) -> None:
    """Read the verb after an event noun: "the strike was called off", "a merger is planned"."""
    lower, classes = text.tokens.lower, text.classes
    at = end
    while at < last and (classes[at] in _VERBAL or lower[at].endswith("ly")):
        at += 1
    if at == end or at >= last or reading.modality != "happened":
        return
    if lower[at : at + 2] == ["called", "off"] or lower[at] in FAILING:
        reading.polarity = False
    elif lower[at] in DENYING:
        reading.modality = "denied"
    elif lower[at] in _INTENDING:
        reading.modality = "planned"


def _read_governor_negation(reading: Reading, text: Text, j: int, first: int) -> None:
    before = text.tokens.lower[j - 1] if j > first else ""
    if before in ("not", "never") or before.endswith(("n't", "n’t")):
        reading.polarity = not reading.polarity


def read_pair(text: Text, head: int, tail: int, first: int) -> Reading:
    """Read two words that name a change together: "profits will rise", "the expected fall in ...".

    Either word may be the verb, so both are read; what either denies or puts off counts.
    """
    lower = text.tokens.lower
    reading = read_verb_group(
        text, head, "base" if lower[head - 1 : head] == ["to"] else "ed", first
    )
    if reading.start == head:
        reading = read_noun_context(text, head, first)
    if lower[tail - 1] == "to" or text.classes[tail - 1] in (AUX, NEG, ADV):
        form = "base" if lower[tail - 1] == "to" else "participle"
        other = read_verb_group(text, tail, form, head + 1)
        reading.polarity = reading.polarity == other.polarity
        if other.modality != "happened":
            reading.modality = other.modality
    return reading


def find_clause(text: Text, at: int, first: int) -> tuple[Clause, str]:
    """Return the kind of clause that token ``at`` stands in, and the word that opens it."""
    lower, classes = text.tokens.lower, text.classes
    j = at
    while (j := text.openers.rfind(1, first, j)) >= 0:
        kind = classes[j]
        if kind == PUNCT:
            if lower[j] in ",-–—'’‘":
                opened = lower[j + 1]
                if classes[j + 1] == REL and opened != "that":
                    return "relative", opened
            break
        if kind == SUB:
            return "subordinate", lower[j]
        if kind == REL:
            if lower[j] == "that" and j > first and classes[j - 1] in (SPEECH, AUX, CONJ):
                break
            return "relative", lower[j]
        if lower[j] in OPENING_WORDS:
            return "subordinate", lower[j]
    return "main", ""
