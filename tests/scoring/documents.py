"""Strategies for documents given as words, shared by the scoring tests."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from summarize.features import Features
from summarize.scoring import SCORERS
from summarize.scoring.words import features_from_words

WORDS = ("ash", "bay", "cod", "dew", "elm", "fig", "gum", "hay", "ivy", "jay", "kit", "the")
STOP_WORDS = ("the",)

sentences = st.lists(st.sampled_from(WORDS), max_size=9)
documents = st.lists(sentences, max_size=9)
batches = st.lists(documents, max_size=5)

#: Options that the methods cannot do without.
OPTIONS = {
    "relevance": {"query": "ash cod hay"},
    "sumy_edmundson": {
        "bonus_words": ("bay", "cod"),
        "stigma_words": ("elm",),
        "null_words": ("the",),
    },
}
#: Every method, and the variants of those that have some.
VARIANTS = {
    **{name: (name, OPTIONS.get(name, {})) for name in SCORERS},
    "lexrank thresholded": ("lexrank", {"threshold": 0.2}),
    "lexrank biased": ("lexrank", {"query": "ash dew"}),
    "degree thresholded": ("degree", {"threshold": 0.2}),
    "pacsum thresholded": ("pacsum", {"beta": 0.3}),
    "lsa gong": ("lsa", {"variant": "gong"}),
    "lsa cross": ("lsa", {"variant": "cross", "topics": 2}),
    "forward without title": ("forward", {"title": 0.0}),
    "forward with a query": ("forward", {"query": "ash dew"}),
    "centroid of top terms": ("centroid", {"threshold": 0.3}),
    **{f"position {law}": ("position", {"law": law}) for law in ("root", "linear", "ends")},
}


def score(words: list[list[list[str]]], variant: str) -> np.ndarray:
    name, options = VARIANTS[variant]
    return SCORERS[name](read(words), **options)


def read(words: list[list[list[str]]]) -> Features:
    return features_from_words(words, stop_words=STOP_WORDS, titles=["ash bay fig"] * len(words))
