"""Several methods' votes put together by rank."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from summarize.errors import InvalidValueError
from summarize.features import Features
from summarize.segments import Floats

#: Cormack, Clarke and Büttcher 2009, "Reciprocal rank fusion outperforms Condorcet".
_SMOOTHING = 60.0
#: One method of each kind: position, centrality, topic words.
DEFAULT_METHODS = ("lead", "lexrank", "centroid", "sumbasic")


def rank_sentences(features: Features, scores: Floats) -> Floats:
    """Return every sentence's rank in its document, 1 for the best; equals share the mean."""
    order = np.lexsort((-scores, features.documents))
    ordered, owners = scores[order], features.documents[order]
    fresh = np.ones(len(order), bool)
    fresh[1:] = (np.diff(ordered) != 0) | (np.diff(owners) != 0)
    first = np.flatnonzero(fresh)
    counts = np.diff(np.append(first, len(order)))
    middle = first + (counts - 1) / 2.0 - features.sentence_offsets[owners[first]] + 1.0
    ranks = np.empty(len(order))
    ranks[order] = np.repeat(middle, counts)
    return ranks


def fuse_ranks(features: Features, votes: Sequence[Floats], weights: Sequence[float]) -> Floats:
    """Return the weighted mean of ``61 / (60 + rank)`` over the votes. Range (0, 1]."""
    total = np.zeros(len(features.documents))
    for scores, weight in zip(votes, weights, strict=True):
        ranks = rank_sentences(features, scores)
        total += weight * ((_SMOOTHING + 1.0) / (_SMOOTHING + ranks))
    return total / sum(weights)


def check_weights(methods: Sequence[object], weights: Sequence[float] | None) -> Sequence[float]:
    """Return one weight a method, all 1 by default; raise unless they are valid."""
    given = [1.0] * len(methods) if weights is None else list(weights)
    if not methods or len(given) != len(methods) or min(given) < 0 or sum(given) <= 0:
        raise InvalidValueError(
            "an ensemble needs one or more methods and as many weights, none negative and "
            f"not all 0; got methods {list(methods)}, weights {given}"
        )
    return given
