"""Whether two words of the statement meet in one sentence of the article."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from summarize.support.index import Bools, Floats, Ints, largest, mean, ranges, smallest, total
from summarize.support.matching import Match

#: Pairs further apart than this many content words are not looked at.
_REACH = 12
#: Pairs that bridge a gap are at most this far apart.
_BRIDGE = 4
#: A word counts as met in a sentence from this coverage on.
_MET = 0.5


def measure_pairs(matched: Match) -> dict[str, Floats]:
    """Weigh the pairs of content words that some sentence of the article has together.

    A pair weighs as much as its lighter word. Cost grows with the number of words that
    meet in a sentence, squared, and not with the article otherwise.
    """
    together = _find_together(matched)
    first, step = _list_pairs(matched)
    second = first + step
    unit = matched.unit[first]
    weight = np.minimum(matched.weight[first], matched.weight[second])
    joined = together.ravel()[first * _REACH + (step - 1)]
    met = matched.soft >= _MET
    known = met[first] & met[second]
    units = matched.units
    mass = total(weight, unit, units)
    held = total(weight[joined], unit[joined], units)
    possible = total(weight[known], unit[known], units)
    covered = total(matched.weight * matched.soft, matched.unit, units) / matched.mass
    apart = known & ~joined
    bridges, owner = _measure_bridges(matched, first, step, weight, joined)
    lone = np.isin(np.arange(units), owner, invert=True)
    return {
        "bridge_least": np.where(lone, covered, smallest(bridges, owner, units)),
        "bridge_mean": np.where(lone, covered, mean(bridges, owner, units)),
        "pairs_joined": np.where(mass > 0, held / np.maximum(mass, 1e-9), covered),
        "pairs_joined_known": np.where(possible > 0, held / np.maximum(possible, 1e-9), covered),
        "pairs_apart_first": largest(weight[apart], unit[apart], units),
        "pairs_apart_mass": np.log1p(total(weight[apart], unit[apart], units)),
    }


def _measure_bridges(
    matched: Match, first: Ints, step: Ints, weight: Floats, joined: Bools
) -> tuple[Floats, Ints]:
    """Weigh, for each gap between content words, the pairs across it that meet in a sentence.

    A splice of two facts shows as a gap that nothing bridges. Returns share and unit.
    """
    near = step <= _BRIDGE
    first, step, weight, joined = first[near], step[near], weight[near], joined[near]
    crossing = [np.flatnonzero(step > shift) for shift in range(_BRIDGE)]
    gap = np.concatenate([first[at] + shift for shift, at in enumerate(crossing)])
    pair = np.concatenate(crossing)
    mass = total(weight[pair], gap, len(matched.content))
    held = total((weight * joined)[pair], gap, len(matched.content))
    gaps = np.flatnonzero(mass > 0)
    return held[gaps] / mass[gaps], matched.unit[gaps]


def _list_pairs(matched: Match) -> tuple[Ints, Ints]:
    """Return (content word, step) for every two words of a unit at most ``_REACH`` apart."""
    ends = np.searchsorted(matched.unit, np.arange(matched.units), side="right")
    left = ends[matched.unit] - np.arange(len(matched.unit)) - 1
    counts = np.minimum(left, _REACH)
    first = np.repeat(np.arange(len(counts)), counts)
    return first, ranges(np.ones(len(counts), np.int64), counts)


def _find_together(matched: Match) -> NDArray[np.bool_]:
    """Return (content word, step - 1): whether a sentence has it and the word ``step`` later."""
    out = np.zeros((len(matched.content), _REACH), bool)
    usable = matched.value >= _MET
    cell, word = matched.cell()[usable], matched.met[usable]
    order = np.lexsort((word, cell))
    cell, word = cell[order], word[order]
    for shift in range(1, _REACH + 1):
        same = np.flatnonzero(cell[:-shift] == cell[shift:])
        if not len(same):
            break
        step = word[same + shift] - word[same]
        near = (step >= 1) & (step <= _REACH)
        out[word[same[near]], step[near] - 1] = True
    return out
