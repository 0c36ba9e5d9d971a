"""How much of a statement's weight the article covers, and how concentrated that is."""

from __future__ import annotations

import numpy as np

from summarize.support.columns import spread
from summarize.support.index import (
    Floats,
    Ints,
    largest,
    mark_first,
    mean,
    number,
    smallest,
    total,
)
from summarize.support.matching import Match
from summarize.support.windows import Windows

#: BM25's usual constants (Robertson and Zaragoza 2009).
K1, B = 1.2, 0.75


def measure_coverage(
    matched: Match, one: Windows, two: Windows, three: Windows
) -> dict[str, Floats]:
    """Weighted coverage by the article and by its best one to three sentences."""
    unit, units, weight, mass = matched.unit, matched.units, matched.weight, matched.mass
    covered = total(weight * matched.present, unit, units)
    second = _best_second(matched, one)
    owner = matched.cell_unit
    average = mean(one.cells, owner, units)
    spread_out = np.sqrt(np.maximum(mean(one.cells**2, owner, units) - average**2, 0))
    bm25 = score_bm25(matched)
    best = largest(bm25, owner, units)
    return {
        "covered": covered / mass,
        "covered_count": number(unit[matched.present], units) / np.maximum(number(unit, units), 1),
        "covered_soft": total(weight * matched.soft, unit, units) / mass,
        "covered_one": one.covered / mass,
        "covered_two": two.covered / mass,
        "covered_three": three.covered / mass,
        "covered_pair": (one.covered + second) / mass,
        "covered_apart": (covered - one.covered) / mass,
        "best_stands_out": np.minimum((one.covered - average) / (spread_out + 0.3), 8.0),
        "bm25": best,
        "bm25_share": best / mass,
        "length": np.log1p(np.diff(matched.claims.unit_starts)),
        "content": np.log1p(number(unit, units)),
        "mass": mass,
        "lead": np.exp(-(one.first - matched.first_sentence()) / 5.0),
    }


def _best_second(matched: Match, one: Windows) -> Floats:
    """Return the most weight that one sentence adds to the best one."""
    had = np.zeros(len(matched.content))
    inside = matched.sentence == one.first[matched.unit[matched.met]]
    had[matched.met[inside]] = matched.value[inside]
    gain = np.maximum(matched.value - had[matched.met], 0.0) * matched.weight[matched.met]
    added = total(gain, matched.cell(), int(matched.cells[-1]))
    return largest(added, matched.cell_unit, matched.units)


def score_bm25(matched: Match) -> Floats:
    """Return BM25 of every (unit, sentence) cell with the archive's weights."""
    sources = matched.sources
    length = np.diff(sources.sentence_starts).astype(np.float64)
    average = mean(length, sources.sentence_source, len(sources.source_starts) - 1)
    ratio = length / (average[sources.sentence_source] + 1e-9)
    norm = 1 - B + B * ratio
    hard = matched.value == 1.0
    met, sentence = matched.met[hard], matched.sentence[hard]
    gain = matched.weight[met] * (K1 + 1) / (1 + K1 * norm[sentence])
    return total(gain, matched.cell()[hard], int(matched.cells[-1]))


def measure_chunks(matched: Match, two: Windows) -> dict[str, Floats]:
    """Coverage of each four content words in a row by the best two sentences for them.

    Cost: one cell for each content word and sentence.
    """
    unit, units = matched.unit, matched.units
    size = max(len(unit) - 3, 0)
    begin = np.flatnonzero(unit[:size] == unit[3:])
    mass = sum(matched.weight[begin + step] for step in range(4)) + 1e-9
    best = _best_together(matched, begin) / mass
    fallback = two.covered / matched.mass
    lone = ~np.isin(np.arange(units), unit[begin])
    return {
        "chunk_least": np.where(lone, fallback, smallest(best, unit[begin], units)),
        "chunk_mean": np.where(lone, fallback, mean(best, unit[begin], units)),
    }


def _best_together(matched: Match, begin: Ints) -> Floats:
    """Return the most weight of each four content words that two sentences in a row cover.

    Worked on article length by article length: then their rows make a matrix.
    """
    rows, grid = matched.grid.rows, matched.covered_by_two
    widths = np.diff(rows)
    best = np.zeros(len(widths))
    for width in np.unique(widths[begin]).tolist():
        at = np.flatnonzero(widths == width)
        table = grid[(rows[at][:, None] + np.arange(width)).ravel()].reshape(-1, width)
        together = ((table[:-3] + table[1:-2]) + table[2:-1]) + table[3:]
        best[at[:-3]] = together.max(axis=1)
    return best[begin]


