"""Passages of an article, by how well they cover a statement."""

from __future__ import annotations

import math
import random
from functools import lru_cache

import attrs
import numpy as np
from numpy.typing import NDArray

from summarize.document import Document
from summarize.support.words import FLAGS, TOKEN, analyse, clean

#: Passages have up to so many sentences, short ones as often as long ones by their logarithm.
LONGEST = 40
#: A passage away from the evidence has no sentence that covers this share of what the best does.
_FAR = 0.8


@attrs.frozen(eq=False)
class Passages:
    """The sentences of one article, and the content words of each."""

    sentences: tuple[str, ...]
    keys: tuple[frozenset[str], ...]

    @classmethod
    def read(cls, text: str) -> Passages:
        """Cut a text into sentences."""
        sentences = tuple(sentence.text for sentence in Document.from_text(text).sentences)
        return cls(sentences, tuple(frozenset(weigh(sentence)) for sentence in sentences))

    def cover(self, statement: str, length: int) -> NDArray[np.float64]:
        """Return the weighted share of the statement that each run of sentences has."""
        weights = weigh(statement)
        shares = []
        for start in range(max(1, len(self.sentences) - length + 1)):
            held = frozenset().union(*self.keys[start : start + length])
            shares.append(sum(weight for key, weight in weights.items() if key in held))
        return np.array(shares) / (sum(weights.values()) + 1e-9)

    def take(self, start: int, length: int) -> str:
        """Return a run of sentences as one text."""
        return " ".join(self.sentences[start : start + length])

    def draw_true(self, statement: str, rng: random.Random) -> str:
        """Return one of the runs of some length that cover the statement best."""
        length = draw_length(rng)
        shares = self.cover(statement, length)
        return self.take(rng.choice(np.flatnonzero(shares >= shares.max() - 1e-9).tolist()), length)

    def draw_false(self, statement: str, rng: random.Random) -> str:
        """Return the run that covers best, or any."""
        length = draw_length(rng)
        shares = self.cover(statement, length)
        best = rng.random() < 0.5
        return self.take(int(shares.argmax()) if best else rng.randrange(len(shares)), length)

    def draw_away(self, statement: str, rng: random.Random) -> str:
        """Return a run without the best sentence, its neighbours and its like; "" if none is."""
        length = draw_length(rng)
        alone = self.cover(statement, 1)
        best = int(alone.argmax())
        shares = self.cover(statement, length)
        far = [
            start
            for start in range(len(shares))
            if (start + length < best or start > best + 1)
            and alone[start : start + length].max() < _FAR * alone[best]
        ]
        if not far:
            return ""
        start = max(far, key=shares.__getitem__) if rng.random() < 0.5 else rng.choice(far)
        return self.take(start, length)


def draw_length(rng: random.Random) -> int:
    """Return a number of sentences, its logarithm uniform."""
    return round(math.exp(rng.uniform(0, math.log(LONGEST))))


@lru_cache(maxsize=100_000)
def weigh(text: str) -> dict[str, float]:
    """Return the weight of every content key of a text."""
    words = map(analyse, TOKEN.findall(clean(text)))
    return {word.key: word.measures[0] for word in words if word.flags & FLAGS["content"]}
