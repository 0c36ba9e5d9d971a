"""Rank an article's sentences as evidence for a statement."""

from __future__ import annotations

import numpy as np

from summarize.support.coverage import B, K1
from summarize.support.index import Floats, mean, total
from summarize.support.matching import Match


def score_cells(matched: Match) -> Floats:
    """Return BM25 with the article's own IDF for every (unit, sentence) cell."""
    sources = matched.sources
    length = np.diff(sources.sentence_starts).astype(np.float64)
    average = mean(length, sources.sentence_source, len(sources.source_starts) - 1)
    norm = 1 - B + B * length / (average[sources.sentence_source] + 1e-9)
    unit = matched.unit[matched.met]
    frequency = np.bincount(matched.met, minlength=len(matched.content))
    count = sources.sentence_counts[matched.source]
    rarity = np.log((count + 1) / (frequency + 0.5))
    rarity = np.maximum(rarity / np.log(count + 2), 0.02)
    gain = rarity[matched.met] * (K1 + 1) / (1 + K1 * norm[matched.sentence])
    cell = matched.cells[unit] + matched.sentence - matched.first_sentence()[unit]
    return total(gain, cell, int(matched.cells[-1]))
