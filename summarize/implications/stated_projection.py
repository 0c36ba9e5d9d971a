"""Cues that project nothing: advice, guesses at what is, bygone fears, what nobody can tell yet.

And what tells that a text is no plain sentence: credits, links, lost spaces. The word lists are
this project's own writing.
"""

from __future__ import annotations

import re

from summarize.implications.stated_marks import SIGNS
from summarize.implications.stated_signs import find_signs, read_words, sign

_MODAL = r"(?:will|would|could|may|might|be|\w+['’]ll|it['’]s)"
#: What may follow "likely" where it says that something is to come.
_LIKELY_GOES_ON = (
    "to that than in by as if before after when at on for this next because and but or until will"
    " soon over under without with within during from not"
)
_NO_PROJECTION = {
    # "evacuated for fear the dam could fail": why something was done.
    "bygone fear": sign("fear", r"\bfor\s+fear\b"),
    "nobody can tell": sign(
        "soon early", r"\btoo\s+(?:soon|early)\s+to\s+(?:predict|say|tell|know|judge|call)\b"
    ),
    "question": sign("asked asks asking ask", r"\bask(?:s|ed|ing)?\s+(?:\w+\s+)?(?:if|whether)\b"),
    "present number": sign("many", r"\b(?:could|may|might)\s+be\s+as\s+many\b"),
    "advice": sign(
        "want consider",
        r"\b(?:may|might)\s+(?:also\s+|well\s+)?want\s+to\b|\bshould\s+(?:also\s+)?consider\b",
    ),
    "maxim": sign("the", r"\AThe\s+(?:more|less|longer|bigger)\s+(?:\S+\s+){1,8}?the\s+"),
    "impression": sign("sound surprise strike", r"\b(?:may|might)\s+(?:sound|surprise|strike)\b"),
    "explanation": sign(
        "attributed related linked explained described",
        r"\b(?:may|might|could|likely)\s+(?:\w+\s+){0,3}be\s+(?:\w+\s+){0,3}"
        r"(?:attributed|related|linked|explained|described)\b|\blikely\s+(?:related|linked)\b",
    ),
    # "is likely its wettest year", "unlikely friends": how things are.
    "how it is": sign(
        "likely unlikely",
        rf"(?<![\w’'])(?<!\bit )(?!{_MODAL}\b)[\w’']+\s+(?:un)?likely\s+"
        rf"(?!(?:{_LIKELY_GOES_ON.replace(' ', '|')}|\w+ing)\b)[A-Za-z]",
        re.IGNORECASE,
    ),
    "first guess": sign(
        "originally initially",
        r"\b(?:originally|initially)\s+(?:predicted|expected|forecast|projected|warned|feared)\b",
    ),
    "going price": sign("expect", r"\bcan\s+expect\s+to\s+(?:pay|earn|take\s+home)\b"),
    "custom": sign(
        "generally usually traditionally sometimes often normally",
        r"\b(?:generally|usually|traditionally|sometimes|often|normally)\s+expected\b",
    ),
    # "Nearly half say ...": half of whom stands in another sentence.
    "share alone": sign(
        "half third thirds quarter quarters percent cent",
        r"\A(?:(?:more|less|fewer)\s+than\s+|nearly\s+|about\s+|almost\s+|close\s+to\s+|over\s+)?"
        r"(?:half|an?\s+third|an?\s+quarter|two[- ]thirds|three[- ]quarters|\d[\d.]*\s?per\s?cent)"
        r"\s+(?!of\b)[a-z]",
        re.IGNORECASE,
    ),
    "open question": sign(
        "wait seen",
        r"\bwait\b(?:\s+\S+){0,6}?\s+to\s+(?:see|find\s+out|know|learn)\b|\bremains\s+to\s+be\s+seen\b",
    ),
    "permission": sign("no", r"\b[Nn]o\s+\w+\s+may\b"),
}
_WORDS_LOST = sign(
    "",
    r"(?<![-\w])\w+-(?:the|an?|said|has|had)(?![-\w])"
    r"|(?<![-\w])(?:said|has|have|had|of|the)-[a-z]+(?![-\w])"
    r"|[a-z],[A-Za-z]{2}|\w\?\w|\?\d|\s\?\w",
    parts=", - ?",
)
_NO_SENTENCE = {
    "credit": sign(
        "image photo media related read getty close",
        r"\b(?:Image|Photo|Media)\s+(?:copyright|caption|playback)\b|\bRelated\s+Coverage\b"
        r"|\bRead\s+more\b|\bFile\s+[Pp]hoto\b|\bGetty\s+Images\b|\ACLOSE\s",
    ),
    "words lost": _WORDS_LOST,
    "nothing said": sign("saying adding warning", r"\b(?:saying|adding|warning)\.$"),
    "dateline": sign("", r"\A[A-Z]{4,}(?:,\s[A-Z][a-z.]+)?\s[-–—]", parts="- – —"),
    # "may gained a foothold", "to to".
    "slip": sign(
        "may might could to the of a",
        r"\b(?:may|might|could)\s+(?!(?:shed|wed|embed)\b)[a-z]{2,}[^e\W]ed\b"
        r"|\b(?:may|might|could)\s+(?:them|him|us|me)\b|\b(to|the|of|an?)\s+\1\b",
    ),
}


# "[Low said that] it will pass, but warned that ...": the second verb has lost its subject.
_SPEAKER_LOST = sign(
    "but and",
    r"\b(?:but|and)\s+(?:also\s+)?"
    r"(?:warned|warns|cautioned|predicted|added|acknowledged|conceded|insisted|said|expressed|urged)\b",
)


def has_lost_speaker(bullet: str) -> bool:
    """Tell whether a bullet whose beginning was cut goes on with what the speaker said."""
    return _SPEAKER_LOST.stands_in(bullet, read_words(bullet))


# Who says what they will do themselves: told in the lead it is the news.
_OWN_ACT = SIGNS["own act"]


def announces(bullet: str) -> bool:
    """Tell whether somebody says in a bullet what they will do themselves."""
    return _OWN_ACT.stands_in(bullet, read_words(bullet))


def projects_nothing(bullet: str) -> bool:
    """Tell whether what looks like a projection in a bullet is none."""
    return bool(find_signs(_NO_PROJECTION, bullet, read_words(bullet)))


def is_no_sentence(bullet: str) -> bool:
    """Tell whether a bullet is a credit, a link, or has lost spaces or letters."""
    return bool(find_signs(_NO_SENTENCE, bullet, read_words(bullet)))
