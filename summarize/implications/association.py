"""Directed word association: how well an effect fits a cause, from counts of causes and effects.

Counts of which stems of a cause meet which stems of its effect, in news (Causal News Corpus) and
in general statements (e-CARE), give pointwise mutual information; word vectors carry it over to
words that never met. A linear model over a dozen such scores ranks the effects of one cause.
Names are masked, so that renaming people or places changes nothing. Trained by
``benchmarks/implication/train_association.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from summarize.errors import InvalidValueError, UnknownNameError
from summarize.implications.association_text import Bags, Lexicon, build_lexicon, read_bags

Floats = npt.NDArray[np.float64]
FEATURES = (
    *(
        "news",
        "general",
        "both",
        "either way",
        "best two",
        "news form",
        "general form",
        "same word",
    ),
    *(
        "vectors",
        "news map",
        "joint map",
        "news pairs",
        "general pairs",
        "low rank",
        "low rank cosine",
    ),
    *("cause words", "effect words", "length", "news sum"),
)
# Smoothing of each count table, chosen by cross-validation among .03, .1, .3, 1, 5.
SMOOTHING = {
    "news": 1.0,
    "general": 0.03,
    "both": 0.5,
    "either": 0.1,
    "news_form": 5.0,
    "general_form": 5.0,
}
DOMAINS = ("news", "general")
TASKS = (*DOMAINS, "direction")
NEWS_WEIGHT = 3.0  # of a news pair beside a general pair in the joint counts


def mutual_information(
    counts: sp.csr_matrix, totals: tuple[Floats, Floats, float], smoothing: float
) -> sp.csr_matrix:
    """Return log((n + k) / (expected + k)) for every pair that was seen."""
    rows, columns, pairs = totals
    found = counts.tocoo()
    expected = rows[found.row] * columns[found.col] / pairs
    values = np.log((found.data + smoothing) / (expected + smoothing))
    return sp.csr_matrix((values, (found.row, found.col)), shape=counts.shape)


@attrs.frozen(eq=False)
class Table:
    """Counts of pairs of stems, of each stem as cause and as effect, and of all pairs of texts."""

    counts: sp.csr_matrix
    causes: Floats
    effects: Floats
    pairs: float

    def information(self, smoothing: float) -> sp.csr_matrix:
        """Return the smoothed pointwise mutual information of the pairs seen."""
        return mutual_information(self.counts, (self.causes, self.effects, self.pairs), smoothing)


def add_tables(one: Table, other: Table, weight: float = 1.0) -> Table:
    """Return ``weight * one + other``."""
    return Table(
        (one.counts * weight + other.counts).tocsr(),
        one.causes * weight + other.causes,
        one.effects * weight + other.effects,
        one.pairs * weight + other.pairs,
    )


def turn_table(table: Table) -> Table:
    """Return the table with causes and effects swapped."""
    return Table(table.counts.T.tocsr(), table.effects, table.causes, table.pairs)


def pairwise(left: Any, matrix: Any, right: Any) -> Floats:
    """Return ``left[i] @ matrix @ right[i]`` for sparse rows i."""
    return np.asarray((left @ matrix).multiply(right).sum(axis=1), dtype=np.float64).ravel()


def row_cosines(left: Floats, right: Floats) -> Floats:
    """Return the cosine of each pair of rows, 0 where a row is empty."""
    norms = np.linalg.norm(left, axis=1) * np.linalg.norm(right, axis=1)
    return np.asarray((left * right).sum(axis=1) / (norms + 1e-9), dtype=np.float64)


def best_two(left: Any, matrix: Any, right: Any) -> Floats:
    """Return the sum of the two effect words that each cause's words speak for most."""
    met = (left @ matrix).multiply(right).tocsr()
    bounds = zip(met.indptr[:-1], met.indptr[1:], strict=True)
    return np.array([np.sort(met.data[start:end])[-2:].sum() for start, end in bounds])


