"""Sentence scorers: features in, one float64 a sentence out; one family a file.

``SCORERS`` maps a method's name to its function. All take :class:`Features` and
keyword options and return scores of shape (n_sentences,), higher is better.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from summarize.errors import InvalidTypeError, UnknownNameError
from summarize.features import Features
from summarize.scoring.background import Background
from summarize.scoring.centroid import centroid
from summarize.scoring.directed import forward, pacsum
from summarize.scoring.edmundson import edmundson
from summarize.scoring.ensemble import DEFAULT_METHODS, check_weights, fuse_ranks
from summarize.scoring.frequency import kl, luhn, sumbasic
from summarize.scoring.graph import degree, lexrank
from summarize.scoring.latent import lsa
from summarize.scoring.learned import learned
from summarize.scoring.position import lead, position
from summarize.scoring.sumy_definitions import SUMY_SCORERS
from summarize.scoring.textrank import textrank, textrank_bm25
from summarize.scoring.weighting import relevance
from summarize.segments import Floats

__all__ = ["SCORERS", "Background", "Scorer", "score_features"]

Scorer = Callable[..., Floats]


def ensemble(
    features: Features,
    *,
    methods: Sequence[str | Scorer] = DEFAULT_METHODS,
    weights: Sequence[float] | None = None,
) -> Floats:
    """Fuse the rankings of several methods: the weighted mean of ``61 / (60 + rank)``.

    Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009); ranks count from 1, equal
    scores share their mean rank. Range (0, 1]. Cost: the sum of the methods' costs.
    """
    given = check_weights(methods, weights)
    votes = [score_features(features, method) for method in methods]
    return fuse_ranks(features, votes, given)


SCORERS: dict[str, Scorer] = {
    "auto": forward,
    "lead": lead,
    "position": position,
    "centroid": centroid,
    "centroid_summary": centroid,
    "degree": degree,
    "textrank": textrank,
    "textrank_bm25": textrank_bm25,
    "lexrank": lexrank,
    "forward": forward,
    "pacsum": pacsum,
    "luhn": luhn,
    "sumbasic": sumbasic,
    "kl": kl,
    "lsa": lsa,
    "edmundson": edmundson,
    "relevance": relevance,
    "ensemble": ensemble,
    "learned": learned,
    **SUMY_SCORERS,
}


def score_features(features: Features, method: str | Scorer, **options: Any) -> Floats:
    """Score every sentence of a batch by a method's name or by a scorer function.

    Raises :class:`UnknownNameError` for a name that is not in ``SCORERS`` and
    :class:`InvalidTypeError` for an option that the method does not have or needs.
    """
    scorer = SCORERS.get(method) if isinstance(method, str) else method
    if scorer is None or not callable(scorer):
        raise UnknownNameError(f"unknown method {method!r}: expected one of {', '.join(SCORERS)}")
    try:
        return scorer(features, **options)
    except TypeError as error:
        if any(part in str(error) for part in _OPTION_FAULTS):
            raise InvalidTypeError(f"method {method!r}: {error}") from error
        raise


_OPTION_FAULTS = ("unexpected keyword argument", "required keyword-only argument")
