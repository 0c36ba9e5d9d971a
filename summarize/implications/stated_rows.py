"""Rows of known keys, found by hash: a read or two where a binary search needs a dozen."""

from __future__ import annotations

import attrs
import numpy as np
import numpy.typing as npt

from summarize.segments import MIX

Ints = npt.NDArray[np.int64]
#: Slots a key, at least: of 14,000 keys some 1,300 share a slot with another, and are searched for.
_ROOM = 4


@attrs.frozen(eq=False)
class Rows:
    """Sorted distinct ``keys``, and a number for each.

    ``slots`` says of each hash which key to look at; ``late`` are the keys, by their index, whose
    slot another key took: a search finds them. The last of ``values`` is for what is not known.
    """

    keys: Ints
    values: Ints
    slots: npt.NDArray[np.unsignedinteger]
    late: Ints
    late_keys: Ints

    def find(self, wanted: Ints) -> Ints:
        """Return the value of every key, the last one where it is not known."""
        at = self.slots.take(_slot(wanted, len(self.slots))).astype(np.int64)
        missed = (self.keys.take(at) != wanted).nonzero()[0]
        left = wanted.take(missed)
        late = self.late.take(self.late_keys.searchsorted(left))
        late[self.keys.take(late) != left] = -1
        at[missed] = late
        return self.values.take(at)


def index_rows(keys: Ints, first: int) -> Rows:
    """Give sorted distinct keys the numbers from ``first``; the last, never asked for, gets -1."""
    values = np.append(np.arange(first, first + len(keys) - 1), -1)
    size = 1 << int(_ROOM * len(keys)).bit_length()
    slots = np.zeros(size, np.min_scalar_type(len(keys)))  # small, to stay in the cache
    at = _slot(keys, size)
    rows = np.arange(len(keys))
    slots[at] = rows
    late = np.append((slots[at] != rows).nonzero()[0], len(keys) - 1)
    return Rows(keys, values, slots, late, keys[late])


def _slot(keys: Ints, size: int) -> Ints:
    """Return the slot of each key in a table of ``size``, a power of two (Fibonacci hashing)."""
    return ((keys.view(np.uint64) * MIX) >> np.uint64(65 - size.bit_length())).view(np.int64)
