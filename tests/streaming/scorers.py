"""Scorers that worker processes can import by name."""

from __future__ import annotations

import os
import time

import numpy as np

from summarize.features import Features
from summarize.segments import Floats


def plain(features: Features) -> Floats:
    """Score every sentence by its number of words."""
    return features.word_counts.astype(np.float64)


def picky(features: Features) -> Floats:
    """Refuse a batch in which the word "refuse" occurs."""
    if "refuse" in features.tokens.characters.text:
        raise ZeroDivisionError("refused")
    return plain(features)


def deadly(features: Features) -> Floats:
    """End the process at the word "die", without a word of farewell."""
    if "die" in features.tokens.characters.text:
        os._exit(9)
    return plain(features)


def slow(features: Features) -> Floats:
    """Take a minute over a text with the word "slow"."""
    if "slow" in features.tokens.characters.text:
        time.sleep(60)
    return plain(features)
