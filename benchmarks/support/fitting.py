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

Matrix = NDArray[np.float64]


def fit_weights(
    matrices: Sequence[Matrix],
    labels: Sequence[Matrix],
    signs: NDArray[np.int64],
    set_weights: Sequence[float],
) -> Matrix:
    """Fit a sign-constrained logistic regression.

    Within a set both labels weigh the same. Each set has its own intercept:
    only differences within a set teach.
    """
    deviation = np.sqrt(np.mean([m.var(axis=0) for m in matrices], axis=0)) + 1e-9
    scaled = np.vstack([(m - m.mean(axis=0)) / deviation for m in matrices])
    side = np.concatenate([2 * y - 1 for y in labels])
    group = np.repeat(np.arange(len(labels)), [len(y) for y in labels])
    share = np.concatenate(
        [
            weight * np.where(y == 1, 0.5 / y.mean(), 0.5 / (1 - y.mean())) / len(y)
            for y, weight in zip(labels, set_weights, strict=True)
        ]
    ) / len(labels)
    size = len(signs)

    def loss(point: Matrix) -> tuple[float, Matrix]:
        weights, offsets = point[:size], point[size:]
        margin = (scaled @ weights + offsets[group]) * side
        pull = -share * side * logistic(-margin)
        value = (share * np.logaddexp(0, -margin)).sum() + PENALTY / 2 * weights @ weights
        slope = np.r_[
            scaled.T @ pull + PENALTY * weights,
            np.bincount(group, weights=pull, minlength=len(labels)),
        ]
        return float(value), slope

    bounds = [(0, None) if s > 0 else (None, 0) for s in signs] + [(None, None)] * len(labels)
    found = minimize(
        loss,
        np.zeros(size + len(labels)),
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
