"""Rank an article's sentences as evidence for a statement."""

from __future__ import annotations

import numpy as np

from summarize.support.coverage import K1, B
from summarize.support.index import Floats, mean, total
from summarize.support.matching import Match


def score_cells(matched: Match) -> Floats:
    """Return BM25 with the article's own IDF for every (unit, sentence) cell."""
    sources = matched.sources
    length = np.diff(sources.sentence_starts).astype(np.float64)
    average = mean(length, sources.sentence_source, len(sources.source_starts) - 1)
    norm = 1 - B + B * length / (average[sources.sentence_source] + 1e-9)
    hard = matched.value == 1.0
    met, sentence = matched.met[hard], matched.sentence[hard]
    frequency = np.bincount(met, minlength=len(matched.content))
    count = sources.sentence_counts[matched.source]
    rarity = np.log((count + 1) / (frequency + 0.5))
    rarity = np.maximum(rarity / np.log(count + 2), 0.02)
    gain = rarity[met] * (K1 + 1) / (1 + K1 * norm[sentence])
    return total(gain, matched.cell()[hard], int(matched.cells[-1]))
