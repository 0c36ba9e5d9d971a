"""Scores that depend on a sentence's place alone."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np

from summarize.errors import UnknownNameError
from summarize.features import Features
from summarize.segments import Floats

Law = Literal["inverse", "root", "linear", "geometric", "ends"]


def lead(features: Features) -> Floats:
    """Rank sentences by their order: ``1 / (1 + i)`` for sentence i. Range (0, 1]."""
    return position(features, law="inverse")


def inverse_root(features: Features) -> Floats:
    """Return ``1 / sqrt(1 + i)``, a slower decay than :func:`lead`. Range (0, 1]."""
    return position(features, law="root")


def position(features: Features, *, law: Law = "inverse") -> Floats:
    """Score sentence i of n by a law of its place. Range (0, 1]; cost: one step a sentence.

    ``inverse``: 1 / (1 + i). ``root``: 1 / sqrt(1 + i). ``linear``: 1 - i / n.
    ``geometric``: 2 ** -i (at least the smallest positive number). ``ends``: the larger of
    1 / (1 + i) and 1 / (n - i), for texts that conclude at the end (Baxendale 1958,
    "Machine-made index for technical literature"). The laws of Ouyang, Li, Lu and Zhang
    2010, "A study on position information in document summarization".
    """
    places = features.positions.astype(np.float64)
    sizes = features.sizes[features.documents]
    if law not in get_args(Law):
        raise UnknownNameError(f"unknown law {law!r}: expected one of {', '.join(get_args(Law))}")
    if law == "inverse":
        return 1.0 / (1.0 + places)
    if law == "root":
        root: Floats = 1.0 / np.sqrt(1.0 + places)
        return root
    if law == "linear":
        return 1.0 - places / sizes
    if law == "geometric":
        return np.maximum(np.exp2(-places), np.finfo(np.float64).smallest_subnormal)
    ends: Floats = 1.0 / np.minimum(1.0 + places, sizes - places)
    return ends
