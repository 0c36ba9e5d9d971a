"""``imply`` and ``verify``: from an article to proved bullets, and back."""

from __future__ import annotations

import hashlib

import attrs

from summarize.document import Document, Span, as_document
from summarize.errors import InvalidValueError
from summarize.implications import lexicon
from summarize.implications.bank import Bank
from summarize.implications.implication import Implication, Verification
from summarize.implications.matching import Match, find_matches
from summarize.implications.mentions import other_mentions
from summarize.implications.modality import HAPPENED, PLANNED
from summarize.implications.reading import Reading, Tokens
from summarize.implications.rule import Consequent
from summarize.implications.salience import order_consequents
from summarize.implications.slots import Filling
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

#: Most bullets of one rule, and what each costs the next one (own choice: three good bullets of
#: the main event go before the first of a minor one).
PER_RULE, SAME_SOURCE = 3, 0.8
#: Beside bullets of rules a stated one must be better than alone: by folds of judged bullets, of
#: those above 86 in 100 are sound and 91 read well.
LOWEST_BESIDE = 0.7
#: Share of words two bullets may have in common before the later one is dropped.
_NEAR_DUPLICATE = 0.6


def _digest(document: Document) -> str:
    text = f"{document.title or ''}\0{document.text}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _evidence(document: Document, tokens: Tokens, score: float) -> Evidence:
    found = document.sentences[tokens.index]
    return Evidence(tokens.index, found.span, found.text, score)


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


def _bullets(reading: Reading, bank: Bank, match: Match, article: str) -> list[Implication]:
    document, event = reading.document, match.event
    rule, tokens = event.rule, event.tokens
    premises = (
        _evidence(document, tokens, match.score),
        *(_evidence(document, other, 0.0) for other in other_mentions(reading, rule, tokens.index)),
    )
    trigger = Span(tokens.starts[event.start], tokens.ends[event.end - 1])
    found, worded = [], _word_premises(match)
    for rank, (consequent, share) in enumerate(order_consequents(rule.consequents, tokens)):
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
                bank=bank.fingerprint,
                article=article,
                counts=rule.counts,
            )
        )
    return found


def _stated_bullet(document: Document, stated: Stated, bank: Bank, article: str) -> Implication:
    evidence = Evidence(stated.index, stated.span, stated.span.slice(document.text), stated.score)
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
        bank=bank.fingerprint,
        article=article,
    )


def rule_bullets(document: Document, bank: Bank) -> list[Implication]:
    """Return every bullet that rules and precedents license, best match first."""
    if not document.sentences or document.language != "en":
        return []
    reading, article = Reading(document), _digest(document)
    return [
        bullet
        for match in find_matches(reading, bank)
        for bullet in _bullets(reading, bank, match, article)
    ]


def stated_bullets(document: Document, bank: Bank) -> list[Implication]:
    """Return every bullet that the article states itself."""
    if document.language != "en":
        return []
    article = _digest(document)
    found = stated_implications(document)
    return [_stated_bullet(document, stated, bank, article) for stated in found]


def _candidates(document: Document, bank: Bank) -> list[Implication]:
    found, stated = rule_bullets(document, bank), stated_bullets(document, bank)
    if found:
        stated = [bullet for bullet in stated if dict(bullet.parts)["probability"] >= LOWEST_BESIDE]
    return sorted(found + stated, key=lambda bullet: -bullet.score)


@attrs.define(eq=False)
class _Draft:
    """A candidate on its way into the list: its content words, and what it is worth now."""

    bullet: Implication
    words: frozenset[str]
    worth: float

    def fits(self, chosen: Implication, words: frozenset[str]) -> bool:
        """Say whether it adds to a chosen bullet: another class, other words."""
        stated = self.bullet.kind == "stated"
        if not stated and self.bullet.consequence == chosen.consequence:
            return False
        return len(self.words & words) <= _NEAR_DUPLICATE * min(len(self.words), len(words))


def _words(text: str) -> frozenset[str]:
    words = text.lower().rstrip(".").split()
    return frozenset(word for word in words if word not in lexicon.FUNCTION_WORDS)


def _spread(candidates: list[Implication], limit: int) -> list[Implication]:
    """Choose greedily by score, discounted for every bullet that the same source has given."""
    chosen: list[Implication] = []
    uses: dict[str, int] = {}
    left = [_Draft(bullet, _words(bullet.text), bullet.score) for bullet in candidates]
    while left and len(chosen) < limit:
        best = max(left, key=lambda draft: draft.worth)
        chosen.append(best.bullet)
        source = best.bullet.rule
        uses[source] = uses.get(source, 0) + 1
        left = [d for d in left if d is not best and d.fits(best.bullet, best.words)]
        for draft in left:
            if draft.bullet.rule == source:
                draft.worth *= SAME_SOURCE
        if uses[source] == PER_RULE:
            left = [draft for draft in left if draft.bullet.rule != source]
    return sorted(chosen, key=lambda bullet: -bullet.score)


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
    return tuple(_spread(_candidates(as_document(article), bank), limit))


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
