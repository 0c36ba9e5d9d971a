"""Sentence scorers: features in, one float64 a sentence out; one family a file.

``SCORERS`` maps a method's name to its function. All take :class:`Features` and
keyword options and return scores of shape (n_sentences,), higher is better.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from summarize.errors import InvalidTypeError, UnknownNameError
from summarize.features import Features
from summarize.scoring.centroid import centroid
from summarize.scoring.directed import forward
from summarize.scoring.graph import lexrank, textrank
from summarize.scoring.position import lead
from summarize.segments import Floats

Scorer = Callable[..., Floats]

SCORERS: dict[str, Scorer] = {
    "auto": forward,
    "lead": lead,
    "centroid": centroid,
    "textrank": textrank,
    "lexrank": lexrank,
}


def score_features(features: Features, method: str | Scorer, **options: Any) -> Floats:
    """Score every sentence of a batch by a method's name or by a scorer function.

    Raises :class:`UnknownNameError` for a name that is not in ``SCORERS`` and
    :class:`InvalidTypeError` for an option that the method does not have.
    """
    scorer = SCORERS.get(method) if isinstance(method, str) else method
    if scorer is None or not callable(scorer):
        raise UnknownNameError(f"unknown method {method!r}: expected one of {', '.join(SCORERS)}")
    try:
        return scorer(features, **options)
    except TypeError as error:
        if options and "unexpected keyword argument" in str(error):
            raise InvalidTypeError(f"method {method!r}: {error}") from error
        raise
