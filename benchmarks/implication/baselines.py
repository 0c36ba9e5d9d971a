"""What a plain method gives: cue words, TF-IDF cosine, BM25."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from summarize.implications.stated_features import tokens
from summarize.implications.stated_groups import GROUPS

_CUES = frozenset(
    word
    for name in (
        *("will", "would", "could", "may", "should", "expectation", "likelihood", "forecast"),
        *("warning", "fear", "risk", "hope", "condition", "future"),
    )
    for word in GROUPS[name].split()
)


def cue_scores(sentences: Sequence[str]) -> np.ndarray:
    """Count the cue words of each sentence."""
    return np.array([sum(t in _CUES for t in tokens(s)) for s in sentences], dtype=float)


def cosine_scores(sentences: Sequence[str]) -> np.ndarray:
    """Return each sentence's TF-IDF cosine with the whole article."""
    texts = [tokens(s) for s in sentences]
    vectors = [weigh(text, inverse_frequencies(texts)) for text in texts]
    whole = weigh([t for text in texts for t in text], inverse_frequencies(texts))
    return np.array([cosine(vector, whole) for vector in vectors])


def bm25_scores(sentences: Sequence[str]) -> np.ndarray:
    """Return each sentence's BM25 score for the first sentence, usually the main event."""
    texts = [tokens(s) for s in sentences]
    return bm25(texts, texts[0] if texts else [])


def inverse_frequencies(texts: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return smoothed IDF of all words."""
    df = Counter(word for text in texts for word in set(text))
    return {word: math.log((1 + len(texts)) / (1 + n)) + 1 for word, n in df.items()}


def weigh(text: Sequence[str], idf: dict[str, float]) -> dict[str, float]:
    """Return TF-IDF weights."""
    return {word: n * idf.get(word, 1.0) for word, n in Counter(text).items()}


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """Return the cosine of two sparse vectors, 0 if one is empty."""
    norm = math.sqrt(sum(v * v for v in one.values()) * sum(v * v for v in other.values()))
    return sum(v * other.get(word, 0.0) for word, v in one.items()) / norm if norm else 0.0


def bm25(texts: Sequence[Sequence[str]], query: Sequence[str]) -> np.ndarray:
    """Return the BM25 score (k1 1.2, b .75) of each text for ``query``."""
    mean = sum(map(len, texts)) / max(len(texts), 1) or 1.0
    df = Counter(word for text in texts for word in set(text))
    scores = np.zeros(len(texts))
    for i, text in enumerate(texts):
        counts = Counter(text)
        for word in set(query) & set(counts):
            idf = math.log(1 + (len(texts) - df[word] + 0.5) / (df[word] + 0.5))
            tf = counts[word]
            scores[i] += idf * tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * len(text) / mean))
    return scores
