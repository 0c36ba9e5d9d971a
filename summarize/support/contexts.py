"""Whether words that stand together in the statement stand together in the article."""

from __future__ import annotations

import numpy as np

from summarize.support.columns import has
from summarize.support.index import (
    FAR,
    Bools,
    Floats,
    Ints,
    largest,
    mean,
    ranges,
    smallest,
    total,
)
from summarize.support.matching import Match

#: Occurrences of one word that are looked at, the first ones; more cost time and tell little.
_OCCURRENCES = 20
#: Distance in tokens at which nearness has fallen to 1/e.
_DECAY = 6.0


def measure_proximity(matched: Match) -> dict[str, Floats]:
    """How near, and in which order, the article has each two neighbouring content words.

    Nearness of a pair is ``exp(-(d - 1) / 6)``, d the smallest distance in tokens; order
    is +1 if that distance runs forward, -1 if backward, weighted by nearness.
    """
    unit, rank, units = matched.unit, matched.rank, matched.units
    size = max(len(unit) - 1, 0)
    pair = np.flatnonzero(unit[:size] == unit[1:])
    both = matched.present[pair] & matched.present[pair + 1]
    both &= matched.key[pair] != matched.key[pair + 1]
    known = pair[both]
    query, place = matched.lookups.key.expand(rank[known], _OCCURRENCES)
    left, right = matched.lookups.key.nearest(rank[known + 1][query], place)
    ahead = smallest(right.astype(np.float64), query, len(known), empty=FAR)
    behind = smallest(left.astype(np.float64), query, len(known), empty=FAR)
    nearness = np.zeros(len(pair))
    nearness[both] = np.exp(-(np.minimum(ahead, behind) - 1) / _DECAY)
    order = np.zeros(len(pair))
    order[both] = np.where(ahead <= behind, 1.0, -1.0)
    owner = unit[pair]
    covered = total(matched.weight * matched.present, unit, units) / matched.mass
    near = total(nearness, owner, units)
    lone = ~np.isin(np.arange(units), owner)
    return {
        "near_mean": np.where(lone, covered, mean(nearness, owner, units)),
        "near_least": np.where(lone, covered, smallest(nearness, owner, units)),
        "order": total(order * nearness, owner, units) / np.maximum(near, 1e-9),
    }


def measure_contexts(matched: Match) -> dict[str, Floats]:
    """Tell whether neighbours of a number, a name, a verb are so in the article too."""
    units, unit = matched.units, matched.unit
    verbs = ~matched.name & ~matched.figure
    verbs &= has(matched.table.flags[matched.claims.word[matched.content]], "verbal")
    every = np.ones(len(unit), bool)
    out = {}
    value, known = _agree(matched, matched.figure, every, reach=4, radius=8)
    out["number_context_bad"] = 1.0 - smallest(value[known], unit[known], units, empty=1.0)
    value, known = _agree(matched, matched.name, ~matched.name, reach=4, radius=12)
    out["name_context"] = mean(value[known], unit[known], units, empty=0.5)
    out["name_context_least"] = smallest(value[known], unit[known], units, empty=0.5)
    value, known = _agree(matched, verbs, every, reach=5, radius=8)
    known |= verbs & ~matched.present
    out["verb_context"] = mean(value[known], unit[known], units, empty=0.5)
    return out


def _agree(
    matched: Match, anchors: Bools, neighbours: Bools, *, reach: int, radius: int
) -> tuple[Floats, Bools]:
    """Return for each content word its best share of neighbours found around an occurrence.

    Neighbours stand within ``reach`` tokens in the statement and must stand within
    ``radius`` in the article. The second result tells where the share is defined.
    """
    anchor = np.flatnonzero(anchors & matched.present)
    beside = _find_neighbours(matched, anchor, neighbours, reach)
    owner, other = beside
    query, place = matched.lookups.key.expand(matched.rank[anchor], _OCCURRENCES)
    counts = np.bincount(owner, minlength=len(anchor))
    starts = np.cumsum(counts) - counts
    flat = np.repeat(np.arange(len(query)), counts[query])
    friend = other[ranges(starts[query], counts[query])]
    around = matched.lookups.key.within(
        matched.rank[friend], place[flat] - radius, place[flat] + radius + 1
    )
    shares = mean(around.astype(np.float64), flat, len(query))
    value, known = np.zeros(len(matched.unit)), np.zeros(len(matched.unit), bool)
    value[anchor] = largest(shares, query, len(anchor))
    known[anchor] = counts > 0
    return value, known


def _find_neighbours(
    matched: Match, anchor: Ints, neighbours: Bools, reach: int
) -> tuple[Ints, Ints]:
    """Return (anchor number, content word) for each neighbour within ``reach`` tokens."""
    owners, others = [], []
    for step in range(-reach, reach + 1):
        other = anchor + step
        inside = (step != 0) & (other >= 0) & (other < len(matched.unit))
        owner = np.flatnonzero(inside)
        other = other[owner]
        here = anchor[owner]
        good = (matched.unit[other] == matched.unit[here]) & neighbours[other]
        good &= np.abs(matched.content[other] - matched.content[here]) <= reach
        owners.append(owner[good])
        others.append(other[good])
    owner, other = np.concatenate(owners), np.concatenate(others)
    order = np.argsort(owner, kind="stable")
    return owner[order], other[order]
