"""Find the words of a sentence that name an event."""

from __future__ import annotations

import attrs

from summarize.facts.lexicon import PAIR_WINDOW, WEAK, WINDOW, Entry, Head
from summarize.facts.mentions import is_headline
from summarize.facts.numerals import is_number
from summarize.facts.phrases import Text
from summarize.facts.words import (
    ADV,
    AUX,
    BE,
    CONJ,
    CONTENT,
    DET,
    NEG,
    PLURALS,
    PREP,
    PRON,
    PUNCT,
    REL,
    SUB,
)

_STOP = frozenset((PUNCT, REL, SUB, CONJ))
# Classes that say how the word beside them is used.
_SURE, _NOMINAL = frozenset((PRON, NEG)), frozenset((DET, PREP))  # a verb, a noun follows
_OBJECTS, _ENDS = frozenset((DET, PRON)), frozenset((PREP, PUNCT))  # they follow a verb, a noun
_BEFORE_VERB = frozenset((AUX, NEG, PRON, ADV))


@attrs.define(eq=False)
class Trigger:
    """A matched entry: tokens ``first`` to ``last`` (exclusive); ``tail`` is the far word's index.

    ``tag`` is the form of the first word: a verb form, or ``"noun"``.
    """

    entry: Entry
    tag: str
    first: int
    last: int
    tail: int | None


def find_triggers(
    heads: dict[str, Head],
    text: Text,
    hits: list[int],
    ranges: list[tuple[int, int]],
) -> dict[int, list[Trigger]]:
    """Return the triggers of every sentence of ``ranges`` that has any, by its index, ascending.

    They stand from left to right and do not overlap. ``hits`` are the tokens in ``heads``.
    """
    found: dict[int, list[Trigger]] = {}
    words, lower, names, body = text.tokens.words, text.tokens.lower, text.names, text.tokens.body
    free = index = 0
    bounds = ranges[0] if ranges else (0, 0)
    used: set[int] = set()
    for at, head in zip(hits, map(heads.__getitem__, map(lower.__getitem__, hits)), strict=True):
        if at < free or names[at] >= 0:
            continue
        alone = head.further.isdisjoint(lower[at + 1 : at + head.reach])
        if (alone and not head.single) or at in used:
            continue
        while at >= bounds[1]:
            index += 1
            if index >= len(ranges):
                return found
            bounds = ranges[index]
        headline = at > body
        if at < bounds[0]:
            continue
        if words[at] != lower[at] and not headline and _is_proper(words, at, bounds):
            continue
        trigger = _match(head, alone, text, at, bounds, headline, used)
        if trigger is not None:
            found.setdefault(index, []).append(trigger)
            free = trigger.last
            if trigger.tail is not None:
                used.add(trigger.tail)
    return found


def _is_proper(words: list[str], at: int, bounds: tuple[int, int]) -> bool:
    """Tell whether a capital inside a sentence makes a word a month or an unknown name's part."""
    first, last = bounds
    return at > first and words[at][0].isupper() and not is_headline(words[first:last])


def drop_weak(triggers: list[Trigger]) -> list[Trigger]:
    """Leave weak triggers out where a stronger one stands in the same sentence."""
    if len(triggers) == 1:
        return triggers
    return [trigger for trigger in triggers if trigger.entry.weight > WEAK] or triggers


def _match(
    head: Head,
    alone: bool,
    text: Text,
    at: int,
    bounds: tuple[int, int],
    headline: bool,
    used: set[int],
) -> Trigger | None:
    """Match the longest entry of ``head`` at token ``at``; ``alone``: none of several words."""
    lower = text.tokens.lower
    first, last = bounds
    following = at + 1
    use = guess_use(text, at, first, last, headline)
    if not alone:
        if following < last:
            for entry, tag in head.nexts.get(lower[following], ()):
                end = following + len(entry.more)
                if _more_fit(entry, lower, at, last) and _fits(
                    entry, tag, use, text, at, end, bounds
                ):
                    return Trigger(entry, tag, at, end, None)
        if head.tails:
            trigger = _match_tail(head, text, at, bounds, use, used)
            if trigger is not None:
                return trigger
    single = head.single
    if len(single) > 1 and not use and not headline:
        single = tuple(sorted(single, key=_is_present))
    for entry, tag in single:
        if _fits(entry, tag, use, text, at, following, bounds):
            return Trigger(entry, tag, at, following, None)
    return None


def _is_present(pair: tuple[Entry, str]) -> bool:
    """Tell whether a reading is in the present tense, which news text (not titles) seldom uses."""
    return pair[1] in ("base", "present")


