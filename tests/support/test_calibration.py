"""The calibrated threshold keeps its promise, and says plainly when it can't."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import InvalidValueError
from summarize.support import Checker, Verdict
from summarize.support.calibration import calibrate, fit_threshold


def draw(rng, documents, each, *, spread=0.0):
    """Scores that are true probabilities, shifted together by document."""
    groups = np.repeat(np.arange(documents), each)
    scores = rng.uniform(0.3, 1.0, documents * each)
    shift = rng.normal(0, spread, documents)[groups]
    labels = rng.random(len(scores)) < np.clip(scores + shift, 0, 1)
    return scores, labels, groups


@pytest.mark.parametrize("spread", [0.0, 0.1])
def test_promise_is_kept_on_new_documents(spread):
    rng = np.random.default_rng(5)
    broken = covered = 0
    for _ in range(100):
        fitted = fit_threshold(*draw(rng, 100, 16, spread=spread), precision=0.9, confidence=0.9)
        scores, labels, _ = draw(rng, 2000, 8, spread=spread)
        if fitted.threshold is None:
            continue
        accepted = scores >= fitted.threshold
        broken += labels[accepted].mean() < 0.9
        covered += accepted.mean()
    assert broken <= 10
    assert covered / 100 > 0.03


def test_errors_that_come_by_document_need_more_evidence():
    """The same scores and number of errors, but all errors in two documents."""
    scores = np.linspace(1, 0.5, 400)
    groups = np.repeat(np.arange(40), 10)
    rng = np.random.default_rng(1)
    spread_out = rng.permuted(np.arange(400) % 20 != 0)
    together = ~np.isin(groups, [3, 17])
    assert spread_out.sum() == together.sum()
    order = rng.permutation(400)
    loose = fit_threshold(scores, spread_out[order], groups[order])
    strict = fit_threshold(scores, together[order], groups[order])
    assert loose.threshold is not None
    assert strict.threshold is None or strict.threshold > loose.threshold


def test_unreachable_precision_abstains_and_says_so():
    rng = np.random.default_rng(2)
    fitted = fit_threshold(rng.random(300), rng.random(300) < 0.5, np.arange(300))
    assert not fitted.reached
    assert fitted.accepted == 0
    assert fitted.observed is None
    assert "abstains" in fitted.describe()
    assert "300 labelled statements" in fitted.describe()


def test_result_says_on_what_it_rests():
    fitted = fit_threshold(np.linspace(0, 1, 200), [True] * 200, [n % 50 for n in range(200)])
    assert fitted.statements == 200
    assert fitted.documents == 50
    assert fitted.observed == 1.0
    assert "50 documents" in fitted.describe()


def test_two_documents_are_not_enough():
    assert not fit_threshold(np.linspace(0, 1, 200), [True] * 200, ["a", "b"] * 100).reached


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.floats(0, 1), st.booleans(), st.integers(0, 9)), min_size=1, max_size=150)
)
def test_accepted_are_those_at_or_above_the_threshold(rows):
    scores, labels, groups = zip(*rows, strict=True)
    fitted = fit_threshold(scores, labels, groups, precision=0.7, confidence=0.8)
    if fitted.threshold is None:
        return
    passed = [
        label for score, label in zip(scores, labels, strict=True) if score >= fitted.threshold
    ]
    assert fitted.accepted == len(passed)
    assert fitted.observed == pytest.approx(sum(passed) / len(passed))
    assert fitted.observed >= 0.7


@given(st.permutations(range(60)))
def test_order_of_rows_does_not_matter(order):
    rng = np.random.default_rng(3)
    scores, labels, groups = draw(rng, 20, 3)
    again = fit_threshold(scores[order], labels[order], groups[order], precision=0.6)
    assert again == fit_threshold(scores, labels, groups, precision=0.6)


@pytest.mark.parametrize("name", ["precision", "confidence"])
@pytest.mark.parametrize("figure", [0, 1, 1.5, -0.1])
def test_impossible_figures_are_refused(name, figure):
    with pytest.raises(InvalidValueError, match=f"{name} must be in"):
        fit_threshold([0.5], [True], [0], **{name: figure})


def test_bad_input_is_refused():
    with pytest.raises(InvalidValueError, match="one length"):
        fit_threshold([0.5, 0.6], [True], [0])
    with pytest.raises(InvalidValueError, match="finite"):
        fit_threshold([float("nan")], [True], [0])
    with pytest.raises(InvalidValueError, match="got none"):
        calibrate(Checker.default(), [])


def test_calibrated_checker_abstains_where_nothing_is_reached():
    article = "The mayor of Norwood opened a library on Tuesday. It cost 4 million euros."
    said = "The mayor of Norwood opened a library on Tuesday."
    checker = Checker.default().calibrate([(article, said, False)] * 30)
    (check,) = checker.check(article, [said])
    assert check.verdict is Verdict.ABSTAIN
    assert check.calibrated


def test_calibrated_checker_accepts_what_it_may():
    articles = [f"The mayor of Norwood opened {n} parks on Tuesday. It rained." for n in range(60)]
    pairs = [(a, a.split(". ")[0] + ".", True) for a in articles]
    checker = Checker.default().calibrate(pairs)
    (check,) = checker.check(articles[0], [pairs[0][1]])
    assert check.verdict is Verdict.SUPPORTED
    assert check.calibrated
