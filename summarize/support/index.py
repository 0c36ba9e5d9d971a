"""Array tools of the support check: an inverted index and per-group reductions."""

from __future__ import annotations

import attrs
import numpy as np
from numpy.typing import NDArray

from summarize.segments import MIX

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Bits = NDArray[np.uint64]

#: Codes hold their owner (an article's number, a unit's) above so many bits.
OWNER = 44
#: Places of a unit that are told apart: the bits of a machine word.
WORD = 64


@attrs.frozen(eq=False)
class Slots:
    """Where each of some codes stands: a hash table, looked into for many codes at once.

    A bisection costs some fifteen mispredicted branches a code, a look one cache miss at most, and
    fewer as codes of one owner lie near each other: each owner's codes are spread over ``2**bits``
    slots from ``stride`` times its number on. Of codes that share a slot the last one has it; the
    ``losers``, codes other than that, have a table of their own.
    """

    codes: Ints
    table: NDArray[np.int32]
    stride: int
    bits: int
    factor: np.uint64
    losers: Ints
    rest: Slots | None

    @classmethod
    def build(cls, codes: Ints, factor: np.uint64 = MIX) -> Slots:
        """Lay out four slots a code, and more; the same code may occur again."""
        counts = np.bincount(codes >> OWNER, minlength=1)
        stride, bits = 4 * len(codes) // len(counts) + 1, int(4 * counts.max()).bit_length()
        slot = _find_slots(codes, stride, bits, factor)
        table = np.full(stride * len(counts) + (1 << bits), -1, np.int32)
        table[slot] = np.arange(len(codes), dtype=np.int32)
        losers = np.flatnonzero(codes[table[slot]] != codes)
        # Another factor, lest codes that met here meet again.
        other = np.uint64(int(factor) * int(MIX) % 2**64)
        rest = cls.build(codes[losers], other) if len(losers) else None
        return cls(codes, table, stride, bits, factor, losers, rest)

    def find(self, codes: Ints) -> Ints:
        """Return the last place of each code, -1 where it does not occur."""
        if not len(self.codes):
            return np.full(len(codes), -1)
        slot = _find_slots(codes, self.stride, self.bits, self.factor)
        at = self.table.take(slot, mode="clip").astype(np.int64)
        others = np.flatnonzero((self.codes[at] != codes) & (at >= 0))
        at[others] = -1
        if self.rest is not None and len(others):
            found = self.rest.find(codes[others])
            at[others] = np.where(found >= 0, self.losers[found], -1)
        return at


def _find_slots(codes: Ints, stride: int, bits: int, factor: np.uint64) -> Ints:
    """Hash codes to the slots of their owners (Fibonacci hashing)."""
    hashed = codes.view(np.uint64) * factor
    hashed >>= np.uint64(64 - bits)
    slots: Ints = hashed.view(np.int64)
    slots += (codes >> OWNER) * stride
    return slots


@attrs.frozen(eq=False)
class Index:
    """Positions of every key of an array, in order.

    ``keys`` are the distinct keys, sorted; the positions of ``keys[r]`` are
    ``positions[starts[r]:starts[r + 1]]``, ascending. Building costs one sort.
    """

    keys: Ints
    starts: Ints
    positions: Ints
    _slots: Slots
    _places: Ints
    _size: int

    @classmethod
    def build(cls, keys: Ints, positions: Ints | None = None) -> Index:
        """Index ``keys``; ``positions`` (ascending) default to 0, 1, 2 ..."""
        order = np.argsort(keys, kind="stable")
        ordered = keys[order]
        first = np.flatnonzero(mark_first(ordered))
        starts = np.r_[first, len(ordered)].astype(np.int64)
        found = order if positions is None else positions[order]
        size = int(found.max()) + 2 if len(found) else 1
        ranks = np.repeat(np.arange(len(first)), np.diff(starts))
        distinct = ordered[first]
        places = ranks * size + found
        return cls(distinct, starts, found, Slots.build(distinct), places, size)

    def find(self, keys: Ints) -> Ints:
        """Return the rank of each key, -1 where it does not occur."""
        return self._slots.find(keys)

    def holds(self, keys: Ints) -> Bools:
        """Tell for each key whether it occurs."""
        return self.find(keys) >= 0

    def spread_ranks(self, size: int) -> Ints:
        """Return the rank of the key at each of ``size`` positions, -1 where none is indexed."""
        out = np.full(size, -1)
        out[self.positions] = np.repeat(np.arange(len(self.keys)), np.diff(self.starts))
        return out

    def within(self, ranks: Ints, low: Ints, high: Ints) -> Bools:
        """Tell for each rank whether it has a position in ``[low, high)``; rank -1 has none."""
        if not len(self.positions):
            return np.zeros(len(ranks), bool)
        start = self.starts[ranks]
        first = self.positions[np.minimum(start, len(self.positions) - 1)]
        out = np.asarray((first >= low) & (first < high) & (ranks >= 0))
        # Most words occur once; the others are searched if the first position is before the range.
        late = np.flatnonzero((ranks >= 0) & (first < low) & (self.starts[ranks + 1] - start > 1))
        rank = ranks[late]
        place = self._before(rank, low[late])
        next_one = self.positions[np.minimum(place, len(self.positions) - 1)]
        out[late] = (place < self.starts[rank + 1]) & (next_one < high[late])
        return out

    def _before(self, ranks: Ints, limit: Ints) -> Ints:
        bounded = np.clip(limit, 0, self._size - 1)
        return np.searchsorted(self._places, ranks * self._size + bounded)

    def nearest(self, ranks: Ints, at: Ints) -> tuple[Ints, Ints]:
        """Return the distance to the nearest position before ``at`` and after it.

        Absent positions are ``far`` (2**40) away. Ranks must not be -1.
        """
        place, first = self._before(ranks, at + 1), self._before(ranks, at)
        after, before = np.minimum(place, len(self.positions) - 1), np.maximum(first - 1, 0)
        right = np.where(place < self.starts[ranks + 1], self.positions[after] - at, FAR)
        left = np.where(first > self.starts[ranks], at - self.positions[before], FAR)
        return left, right

    def expand(self, ranks: Ints, limit: int | None = None) -> tuple[Ints, Ints]:
        """Return (query, position) for every position of every rank, at most ``limit`` a query."""
        known = np.flatnonzero(ranks >= 0)
        counts = self.starts[ranks[known] + 1] - self.starts[ranks[known]]
        if limit is not None:
            counts = np.minimum(counts, limit)
        return np.repeat(known, counts), self.positions[ranges(self.starts[ranks[known]], counts)]


