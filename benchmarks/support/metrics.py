"""Figures of merit, each from plain arrays of scores and labels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from scipy.stats import rankdata


def area_under_curve(labels: Sequence[int], scores: Sequence[float]) -> float:
    """ROC AUC by the rank sum, ties counted half; nan when one class is missing."""
    truth = np.asarray(labels, bool)
    positives = int(truth.sum())
    negatives = len(truth) - positives
    if not positives or not negatives:
        return float("nan")
    ranks = rankdata(np.asarray(scores, float))
    return float((ranks[truth].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def rank_figures(first_ranks: Iterable[float]) -> dict[str, float]:
    """hit@1 and mean reciprocal rank from the 1-based ranks of the first right item (inf: none)."""
    ranks = np.asarray(list(first_ranks), float)
    if not len(ranks):
        return {"hit@1": float("nan"), "mrr": float("nan"), "queries": 0}
    return {
        "hit@1": float((ranks == 1).mean()),
        "mrr": float((1 / ranks).mean()),
        "queries": len(ranks),
    }


def risk_coverage(labels: Sequence[int], scores: Sequence[float]) -> dict[str, list[float]]:
    """Share accepted and the error among the accepted, as the threshold falls, in 50 steps."""
    order = np.argsort(-np.asarray(scores, float), kind="stable")
    truth = np.asarray(labels, float)[order]
    counts = np.unique(np.linspace(1, len(truth), 50).astype(int))
    errors = 1 - np.cumsum(truth)[counts - 1] / counts
    return {
        "coverage": [round(float(c), 4) for c in counts / len(truth)],
        "risk": [round(float(e), 4) for e in errors],
    }


def expected_calibration_error(labels: Sequence[int], scores: Sequence[float]) -> float:
    """Mean gap between probability and frequency over ten equal bins, weighted by size."""
    values = np.asarray(scores, float)
    truth = np.asarray(labels, float)
    bins = np.minimum((values * 10).astype(int), 9)
    gaps = [
        abs(values[bins == b].mean() - truth[bins == b].mean()) * (bins == b).mean()
        for b in np.unique(bins)
    ]
    return float(sum(gaps))


def precision_recall(found: int, right: int, wanted: int) -> dict[str, float]:
    """Precision, recall and F1 from counts of flags, right flags and things to flag."""
    precision = right / found if found else float("nan")
    recall = right / wanted if wanted else float("nan")
    total = found + wanted
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * right / total if total else float("nan"),
        "flags": found,
        "wanted": wanted,
    }
