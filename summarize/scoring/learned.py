"""A linear ranker trained on news articles and their highlights."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np

from summarize.features import Features
from summarize.scoring.cues import measure_cues
from summarize.segments import Floats


def learned(features: Features) -> Floats:
    """Score by a weighted sum of 34 cues: place, length, shared and recurring terms, characters.

    Weights come from ``benchmarks/quality/train.py``: 1,000 CNN articles, softmax over an
    article's sentences (Cao et al. 2007, "Learning to rank: from pairwise to listwise
    approach"), targets from the best pairs of sentences by ROUGE. The figures in
    ``data/learned_ranker.json`` are by cross-validation; the gain is on articles of that
    kind, elsewhere "auto" can be better. Range: any number, about -5 to 5. Linear.
    """
    cues = measure_cues(features)
    total = np.zeros(len(features.documents))
    for name, weight in load_weights().items():
        total += weight * cues[name]
    return total


@cache
def load_weights() -> Mapping[str, float]:
    """Return the shipped weight of every cue."""
    text = (files("summarize") / "data" / "learned_ranker.json").read_text("utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights
