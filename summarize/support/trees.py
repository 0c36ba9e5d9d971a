"""Boosted regression trees, evaluated on arrays: every node is asked, no tree is walked.

The learned part of the support check that sees interactions, such as "every
word is there, but in another order". Trees are made by
``benchmarks/support/boosting.py`` and shipped as lists in the model's JSON.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from summarize.errors import FormatError, shorten

#: A tree's leaves are the bits of one machine word.
_MOST_LEAVES = 64
#: Rows times trees held at once: few enough to stay in the processor's cache.
_BLOCK = 80_000


@attrs.frozen(eq=False)
class Trees:
    """Trees as tables for QuickScorer (Lucchese et al. 2015).

    A tree's leaves are numbered from left to right. A node whose ``feature`` is above its
    ``threshold`` rules out the leaves on its left, the bits of ``out``; a row ends in the first
    leaf that no node rules out. ``feature``, ``threshold`` and ``out`` have shape
    (n_nodes, n_trees), the leaves' ``value`` (n_leaves, n_trees). A row's score is ``start``
    plus the ``value`` of its leaf in every tree.
    """

    names: tuple[str, ...]
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    out: NDArray[np.unsignedinteger[Any]]
    value: NDArray[np.float64]
    start: float

    def score(self, names: Sequence[str], features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log-odds of every row of ``features``, whose columns are ``names``.

        Shape (n_rows,). Cost is rows times nodes.
        """
        column = {name: i for i, name in enumerate(names)}
        chosen = np.ascontiguousarray(features[:, [column[name] for name in self.names]])
        step = max(1, _BLOCK // self.value.shape[1])
        parts = [self._add(chosen[at : at + step]) for at in range(0, len(chosen), step)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _add(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        columns = np.ascontiguousarray(rows.T)
        trees = np.arange(self.value.shape[1])[:, None]
        gone = np.zeros((len(trees), len(rows)), self.out.dtype)
        for feature, threshold, out in zip(self.feature, self.threshold, self.out, strict=True):
            gone |= (columns.take(feature, axis=0) > threshold[:, None]) * out[:, None]
        # Bits below the lowest one not set: as many as there are leaves ruled out before it.
        values = self.value[np.bitwise_count(gone & ~(gone + self.out.dtype.type(1))), trees]
        # Summed tree by tree, so that a row's score does not depend on the rows beside it.
        total = np.full(len(rows), self.start)
        for value in values:
            total += value
        return total


def read_trees(data: Mapping[str, Any]) -> Trees:
    """Build trees from parsed JSON; raises :class:`FormatError` if it holds none.

    ``data`` has ``names``, ``start`` and ``trees``: for each tree an object of five
    equally long lists, ``feature``, ``threshold``, ``left``, ``right``, ``value``. Node 0
    is the root; rows whose feature is at most the threshold go left. A leaf points to
    itself; a tree has at most 64.
    """
    try:
        names = tuple(str(name) for name in data["names"])
        read = [_read_tree(tree, len(names)) for tree in data["trees"]]
        start = float(data["start"])
        if not read:
            raise ValueError("no trees")
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise FormatError(
            f"not a set of trees: {error!r} in {shorten(data)}; make one with "
            "benchmarks/support/boosting.py"
        ) from error
    nodes = list(zip_longest(*(nodes for nodes, _ in read), fillvalue=(0, np.inf, 0)))
    return Trees(
        names=names,
        feature=np.array([[node[0] for node in row] for row in nodes], np.int64),
        threshold=np.array([[node[1] for node in row] for row in nodes], np.float64),
        out=_shrink(np.array([[node[2] for node in row] for row in nodes], np.uint64)),
        value=np.array(list(zip_longest(*(leaves for _, leaves in read), fillvalue=0.0))),
        start=start,
    )


def _shrink(bits: NDArray[np.uint64]) -> NDArray[np.unsignedinteger[Any]]:
    """Return ``bits`` in the smallest type that holds them: less to move."""
    return bits.astype(np.min_scalar_type(bits.max(initial=0)))


def _read_tree(
    tree: Mapping[str, Sequence[Any]], features: int
) -> tuple[list[tuple[int, float, int]], list[float]]:
    """Return (feature, threshold, out) of every node that asks, and the leaves' values in order.

    Raises :class:`ValueError` for children that point backwards (a loop) or to two parents,
    and for features that are not named.
    """
    left, right = tree["left"], tree["right"]
    nodes: list[tuple[int, float, int]] = []
    leaves: list[float] = []
    seen: set[int] = set()

    def visit(node: int) -> None:
        if node in seen or len(seen) > 2 * _MOST_LEAVES:
            raise ValueError(f"node {node} is reached twice, or the tree has over 64 leaves")
        seen.add(node)
        if left[node] == node == right[node]:
            leaves.append(float(tree["value"][node]))
            return
        if min(left[node], right[node]) <= node:
            raise ValueError(f"node {node} points back to an earlier node")
        if not 0 <= int(tree["feature"][node]) < features:
            raise ValueError(f"node {node} asks for a feature outside of the {features} named")
        first = len(leaves)
        visit(int(left[node]))
        out = (1 << len(leaves)) - (1 << first)
        nodes.append((int(tree["feature"][node]), float(tree["threshold"][node]), out))
        visit(int(right[node]))

    visit(0)
    if len(leaves) > _MOST_LEAVES:
        raise ValueError(f"a tree has {len(leaves)} leaves; at most {_MOST_LEAVES} are read")
    return nodes, leaves
