"""The small learned model behind stated implications: which sentences project or draw consequences.

Two stages, after Choubey et al. 2020 (NewsDiscourse): linear scores for every discourse role from
n-grams, cues and position; then a bag of small networks over the scores of the sentence, its
neighbours and the article as a whole. Trained by ``benchmarks/implication/train_stated.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from summarize.implications.stated_features import (
    Chunked,
    Encoder,
    Floats,
    cue_features,
    from_arrays,
    position_features,
)

#: Rows of a product of this model's size that one thread computes (OpenBLAS takes two from 80).
_MOST_ROWS = 64


def context_features(scores: Floats, place: Floats) -> Floats:
    """Return each sentence's role scores with those of its neighbours and its article.

    ``scores`` has shape (n, k), ``place`` (n, p), the result (n, 7 k + p): the sentence, the one
    before, the one after (zeros outside the article), the article's mean, its maximum, the mean of
    its first three, the sentence's deviation from the mean, and its place.
    """
    n, k = scores.shape
    mean = np.add.reduce(scores) / n
    deviation = scores - mean
    spread = np.sqrt(np.add.reduce(deviation * deviation) / n)
    out = np.zeros((n, 7 * k + place.shape[1]), dtype=np.float32)
    out[:, :k] = scores
    out[1:, k : 2 * k] = scores[:-1]
    out[:-1, 2 * k : 3 * k] = scores[1:]
    out[:, 3 * k : 4 * k] = mean
    out[:, 4 * k : 5 * k] = np.maximum.reduce(scores)
    out[:, 5 * k : 6 * k] = np.add.reduce(scores[:3]) / min(n, 3)
    # .3 keeps the deviation of near-constant columns small.
    out[:, 6 * k : 7 * k] = deviation / (spread + 0.3)
    out[:, 7 * k :] = place
    return out


def _multiply(inputs: Floats, weights: Floats) -> Floats:
    """Return ``inputs @ weights``, by parts so small that the library does not start threads.

    On a few rows more, threads cost more than they save, and keep other cores busy waiting.
    """
    parts = -(-len(inputs) // _MOST_ROWS)
    if parts == 1:
        return np.asarray(inputs @ weights, dtype=np.float32)
    return np.vstack([part @ weights for part in np.array_split(inputs, parts)])


@attrs.frozen(eq=False)
class StatedModel:
    """Weights of both stages; see :meth:`probabilities`.

    ``rows`` holds, per n-gram, its role weights (IDF folded in) and its squared IDF, and a last
    row of zeros for what is not known. ``hidden`` has one block of columns per network, and
    ``output`` one column per network.
    """

    encoder: Encoder
    rows: Floats
    dense: Floats
    bias: Floats
    hidden: Floats
    hidden_bias: Floats
    output: Floats
    output_bias: Floats
    threshold: float

    def role_scores(self, sentences: Sequence[Chunked], place: Floats) -> Floats:
        """Return linear scores of one article's sentences at their ``place``, shape (n, roles)."""
        ids, starts = self.encoder.ids(sentences)
        pairs, triples = self.encoder.ngrams(ids)
        rows, size = self.rows.take(np.concatenate((ids, pairs, triples)), axis=0), len(ids)
        values = rows[:size]
        values[:-1] += rows[size : 2 * size - 1]
        values[:-2] += rows[2 * size - 1 :]
        sums = np.add.reduceat(values, starts)
        counts = self.encoder.count_groups(ids, starts)
        cues = cue_features(counts, starts, len(ids))
        split = cues.shape[1]
        dense = cues @ self.dense[:split] + place @ self.dense[split:] + self.bias
        return np.asarray(sums[:, :-1] / np.sqrt(sums[:, -1:]) + dense, dtype=np.float32)

    def probabilities(self, sentences: Sequence[Chunked]) -> Floats:
        """Return P(expectation or consequence) of each sentence of one article, shape (n,).

        Give all sentences of the article, in order: the neighbours and the whole count. Cost is
        linear in the text.
        """
        if not sentences:
            return np.zeros(0, dtype=np.float32)
        place = position_features(len(sentences))
        inputs = context_features(self.role_scores(sentences, place), place)
        active = np.maximum(_multiply(inputs, self.hidden) + self.hidden_bias, 0)
        logits = active @ self.output + self.output_bias
        summed = np.add.reduce(1 / (1 + np.exp(-logits)), axis=1)
        return np.asarray(summed / logits.shape[1], dtype=np.float32)


def model_from_arrays(arrays: Mapping[str, npt.NDArray[Any]]) -> StatedModel:
    """Build the model from the arrays of its npz file (8-bit n-gram weights, scale by column)."""
    encoder = from_arrays(arrays)
    rows = arrays["rows"].astype(np.float32) * arrays["scale"].astype(np.float32)
    rows *= encoder.idf[:, None]
    dense: dict[str, Any] = {name: arrays[name].astype(np.float32) for name in DENSE_ARRAYS}
    return StatedModel(
        encoder=encoder,
        rows=np.pad(np.column_stack([rows, encoder.idf**2]), ((0, 1), (0, 0))),
        threshold=float(arrays["threshold"]),
        **dense,
    )


DENSE_ARRAYS = ("dense", "bias", "hidden", "hidden_bias", "output", "output_bias")


@cache
def shipped_model() -> StatedModel:
    """Return the model that ships with the library, read once."""
    path = files("summarize") / "data" / "stated_model.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return model_from_arrays(dict(arrays))
