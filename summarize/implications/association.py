"""Directed word association: how well an effect fits a cause, learnt from causes and effects.

Every term has one vector as a word of a cause and one as a word of an effect, trained so that the
effect of a cause lies nearer than the effects of other causes, in news (Causal News Corpus) and in
general statements (e-CARE). Counts of which terms met add pointwise mutual information. A linear
model over six scores ranks the effects of one cause. Names are masked, so that renaming people or
places changes nothing. Trained by ``benchmarks/implication/train_association.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from summarize.errors import InvalidValueError, UnknownNameError
from summarize.implications.association_text import Bags, Lexicon, build_lexicon, read_bags

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
FEATURES = ("vectors", "general", "news", "news form", "form", "length")
TABLES = ("general", "news")
#: Smoothing of each count table, chosen by cross-validation among .03, .1, .3, 1, 5.
SMOOTHING = {"general": 0.03, "news": 1.0}
FORM_SMOOTHING = 5.0
DOMAINS = ("news", "general")
TASKS = (*DOMAINS, "direction")


def mutual_information(counts: Floats, expected: Floats, smoothing: Floats | float) -> Floats:
    """Return log((n + k) / (expected + k)) of pairs that were seen."""
    return np.asarray(np.log((counts + smoothing) / (expected + smoothing)), dtype=np.float64)


@attrs.frozen(eq=False)
class PairTable:
    """Values of pairs of terms: ``keys`` are cause * size + effect, ascending, the last unused.

    ``values`` has one row for each of ``TABLES``, zero where a table lacks the pair.
    """

    size: int
    keys: Ints
    values: Floats

    def sums(self, causes: Sequence[list[int]], effects: Sequence[list[int]]) -> Floats:
        """Return the sums over all pairs of terms of row i, shape (tables, rows)."""
        size, rows = self.size, len(causes)
        both = list(zip(causes, effects, strict=True))
        wanted = np.array([c * size + e for one, other in both for c in one for e in other])
        owner = np.repeat(np.arange(rows), [len(one) * len(other) for one, other in both])
        places = self.keys.searchsorted(wanted.astype(np.int64))
        met = np.flatnonzero(self.keys[places] == wanted)
        owner, values = owner[met], self.values[:, places[met]]
        return np.array([np.bincount(owner, row, minlength=rows) for row in values])


def sum_vectors(bags: Bags, matrix: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return each text's sum of rows at unit length; the last row of ``matrix`` is zero."""
    last = len(matrix) - 1
    rows = [[*s, *f, last] for s, f in zip(bags.stems, bags.forms, strict=True)]
    starts = np.cumsum([0, *map(len, rows[:-1])])
    summed = np.add.reduceat(matrix[[i for row in rows for i in row]], starts, axis=0)
    lengths: npt.NDArray[np.float32] = np.sqrt(np.einsum("ij,ij->i", summed, summed))
    unit: npt.NDArray[np.float32] = summed / (lengths[:, None] + np.float32(1e-6))
    return unit


@attrs.frozen(eq=False)
class AssociationModel:
    """All that turns two texts into the scores named in ``FEATURES``."""

    lexicon: Lexicon
    causes: npt.NDArray[np.float32]
    effects: npt.NDArray[np.float32]
    table: PairTable
    form: Floats
    weights: Mapping[str, Floats]

    def read(self, texts: Sequence[str]) -> Bags:
        """Return the terms of ``texts``."""
        return read_bags(self.lexicon, texts)

    def features(self, cause: Bags, effect: Bags) -> Floats:
        """Return the scores of row i of ``cause`` with row i of ``effect``, shape (n, features)."""
        rows = len(cause)
        if not rows:
            return np.zeros((0, len(FEATURES)))
        left, right = sum_vectors(cause, self.causes), sum_vectors(effect, self.effects)
        sizes = cause.sizes(), effect.sizes()
        general, news = self.table.sums(cause.parts(), effect.parts())
        general, news = (sums / np.sqrt(sizes[0] * sizes[1]) for sums in (general, news))
        reason = self._reason(cause, sizes[0]) - self._reason(effect, sizes[1])
        length = np.log((sizes[0][:rows] + 1) / (sizes[1][:rows] + 1))
        vectors = np.einsum("ij,ij->i", left, right)
        return np.column_stack([vectors, general[:rows], news[:rows], news[rows:], reason, length])

    def _reason(self, bags: Bags, sizes: Floats) -> Floats:
        """Return how much each text reads like a cause."""
        parts, rows = bags.parts(), len(bags)
        owner = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
        weights = self.form[[i for part in parts for i in part]]
        sums = np.bincount(owner, weights, minlength=len(parts)) / np.sqrt(sizes)
        return np.asarray(sums[:rows] + sums[rows:], dtype=np.float64)

    def score(self, cause: Bags, effect: Bags, task: str) -> Floats:
        """Return the weighted sum of the features."""
        return np.asarray(self.features(cause, effect) @ self.weights[task], dtype=np.float64)


def _information(
    arrays: Mapping[str, npt.NDArray[Any]], name: str, stems: int
) -> tuple[Ints, Floats]:
    """Return the keys of the pairs of one table, ascending, and their information."""
    causes, effects = (arrays[f"{name}_{side}"].astype(float) for side in ("causes", "effects"))
    size = len(causes)
    ends: Ints = arrays[f"{name}_indptr"].astype(np.int64)
    row = np.repeat(np.arange(size), ends[1:] - ends[:-1])
    column = arrays[f"{name}_indices"].astype(np.int64)
    counts = arrays[f"{name}_data"].astype(float)
    expected = causes[row] * effects[column] / float(arrays[f"{name}_pairs"])
    smoothing = np.where(row < stems, SMOOTHING[name], FORM_SMOOTHING)
    return row * size + column, mutual_information(counts, expected, smoothing)


def _pair_table(arrays: Mapping[str, npt.NDArray[Any]], lexicon: Lexicon) -> PairTable:
    tables = [_information(arrays, name, len(lexicon.stems)) for name in TABLES]
    keys = np.unique(np.concatenate([keys for keys, _ in tables]))
    values = np.zeros((len(TABLES), len(keys) + 1))
    for row, (found, information) in zip(values, tables, strict=True):
        row[keys.searchsorted(found)] = information
    return PairTable(len(lexicon), np.append(keys, np.iinfo(np.int64).max), values)


def _vectors(arrays: Mapping[str, npt.NDArray[Any]], name: str) -> npt.NDArray[np.float32]:
    """Return the vectors of all terms, and a row of zeros."""
    matrix = arrays[name] * arrays[f"{name}_scale"].astype(np.float32)
    return np.vstack([matrix, np.zeros((1, matrix.shape[1]), dtype=np.float32)])


def model_from_arrays(arrays: Mapping[str, npt.NDArray[Any]]) -> AssociationModel:
    """Build the model from the arrays of its npz file."""
    lexicon = build_lexicon(arrays["stems"], arrays["forms"])
    return AssociationModel(
        lexicon,
        _vectors(arrays, "cause_vectors"),
        _vectors(arrays, "effect_vectors"),
        _pair_table(arrays, lexicon),
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
    Cross-validated, the true effect scores above one from another document for 74 in 100 news
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
