"""Words that mean nearly the same, or the opposite: a table cut from WordNet 3.0.

``support_relations.npz`` is made by ``benchmarks/support/relations.py``; its ``meta`` entry
carries source, date, hash and WordNet's copyright notice.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import attrs
import numpy as np

from summarize.support.index import Ints


@attrs.frozen(eq=False)
class Relations:
    """Related stems as rows: ``others[starts[i]:starts[i + 1]]`` belong to stem ``i``."""

    stems: dict[str, int]
    starts: Ints
    others: Ints
    kinds: Ints


@cache
def load_relations() -> Relations:
    """Read the shipped table; once a process."""
    path = resources.files("summarize.data") / "support_relations.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as table:
        stems = bytes(table["stems"]).decode().split("\n")
        return Relations(
            {stem: i for i, stem in enumerate(stems)},
            table["starts"].astype(np.int64),
            table["others"].astype(np.int64),
            table["kinds"].astype(np.int64),
        )
