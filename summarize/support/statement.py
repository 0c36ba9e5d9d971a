"""Cut a statement into what it claims happened and what it projects from it.

A *premise* is a factual claim: it needs evidence in the article. A *consequent*
is a projection ("may lead to ...", "underscores ..."): it needs a licence. The
cut is made at implication cues, by rules over the statement's surface; a
statement without such a cue is one premise.
"""

from __future__ import annotations

import re

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
_LETTER = re.compile(r"[^\W_]")
_SENTENCE_BREAK = re.compile(r"[.!?…\n](?:(?<=\n)|[\"'”’)\]]*\s+\S)")
_LEADING = re.compile(
    r"(?:[\s,;:–—•*·\-]+|(?:and|but|so|however|meanwhile|also|moreover|furthermore|additionally|"
    r"as|because of|because|given that|given|due to|owing to|amid|following|with|since|after)\b"
    r",?)+",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"[\s,;:–—•*·\-]+(?:(?:and|but|so)\s+)?", re.IGNORECASE)
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
    """Pieces of one sentence while it is being cut: (start, is a consequent)."""

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
    premises: list[Span] = []
    consequents: list[Span] = []
    cues: list[Span] = []
    asked = []
    for start, end in bounds:
        asked.append(text.endswith("?", start, end))
        parts = _cut_sentence(text, start, end)
        for (at, projects), stop in zip(
            parts.cuts, [c[0] for c in parts.cuts[1:]] + [end], strict=True
        ):
            span = _trim(text, at, stop, premise=not projects and len(parts.cuts) > 1)
            if _LETTER.search(text, span.start, span.end):
                (consequents if projects else premises).append(span)
        cues += parts.cues
    return Statement(
        text, tuple(premises), tuple(consequents), tuple(cues), bool(asked) and all(asked)
    )


def _sentence_bounds(text: str) -> list[tuple[int, int]]:
    if _SENTENCE_BREAK.search(text):
        return [(s.span.start, s.span.end) for s in Document.from_text(text).sentences]
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return [(start, end)] if start < end else []


def _trim(text: str, start: int, end: int, *, premise: bool) -> Span:
    """Leave out connectives before the piece and punctuation around it."""
    opening = (_LEADING if premise else _CONJUNCTION).match(text, start, end)
    if opening and opening.end() < end:
        start = opening.end()
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return Span(start, end)


def _cut_sentence(text: str, start: int, end: int) -> _Parts:
    parts = _Parts(start, end, [(start, False)], [])
    words = _WORD.findall(text[start:end].lower())
    if TRIGGERS.isdisjoint(words) or text.endswith("?", start, end):
        return parts
    if TRAILING_ATTRIBUTION.search(text, start, end):
        return parts
    found = _find_cues(text, start, end, frozenset(words))
    for _, kind, match in found:
        if match.start() >= parts.cuts[-1][0]:
            (_cut_tail, _cut_verb, _cut_ground)[kind](text, parts, match)
    if not parts.cues:
        _cut_initial_ground(text, parts)
    return parts


def _find_cues(
    text: str, start: int, end: int, words: frozenset[str]
) -> list[tuple[int, int, re.Match[str]]]:
    """Return (place, kind, match) of the cues outside quotations, in text order.

    ``words`` are those of the range: a search is made only where they allow a find.
    """
    found: list[tuple[int, int, re.Match[str]]] = []
    if not (words & TRIGGERS <= MODALS) or not EFFECTS.isdisjoint(words):
        found = _find_consequences(text, start, end)
    if found or (not PROJECTING.isdisjoint(words) and PROJECTION.search(text, start, end)):
        found += [(m.start(), 2, m) for m in GROUND.finditer(text, start, end)]
    if not found:
        return found
    quoted = [m.span() for m in QUOTATION.finditer(text, start, end)]
    inside = [f for f in found if not any(a < f[0] < b for a, b in quoted)]
    return sorted(inside, key=lambda item: item[:2])


def _find_consequences(text: str, start: int, end: int) -> list[tuple[int, int, re.Match[str]]]:
    found = [(m.start(), 0, m) for m in TAIL.finditer(text, start, end)]
    after = start
    # A verb cue is tried only at words that can open one: a search at every letter is ten times
    # slower.
    for word in _WORD.finditer(text, start, end):
        if word[0] in CUE_STARTS and word.start() >= after:
            match = VERB_CUE.match(text, word.start(), end)
            if match:
                found.append((word.start(), 1, match))
                after = match.end()
    return found


def _cut_tail(text: str, parts: _Parts, match: re.Match[str]) -> None:
    """Cut at ", potentially drawing in ..." and its like: always a projection."""
    if match["anaphor"] and CONDITION.match(text, parts.cuts[-1][0], match.start()):
        return
    if match.start() > parts.start:
        parts.cut(match.start(), Span(*match.span("cue")), projects=True)


def _cut_verb(text: str, parts: _Parts, match: re.Match[str]) -> None:
    """Cut at "may lead to", "signifies" when their subject is an event, not a speaker."""
    if parts.projecting:
        return
    subject = text[parts.cuts[-1][0] : match.start()]
    if ATTRIBUTION.search(subject) or CONDITION.match(subject):
        return
    if is_agent(subject, reporting=match["report"] is not None):
        return
    if match["weak"] and not is_event(subject):
        return
    parts.cut(match.start(), Span(*match.span("cue")), projects=True)


def _cut_ground(text: str, parts: _Parts, match: re.Match[str]) -> None:
    """Cut at "as", "because" ... behind a projection: what follows is its factual ground."""
    at, projects = parts.cuts[-1]
    before = text[at : match.start()]
    if not projects and (not PROJECTION.search(before) or ATTRIBUTION.search(before)):
        return
    if match["clause"] and not holds_clause(text[match.end() : parts.end]):
        return
    parts.cuts[-1] = (at, True)
    parts.cut(match.start(), Span(*match.span("cue")), projects=False)


def _cut_initial_ground(text: str, parts: _Parts) -> None:
    """Cut "With rates falling, builders may ...": ground first, projection after the comma."""
    match = INITIAL_GROUND.match(text, parts.start, parts.end)
    if match is None:
        return
    main = text[match.end() : parts.end]
    found = PROJECTION.search(main)
    if found is None or ATTRIBUTION.search(main):
        return
    parts.cut(match.end(), Span(*match.span("cue")), projects=True)
