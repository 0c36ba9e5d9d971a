"""What must hold for any article: changes to it or to a statement that force or forbid verdicts."""

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarize.support import Checker, Verdict
from tests.support.strategies import (
    AMOUNTS,
    FILLERS,
    PEOPLE,
    PLACES,
    STRANGERS,
    articles,
    join,
    plain_facts,
    sentences,
)

CHECKER = Checker.default()
ALIKE = settings(deadline=None, max_examples=60)
UNSEEN_NUMBERS = ("7421", "31 per cent", "68 million")


def verdict_of(article, statement):
    (check,) = CHECKER.check(article, [statement])
    return check.verdict


def find_used(statement, names):
    return [name for name in names if name in statement]


@ALIKE
@given(articles(), st.data())
def test_a_verbatim_sentence_is_supported(pieces, data):
    sentence = data.draw(st.sampled_from(pieces))
    (check,) = CHECKER.check(join(pieces), [sentence])
    assert check.verdict is Verdict.SUPPORTED
    assert any(piece.text == sentence for piece in check.evidence)


@ALIKE
@given(plain_facts(), articles())
def test_its_negation_is_not(fact, others):
    pieces = [fact, *(piece for piece in others if piece != fact)]
    negated = fact.replace(" has ", " has not ", 1)
    assert verdict_of(join(pieces), negated) is not Verdict.SUPPORTED
    never = fact.replace(" has ", " has never ", 1)
    assert verdict_of(join(pieces), never) is not Verdict.SUPPORTED
    assert verdict_of(join([negated, *pieces[1:]]), fact) is not Verdict.SUPPORTED


@ALIKE
@given(articles(), st.data())
def test_an_unseen_name_is_not_supported(pieces, data):
    sentence = data.draw(st.sampled_from(pieces))
    names = find_used(sentence, (*PEOPLE, *PLACES))
    assume(names)
    name = data.draw(st.sampled_from(names))
    stranger = data.draw(st.sampled_from(STRANGERS))
    (check,) = CHECKER.check(join(pieces), [sentence.replace(name, stranger)])
    assert check.verdict is not Verdict.SUPPORTED
    assert any(item.text in stranger for item in check.missing)


@ALIKE
@given(articles(), st.sampled_from(STRANGERS), st.data())
def test_an_unseen_name_in_a_premise_is_not_supported(pieces, stranger, data):
    sentence = data.draw(st.sampled_from(pieces)).rstrip(".")
    for statement in (
        f"The involvement of {stranger} may lead to further delays, as {sentence}.",
        f"{sentence} with {stranger}, raising fears of further delays.",
        f"{sentence} before {stranger}.",
    ):
        assert verdict_of(join(pieces), statement) is not Verdict.SUPPORTED


@ALIKE
@given(articles(), st.sampled_from(UNSEEN_NUMBERS), st.data())
def test_an_unseen_number_is_not_supported(pieces, number, data):
    sentence = data.draw(st.sampled_from(pieces))
    amounts = find_used(sentence, AMOUNTS)
    assume(amounts)
    statement = re.sub(r"\d+( per cent| million)?", number, sentence, count=1)
    if "2019" in sentence:
        statement = sentence.replace(amounts[0], f"{number} guests")
    (check,) = CHECKER.check(join(pieces), [statement])
    assert check.verdict is not Verdict.SUPPORTED
    assert any(item.kind == "number" for item in check.missing)


@ALIKE
@given(articles(), sentences(), st.lists(st.sampled_from(FILLERS), min_size=1, unique=True))
def test_unrelated_text_lifts_nothing_to_supported(pieces, statement, fillers):
    before = verdict_of(join(pieces), statement)
    for text in (join(pieces + fillers), join(fillers + pieces)):
        after = verdict_of(text, statement)
        assert after is not Verdict.SUPPORTED or before is Verdict.SUPPORTED


@ALIKE
@given(articles(), sentences(), st.randoms(use_true_random=False))
def test_sentence_order_does_not_change_what_is_missing(pieces, statement, random):
    shuffled = random.sample(pieces, len(pieces))
    (first,) = CHECKER.check(join(pieces), [statement])
    (second,) = CHECKER.check(join(shuffled), [statement])
    assert first.missing == second.missing


@ALIKE
@given(articles(), sentences(), sentences())
def test_more_evidence_never_takes_coverage_away(pieces, statement, more):
    (before,) = CHECKER.check(join(pieces), [statement])
    (after,) = CHECKER.check(join([*pieces, more]), [statement])
    assert {item.span for item in after.missing} <= {item.span for item in before.missing}


@ALIKE
@given(articles(least=3), st.data())
def test_text_outside_the_evidence_can_go(pieces, data):
    statement = data.draw(st.sampled_from(pieces) | sentences())
    text = join(pieces)
    (check,) = CHECKER.check(text, [statement])
    assume(check.verdict is Verdict.SUPPORTED)
    kept = sorted({piece.span for piece in check.evidence})
    assert verdict_of(" ".join(span.slice(text) for span in kept), statement) is Verdict.SUPPORTED


@ALIKE
@given(articles(), st.lists(sentences(), min_size=1, max_size=4))
def test_siblings_in_the_batch_change_nothing(pieces, statements):
    text = join(pieces)
    together = CHECKER.check(text, statements)
    alone = tuple(CHECKER.check(text, [statement])[0] for statement in statements)
    assert together == alone
    pairs = [(text, statement) for statement in statements]
    assert CHECKER.score_batch(pairs) == tuple(check.probability for check in alone)


@ALIKE
@given(articles(), sentences())
def test_supported_and_contradicted_carry_evidence_from_the_article(pieces, statement):
    text = join(pieces)
    (check,) = CHECKER.check(text, [statement])
    assert 0 <= check.probability <= 1
    assert check.evidence or check.verdict not in (Verdict.SUPPORTED, Verdict.CONTRADICTED)
    for piece in check.evidence:
        assert piece.span.slice(text) == piece.text
        assert all(0 <= s.start < s.end <= len(statement) for s in piece.covered)
    for item in check.missing:
        assert item.span.slice(statement) == item.text
