"""The learned part of the support check: features to probability.

A model is JSON made by ``benchmarks/support/train.py``: a linear part whose signs are
fixed in advance (more coverage never hurts, a missing name never helps), boosted trees
for near copies, and a logistic curve from their sum to a
probability.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray

from summarize.errors import FormatError, shorten
from summarize.support.trees import Trees, read_trees

FORMAT = "summarize-support-2"
_DEFAULT = "support_model.json"
#: Log-odds under which a near copy is no longer taken for a true one. On stories that did not
#: teach the trees, 7% of the rewritten true statements fall below, 76% to 95% of the changed.
_DOUBT = -2.0


@attrs.frozen(eq=False)
class CopyJudge:
    """Trees that tell a true copy from one with something changed.

    They were taught by made cases alone, so they speak only where the statement is nearly a
    copy: their log-odds, bounded by ``most``, and the ``gain`` of being a copy count ``share``
    times the feature ``copied``.
    """

    trees: Trees
    share: float
    most: float
    gain: float

    def judge(self, names: tuple[str, ...], features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return what to add to the score of every row."""
        return self.assess(names, features)[0]

    def assess(
        self, names: tuple[str, ...], features: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return the same, and whether the trees take a row for a copy with something changed."""
        copied = features[:, names.index("copied")]
        rows = np.flatnonzero(copied > 0)
        told = self.trees.score(names, features[rows])
        out, changed = np.zeros(len(features)), np.zeros(len(features), bool)
        out[rows] = self.share * copied[rows] * (np.clip(told, -self.most, self.most) + self.gain)
        changed[rows] = told < _DOUBT
        return out, changed


@attrs.frozen(eq=False)
class Scorer:
    """Weights by feature name, and the logistic curve ``1 / (1 + exp(-(a + b x)))``."""

    names: tuple[str, ...]
    weights: NDArray[np.float64]
    intercept: float
    slope: float
    copies: CopyJudge | None = None

    def raw(self, names: tuple[str, ...], features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the score of every row of ``features``, whose columns are ``names``."""
        return self._assess(names, features)[0]

    def assess(
        self, names: tuple[str, ...], features: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return every row's probability of support, in (0, 1), and if it is a changed copy."""
        score, changed = self._assess(names, features)
        return logistic(self.intercept + self.slope * score), changed

    def _assess(
        self, names: tuple[str, ...], features: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        column = {name: i for i, name in enumerate(names)}
        chosen = np.ascontiguousarray(features[:, [column[name] for name in self.names]])
        # Not a matrix product: its rounding would depend on the number of rows.
        score = np.asarray((chosen * self.weights).sum(axis=1), np.float64)
        if self.copies is None:
            return score, np.zeros(len(score), bool)
        more, changed = self.copies.assess(names, features)
        return score + more, changed


@attrs.frozen(eq=False)
class Model:
    """Scorers for the whole article and for the chosen evidence, with their provenance."""

    article: Scorer
    evidence: Scorer
    ranking: Mapping[str, float]
    accept: float
    meta: Mapping[str, Any]


def logistic(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return ``1 / (1 + exp(-x))`` without overflow."""
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * values)), np.float64)


def read_model(data: Mapping[str, Any]) -> Model:
    """Build a model from parsed JSON; raises :class:`FormatError` if it is none."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise FormatError(
            f"not a support model: expected an object with format {FORMAT!r}, got {shorten(data)}; "
            "make one with benchmarks/support/train.py"
        )
    try:
        copies = CopyJudge(
            read_trees(data["copies"]),
            float(data["copies"]["share"]),
            float(data["copies"]["most"]),
            float(data["copies"]["gain"]),
        )
        return Model(
            article=_read_scorer(data["article"], copies),
            evidence=_read_scorer(data["evidence"], copies),
            ranking=dict(data["ranking"]),
            accept=float(data["accept"]),
            meta=dict(data["meta"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise FormatError(f"support model is incomplete or malformed: {error!r}") from error


def _read_scorer(data: Mapping[str, Any], copies: CopyJudge) -> Scorer:
    weights = data["weights"]
    return Scorer(
        names=tuple(weights),
        weights=np.array(list(weights.values()), np.float64),
        intercept=float(data["intercept"]),
        slope=float(data["slope"]),
        copies=copies,
    )


def load_model(path: str | Path) -> Model:
    """Read a model file. Raises :class:`FormatError` if it holds no support model."""
    try:
        return read_model(json.loads(Path(path).read_text(encoding="utf-8")))
    except json.JSONDecodeError as error:
        raise FormatError(f"{path}: not JSON ({error}); expected a support model") from error


@cache
def default_model() -> Model:
    """Return the shipped model; read once a process."""
    text = (resources.files("summarize.data") / _DEFAULT).read_text(encoding="utf-8")
    return read_model(json.loads(text))
