"""Precedents: what an archive of briefs has concluded from events like this one.

Learning keeps only bullets whose premises the checker supports in their own
article, takes the event's noun from the premise, puts typed slots in the place
of names, and joins bullets that say nearly the same. A precedent is promoted,
that is used, when several articles share it. Articles are kept as short hashes,
so that banks learnt apart can be merged without counting one twice.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Protocol

import attrs

from summarize.document import Document
from summarize.errors import InvalidTypeError, shorten
from summarize.implications.lexicon import DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from summarize.implications.morphology import noun_forms
from summarize.implications.names import name_end
from summarize.implications.reading import Reading, Tokens, tokenise
from summarize.implications.rule import (
    CONSEQUENCE_CLASSES,
)
from summarize.implications.wording import HEDGES
from summarize.support.check import check
from summarize.support.statement import split_statement
from summarize.support.values import Verdict

#: Articles that must share a precedent before it is used (one article proves nothing).
PROMOTED = 2
#: Share of words that two consequents must have in common to be one precedent (own choice).
SIMILAR = 0.5
_CONTEXT_WORDS = 12
_HASH = re.compile(r"[0-9a-f]{12}")
_FEWEST_WORDS, _MOST_WORDS = 3, 30


class Brief(Protocol):
    """What learning reads: a seed brief or anything with its three parts."""

    @property
    def bullets(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def title(self) -> str: ...  # noqa: D102
    @property
    def article(self) -> str: ...  # noqa: D102


@attrs.frozen
class Precedent:
    """An event noun and what briefs have concluded from it.

    ``articles`` are the hashes of the articles that share it, ``bullets`` how
    many bullets said so; ``context`` are words that all these articles have.
    """

    event: str
    hedge: str
    text: str
    kind: str
    context: tuple[str, ...]
    articles: tuple[str, ...]
    bullets: int

    @property
    def promoted(self) -> bool:
        """Whether enough articles share it."""
        return len(self.articles) >= PROMOTED

    @property
    def id(self) -> str:
        """A name that stays the same while counts grow."""
        digest = hashlib.sha256(f"{self.event}\0{self.hedge}\0{self.text}".encode()).hexdigest()
        return f"precedent-{self.event.replace(' ', '-')}-{digest[:8]}"


def _article_hash(brief: Brief) -> str:
    return hashlib.sha256(brief.article.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _event_of(premise: Tokens) -> tuple[str, str]:
    """Return the head noun of a premise's first noun phrase, and the name of its place."""
    words, start = premise.words, int(premise.words[0] in DETERMINERS)
    end = start
    while end < len(words) and words[end] not in FUNCTION_WORDS and premise.raw[end][0].isalnum():
        end += 1
    if end == start or not premise.raw[end - 1].islower():
        return "", ""
    place = ""
    if end < len(words) and words[end] in PREPOSITIONS:
        stop = name_end(premise, end + 1)
        place = " ".join(premise.raw[end + 1 : stop])
    return words[end - 1], place


def _hedge_of(consequent: str) -> tuple[str, str]:
    """Return the hedge that a consequent starts with, and what follows it."""
    for hedge in sorted(HEDGES, key=len, reverse=True):
        for form in HEDGES[hedge][:2]:
            if consequent.startswith(form + " "):
                return hedge, consequent[len(form) :].strip().rstrip(".")
    return "", ""


def _without_names(text: str, place: str) -> str:
    """Put slots in the place of names; empty if one can't be replaced or left out."""
    if place:
        text = re.sub(rf"\b(?:with)?in {re.escape(place)}\b", "in PLACE", text)
    tokens = tokenise(text)
    kept: list[str] = []
    i = 0
    while i < len(tokens):
        end = name_end(tokens, i)
        if end == i:
            kept.append(tokens.raw[i])
            i += 1
        elif tokens.raw[i:end] == ["PLACE"] and kept and kept[-1] == "in":
            kept[-1] = "[in_place]"
            i = end
        elif (
            kept and kept[-1] in {"in", "within", "for", "of", "across"} and _may_stop(tokens, end)
        ):
            kept.pop()
            i = end
        else:
            return ""
    joined = " ".join(kept).replace(" [in_place]", "[ in {place}]")
    return re.sub(r" ([,;.!?%)])", r"\1", joined)


