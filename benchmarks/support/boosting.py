"""Fit the boosted trees of the support model, on statements made from the news archive.

The trees learn what a true sentence looks like beside its perturbations (see
``perturbations``), from the stories of the ``train`` split alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

#: Chosen once on the train split by stories held out of it; the figures are flat around them.
#: With few features a split, other draws of cases and features change the figures least.
SETTINGS = {
    "max_iter": 200,
    "max_leaf_nodes": 12,
    "learning_rate": 0.08,
    "min_samples_leaf": 30,
    "l2_regularization": 3.0,
    "max_features": 0.25,
    "random_state": 0,
}


def fit_trees(
    names: Sequence[str], features: NDArray[np.float64], labels: NDArray[np.float64]
) -> dict[str, Any]:
    """Return the fitted trees as JSON-able lists, for ``summarize.support.trees.read_trees``."""
    model = HistGradientBoostingClassifier(**SETTINGS).fit(features, labels)
    trees = [stage[0].nodes for stage in model._predictors]
    used = sorted({int(f) for nodes in trees for f in nodes["feature_idx"][nodes["is_leaf"] == 0]})
    return {
        "names": [names[f] for f in used],
        "start": float(model._baseline_prediction.ravel()[0]),
        "trees": [_list_nodes(nodes, used) for nodes in trees],
    }


def _list_nodes(nodes: NDArray[Any], used: list[int]) -> dict[str, list[Any]]:
    place = {feature: i for i, feature in enumerate(used)}
    leaf = nodes["is_leaf"].astype(bool)
    here = range(len(nodes))
    return {
        "feature": [0 if leaf[i] else place[int(nodes["feature_idx"][i])] for i in here],
        "threshold": [0.0 if leaf[i] else float(nodes["num_threshold"][i]) for i in here],
        "left": [i if leaf[i] else int(nodes["left"][i]) for i in here],
        "right": [i if leaf[i] else int(nodes["right"][i]) for i in here],
        "value": [round(float(nodes["value"][i]), 6) if leaf[i] else 0.0 for i in here],
    }
