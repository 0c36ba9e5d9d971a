"""Cuts a projecting sentence down to a bullet by deletion alone.

What may go: a dateline, leading connectives, an attribution in front, behind or in between. The
rest stays word for word, so every word of a bullet stands in the article in the same order; only
the first letter may become a capital and a full stop may close what lost its tail.
"""

from __future__ import annotations

import re

import attrs

from summarize.implications.stated_cues import Cue, find_cues

_SAY = (
    r"(?:said|says|say|saying|warned|warns|warn|added|adds|predicted|predicts|predict|believes|"
    r"believe|believed|thinks|think|insisted|insists|insist|argued|argues|argue|claimed|claims|"
    r"claim|noted|notes|stressed|confirmed|announced|estimated|estimates|estimate|indicated|"
    r"suggested|suggests|suggest|explained|admitted|reported|reports|declared|stated|hinted|"
    r"commented|concluded|cautioned|acknowledged)"
)
_WHEN = (
    r"(?:\s+(?:(?:on|late|early|last|this|earlier)\s+[\w ]{3,20}|yesterday|today|recently|later"
    r"|in\s+an?\s+(?:\w+\s+){0,2}(?:statement|report|note|interview|speech|letter|study|survey)"
    r"|at\s+(?:the|a)\s+(?:\w+\s+){0,2}(?:conference|briefing|time|hearing|summit)))"
)
_DATELINE = re.compile(
    r"[A-Z][A-Za-z.’' ]+(?:,[^()]{1,30})?\s*\((?:Reuters|Xinhua|AP|AFP|CNN)\)\s*[-–—]+\s*"
    r"|\((?:CNN|Reuters|AP)\)\s*(?:[-–—]+\s*)?"
)
_CONNECTIVE = re.compile(
    r"(?:(?:but|and|yet|so|or|plus)\s+(?=[^,\s])"
    r"|(?:however|meanwhile|also|in addition|moreover|furthermore|still|thus|therefore|hence|"
    r"nevertheless|nonetheless|besides|similarly|indeed|in fact|of course|as a result|"
    r"as a consequence|consequently|for example|for instance|for now|in turn|likewise|instead|"
    r"on the other hand|in the meantime|at the same time|elsewhere|separately|additionally|then|"
    r"now|again|finally|overall|in other words|apparently|after all|even so|that said|"
    r"as such|if so|in that case|in this case|in particular|in short|but|and|yet|so|clearly|"
    r"obviously|interestingly|ironically|importantly|to that end|either way|first|second|third)"
    r",\s+)+",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"according to (?P<who>[^,;:\"“”]{3,60}),\s+", re.IGNORECASE)
_SAID_THAT = re.compile(
    r"(?P<who>[^,;:\"“”()]{2,70}?)\s+(?:has\s+|have\s+|had\s+|also\s+)*" + _SAY + _WHEN + r"?\s+"
    r"(?:that\s+(?=\S)|(?=(?:the|an?|any|some|many|most|more|all|no|there|two|three|several|further"
    r"|[A-Z0-9£$€][\w'’.,&-]*)\s))"
)
_TAIL = re.compile(
    r",\s+(?:" + _SAY + r"\s+(?P<subject>[^,;:\"“”]{2,70}?)(?:,[^\"“”]{2,120})?"
    r"|(?P<name>[^,;:\"“”]{2,60}?)\s+(?:has\s+|have\s+|had\s+|also\s+)*" + _SAY + _WHEN + r"?"
    r"|according\s+to\s+(?P<source>[^\"“”;:]{2,120}?))\s*[.!]?\s*$"
)
_INSERTED = re.compile(
    r",\s+(?:(?P<name>[^,;:\"“”]{2,50}?)\s+(?:has\s+|have\s+|had\s+)?" + _SAY + _WHEN + r"?"
    r"|according\s+to\s+(?P<source>[^,;:\"“”]{2,60})),\s+"
    r"|,\s+(?:however|meanwhile|though|of course|in turn|for example|for instance|too),\s+"
)
_PRONOUN = re.compile(
    r"(?:he|she|it|they|we|you|i|this|that|these|those|who|which|what|when|where|why|how|his|her|"
    r"hers|its|their|theirs|my|our|your|him|them|us|such|one|another|both|others|neither|either|"
    r"each|none|here|then|there[’']?s|it[’']s|he[’']s|she[’']s|that[’']s|they[’']\w+|we[’']\w+|"
    r"i[’']\w+|you[’']\w+|itself|himself|herself|themselves|nor|or|not|than|because|although|"
    r"though|whether|unless|otherwise|adding|saying|warning|meaning|leading|asked|told|"
    r"the\s+(?:latter|former|same|two|pair|trio|duo|other|others|second|third))\b",
    re.IGNORECASE,
)
_BACKSHIFT = re.compile(r"\b(?:would|could|might|had|was|were)\b")


