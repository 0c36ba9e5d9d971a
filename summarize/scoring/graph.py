"""Centrality of sentences in the graph of their cosine similarities.

Continuous graphs are never built: a walk needs only products with the sparse
term matrix, linear in the number of terms. Thresholded graphs are built in
blocks of bounded size and keep only the edges above the threshold.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from summarize.errors import InvalidValueError
from summarize.features import Features
from summarize.scoring.background import Background
from summarize.scoring.similarity import find_edges, join_edges
from summarize.scoring.walk import Product, cosine_product, random_walk
from summarize.scoring.weighting import Query, relevance, unit_rows
from summarize.segments import Floats


def degree(
    features: Features, *, threshold: float | None = None, idf: Background | None = None
) -> Floats:
    """Return the sum of every sentence's cosines with all of its document, itself included.

    Degree centrality (Erkan and Radev 2004, "LexRank", section 3.1). With ``threshold``,
    the number of sentences more similar than that. Range [0, n]. Cost: linear in the
    number of terms; with a threshold, the pairs that share a term.
    """
    return _similarity(features, threshold, idf)(np.ones(len(features.documents)))


def lexrank(
    features: Features,
    *,
    damping: float = 0.85,
    threshold: float | None = None,
    query: Query | None = None,
    idf: Background | None = None,
) -> Floats:
    """Score by the random walk over the cosine similarities of TF-IDF vectors.

    Continuous LexRank (Erkan and Radev 2004, "LexRank", section 3.3), or with
    ``threshold`` in [0, 1) on the graph of pairs more similar than that (section 3.2).
    With ``query``, jumps go to sentences in proportion to their cosine with it (biased
    LexRank: Otterbacher, Erkan and Radev 2005, "Using random walks for question-focused
    sentence retrieval"). Scores sum to 1 over a document. Cost: linear in the number of
    terms; with a threshold, the pairs that share a term.
    """
    product = _similarity(features, threshold, idf)
    jumps = None if query is None else relevance(features, query=query, idf=idf)
    return random_walk(features, product, damping, jumps=jumps)


def _similarity(features: Features, threshold: float | None, idf: Background | None) -> Product:
    matrix = unit_rows(features, idf)
    if threshold is None:
        return cosine_product(matrix)
    if not 0 <= threshold < 1:
        raise InvalidValueError(f"threshold must be at least 0 and below 1, got {threshold!r}")
    floors = np.full(len(features.sizes), threshold)
    rows, columns, _ = find_edges(features, matrix, floors)
    filled = np.diff(matrix.indptr) > 0
    graph: csr_array = join_edges(rows, columns, np.ones(len(rows)), filled.astype(np.float64))

    def product(vector: Floats) -> Floats:
        result: Floats = graph @ vector
        return result

    return product
