"""How much a statement repeats itself: a sign of text that a machine lost hold of."""

from __future__ import annotations

import numpy as np

from summarize.support.index import Floats, Ints, number
from summarize.support.matching import Match


def measure_repetition(matched: Match, size: int) -> dict[str, Floats]:
    """Return, by statement, the share of its n-grams that occurred in it before.

    Of words (``repeated_1`` to ``repeated_3``, sentence ends ignored) and of content
    words (``repeated_content``); 0 to 1.
    """
    claims = matched.claims
    owner = claims.statement[claims.unit]
    key = matched.table.key[claims.word]
    out = {"repeated_content": _repeat(matched.key, claims.statement[matched.unit], size)}
    code = key
    for n in (1, 2, 3):
        if n > 1:
            # Codes are numbered anew, so that they never outgrow their type.
            _, code = np.unique(code, return_inverse=True)
            width = int(key.max(initial=0)) + 1
            code = code[: max(0, len(code) - 1)] * width + key[n - 1 :]
        inside = owner[: len(code)] == owner[len(owner) - len(code) :]
        out[f"repeated_{n}"] = _repeat(code[inside], owner[: len(code)][inside], size)
    return out


def _repeat(code: Ints, owner: Ints, size: int) -> Floats:
    """Return 1 - distinct / all codes of each owner."""
    width = int(code.max(initial=0)) + 1
    distinct = np.unique(owner * width + code) // width
    return 1.0 - number(distinct, size) / np.maximum(number(owner, size), 1.0)
