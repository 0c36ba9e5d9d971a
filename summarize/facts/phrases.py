"""Find the noun phrases beside a trigger, and the place that its clause names."""

from __future__ import annotations

import attrs

from summarize.document import Span
from summarize.facts.fact import Part
from summarize.facts.inflection import irregular_pasts
from summarize.facts.mention import Mention
from summarize.facts.surfaces import strip_possessive
from summarize.facts.tokens import Tokens
from summarize.facts.words import (
    CONJ,
    CONTENT,
    DET,
    PLURALS,
    PREP,
    PUNCT,
    REL,
    SPEECH,
    SUB,
)

MAX_PHRASE = 9  # tokens of a noun phrase; longer ones are lists or misread
MAX_LISTED = 3  # words in the first member of a list "technology firms and gadget lovers"
_LINKS = frozenset("of in at from for on against with near".split())
_PLACE_WORDS = frozenset("in at near across outside inside throughout off around".split())
_TIMES = frozenset(
    "year years month months week weeks day days hour hours minute minutes night morning afternoon"
    " evening time times season weekend".split()
)
_CLAUSE_OPENS = frozenset((PUNCT, SUB, SPEECH))
_BREAKS = frozenset((PUNCT, SUB, REL))
_COMPASS = frozenset(
    "northern southern eastern western central north south east west north-east north-west"
    " south-east south-west downtown neighbouring nearby greater city town village province"
    " capital region state district county of".split()
)


@attrs.define(eq=False)
class Text:
    """An article's text and title ready for reading.

    ``classes`` holds the word class of every token, ``names`` the index in ``mentions`` of the
    name that it belongs to, or -1; ``openers`` is 1 where a clause may open.
    """

    tokens: Tokens
    classes: list[int]
    names: list[int]
    mentions: list[Mention]
    openers: bytes


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
    if before in _CLAUSE_OPENS or text.tokens.lower[start - 1] == "that":
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
    if not (lower[start][0].isalpha() or _has_word(lower[start:at])):
        return None
    start = _skip_bound(lower, start, first)
    if start > first and classes[start - 1] == PREP and lower[start - 1] in _LINKS:
        outer = _phrase_left(text, start - 1, first)
        return None if outer is None or at - outer[0] > 2 * MAX_PHRASE else (outer[0], at)
    return start, at


def _has_word(words: list[str]) -> bool:
    return any(word[0].isalpha() for word in words)


def _skip_bound(lower: list[str], start: int, first: int) -> int:
    """Move a phrase's start over "at least", "more than", "up to", "nearly" ... before a number."""
    if start == first:
        return start
    before = lower[start - 1]
    if before == "at" and lower[start] in ("least", "most"):
        return start - 1
    if before in _SINGLE_BOUNDS:
        return start - 1
    if before in _BOUND_ENDS and start - 1 > first and lower[start - 2] in _BOUND_ENDS[before]:
        return start - 2
    return start


_BOUND_ENDS = {"than": ("more", "fewer", "less"), "to": ("up",), "least": ("at",)}
_SINGLE_BOUNDS = frozenset("about around nearly almost over".split())


def _is_finite(text: Text, j: int, at: int) -> bool:
    """Tell whether a content word left of a phrase's end is more likely a verb than part of it."""
    word = text.tokens.lower[j]
    if word in irregular_pasts():
        return text.names[j] < 0
    if word.endswith("ed") and len(word) > 4:
        before = text.classes[j - 1] if j else PUNCT
        return before != DET and before != PREP and before != PUNCT and text.names[j] < 0
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
        opens = before in _CLAUSE_OPENS
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
    if lower[end - 1] in _TIMES or not (lower[begin][0].isalpha() or _has_word(lower[begin:end])):
        return None
    if end + 1 < last and lower[end] == "of" and not lower[end + 1].endswith("ing"):
        more = phrase_after(text, end + 1, last)
        return (at, more[1]) if more is not None and more[1] - at <= MAX_PHRASE else (at, end)
    return at, end


def build_part(text: Text, phrase: tuple[int, int]) -> Part:
    """Make the value for a noun phrase; its head is the last word or name before any "of"."""
    tokens = text.tokens
    words, lower = tokens.words, tokens.lower
    first, last = phrase
    end = first + 1
    while end < last and lower[end] not in _LINKS:
        end += 1
    word = strip_possessive(words[end - 1])
    final = word if end == last else strip_possessive(words[last - 1])
    span = Span(tokens.starts[first], tokens.starts[last - 1] + len(final))
    written = tokens.source(first)[span.start : span.end]
    listed = "and" in lower[first:end]
    index = text.names[end - 1]
    if index < 0:
        plural = (word[-1:] == "s" and word[-2:] != "ss") or listed or word.lower() in PLURALS
        return Part(written, span, word, "common", None, plural)
    name = text.mentions[index]
    if listed and _joins_name(text, first, end):
        return Part(written, span, written, name.kind, name.entity, True)
    plural = name.kind == "group" and name.text.endswith("s")
    return Part(written, span, name.text, name.kind, name.entity, plural)


def _joins_name(text: Text, first: int, end: int) -> bool:
    """Tell whether "and" stands just before a part of the name that ends at ``end``."""
    lower, names = text.tokens.lower, text.names
    return any(lower[j] == "and" and names[j + 1] == names[end - 1] for j in range(first, end - 1))


def find_place(text: Text, at: int, first: int, places: list[int]) -> int | None:
    """Return the index of the place named in the clause of token ``at`` ("in northern X").

    ``places`` are the first tokens of the sentence's place names. A place at the sentence's
    start ("In X, ...") counts too.
    """
    classes = text.classes
    for j in places:
        if j >= at:
            if not _BREAKS.isdisjoint(classes[at:j]):
                break
            if _is_place_phrase(text, j, first):
                return text.names[j]
    opening = places[0]
    if opening < min(at, first + 6) and text.tokens.lower[first] in _PLACE_WORDS:
        return text.names[opening] if PUNCT not in classes[first:opening] else None
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
