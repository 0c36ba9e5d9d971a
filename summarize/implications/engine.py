"""``imply`` and ``verify``: from an article to proved bullets, and back."""

from __future__ import annotations

import hashlib

import attrs

from summarize.document import Document, Span, as_document
from summarize.errors import InvalidValueError
from summarize.implications import lexicon
from summarize.implications.bank import Bank
from summarize.implications.implication import Implication, Verification
from summarize.implications.lazy import lazy
from summarize.implications.matching import find_matches
from summarize.implications.mentions import other_mentions
from summarize.implications.modality import HAPPENED, PLANNED
from summarize.implications.reading import Reading
from summarize.implications.rule import Consequent
from summarize.implications.salience import order_consequents
from summarize.implications.search import Match
from summarize.implications.slots import Filling
from summarize.implications.spread import spread
from summarize.implications.stated import Stated, stated_implications
from summarize.implications.wording import (
    FIRM_SCORE,
    WEAK,
    Template,
    hedge_level,
    hedge_words,
    number_of,
    sentence,
)
from summarize.support.values import Evidence


def _digest(document: Document) -> str:
    text = f"{document.title or ''}\0{document.text}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@attrs.frozen(slots=False, eq=False)
class _Source:
    """What a proof rests on: an article and a bank."""

    document: Document
    bank: Bank

    @lazy
    def article(self) -> str:
        """Return the article's fingerprint."""
        return _digest(self.document)

    @lazy
    def reading(self) -> Reading:
        """Return the article as rules read it."""
        return Reading(self.document)

    def evidence(self, index: int, score: float) -> Evidence:
        """Return a sentence as evidence."""
        found = self.document.boundaries
        span = Span(int(found.starts[index]), int(found.ends[index]))
        return Evidence(index, span, span.slice(self.document.text), score)


@attrs.frozen
class _Premise:
    """A worded premise, whether it takes a plural verb, and the slots that it leaves to say."""

    text: str
    plural: bool
    unsaid: Filling


def _word_premise(match: Match, template: Template) -> _Premise:
    """Word a premise in the right modality."""
    filling = match.filling
    premise = template.render(filling)
    if _is_prospective(match) and not _says_modality(filling.event):
        premise = premise.replace(filling.event, f"{_modal_word(match)} {filling.event}", 1)
    head = premise[len("The ") :] if filling.event not in premise else filling.event
    return _Premise(premise, number_of(head), _unsaid(filling, premise))


def _word_premises(match: Match) -> dict[str, _Premise]:
    """Word what a rule's consequents rest on, which most of them share."""
    templates = {c.premise.source: c.premise for c in match.event.rule.consequents}
    return {source: _word_premise(match, template) for source, template in templates.items()}


def _render(match: Match, consequent: Consequent, premise: _Premise) -> str:
    """Word one bullet, the hedge in the right number."""
    words = hedge_words(
        consequent.hedge,
        plural=premise.plural,
        prospective=_is_prospective(match),
        firm=_is_firm(match),
    )
    return sentence(premise.text, words, consequent.text.render(premise.unsaid))


def _is_prospective(match: Match) -> bool:
    return match.event.modality != HAPPENED


def _is_firm(match: Match) -> bool:
    return match.score >= FIRM_SCORE


def _modal_word(match: Match) -> str:
    event = match.event
    return event.rule.planned if event.modality == PLANNED else event.modality


def _says_modality(event: str) -> bool:
    return any(word in lexicon.PLANNED or word in lexicon.ALLEGED for word in event.lower().split())


def _unsaid(filling: Filling, premise: str) -> Filling:
    """Return the slots that the premise has not used, so that nothing is said twice."""
    names = ("about", "target", "where", "place", "actor", "number")
    said = {name: "" for name in names if filling.value(name) and filling.value(name) in premise}
    return attrs.evolve(filling, **said)


def _bullets(source: _Source, match: Match) -> list[Implication]:
    event = match.event
    rule, tokens = event.rule, event.tokens
    consequents = [c for c in rule.consequents if not any(map(source.reading.says, c.unless))]
    if not consequents:
        return []
    others = other_mentions(source.reading, rule, tokens.index)
    premises = (
        source.evidence(tokens.index, match.score),
        *[source.evidence(other.index, 0.0) for other in others],
    )
    trigger = Span(tokens.starts[event.start], tokens.ends[event.end - 1])
    found, worded = [], _word_premises(match)
    for rank, (consequent, share) in enumerate(order_consequents(consequents, tokens)):
        level = hedge_level(
            consequent.hedge,
            prospective=_is_prospective(match),
            firm=_is_firm(match),
        )
        found.append(
            Implication(
                text=_render(match, consequent, worded[consequent.premise.source]),
                kind=rule.kind,
                premises=premises,
                trigger=trigger,
                rule=rule.id,
                hedge=consequent.hedge,
                level=level,
                consequence=consequent.kind,
                score=round(match.score * 0.97**rank, 6),
                parts=(*match.parts, ("association", share)),
                bank=source.bank.fingerprint,
                article=source.article,
                counts=rule.counts,
            )
        )
    return found


