"""Whether two words of the statement meet in one sentence of the article."""

from __future__ import annotations

import attrs
import numpy as np

from summarize.support.index import Bools, Floats, Ints, largest, mean, ranges, smallest, total
from summarize.support.matching import Match

#: Pairs further apart than this many content words are not looked at.
_REACH = 12
#: Pairs that bridge a gap are at most this far apart.
_BRIDGE = 4
#: A word counts as met in a sentence from this coverage on.
_MET = 0.5


@attrs.frozen(eq=False)
class Pairs:
    """Every two content words of a unit at most ``_REACH`` apart, by the first, then the second.

    Word ``i`` is the first of ``counts[i]`` pairs from ``starts[i]`` on, with the words behind it.
    """

    starts: Ints
    counts: Ints
    weight: Floats
    joined: Bools
    known: Bools


def measure_pairs(matched: Match) -> dict[str, Floats]:
    """Weigh the pairs of content words that some sentence of the article has together.

    A pair weighs as much as its lighter word. Cost grows with the number of words that
    meet in a sentence, squared, and not with the article otherwise.
    """
    pairs, units = _list_pairs(matched), matched.units
    unit, weight = np.repeat(matched.unit, pairs.counts), pairs.weight
    apart = np.flatnonzero(pairs.known & ~pairs.joined)
    mass = total(weight, unit, units)
    held = total(weight * pairs.joined, unit, units)
    possible = total(weight * pairs.known, unit, units)
    covered = total(matched.weight * matched.soft, matched.unit, units) / matched.mass
    bridges, owner = _measure_bridges(matched, pairs)
    lone = np.isin(np.arange(units), owner, invert=True)
    return {
        "bridge_least": np.where(lone, covered, smallest(bridges, owner, units)),
        "bridge_mean": np.where(lone, covered, mean(bridges, owner, units)),
        "pairs_joined": np.where(mass > 0, held / np.maximum(mass, 1e-9), covered),
        "pairs_joined_known": np.where(possible > 0, held / np.maximum(possible, 1e-9), covered),
        "pairs_apart_first": largest(weight[apart], unit[apart], units),
        "pairs_apart_mass": np.log1p(total(weight[apart], unit[apart], units)),
    }


def _list_pairs(matched: Match) -> Pairs:
    unit, weight, met = matched.unit, matched.weight, matched.soft >= _MET
    ends = np.searchsorted(unit, np.arange(matched.units), side="right")
    words = np.arange(len(unit))
    counts = np.minimum(ends[unit] - words - 1, _REACH)
    starts = np.cumsum(counts) - counts
    second = ranges(words + 1, counts)
    joined = np.zeros(len(second), bool)
    joined[_find_together(matched, starts)] = True
    return Pairs(
        starts=starts,
        counts=counts,
        weight=np.minimum(np.repeat(weight, counts), weight[second]),
        joined=joined,
        known=np.repeat(met, counts) & met[second],
    )


def _measure_bridges(matched: Match, pairs: Pairs) -> tuple[Floats, Ints]:
    """Weigh, for each gap between content words, the pairs across it that meet in a sentence.

    A splice of two facts shows as a gap that nothing bridges. Returns share and unit.
    """
    size = len(matched.content)
    columns = np.zeros((2, _BRIDGE, size))
    for step in range(1, _BRIDGE + 1):
        first = np.flatnonzero(pairs.counts >= step)
        at = pairs.starts[first] + step - 1
        columns[0, step - 1, first] = pairs.weight[at]
        columns[1, step - 1, first] = pairs.weight[at] * pairs.joined[at]
    mass, held = np.zeros((2, size))
    for shift in range(min(_BRIDGE, size)):
        for step in range(shift, _BRIDGE):
            mass[shift:] += columns[0, step, : size - shift]
            held[shift:] += columns[1, step, : size - shift]
    gaps = np.flatnonzero(mass > 0)
    return held[gaps] / mass[gaps], matched.unit[gaps]


def _find_together(matched: Match, starts: Ints) -> Ints:
    """Return the numbers of the pairs that a sentence has; ``starts`` are those of first words."""
    usable = np.flatnonzero(matched.value >= _MET)
    cell = matched.cell[usable]
    order = np.argsort(cell, kind="stable")
    cell, word = cell[order], matched.met[usable[order]]
    found = []
    for shift in range(1, _REACH + 1):
        same = np.flatnonzero(cell[:-shift] == cell[shift:])
        if not len(same):
            break
        step = word[same + shift] - word[same]
        near = np.flatnonzero(step <= _REACH)
        found.append(starts[word[same[near]]] + step[near] - 1)
    return np.concatenate(found) if found else np.zeros(0, np.int64)
