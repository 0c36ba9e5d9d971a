"""Longest common subsequences of units and runs of the article, over all of them at once."""

from __future__ import annotations

import numpy as np

from summarize.support.index import WORD, Bits, Floats, Ints, Patterns, number, ranges
from summarize.support.matching import Match
from summarize.support.windows import Windows

#: Tokens of a window that are read: three long sentences.
_WINDOW_TOKENS = 160
#: Rows worked on at once: they stay in the processor's cache.
_BLOCK = 4096


def measure_common(
    patterns: Patterns, unit: Ints, low: Ints, length: Ints, keys: Ints, counted: Bits | None = None
) -> tuple[Ints, Ints]:
    """Return the length of the longest subsequence of each unit and ``keys[low:low + length]``.

    One entry a row. The second result is the same over those places of the units only that are
    set in ``counted``. Bit-parallel (Hyyrö 2004): one step for each place in the runs, over all
    rows that are so long.
    """
    out, some = np.zeros(len(unit), np.int64), np.zeros(len(unit), np.int64)
    order = np.argsort(-length, kind="stable")
    for start in range(0, len(order), _BLOCK):
        rows = order[start : start + _BLOCK]
        spans = length[rows]
        active = len(rows) - np.searchsorted(spans[::-1], np.arange(spans[0]), side="right")
        row = rows[ranges(np.zeros_like(active), active)]
        place = np.repeat(np.arange(len(active)), active)
        masks = patterns.find(unit[row], keys[low[row] + place])
        out[rows] = _step(masks, active, len(rows))
        if counted is not None:
            some[rows] = _step(masks & counted[row], active, len(rows))
    return out, some


def _step(masks: Bits, active: Ints, rows: int) -> Ints:
    """Run the recurrence over columns of ``active`` rows each; returns the lengths found."""
    state = np.full(rows, ~np.uint64(0))
    start = 0
    for size in active.tolist():
        part = state[:size]
        matched = part & masks[start : start + size]
        total = part + matched
        part -= matched
        part |= total
        start += size
    return 64 - np.bitwise_count(state).astype(np.int64)


def measure_subsequences(matched: Match, window: Windows) -> tuple[Floats, Floats, Floats]:
    """Return LCS with the window over length; LCS of content words over those found, over all."""
    units, unit = matched.units, np.arange(matched.units)
    keys = matched.lookups.number
    span = np.minimum(window.high - window.low, _WINDOW_TOKENS)
    counted = _find_content(matched)
    whole, ordered = measure_common(matched.patterns, unit, window.low, span, keys, counted)
    found = number(matched.unit[matched.inside(window.low, window.high)], units)
    read = np.minimum(np.diff(matched.claims.unit_starts), WORD)
    every = np.maximum(number(matched.unit, units), 1)
    return (
        whole / np.maximum(read, 1),
        np.minimum(ordered / np.maximum(found, 1), 1.0),
        np.minimum(ordered / every, 1.0),
    )


def _find_content(matched: Match) -> Bits:
    """Return the places of content words in every unit, as bits."""
    place = matched.claims.place[matched.content]
    read = place < WORD
    out = np.zeros(matched.units, np.uint64)
    np.bitwise_or.at(out, matched.unit[read], np.uint64(1) << place[read].astype(np.uint64))
    return out