@attrs.frozen
class Condensed:
    """A bullet: its text, the hull of what was kept, its speaker and its cue (sentence offsets)."""

    text: str
    start: int
    end: int
    speaker: tuple[int, int] | None
    cue: Cue


def _named(text: str, place: tuple[int, int]) -> tuple[int, int] | None:
    """Return ``place`` if it names a speaker, None if it is a pronoun or empty."""
    start, end = place
    if start < 0 or _PRONOUN.match(text, start, end):
        return None
    return place


def _skip_front(text: str) -> int:
    """Return where the sentence proper starts, after dateline and connectives."""
    start = 0
    for pattern in (_DATELINE, _CONNECTIVE):
        match = pattern.match(text, start)
        start = match.end() if match else start
    return start


def _holds_alone(text: str, start: int, end: int) -> bool:
    """Tell whether the clause can stand without the verb of saying before it."""
    if _PRONOUN.match(text, start, end):
        return False
    cues = find_cues(text[start:end])
    return bool(cues) and not _BACKSHIFT.search(text, start, start + cues[0].end)


def _cut_front(text: str, start: int, end: int) -> tuple[int, tuple[int, int] | None]:
    """Cut an attribution in front of the clause; return the new start and the speaker."""
    match = _ACCORDING.match(text, start, end)
    if match and "," not in text[match.end() : match.end() + 60]:
        if not _PRONOUN.match(text, match.end()):
            return match.end(), _named(text, match.span("who"))
        return start, _named(text, match.span("who"))
    match = _SAID_THAT.match(text, start, end)
    if not match:
        return start, None
    kept = match.end() if _holds_alone(text, match.end(), end) else start
    return kept, _named(text, match.span("who"))


def _cut_back(text: str, start: int, end: int) -> tuple[int, tuple[int, int] | None]:
    """Cut an attribution behind the clause; return the new end and the speaker."""
    match = _TAIL.search(text, start, end)
    if not match or not find_cues(text[start : match.start()]):
        return end, None
    group = next(name for name in ("subject", "name", "source") if match[name])
    return match.start(), _named(text, match.span(group))


def _join(text: str, start: int, end: int) -> str:
    """Return what is kept: insertions out, white space single, first letter up, a full stop."""
    pieces, at = [], start
    for match in _INSERTED.finditer(text, start, end):
        pieces.append(text[at : match.start()])
        at = match.end()
    kept = " ".join(" ".join([*pieces, text[at:end]]).split()).rstrip(" ,;:-–—")
    kept = kept[:1].upper() + kept[1:]
    return kept if kept.endswith((".", "!", '."', ".”")) else kept + "."


def condense(text: str) -> Condensed | None:
    """Cut a sentence down to what it projects; None if no cue is left."""
    start = _skip_front(text)
    end, behind = _cut_back(text, start, len(text))
    start, before = _cut_front(text, start, end)
    cues = find_cues(text[start:end])
    if not cues:
        return None
    cue = attrs.evolve(cues[0], start=cues[0].start + start, end=cues[0].end + start)
    return Condensed(_join(text, start, end), start, end, before or behind, cue)
