"""Read the clause around a trigger: did it happen, who did it, to whom, where."""

from __future__ import annotations

import attrs

from summarize.document import Span
from summarize.facts.fact import Clause, Modality, Part
from summarize.facts.inflection import irregular_pasts
from summarize.facts.mentions import Mention
from summarize.facts.tokens import Tokens, strip_possessive
from summarize.facts.words import (
    ADV,
    ALLEGING,
    AUX,
    BE,
    CONDITIONS,
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
    PLANNING,
    PLURALS,
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

MAX_PHRASE = 9  # tokens of a noun phrase; longer ones are lists or misread
MAX_LISTED = 3  # words in the first member of a list "technology firms and gadget lovers"
MAX_MODIFIERS = 3  # words before an event noun that belong to it ("the alleged rebel arms deal")
_LINKS = frozenset("of in at from for on against with near".split())
_PLACE_WORDS = frozenset("in at near across outside inside throughout off around".split())
_TIMES = frozenset(
    "year years month months week weeks day days hour hours minute minutes night morning afternoon"
    " evening time times season weekend".split()
)
_COMPASS = frozenset(
    "northern southern eastern western central north south east west north-east north-west"
    " south-east south-west downtown neighbouring nearby greater city town village province"
    " capital region state district county of".split()
)


@attrs.define(eq=False)
class Text:
    """One text (body or title) ready for reading.

    ``classes`` holds the word class of every token, ``names`` the index in ``mentions`` of the
    name that it belongs to, or -1.
    """

    source: str
    tokens: Tokens
    classes: list[int]
    names: list[int]
    mentions: list[Mention]


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
    if tag == "ing" and _governs(word):
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
    return j > first and lower[j] in ("of", "from", "with", "for") and _governs(lower[j - 1])


def _governs(word: str) -> bool:
    return word in FAILING or word in DENYING or word in ALLEGING or word in WISHING


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
    if not (_governs(word) or word in PLANNING or word in _CARRYING):
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
    while j >= first and classes[j] in (CONTENT, ADV) and at - j <= MAX_MODIFIERS:
        kind = UNREAL_ADJECTIVES.get(lower[j])
        if kind is not None:
            reading.modality = kind  # type: ignore[assignment]
        elif _governs(lower[j]) or lower[j] in PLANNING:
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
        if lower[j] != "of" or _governs(governor):
            j -= 1
    if j < first or reading.modality != "happened":
        return
    if _governs(lower[j]) or lower[j] in PLANNING - TO_BE:
        _apply_governor(reading, lower[j])
        _read_governor_negation(reading, text, j, first)
    elif lower[j] == "without":
        reading.polarity = False


def read_what_follows(reading: Reading, text: Text, end: int, last: int) -> None:
    """Read the verb after an event noun: "the strike was called off", "a merger is planned"."""
    lower, classes = text.tokens.lower, text.classes
    at = end
    while at < last and (classes[at] in (AUX, ADV) or lower[at].endswith("ly")):
        at += 1
    if at == end or at >= last or reading.modality != "happened":
        return
    if lower[at : at + 2] == ["called", "off"] or lower[at] in FAILING:
        reading.polarity = False
    elif lower[at] in DENYING:
        reading.modality = "denied"
    elif lower[at] in PLANNING - TO_BE:
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
    for j in range(at - 1, first - 1, -1):
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
        if lower[j] in ("after", "before", "since", "following", "despite", "during"):
            return "subordinate", lower[j]
    return "main", ""


def phrase_before(text: Text, at: int, first: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends just before token ``at``, its "of ..." parts included.

    None when there is none, or when what stands before it makes it likely that it is no
    subject (it belongs to a preposition, another verb or a list).
    """
    found = _phrase_left(text, at, first)
    if found is None:
        return None
    start, _ = found
    before = text.classes[start - 1] if start > first else PUNCT
    if start > first and text.tokens.lower[start - 1] == "/":
        return None
    if start > first and before == CONJ:
        return _list_left(text, found, at, first)
    if before in (PUNCT, SUB, SPEECH) or text.tokens.lower[start - 1] == "that":
        return found
    return None


def _phrase_left(text: Text, at: int, first: int) -> tuple[int, int] | None:
    lower, classes, names = text.tokens.lower, text.classes, text.names
    start = at
    while start > first and at - start < MAX_PHRASE:
        j = start - 1
        if names[j] < 0 and (classes[j] != CONTENT or _is_finite(text, j, at)):
            adjective = classes[j] == SPEECH and start < at and classes[j - 1] == DET
            if not adjective:
                break
        start = j
    if start > first and classes[start - 1] == DET:
        start -= 1
    if start == at or classes[at - 1] == DET:
        return None
    if not any(word[0].isalpha() for word in lower[start:at]):
        return None
    start = _skip_bound(lower, start, first)
    if start > first and classes[start - 1] == PREP and lower[start - 1] in _LINKS:
        outer = _phrase_left(text, start - 1, first)
        return None if outer is None or at - outer[0] > 2 * MAX_PHRASE else (outer[0], at)
    return start, at


def _skip_bound(lower: list[str], start: int, first: int) -> int:
    """Move a phrase's start over "at least", "more than", "up to", "nearly" ... before a number."""
    if start - 1 >= first and lower[start] in ("least", "most") and lower[start - 1] == "at":
        return start - 1
    pair = tuple(lower[max(first, start - 2) : start])
    if pair in _BOUNDS:
        return start - 2
    return start - 1 if pair[-1:] in _SINGLE_BOUNDS else start


_BOUNDS = frozenset(
    {("more", "than"), ("fewer", "than"), ("less", "than"), ("up", "to"), ("at", "least")}
)
_SINGLE_BOUNDS = frozenset((word,) for word in ("about", "around", "nearly", "almost", "over"))


def _is_finite(text: Text, j: int, at: int) -> bool:
    """Tell whether a content word left of a phrase's end is more likely a verb than part of it."""
    word = text.tokens.lower[j]
    if word in irregular_pasts():
        return text.names[j] < 0
    if word.endswith("ed") and len(word) > 4:
        before = text.classes[j - 1] if j else PUNCT
        return before not in (DET, PREP, PUNCT) and text.names[j] < 0
    if not word.endswith("ing") or text.names[j] >= 0:
        return False
    return j + 1 == at or j == 0 or text.classes[j - 1] == PUNCT


def _list_left(text: Text, found: tuple[int, int], at: int, first: int) -> tuple[int, int] | None:
    """Join "A and B" where both are names or the list opens the clause; else keep B or nothing."""
    start, end = found
    other = _phrase_left(text, start - 1, first) if start - 1 > first else None
    named = text.names[start] >= 0 and start - 2 >= first and text.names[start - 2] >= 0
    if other is not None:
        before = text.classes[other[0] - 1] if other[0] > first else PUNCT
        opens = before in (PUNCT, SUB, SPEECH)
        if opens and (named or start - 1 - other[0] <= MAX_LISTED):
            return other[0], end
    return None if named or text.tokens.lower[start - 1] == "&" else found


def phrase_after(text: Text, at: int, last: int) -> tuple[int, int] | None:
    """Return the noun phrase that begins at token ``at``, with one "of ..." part."""
    classes, names, lower = text.classes, text.names, text.tokens.lower
    end = at
    if end < last and classes[end] == DET:
        end += 1
    begin = end
    while end < last and end - at < MAX_PHRASE:
        if names[end] < 0:
            if classes[end] != CONTENT and lower[end] not in ("$", "£", "€", "%"):
                break
            if end > begin and lower[end].endswith(("ed", "ing")) and classes[end - 1] == CONTENT:
                break
        end += 1
    if end == begin or (begin == at and lower[at].endswith("ed") and names[at] < 0):
        return None
    if not any(word[0].isalpha() for word in lower[begin:end]) or lower[end - 1] in _TIMES:
        return None
    if end + 1 < last and lower[end] == "of" and not lower[end + 1].endswith("ing"):
        more = phrase_after(text, end + 1, last)
        return (at, more[1]) if more is not None and more[1] - at <= MAX_PHRASE else (at, end)
    return at, end


def build_part(text: Text, phrase: tuple[int, int]) -> Part:
    """Make the value for a noun phrase; its head is the last word or name before any "of"."""
    tokens = text.tokens
    first, last = phrase
    end = first
    while end < last and (tokens.lower[end] not in _LINKS or end == first):
        end += 1
    word = strip_possessive(tokens.words[end - 1])
    span = _span(tokens, first, last)
    written = span.slice(text.source)
    index = text.names[end - 1]
    if index >= 0:
        name = text.mentions[index]
        joined = any(tokens.lower[j] == "and" for j in range(first, end))
        head = written if joined else name.text
        plural = joined or _is_plural_name(name)
        return Part(written, span, head, name.kind, name.entity, plural)
    plural = (word.endswith("s") and not word.endswith("ss")) or word.lower() in PLURALS
    return Part(written, span, word, "common", None, plural)


def _is_plural_name(name: Mention) -> bool:
    return name.kind == "group" and name.text.endswith("s")


def _span(tokens: Tokens, first: int, last: int) -> Span:
    final = strip_possessive(tokens.words[last - 1])
    return Span(tokens.starts[first], tokens.starts[last - 1] + len(final))


def find_place(text: Text, at: int, first: int, last: int) -> int | None:
    """Return the index of the place named in the clause of token ``at`` ("in northern X")."""
    classes, lower = text.classes, text.tokens.lower
    j = at
    while (
        j < last and (classes[j] != PUNCT or lower[j] in "'\"“”") and classes[j] not in (SUB, REL)
    ):
        index = text.names[j]
        if index >= 0 and text.mentions[index].kind == "place" and _is_place_phrase(text, j, first):
            return index
        j += 1
    j = first
    if lower[first] in _PLACE_WORDS:
        while j < min(last, first + 6) and classes[j] != PUNCT:
            index = text.names[j]
            if index >= 0 and text.mentions[index].kind == "place":
                return index if j < at else None
            j += 1
    return None


def _is_place_phrase(text: Text, j: int, first: int) -> bool:
    """Tell whether the place name at token ``j`` follows "in", "near" ... and modifies nothing."""
    lower, index = text.tokens.lower, text.names[j]
    end = j + 1
    while end < len(lower) and text.names[end] == index:
        end += 1
    if end < len(lower) and text.classes[end] == CONTENT and lower[end][0].isalpha():
        return False
    while j > first and text.names[j - 1] == index:
        j -= 1
    j -= 1
    while j > first and (text.classes[j] == DET or lower[j] in _COMPASS):
        j -= 1
    return j >= first and lower[j] in _PLACE_WORDS


def has_condition(word: str) -> bool:
    """Tell whether a clause opened by ``word`` only supposes."""
    return word in CONDITIONS
