"""TF-IDF similarity between the sentences of two texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs
import numpy as np
from scipy.sparse import csr_array

from summarize.evaluation.overlap import words
from summarize.text.languages import Language, load_language

# Rows of one side multiplied at a time: bounds the memory of the product of two long texts.
_BLOCK = 512


@attrs.frozen
class Alignment:
    """The best match of one sentence on the other side (see ``compare.Match``)."""

    best: int | None
    score: float
    shared: tuple[str, ...]
    missing: tuple[str, ...]


@attrs.frozen
class Alignments:
    """Both directions, and the similarity of the two texts as wholes."""

    similarity: float
    forward: tuple[Alignment, ...]
    backward: tuple[Alignment, ...]


@attrs.frozen
class _Terms:
    """The content words of a sentence and, at the same places, their stems."""

    words: tuple[str, ...]
    stems: tuple[str, ...]


def align(left: Sequence[str], right: Sequence[str], *, language: str = "en") -> Alignments:
    """Align the sentences of ``left`` and ``right``, each with its best match in the other.

    Weights are term count times ``ln((1 + n) / (1 + df)) + 1`` over the ``n`` sentences of
    both sides (scikit-learn's smoothed IDF). Ties go to the earlier sentence.
    """
    known = load_language(language)
    terms = [_terms(text, known) for text in (*left, *right)]
    counts = _counts([t.stems for t in terms])
    document_frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    idf = np.log((1 + len(terms)) / (1 + document_frequency)) + 1
    rows = _unit_rows(_scaled(counts, idf))
    split = len(left)
    whole = [_scaled(_total(part), idf) for part in (counts[:split], counts[split:])]
    similarity = (_unit_rows(whole[0]) @ _unit_rows(whole[1]).T).sum()
    return Alignments(
        similarity=_rounded(similarity),
        forward=_directed(rows[:split], rows[split:], terms[:split], terms[split:]),
        backward=_directed(rows[split:], rows[:split], terms[split:], terms[:split]),
    )


def _terms(text: str, language: Language) -> _Terms:
    found = [word for word in words(text) if word not in language.stop_words]
    return _Terms(tuple(found), tuple(language.stem(word) for word in found))


def _counts(rows: Sequence[Sequence[str]]) -> csr_array:
    """Count each term (column, in order of first appearance) in each row."""
    columns: dict[str, int] = {}
    indices = [columns.setdefault(term, len(columns)) for row in rows for term in row]
    starts = np.cumsum([0, *(len(row) for row in rows)])
    counts = csr_array(
        (np.ones(len(indices)), np.array(indices, dtype=np.int64), starts),
        shape=(len(rows), len(columns)),
    )
    counts.sum_duplicates()
    return counts


def _scaled(counts: csr_array, idf: np.ndarray) -> csr_array:
    return csr_array(
        (counts.data * idf[counts.indices], counts.indices, counts.indptr), counts.shape
    )


def _total(counts: csr_array) -> csr_array:
    return csr_array(counts.sum(axis=0).reshape(1, -1))


def _unit_rows(rows: csr_array) -> csr_array:
    norms = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).reshape(-1))
    factors = np.divide(1.0, norms, out=np.zeros_like(norms), where=norms > 0)
    per_cell = np.repeat(factors, np.diff(rows.indptr))
    return csr_array((rows.data * per_cell, rows.indices, rows.indptr), rows.shape)


def _directed(
    side: csr_array, other: csr_array, side_terms: Sequence[_Terms], other_terms: Sequence[_Terms]
) -> tuple[Alignment, ...]:
    if not other_terms:
        return tuple(Alignment(None, 0.0, (), _unique(t.words)) for t in side_terms)
    transposed = other.T.tocsr()
    found: list[Alignment] = []
    for start in range(0, len(side_terms), _BLOCK):
        # Rounding first makes equal sentences tie, so that the earlier one wins.
        scores = np.round((side[start : start + _BLOCK] @ transposed).toarray(), 9)
        best = scores.argmax(axis=1)
        for offset, column in enumerate(best.tolist()):
            terms, score = side_terms[start + offset], _rounded(scores[offset, column])
            found.append(_alignment(terms, other_terms[column], column, score))
    return tuple(found)


def _alignment(terms: _Terms, other: _Terms, column: int, score: float) -> Alignment:
    if score == 0:
        return Alignment(None, 0.0, (), _unique(terms.words))
    known = set(other.stems)
    pairs = list(zip(terms.words, terms.stems, strict=True))
    return Alignment(
        best=column,
        score=score,
        shared=_unique(word for word, key in pairs if key in known),
        missing=_unique(word for word, key in pairs if key not in known),
    )


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))


def _rounded(score: float) -> float:
    """Nine digits: the noise of floating-point sums stays out of values."""
    return min(1.0, max(0.0, round(float(score), 9)))
