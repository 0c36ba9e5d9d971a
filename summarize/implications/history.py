"""Is the event history? Years, anniversaries and "former" around a trigger."""

from __future__ import annotations

import re

from summarize.implications import lexicon
from summarize.implications.clauses import CLAUSE_ENDS, may_be_verb, stretch_end
from summarize.implications.morphology import verb_forms
from summarize.implications.reading import Reading, Tokens

_YEAR = re.compile(r"(?:1[0-9]|20)\d\ds?")
#: How many words away a year, and a word like "anniversary", still tells (own choice).
_YEAR_BEFORE, _YEAR_AFTER, _NEAR = 8, 12, 5
#: What follows four digits that tell the time of day.
_CLOCK = (["utc"], ["gmt"], ["local"], ["hours"], ["bst"], ["est"])
#: Without a date in the article, years before this one are history.
_PAST_YEARS = 2000
#: Figures that are news though they are of the year before.
_FIGURES = lexicon.PERIODS | frozenset(
    """profit profits loss losses sales revenue revenues turnover earnings deficit surplus gap
    growth output exports imports inflation unemployment production harvest takings
    receipts""".split()
)
#: What "last" puts so far back that it is not the news.
_SPELLS = frozenset("year month season summer autumn fall winter spring decade century".split())
_MONTHS_AND_YEARS = frozenset({"month", "year"})
_AGO = frozenset("year years month months decade decades century centuries generation".split())
#: Where a sentence that opens in the past comes back to the present.
_PRESENT = frozenset({"but", "now", "yet", "today", "yesterday", ";"}) | lexicon.DAYS
_MOST_OPENING = 6
#: Before "last year" these tell what an event is measured by, or a time up to now.
_OF_PERIOD = lexicon.PREPOSITIONS | lexicon.DETERMINERS
_CUES = lexicon.PAST_CUES | lexicon.PAST_ADJECTIVES | {"last"}
#: What goes on for a time, so that once it has ended nothing more is to come of it.
_PROCESSES = frozenset(
    """investigation investigations inquiry inquiries probe probes strike strikes walkout walkouts
    negotiations talks trial search siege lockdown shutdown evacuation boycott manhunt audit
    standoff stand-off curfew""".split()
)
_ENDED = verb_forms("complete") | verb_forms("conclude") | verb_forms("finish")
_ENDS = frozenset("end conclusion completion".split())
_OVER = frozenset("ended ends concluded concludes".split())
_REACH = 6
#: What makes a planned thing real, and auxiliaries of what is past.
_SETTLING = frozenset(
    "approved approves signed signs adopted enacted imposed imposes began".split()
)
_HAVE_BEEN = frozenset("is are was were has have".split())
_UNSETTLED = lexicon.CONDITIONALS | lexicon.NEGATORS | {"to", "will", "yet", "be", "expected"}
#: Bodies whose yes alone is not enough.
_CHAMBERS = frozenset(
    """house senate chamber committee panel subcommittee lawmakers mps commons parliament congress
    assembly""".split()
)
#: What goes on behind "ended" when the way it ended is the news.
_WITH_RESULT = (["up"], ["without"], ["with"], ["in"])


def is_over(reading: Reading, words: list[str], start: int, end: int) -> bool:
    """Say whether a process has ended, by its own sentence or by another of the lead."""
    noun = words[end - 1]
    if noun not in _PROCESSES:
        return False
    if _has_ended(words, start, end):
        return True
    others = [tokens.words for tokens in reading.lead if noun in tokens.words]
    return any(
        _has_ended(other, i, i + 1)
        for other in others
        for i in range(len(other))
        if other[i] == noun
    )


def _has_ended(words: list[str], start: int, end: int) -> bool:
    """Say whether it has ended ("completed its inquiry", "the end of a strike", "is over")."""
    for i in range(start - 1, max(0, start - _REACH) - 1, -1):
        if words[i] in _ENDED or (words[i] in _ENDS and words[i + 1] == "of"):
            return True
        if words[i] in CLAUSE_ENDS or (words[i] in lexicon.PREPOSITIONS and words[i] != "of"):
            break
    for i in range(end, stretch_end(words, end)):
        if words[i] in _OVER:
            return words[i + 1 : i + 2] not in _WITH_RESULT
        if may_be_verb(words[i]):
            behind = words[i + 1 : i + 3]
            return words[i] in lexicon.BE and behind[:1] == ["over"] and _closes(behind[1:])
    return False


def _closes(behind: list[str]) -> bool:
    return not behind or behind[0] in CLAUSE_ENDS or behind[0] in {"after", "?"}


def is_settled(reading: Reading, noun: str) -> bool:
    """Say whether the headline or the lead tells that what was planned has come about.

    "The council approved the sanctions", "the strike is under way"; what one chamber of several
    has passed is still to come.
    """
    return any(
        _settles(tokens.words, i)
        for tokens in (reading.title, *reading.lead)
        if noun in tokens.words and _CHAMBERS.isdisjoint(tokens.words)
        for i in range(len(tokens.words))
        if tokens.words[i] == noun
    )


