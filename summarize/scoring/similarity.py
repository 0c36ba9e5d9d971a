"""Pairs of similar sentences, found block by block so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.sparse import csr_array

from summarize.features import Features
from summarize.segments import Floats, Integers, segment_sum

#: Products of two cells computed at a time: about 100 MB.
_BLOCK = 4_000_000


def _iterate_pairs(matrix: csr_array) -> Iterator[tuple[Integers, Integers, Floats]]:
    """Yield the pairs i < j of rows that share a column, with their products."""
    transposed = matrix.T.tocsr()
    frequencies = np.diff(transposed.indptr).astype(np.float64)
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    work = np.cumsum(segment_sum(frequencies[matrix.indices], rows, matrix.shape[0]))
    total = work[-1] if len(work) else 0.0
    inner = np.searchsorted(work, np.arange(_BLOCK, total, _BLOCK))
    bounds = np.unique(np.concatenate(([0], inner, [matrix.shape[0]])))
    for first, last in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        block = (matrix[first:last] @ transposed).tocoo()
        upper = block.col > block.row + first
        yield block.row[upper].astype(np.int64) + first, block.col[upper], block.data[upper]


def find_edges(
    features: Features, matrix: csr_array, floors: Floats
) -> tuple[Integers, Integers, Floats]:
    """Return the pairs i < j with a product above their document's floor.

    ``matrix`` has one row a sentence; ``floors`` has shape (n_documents,). Returns rows,
    columns and products. Only one side of the diagonal is looked at, so that rounding
    cannot make the graph unsymmetric.
    """
    found: list[tuple[Integers, Integers, Floats]] = []
    for rows, columns, values in _iterate_pairs(matrix):
        kept = values > floors[features.documents[rows]]
        found.append((rows[kept], columns[kept], values[kept]))
    if not found:
        none = np.empty(0, np.int64)
        return none, none, np.empty(0)
    rows, columns, values = (np.concatenate(part) for part in zip(*found, strict=True))
    return rows, columns, values


def find_maxima(features: Features, matrix: csr_array) -> Floats:
    """Return the largest product of two different rows in every document, at least 0."""
    result = np.zeros(len(features.sizes))
    for rows, _, values in _iterate_pairs(matrix):
        np.maximum.at(result, features.documents[rows], values)
    return result


def join_edges(rows: Integers, columns: Integers, values: Floats, diagonal: Floats) -> csr_array:
    """Return the symmetric matrix with these values above, below and on the diagonal."""
    every = np.arange(len(diagonal))
    places = (np.concatenate((rows, columns, every)), np.concatenate((columns, rows, every)))
    data = np.concatenate((values, values, diagonal))
    return csr_array((data, places), shape=(len(diagonal), len(diagonal)))
