"""Greedy selection by maximal marginal relevance, for all documents of a batch at once."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from summarize.features import Features
from summarize.segments import Floats, Integers, segment_max


def scale_scores(features: Features, scores: Floats) -> Floats:
    """Map every document's scores linearly to [0, 1]; equal scores all become 1."""
    offsets, documents = features.sentence_offsets, features.documents
    top = segment_max(scores, offsets)[documents]
    bottom = -segment_max(-scores, offsets)[documents]
    width = top - bottom
    return np.divide(scores - bottom, width, out=np.ones_like(scores), where=width > 0)


def select(
    features: Features, scores: Floats, similarity: csr_array, costs: Floats, limits: Floats,
    *, diversity: float,
) -> Integers:  # fmt: skip
    """Return the chosen sentences' indices in the batch, ascending.

    Each round takes in every document the sentence with the largest ``(1 - diversity) *
    score - diversity * max cosine to those taken`` (Carbonell and Goldstein 1998,
    "The use of MMR") among those that still fit all budgets; ties go to the earlier
    one. ``scores`` are scaled to [0, 1]; ``similarity`` has rows of length 1; ``costs``
    and ``limits`` come from :meth:`Budget.price`. Cost: one sparse product a round.
    """
    offsets, documents = features.sentence_offsets, features.documents
    closest = np.zeros(len(scores))
    free = np.ones(len(scores), bool)
    left = limits.copy()
    taken: list[Integers] = []
    while True:
        fits = free & (costs <= left[:, documents]).all(axis=0)
        if not fits.any():
            break
        values = np.where(fits, (1 - diversity) * scores - diversity * closest, -np.inf)
        best = segment_max(values, offsets)
        candidates = np.flatnonzero(fits & (values == best[documents]))
        picks = candidates[np.unique(documents[candidates], return_index=True)[1]]
        free[picks] = False
        left[:, documents[picks]] -= costs[:, picks]
        taken.append(picks)
        if diversity > 0:
            closest = np.maximum(closest, _similarity_to(similarity, picks))
    return np.sort(np.concatenate(taken)) if taken else np.empty(0, np.int64)


def _similarity_to(similarity: csr_array, picks: Integers) -> Floats:
    """Return every sentence's cosine with its own document's pick of this round.

    Columns belong to one document each, so one dense vector holds all picked rows.
    """
    rows = similarity[picks]
    vector = np.zeros(similarity.shape[1])
    vector[rows.indices] = rows.data
    result: Floats = similarity @ vector
    return result
