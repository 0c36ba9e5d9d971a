"""Where a statement departs from the one sentence that it all but copies.

A false statement made by changing one thing in a true one covers nearly all of its
words. What counts then is the thing changed: a word in another's slot, names that have
changed places, a denial, a turn from up to down, two facts spliced. Every measure is
scaled by how nearly the statement copies its best sentence.
"""

from __future__ import annotations

import numpy as np

from summarize.support.columns import has
from summarize.support.index import (
    Bools,
    Floats,
    Ints,
    anywhere,
    largest,
    mean,
    mix,
    number,
    smallest,
    tally,
    total,
)
from summarize.support.matching import Match
from summarize.support.opposites import OPPOSED
from summarize.support.relations import ANTONYM
from summarize.support.windows import Windows

#: A copy has at least this share of its words, in order, in one sentence; from ``_SURE`` on it
#: surely is one. Below, departures mean little.
_COPY, _SURE = 0.7, 0.95
#: Copied runs of three words and more make up at least this share of two facts spliced.
_FUSED = 0.8
#: Tokens to either side of a name or number that must go with it in the article too.
_REACH = 4
#: A slot may hold so many tokens more in the article than in the statement.
_SLACK = 4


def measure_departures(
    matched: Match, one: Windows, columns: dict[str, Floats]
) -> dict[str, Floats]:
    """Measure departures from the best sentence; ``columns`` are the measures taken before."""
    units = matched.units
    copy = np.clip((columns["subsequence_one"] - _COPY) / (_SURE - _COPY), 0.0, 1.0)
    fit, owner = _fit_anchors(matched)
    fit_mean, fit_least = (reduce(fit, owner, units, empty=1.0) for reduce in (mean, smallest))
    lost, alien = _find_lost(matched, one), _find_alien(matched, one)
    swapped, inserted = _measure_slots(matched, one, lost, alien)
    raw = {
        "negation": _differ_in_negation(matched, one),
        "direction": _turn(matched, one, alien),
        "antonym": _oppose(matched, one, lost),
        "order": 1.0 - columns["in_order_one"],
        "anchor": 1.0 - fit_least,
        "gap": 1.0 - columns["bridge_least"],
        "far": 1.0 - columns["near_least"],
        "unjoined": 1.0 - columns["pairs_joined"],
        "unpaired": 1.0 - columns["p2_window"],
        "untied": 1.0 - columns["skips"],
        "backward": 1.0 - columns["order"],
        "anchors": 1.0 - fit_mean,
        "slot": swapped,
        "insert": inserted,
        "lost": largest(matched.weight * lost, matched.unit, units),
        "lost_name": np.minimum(tally(lost & matched.name, matched.unit, units), 2),
        "lost_number": np.minimum(tally(lost & matched.figure, matched.unit, units), 2),
    }
    out = {f"copy_{name}": copy * value for name, value in raw.items()}
    fused = np.clip((columns["run_share"] - _FUSED) / (1.0 - _FUSED), 0.0, 1.0)
    for name in ("gap", "far", "unjoined"):
        out[f"copy_fused_{name}"] = fused * raw[name]
    out["copy_fused_wide"] = fused * (1.0 - columns["covered_one"])
    out["copied"] = np.maximum(copy, fused)
    out["anchors_fit"] = fit_mean
    out["anchors_fit_least"] = fit_least
    return out


def _find_lost(matched: Match, one: Windows) -> Bools:
    """Tell which content words the best sentence has in no form."""
    at = matched.rows_at(one.first)
    return matched.grid.values[at] < 0.5


def _find_alien(matched: Match, one: Windows) -> Bools:
    """Tell which tokens of the claims the best sentence lacks."""
    unit = matched.claims.unit
    return ~matched.lookups.key.within(matched.token_rank, one.low[unit], one.high[unit])


def _fit_anchors(matched: Match) -> tuple[Floats, Ints]:
    """Return, for each name or number, the share of its neighbours that go with it, and its unit.

    A neighbour goes with it if the article has the two in this order, at most four apart.
    """
    (source, keys), unit, known = matched.tokens, matched.claims.unit, matched.known
    anchor = np.zeros(len(keys), bool)
    anchor[matched.content[matched.name | matched.figure]] = True
    lefts, rights = [], []
    for step in range(1, _REACH + 1):
        size = max(len(keys) - step, 0)
        apart = anchor[:size] != anchor[step:]
        lefts.append(np.flatnonzero(apart & (unit[:size] == unit[step:])))
        rights.append(lefts[-1] + step)
    left, right = np.concatenate(lefts), np.concatenate(rights)
    at = np.where(anchor[left], left, right)
    both = np.flatnonzero(known[left] & known[right])
    codes = mix(source[left[both]], keys[left[both]], keys[right[both]])
    held = tally(matched.lookups.grams.skips.holds(codes), at[both], len(keys))
    tried = number(at, len(keys))
    anchors = np.flatnonzero(tried)
    return held[anchors] / tried[anchors], unit[anchors]


