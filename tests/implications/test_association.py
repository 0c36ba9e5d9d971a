"""Directed association: what is counted, what is masked, what the shipped model prefers."""

import math

import numpy as np
import pytest
import scipy.sparse as sp
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import InvalidValueError, UnknownNameError
from summarize.implications.association import (
    Table,
    add_tables,
    association,
    associations,
    best_two,
    direction,
    pairwise,
    row_cosines,
    shipped_model,
    turn_table,
)
from summarize.implications.association_text import content_words, form_words, words

TEXTS = st.text(alphabet="abc AB.12'é\n", max_size=30)


def table() -> Table:
    counts = sp.csr_matrix(np.array([[2.0, 0.0], [0.0, 1.0]]))
    return Table(counts, np.array([4.0, 2.0]), np.array([2.0, 3.0]), 8.0)


def test_information_is_the_smoothed_log_ratio_of_seen_to_expected() -> None:
    found = table().information(0.5).toarray()
    assert found[0, 0] == pytest.approx(math.log(2.5 / (4 * 2 / 8 + 0.5)))
    assert found[1, 1] == pytest.approx(math.log(1.5 / (2 * 3 / 8 + 0.5)))
    assert found[0, 1] == 0.0


def test_tables_add_and_turn() -> None:
    both = add_tables(table(), turn_table(table()), 2.0)
    assert both.counts.toarray().tolist() == [[6.0, 0.0], [0.0, 3.0]]
    assert both.causes.tolist() == [10.0, 7.0]
    assert both.pairs == 24.0


def test_pairwise_and_best_two_agree_with_plain_loops() -> None:
    rng = np.random.default_rng(4)
    left, right = (sp.csr_matrix(rng.integers(0, 2, (5, 6)).astype(float)) for _ in range(2))
    matrix = sp.random(6, 6, 0.6, random_state=4, format="csr")
    full, a, b = matrix.toarray(), left.toarray(), right.toarray()
    sums = [a[i] @ full @ b[i] for i in range(5)]
    assert pairwise(left, matrix, right) == pytest.approx(sums)
    tops = [sum(sorted((a[i] @ full) * b[i])[-2:]) for i in range(5)]
    assert best_two(left, matrix, right) == pytest.approx(tops)


def test_cosine_of_an_empty_row_is_zero() -> None:
    left = np.array([[0.0, 0.0], [3.0, 4.0]])
    assert row_cosines(left, np.array([[1.0, 0.0], [3.0, 4.0]])) == pytest.approx([0.0, 1.0])


def test_words_mask_names_and_numbers() -> None:
    found = words("Floods in Tarvos closed 1,200 shops, Mr Odd's too")
    assert found == ["floods", "in", "NAME", "closed", "0", "shops", "NAME", "NAME", "too"]
    assert content_words(found) == ["floods", "closed", "shops", "too"]
    assert form_words(found) >= {"^floods", "too$", "in", "NAME", "0", "~ed"}


def test_renaming_changes_nothing() -> None:
    one = ("The flood in Lindmark broke the dam", "Workers left Lindmark")
    other = ("The flood in Ostrava broke the dam", "Workers left Ostrava")
    assert association(*one) == association(*other)


def test_effects_on_the_topic_score_above_others() -> None:
    cause = "heavy rain flooded the roads"
    likely = "the roads were closed and people were evacuated"
    assert association(cause, likely, domain="general") > association(
        cause, "she studied the violin at school", domain="general"
    )


@settings(deadline=None, max_examples=30)
@given(TEXTS, TEXTS)
def test_direction_is_antisymmetric_and_finite(one: str, other: str) -> None:
    assert direction(one, other) == pytest.approx(-direction(other, one))
    assert math.isfinite(direction(one, other))


@settings(deadline=None, max_examples=20)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_a_batch_scores_as_single_pairs_do(pairs: list[tuple[str, str]]) -> None:
    together = associations([c for c, _ in pairs], [e for _, e in pairs])
    assert together == pytest.approx([association(c, e) for c, e in pairs])


def test_wrong_arguments_are_named() -> None:
    with pytest.raises(InvalidValueError, match="2 and 1"):
        associations(["a", "b"], ["c"])
    with pytest.raises(UnknownNameError, match="'sport'"):
        association("a", "b", domain="sport")


def test_the_shipped_model_is_small_and_finite() -> None:
    model = shipped_model()
    assert len(model.lexicon.stems) == model.vectors.shape[0]
    assert all(np.isfinite(w).all() for w in model.weights.values())
