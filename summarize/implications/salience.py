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

import numpy as np
import numpy.typing as npt
import Stemmer

from summarize.implications.association import shipped_model, sum_vectors
from summarize.implications.association_text import FUNCTION_WORDS, Bags
from summarize.implications.reading import Reading, Tokens
from summarize.implications.rule import Consequent
from summarize.implications.triggers import Trigger

#: What each sentence of the lead counts (news tells its event first).
_POSITION = (1.0, 0.7, 0.5, 0.4)
#: What an article without a headline says of an event being in it.
TITLE_UNKNOWN = 0.5
#: Shares of the score that are not learnt (own choice): similarity to a rule's exemplars knows
#: the sense of a word, a filled slot makes a better bullet; neither is about salience.
FIXED = {"similarity": 0.2, "slots": 0.1}
_SLOTS = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}")
#: Consequents are general statements.
_DOMAIN = "general"
#: Consequents and words kept as read; the default bank has fewer than a thousand rules.
_KEPT, _WORDS_KEPT = 4096, 1 << 16


@cache
def salience_weights() -> Mapping[str, float]:
    """Return the weights of a match's parts; they add up to 1.

    Position, title and repetition are learnt by ``benchmarks/implication/train_salience.py``.
    """
    path = files("summarize") / "data" / "salience_weights.json"
    learnt: dict[str, float] = json.loads(path.read_text("utf-8"))["weights"]
    return {**learnt, **FIXED}


def count_repetitions(reading: Reading, trigger: Trigger) -> int:
    """Return how often a text has the words that a trigger begins with."""
    text = reading.lower
    return sum([text.count(" " + word) for word in trigger.pattern.anchors])


def salience_parts(
    reading: Reading, trigger: Trigger, place: int, *, titled: bool
) -> dict[str, float]:
    """Return what tells how much an event of lead sentence ``place`` matters, each in [0, 1]."""
    return {
        "position": _POSITION[place],
        "title": float(titled) if len(reading.title) else TITLE_UNKNOWN,
        "repetition": min(count_repetitions(reading, trigger), 5) / 5,
    }


def order_consequents(
    consequents: Sequence[Consequent], tokens: Tokens
) -> list[tuple[Consequent, float]]:
    """Return the consequents, the best effect of the sentence first, each with its share.

    Of the association's scores this takes the nearness of vectors, of content words alone: by it
    a rule's consequents score above another rule's for the rule's own passages in 73 of 100 pairs.
    Shares are a softmax and add up to 1; consequents that are alike keep their order. Cost is
    about 15 microseconds.
    """
    if len(consequents) == 1:
        return [(consequents[0], 1.0)]
    model = shipped_model()
    effects = _read_effects(tuple(consequent.text.source for consequent in consequents))
    terms = set(map(_read_word, tokens.small))
    cause = np.add.reduce(model.causes.take(sorted(terms), axis=0))
    length = math.sqrt(float(cause @ cause)) + 1e-6
    weight = float(model.weights[_DOMAIN][0])
    scores = [weight * nearness / length for nearness in (effects @ cause).tolist()]
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = math.fsum(powers)
    shares = [round(power / total, 4) for power in powers]
    return sorted(zip(consequents, shares, strict=True), key=lambda pair: -pair[1])


@lru_cache(maxsize=_KEPT)
def _read_effects(sources: tuple[str, ...]) -> npt.NDArray[np.float32]:
    """Return the unit vectors of consequents without their slots."""
    model = shipped_model()
    stems = model.read([_SLOTS.sub(" ", source) for source in sources]).stems
    return sum_vectors(Bags(stems, ([],) * len(stems)), model.effects)


@lru_cache(maxsize=_WORDS_KEPT)
def _read_word(word: str) -> int:
    """Return the number of a content word's stem, -1 (a row of zeros) if it has none."""
    if word in FUNCTION_WORDS:
        return -1
    return shipped_model().lexicon.stems.get(Stemmer.Stemmer("english").stemWord(word), -1)
