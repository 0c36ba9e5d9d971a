"""Reductions over the documents of a batch, and grouping without sorting.

Sums run in index order for each segment on its own, so that a document's result
has the same bits whatever else is in its batch.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

#: 2**64 divided by the golden ratio: Fibonacci hashing (Knuth, TAOCP 3, section 6.4).
MIX = np.uint64(0x9E3779B97F4A7C15)


def spread(offsets: Integers) -> Integers:
    """Return the segment of every row, given the segments' offsets (n_segments + 1,)."""
    return np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))


def segment_sum(values: Floats, segments: Integers, count: int) -> Floats:
    """Return the sum of ``values`` in each of ``count`` segments, added in index order."""
    total = np.bincount(segments, weights=values, minlength=count)
    # Of nothing at all, bincount returns integers.
    return total.astype(np.float64, copy=False)


def segment_max(values: Floats, offsets: Integers) -> Floats:
    """Return the maximum of each segment, minus infinity for an empty one."""
    filled = np.flatnonzero(offsets[1:] > offsets[:-1])
    result = np.full(len(offsets) - 1, -np.inf)
    if len(filled):
        result[filled] = np.maximum.reduceat(values, offsets[filled])
    return result


def first_maxima(values: Floats, offsets: Integers, segments: Integers) -> Integers:
    """Return the index of every segment's first maximum, ascending.

    ``segments`` is the segment of every value. A segment without values, or with nothing
    but minus infinity, has none.
    """
    if len(offsets) == 2 and len(values):
        top = int(np.argmax(values))
        return np.array([top] if values[top] > -np.inf else [], np.int64)
    best = segment_max(values, offsets)
    best[best == -np.inf] = np.nan  # which nothing equals
    hits = np.flatnonzero(values == best[segments])
    owners = segments[hits]
    first = np.ones(len(hits), bool)
    np.not_equal(owners[1:], owners[:-1], out=first[1:])
    return hits[first]


def join_ranges(starts: Integers, ends: Integers) -> Integers:
    """Return the numbers from each start up to its end, one range after the other."""
    lengths = ends - starts
    ahead = np.cumsum(lengths) - lengths
    places: Integers = np.arange(lengths.sum()) + np.repeat(starts - ahead, lengths)
    return places


def number_groups(keys: NDArray[np.uint64]) -> tuple[Integers, Integers]:
    """Give equal keys the same number, in the order of their first occurrence.

    Returns ``(groups, first)``: the group of every key, shape (n,), and the index
    of every group's first key, ascending, shape (n_groups,). Linear: keys are
    scattered into a table in which a slot's first key wins; keys that share a
    slot with another one go through again, at last through a sort.
    """
    leaders = _find_leaders(keys, rounds=4)
    is_first = leaders == np.arange(len(keys))
    first = np.flatnonzero(is_first)
    numbers = np.cumsum(is_first) - 1
    return numbers[leaders], first


def _find_leaders(keys: NDArray[np.uint64], *, rounds: int) -> Integers:
    """Return for every key the index of the first key equal to it."""
    count = len(keys)
    if not rounds:
        _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
        return first[inverse]
    bits = max(4, int(4 * count - 1).bit_length())
    mixed = (keys ^ np.uint64(rounds)) * MIX
    slots = (mixed >> np.uint64(64 - bits)).astype(np.int64)
    table = np.empty(1 << bits, np.int64)
    table[slots[::-1]] = np.arange(count - 1, -1, -1)  # of several writes the last one stays
    leaders = table[slots]
    clash = np.flatnonzero(keys[leaders] != keys)
    if len(clash):
        leaders[clash] = clash[_find_leaders(keys[clash], rounds=rounds - 1)]
    return leaders
