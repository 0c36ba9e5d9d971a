"""The runs of sentences that cover most of a statement."""

from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np

from summarize.support.index import Bools, Floats, Ints, mark_first
from summarize.support.matching import Match


@attrs.frozen(eq=False, slots=False)
class Windows:
    """For each unit, the run of ``length`` sentences that covers most of its weight.

    ``first`` and ``end`` bound its sentences (numbered over all articles), ``low`` and ``high``
    its token bounds, ``covered`` the weight.
    """

    first: Ints
    end: Ints
    low: Ints
    high: Ints
    covered: Floats
    cells: Floats
    _matched: Match

    @cached_property
    def inside(self) -> Bools:
        """Whether the unit's window has each content word."""
        return self._matched.inside(self.low, self.high)


def find_window(matched: Match, length: int) -> Windows:
    """Return the best run of ``length`` sentences for every unit; ties go to the earlier one."""
    score = matched.covered[length - 1]
    owner = matched.cell_unit
    best = matched.best(score)
    # Sums run in different orders in different batches: treat near ties as ties.
    near = np.flatnonzero(score >= best[owner] - 1e-9)
    cell = near[mark_first(owner[near])]
    begin = matched.first_sentence
    first = begin + cell - matched.cells[:-1]
    end = np.minimum(first + length, matched.sources.source_starts[matched.claims.source + 1])
    tokens = matched.sources.sentence_starts
    return Windows(first, end, tokens[first], tokens[end], best, score, matched)
