"""Rank an article's sentences as evidence for a statement.

The score of a sentence is a weighted sum of some twenty simple ones, each divided by its
largest value over the article; the weights come with the model (listwise softmax).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from summarize.support.coverage import score_local
from summarize.support.index import Floats, Ints, largest, number, smallest, total
from summarize.support.matching import Match
from summarize.support.sequences import place_claim_grams
from summarize.support.subsequences import measure_common

#: Sentences of a unit for which the costly subsequence is measured: the best by BM25.
_CANDIDATES = 12
_SENTENCE_TOKENS = 96
#: A sentence of fewer tokens is a heading, a caption, a byline.
_SHORT = 5


def rank_cells(matched: Match, asked: Ints | None = None) -> dict[str, Floats]:
    """Return the simple scores of the (unit, sentence) cells ``asked``, or of all."""
    cells, grams = matched.cell_unit, matched.lookups.grams
    size = len(cells)
    cell, word = matched.cell[matched.hard], matched.met[matched.hard]
    weight, rarity, name = matched.weight[word], matched.rarity[word], matched.name[word]
    bm25, local = matched.bm25, matched.bm25_local
    lengths = np.diff(matched.sources.sentence_starts)
    asked = np.arange(size) if asked is None else asked
    length = lengths[matched.cell_sentence[asked]]
    ahead = matched.covered[1]
    raw = {
        "bm25": bm25,
        "bm25_local": local,
        "covered": total(weight, cell, size),
        "covered_soft": matched.covered[0],
        "covered_local": score_local(matched),
        "rarest": largest(rarity, cell, size),
        "words": number(cell, size),
        "names": number(cell[name], size),
        "name_weight": total(weight[name], cell[name], size),
        "numbers": number(cell[matched.figure[word]], size),
        "pairs": number(place_claim_grams(matched, (1,), grams.pairs)[1], size),
        "triples": number(place_claim_grams(matched, (1, 2), grams.triples)[1], size),
        "subsequence": _measure_subsequence(matched, bm25 + local, cells),
        "before": _shift(bm25, cells, 1),
        "after": _shift(bm25, cells, -1),
        "with_next": ahead,
        "with_previous": _shift(ahead, cells, 1),
    }
    owner = cells[asked]
    out = {k: v[asked] / (matched.best(v)[owner] + 1e-9) for k, v in raw.items()}
    out["compact"] = _measure_compactness(matched, size)[asked]
    out["short"] = (length < _SHORT).astype(np.float64)
    out["length"] = np.log1p(length)
    return out


def score_cells(matched: Match, weights: Mapping[str, float], asked: Ints | None = None) -> Floats:
    """Return the score of the cells ``asked``, or of all; -inf where no content word is covered."""
    columns = rank_cells(matched, asked)
    met = number(matched.cell, int(matched.cells[-1]))
    score = np.where((met if asked is None else met[asked]) > 0, 0.0, -np.inf)
    for key, weight in weights.items():
        score += weight * columns[key]
    return score


def _shift(values: Floats, cells: Ints, step: int) -> Floats:
    """Return the value of the sentence ``step`` before, 0 where there is none."""
    out = np.zeros(len(values))
    if step > 0:
        same = cells[step:] == cells[:-step]
        out[step:] = np.where(same, values[:-step], 0.0)
    else:
        same = cells[-step:] == cells[:step]
        out[:step] = np.where(same, values[-step:], 0.0)
    return out


def _measure_compactness(matched: Match, size: int) -> Floats:
    """Return the share of words of the statement from the first to the last in each sentence.

    0 for sentences with fewer than two.
    """
    word, place = matched.lookups.key.expand(matched.rank)
    unit = matched.unit[word]
    cell = matched.cell_at(unit, matched.sources.sentence[place])
    found = number(cell, size)
    at = place.astype(np.float64)
    span = largest(at, cell, size) - smallest(at, cell, size) + 1.0
    return np.where(found > 1, np.minimum(found / span, 1.0), 0.0)


def _measure_subsequence(matched: Match, promise: Floats, cells: Ints) -> Floats:
    """Return LCS length with the most promising sentences of every unit, 0 with others."""
    usable = np.flatnonzero(promise > 0)
    order = usable[np.lexsort((-promise[usable], cells[usable]))]
    unit = cells[order]
    rank = np.arange(len(order)) - np.searchsorted(unit, np.arange(matched.units))[unit]
    chosen = order[rank < _CANDIDATES]
    sources = matched.sources
    sentence = matched.cell_sentence[chosen]
    span = np.minimum(np.diff(sources.sentence_starts)[sentence], _SENTENCE_TOKENS)
    low = sources.sentence_starts[sentence]
    keys = matched.lookups.number
    out = np.zeros(len(cells))
    out[chosen] = measure_common(matched.patterns, cells[chosen], low, span, keys)[0]
    return out
