"""How often the calibrated threshold breaks its promise on documents it has not seen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from summarize.support.calibration import fit_threshold


def resplit(
    scores: Sequence[float],
    labels: Sequence[int],
    groups: Sequence[str],
    *,
    precision: float = 0.9,
    confidence: float = 0.9,
    times: int = 200,
    seed: int = 0,
) -> dict[str, float]:
    """Calibrate on half of the documents, measure on the other half, ``times`` over.

    A violation is a half whose accepted statements are less precise than
    requested; abstaining everywhere is none, and covers nothing.
    """
    values = np.asarray(scores, float)
    truth = np.asarray(labels, bool)
    names, numbers = np.unique(np.asarray(groups), return_inverse=True)
    rng = np.random.default_rng(seed)
    violations = abstained = 0
    coverage = []
    for _ in range(times):
        fitted = np.isin(numbers, rng.permutation(len(names))[: len(names) // 2])
        found = fit_threshold(
            values[fitted].tolist(),
            truth[fitted].tolist(),
            numbers[fitted].tolist(),
            precision=precision,
            confidence=confidence,
        )
        if found.threshold is None:
            abstained += 1
            coverage.append(0.0)
            continue
        accepted = values[~fitted] >= found.threshold
        coverage.append(float(accepted.mean()))
        violations += bool(accepted.any() and truth[~fitted][accepted].mean() < precision)
    return {
        "violations": violations / times,
        "coverage": float(np.mean(coverage)),
        "abstained": abstained / times,
    }