def measure_chance(matched: Match, one: Windows, three: Windows) -> dict[str, Floats]:
    """Coverage beyond that of a random article with as many sentences."""
    unit, units, weight, mass = matched.unit, matched.units, matched.weight, matched.mass
    rate = matched.table.sentence_rate[matched.claims.word[matched.content]]
    counts = matched.sources.sentence_counts[matched.source]
    by_chance = 1.0 - (1.0 - rate) ** counts
    expected = total(weight * by_chance, unit, units)
    deviation = np.sqrt(total(weight**2 * by_chance * (1 - by_chance), unit, units)) + 0.15
    gained = total(weight * matched.present, unit, units) - expected
    own_mean, own_spread = _measure_own(matched)
    source = matched.claims.source
    covered = total(weight * matched.present, unit, units) / mass
    local = score_local(matched)
    cells = matched.cell_unit
    return {
        **_window_chance(matched, "one", one, 1),
        **_window_chance(matched, "three", three, 3),
        "local_share": largest(local, cells, units) / np.maximum(_most_local(matched), 1e-9),
        "chance_z": gained / deviation,
        "chance_gain": gained / (mass - expected + 0.3),
        "own_z": (covered - own_mean[source]) / own_spread[source],
    }


def _window_chance(matched: Match, name: str, window: Windows, length: int) -> dict[str, Floats]:
    """Coverage by the best window beyond that of a random run of as many sentences."""
    unit, units, weight = matched.unit, matched.units, matched.weight
    rate = matched.table.sentence_rate[matched.claims.word[matched.content]]
    by_chance = 1.0 - (1.0 - rate) ** length
    expected = total(weight * by_chance, unit, units)
    deviation = np.sqrt(total(weight**2 * by_chance * (1 - by_chance), unit, units)) + 0.15
    return {f"chance_{name}_z": (window.covered - expected) / deviation}


def measure_rarity(matched: Match) -> Floats:
    """Return how rare each content word is among its article's sentences, from .02 to about 1."""
    hard = matched.met[matched.value == 1.0]
    frequency = np.bincount(hard, minlength=len(matched.content))
    count = matched.sources.sentence_counts[matched.source]
    rarity = np.log((count + 1) / (frequency + 0.5))
    return np.maximum(rarity / np.log(count + 2), 0.02)


def score_local(matched: Match) -> Floats:
    """Return the rarity-weighted coverage of every (unit, sentence) cell."""
    gain = measure_rarity(matched)[matched.met] * matched.value
    return total(gain, matched.cell(), int(matched.cells[-1]))


def _most_local(matched: Match) -> Floats:
    return total(measure_rarity(matched), matched.unit, matched.units)


def _measure_own(matched: Match) -> tuple[Floats, Floats]:
    """Return mean and spread, by source, of how well a source's other sentences cover each one."""
    sources, table = matched.sources, matched.table
    word = sources.word
    weight = table.weight[word]
    used = np.flatnonzero(weight > 0.25)
    codes, sentence = spread(sources.source[used], table.key[word[used]]), sources.sentence[used]
    order = np.argsort(codes, kind="stable")
    # Each word once a sentence; those that another sentence has too.
    first = order[mark_first(codes[order], sentence[order])]
    begins = np.flatnonzero(mark_first(codes[first]))
    counts = np.diff(np.append(begins, len(first)))
    shared = np.zeros(len(used))
    shared[first] = np.repeat(counts > 1, counts)
    # In text order: the order of the sums must not depend on how keys are numbered.
    first = np.sort(first)
    sentence, held, shared = sentence[first], weight[used[first]], shared[first]
    size = len(sources.sentence_source)
    mass = total(held, sentence, size)
    share = total(held * shared, sentence, size) / np.maximum(mass, 1e-9)
    usable = number(sentence, size) >= 3
    owner, value = sources.sentence_source[usable], share[usable]
    groups = len(sources.source_starts) - 1
    average = mean(value, owner, groups, empty=0.4)
    variance = mean(value**2, owner, groups) - mean(value, owner, groups) ** 2
    several = number(owner, groups) > 1
    return (
        np.where(several, average, 0.4),
        np.where(several, np.sqrt(np.maximum(variance, 0)) + 0.05, 0.2),
    )
