"""Word patterns: what a rule may look for.

A pattern is a short sequence of words, each a set of spellings, with an optional
bounded gap before it. Matching keeps every place that a gap may end and returns the
earliest end of the whole; no step reads a word twice, so its cost is at most
``MAX_WORDS ** 2 * (MAX_GAP + 1)`` look-ups: a bank can neither run code nor make the
matcher slow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import attrs

from summarize.errors import FormatError, shorten
from summarize.implications.morphology import noun_forms, verb_forms

MAX_WORDS = 6
MAX_ALTERNATIVES = 24
MAX_GAP = 4
MAX_WORD_LENGTH = 40
GAP = ".."
#: Patterns kept as read: those of the default bank, whose rules share many a context word.
_KEPT = 1 << 15
#: Before a word: all its verb forms, wherever it stands.
VERB = "~"
#: Tokens that a gap may not cross: marks, words that begin another clause, negators, modals.
BOUNDARIES = frozenset('.,;:!?()[]"“”—–') | frozenset(
    """who which that after into because while when before amid by over against but since not no
    never would could might may should will won't didn't doesn't don't wasn't weren't isn't aren't
    hasn't haven't hadn't wouldn't couldn't can't cannot""".split()
)


@attrs.frozen
class Step:
    """One word of a pattern: its spellings, and how many tokens may stand before it.

    ``verb``: marked as a verb, so no "to" may stand in the gap (its event is to come).
    """

    words: frozenset[str]
    gap: int = 0
    verb: bool = False


@attrs.frozen
class Pattern:
    """A sequence of steps; ``source`` is the pattern as the bank has it."""

    source: str
    steps: tuple[Step, ...]

    @property
    def anchors(self) -> frozenset[str]:
        """The spellings that a match can start with."""
        return self.steps[0].words

    def match(self, words: Sequence[str], start: int, end: int) -> int:
        """Return where a match that starts at ``start`` ends, or -1.

        ``words`` are lower-case tokens; the match lies within ``[start, end)``.
        """
        if words[start] not in self.steps[0].words:
            return -1
        return follow(self.steps[1:], words, start + 1, end)


def follow(steps: Sequence[Step], words: Sequence[str], position: int, end: int) -> int:
    """Return where a match of steps that goes on at ``position`` ends, at most ``end``, or -1."""
    if steps and steps[0].words.isdisjoint(words[position : position + steps[0].gap + 1]):
        return -1  # as most are
    places = [position]
    for step in steps:
        if step.gap:
            places = _cross(step, words, places, end)
        else:
            places = [i + 1 for i in places if i < end and words[i] in step.words]
        if not places:
            return -1
    return places[0]


def _cross(step: Step, words: Sequence[str], places: list[int], end: int) -> list[int]:
    """Return every place where a step with a gap may end that starts at one of ``places``."""
    found: list[int] = []
    reach = 0
    for i in range(places[0], min(end, places[-1] + step.gap + 1)):
        if i in places:
            reach = i + step.gap + 1
        if i >= reach:
            continue
        word = words[i]
        if word in step.words:
            found.append(i + 1)
        if word in BOUNDARIES or (step.verb and word == "to"):
            reach = i
    return found


def _split(source: str) -> list[str]:
    parts = source.split()
    words = [part for part in parts if part != GAP]
    if not words or parts[0] == GAP or parts[-1] == GAP:
        raise FormatError(f"pattern {shorten(source)} must start and end with a word")
    if len(words) > MAX_WORDS:
        raise FormatError(f"pattern {shorten(source)} has {len(words)} words, at most {MAX_WORDS}")
    return parts


def _alternatives(part: str, source: str) -> list[str]:
    words = part.split("|")
    if len(words) > MAX_ALTERNATIVES:
        raise FormatError(
            f"pattern {shorten(source)} has {len(words)} alternatives in one place, "
            f"at most {MAX_ALTERNATIVES}"
        )
    for word in words:
        plain = word if word.isalnum() else re.sub("[-'.]", "", word)
        if not plain.isalnum() or len(word) > MAX_WORD_LENGTH or word != word.lower():
            raise FormatError(
                f"pattern {shorten(source)}: {shorten(word)} is not a lower-case word; patterns "
                "are words, '|' between alternatives and '..' for a gap, never regular expressions"
            )
    return words


def _spellings(words: list[str], *, verb: bool, noun: bool) -> frozenset[str]:
    spellings = set(words)
    for word in words:
        spellings |= verb_forms(word) if verb else set()
        spellings |= noun_forms(word) if noun else set()
    return frozenset(spellings)


@lru_cache(maxsize=_KEPT)
def parse_pattern(source: str, kind: str) -> Pattern:
    """Read one pattern. ``kind`` says which inflections count.

    ``"noun"``: singular and plural of every word; ``"verb"``: all forms of the
    first word, nouns after it; ``"phrase"``: the words as they are;
    ``"context"``: verb and noun forms of every word. "~" before a word gives all
    its verb forms, whatever the kind. Raises
    :class:`FormatError` for anything else than words, ``|`` and ``..``.
    """
    steps: list[Step] = []
    gap = 0
    for part in _split(source):
        if part == GAP:
            gap = MAX_GAP
            continue
        marked = part.startswith(VERB)
        words = _alternatives(part.removeprefix(VERB), source)
        verb = marked or kind == "context" or (kind == "verb" and not steps)
        noun = kind in ("noun", "context") or (kind == "verb" and bool(steps))
        noun = noun and not marked
        steps.append(Step(_spellings(words, verb=verb, noun=noun), gap, marked))
        gap = 0
    return Pattern(source, tuple(steps))
