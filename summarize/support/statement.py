"""Cut a statement into what it claims happened and what it projects from it.

A *premise* is a factual claim: it needs evidence in the article. A *consequent*
is a projection ("may lead to ...", "underscores ..."): it needs a licence. The
cut is made at implication cues, by rules over the statement's surface; a
statement without such a cue is one premise.
"""

from __future__ import annotations

import re
from itertools import accumulate

import attrs

from summarize.document import Document, Span
from summarize.errors import InvalidTypeError, shorten
from summarize.support.grammar import (
    ATTRIBUTION,
    CONDITION,
    CUE_STARTS,
    EFFECTS,
    GROUND,
    INITIAL_GROUND,
    MODALS,
    PROJECTING,
    PROJECTION,
    QUOTATION,
    TAIL,
    TRAILING_ATTRIBUTION,
    TRIGGERS,
    VERB_CUE,
    holds_clause,
    is_agent,
    is_event,
    is_vacuous,
)

_WORD = re.compile(r"[a-z]+")
_WORDS = re.compile(r"([a-z]+)")
_LETTER = re.compile(r"[^\W_]")
_SENTENCE_BREAK = re.compile(r"[.!?…\n](?:(?<=\n)|[\"'”’)\]]*\s+\S)")
_LEADING = re.compile(
    r"(?:[\s,;:–—•*·\-]+|(?:and|but|so|however|meanwhile|also|moreover|furthermore|additionally|"
    r"as|because of|because|given that|given|due to|owing to|amid|following|with|since|after)\b"
    r",?)+"
)
_CONJUNCTION = re.compile(r"[\s,;:–—•*·\-]+(?:(?:and|but|so)\s+)?")
_TRAILING = " \t\r\n,;:–—-"


@attrs.frozen
class Statement:
    """A statement and its parts, as spans into ``text`` in text order.

    ``premises`` are factual claims, ``consequents`` projections (each starts at
    its cue), ``cues`` the words at which the cut was made. A statement without
    consequents is one premise a sentence. ``question`` tells that all its
    sentences ask instead of claiming.
    """

    text: str
    premises: tuple[Span, ...]
    consequents: tuple[Span, ...] = ()
    cues: tuple[Span, ...] = ()
    question: bool = False

    @property
    def vacuous(self) -> bool:
        """Whether no premise claims anything ("This", "The situation", no letters at all)."""
        return all(is_vacuous(span.slice(self.text)) for span in self.premises)


@attrs.define
class _Parts:
    """Pieces of one sentence while it is being cut: (start, is a consequent).

    ``text`` is the whole statement, ``low`` the same in lower case.
    """

    text: str
    low: str
    start: int
    end: int
    cuts: list[tuple[int, bool]]
    cues: list[Span]

    @property
    def projecting(self) -> bool:
        return self.cuts[-1][1]

    def cut(self, at: int, cue: Span, *, projects: bool) -> None:
        if self.cuts[-1][0] == at:
            self.cuts.pop()
        self.cuts.append((at, projects))
        self.cues.append(cue)


def split_statement(text: str | Document) -> Statement:
    """Cut ``text`` at its implication cues into premises and consequents.

    ``text`` may hold several sentences; each is cut by itself (those of a
    :class:`Document` as they are). Reported
    projections ("Analysts said the ban could ...") are claims about who said
    what, so they stay premises, as do quotations and questions. Cost is linear
    in the length. Raises :class:`InvalidTypeError` for any other type.
    """
    if isinstance(text, Document):
        return _split([(s.span.start, s.span.end) for s in text.sentences], text.text)
    if not isinstance(text, str):
        raise InvalidTypeError(
            f"a statement must be a str, got {type(text).__name__} {shorten(text)}; "
            "pass one statement at a time"
        )
    return _split(_sentence_bounds(text), text)


def _split(bounds: list[tuple[int, int]], text: str) -> Statement:
    # The one letter whose lower case is two characters would shift all that follows.
    low = text.replace("İ", "I").lower()
    premises: list[Span] = []
    consequents: list[Span] = []
    cues: list[Span] = []
    asked = [text.endswith("?", start, end) for start, end in bounds]
    for (start, end), question in zip(bounds, asked, strict=True):
        cuts, words = [(start, False)], () if question else _WORD.findall(low, start, end)
        if not TRIGGERS.isdisjoint(words):
            parts = _Parts(text, low, start, end, cuts, [])
            _cut_sentence(parts, frozenset(words))
            cues += parts.cues
        for number, (at, projects) in enumerate(cuts, start=1):
            stop = cuts[number][0] if number < len(cuts) else end
            span = _trim(low, at, stop, _CONJUNCTION if projects or len(cuts) == 1 else _LEADING)
            if _LETTER.search(text, span.start, span.end):
                (consequents if projects else premises).append(span)
    return Statement(
        text, tuple(premises), tuple(consequents), tuple(cues), bool(asked) and all(asked)
    )


