"""Greedy selection by maximal marginal relevance, for all documents of a batch at once."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csc_array, csr_array

from summarize.features import Features
from summarize.segments import Floats, Integers, first_maxima, join_ranges, segment_max, segment_sum


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
    and ``limits`` come from :meth:`Budget.price`. Cost of a round: a few passes over the
    sentences, and the sentences that share a term with those taken.
    """
    offsets, documents = features.sentence_offsets, features.documents
    own = (1 - diversity) * scores  # minus infinity for a sentence that is out of play
    closest = np.zeros(len(scores))
    left = limits.copy()
    costliest = np.array([segment_max(row, offsets) for row in costs])
    postings = similarity.tocsc()
    taken: list[Integers] = []
    picks = np.empty(0, np.int64)
    while True:
        tight = ~(costliest <= left)
        if tight.any():
            own[~(costs <= left[:, documents]).all(axis=0)] = -np.inf
            costliest[tight] = np.minimum(costliest, left)[tight]
        values = own - diversity * closest if diversity > 0 else own
        picks = first_maxima(values, offsets, documents)
        if not len(picks):
            break
        taken.append(picks)
        own[picks] = -np.inf
        left[:, documents[picks]] -= costs[:, picks]
        if diversity > 0:
            np.maximum(closest, _cosines(similarity, postings, picks), out=closest)
    return np.sort(np.concatenate(taken)) if taken else picks


def _cosines(similarity: csr_array, postings: csc_array, picks: Integers) -> Floats:
    """Return every sentence's cosine with its own document's pick of this round.

    ``postings`` are the columns of ``similarity``; a column belongs to one document.
    """
    cells = join_ranges(similarity.indptr[picks], similarity.indptr[picks + 1])
    columns = similarity.indices[cells]
    starts, ends = postings.indptr[columns], postings.indptr[columns + 1]
    places = join_ranges(starts, ends)
    products = postings.data[places] * np.repeat(similarity.data[cells], ends - starts)
    return segment_sum(products, postings.indices[places], similarity.shape[0])
