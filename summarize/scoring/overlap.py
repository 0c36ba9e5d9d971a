"""Products with TextRank's similarity of sentences by shared words.

``S_ab = sum over terms of count_a * count_b / (ln |a| + ln |b|)``, where |a| is the
number of content words in sentence a; the denominator is 1 for two sentences of
one word each. It ties rows and columns together, so S is no product of two
matrices; but it depends on the lengths alone, and that has two exact ways out.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from summarize.features import Features
from summarize.scoring.walk import Product, outer_product
from summarize.segments import Floats, Integers, number_groups, segment_sum

#: Sentences from which a document is taken by factors; the cost is about the same there.
_LONG = 300
#: Factors end when what is left of the denominators' matrix is below the rounding error.
_LEFT = 1e-16


def overlap_product(features: Features) -> Product:
    """Return x -> S x for all documents of the batch."""
    counts = features.counts
    lengths = segment_sum(counts.data, features.rows, counts.shape[0])
    logs = np.log(np.maximum(lengths, 1.0))
    long = features.sizes > _LONG
    grouped = _group_product(features, lengths, logs, ~long[features.documents])
    factored: list[tuple[slice, Product]] = []
    for document in np.flatnonzero(long).tolist():
        part = slice(*features.sentence_offsets[document : document + 2].tolist())
        factored.append((part, _factor_product(counts[part], logs[part])))

    def product(vector: Floats) -> Floats:
        result = grouped(vector)
        for part, multiply in factored:
            result[part] = multiply(vector[part])
        return result

    return product


def _factor_product(counts: csr_array, logs: Floats) -> Product:
    """Return x -> S x for one document, with 1 / (u + v) as a short sum of products."""
    columns, signs = _factor_denominators(logs)
    used, local = np.unique(counts.indices, return_inverse=True)
    matrix = csr_array((counts.data, local, counts.indptr), shape=(counts.shape[0], len(used)))
    transposed = matrix.T.tocsr()

    def product(vector: Floats) -> Floats:
        held = matrix @ (transposed @ (columns * vector[:, None]))
        result = np.zeros_like(vector)
        for column, other, sign in zip(columns.T, held.T, signs.tolist(), strict=True):
            result += sign * column * other
        return result

    return product


def _factor_denominators(logs: Floats) -> tuple[Floats, Floats]:
    """Return F (n, r) and signs s (r,) so that ``1 / (u_a + u_b) = sum_k s_k F_ak F_bk``.

    The matrix is a symmetric Cauchy matrix, whose pivoted Cholesky factors have a closed
    form: with pivots p, ``F_ak = sqrt(2 p_k) / (u_a + p_k) * product over q before k of
    (u_a - p_q) / (u_a + p_q)`` (Demmel 1999, "Accurate SVDs of structured matrices",
    section 3). The rest falls by a constant factor a pivot; a dozen reach the rounding
    error. Zeros (sentences of one word) take two more columns.
    """
    values, place = np.unique(logs, return_inverse=True)
    some = values > 0
    positive = np.where(some, values, 1.0)
    rest = some.astype(np.float64)
    columns: list[Floats] = []
    while (left := rest * rest / (2.0 * positive)).max(initial=0.0) > _LEFT:
        pivot = values[np.argmax(left)]
        columns.append(np.sqrt(2.0 * pivot) / (positive + pivot) * rest)
        rest = rest * (positive - pivot) / (positive + pivot)
    signs = np.ones(len(columns) + 2)
    signs[-1] = -1.0
    inverse = np.where(some, 1.0 / positive, 0.0)
    columns += [np.where(some, inverse, 1.0), inverse]
    return np.stack(columns, axis=1)[place], signs


def _group_product(
    features: Features, lengths: Floats, logs: Floats, short: NDArray[np.bool_]
) -> Product:
    """Return x -> S x for the sentences marked ``short``, 0 elsewhere.

    A term of one sentence alone only ties it to itself. For the others, x is first added up
    over the sentences of one length that share a term (*groups*); a sentence then meets
    every group of its terms once, with that length's denominator.
    """
    counts = features.counts
    alone = features.document_frequencies[counts.indices] == 1
    own = segment_sum(np.where(alone, counts.data**2, 0.0), features.rows, len(lengths))
    own /= np.where(logs > 0, 2.0 * logs, 1.0)
    own[~short] = 0.0
    kept = np.flatnonzero(short[features.rows] & ~alone)
    rows, columns, data = features.rows[kept], counts.indices[kept], counts.data[kept]
    pointers = np.searchsorted(rows, np.arange(len(lengths) + 1))
    words = lengths.astype(np.uint64)  # whole numbers
    groups, first = number_groups(columns.astype(np.uint64) << np.uint64(32) | words[rows])
    group_columns, group_logs = columns[first], logs[rows[first]]
    cells, met = _meet_groups(columns, group_columns, counts.shape[1])
    bottom = logs[rows[cells]] + group_logs[met]
    shares = data[cells] / np.where(bottom > 0, bottom, 1.0)
    shape = (len(lengths), len(first))
    spread = csr_array((shares, met, np.searchsorted(cells, pointers)), shape=shape)
    both = outer_product(spread, csr_array((data, groups, pointers), shape=shape))

    def product(vector: Floats) -> Floats:
        return both(vector) + own * vector

    return product


def _meet_groups(
    columns: Integers, group_columns: Integers, count: int
) -> tuple[Integers, Integers]:
    """Return all pairs of a cell and a group in the same column, cell by cell."""
    order = np.argsort(group_columns, kind="stable")
    sizes = np.bincount(group_columns, minlength=count)
    starts = np.cumsum(sizes) - sizes
    many = sizes[columns]
    cells = np.repeat(np.arange(len(columns)), many)
    shift = starts[columns] - (np.cumsum(many) - many)
    return cells, order[np.arange(len(cells)) + shift[cells]]
