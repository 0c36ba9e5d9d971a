"""Longest common subsequences of units and runs of the article, over all of them at once."""

from __future__ import annotations

import attrs
import numpy as np
from numpy.typing import NDArray

from summarize.support.columns import spread
from summarize.support.index import Floats, Ints, Slots, number, ranges
from summarize.support.matching import Match, Windows

#: Tokens of a unit and of a window that are read: one machine word of state, and three long
#: sentences.
UNIT_TOKENS = 64
_WINDOW_TOKENS = 160
#: Rows worked on at once: they stay in the processor's cache.
_BLOCK = 4096

Bits = NDArray[np.uint64]


@attrs.frozen(eq=False)
class Patterns:
    """At which of its first 64 places each unit has each of its keys, as bits."""

    slots: Slots
    places: Bits

    @classmethod
    def build(cls, unit: Ints, place: Ints, keys: Ints) -> Patterns:
        """Index tokens by unit and key."""
        read = place < UNIT_TOKENS
        codes = spread(unit[read], keys[read])
        order = np.argsort(codes, kind="stable")
        codes = codes[order]
        first = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]][: len(codes)])
        bits = np.uint64(1) << place[read][order].astype(np.uint64)
        # A key that a unit lacks has place -1: the last entry, no bit.
        joined = np.bitwise_or.reduceat(bits, first) if len(first) else bits
        return cls(Slots.build(codes[first]), np.append(joined, np.uint64(0)))

    def find(self, unit: Ints, keys: Ints) -> Bits:
        """Return the places of ``keys`` in ``unit``, row by row."""
        return self.places[self.slots.find(spread(unit, keys))]


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


def find_patterns(matched: Match) -> Patterns:
    """Index the places of every key in every unit."""
    claims = matched.claims
    return Patterns.build(claims.unit, claims.place, matched.table.key[claims.word])


def measure_subsequences(
    matched: Match, patterns: Patterns, window: Windows
) -> tuple[Floats, Floats, Floats]:
    """Return LCS with the window over length; LCS of content words over those found, over all."""
    units, unit = matched.units, np.arange(matched.units)
    keys = matched.table.key[matched.sources.word]
    span = np.minimum(window.high - window.low, _WINDOW_TOKENS)
    counted = _find_content(matched)
    whole, ordered = measure_common(patterns, unit, window.low, span, keys, counted)
    found = number(matched.unit[matched.inside(window.low, window.high)], units)
    read = np.minimum(np.diff(matched.claims.unit_starts), UNIT_TOKENS)
    every = np.maximum(number(matched.unit, units), 1)
    return (
        whole / np.maximum(read, 1),
        np.minimum(ordered / np.maximum(found, 1), 1.0),
        np.minimum(ordered / every, 1.0),
    )


def _find_content(matched: Match) -> Bits:
    """Return the places of content words in every unit, as bits."""
    place = matched.claims.place[matched.content]
    read = place < UNIT_TOKENS
    out = np.zeros(matched.units, np.uint64)
    np.bitwise_or.at(out, matched.unit[read], np.uint64(1) << place[read].astype(np.uint64))
    return out
