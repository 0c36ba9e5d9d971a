"""Longest common subsequences of units and runs of the article, over all of them at once."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarize.support.index import WORD, Bits, Floats, Ints, Patterns, number, tally
from summarize.support.matching import Match
from summarize.support.windows import Windows

#: Tokens of a window that are read: three long sentences.
_WINDOW_TOKENS = 160
#: Rows worked on at once: they stay in the processor's cache.
_BLOCK = 4096


def measure_common(
    patterns: Patterns, unit: Ints, low: Ints, length: Ints, keys: Ints, counted: Bits | None = None
) -> Ints:
    """Return the length of the longest subsequence of each unit and ``keys[low:low + length]``.

    One column a row. A second line is the same over those places of the units only that are
    set in ``counted``. Bit-parallel (Hyyrö 2004): one step for each place in the runs, over all
    rows that are so long.
    """
    out = np.zeros((1 if counted is None else 2, len(unit)), np.int64)
    order = np.argsort(-length, kind="stable")
    for start in range(0, len(order), _BLOCK):
        rows = order[start : start + _BLOCK]
        spans = length[rows]
        active = len(rows) - np.searchsorted(spans[::-1], np.arange(spans[0]), side="right")
        place = np.repeat(np.arange(len(active)), active)
        keys_at = keys[_cut_columns(low[rows], active) + place]
        masks = patterns.places[_cut_columns(patterns.rows[unit[rows]], active) + keys_at][None]
        if counted is not None:
            masks = np.concatenate([masks, masks & _cut_columns(counted[rows], active)])
        out[:, rows] = _step(masks, active, len(rows))
    return out


def _cut_columns(values: NDArray[Any], active: Ints) -> NDArray[Any]:
    """Return the first ``active`` values, for each of the columns."""
    return np.concatenate([values[:0], *(values[:size] for size in active.tolist())])


def _step(masks: Bits, active: Ints, rows: int) -> Ints:
    """Run the recurrence over columns of ``active`` rows each; returns the lengths found."""
    state = np.full((len(masks), rows), ~np.uint64(0))
    start = 0
    for size in active.tolist():
        part = state[:, :size]
        matched = part & masks[:, start : start + size]
        total = part + matched
        part -= matched
        part |= total
        start += size
    return 64 - np.bitwise_count(state).astype(np.int64)


def measure_subsequences(matched: Match, windows: dict[str, Windows]) -> dict[str, Floats]:
    """Measure LCS with every window: over length; of content words over those found, over all."""
    units, several = matched.units, len(windows)
    low = np.concatenate([window.low for window in windows.values()])
    high = np.concatenate([window.high for window in windows.values()])
    unit, counted = np.tile(np.arange(units), several), np.tile(_find_content(matched), several)
    span = np.minimum(high - low, _WINDOW_TOKENS)
    lengths = measure_common(matched.patterns, unit, low, span, matched.lookups.number, counted)
    read = np.maximum(np.minimum(np.diff(matched.claims.unit_starts), WORD), 1)
    every = np.maximum(number(matched.unit, units), 1)
    out = {}
    for (name, window), whole, ordered in zip(
        windows.items(), *lengths.reshape(2, several, units), strict=True
    ):
        found = np.maximum(tally(window.inside, matched.unit, units), 1)
        out[f"subsequence_{name}"] = whole / read
        out[f"in_order_{name}"] = np.minimum(ordered / found, 1.0)
        out[f"shared_{name}"] = np.minimum(ordered / every, 1.0)
    return out


def _find_content(matched: Match) -> Bits:
    """Return the places of content words in every unit, as bits."""
    place = matched.claims.place[matched.content]
    read = np.flatnonzero(place < WORD)
    out = np.zeros(matched.units, np.uint64)
    # Every word has a bit of its own: the sum is the union.
    np.add.at(out, matched.unit[read], np.uint64(1) << place[read].astype(np.uint64))
    return out
