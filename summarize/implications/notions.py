"""Events that are only named: aimed at, charged, demanded, or what a law or a bill is about."""

from __future__ import annotations

from summarize.implications import lexicon
from summarize.implications.clauses import NEAR, may_be_verb
from summarize.implications.morphology import is_plural

_ABOUT = frozenset("on against to for over of about".split())
_TO = frozenset("to for of on towards toward about over into".split())
_IMAGINED_BY = frozenset("of about on in for to towards toward over".split())
_ENDS_AIM = lexicon.FUNCTION_WORDS - lexicon.DETERMINERS - {"only"}
_SEEKING = lexicon.SOUGHT | lexicon.BACKING
#: How far before a verb the noun may stand whose aim it tells (own choice).
_FAR = 8


def is_imagined(words: list[str], start: int) -> bool:
    """Say whether a verb in -ing is only thought of ("the idea of selling", "close to selling")."""
    if start < 2 or words[start - 1] not in _IMAGINED_BY or not words[start].endswith("ing"):
        return False
    return words[start - 2] in lexicon.NOTIONS or words[start - 2] in lexicon.AIMS


def is_aim(words: list[str], first: int, start: int) -> bool:
    """Say whether a noun is only what a rule is about or what is aimed at.

    "the law on murder", "the path to reaching a lasting accord", "talks on a merger".
    """
    for i in range(start - 1, max(first, start - NEAR - 1) - 1, -1):
        word = words[i]
        if word in _TO:
            near = i >= start - 3 and word in _ABOUT
            if near and i > first and words[i - 1] in lexicon.LAWS:
                return True
            return i > first and _aims(words, i, start)
        if word in _ENDS_AIM or (may_be_verb(word) and not word.endswith("ing")):
            return False
    return False


def _aims(words: list[str], i: int, start: int) -> bool:
    """Say whether what stands before a preposition at ``i`` is but a step to what follows."""
    after = words[i + 1]
    ordinal = after in {"the", "only"} and not lexicon.DEICTIC.isdisjoint(words[i + 2 : i + 4])
    new = after in {"a", "an"} or ordinal or (after.endswith("ing") and i + 1 < start)
    if words[i - 1] in lexicon.AIMS:
        given_way = words[i - 1] == "way" and words[i - 2].startswith(("giv", "gav", "mak", "made"))
        return not given_way and (new or words[i - 1] not in lexicon.AIMS_AT_NEW)
    return new and words[i - 1] in lexicon.TALKS


def is_sought(words: list[str], first: int, start: int) -> bool:
    """Say whether a noun is only argued for or backed ("argued for a tax cut").

    Without an article what is backed is only named ("supports legalisation"), unless it is many.
    """
    i = start - 1
    if _SEEKING.isdisjoint(words[max(first, i - NEAR) : start]):
        return False
    while i > first and words[i] not in _ENDS_AIM and start - i < NEAR:
        if words[i] in lexicon.BACKING and i >= start - 2:
            return not is_plural(words[start]) and not lexicon.DETERMINERS & {*words[i:start]}
        if may_be_verb(words[i]):
            return False
        i -= 1
    return i > first and words[i] == "for" and words[i - 1] in lexicon.SOUGHT


def is_charge(words: list[str], first: int, start: int) -> bool:
    """Say whether a noun is what somebody looks into or is tried for ("charged with murder")."""
    for i in range(start - 1, max(first, start - 2 * NEAR) - 1, -1):
        if words[i] in {",", ";"}:
            return False
        if words[i] in lexicon.LINKS_CHARGE:
            before = words[max(first, i - 2) : i]
            return not lexicon.CHARGES.isdisjoint(before)
    return False


def is_demanded(words: list[str], first: int, start: int) -> bool:
    """Say whether a verb in its base form is asked for ("demanding that the mayor quit")."""
    for i in range(start - 2, max(first, start - 2 * NEAR) - 1, -1):
        if words[i] == "that":
            return not lexicon.DEMANDING.isdisjoint(words[max(first, i - 2) : i])
    return False


def bill_before(words: list[str], first: int, start: int) -> int:
    """Return where the bill stands whose aim a verb in -ing tells ("a bill banning"), else -1."""
    if not words[start].endswith("ing"):
        return -1
    for i in range(start - 1, max(first, start - _FAR) - 1, -1):
        if words[i] in lexicon.BILLS:
            return i
        if words[i] in {",", "and", "that"} or may_be_verb(words[i]):
            return -1
    return -1
