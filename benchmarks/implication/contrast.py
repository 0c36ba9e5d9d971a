"""Train vectors of causes and effects so that each cause finds its own effect among others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import numpy as np

Floats = np.ndarray
_FIRST, _SECOND = 0.9, 0.99  # decay of Adam's moments (Kingma and Ba 2015)


@attrs.frozen
class Rates:
    """How training goes; chosen on two folds of five."""

    epochs: int = 4
    batch: int = 512
    step: float = 0.01
    sharpness: float = 10.0
    pull: float = 1e-4


@attrs.define(eq=False)
class _Moments:
    """Adam for one matrix."""

    mean: Floats
    square: Floats

    def move(self, matrix: Floats, gradient: Floats, step: float, time: int) -> None:
        self.mean += (1 - _FIRST) * (gradient - self.mean)
        self.square += (1 - _SECOND) * (gradient**2 - self.square)
        mean = self.mean / (1 - _FIRST**time)
        matrix -= step * mean / (np.sqrt(self.square / (1 - _SECOND**time)) + 1e-8)


def fit_contrast(
    start: Floats, sets: Sequence[tuple[Any, Any]], rates: Rates
) -> tuple[Floats, Floats]:
    """Return one vector a term as cause and one as effect.

    ``sets`` hold sparse rows of causes and, at the same index, of their effects. In every batch,
    of one set, a row must pick its partner among all (a softmax over cosines, both ways).
    """
    rng = np.random.default_rng(0)
    matrices = start.copy(), start.copy()
    moments = [_Moments(np.zeros_like(start), np.zeros_like(start)) for _ in matrices]
    plan = [batch for _ in range(rates.epochs) for batch in _draw(sets, rates.batch, rng)]
    for time, (number, rows) in enumerate(plan, 1):
        bags = [side[rows] for side in sets[number]]
        step = rates.step * (1 - time / (len(plan) + 1))
        gradients = _gradients(bags, matrices, rates.sharpness)
        for matrix, gradient, moment in zip(matrices, gradients, moments, strict=True):
            moment.move(matrix, gradient + rates.pull * (matrix - start), step, time)
    return matrices


def _draw(
    sets: Sequence[tuple[Any, Any]], size: int, rng: np.random.Generator
) -> list[tuple[int, Floats]]:
    """Return the batches of one epoch in random order, each with the number of its set."""
    batches = []
    for number, (causes, _) in enumerate(sets):
        order = rng.permutation(causes.shape[0])
        batches += [(number, order[i : i + size]) for i in range(0, len(order), size)]
    return [batches[i] for i in rng.permutation(len(batches))]


def _gradients(
    bags: Sequence[Any], matrices: Sequence[Floats], sharpness: float
) -> tuple[Floats, Floats]:
    summed = [bag @ matrix for bag, matrix in zip(bags, matrices, strict=True)]
    lengths = [np.linalg.norm(s, axis=1, keepdims=True) + 1e-6 for s in summed]
    cause, effect = (s / n for s, n in zip(summed, lengths, strict=True))
    scores = sharpness * cause @ effect.T
    error = (_softmax(scores) + _softmax(scores.T).T) / 2 - np.eye(len(scores), dtype=np.float32)
    error *= sharpness / len(scores)
    return (
        bags[0].T @ _through_length(error @ effect, cause, lengths[0]),
        bags[1].T @ _through_length(error.T @ cause, effect, lengths[1]),
    )


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def _through_length(gradient: Floats, unit: Floats, length: Floats) -> Floats:
    """Carry a gradient back through the division by the length."""
    return (gradient - unit * (gradient * unit).sum(axis=1, keepdims=True)) / length
