"""Word order: n-grams and copied runs, all over many units at once."""

from __future__ import annotations

import numpy as np

from summarize.support.columns import chain
from summarize.support.index import (
    Floats,
    Index,
    Ints,
    Members,
    largest,
    mark_first,
    number,
    tally,
    total,
)
from summarize.support.matching import Match, chain_within
from summarize.support.windows import Windows


def measure_grams(matched: Match, window: Windows) -> dict[str, Floats]:
    """N-gram precision against the article and against the best window."""
    claims, grams, units = matched.claims, matched.lookups.grams, matched.units
    lengths = np.diff(claims.unit_starts)
    found = tally(matched.known, claims.unit, units)
    out = {"p1": found / np.maximum(lengths, 1)}
    for name, steps, index in (("2", (1,), grams.pairs), ("3", (1, 2), grams.triples)):
        rank, at = find_claim_grams(matched, steps, index)
        unit, every = claims.unit[at], np.maximum(lengths - steps[-1], 1)
        out["p" + name] = number(unit, units) / every
        near = index.within(rank, window.low[unit], window.high[unit] - steps[-1])
        out[f"p{name}_window"] = number(unit[near], units) / every
        if name == "2":
            out["p2_weighted"] = _weigh_pairs(matched, at)
    out["skips"] = _measure_skips(matched, grams.skips)
    out["content_skips"] = _measure_content_skips(matched, grams.skips)
    return out


def _weigh_pairs(matched: Match, held: Ints) -> Floats:
    """Return the share of pairs that is at ``held``, weighted by the words in them."""
    unit, units = matched.claims.unit, matched.units
    weight = np.maximum(matched.table.weight[matched.claims.word], 0.05)
    both = weight[:-1] + weight[1:]
    every = np.flatnonzero(unit[:-1] == unit[1:])
    mass = np.maximum(total(both[every], unit[every], units), 1e-9)
    return np.asarray(total(both[held], unit[held], units) / mass)


def find_claim_grams(matched: Match, steps: tuple[int, ...], index: Index) -> tuple[Ints, Ints]:
    """Return ranks and positions of those n-grams of the units that the articles have."""
    if steps == (1,):
        _, rank, at = matched.pairs
    else:
        hashed, at = chain_within(matched, *steps)
        rank = index.find(hashed)
    held = np.flatnonzero(rank >= 0)
    return rank[held], at[held]


def place_claim_grams(matched: Match, steps: tuple[int, ...], index: Index) -> tuple[Ints, Ints]:
    """Return unit and (unit, sentence) cell of the units' n-grams, once for each such sentence."""
    rank, at = find_claim_grams(matched, steps, index)
    query, place = index.expand(rank)
    sentences = matched.sources.sentence
    sentence = sentences[place]
    inside = sentence == sentences[np.minimum(place + steps[-1], len(sentences) - 1)]
    query, sentence = query[inside], sentence[inside]
    once = mark_first(query, sentence)
    unit = matched.claims.unit[at[query[once]]]
    return unit, matched.cell_at(unit, sentence[once])


def _measure_skips(matched: Match, index: Members) -> Floats:
    steps = (1, 2, 3, 4)
    found = [matched.pairs[::2], *(chain_within(matched, step) for step in steps[1:])]
    unit = matched.claims.unit[np.concatenate([at for _, at in found])]
    held = index.holds(np.concatenate([hashed for hashed, _ in found]))
    lengths = np.diff(matched.claims.unit_starts)
    every = np.maximum(lengths[:, None] - steps, 0).sum(axis=1)
    return np.asarray(number(unit[held], matched.units) / np.maximum(every, 1))


def _measure_content_skips(matched: Match, index: Members) -> Floats:
    """Return the weight of neighbouring content words that the article has close, in order."""
    held, tried = np.zeros(matched.units), np.zeros(matched.units)
    for step in (1, 2):
        size = max(len(matched.unit) - step, 0)
        unit = matched.unit[:size]
        weight = np.minimum(matched.weight[:size], matched.weight[step:]) + 0.05
        every = np.flatnonzero(unit == matched.unit[step:])
        tried += total(weight[every], unit[every], matched.units)
        hashed, at = chain(
            matched.source, matched.key, step, group=matched.unit, known=matched.present
        )
        at = at[index.holds(hashed)]
        held += total(weight[at], unit[at], matched.units)
    covered = total(matched.weight * matched.present, matched.unit, matched.units) / matched.mass
    return np.where(tried > 0, held / np.maximum(tried, 1e-9), covered)


def measure_runs(matched: Match) -> dict[str, Floats]:
    """Measure copied runs: greedy fragments from left to right (Grusky et al. 2018)."""
    lengths = np.diff(matched.claims.unit_starts).astype(np.float64)
    reach = _find_reach(matched)
    owner, run = _cut_fragments(matched, reach)
    units = matched.units
    safe = np.maximum(lengths, 1)
    longest = largest(run, owner, units)
    return {
        "run_density": total(run**2, owner, units) / safe / safe,
        "run_longest": longest / safe,
        "run_longest_log": np.log1p(longest),
        "run_count": number(owner, units) / safe,
        "run_share": total(np.where(run >= 3, run, 0.0), owner, units) / safe,
    }


def _find_reach(matched: Match) -> Ints:
    """Return for each claim token how long the article copies on from it (0: not present)."""
    claims, grams = matched.claims, matched.lookups.grams
    reach = matched.known.astype(np.int64)
    rank, at = find_claim_grams(matched, (1,), grams.pairs)
    query, place = grams.pairs.expand(rank)
    here = at[query]
    order = np.argsort((place - here) * (len(reach) + 1) + here, kind="stable")
    here, place = here[order], place[order]
    step = np.r_[False, (np.diff(here) == 1) & (np.diff(place) == 1)][: len(here)]
    step &= np.r_[False, claims.unit[here[1:]] == claims.unit[here[:-1]]][: len(here)]
    last = np.flatnonzero(np.r_[~step[1:], True][: len(here)])
    left = last[np.searchsorted(last, np.arange(len(here)))] - np.arange(len(here))
    np.maximum.at(reach, here, left + 2)
    return reach


def _cut_fragments(matched: Match, reach: Ints) -> tuple[Ints, Floats]:
    starts = matched.claims.unit_starts
    at, end = starts[:-1].copy(), starts[1:]
    owners, runs = [], []
    active = np.flatnonzero(at < end)
    while len(active):
        run = np.minimum(reach[at[active]], end[active] - at[active])
        found = run > 0
        owners.append(active[found])
        runs.append(run[found].astype(np.float64))
        at[active] += np.maximum(run, 1)
        active = active[at[active] < end[active]]
    if not owners:
        return np.zeros(0, np.int64), np.zeros(0)
    return np.concatenate(owners), np.concatenate(runs)
