"""Boosted regression trees, evaluated on arrays: all trees step down together.

The learned part of the support check that sees interactions, such as "every
word is there, but in another order". Trees are made by
``benchmarks/support/boosting.py`` and shipped as lists in the model's JSON.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from summarize.errors import FormatError, shorten

_COLUMNS = ("feature", "threshold", "left", "right", "value")
#: Rows times trees held at once: bounds memory, 32 MB of positions.
_BLOCK = 4_000_000


@attrs.frozen(eq=False)
class Trees:
    """Trees as padded tables of shape (n_trees, n_nodes); node 0 is the root.

    At a node, rows whose ``feature`` is at most ``threshold`` go ``left``, others
    ``right``; a leaf points to itself. A row's score is ``start`` plus the
    ``value`` of its leaf in every tree.
    """

    names: tuple[str, ...]
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: NDArray[np.float64]
    start: float
    depth: int

    def score(self, names: Sequence[str], features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log-odds of every row of ``features``, whose columns are ``names``.

        Shape (n_rows,). Cost is rows times trees times depth.
        """
        column = {name: i for i, name in enumerate(names)}
        chosen = np.ascontiguousarray(features[:, [column[name] for name in self.names]])
        step = max(1, _BLOCK // max(1, len(self.feature)))
        parts = [self._walk(chosen[at : at + step]) for at in range(0, len(chosen), step)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _walk(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        trees = np.arange(len(self.feature))
        at = np.zeros((len(rows), len(trees)), np.int64)
        row = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_left = rows[row, self.feature[trees, at]] <= self.threshold[trees, at]
            at = np.where(goes_left, self.left[trees, at], self.right[trees, at])
        # Summed tree by tree, so that a row's score does not depend on the rows beside it.
        total = np.full(len(rows), self.start)
        for tree in trees:
            total += self.value[tree, at[:, tree]]
        return total


def read_trees(data: Mapping[str, Any]) -> Trees:
    """Build trees from parsed JSON; raises :class:`FormatError` if it holds none.

    ``data`` has ``names``, ``start`` and ``trees``: for each tree an object of five
    equally long lists, ``feature``, ``threshold``, ``left``, ``right``, ``value``.
    """
    try:
        names = tuple(str(name) for name in data["names"])
        trees = list(data["trees"])
        width = max(len(tree["feature"]) for tree in trees)
        tables = {key: _pad([tree[key] for tree in trees], width) for key in _COLUMNS}
        start = float(data["start"])
    except (KeyError, TypeError, ValueError) as error:
        raise FormatError(
            f"not a set of trees: {error!r} in {shorten(data)}; make one with "
            "benchmarks/support/boosting.py"
        ) from error
    left, right = tables["left"].astype(np.int64), tables["right"].astype(np.int64)
    feature = np.where(left == right, 0, tables["feature"].astype(np.int64))
    _check_tables(left, right, feature, len(names))
    return Trees(
        names=names,
        feature=feature,
        threshold=tables["threshold"],
        left=left,
        right=right,
        value=tables["value"],
        start=start,
        depth=_measure_depth(left, right),
    )


def _pad(lists: list[list[float]], width: int) -> NDArray[np.float64]:
    """Make a table; what is added holds its own index, which makes it a leaf."""
    return np.array([[*items, *range(len(items), width)] for items in lists], np.float64)


def _check_tables(
    left: NDArray[np.int64], right: NDArray[np.int64], feature: NDArray[np.int64], names: int
) -> None:
    """Refuse children that point backwards (a loop) or outside, and unknown features."""
    here = np.arange(left.shape[1])
    leaf = (left == here) & (right == here)
    forward = (left > here) & (right > here) & (np.maximum(left, right) < left.shape[1])
    if not (leaf | forward).all():
        raise FormatError("a tree's node points outside of its tree or back to an earlier node")
    if feature.min(initial=0) < 0 or feature.max(initial=0) >= names:
        raise FormatError(f"a tree asks for a feature outside of the {names} that are named")


def _measure_depth(left: NDArray[np.int64], right: NDArray[np.int64]) -> int:
    """Return how many steps reach every leaf."""
    trees = np.arange(len(left))[:, None]
    at = np.zeros((len(left), 1), np.int64)
    depth = 0
    while True:
        below = np.concatenate([left[trees, at], right[trees, at]], axis=1)
        below = np.unique(below, axis=1)
        if below.shape == at.shape and (below == at).all():
            return depth
        at, depth = below, depth + 1
