"""TF-IDF weights of the term counts, and the terms of a query or title."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_array

from summarize.errors import InvalidTypeError, InvalidValueError, shorten
from summarize.features import Features
from summarize.scoring.background import Background
from summarize.segments import Floats, segment_sum
from summarize.text.tokens import read_tokens
from summarize.text.vocabulary import STOP_STEM

#: One query for all documents of a batch, or one for each (``None``: no query).
Query = str | Sequence[str | None]


def column_weights(features: Features, idf: Background | None = None) -> Floats:
    """Return the IDF of every column, shape (n_columns,), positive.

    Without a background it comes from the document itself (:attr:`Features.idf`).
    """
    if idf is None:
        return features.idf
    if not isinstance(idf, Background):
        raise InvalidTypeError(f"idf must be a Background or None, got {shorten(idf)}")
    return idf.weigh_columns(features)


def weigh_terms(features: Features, idf: Background | None = None) -> csr_array:
    """Return counts times IDF (see :func:`column_weights`), CSR (n_sentences, n_columns)."""
    return features.weigh(column_weights(features, idf))


def unit_rows(features: Features, idf: Background | None = None) -> csr_array:
    """Return the rows of :func:`weigh_terms` with Euclidean length 1; zero rows stay zero."""
    return features.unit_tfidf if idf is None else features.normalise(weigh_terms(features, idf))


def count_matches(features: Features, query: Query) -> Floats:
    """Return how often every column's term occurs in its document's query, (n_columns,).

    The query is read with the features' own vocabulary: the same words, stems and stop
    words. Raises :class:`InvalidValueError` unless there is one query or one a document.
    """
    count, stems = len(features.sizes), features.tokens.stems[features.column_tokens]
    one_each = isinstance(query, Sequence) and all(isinstance(q, str | None) for q in query)
    if not one_each:
        raise InvalidTypeError(f"query must be a str or one a document, got {shorten(query)}")
    queries = [query] * min(count, 1) if isinstance(query, str) else list(query)
    if not isinstance(query, str) and len(queries) != count:
        raise InvalidValueError(f"expected one query or {count}, got {len(queries)}")
    read = read_tokens([text or "" for text in queries], vocabulary=features.tokens.vocabulary)
    kept = read.stems != STOP_STEM
    owner = np.searchsorted(read.text_offsets, read.starts[kept], side="right") - 1
    keys = owner << 32 | read.stems[kept]
    wanted = stems if isinstance(query, str) else features.column_documents << 32 | stems
    distinct, counts = np.unique(keys, return_counts=True)
    if not len(distinct):
        return np.zeros(len(stems))
    place = np.minimum(np.searchsorted(distinct, wanted), len(distinct) - 1)
    return np.where(distinct[place] == wanted, counts[place], 0).astype(np.float64)


def relevance(features: Features, *, query: Query, idf: Background | None = None) -> Floats:
    """Return the cosine of every sentence with its document's query.

    Both are TF-IDF vectors over the document's terms (query words that the document
    does not have are left out). Range [0, 1]; 0 where nothing is shared. Linear.
    """
    weights = column_weights(features, idf)
    wanted = count_matches(features, query) * weights
    squares = segment_sum(wanted * wanted, features.column_documents, len(features.sizes))
    lengths = np.sqrt(squares)[features.documents]
    products: Floats = features.normalise(features.weigh(weights)) @ wanted
    np.divide(products, lengths, out=products, where=lengths > 0)
    return products
