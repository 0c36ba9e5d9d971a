"""Is the event history? Years, anniversaries and "former" around a trigger."""

from __future__ import annotations

from summarize.implications import lexicon
from summarize.implications.reading import Reading, Tokens

#: How many words away a year, and a word like "anniversary", still tells (own choice).
_YEAR_BEFORE, _YEAR_AFTER, _NEAR = 8, 12, 5
#: What follows four digits that tell the time of day.
_CLOCK = (["utc"], ["gmt"], ["local"], ["hours"], ["bst"], ["est"])
#: Without a date in the article, years before this one are history.
_PAST_YEARS = 2000
_CUES = lexicon.PAST_CUES | lexicon.PAST_ADJECTIVES | {"last"}


def is_past(reading: Reading, tokens: Tokens, start: int, end: int, *, verb: bool) -> bool:
    """Say whether the event is history: an earlier year or a word like "anniversary" near it."""
    words = tokens.words
    first, stop = max(0, start - _YEAR_BEFORE), min(len(words), end + _YEAR_AFTER)
    around = words[first:stop]
    if _CUES.isdisjoint(around) and not any(map(str.isdigit, around)):
        return False
    for i in range(first, stop):
        word = words[i]
        if start <= i < end:
            continue
        if i < start and i > 3 and "," in words[i:start]:
            continue
        if _is_bygone_year(reading, words, i, before=i < start):
            return True
        if word in lexicon.PAST_CUES and abs(i - start) <= _NEAR:
            return True
        if not verb and word in lexicon.PAST_ADJECTIVES and 0 < start - i <= 2:
            return True
        if not verb and i < start - 1 and words[i : i + 2] == ["last", "year"]:
            return _belongs(tokens, i + 1, start)
    return False


def _is_bygone_year(reading: Reading, words: list[str], i: int, *, before: bool) -> bool:
    """Say whether the word at ``i`` is a year that puts an event in the past.

    The year before the latest one does so in front of the event ("the 2004 crash")
    or behind "in" ("jailed in 2004"), not elsewhere ("player of the year for 2004").
    """
    word = words[i]
    if len(word) != 4 or not word.isdigit() or words[i - 1] == "since":
        return False
    year, latest = int(word), max(reading.last_year, _PAST_YEARS)
    if not 1000 < year < latest or words[i + 1 : i + 2] in _CLOCK or _is_period(words, i):
        return False
    return year < latest - 1 or before or words[i - 1] == "in"


def _is_period(words: list[str], year: int) -> bool:
    """Say whether a year only dates the period of a report ("the last quarter of 2004")."""
    return not lexicon.PERIODS.isdisjoint(words[max(0, year - 4) : year])


def _belongs(tokens: Tokens, owner: int, start: int) -> bool:
    """Say whether a noun is that of a time before ("last year's fatal shooting")."""
    return tokens.raw[owner].endswith(("'s", "’s")) and start - owner <= 3