FAR = 2**40


@attrs.frozen(eq=False)
class Members:
    """A set of keys, for telling whether one is in it; cheaper than an :class:`Index`.

    The later ones among the keys, from place ``_later`` on, are a set in the set.
    """

    _slots: Slots
    _later: int

    @classmethod
    def build(cls, keys: Ints, later: int = 0) -> Members:
        """Take in ``keys``, which may repeat."""
        return cls(Slots.build(keys), later)

    def holds(self, keys: Ints) -> Bools:
        """Tell for each key whether it is in the set."""
        return self._slots.find(keys) >= 0

    def holds_later(self, keys: Ints) -> Bools:
        """Tell for each key whether it is among the later ones."""
        return self._slots.find(keys) >= self._later


@attrs.frozen(eq=False)
class Patterns:
    """At which of its first 64 places each unit has each key of its source, as bits.

    Unit ``u`` has key ``k`` of its source at ``places[rows[u] + k]``; key 0 is none.
    """

    rows: Ints
    places: Bits
    known: Bools

    @classmethod
    def build(cls, rows: Ints, size: int, unit: Ints, place: Ints, keys: Ints) -> Patterns:
        """Index tokens by unit and key; ``size`` is the room that all rows take."""
        places, known = np.zeros(size, np.uint64), np.zeros(size, bool)
        known[rows[unit] + keys] = keys > 0
        read = np.flatnonzero((place < WORD) & (keys > 0))
        bits = np.uint64(1) << place[read].astype(np.uint64)
        # Every token has a bit of its own: the sum is the union.
        np.add.at(places, rows[unit[read]] + keys[read], bits)
        return cls(rows, places, known)

    def holds(self, unit: Ints, keys: Ints) -> Bools:
        """Tell if ``unit`` has ``keys`` at any place, row by row."""
        return np.asarray(self.known[self.rows[unit] + keys])


def mark_first(*columns: Ints) -> Bools:
    """Tell which rows differ from the row before; the first does. Columns have one length."""
    first = np.ones(len(columns[0]), bool)
    first[1:] = columns[0][1:] != columns[0][:-1]
    for column in columns[1:]:
        first[1:] |= column[1:] != column[:-1]
    return first


def ranges(starts: Ints, counts: Ints) -> Ints:
    """Concatenate ``arange(start, start + count)`` for all pairs."""
    total = int(counts.sum())
    shift = np.repeat(starts - (np.cumsum(counts) - counts), counts)
    return shift + np.arange(total)


def total(values: Floats, groups: Ints, size: int) -> Floats:
    """Sum ``values`` by group."""
    return np.bincount(groups, weights=values, minlength=size).astype(np.float64, copy=False)


def number(groups: Ints, size: int) -> Floats:
    """Count members by group."""
    return np.bincount(groups, minlength=size).astype(np.float64)


def tally(held: Bools, groups: Ints, size: int) -> Floats:
    """Count the members by group that are ``held``."""
    return number(groups[np.flatnonzero(held)], size)


def largest(values: Floats, groups: Ints, size: int, *, empty: float = 0.0) -> Floats:
    """Return the maximum by group, ``empty`` for a group without members."""
    out = np.full(size, -np.inf)
    np.maximum.at(out, groups, values)
    return np.where(np.isneginf(out), empty, out)


def smallest(values: Floats, groups: Ints, size: int, *, empty: float = 0.0) -> Floats:
    """Return the minimum by group, ``empty`` for a group without members."""
    return -largest(-values, groups, size, empty=-empty)


def mean(values: Floats, groups: Ints, size: int, *, empty: float = 0.0) -> Floats:
    """Return the mean by group, ``empty`` for a group without members."""
    counts = number(groups, size)
    return np.where(counts > 0, total(values, groups, size) / np.maximum(counts, 1), empty)


def anywhere(groups: Ints, size: int) -> Bools:
    """Tell for each group whether it is among ``groups``."""
    out = np.zeros(size, bool)
    out[groups] = True
    return out


def mix(owner: Ints, first: Ints, second: Ints, third: Ints | None = None) -> Ints:
    """Code two or three keys, with their owner above.

    Two keys below ``2**22``, more than there are words in any language, get a code of their own.
    Three are hashed: two of an owner's ``n`` different triples collide with a chance of about
    ``n**2 / 2**45``.
    """
    code = (first << OWNER // 2) ^ second
    if third is not None:
        with np.errstate(over="ignore"):
            state = code.view(np.uint64) * MIX
            state ^= state >> np.uint64(32)
            state += third.view(np.uint64)
            state *= np.uint64(0xBF58476D1CE4E5B9)
        code = (state >> np.uint64(64 - OWNER)).view(np.int64)
    return (owner << OWNER) | (code & ((1 << OWNER) - 1))