def _measure_slots(
    matched: Match, one: Windows, lost: Bools, alien: Bools
) -> tuple[Floats, Floats]:
    """Weigh runs of words that the best sentence lacks, by what it has in their place.

    Returns the heaviest run that stands where the sentence has something else, and the
    heaviest that stands where it has nothing.
    """
    claims, index = matched.claims, matched.lookups.key
    unit, rank = claims.unit, matched.token_rank
    weight = np.zeros(len(unit))
    weight[matched.content[lost]] = matched.weight[lost]
    begins = alien & np.r_[True, ~alien[:-1] | (unit[1:] != unit[:-1])][: len(unit)]
    start, at = np.flatnonzero(begins), np.flatnonzero(alien)
    run = (np.cumsum(begins) - 1)[at]
    mass, size = total(weight[at], run, len(start)), np.bincount(run, minlength=len(start))
    before, after = start - 1, start + size
    inner = (before >= 0) & (after < len(unit))
    start, before, after = start[inner], before[inner], after[inner]
    mass, size = mass[inner], size[inner]
    same = (unit[before] == unit[start]) & (unit[after] == unit[start])
    before, after, mass, size = before[same], after[same], mass[same], size[same]
    owner = unit[before]
    query, place = index.expand(rank[before])
    inside = (place >= one.low[owner[query]]) & (place < one.high[owner[query]])
    query, place = query[inside], place[inside]
    _, ahead = index.nearest(rank[after[query]], place + 1)
    distance = smallest((ahead + 1).astype(np.float64), query, len(before), empty=np.inf)
    filled = (distance >= 2) & (distance <= size + _SLACK)
    empty = distance == 1
    return (
        largest(mass[filled], owner[filled], matched.units),
        largest(mass[empty], owner[empty], matched.units),
    )


def _differ_in_negation(matched: Match, one: Windows) -> Floats:
    """Tell which units and best sentences differ in the parity of their negations.

    A negation of the sentence counts only within four tokens of a word of the statement.
    """
    claims, sources = matched.claims, matched.sources
    own = number(claims.unit[has(matched.table.flags[claims.word], "negative")], matched.units)
    negative = np.flatnonzero(has(matched.table.flags[sources.word], "negative"))
    bounds = np.searchsorted(negative, one.low), np.searchsorted(negative, one.high)
    counts = bounds[1] - bounds[0]
    unit = np.repeat(np.arange(matched.units), counts)
    shift = np.repeat(bounds[0] - (np.cumsum(counts) - counts), counts)
    place = negative[shift + np.arange(len(unit))]
    near = np.zeros(len(unit), bool)
    words = np.searchsorted(matched.unit, np.arange(matched.units + 1))
    span = words[unit + 1] - words[unit]
    query = np.repeat(np.arange(len(unit)), span)
    word = np.repeat(words[unit] - (np.cumsum(span) - span), span) + np.arange(int(span.sum()))
    low = np.maximum(place - _REACH, one.low[unit])[query]
    high = np.minimum(place + _REACH + 1, one.high[unit])[query]
    near[query[matched.lookups.key.within(matched.rank[word], low, high)]] = True
    return np.asarray((own - number(unit[near], matched.units)) % 2 != 0, np.float64)


def _turn(matched: Match, one: Windows, alien: Bools) -> Floats:
    """Tell which units turn a direction: the best sentence has not their word but its opposite."""
    claims, sources = matched.claims, matched.sources
    flags, others = matched.table.flags[claims.word], matched.table.flags[sources.word]
    out = np.zeros(matched.units)
    for name, opposite in OPPOSED:
        turned = anywhere(claims.unit[has(flags, name) & alien], matched.units)
        agreed = anywhere(claims.unit[has(flags, opposite)], matched.units)
        sums = np.r_[0, np.cumsum(has(others, opposite))]
        out += turned & ~agreed & (sums[one.high] > sums[one.low])
    return np.asarray(np.minimum(out, 1.0), np.float64)


def _oppose(matched: Match, one: Windows, lost: Bools) -> Floats:
    """Tell which units have a word of which the best sentence has only the antonym."""
    related = matched.related
    unit = matched.unit[related.word]
    near = (related.place >= one.low[unit]) & (related.place < one.high[unit])
    found = (related.kind == ANTONYM) & near & lost[related.word]
    return np.asarray(anywhere(unit[found], matched.units), np.float64)
