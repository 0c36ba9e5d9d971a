"""Cuts a projecting sentence down to a bullet by deletion alone.

What may go: a dateline, leading connectives, an attribution in front or behind. What stays is one
stretch of the article, word for word; only its first letter may become a capital and a full stop
may close what lost its tail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from summarize.implications.stated_cues import Cue, find_cues
from summarize.implications.stated_signs import find_signs, read_words, sign

_SAY = (
    r"(?:said|says|say|warned|warns|warn|added|adds|predicted|predicts|predict|believes|"
    r"believe|believed|thinks|think|insisted|insists|insist|argued|argues|argue|claimed|claims|"
    r"claim|noted|notes|stressed|confirmed|announced|indicated|"
    r"suggested|suggests|suggest|explained|admitted|reported|reports|declared|stated|hinted|"
    r"commented|concluded|cautioned|acknowledged)"
)
_SAYING = sign(_SAY[3:-1].replace("|", " ") + " according")
_ASIDES = r"(?:has\s+|have\s+|had\s+|also\s+|later\s+)*"
_WHEN = (
    r"(?:\s+(?:(?:on|late|early|last|this|earlier)\s+[\w ]{3,20}?|yesterday|today|recently|later"
    r"|in\s+an?\s+(?:\w+\s+){0,2}(?:statement|report|note|interview|speech|letter|study|survey)"
    r"|at\s+(?:the|a)\s+(?:\w+\s+){0,2}(?:conference|briefing|time|hearing|summit)))?"
)
_DATELINE = re.compile(
    r"[A-Z][A-Za-z.’' ]+(?:,[^()]{1,30})?\s*\((?:Reuters|Xinhua|AP|AFP|CNN)\)\s*(?:[-–—]+\s*)?"
    r"|\((?:CNN|Reuters|AP)\)\s*(?:[-–—]+\s*)?"
)
# "PORT SAND—The ...": without an agency the place is in capitals.
_PLACE_LINE = re.compile(r"[A-Z]{3}[A-Z.’' ]*(?:,\s[A-Z][\w. ]{1,20})?\s?[–—]\s?(?=[A-Z])")
_CONNECTIVE = re.compile(
    r"(?:(?:but|and|yet|so(?!\s+(?:far|long|much|many)\b)|or|plus)\s+(?=[^,\s])"
    r"|(?:however|meanwhile|also|in addition|moreover|furthermore|still|thus|therefore|hence|"
    r"nevertheless|nonetheless|besides|similarly|indeed|in fact|of course|as a result|"
    r"as a consequence|consequently|for example|for instance|for now|in turn|likewise|instead|"
    r"on the other hand|in the meantime|at the same time|elsewhere|separately|additionally|then|"
    r"now|again|finally|overall|in other words|apparently|after all|even so|that said|"
    r"as such|if so|in that case|in this case|in particular|in short|but|and|yet|so|clearly|"
    r"obviously|equally|interestingly|ironically|importantly|to that end|either way|first|second|"
    r"third)"
    r",\s+)+",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"according to (?P<who>[^,;:\"“”]{3,60}),\s+", re.IGNORECASE)
_SAID = re.compile(rf"(?P<who>[^,;:\"“”()]{{2,70}}?)\s+{_ASIDES}{_SAY}\b")
# A clause follows: "that" and a subject, or a subject that can't be an object of the verb.
_CLAUSE = re.compile(
    rf"{_WHEN}\s+(?:that\s+(?=(?:the|an?|any|some|many|most|more|all|no|there|\w+s|[A-Z0-9£$€]\S*)\s)"
    r"|(?=(?:the|an?|any|some|many|most|more|all|no|there|two|three|several|further"
    r"|[A-Z0-9£$€][\w'’.,&-]*)\s))"
)
_TAIL = re.compile(
    rf"\s*(?:{_SAY}\s+(?P<subject>[^,;:\"“”]{{2,70}}?)(?:,[^\"“”]{{2,120}})?"
    rf"|(?P<name>[^,;:\"“”]{{2,60}}?)\s+{_ASIDES}{_SAY}{_WHEN}"
    r"|according\s+to\s+(?P<source>[^\"“”;:]{2,120}?))\s*[.!]?\s*$"
)
_PRONOUN = re.compile(
    r"(?:he|she|it|they|we|you|i|this|that|these|those|who|which|what|when|where|why|how|his|her|"
    r"hers|its|their|theirs|my|our|your|him|them|us|such|one|another|both|others|neither|either|"
    r"each|none|here|then|not|than|because|although|though|whether|unless|if|so|also|"
    r"the\s+(?:latter|former|same|two|pair|trio|duo|other|others))\b",
    re.IGNORECASE,
)
# A clause or a phrase of time or place is no speaker.
_NO_SPEAKER = re.compile(
    r"(?:on|in|at|for|with|by|after|before|when|while|if|as|under|there|once)\b"
    r"|.*\b(?:did|do|does|will|would|could|may|might|saw|is|are|was|were|not|cannot)\b"
    r"|.*(?:\b(?:by|an?|the|of|to|recently|initial|early|press)|['’]s)$|(?:\S+\s+){9}",
    re.IGNORECASE,
)
_BACKSHIFT = re.compile(r"\b(?:would|could|might|had|was|were)\b")
_PAST = re.compile(r"\b[a-z]+ed\b")
# What the speaker does next loses its subject with the attribution.
_SAYS_ON = re.compile(rf"\band\s+(?:that\b|(?:\w+\s+)?{_SAY}\b)")

_AND_THEN = re.compile(r",\s+(?:and|but)\s")

# Words that leave open what somebody says; any other states it flatly, so the attribution stays.
_HEDGED = frozenset(
    "could may might likely unlikely expected predicted forecast projected anticipated"
    " tipped".split()
)
_FIRST_PERSON = sign("i we my our you your us me", r"\b(?:i|we|my|our|you|your|us|me)\b", re.I)
_ACRONYM_US = re.compile(r"\bUS\b|\bI[.,;]")
# What only the sentence before explains.
_LOOSE = re.compile(
    r"(?:the\s+(?:opposite|first|second|third|last|question|answer|hope|idea)\s+(?:is|was|would|will|"
    r"might|may|could|then)|please|needless|other|others|sure|true|also|there\s+(?:he|she|it|they)|no\s+amount|every|get|imagine|remember|could|may|might|will|would|likely|expected|early\s+in)\b",
    re.IGNORECASE,
)
_LOOSE_SIGNS = {
    "the two": sign(
        "two three four five pair trio duo latter former",
        r"\A.{0,30}\bthe\s+(?:two|three|four|five|pair|trio|duo|latter|former)\b",
        re.IGNORECASE,
    ),
    "this": sign(
        "this these",
        r"\A.*\b(?:this|these)\s+(?!year|week|month|summer|winter|autumn|spring|season|morning"
        r"|afternoon|evening|weekend|time|century|decade|quarter|country|coming|latest)\w+",
        re.IGNORECASE,
    ),
}
# Who says so much before the cue says that it won't be so, or says nothing.
_DENIED_WORDS = frozenset(
    """deny denies denied denying refuse refuses refused refusing dismiss dismisses dismissed
    dismissing rule rules ruled ruling reject rejects rejected rejecting doubt doubts doubted
    doubtful hoped no never""".split()
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|rul(?:es?|ed|ing)\s+out"
    r"|reject(?:s|ed|ing)?|doubt(?:s|ed|ful)?|hoped|no\s+(?:plans?|evidence|reason)|never\s+\w+ed)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:who|which|whom|where|whose|when)\s+(?:[\w’'-]+\s+){0,3}$")

Place = tuple[int, int]


@attrs.frozen
class Condensed:
    """A bullet: its text, the stretch that was kept, its speaker and its cue (sentence offsets).

    ``aside`` is true where the cue stands in a relative clause, beside the point of the sentence.
    """

    text: str
    start: int
    end: int
    speaker: Place | None
    cue: Cue
    aside: bool


def _within(cues: Sequence[Cue], start: int, end: int) -> list[Cue]:
    return [cue for cue in cues if start <= cue.start and cue.end <= end]


def _skip_front(text: str) -> int:
    """Return where the sentence proper starts, after dateline and connectives."""
    start = 0
    lines = (_DATELINE,) if "(" in text else (_PLACE_LINE,)
    for pattern in (*lines, _CONNECTIVE):
        match = pattern.match(text, start)
        start = match.end() if match else start
    return start


def _cut_front(text: str, cues: Sequence[Cue], start: int, end: int) -> tuple[int, Place | None]:
    """Cut an attribution in front of the clause; return the new start and the speaker.

    It stays where the clause can't stand without it: behind a pronoun, without a cue of its own,
    or in a tense that only the verb of saying explains ("said it would").
    """
    match = _ACCORDING.match(text, start, end)
    if match:
        appositive = "," in text[match.end() : match.end() + 60]
        kept = _within(cues, match.end(), end)
        flat = bool(kept) and kept[0].word not in _HEDGED
        cut = not appositive and not flat and not _PRONOUN.match(text, match.end())
        return match.end() if cut else start, match.span("who")
    match = _SAID.match(text, start, end)
    if not match:
        return start, None
    who = match.span("who")
    clause = None if _NO_SPEAKER.match(text, *who) else _CLAUSE.match(text, match.end(), end)
    if clause and not _SAYS_ON.search(text, start) and not _PRONOUN.match(text, clause.end()):
        kept = _within(cues, clause.end(), end)
        flat_before = bool(kept) and _AND_THEN.search(text, clause.end(), kept[0].start)
        if flat_before:  # what is said first stands flatly: it stays somebody's
            return start, who
        if kept and kept[0].word in _HEDGED and not _is_past(text, clause.end(), kept[0]):
            return clause.end(), who
    return start, who


def _is_past(text: str, start: int, cue: Cue) -> bool:
    """Tell whether what stands before a cue is told in the past, as after a verb of saying."""
    return bool(_BACKSHIFT.search(text, start, cue.end) or _PAST.search(text, start, cue.start))


def _cut_back(text: str, cues: Sequence[Cue], start: int) -> tuple[int, Place | None]:
    """Cut an attribution behind the clause; return the new end and the speaker."""
    comma = text.rfind(",")
    while comma > start:
        match = _TAIL.match(text, comma + 1)
        if match and _within(cues, start, comma):
            group = next(name for name in ("subject", "name", "source") if match[name])
            who = match.span(group)
            flat = _within(cues, start, comma)[0].word not in _HEDGED
            return len(text) if flat else comma, who
        comma = text.rfind(",", start, comma)
    return len(text), None


def _finish(text: str, start: int, end: int) -> str:
    """Return what is kept: white space single, first letter up, a full stop."""
    kept = " ".join(text[start:end].split()).rstrip(" ,;:-–—")
    kept = kept[:1].upper() + kept[1:]
    return kept if kept.endswith((".", "!", '."', ".”")) else kept + "."


def condense(text: str) -> Condensed | None:
    """Cut a sentence down to what it projects; None if no cue is left."""
    cues = find_cues(text)
    return condense_around(text, cues) if cues else None


def condense_around(text: str, cues: Sequence[Cue]) -> Condensed | None:
    """Cut a sentence down around its cues, one at least."""
    start, end, words = _skip_front(text), len(text), read_words(text)
    before = behind = None
    if _SAYING.stands_in(text, words):
        end, behind = _cut_back(text, cues, start)
        start, before = _cut_front(text, cues, start, end)
    kept = _within(cues, start, end)
    if not kept or _is_loose(text[start:end], words):
        return None
    speaker = before or behind
    if speaker and (_PRONOUN.match(text, *speaker) or _NO_SPEAKER.match(text, *speaker)):
        speaker = None
    kept = [cue for cue in kept if not _is_quoted(text, start, cue)]
    if not kept:
        return None
    cue = next((cue for cue in kept if not _is_relative(text, cue)), None)
    ahead = (cue or kept[0]).start
    if not _DENIED_WORDS.isdisjoint(words) and _DENIED.search(text, start, ahead):
        return None
    return Condensed(_finish(text, start, end), start, end, speaker, cue or kept[0], cue is None)


def _is_loose(kept: str, words: frozenset[str]) -> bool:
    """Tell whether what is kept speaks of "I" or "us", or needs the sentence before it."""
    if _LOOSE.match(kept) or find_signs(_LOOSE_SIGNS, kept, words):
        return True
    if _FIRST_PERSON.words.isdisjoint(words):
        return False
    return _FIRST_PERSON.stands_in(_ACRONYM_US.sub("", kept), words)


def _is_quoted(text: str, start: int, cue: Cue) -> bool:
    """Tell whether the cue stands in somebody's words within the sentence."""
    before = text[start : cue.start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _is_relative(text: str, cue: Cue) -> bool:
    """Tell whether the cue stands in a clause that only describes someone or something."""
    return bool(_RELATIVE.search(text, max(cue.start - 40, 0), cue.start))
