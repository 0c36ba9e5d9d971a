"""Greedy selection that values the summary as a whole, not its sentences one by one.

``STRATEGIES`` maps the name of a method to its selection; all take features, what
sentences cost and what documents may spend (:meth:`Budget.price`), and return the
picked sentences' indices in the batch, ascending. A round takes one sentence in
every document; its cost is linear in the number of terms. Ties go to the earlier
sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
from scipy.sparse import csr_array

from summarize.features import Features
from summarize.scoring.background import Background
from summarize.scoring.centroid import centroid_vector
from summarize.scoring.frequency import cell_gains, term_probabilities
from summarize.scoring.weighting import weigh_terms
from summarize.segments import Floats, Integers, segment_max, segment_sum


class Objective(Protocol):
    """What a strategy wants: the worth of adding each sentence to what it has."""

    def value(self) -> Floats:
        """Return the worth of every sentence as the next one, shape (n_sentences,)."""

    def take(self, picks: Integers) -> None:
        """Add one sentence, or none, of every document."""


def select_rounds(
    features: Features, objective: Objective, costs: Floats, limits: Floats
) -> Integers:
    """Take the most valuable sentence that fits, in all documents at once, until none fits."""
    offsets, documents = features.sentence_offsets, features.documents
    free, left = np.ones(len(documents), bool), limits.copy()
    taken: list[Integers] = [np.empty(0, np.int64)]
    while (fits := free & (costs <= left[:, documents]).all(axis=0)).any():
        values = np.where(fits, objective.value(), -np.inf)
        best = segment_max(values, offsets)
        candidates = np.flatnonzero(fits & (values == best[documents]))
        picks = candidates[np.unique(documents[candidates], return_index=True)[1]]
        free[picks] = False
        left[:, documents[picks]] -= costs[:, picks]
        objective.take(picks)
        taken.append(picks)
    return np.sort(np.concatenate(taken))


class SumBasic:
    """SumBasic's rounds (Nenkova and Vanderwende 2005, steps 2 to 4).

    The best sentence by mean word probability among those that hold the most probable
    word; then its words' probabilities are squared.
    """

    def __init__(self, features: Features) -> None:
        self._features = features
        self._probabilities = term_probabilities(features)
        self._lengths = segment_sum(features.counts.data, features.rows, len(features.documents))

    def value(self) -> Floats:
        """Return the mean probability, plus 1 for sentences with the most probable word."""
        features, counts = self._features, self._features.counts
        sums: Floats = counts @ self._probabilities
        means = np.divide(sums, self._lengths, out=sums, where=self._lengths > 0)
        top = segment_max(self._probabilities, features.column_offsets)
        best = self._probabilities == top[features.column_documents]
        holds = np.bincount(features.rows[best[counts.indices]], minlength=len(means)) > 0
        return means + np.where(holds, 1.0, 0.0)

    def take(self, picks: Integers) -> None:
        """Square the probabilities of the words that the picks have."""
        columns = self._features.counts[picks].indices
        self._probabilities[columns] = self._probabilities[columns] ** 2


class DivergenceSum:
    """KL-Sum's rounds: the sentence that brings the summary's words nearest to the document's.

    Smoothing as in :func:`summarize.scoring.frequency.kl`.
    """

    def __init__(self, features: Features, smoothing: float = 1e-4) -> None:
        counts = features.counts
        self._features, self._smoothing = features, smoothing
        self._probabilities = term_probabilities(features)
        self._lengths = segment_sum(counts.data, features.rows, counts.shape[0])
        self._held = np.zeros(counts.shape[1])
        self._size = np.zeros(len(features.sizes))

    def value(self) -> Floats:
        """Return by how much each sentence lowers the divergence."""
        features = self._features
        gains = cell_gains(features, self._probabilities, self._held, self._smoothing)
        size = self._size[features.documents] + self._smoothing
        total = segment_sum(gains, features.rows, len(size))
        return total - np.log1p(self._lengths / size)

    def take(self, picks: Integers) -> None:
        """Add the picks' words to the summaries'."""
        rows = self._features.counts[picks]
        self._held[rows.indices] += rows.data
        self._size[self._features.documents[picks]] += self._lengths[picks]


class SummaryCentroid:
    """The sentence that brings the summary's TF-IDF vector nearest to the centroid.

    Rossiello, Basile and Semeraro 2017, "Centroid-based text summarization", on whole
    summaries as in Ghalandari 2017, "Revisiting the centroid-based method".
    """

    def __init__(
        self, features: Features, idf: Background | None = None, threshold: float = 0.0
    ) -> None:
        self._features = features
        self._matrix: csr_array = weigh_terms(features, idf)
        self._centroid = centroid_vector(features, idf=idf, threshold=threshold)
        squares = self._matrix.data * self._matrix.data
        self._squares = segment_sum(squares, features.rows, len(features.documents))
        self._held = np.zeros(self._matrix.shape[1])
        self._shared: Floats = self._matrix @ self._centroid
        self._have = np.zeros(len(features.sizes))
        self._length = np.zeros(len(features.sizes))

    def value(self) -> Floats:
        """Return the cosine with the centroid (times its length) of summary plus sentence."""
        documents = self._features.documents
        both = self._length[documents] + 2.0 * (self._matrix @ self._held) + self._squares
        products: Floats = self._have[documents] + self._shared
        np.divide(products, np.sqrt(both), out=products, where=both > 0)
        return products

    def take(self, picks: Integers) -> None:
        """Add the picks' vectors to the summaries'."""
        documents, rows = self._features.documents[picks], self._matrix[picks]
        self._length[documents] += 2.0 * (self._matrix @ self._held)[picks] + self._squares[picks]
        self._have[documents] += self._shared[picks]
        self._held[rows.indices] += rows.data


_OBJECTIVES: dict[str, Callable[..., Objective]] = {
    "sumbasic": SumBasic,
    "kl": DivergenceSum,
    "centroid_summary": SummaryCentroid,
}


def select_summary(
    features: Features, method: str, costs: Floats, limits: Floats, **options: Any
) -> Integers:
    """Select by the method of this name in ``STRATEGIES``, with the method's own options."""
    return select_rounds(features, _OBJECTIVES[method](features, **options), costs, limits)


#: Methods whose selection looks at whole summaries; all others use scores and diversity.
STRATEGIES = frozenset(_OBJECTIVES)
