"""What comes first: learnt weights of an event's salience, and the order of a rule's consequents.

Consequents are ordered by how well they fit the trigger's sentence as its effects, under the
directed word association. Only words in lower case count, so names can't change an order.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from summarize.implications.association import shipped_model
from summarize.implications.association_text import Bags
from summarize.implications.reading import Tokens
from summarize.implications.rule import Consequent

#: Shares of the score that are not learnt (own choice): similarity to a rule's exemplars knows
#: the sense of a word, a filled slot makes a better bullet; neither is about salience.
FIXED = {"similarity": 0.2, "slots": 0.1}
_SLOTS = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}")
#: Under it a rule's consequents score above another rule's for the rule's passages in 72 of 100
#: pairs, under "news" in 70: consequents are general statements.
_DOMAIN = "general"
#: Consequents kept as read; the default bank has fewer than a thousand rules.
_KEPT = 4096


@cache
def salience_weights() -> Mapping[str, float]:
    """Return the weights of a match's parts; they add up to 1.

    Position, title and repetition are learnt by ``benchmarks/implication/train_salience.py``.
    """
    path = files("summarize") / "data" / "salience_weights.json"
    learnt: dict[str, float] = json.loads(path.read_text("utf-8"))["weights"]
    return {**learnt, **FIXED}


def order_consequents(
    consequents: Sequence[Consequent], tokens: Tokens
) -> list[tuple[Consequent, float]]:
    """Return the consequents, the best effect of the sentence first, each with its share.

    Shares are a softmax over the association scores and add up to 1; consequents that are alike
    keep their order. Cost is about 0.1 ms.
    """
    if len(consequents) == 1:
        return [(consequents[0], 1.0)]
    model = shipped_model()
    effects = _read_effects(tuple(consequent.text.source for consequent in consequents))
    cause = model.read([" ".join(word for word in tokens.raw if word[0].islower())])
    size = len(effects)
    scores = model.score(Bags(cause.stems * size, cause.forms * size), effects, _DOMAIN).tolist()
    powers = [math.exp(score - max(scores)) for score in scores]
    shares = [round(power / math.fsum(powers), 4) for power in powers]
    return sorted(zip(consequents, shares, strict=True), key=lambda pair: -pair[1])


@lru_cache(maxsize=_KEPT)
def _read_effects(sources: tuple[str, ...]) -> Bags:
    return shipped_model().read([_SLOTS.sub(" ", source) for source in sources])