@attrs.frozen(eq=False)
class AssociationModel:
    """All that turns two bags of words into the scores named in ``FEATURES``."""

    lexicon: Lexicon
    information: Mapping[str, sp.csr_matrix]
    vectors: Floats
    maps: Mapping[str, Floats]
    low: tuple[Floats, Floats]
    form: Floats
    weights: Mapping[str, Floats]

    def read(self, texts: Sequence[str]) -> Bags:
        """Return the bags of words of ``texts``."""
        return read_bags(self.lexicon, texts, self.vectors)

    def features(self, cause: Bags, effect: Bags) -> Floats:
        """Return the scores of row i of ``cause`` with row i of ``effect``, shape (n, features)."""
        table = self.information
        content = (cause.content, effect.content)
        columns = [pairwise(content[0], table[name], content[1]) for name in _CONTENT_TABLES]
        columns.append(best_two(cause.words, table["general"], effect.words))
        columns += [
            pairwise(cause.form, table[n], effect.form) for n in ("news_form", "general_form")
        ]
        columns.append(np.asarray(content[0].multiply(content[1]).sum(axis=1)).ravel())
        columns += [row_cosines(cause.vectors, effect.vectors)]
        columns += [
            row_cosines(cause.vectors @ self.maps[m], effect.vectors) for m in ("news", "joint")
        ]
        for name in ("news_pairs", "general_pairs"):
            size = len(self.maps[name])
            mapped = cause.vectors[:, :size] @ self.maps[name]
            columns.append((mapped * effect.vectors[:, :size]).sum(axis=1))
        left, right = content[0] @ self.low[0], content[1] @ self.low[1]
        columns += [(left * right).sum(axis=1), row_cosines(left, right)]
        columns += [sp.hstack([b.content, b.form]) @ self.form for b in (cause, effect)]
        sizes = [np.asarray(b.words.sum(axis=1)).ravel() + 1 for b in (cause, effect)]
        columns.append(np.log(sizes[0] / sizes[1]))
        columns.append(pairwise(cause.words, table["news"], effect.words) / np.sqrt(sizes[1]))
        return np.column_stack(columns)

    def score(self, cause: Bags, effect: Bags, task: str) -> Floats:
        """Return the weighted sum of the features."""
        return np.asarray(self.features(cause, effect) @ self.weights[task], dtype=np.float64)


_CONTENT_TABLES = ("news", "general", "both", "either")


def _table(arrays: Mapping[str, npt.NDArray[Any]], name: str) -> Table:
    causes = arrays[f"{name}_causes"].astype(np.float64)
    effects = arrays[f"{name}_effects"].astype(np.float64)
    parts = tuple(arrays[f"{name}_{part}"] for part in ("data", "indices", "indptr"))
    counts = sp.csr_matrix(
        (parts[0].astype(np.float64), parts[1].astype(np.int32), parts[2].astype(np.int32)),
        shape=(len(causes), len(effects)),
    )
    return Table(counts, causes, effects, float(arrays[f"{name}_pairs"]))


def _whole(arrays: Mapping[str, npt.NDArray[Any]], name: str) -> Floats:
    return arrays[name].astype(np.float64) * arrays[f"{name}_scale"].astype(np.float64)


def model_from_arrays(arrays: Mapping[str, npt.NDArray[Any]]) -> AssociationModel:
    """Build the model from the arrays of its npz file."""
    news, general = _table(arrays, "news"), _table(arrays, "general")
    tables = {
        "news": news,
        "general": general,
        "both": add_tables(news, general, NEWS_WEIGHT),
        "either": add_tables(general, turn_table(general)),
        "news_form": _table(arrays, "news_form"),
        "general_form": _table(arrays, "general_form"),
    }
    return AssociationModel(
        build_lexicon(arrays["stems"], arrays["forms"]),
        {name: table.information(SMOOTHING[name]) for name, table in tables.items()},
        _whole(arrays, "vectors"),
        {
            n: arrays[f"map_{n}"].astype(np.float64)
            for n in ("news", "joint", "news_pairs", "general_pairs")
        },
        (_whole(arrays, "low_causes"), _whole(arrays, "low_effects")),
        arrays["form"].astype(np.float64),
        {task: arrays[f"weights_{task}"].astype(np.float64) for task in TASKS},
    )


@cache
def shipped_model() -> AssociationModel:
    """Return the model that ships with the library, read once."""
    path = files("summarize") / "data" / "association_model.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return model_from_arrays(dict(arrays))


def associations(
    causes: Sequence[str], effects: Sequence[str], *, domain: str = "news"
) -> tuple[float, ...]:
    """Return how well each effect fits the cause at the same index; see :func:`association`.

    Raises :class:`InvalidValueError` if the lengths differ, :class:`UnknownNameError` for a
    domain other than "news" and "general".
    """
    if domain not in DOMAINS:
        raise UnknownNameError(f"domain must be one of {', '.join(DOMAINS)}, got {domain!r}")
    if len(causes) != len(effects):
        raise InvalidValueError(
            f"causes and effects must pair up, got {len(causes)} and {len(effects)}; "
            "repeat the cause once for each effect"
        )
    if not causes:
        return ()
    model = shipped_model()
    scores = model.score(model.read(causes), model.read(effects), domain)
    return tuple(scores.tolist())


def association(cause: str, effect: str, *, domain: str = "news") -> float:
    """Return how well ``effect`` fits ``cause``: a score in log-odds, higher is better.

    Compare effects of one cause by it; scores of different causes have no common zero. Names
    don't count. ``domain`` is the kind of text: "news", or "general" for everyday statements.
    Cross-validated, the true effect scores above one from another document for 70 in 100 news
    pairs; two effects that are both on the topic are not told apart (COPA: chance).
    """
    return associations([cause], [effect], domain=domain)[0]


def direction(one: str, other: str) -> float:
    """Return above 0 if ``one`` rather causes ``other``, below 0 if the other way round.

    ``direction(a, b) == -direction(b, a)``. It rests much on form: causes read like reasons.
    """
    model = shipped_model()
    both = model.read([one, other])
    there, back = model.score(both, both.swapped(), "direction").tolist()
    return float(there - back)
