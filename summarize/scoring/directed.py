"""Directed centrality: a sentence that later ones take up again matters."""

from __future__ import annotations

import numpy as np

from summarize.features import Features
from summarize.scoring.position import inverse_root
from summarize.segments import Floats, Integers, segment_max, segment_sum


def forward(features: Features, *, position: float = 0.5) -> Floats:
    """Forward centrality plus a share of the position.

    PacSum's form (Zheng and Lapata 2019, "Sentence centrality revisited") with all
    weight on later sentences and raw term counts: ``sum over j > i of cos(i, j)``,
    divided by the document's maximum, plus ``position / sqrt(1 + i)``. Range
    [0, 1 + position]. Cost: linear in the number of terms, by running sums down the
    columns instead of a similarity matrix.
    """
    matrix = features.normalise(features.counts).tocsc()
    following = _sum_below(matrix.data, matrix.indptr)
    scores = segment_sum(matrix.data * following, matrix.indices, matrix.shape[0])
    top = segment_max(scores, features.sentence_offsets)[features.documents]
    scaled = np.divide(scores, top, out=np.zeros_like(scores), where=top > 0)
    return scaled + position * inverse_root(features)


def _sum_below(data: Floats, pointers: Integers) -> Floats:
    """Return for every cell of a CSC matrix the sum of the cells below it in its column.

    All columns go up one cell at a time together, so a column's sums do not depend
    on the others.
    """
    result = np.zeros_like(data)
    lengths = np.diff(pointers)
    columns = np.flatnonzero(lengths > 1)
    cells = pointers[1:][columns].astype(np.int64) - 1
    running = np.zeros(len(columns))
    left = lengths[columns] - 1
    while len(cells):
        running = running + data[cells]
        cells = cells - 1
        result[cells] = running
        left = left - 1
        more = left > 0
        cells, running, left = cells[more], running[more], left[more]
    return result