def _sentence_bounds(text: str) -> list[tuple[int, int]]:
    if _SENTENCE_BREAK.search(text):
        return [(s.span.start, s.span.end) for s in Document.from_text(text).sentences]
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return [(start, end)] if start < end else []


def _trim(low: str, start: int, end: int, opening: re.Pattern[str]) -> Span:
    """Leave out connectives before the piece and punctuation around it."""
    found = opening.match(low, start, end)
    if found and found.end() < end:
        start = found.end()
    while end > start and low[end - 1] in _TRAILING:
        end -= 1
    return Span(start, end)


def _cut_sentence(parts: _Parts, words: frozenset[str]) -> None:
    if TRAILING_ATTRIBUTION.search(parts.low, parts.start, parts.end):
        return
    for _, kind, match in _find_cues(parts, words):
        if match.start() >= parts.cuts[-1][0]:
            (_cut_tail, _cut_verb, _cut_ground)[kind](parts, match)
    if not parts.cues:
        _cut_initial_ground(parts)


def _find_cues(parts: _Parts, words: frozenset[str]) -> list[tuple[int, int, re.Match[str]]]:
    """Return (place, kind, match) of the cues outside quotations, in text order.

    ``words`` are those of the sentence: a search is made only where they allow a find.
    """
    low, start, end = parts.low, parts.start, parts.end
    found: list[tuple[int, int, re.Match[str]]] = []
    if not (words & TRIGGERS <= MODALS) or not EFFECTS.isdisjoint(words):
        found = _find_consequences(parts)
    if found or (not PROJECTING.isdisjoint(words) and PROJECTION.search(low, start, end)):
        found += [(m.start(), 2, m) for m in GROUND.finditer(low, start, end)]
    if not found:
        return found
    quoted = [m.span() for m in QUOTATION.finditer(parts.text, start, end)]
    inside = [f for f in found if not any(a < f[0] < b for a, b in quoted)]
    return sorted(inside, key=lambda item: item[:2])


def _find_consequences(parts: _Parts) -> list[tuple[int, int, re.Match[str]]]:
    found = [(m.start(), 0, m) for m in TAIL.finditer(parts.low, parts.start, parts.end)]
    after = parts.start
    # A verb cue is tried only at words that can open one, in lower case as written: a search at
    # every letter is ten times slower.
    pieces = _WORDS.split(parts.text[parts.start : parts.end])
    for piece, at in zip(pieces, accumulate(map(len, pieces), initial=parts.start), strict=False):
        if piece in CUE_STARTS and at >= after:
            match = VERB_CUE.match(parts.low, at, parts.end)
            if match:
                found.append((at, 1, match))
                after = match.end()
    return found


def _cut_tail(parts: _Parts, match: re.Match[str]) -> None:
    """Cut at ", potentially drawing in ..." and its like: always a projection."""
    if match["anaphor"] and CONDITION.match(parts.low, parts.cuts[-1][0], match.start()):
        return
    if match.start() > parts.start:
        parts.cut(match.start(), Span(*match.span("cue")), projects=True)


def _cut_verb(parts: _Parts, match: re.Match[str]) -> None:
    """Cut at "may lead to", "signifies" when their subject is an event, not a speaker."""
    if parts.projecting:
        return
    begin, end = parts.cuts[-1][0], match.start()
    low, subject = parts.low[begin:end], parts.text[begin:end]
    if ATTRIBUTION.search(low) or CONDITION.match(low):
        return
    if is_agent(subject, reporting=match["report"] is not None):
        return
    if match["weak"] and not is_event(subject):
        return
    parts.cut(end, Span(*match.span("cue")), projects=True)


def _cut_ground(parts: _Parts, match: re.Match[str]) -> None:
    """Cut at "as", "because" ... behind a projection: what follows is its factual ground."""
    at, projects = parts.cuts[-1]
    before = parts.low[at : match.start()]
    if not projects and (not PROJECTION.search(before) or ATTRIBUTION.search(before)):
        return
    if match["clause"] and not holds_clause(parts.text[match.end() : parts.end]):
        return
    parts.cuts[-1] = (at, True)
    parts.cut(match.start(), Span(*match.span("cue")), projects=False)


def _cut_initial_ground(parts: _Parts) -> None:
    """Cut "With rates falling, builders may ...": ground first, projection after the comma."""
    match = INITIAL_GROUND.match(parts.text, parts.start, parts.end)
    if match is None:
        return
    main = parts.low[match.end() : parts.end]
    found = PROJECTION.search(main)
    if found is None or ATTRIBUTION.search(main):
        return
    parts.cut(match.end(), Span(*match.span("cue")), projects=True)
