"""Fit the linear part of the support model, and the curve from its score to a probability."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from summarize.support.model import logistic

#: Penalty on squared weights of features of unit variance; leave-one-set-out means are flat
#: between .01 and .1.
PENALTY = 0.06
#: Penalty on squared slopes of length, over the number of sets: next to none.
LENGTH_PENALTY = 0.01

Matrix = NDArray[np.float64]


def fit_weights(
    matrices: Sequence[Matrix],
    labels: Sequence[Matrix],
    signs: NDArray[np.int64],
    set_weights: Sequence[float],
    lengths: Sequence[Matrix],
) -> Matrix:
    """Fit a sign-constrained logistic regression.

    Within a set both labels weigh the same. Each set has its own intercept, and its own slope of
    ``lengths`` (of the articles): only differences within a set, between statements on articles
    of one length, teach. Neither is part of what is returned.
    """
    deviation = np.sqrt(np.mean([m.var(axis=0) for m in matrices], axis=0)) + 1e-9
    scaled = np.vstack([(m - m.mean(axis=0)) / deviation for m in matrices])
    length = np.concatenate([(x - x.mean()) / (x.std() + 1e-9) for x in lengths])
    side = np.concatenate([2 * y - 1 for y in labels])
    group = np.repeat(np.arange(len(labels)), [len(y) for y in labels])
    share = np.concatenate(
        [
            weight * np.where(y == 1, 0.5 / y.mean(), 0.5 / (1 - y.mean())) / len(y)
            for y, weight in zip(labels, set_weights, strict=True)
        ]
    ) / len(labels)
    size, sets = len(signs), len(labels)
    penalty = LENGTH_PENALTY / sets

    def loss(point: Matrix) -> tuple[float, Matrix]:
        weights, offsets, slopes = np.split(point, [size, size + sets])
        margin = (scaled @ weights + offsets[group] + slopes[group] * length) * side
        pull = -share * side * logistic(-margin)
        value = (share * np.logaddexp(0, -margin)).sum()
        value += PENALTY / 2 * weights @ weights + penalty / 2 * slopes @ slopes
        slope = np.r_[
            scaled.T @ pull + PENALTY * weights,
            np.bincount(group, weights=pull, minlength=sets),
            np.bincount(group, weights=pull * length, minlength=sets) + penalty * slopes,
        ]
        return float(value), slope

    bounds = [(0, None) if s > 0 else (None, 0) for s in signs] + [(None, None)] * 2 * sets
    found = minimize(
        loss,
        np.zeros(size + 2 * sets),
        jac=True,
        bounds=bounds,
        method="L-BFGS-B",
        options={"maxiter": 500},
    )
    return found.x[:size] / deviation


def fit_curve(scores: Sequence[Matrix], labels: Sequence[Matrix]) -> tuple[float, float]:
    """Fit intercept and slope of a logistic curve, one equal weight a set."""

    def loss(curve: Matrix) -> float:
        return sum(
            np.mean(np.logaddexp(0, -(2 * y - 1) * (curve[0] + curve[1] * x)))
            for x, y in zip(scores, labels, strict=True)
        )

    found = minimize(loss, np.array([0.0, 1.0]), method="Nelder-Mead")
    return float(found.x[0]), float(found.x[1])
