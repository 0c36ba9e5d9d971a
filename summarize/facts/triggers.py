"""Find the words of a sentence that name an event."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from summarize.facts.lexicon import Entry, Head
from summarize.facts.words import (
    ADV,
    AUX,
    BE,
    CONTENT,
    DET,
    NEG,
    PREP,
    PRON,
    PUNCT,
    REL,
    SUB,
)

WINDOW = 5  # tokens after the trigger's first word among which the second may stand
_STOP = (PUNCT, REL, SUB)


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
    lower: Sequence[str],
    classes: Sequence[int],
    names: Sequence[int],
    first: int,
    last: int,
    *,
    headline: bool,
) -> list[Trigger]:
    """Return the triggers among tokens ``first`` to ``last``, left to right, not overlapping."""
    found: list[Trigger] = []
    used: set[int] = set()
    free = first
    for at in range(first, last):
        head = heads.get(lower[at])
        if head is None or at < free or at in used or names[at] >= 0:
            continue
        trigger = _match(head, lower, classes, names, at, first, last, headline)
        if trigger is not None:
            found.append(trigger)
            free = trigger.last
            if trigger.tail is not None:
                used.add(trigger.tail)
    return found


def _match(
    head: Head,
    lower: Sequence[str],
    classes: Sequence[int],
    names: Sequence[int],
    at: int,
    first: int,
    last: int,
    headline: bool,
) -> Trigger | None:
    use = guess_use(lower, classes, names, at, first, last, headline)
    before = lower[at - 1] if at > first else ""
    following = lower[at + 1] if at + 1 < last else ""
    for entry, tag in head.nexts.get(following, ()):
        more = entry.more
        end = at + 1 + len(more)
        if end > last or any(lower[at + 1 + i] not in more[i] for i in range(1, len(more))):
            continue
        if _fits(entry, tag, use, lower, classes, at, end, first, last, before):
            return Trigger(entry, tag, at, end, None)
    if head.tails:
        trigger = _match_tail(head, lower, classes, at, first, last, use, before)
        if trigger is not None:
            return trigger
    for entry, tag in head.single:
        if _fits(entry, tag, use, lower, classes, at, at + 1, first, last, before):
            return Trigger(entry, tag, at, at + 1, None)
    return None


def _match_tail(
    head: Head,
    lower: Sequence[str],
    classes: Sequence[int],
    at: int,
    first: int,
    last: int,
    use: str,
    before: str,
) -> Trigger | None:
    """Match entries with a second word farther on; the nearest second word wins."""
    end = at + 1
    limit = min(last, at + 1 + WINDOW)
    while end < limit and classes[end] not in _STOP:
        end += 1
    window = lower[at + 1 : end]
    best: Trigger | None = None
    for entry, tag, tail in head.tails:
        if tail.isdisjoint(window):
            continue
        more = entry.more
        start = at + 1 + len(more)
        if any(at + 1 + i >= last or lower[at + 1 + i] not in more[i] for i in range(len(more))):
            continue
        position = next((i for i in range(start, end) if lower[i] in tail), None)
        if position is None or (best is not None and position >= (best.tail or 0)):
            continue
        if _fits(entry, tag, use, lower, classes, at, start, first, last, before):
            best = Trigger(entry, tag, at, start, position)
    return best


def _fits(
    entry: Entry,
    tag: str,
    use: str,
    lower: Sequence[str],
    classes: Sequence[int],
    at: int,
    end: int,
    first: int,
    last: int,
    before: str,
) -> bool:
    if entry.role != "pair" and use and (use == "noun") != (tag == "noun"):
        return False
    if entry.not_after and end < last and lower[end] in entry.not_after:
        return False
    if entry.not_before and before in entry.not_before:
        return False
    return not entry.passive or _after_be(lower, classes, at, first)


def _after_be(lower: Sequence[str], classes: Sequence[int], at: int, first: int) -> bool:
    """Tell whether a form of "be" stands before, adverbs and "not" between."""
    at -= 1
    while at >= first and (classes[at] in (ADV, NEG) or lower[at].endswith("ly")):
        at -= 1
    return at >= first and lower[at] in BE


def guess_use(
    lower: Sequence[str],
    classes: Sequence[int],
    names: Sequence[int],
    at: int,
    first: int,
    last: int,
    headline: bool,
) -> str:
    """Guess from the neighbours whether a word is used as "verb" or "noun" ("" : can't tell)."""
    word = lower[at]
    before = classes[at - 1] if at > first else PUNCT
    following = classes[at + 1] if at + 1 < last else PUNCT
    named = at + 1 < last and names[at + 1] >= 0
    if (at > first and lower[at - 1] in ("to", "not")) or before in (PRON, NEG):
        return "verb" if lower[at - 1] != "to" or word[-1] != "s" else "noun"
    if before == AUX:
        return "verb" if lower[at - 1] not in BE or word.endswith(("ed", "ing", "n", "t")) else ""
    if word.endswith("ing"):
        return "noun" if before == DET or (before == CONTENT and following == PREP) else ""
    if word.endswith("ed"):
        return "verb"
    if before in (DET, PREP) or (at > first and lower[at - 1].endswith(("'s", "’s"))):
        return "noun"
    if (named or following in (DET, PRON)) and before != PUNCT:
        return "verb"
    if before == CONTENT and following in (PREP, PUNCT) and not headline:
        return "" if lower[at - 1].endswith("s") or names[at - 1] >= 0 else "noun"
    return ""
