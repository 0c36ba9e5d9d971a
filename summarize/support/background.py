"""Word statistics: how rare a word is in news and other texts, how often it has a capital.

The table ``support_background.npz`` is counted by ``benchmarks/support/background.py``;
its ``meta`` entry names source, date and hash.
"""

from __future__ import annotations

import math
from functools import cache
from importlib import resources

import attrs
import numpy as np


@attrs.frozen(eq=False)
class Background:
    """Document and sentence frequencies by key, share of capitals by lower-cased word.

    Sentences are those of a news archive; documents too, except that a key counts as often
    as balanced English would have it if the archive has it less.
    """

    documents: int
    sentences: int
    document_counts: dict[str, int]
    sentence_counts: dict[str, int]
    capital_rates: dict[str, float]

    def weight(self, key: str) -> float:
        """Return the inverse document frequency, scaled: about 0 ("the") to just above 1 (unseen).

        ``log((N + 1) / (df + .5)) / log(N + 1)``, N the number of documents.
        """
        count = self.document_counts.get(key, 0)
        return math.log((self.documents + 1) / (count + 0.5)) / math.log(self.documents + 1)

    def sentence_rate(self, key: str) -> float:
        """Return the chance that a sentence has the key, in (0, 1); .3 counts for unseen."""
        return (self.sentence_counts.get(key, 0) + 0.3) / (self.sentences + 1)


@cache
def load_background() -> Background:
    """Read the shipped table; once a process."""
    path = resources.files("summarize.data") / "support_background.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as table:
        keys = bytes(table["keys"]).decode().split("\n")
        words = bytes(table["words"]).decode().split("\n")
        return Background(
            documents=int(table["documents"]),
            sentences=int(table["sentences"]),
            document_counts=dict(zip(keys, table["document_counts"].tolist(), strict=True)),
            sentence_counts=dict(zip(keys, table["sentence_counts"].tolist(), strict=True)),
            capital_rates=dict(zip(words, (table["capital_rates"] / 255.0).tolist(), strict=True)),
        )
