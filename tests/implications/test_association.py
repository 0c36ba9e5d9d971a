"""Directed association: what is counted, what is masked, what the shipped model prefers."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import InvalidValueError, UnknownNameError
from summarize.implications.association import (
    FEATURES,
    PairTable,
    association,
    associations,
    direction,
    mutual_information,
    shipped_model,
    sum_vectors,
)
from summarize.implications.association_text import Bags, content_words, form_words, words

TEXTS = st.text(alphabet="abc AB.12'é\n", max_size=30)
TERMS = st.lists(st.integers(0, 5), max_size=4, unique=True)


def pair_table() -> tuple[PairTable, np.ndarray]:
    dense = np.random.default_rng(4).integers(0, 3, (2, 6, 6)).astype(float)
    keys = np.flatnonzero(dense.reshape(2, 36).any(axis=0))
    values = np.column_stack([dense.reshape(2, 36)[:, keys], [[0], [0]]])
    return PairTable(6, np.append(keys, np.iinfo(np.int64).max), values), dense


def test_information_is_the_smoothed_log_ratio_of_seen_to_expected() -> None:
    found = mutual_information(np.array([2.0, 1.0]), np.array([1.0, 0.75]), 0.5)
    assert found == pytest.approx([math.log(2.5 / 1.5), math.log(1.5 / 1.25)])


@given(st.lists(st.tuples(TERMS, TERMS), max_size=5))
def test_pair_sums_agree_with_plain_loops(rows: list[tuple[list[int], list[int]]]) -> None:
    table, dense = pair_table()
    found = table.sums([one for one, _ in rows], [other for _, other in rows])
    for row, (one, other) in enumerate(rows):
        plain = [sum(layer[c, e] for c in one for e in other) for layer in dense]
        assert found[:, row].tolist() == plain


def test_text_vectors_have_unit_length_and_empty_texts_none() -> None:
    matrix = np.array([[3.0, 0.0], [0.0, 4.0], [0.0, 0.0]], dtype=np.float32)
    found = sum_vectors(Bags(([0], [], [0]), ([1], [], [])), matrix)
    assert found == pytest.approx(np.array([[0.6, 0.8], [0.0, 0.0], [1.0, 0.0]]), abs=1e-5)


def test_features_add_up_from_their_parts() -> None:
    model = shipped_model()
    texts = "the flood closed roads", "people were evacuated after rain"
    cause, effect = (model.read([text]) for text in texts)
    found = dict(zip(FEATURES, model.features(cause, effect)[0], strict=True))
    left = sum_vectors(cause, model.causes)[0]
    right = sum_vectors(effect, model.effects)[0]
    assert found["vectors"] == pytest.approx(float(left @ right), abs=1e-6)
    stems = [len(bags.stems[0]) for bags in (cause, effect)]
    general, news = model.table.sums(cause.stems, effect.stems)[:, 0]
    assert found["general"] == pytest.approx(general / math.sqrt(stems[0] * stems[1]))
    assert found["news"] == pytest.approx(news / math.sqrt(stems[0] * stems[1]))
    assert found["length"] == pytest.approx(math.log((stems[0] + 1) / (stems[1] + 1)))
    back = dict(zip(FEATURES, model.features(effect, cause)[0], strict=True))
    assert found["form"] == pytest.approx(-back["form"])


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


def test_shared_causes_are_read_once_and_order_does_not_matter() -> None:
    effects = ["roads were closed", "bread became dearer", "roads were closed"]
    found = associations(["heavy rain flooded the town"] * 3, effects)
    assert found[0] == found[2]
    assert found[::-1] == associations(["heavy rain flooded the town"] * 3, effects[::-1])


def test_the_shipped_model_is_whole_and_finite() -> None:
    model = shipped_model()
    assert len(model.lexicon) + 1 == len(model.causes) == len(model.effects)
    assert len(model.form) == len(model.lexicon)
    assert np.isfinite(model.table.values).all()
    assert (np.diff(model.table.keys) > 0).all()
    assert all(np.isfinite(w).all() and len(w) == len(FEATURES) for w in model.weights.values())
