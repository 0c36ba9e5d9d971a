"""Clauses around an event: where they end, and whether "if" or "whether" opens them."""

from __future__ import annotations

from summarize.implications import lexicon, verbs

STRONG_STOPS = frozenset({";", ":", "—", "–"})
CLAUSE_ENDS = STRONG_STOPS | {",", ".", "and", "or", "but", "that", '"', "“", "”"}
#: How many words away, before and after an event, a cue still tells of it (own choice).
NEAR, AFTER = 5, 10
_OPEN = frozenset({"if", "whether", "unless"})
NO_CONDITION = frozenset({"even", "as", "only", "what"})


def may_be_verb(word: str) -> bool:
    """Say whether a word may be a finite verb or an auxiliary."""
    known = word in lexicon.AUXILIARIES or word in verbs.EVENT_VERBS or word in verbs.PAST_FORMS
    return known or word.endswith("ed")


def stretch_end(words: list[str], start: int) -> int:
    """Return where the words after ``start`` stop belonging to its clause without a break."""
    end = start
    while end < len(words) and end - start < AFTER:
        word = words[end]
        if word in STRONG_STOPS or word in {",", ".", "that"} or word in lexicon.RELATIVES:
            break
        end += 1
    return end


def is_asked(words: list[str], first: int, start: int) -> bool:
    """Say whether "whether" or "if" opens the clause of ``start``."""
    if _OPEN.isdisjoint(words):
        return False
    for i in range(start - 1, first - 1, -1):
        if words[i] == ",":
            return False
        if words[i] in _OPEN:
            return words[i - 1] not in NO_CONDITION
    return False


def is_conditional(words: list[str], end: int) -> bool:
    """Say whether "if" opens a clause right behind the phrase that goes on at ``end``."""
    if _OPEN.isdisjoint(words[end:]):
        return False
    for i in range(end, len(words)):
        if words[i] in _OPEN:
            return words[i - 1] not in NO_CONDITION
        if words[i] in CLAUSE_ENDS or words[i] in lexicon.RELATIVES:
            return False
        if words[i] in verbs.COMMON_VERBS or may_be_verb(words[i]):
            return False
    return False
