"""How much a statement repeats itself: a sign of text that a machine lost hold of."""

from __future__ import annotations

import numpy as np

from summarize.support.columns import chain, spread
from summarize.support.index import OWNER, Floats, Ints, mark_first, number
from summarize.support.matching import Match


def measure_repetition(matched: Match, size: int) -> dict[str, Floats]:
    """Return, by statement, the share of its n-grams that occurred in it before.

    Of words (``repeated_1`` to ``repeated_3``, sentence ends ignored) and of content
    words (``repeated_content``); 0 to 1.
    """
    claims = matched.claims
    owner = claims.statement[claims.unit]
    key = matched.table.key[claims.word]
    content = spread(claims.statement[matched.unit], matched.key)
    out = {"repeated_content": _repeat(content, size)}
    out["repeated_1"] = _repeat(spread(owner, key), size)
    out["repeated_2"] = _repeat(chain(owner, key, 1)[0], size)
    out["repeated_3"] = _repeat(chain(owner, key, 1, 2)[0], size)
    return out


def _repeat(codes: Ints, size: int) -> Floats:
    """Return the share of each owner's codes that occurred before; 0 for an owner of none."""
    codes = np.sort(codes)
    owner = codes >> OWNER
    every = number(owner, size)
    return (every - number(owner[mark_first(codes)], size)) / np.maximum(every, 1.0)
