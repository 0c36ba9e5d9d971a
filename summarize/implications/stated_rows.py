"""Numbers of known pairs, found by row displacement: two look-ups, nothing to search."""

from __future__ import annotations

import attrs
import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
#: Places that are tried at once for a row.
_WINDOW = 64
_NOBODY = -2  # owner of a free cell; -1 stands for what is not known


@attrs.frozen(eq=False)
class Rows:
    """A sparse table of numbers whose rows lie over each other so that no two cells meet.

    Row r has its column c at ``bases[r] + c``; ``owners`` says whose cell that is, ``numbers``
    what it holds (Tarjan and Yao 1979).
    """

    bases: Numbers
    owners: Numbers
    numbers: Numbers

    def find(self, rows: Ints, columns: Ints) -> Ints:
        """Return the number of every pair, -1 where it is not known (a row of -1 never is)."""
        at = self.bases.take(rows) + columns
        found = self.numbers.take(at)
        found[self.owners.take(at) != rows] = -1
        return found.astype(np.int64)


def index_rows(keys: Ints, shape: tuple[int, int], first: int) -> Rows:
    """Give pairs the numbers from ``first``: ``row * width + column``, ascending, in ``keys``.

    ``shape`` is that of the table, height and width.
    """
    height, width = shape
    rows, columns = np.divmod(keys, width)
    bases = _place(rows, columns, height, width)
    at = bases[rows] + columns
    owners = np.full(int(bases.max()) + width, _NOBODY, np.int32)
    owners[at] = rows
    numbers = np.zeros(len(owners), np.int32)
    numbers[at] = np.arange(first, first + len(at))
    return Rows(bases.astype(np.int32), owners, numbers)


def _place(rows: Ints, columns: Ints, height: int, width: int) -> Ints:
    """Return where each row begins, full rows first, each at the next place where it fits.

    A row of one cell takes any that is free. The last place is for rows of -1.
    """
    bases = np.zeros(height + 1, np.int64)
    found, begin, counts = np.unique(rows, return_index=True, return_counts=True)
    many = np.argsort(-counts, kind="stable")[: np.count_nonzero(counts > 1)]
    taken = np.zeros((len(many) + 2) * width + len(rows) + _WINDOW, bool)
    base = 0
    for row in many:
        cells = columns[begin[row] : begin[row] + counts[row]]
        while (clash := taken[base + np.arange(_WINDOW)[:, None] + cells].any(axis=1)).all():
            base += _WINDOW
        base += int(clash.argmin())
        taken[base + cells] = True
        bases[found[row]] = base
    single = begin[counts == 1]
    free = np.flatnonzero(~taken[width:])[: len(single)] + width
    bases[rows[single]] = free - columns[single]
    return bases