def _more_fit(entry: Entry, lower: list[str], at: int, last: int) -> bool:
    more = entry.more
    if at + 1 + len(more) > last:
        return False
    return all(map(frozenset.__contains__, more, lower[at + 1 : last]))


def _match_tail(
    head: Head, text: Text, at: int, bounds: tuple[int, int], use: str, used: set[int]
) -> Trigger | None:
    """Match entries with a second word farther on; the nearest second word wins.

    It is looked for up to the clause's end or a second "of".
    """
    lower, classes = text.tokens.lower, text.classes
    following = at + 1
    linked = False
    for position in range(following, min(bounds[1], following + PAIR_WINDOW)):
        word, kind = lower[position], classes[position]
        if kind in _STOP:
            return None
        if kind == PREP and word != "to":
            if linked:
                return None
            linked = True
        if word not in head.further or position in used:
            continue
        for entry, tag, tail in head.tails:
            if word not in tail or (entry.role != "pair" and position >= following + WINDOW):
                continue
            start = following + len(entry.more)
            if start > position or not _more_fit(entry, lower, at, bounds[1]):
                continue
            if _fits(entry, tag, use, text, at, start, bounds):
                return Trigger(entry, tag, at, start, position)
    return None


def _fits(
    entry: Entry, tag: str, use: str, text: Text, at: int, end: int, bounds: tuple[int, int]
) -> bool:
    lower = text.tokens.lower
    if entry.role != "pair" and use and (use == "noun") != (tag == "noun"):
        return False
    if tag == "base" and not _may_be_bare(text, at, bounds[0]):
        return False
    if entry.not_after and end < bounds[1] and lower[end] in entry.not_after:
        return False
    if entry.not_before and at > bounds[0] and lower[at - 1] in entry.not_before:
        return False
    return not entry.passive or _after_be(lower, text.classes, at, bounds[0])


def _may_be_bare(text: Text, at: int, first: int) -> bool:
    """Tell whether a bare form can be a verb here: after "to", "will", "they" or a plural."""
    lower = text.tokens.lower
    if at > first and (lower[at - 1] == "to" or text.classes[at - 1] in _BEFORE_VERB):
        return True
    if at == first or (
        text.names[at - 1] >= 0 and text.mentions[text.names[at - 1]].kind != "group"
    ):
        return False
    before = text.tokens.lower[at - 1]
    return text.classes[at - 1] == CONTENT and (before[-1] == "s" or before in PLURALS)


def _after_be(lower: list[str], classes: list[int], at: int, first: int) -> bool:
    """Tell whether a form of "be" stands before, adverbs and "not" between."""
    at -= 1
    while at >= first and (classes[at] == ADV or classes[at] == NEG or lower[at].endswith("ly")):
        at -= 1
    return at >= first and lower[at] in BE


def guess_use(text: Text, at: int, first: int, last: int, headline: bool) -> str:
    """Guess from the neighbours whether a word is used as "verb" or "noun" ("" : can't tell)."""
    lower, classes = text.tokens.lower, text.classes
    word = lower[at]
    previous, before = (lower[at - 1], classes[at - 1]) if at > first else ("", PUNCT)
    if before in _SURE or previous in ("to", "not"):
        return "verb" if previous != "to" or word[-1] != "s" else "noun"
    if before == AUX:
        return "verb" if previous not in BE or word.endswith(("ed", "ing", "n", "t")) else ""
    following, named = PUNCT, False
    if at + 1 < last:
        following, named = classes[at + 1], text.names[at + 1] >= 0
    if word.endswith("ed"):
        return _guess_participle(previous, before, following, named)
    if word.endswith("ing"):
        if headline and text.names[at - 1] >= 0:
            return "noun"
        return "noun" if before == DET or (before == CONTENT and following == PREP) else ""
    if before in _NOMINAL or previous.endswith(("'s", "’s")):
        return "noun"
    if before != PUNCT and (named or following in _OBJECTS):
        return "verb"
    if before == CONTENT and following in _ENDS and not headline:
        return "" if previous.endswith("s") or text.names[at - 1] >= 0 else "noun"
    return ""


def _guess_participle(previous: str, before: int, following: int, named: bool) -> str:
    """Tell an -ed form that is a verb from one that modifies a noun ("the alleged attack")."""
    if before == DET:
        return "noun"
    owned = previous.endswith(("ing", "'s", "’s"))
    modifies = before == PREP or owned or is_number(previous)
    return "noun" if modifies and following == CONTENT and not named else "verb"
