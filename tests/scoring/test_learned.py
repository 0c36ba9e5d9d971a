"""The cues of a trained ranker, and its weights."""

from __future__ import annotations

import math

import numpy as np
import pytest

from summarize.features import read_features
from summarize.scoring import SCORERS
from summarize.scoring.cues import measure_cues
from summarize.scoring.learned import load_weights

TEXT = (
    "Floods hit Bergen in 2019. The floods closed 3 schools, “safe for now” said Mayor Lund.\n\n"
    "Who pays? Floods cost Bergen dearly."
)


def test_cues_describe_the_sentence() -> None:
    features = read_features(["Another text comes first.", TEXT])
    cues = {name: column[1:].tolist() for name, column in measure_cues(features).items()}
    assert cues["first"] == [1, 0, 0, 0]
    assert cues["place_inverse"] == pytest.approx([1, 1 / 2, 1 / 3, 1 / 4])
    assert cues["opens_paragraph"] == [1, 0, 1, 0]
    assert cues["words_log"] == pytest.approx([math.log1p(n) for n in (5, 11, 2, 4)])
    assert cues["capitals"] == pytest.approx([math.log1p(n) for n in (1, 2, 0, 1)])
    assert cues["digits"] == pytest.approx([math.log1p(n) for n in (1, 1, 0, 0)])
    assert cues["quotes"] == [0, 1, 0, 0]
    assert cues["question"] == [0, 0, 1, 0]
    assert cues["starts_with_stop_word"] == [0, 1, 1, 0]
    # "Floods" and "Bergen" come back after the first sentence, "floods" after the second.
    assert cues["new_again"] == pytest.approx([math.log1p(2), 0, 0, 0])
    assert cues["old_again"] == pytest.approx([0, math.log1p(1), 0, 0])
    assert cues["first_shared"][0] == 0
    assert cues["after"][0] == 1


def test_the_score_is_the_weighted_sum_of_the_cues() -> None:
    features = read_features([TEXT])
    cues, weights = measure_cues(features), load_weights()
    assert weights.keys() == cues.keys()
    expected = sum(weights[name] * cues[name] for name in weights)
    np.testing.assert_allclose(SCORERS["learned"](features), expected)
