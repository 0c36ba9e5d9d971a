"""TextRank: random walks where an edge weighs the words that two sentences share."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from summarize.features import Features
from summarize.scoring.overlap import overlap_product
from summarize.scoring.walk import outer_product, random_walk
from summarize.segments import Floats, segment_sum

#: Of BM25 in Barrios, Lopez, Argerich and Wachenchauzer 2016, section 3.
_K1, _B, _EPSILON = 1.2, 0.75, 0.25


def textrank(features: Features, *, damping: float = 0.85) -> Floats:
    """Score by the random walk on shared words (Mihalcea and Tarau 2004, section 4).

    An edge weighs ``sum over terms of count_a * count_b / (ln |a| + ln |b|)``, with |a| the
    number of content words in a; for two sentences of one word each, the sum itself.
    A sentence has an edge to itself, so that doubling every sentence changes nothing.
    Scores sum to 1 over a document. Cost: linear in the number of terms, about
    15 times that of LexRank in long documents.
    """
    return random_walk(features, overlap_product(features), damping)


def textrank_bm25(features: Features, *, damping: float = 0.85) -> Floats:
    """TextRank with BM25 edges (Barrios et al. 2016, "Variations of the similarity function").

    An edge weighs the mean of ``BM25(a, b)`` and ``BM25(b, a)`` (k1 1.2, b 0.75), as the
    walk is on an undirected graph. The IDF is ``ln((n - df + .5) / (df + .5))``; one that
    is not positive becomes a quarter of the document's mean of the positive ones.
    Scores sum to 1 over a document. Cost: linear in the number of terms.
    """
    asked, held = _bm25_matrices(features)
    forth, back = outer_product(asked, held), outer_product(held, asked)

    def product(vector: Floats) -> Floats:
        return 0.5 * (forth(vector) + back(vector))

    return random_walk(features, product, damping)


def _bm25_matrices(features: Features) -> tuple[csr_array, csr_array]:
    """Return counts times IDF, and saturated counts; their outer product is BM25."""
    counts, documents = features.counts, features.column_documents
    sizes, df = features.sizes[documents], features.document_frequencies
    idf = np.log((sizes - df + 0.5) / (df + 0.5))
    good = idf > 0
    number = len(features.sizes)
    mean = segment_sum(np.where(good, idf, 0.0), documents, number) / np.maximum(
        segment_sum(good.astype(np.float64), documents, number), 1.0
    )
    # Where every term is in more than half of the sentences, all weigh alike.
    floor = np.where(mean > 0, _EPSILON * mean, 1.0)
    idf = np.where(good, idf, floor[documents])
    lengths = segment_sum(counts.data, features.rows, counts.shape[0])
    totals = segment_sum(lengths, features.documents, number)
    average = np.maximum(totals / np.maximum(features.sizes, 1), 1e-300)[features.documents]
    slack = (_K1 * (1.0 - _B + _B * lengths / average))[features.rows]
    saturated = counts.data * (_K1 + 1.0) / (counts.data + slack)
    held = csr_array((saturated, counts.indices, counts.indptr), shape=counts.shape)
    return features.weigh(idf), held