def _settles(words: list[str], at: int) -> bool:
    for i in range(at - 1, max(0, at - _NEAR) - 1, -1):
        if words[i] in _SETTLING:
            return i > 0 and words[i - 1] not in _UNSETTLED
        if words[i] in CLAUSE_ENDS or words[i] in lexicon.PREPOSITIONS:
            break
    behind = words[at + 1 : at + 5]
    if behind[:1] == ["underway"] or behind[:2] == ["under", "way"]:
        return True
    if not behind or behind[0] not in _HAVE_BEEN or not _UNSETTLED.isdisjoint(behind[1:]):
        return False
    return not {*_SETTLING, "underway"}.isdisjoint(behind) or behind[1:3] == ["under", "way"]


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
            return i < start or tokens is not reading.first or _FIGURES.isdisjoint(words)
        if word in lexicon.PAST_CUES and abs(i - start) <= _NEAR:
            return True
        if word == "ago" and i > end and _is_far_back(words, end, i):
            return True
        if not verb and word in lexicon.PAST_ADJECTIVES and 0 < start - i <= 2:
            return True
        if not verb and i < start - 1 and words[i] == "last" and words[i + 1] in _MONTHS_AND_YEARS:
            return _belongs(tokens, i + 1, start)
    return False


def is_dated_before(reading: Reading, tokens: Tokens, noun: str) -> bool:
    """Say whether a sentence above gives an event a year gone by ("the 1906 fire")."""
    first = tokens is reading.first  # most are, and no more needs to be cut for them
    for words in (reading.title.words,) if first else reading.context_sentences:
        if words is tokens.words:
            return False
        if noun in words and any(map(_YEAR.fullmatch, words)):
            at = words.index(noun)
            before = range(max(0, at - 2), at)
            if any(_is_bygone_year(reading, words, i, before=True) for i in before):
                return True
    return False


def _is_far_back(words: list[str], end: int, ago: int) -> bool:
    """Say whether "years ago" and its like end the clause of an event, and compare nothing."""
    if words[ago - 1] not in _AGO or words[ago - 3] in {"from", "than"}:
        return False
    clause = words[end:ago]
    linked = CLAUSE_ENDS.isdisjoint(clause) and lexicon.RELATIVES.isdisjoint(clause)
    return linked and not any(map(may_be_verb, clause))


def _is_bygone_year(reading: Reading, words: list[str], i: int, *, before: bool) -> bool:
    """Say whether the word at ``i`` is a year that puts an event in the past.

    The year before the latest one does so in front of the event ("the 2004 crash")
    or behind "in" ("jailed in 2004"), not elsewhere ("player of the year for 2004").
    """
    word = words[i]
    if len(word) != 4 or not word.isdigit() or "since" in words[max(0, i - 2) : i]:
        return False
    year, latest = int(word), max(reading.last_year, _PAST_YEARS)
    if not 1000 < year < latest or words[i + 1 : i + 2] in _CLOCK or _is_period(words, i):
        return False
    inside = words[i - 1] == "in" or (words[i - 2] == "in" and words[i - 1] in {"a", "an"})
    return year < latest - 1 or before or inside


def _is_period(words: list[str], year: int) -> bool:
    """Say whether a year only dates the period of a report ("the last quarter of 2004")."""
    return not lexicon.PERIODS.isdisjoint(words[max(0, year - 4) : year])


def _belongs(tokens: Tokens, owner: int, start: int) -> bool:
    """Say whether a noun is that of a time before ("last year's fatal shooting")."""
    return tokens.raw[owner].endswith(("'s", "’s")) and start - owner <= 3


def tells_history(reading: Reading, tokens: Tokens, start: int, end: int, *, verb: bool) -> bool:
    """Say whether a sentence puts an event back in time, by its opening or right behind it.

    "In 2011 ...", "Two years ago ..."; below the first sentence also "... was sold last year".
    """
    words, later = tokens.words, tokens is not reading.first
    if later and "last" in words[end:] and _is_dated_back(words, end, verb=verb):
        return True
    return _opens_in_past(reading, tokens) and _PRESENT.isdisjoint(words[2:start])


def _opens_in_past(reading: Reading, tokens: Tokens) -> bool:
    """Say whether a sentence opens with a time long before the news."""
    opening = tokens.words[:_MOST_OPENING]
    if opening[:1] == ["last"]:
        return opening[1] in _SPELLS and not may_be_verb(opening[2])
    if opening[:2] == ["earlier", "this"]:
        return opening[2] in _SPELLS
    if "ago" in opening:
        return opening[opening.index("ago") - 1] in _AGO
    if not {"in", "during", "by"}.isdisjoint(opening[:2]):
        years = [int(word[:4]) for word in opening[1:4] if _YEAR.fullmatch(word)]
        return bool(years) and (years[0] < reading.last_year or tokens is not reading.first)
    return False


def _is_dated_back(words: list[str], end: int, *, verb: bool) -> bool:
    """Say whether "last year" or its like follows in the event's clause."""
    for i in range(end, len(words) - 1):
        word = words[i]
        if word == "last" and words[i + 1] in _SPELLS:
            return words[i - 1] not in _OF_PERIOD
        if word in CLAUSE_ENDS or word in lexicon.RELATIVES or (verb and may_be_verb(word)):
            return False
    return False
