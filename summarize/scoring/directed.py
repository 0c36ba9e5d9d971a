"""Directed centrality: it matters whether a similar sentence stands before or after."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from summarize.errors import InvalidValueError
from summarize.features import Features
from summarize.scoring.background import Background
from summarize.scoring.position import inverse_root
from summarize.scoring.similarity import find_edges, find_maxima
from summarize.scoring.weighting import Query, relevance, unit_rows
from summarize.segments import Floats, Integers, segment_max, segment_sum

#: Cells in a column from which it is summed on its own.
_LONG = 64


def forward(
    features: Features,
    *,
    position: float = 1.0,
    title: float = 1.0,
    query: Query | None = None,
    query_weight: float = 1.0,
) -> Floats:
    """Forward centrality plus shares of the position, the title and the query.

    PacSum's form with all weight on later sentences and raw term counts: ``sum over
    j > i of cos(i, j)``, divided by the document's maximum, plus ``position / sqrt(1 + i)``,
    plus ``title`` and ``query_weight`` times the cosines with the document's title and with
    the query, where there are such. Range [0, 1 + position + title + query_weight]. Cost:
    linear in the number of terms. ``position`` 1 is best on CNN articles
    (``benchmarks/quality/choose.py``), flat from 0.5 to 1; with a title, French and BBC news
    gain 0.3 to 0.9 ROUGE-1, encyclopedia articles lose as much.
    """
    centrality = sum_after(features.normalise(features.counts))
    top = segment_max(centrality, features.sentence_offsets)[features.documents]
    scaled = np.divide(centrality, top, out=np.zeros_like(centrality), where=top > 0)
    scores = scaled + position * inverse_root(features)
    if title and any(features.titles):
        scores = scores + title * relevance(features, query=features.titles)
    if query is not None:
        scores = scores + query_weight * relevance(features, query=query)
    return scores


def pacsum(
    features: Features,
    *,
    beta: float = 0.0,
    before: float = -0.3,
    after: float = 1.0,
    idf: Background | None = None,
) -> Floats:
    """Return directed centrality (Zheng and Lapata 2019, "Sentence centrality revisited").

    ``before * sum over j < i of e(i, j) + after * sum over j > i of e(i, j)`` with
    ``e = max(0, cos(i, j) - beta * m)`` on TF-IDF vectors and m the document's largest
    cosine of two sentences (the paper's smallest one is 0 for sparse vectors). Range: any
    number up to n. Cost: linear in the number of terms by running sums down the columns;
    with ``beta`` above 0, the pairs that share a term.
    """
    if not 0 <= beta < 1:
        raise InvalidValueError(f"beta must be at least 0 and below 1, got {beta!r}")
    matrix = unit_rows(features, idf)
    if not beta:
        return before * sum_before(matrix) + after * sum_after(matrix)
    floors = beta * find_maxima(features, matrix)
    rows, columns, values = find_edges(features, matrix, floors)
    values = values - floors[features.documents[rows]]
    count = matrix.shape[0]
    forth, back = segment_sum(values, rows, count), segment_sum(values, columns, count)
    return before * back + after * forth


def sum_after(matrix: csr_array) -> Floats:
    """Return every row's summed products with the rows after it."""
    columns = matrix.tocsc()
    below = _sum_below(columns.data, columns.indptr)
    return segment_sum(columns.data * below, columns.indices, matrix.shape[0])


def sum_before(matrix: csr_array) -> Floats:
    """Return every row's summed products with the rows before it."""
    columns = matrix.tocsc()
    pointers = len(columns.data) - columns.indptr[::-1]
    above = _sum_below(columns.data[::-1], pointers)[::-1]
    return segment_sum(columns.data * above, columns.indices, matrix.shape[0])


def _sum_below(data: Floats, pointers: Integers) -> Floats:
    """Return for every cell of a CSC matrix the sum of the cells below it in its column.

    Long columns are summed one after the other, short ones go up one cell at a time
    together; both add in the same order, so a column's sums do not depend on the others.
    """
    result = np.zeros_like(data)
    lengths, starts = np.diff(pointers), pointers[:-1].astype(np.int64)
    for column in np.flatnonzero(lengths > _LONG).tolist():
        part = slice(starts[column], starts[column] + lengths[column])
        result[part][:-1] = np.cumsum(data[part][:0:-1])[::-1]
    columns = np.flatnonzero((lengths > 1) & (lengths <= _LONG))
    columns = columns[np.argsort(-lengths[columns], kind="stable")]
    sizes, cells = lengths[columns], starts[columns] + lengths[columns] - 1
    running = np.zeros(len(columns))
    for step in range(1, int(sizes[0]) if len(sizes) else 0):
        alive = int(np.searchsorted(-sizes, -step, side="left"))
        running[:alive] += data[cells[:alive]]
        cells[:alive] -= 1
        result[cells[:alive]] = running[:alive]
    return result
