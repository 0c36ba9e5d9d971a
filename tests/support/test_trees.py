"""Trees walk on arrays as scikit-learn walks them one by one."""

import json

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from benchmarks.support.boosting import SETTINGS, fit_trees
from summarize.errors import FormatError
from summarize.support.trees import read_trees


@pytest.fixture(scope="module")
def problem():
    rng = np.random.default_rng(4)
    features = rng.normal(size=(800, 6))
    labels = ((features[:, 0] * features[:, 2] > 0) & (features[:, 4] > -1)).astype(float)
    names = [f"f{i}" for i in range(6)]
    return names, features, labels, fit_trees(names, features, labels)


def test_scores_are_those_of_scikit_learn(problem):
    names, features, labels, data = problem
    trees = read_trees(json.loads(json.dumps(data)))
    theirs = HistGradientBoostingClassifier(**SETTINGS).fit(features, labels)
    ours = trees.score(names, features)
    assert ours == pytest.approx(theirs.decision_function(features), abs=1e-3)
    order = [5, 3, 1, 0, 2, 4]
    assert (trees.score([names[i] for i in order], features[:, order]) == ours).all()


def test_a_row_scores_the_same_alone(problem):
    names, features, _, data = problem
    trees = read_trees(data)
    together = trees.score(names, features[:50])
    assert [trees.score(names, row[None])[0] for row in features[:50]] == together.tolist()
    assert trees.score(names, features[:0]).shape == (0,)


def test_damaged_trees_are_refused(problem):
    data = problem[3]
    for damage in (
        {"trees": []},
        {"trees": [{"feature": [0]}]},
        {"names": []},
        {"start": "?"},
        {"trees": [{**data["trees"][0], "left": [0] + [1] * (len(data["trees"][0]["left"]) - 1)}]},
        {"trees": [{**data["trees"][0], "right": [9999] * len(data["trees"][0]["left"])}]},
    ):
        with pytest.raises(FormatError):
            read_trees({**data, **damage})
