"""Scores that depend on a sentence's place alone."""

from __future__ import annotations

import numpy as np

from summarize.features import Features
from summarize.segments import Floats


def lead(features: Features) -> Floats:
    """Rank sentences by their order: ``1 / (1 + i)`` for sentence i. Range (0, 1]."""
    return 1.0 / (1.0 + features.positions)


def inverse_root(features: Features) -> Floats:
    """Return ``1 / sqrt(1 + i)``, a slower decay than :func:`lead`. Range (0, 1]."""
    result: Floats = 1.0 / np.sqrt(1.0 + features.positions)
    return result
