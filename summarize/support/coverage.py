"""How much of a statement's weight the article covers, and how concentrated that is."""

from __future__ import annotations

import numpy as np

from summarize.support.columns import spread
from summarize.support.index import (
    Floats,
    Ints,
    mark_first,
    mean,
    number,
    ranges,
    smallest,
    total,
)
from summarize.support.matching import Match
from summarize.support.windows import Windows


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
    best = matched.best(matched.bm25)
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
        "lead": np.exp(-(one.first - matched.first_sentence) / 5.0),
    }


def _best_second(matched: Match, one: Windows) -> Floats:
    """Return the most weight that one sentence adds to the best one."""
    had = np.zeros(len(matched.content))
    inside = matched.sentence == one.first[matched.unit[matched.met]]
    had[matched.met[inside]] = matched.value[inside]
    gain = np.maximum(matched.value - had[matched.met], 0.0) * matched.weight[matched.met]
    added = total(gain, matched.cell, int(matched.cells[-1]))
    return matched.best(added)


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
    rows, values = matched.grid.rows, matched.grid.values
    widths = np.diff(rows)
    best = np.zeros(len(widths))
    for width in np.unique(widths).tolist():
        at = np.flatnonzero(widths == width)
        held = values if len(at) == len(widths) else values[ranges(rows[at], widths[at])]
        two = np.maximum(held, np.append(held[1:], 0.0))
        two[width - 1 :: width] = held[width - 1 :: width]
        two = two.reshape(-1, width)
        two *= matched.weight[at, None]
        together = two[:-3] + two[1:-2]
        together += two[2:-1]
        together += two[3:]
        begins = np.arange(0, together.size, width)
        best[at[:-3]] = np.maximum.reduceat(together.ravel(), begins) if len(begins) else 0.0
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
    local = matched.best(score_local(matched))
    return {
        **_window_chance(matched, "one", one, 1),
        **_window_chance(matched, "three", three, 3),
        "local_share": local / np.maximum(_most_local(matched), 1e-9),
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


def score_local(matched: Match) -> Floats:
    """Return the rarity-weighted coverage of every (unit, sentence) cell."""
    gain = matched.rarity[matched.met] * matched.value
    return total(gain, matched.cell, int(matched.cells[-1]))


def _most_local(matched: Match) -> Floats:
    return total(matched.rarity, matched.unit, matched.units)


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
