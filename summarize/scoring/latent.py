"""Latent semantic analysis: scores from the topics of the term matrix.

Topics are the leading right singular vectors v_j of the term by sentence matrix, with
singular values s_j: eigenvectors of the Gram matrix X Xᵀ of the TF-IDF rows X.
Documents with the same number of sentences are decomposed together.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

import numpy as np
from scipy.sparse import csr_array

from summarize.errors import InvalidValueError, UnknownNameError
from summarize.features import Features
from summarize.scoring.background import Background
from summarize.scoring.weighting import weigh_terms
from summarize.segments import Floats, Integers, segment_max, segment_sum

Variant = Literal["steinberger", "gong", "cross"]

#: Sentences up to which the Gram matrix is decomposed whole (BLAS takes one thread there).
_DENSE = 96
#: Lanczos steps and topics of a longer document.
_STEPS, _TOPICS = 64, 16
#: Topics count down to half of the largest singular value (Steinberger and Jezek 2004).
_SHARE = 0.5
#: Below this share of the largest eigenvalue there is only rounding noise.
_NOISE = 1e-10


def lsa(
    features: Features,
    *,
    variant: Variant = "steinberger",
    topics: int | None = None,
    idf: Background | None = None,
) -> Floats:
    """Score by the topics of the TF-IDF matrix; range [0, inf), 0 without content words.

    ``steinberger``: ``sqrt(sum over topics j of (s_j v_ij) ** 2)`` (Steinberger and Jezek 2004,
    "Using latent semantic analysis in text summarization"). ``gong``: the sentence that
    is largest in topic j = 0, 1, ... scores ``topics - j``, any other its largest share of
    such a maximum, times 0.5 (Gong and Liu 2001, "Generic text summarization"). ``cross``:
    ``sum over topics of s_j |v_ij|`` without the entries at or below their topic's mean
    (Ozsoy, Cicekli and Alpaslan 2010, "Text summarization of Turkish texts using LSA");
    signs of singular vectors are arbitrary, so their sizes count.

    ``topics`` defaults to those with at least half of the largest singular value. Cost:
    cubic in the sentences up to 96; beyond, 64 Lanczos steps, linear in the number of
    terms, which find at most 16 topics.
    """
    if topics is not None and topics < 1:
        raise InvalidValueError(f"topics must be at least 1, got {topics!r}")
    if variant not in get_args(Variant):
        raise UnknownNameError(
            f"unknown variant {variant!r}: expected one of {', '.join(get_args(Variant))}"
        )
    values, entries = _decompose(features, weigh_terms(features, idf), topics)
    if variant == "steinberger":
        return _measure_lengths(features, values, entries)
    if variant == "gong":
        return _find_leaders(features, values, entries)
    return _cross(features, values, entries)


def _measure_lengths(features: Features, values: Floats, entries: Floats) -> Floats:
    total = np.zeros(len(entries))
    for value, entry in zip(values.T, entries.T, strict=True):
        total += value[features.documents] * entry * entry
    return np.sqrt(total)


def _find_leaders(features: Features, values: Floats, entries: Floats) -> Floats:
    documents, scores = features.documents, np.zeros(len(entries))
    left = (values > 0).sum(axis=1).astype(np.float64)
    for value, entry in zip(values.T, np.abs(entries).T, strict=True):
        used = (value > 0)[documents]
        top = segment_max(entry, features.sentence_offsets)[documents]
        share = np.divide(entry, top, out=np.zeros_like(entry), where=used & (top > 0))
        scores = np.maximum(scores, np.where(share == 1.0, left[documents], 0.5 * share))
        left = np.maximum(left - 1.0, 0.0)
    return scores


def _cross(features: Features, values: Floats, entries: Floats) -> Floats:
    documents, total = features.documents, np.zeros(len(entries))
    sizes = np.maximum(features.sizes, 1)
    for value, entry in zip(values.T, np.abs(entries).T, strict=True):
        mean = segment_sum(entry, documents, len(sizes)) / sizes
        total += np.where(entry > mean[documents], np.sqrt(value)[documents] * entry, 0.0)
    return total


def _decompose(features: Features, matrix: csr_array, topics: int | None) -> tuple[Floats, Floats]:
    """Return eigenvalues (n_documents, k) and eigenvectors' entries (n_sentences, k).

    Eigenvalues fall along a row, 0 for topics that do not count. One more product with
    the Gram matrix makes the entries a function of their sentence's own terms, so that
    equal sentences have the same bits.
    """
    sizes, offsets = features.sizes, features.sentence_offsets
    found = [*_decompose_short(features, matrix), *_decompose_long(features, matrix)]
    counts = [_count_topics(values, topics) for _, values, _ in found]
    width = max((int(count.max()) for count in counts), default=0)
    result, start = np.zeros((len(sizes), width)), np.zeros((matrix.shape[0], width))
    for (members, values, vectors), count in zip(found, counts, strict=True):
        most = int(count.max())
        used = np.arange(most) < count[:, None]
        result[members, :most] = np.where(used, values[:, :most], 0.0)
        rows = offsets[members][:, None] + np.arange(vectors.shape[1])
        start[rows, :most] = np.where(used[:, None], vectors[:, :, :most], 0.0)
    moved = matrix @ (matrix.T.tocsr() @ start)
    scale = result[features.documents]
    return result, np.divide(moved, scale, out=np.zeros_like(moved), where=scale > 0)


def _decompose_short(
    features: Features, matrix: csr_array
) -> Iterator[tuple[Integers, Floats, Floats]]:
    """Yield documents of one size, with their eigenvalues and vectors, largest first."""
    sizes = np.where(features.sizes <= _DENSE, features.sizes, 0)
    order = np.argsort(sizes, kind="stable")
    squares = np.cumsum(sizes[order] ** 2)
    begins = np.empty_like(sizes)
    begins[order] = squares - sizes[order] ** 2
    rows = np.flatnonzero(sizes[features.documents])
    part = matrix[rows]
    gram = (part @ part.T.tocsr()).tocoo()
    documents, places = features.documents[rows], features.positions[rows]
    owner = documents[gram.row]
    flat = np.zeros(int(sizes @ sizes))
    flat[begins[owner] + places[gram.row] * sizes[owner] + places[gram.col]] = gram.data
    for size in np.unique(sizes[sizes > 0]).tolist():
        members = order[sizes[order] == size]
        first = begins[members[0]]
        grams = flat[first : first + len(members) * size * size].reshape(-1, size, size)
        values, vectors = np.linalg.eigh(grams)
        yield members, values[:, ::-1], vectors[:, :, ::-1]


def _decompose_long(
    features: Features, matrix: csr_array
) -> Iterator[tuple[Integers, Floats, Floats]]:
    for document in np.flatnonzero(features.sizes > _DENSE).tolist():
        first, last = features.sentence_offsets[document : document + 2].tolist()
        values, vectors = _iterate_lanczos(matrix[first:last])
        yield np.array([document]), values[None], vectors[None]


def _count_topics(values: Floats, topics: int | None) -> Integers:
    """Return how many of every row's falling eigenvalues count as topics."""
    top = values[:, :1]
    # Eigenvalues are squares; the small term keeps equal ones together.
    floor = top * (_NOISE if topics is not None else _SHARE**2 - 1e-9)
    counts: Integers = np.count_nonzero((values >= floor) & (top > 0), axis=1)
    return counts if topics is None else np.minimum(counts, topics)