def _stated_bullet(source: _Source, stated: Stated) -> Implication:
    text = stated.span.slice(source.document.text)
    evidence = Evidence(stated.index, stated.span, text, stated.score)
    return Implication(
        text=stated.text,
        kind="stated",
        premises=(evidence,),
        trigger=stated.span,
        rule="",
        hedge=stated.cue,
        level=WEAK,
        consequence="stated",
        score=round(0.8 * stated.score, 6),
        parts=(("probability", round(stated.score, 6)),),
        bank=source.bank.fingerprint,
        article=source.article,
    )


def rule_bullets(document: Document, bank: Bank) -> list[Implication]:
    """Return every bullet that rules and precedents license, best match first."""
    return _rule_bullets(_Source(document, bank))


def _rule_bullets(source: _Source) -> list[Implication]:
    document = source.document
    if not len(document.boundaries.starts) or document.language != "en":
        return []
    matches = find_matches(source.reading, source.bank)
    return [bullet for match in matches for bullet in _bullets(source, match)]


def stated_bullets(document: Document, bank: Bank) -> list[Implication]:
    """Return every bullet that the article states itself."""
    return _stated_bullets(_Source(document, bank))


def _stated_bullets(source: _Source) -> list[Implication]:
    if source.document.language != "en":
        return []
    return [_stated_bullet(source, stated) for stated in stated_implications(source.document)]


def _candidates(source: _Source) -> list[Implication]:
    found = [*_rule_bullets(source), *_stated_bullets(source)]
    return sorted(found, key=lambda bullet: -bullet.score)


def imply(
    article: str | Document, *, bank: Bank | None = None, limit: int = 6
) -> tuple[Implication, ...]:
    """Return what an article implies, as bullets with proofs: at most ``limit``, perhaps none.

    ``article`` may be a :class:`Document` with a title; a title helps to tell
    the main event. ``bank`` is the default bank unless given. Only English is
    covered; other languages give no bullets. Raises
    :class:`InvalidValueError` if ``limit`` is negative. Cost is linear in the
    article, about 1.2 ms for a news article.
    """
    if limit < 0:
        raise InvalidValueError(f"limit must be 0 or more, got {limit}")
    bank = Bank.default() if bank is None else bank
    return tuple(spread(_candidates(_Source(as_document(article), bank)), limit))


def _fault(implication: Implication, document: Document, bank: Bank) -> str:
    """Return why a proof does not replay, empty if it does."""
    if implication.bank != bank.fingerprint:
        return (
            f"the bank is another: fingerprint {bank.fingerprint[:12]}, not {implication.bank[:12]}"
        )
    for evidence in implication.premises:
        sentences, span = document.sentences, evidence.span
        if span.end > len(document.text) or span.slice(document.text) != evidence.text:
            return f"the article does not say {evidence.text[:60]!r} at {span.start}:{span.end}"
        if evidence.index >= len(sentences) or not (
            sentences[evidence.index].span.start
            <= span.start
            <= span.end
            <= sentences[evidence.index].span.end
        ):
            return f"the premise at {span.start}:{span.end} is not in sentence {evidence.index}"
    if implication.article != _digest(document):
        return "the article has changed since the implication was made"
    if implication.kind == "rule" and all(rule.id != implication.rule for rule in bank.rules):
        return f"the bank has no rule {implication.rule!r}"
    replay = stated_bullets if implication.kind == "stated" else rule_bullets
    replayed = replay(document, bank)
    if implication in replayed:
        return ""
    if all(bullet.text != implication.text for bullet in replayed):
        return (
            f"{implication.rule or 'the article'} does not give the text {implication.text[:60]!r}"
        )
    return "premises, hedge or score are not those that the replay gives"


def verify(
    implication: Implication, article: str | Document, bank: Bank | None = None
) -> Verification:
    """Replay a proof against an article and a bank (the default one unless given).

    The result is true if the same bullet with the same proof comes out again;
    otherwise its ``reason`` says what has changed: text, spans, rule, bank or
    article. Cost is that of :func:`imply`.
    """
    document = as_document(article)
    bank = Bank.default() if bank is None else bank
    reason = _fault(implication, document, bank)
    return Verification(not reason, reason)
