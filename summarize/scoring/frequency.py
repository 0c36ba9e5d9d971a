"""Scores from how often words occur."""

from __future__ import annotations

import numpy as np

from summarize.errors import InvalidValueError
from summarize.features import Features
from summarize.segments import Floats, Integers, segment_max, segment_sum


def term_probabilities(features: Features) -> Floats:
    """Return every column's share of its document's content words, shape (n_columns,)."""
    counts = features.counts
    totals = segment_sum(counts.data, counts.indices, counts.shape[1])
    words = segment_sum(totals, features.column_documents, len(features.sizes))
    return totals / words[features.column_documents]


def sumbasic(features: Features) -> Floats:
    """Return the mean probability of every sentence's content words.

    SumBasic's weight (Nenkova and Vanderwende 2005, "The impact of frequency on
    summarization", step 2), with p(w) the word's share of the document's content words.
    Range [0, 1]; 0 without content words. Lowering the probability of words that the
    summary has is the part of the selection strategy of the same name. Linear.
    """
    counts = features.counts
    sums: Floats = counts @ term_probabilities(features)
    words = segment_sum(counts.data, features.rows, counts.shape[0])
    np.divide(sums, words, out=sums, where=words > 0)
    return sums


def kl(features: Features, *, smoothing: float = 1e-4) -> Floats:
    """Return minus the divergence of the document's words from the sentence's.

    KL-Sum's criterion (Haghighi and Vanderwende 2009, "Exploring content models",
    section 3.2) for the sentence alone: ``-sum over w of p(w) ln(p(w) / q(w))`` with
    ``q(w) = (count + s p(w)) / (length + s)``, so that q is never 0; s is ``smoothing``,
    positive, in words. Range up to 0 (no sentence says more). The selection strategy of
    the same name takes whole summaries. Linear.
    """
    if not smoothing > 0:
        raise InvalidValueError(f"smoothing must be positive, got {smoothing!r}")
    counts = features.counts
    lengths = segment_sum(counts.data, features.rows, counts.shape[0])
    gains = cell_gains(features, term_probabilities(features), 0.0, smoothing)
    return segment_sum(gains, features.rows, counts.shape[0]) - np.log1p(lengths / smoothing)


def cell_gains(
    features: Features, probabilities: Floats, held: Floats | float, smoothing: float
) -> Floats:
    """Return p ln((s p + held + count) / (s p + held)) of every cell.

    By so much the cell's words lower the divergence of a summary that holds the word
    ``held`` times, before the summary's length is counted. ``held`` has shape (n_columns,).
    """
    counts = features.counts
    base = smoothing * probabilities + held
    gains: Floats = probabilities[counts.indices] * np.log1p(counts.data / base[counts.indices])
    return gains


def luhn(features: Features, *, gap: int = 4, minimum: int | None = None) -> Floats:
    """Score by the densest cluster of significant words (Luhn 1958, section 4).

    A word is significant if its stem occurs more often than the document's content words
    do on average, or with ``minimum`` at least so many times. A cluster begins and ends
    with a significant word and has fewer than ``gap`` others in a row; it scores
    ``significant ** 2 / length``, one significant word alone 0. Range [0, words in the
    sentence]. Linear.
    """
    if gap < 1 or (minimum is not None and minimum < 1):
        raise InvalidValueError(f"gap and minimum must be at least 1, got {gap!r}, {minimum!r}")
    tokens = significant_tokens(features, minimum)
    sentences = features.tokens.sentences[tokens]
    fresh = np.ones(len(tokens), bool)
    fresh[1:] = (np.diff(tokens) > gap) | (np.diff(sentences) > 0)
    cluster = np.cumsum(fresh) - 1
    first = np.flatnonzero(fresh)
    sizes = np.bincount(cluster, minlength=len(first)).astype(np.float64)
    last = np.append(first, len(tokens))[1:] - 1
    spans = tokens[last] - tokens[first] + 1
    scores = np.where(sizes > 1, sizes * sizes / np.maximum(spans, 1), 0.0)
    offsets = np.searchsorted(sentences[first], np.arange(features.counts.shape[0] + 1))
    return np.maximum(segment_max(scores, offsets), 0.0)


def significant_tokens(features: Features, minimum: int | None) -> Integers:
    """Return the content tokens whose stem is frequent in its document (see :func:`luhn`)."""
    columns, number = features.content_columns, len(features.sizes)
    totals = np.bincount(columns, minlength=features.counts.shape[1])
    if minimum is not None:
        return features.content_tokens[totals[columns] >= minimum]
    terms = np.maximum(np.diff(features.column_offsets), 1)
    words = segment_sum(totals.astype(np.float64), features.column_documents, number)
    frequent = totals > (words / terms)[features.column_documents]
    return features.content_tokens[frequent[columns]]