def _may_stop(tokens: Tokens, i: int) -> bool:
    return i >= len(tokens) or tokens.raw[i] in {",", ".", ";"}


def _class_of(text: str) -> str:
    lower = text.lower()
    return next((kind for kind in CONSEQUENCE_CLASSES if kind in lower), "precedent")


def _context_of(document: Document) -> tuple[str, ...]:
    words = Reading(document).context
    return tuple(sorted(w for w in words if w.isalpha() and len(w) > 3 and w not in FUNCTION_WORDS))


def _learn_bullet(bullet: str, context: tuple[str, ...], article: str) -> Precedent | None:
    parts = split_statement(bullet)
    if not parts.premises or not parts.consequents or parts.vacuous:
        return None
    first = parts.premises[0]
    hedge, rest = _hedge_of(parts.consequents[0].slice(bullet))
    if not hedge or first.start > parts.consequents[0].start:
        return None
    event, place = _event_of(tokenise(first.slice(bullet)))
    text = _without_names(rest, place)
    if not event or not _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS:
        return None
    context = tuple(word for word in context if word not in noun_forms(event))
    return Precedent(event, hedge, text, _class_of(text), context, (article,), 1)


def _learn_brief(brief: Brief) -> list[Precedent]:
    """Return what one brief teaches: only from bullets that its own article supports."""
    document = Document.from_text(brief.article, title=brief.title)
    checks = check(document, list(brief.bullets))
    context, article = _context_of(document), _article_hash(brief)
    learnt = [
        _learn_bullet(result.statement, context, article)
        for result in checks
        if result.verdict is Verdict.SUPPORTED
    ]
    return [precedent for precedent in learnt if precedent]


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in text.lower().split() if w not in FUNCTION_WORDS)


def _alike(one: Precedent, other: Precedent) -> bool:
    if one.event != other.event:
        return False
    ours, theirs = _words(one.text), _words(other.text)
    return len(ours & theirs) >= SIMILAR * len(ours | theirs)


def _join(one: Precedent, other: Precedent) -> Precedent:
    """Join two that say the same: the wording of more articles, then the shorter one, wins."""
    first, second = sorted(
        (one, other), key=lambda p: (-len(p.articles), len(p.text), p.text, p.hedge)
    )
    new = set(second.articles) - set(first.articles)
    return attrs.evolve(
        first,
        context=tuple(sorted(set(first.context) & set(second.context))) if new else first.context,
        articles=tuple(sorted(set(first.articles) | set(second.articles))),
        bullets=first.bullets + second.bullets if new else max(first.bullets, second.bullets),
    )


def merge(precedents: Iterable[Precedent]) -> tuple[Precedent, ...]:
    """Join precedents that say the same; the result does not depend on their order."""
    joined: list[Precedent] = []
    for precedent in sorted(precedents, key=lambda p: (p.event, p.text, p.hedge, p.articles)):
        for i, other in enumerate(joined):
            if _alike(precedent, other):
                joined[i] = _join(other, precedent)
                break
        else:
            joined.append(precedent)
    return tuple(sorted(joined, key=lambda p: (p.event, p.text, p.hedge)))


def learn_precedents(briefs: Iterable[Brief]) -> tuple[Precedent, ...]:
    """Learn from an archive of briefs. Cost: one support check a brief.

    Raises :class:`InvalidTypeError` if an item has no bullets, title and article.
    """
    found: list[Precedent] = []
    for brief in briefs:
        if not all(hasattr(brief, part) for part in ("bullets", "title", "article")):
            raise InvalidTypeError(
                f"a brief needs bullets, title and article, got {shorten(brief)}; see load_seed"
            )
        found += _learn_brief(brief)
    return merge(found)
