"""Train the association model and write it to ``summarize/data/association_model.npz``.

Run ``python -m benchmarks.implication.train_association``; it needs ``implication/`` (pairs of
cause and effect, choices between two hypotheses) and starts from ``term_vectors.npz``. The same
:func:`fit` is cross-validated by ``python -m benchmarks.implication``.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import scipy.sparse as sp
import Stemmer
from sklearn.linear_model import LogisticRegression

from benchmarks.gating import NO_DATA
from benchmarks.implication.contrast import Rates, fit_contrast
from benchmarks.implication.data import Choice, Pair, find_data, of_kind, read_folder
from benchmarks.implication.term_vectors import NOTICE, Vectors, load_vectors, quantise
from summarize.implications.association import (
    FEATURES,
    TASKS,
    AssociationModel,
    model_from_arrays,
)
from summarize.implications.association_text import (
    Bags,
    Lexicon,
    build_lexicon,
    content_words,
    form_words,
    read_bags,
    words,
)

OUT = Path(__file__).resolve().parents[2] / "summarize" / "data"
MIN_FORMS = 8  # texts a form word must stand in
MIN_COUNTED = 2  # texts a stem must stand in for its pairs to be counted
FORM_LENGTH = 0.3  # of the random vectors that form words and unknown stems start from
WEIGHT_STRENGTH = 0.1
INNER = 2  # folds for the weights
DISTRACTORS = 3  # effects of other documents drawn for each pair

Arrays = dict[str, Any]


@attrs.frozen(eq=False)
class Corpus:
    """Labelled rows as texts: causes, effects and groups of news pairs; right and wrong choices."""

    causes: tuple[str, ...]
    effects: tuple[str, ...]
    groups: tuple[str, ...]
    right: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...]

    def subset(self, pairs: Sequence[int], choices: Sequence[int]) -> Corpus:
        """Return the corpus of the given rows."""
        return Corpus(
            *(tuple(c[i] for i in pairs) for c in (self.causes, self.effects, self.groups)),
            *(tuple(c[i] for i in choices) for c in (self.right, self.wrong)),
        )


def build_corpus(pairs: Sequence[Pair], choices: Sequence[Choice]) -> Corpus:
    """Turn rows into a corpus."""
    return Corpus(
        tuple(p.cause for p in pairs),
        tuple(p.effect for p in pairs),
        tuple(p.group for p in pairs),
        tuple(ordered(c, c.label) for c in choices),
        tuple(ordered(c, 1 - c.label) for c in choices),
    )


def ordered(choice: Choice, candidate: int) -> tuple[str, str]:
    """Return the premise and one candidate as (cause, effect)."""
    text = choice.candidates[candidate]
    return (text, choice.premise) if choice.asks_cause else (choice.premise, text)


def fit_base(corpus: Corpus, vectors: Vectors) -> Arrays:
    """Fit all but the weights of the features."""
    general = tuple(tuple(row[side] for row in corpus.right) for side in (0, 1))
    sides = (*general, corpus.causes, corpus.effects)
    texts = [text for side in sides for text in side]
    arrays, spread = fit_lexicon(texts)
    lexicon = build_lexicon(arrays["stems"], arrays["forms"])
    bags = [read_bags(lexicon, side) for side in sides]
    matrices = [incidence(b.parts(), len(b), len(lexicon)) for b in bags]
    start = first_vectors(lexicon, spread, vectors, len(texts))
    fitted = fit_contrast(start, [(matrices[0], matrices[1]), (matrices[2], matrices[3])], Rates())
    for name, matrix in zip(("cause_vectors", "effect_vectors"), fitted, strict=True):
        arrays[name], arrays[f"{name}_scale"] = quantise(matrix)
    common = [float(spread[s] >= MIN_COUNTED) for s in lexicon.stems]
    form = np.repeat([0.0, 1.0], [len(lexicon.stems), len(lexicon.forms)])
    stems = [m @ sp.diags(np.append(common, np.zeros(len(lexicon.forms)))) for m in matrices]
    forms = [m @ sp.diags(form) for m in matrices[2:]]
    count(arrays, "general", (stems[0], stems[1]))
    count(arrays, "news", (stems[2], stems[3]), (forms[0], forms[1]))
    arrays["form"] = fit_form(bags[2:], len(lexicon)).astype(np.float32)
    return arrays


def fit_lexicon(texts: Sequence[str]) -> tuple[Arrays, Counter[str]]:
    """Return the stems and form words to know, and how many texts each stem stands in."""
    stemmer = Stemmer.Stemmer("english")
    read = [words(text) for text in texts]
    spread = Counter(s for w in read for s in set(stemmer.stemWords(content_words(w))))
    forms = Counter(f for w in read for f in form_words(w))
    kept = sorted(f for f, n in forms.items() if n >= MIN_FORMS)
    return {"stems": as_bytes(sorted(spread)), "forms": as_bytes(kept)}, spread


def as_bytes(lines: Sequence[str]) -> np.ndarray:
    """Return the lines as bytes for an npz file."""
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def incidence(parts: Sequence[list[int]], rows: int, size: int) -> sp.csr_matrix:
    """Return a row for each text with 1 for each of its terms."""
    pairs = [(i % rows, term) for i, part in enumerate(parts) for term in part]
    row, column = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return sp.csr_matrix((np.ones(len(row), np.float32), (row, column)), shape=(rows, size))


def first_vectors(
    lexicon: Lexicon, spread: Counter[str], vectors: Vectors, texts: int
) -> np.ndarray:
    """Return the vectors that training starts from: rare stems long, unknown terms random."""
    stems = list(lexicon.stems)
    rarity = np.log([texts / spread[stem] for stem in stems])
    known = vectors.rows(stems) * rarity[:, None]
    matrix = np.vstack([known, np.zeros((len(lexicon.forms), known.shape[1]))])
    matrix /= np.sqrt((matrix**2).sum(axis=1).mean())
    empty = ~matrix.any(axis=1)
    noise = np.random.default_rng(0).normal(size=(int(empty.sum()), matrix.shape[1]))
    matrix[empty] = noise * FORM_LENGTH / np.sqrt(matrix.shape[1])
    return matrix.astype(np.float32)


def count(arrays: Arrays, name: str, *sides: tuple[Any, Any]) -> None:
    """Store how often each term of a cause meets each term of its effect."""
    counts = sum((cause.T @ effect).tocsr() for cause, effect in sides)
    counts.eliminate_zeros()
    counts.sort_indices()
    arrays[f"{name}_data"] = np.minimum(counts.data, 65535).astype(np.uint16)
    arrays[f"{name}_indices"] = counts.indices.astype(np.uint16)
    arrays[f"{name}_indptr"] = counts.indptr.astype(np.int32)
    for place, side in enumerate(("causes", "effects")):
        total = sum(np.asarray(pair[place].sum(axis=0)).ravel() for pair in sides)
        arrays[f"{name}_{side}"] = total.astype(np.uint16)
    arrays[f"{name}_pairs"] = np.float64(sides[0][0].shape[0])


def fit_form(bags: Sequence[Bags], size: int) -> np.ndarray:
    """Return term weights that tell causes from effects."""
    units = []
    for side in bags:
        terms = incidence(side.parts(), 2 * len(side), size)
        unit = sp.diags(1 / np.sqrt(side.sizes())) @ terms
        units.append(unit[: len(side)] + unit[len(side) :])
    target = np.repeat([1, 0], [len(side) for side in bags])
    model = LogisticRegression(C=0.5, solver="liblinear", random_state=0)
    return model.fit(sp.vstack(units), target).coef_[0]


def stub_model(arrays: Arrays) -> AssociationModel:
    """Return a model without weights."""
    none = np.zeros(len(FEATURES))
    return model_from_arrays({**arrays, **{f"weights_{task}": none for task in TASKS}})


def derangement(groups: Sequence[str], rng: np.random.Generator) -> np.ndarray:
    """Return for each row another row, of a different document if there are two documents."""
    names, codes = np.unique(np.array(groups), return_inverse=True)
    if len(names) < 2:
        return np.roll(np.arange(len(codes)), 1)
    order = rng.permutation(len(codes))
    while len(clash := np.flatnonzero(codes[order] == codes)):
        order[clash] = rng.integers(0, len(codes), len(clash))
    return order


def differences(
    model: AssociationModel, corpus: Corpus, rng: np.random.Generator
) -> dict[str, np.ndarray]:
    """Return feature differences, right less wrong: other effects, reversed pairs, choices."""
    found: dict[str, np.ndarray] = {}
    if corpus.causes:
        cause, effect = model.read(corpus.causes), model.read(corpus.effects)
        true = model.features(cause, effect)
        drawn = [effect.take(derangement(corpus.groups, rng)) for _ in range(DISTRACTORS)]
        found["effect"] = np.vstack([true - model.features(cause, other) for other in drawn])
        found["reversed"] = true - model.features(effect, cause)
    if corpus.right:
        sides = [
            [model.read([c[k] for c in rows]) for k in (0, 1)]
            for rows in (corpus.right, corpus.wrong)
        ]
        found["choice"] = model.features(*sides[0]) - model.features(*sides[1])
    return found


def fit_weights(differences: np.ndarray) -> np.ndarray:
    """Return weights under which differences tend to be positive."""
    scale = differences.std(axis=0) + 1e-9
    model = LogisticRegression(C=WEIGHT_STRENGTH, fit_intercept=False, max_iter=1000)
    both = np.vstack([differences, -differences]) / scale
    model.fit(both, np.repeat([1, 0], len(differences)))
    return model.coef_[0] / scale


def group_folds(groups: Sequence[str] | np.ndarray, folds: int, seed: int) -> np.ndarray:
    """Return a fold number for every row; rows of one group share it."""
    names, codes = np.unique(np.array(groups), return_inverse=True)
    return (np.random.default_rng(seed).permutation(len(names)) % folds)[codes]


def fit_arrays(corpus: Corpus, vectors: Vectors) -> Arrays:
    """Fit the model; the weights on rows that the rest of the model did not see."""
    rng = np.random.default_rng(0)
    fold = group_folds(corpus.groups, INNER, 1)
    choice_fold = group_folds([right[0] + right[1] for right in corpus.right], INNER, 1)
    parts = []
    for k in range(INNER):
        model = stub_model(
            fit_base(
                corpus.subset(np.flatnonzero(fold != k), np.flatnonzero(choice_fold != k)), vectors
            )
        )
        held = corpus.subset(np.flatnonzero(fold == k), np.flatnonzero(choice_fold == k))
        parts.append(differences(model, held, rng))
    found = {name: np.vstack([part[name] for part in parts]) for name in parts[0]}
    arrays = fit_base(corpus, vectors)
    for task, kind in (("news", "effect"), ("general", "choice"), ("direction", "reversed")):
        arrays[f"weights_{task}"] = fit_weights(found[kind])
    return arrays


def fit(corpus: Corpus, vectors: Vectors) -> AssociationModel:
    """Return the model trained on ``corpus``, exactly as it would ship."""
    return model_from_arrays(fit_arrays(corpus, vectors))


def main() -> int:
    """Train on all rows and write the model with its provenance beside it."""
    folder = find_data()
    labelled = read_folder(folder / "implication") if folder else []
    pairs, choices = of_kind(labelled, "spans"), of_kind(labelled, "ecare")
    if not pairs or not choices:
        print("no pairs or choices found (set SUMMARIZE_DATA)", file=sys.stderr)
        return NO_DATA
    arrays = fit_arrays(build_corpus(pairs, choices), load_vectors())
    np.savez_compressed(OUT / "association_model.npz", **arrays)
    provenance = {
        "file": "association_model.npz",
        "made_by": "benchmarks/implication/train_association.py",
        "made_on": "2026-11-23",
        "source": "Causal News Corpus V2 and e-CARE, train: counts and weights, no text;"
        " vectors start from those of benchmarks/implication/term_vectors.json",
        "notice": NOTICE,
        "news_pairs": len(pairs),
        "choices": len(choices),
        "sha256": {d.name: d.sha256 for d in labelled if d.kind in USED},
    }
    text = json.dumps(provenance, indent=2) + "\n"
    (OUT / "association_model.json").write_text(text, encoding="utf-8")
    return 0


USED = ("spans", "ecare")

if __name__ == "__main__":
    sys.exit(main())