def _iterate_lanczos(matrix: csr_array) -> tuple[Floats, Floats]:
    """Return the leading eigenvalues and eigenvectors of X Xᵀ by Lanczos' method.

    Starts at the row sums of X Xᵀ and keeps all vectors orthogonal (Golub and Van Loan,
    "Matrix computations", section 10.3). ``einsum`` instead of BLAS: the same bits
    for any number of threads.
    """
    transposed = matrix.T.tocsr()
    vector = matrix @ (transposed @ np.ones(matrix.shape[0]))
    basis = np.zeros((_STEPS, len(vector)))
    diagonal, beside = np.zeros(_STEPS), np.zeros(_STEPS)
    length = np.sqrt(np.einsum("i,i->", vector, vector))
    smallest, steps = length * 1e-12, 0
    while steps < _STEPS and length > smallest:
        basis[steps] = vector / length
        vector = matrix @ (transposed @ basis[steps])
        diagonal[steps] = np.einsum("i,i->", vector, basis[steps])
        steps += 1
        for _ in range(2):
            shares = np.einsum("ji,i->j", basis[:steps], vector)
            vector = vector - np.einsum("ji,j->i", basis[:steps], shares)
        length = np.sqrt(np.einsum("i,i->", vector, vector))
        beside[steps - 1] = length
    if not steps:
        return np.zeros(1), np.zeros((len(vector), 1))
    small = np.diag(diagonal[:steps]) + np.diag(beside[: steps - 1], 1)
    values, vectors = np.linalg.eigh(small, UPLO="U")
    top = slice(None, -_TOPICS - 1, -1)
    return values[top], np.einsum("ji,jk->ik", basis[:steps], vectors[:, top])
