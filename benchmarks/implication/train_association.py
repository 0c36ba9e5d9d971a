"""Train the association model and write it to ``summarize/data/association_model.npz``.

Run ``python -m benchmarks.implication.train_association``; it needs ``implication/`` (pairs of
cause and effect, choices between two hypotheses) and ``archive/`` (plain text for the word
vectors). The same :func:`fit` is cross-validated by ``python -m benchmarks.implication``.
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
from scipy.sparse.linalg import svds
from sklearn.linear_model import LogisticRegression

from benchmarks.gating import NO_DATA
from benchmarks.implication.data import Choice, Dataset, Pair, find_data, of_kind, read_folder
from summarize.implications.association import (
    FEATURES,
    NEWS_WEIGHT,
    TASKS,
    AssociationModel,
    model_from_arrays,
)
from summarize.implications.association_text import (
    FUNCTION_WORDS,
    Bags,
    build_lexicon,
    content_words,
    form_words,
    read_bags,
    words,
)

OUT = Path(__file__).resolve().parents[2] / "summarize" / "data"
MIN_STEMS, MIN_FORMS = 2, 8  # texts a stem or form word must stand in
DIMENSIONS = 50  # of the word vectors
PAIR_DIMENSIONS = 30  # of the vectors whose products the pair maps weigh
LOW_RANK = 32
RIDGE, PAIR_STRENGTH, WEIGHT_STRENGTH = 20.0, 0.02, 0.1
INNER = 3  # folds for the weights
DISTRACTORS = 2  # effects of other documents drawn for each pair

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


def word_vectors(texts: Sequence[str]) -> dict[str, np.ndarray]:
    """Return vectors of words from their neighbours in plain text (PPMI, then SVD)."""
    read = [words(text) for text in texts]
    counts = Counter(w for text in read for w in text)
    known = [w for w, n in counts.most_common(15000) if n >= 5]
    index = {w: i for i, w in enumerate(known)}
    size = len(known)
    ids = [np.array([index.get(w, -1) for w in text]) for text in read]
    rows, columns, values = [], [], []
    for gap in range(1, 5):
        left = np.concatenate([i[:-gap] for i in ids])
        right = np.concatenate([i[gap:] for i in ids])
        both = (left >= 0) & (right >= 0)
        # Near neighbours on the left and on the right are features of their own.
        sides = (size, 2 * size) if gap <= 2 else (0, 0)
        rows += [left[both], right[both]]
        columns += [right[both] + sides[0], left[both] + sides[1]]
        values += [np.full(both.sum(), 1 / gap)] * 2
    matrix = sp.coo_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))),
        shape=(size, 3 * size),
    ).tocsr()
    positive = positive_information(matrix, 0.75)
    left, scale, _ = svds(positive, 100, random_state=0)
    vectors = left * np.sqrt(scale)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return dict(zip(known, vectors, strict=True))


def positive_information(matrix: sp.csr_matrix, power: float) -> sp.csr_matrix:
    """Return positive pointwise mutual information, contexts flattened by ``power``."""
    total = matrix.sum()
    row = np.asarray(matrix.sum(axis=1)).ravel()
    column = np.asarray(matrix.sum(axis=0)).ravel() ** power
    column *= total / column.sum()
    found = matrix.tocoo()
    value = np.log(found.data * total / (row[found.row] * column[found.col] + 1e-9))
    keep = value > 0
    return sp.csr_matrix((value[keep], (found.row[keep], found.col[keep])), shape=matrix.shape)


def stem_vectors(
    stems: Sequence[str], vectors: dict[str, np.ndarray], df: Counter[str], texts: int
) -> np.ndarray:
    """Return one vector per stem: the mean of its words', weighted by rarity, fewer dimensions."""
    stemmer = Stemmer.Stemmer("english")
    index = {stem: i for i, stem in enumerate(stems)}
    matrix = np.zeros((len(stems), 100))
    for word, vector in vectors.items():
        place = index.get(stemmer.stemWord(word))
        if place is not None and word not in FUNCTION_WORDS:
            matrix[place] += vector
    known = np.abs(matrix).sum(axis=1) > 0
    matrix[known] -= matrix[known].mean(axis=0)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-9
    matrix *= np.array([np.log(texts / df[stem]) for stem in stems])[:, None]
    left, scale, _ = np.linalg.svd(matrix, full_matrices=False)
    return (left * scale)[:, :DIMENSIONS]


def fit_base(corpus: Corpus, vectors: dict[str, np.ndarray]) -> Arrays:
    """Fit all but the weights of the features."""
    stemmer = Stemmer.Stemmer("english")
    sides = [corpus.causes, corpus.effects, *(tuple(c[k] for c in corpus.right) for k in (0, 1))]
    read = [words(text) for side in sides for text in side]
    df = Counter(s for w in read for s in set(stemmer.stemWords(content_words(w))))
    form_df = Counter(f for w in read for f in form_words(w))
    stems = sorted(s for s, n in df.items() if n >= MIN_STEMS)
    forms = sorted(f for f, n in form_df.items() if n >= MIN_FORMS)
    arrays: Arrays = {"stems": as_bytes(stems), "forms": as_bytes(forms)}
    store(arrays, "vectors", stem_vectors(stems, vectors, df, len(read)))
    empty = placeholder(arrays)
    wrong = [tuple(c[k] for c in corpus.wrong) for k in (0, 1)]
    bags = [empty.read(side) for side in [*sides, *wrong]]
    count(arrays, "news", bags[0].words, bags[1].words)
    count(arrays, "general", bags[2].words, bags[3].words)
    count(arrays, "news_form", (bags[0].form > 0) * 1, (bags[1].form > 0) * 1)
    count(arrays, "general_form", (bags[2].form > 0) * 1, (bags[3].form > 0) * 1)
    fit_maps(arrays, bags)
    fit_low_rank(arrays, bags[2].words, bags[3].words)
    arrays["form"] = fit_form(bags[0], bags[1]).astype(np.float32)
    return arrays


def as_bytes(lines: Sequence[str]) -> np.ndarray:
    """Return the lines as bytes for an npz file."""
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def store(arrays: Arrays, name: str, matrix: np.ndarray) -> None:
    """Store a matrix as 8-bit integers with a scale for every column."""
    scale = np.abs(matrix).max(axis=0) / 127 + 1e-12
    arrays[name] = np.round(matrix / scale).astype(np.int8)
    arrays[f"{name}_scale"] = scale.astype(np.float32)


@attrs.frozen(eq=False)
class Reader:
    """Reads texts into bags before there is a model."""

    lexicon: Any
    vectors: np.ndarray

    def read(self, texts: Sequence[str]) -> Bags:
        """Return the bags of ``texts``."""
        return read_bags(self.lexicon, texts, self.vectors)


def placeholder(arrays: Arrays) -> Reader:
    """Return a reader with the lexicon and the vectors as they will ship."""
    lexicon = build_lexicon(arrays["stems"], arrays["forms"])
    return Reader(lexicon, arrays["vectors"] * arrays["vectors_scale"].astype(float))


def count(arrays: Arrays, name: str, cause: Any, effect: Any) -> None:
    """Store how often each word of a cause meets each word of its effect."""
    counts = (cause.T @ effect).tocsr()
    counts.sort_indices()
    arrays[f"{name}_data"] = np.minimum(counts.data, 65535).astype(np.uint16)
    arrays[f"{name}_indices"] = counts.indices.astype(np.uint16)
    arrays[f"{name}_indptr"] = counts.indptr.astype(np.int32)
    arrays[f"{name}_causes"] = np.asarray(cause.sum(axis=0)).ravel().astype(np.uint16)
    arrays[f"{name}_effects"] = np.asarray(effect.sum(axis=0)).ravel().astype(np.uint16)
    arrays[f"{name}_pairs"] = np.float64(cause.shape[0])


def fit_maps(arrays: Arrays, bags: Sequence[Bags]) -> None:
    """Fit the linear maps from a cause's vector to its effect's, and the pair maps."""
    news, general = (bags[0].vectors, bags[1].vectors), (bags[2].vectors, bags[3].vectors)
    weight = np.sqrt(NEWS_WEIGHT)
    joint = [np.vstack([n * weight, g]) for n, g in zip(news, general, strict=True)]
    arrays["map_news"] = ridge(*news).astype(np.float32)
    arrays["map_joint"] = ridge(*joint).astype(np.float32)
    arrays["map_news_pairs"] = fit_pairs(*news, mult=2).astype(np.float32)
    arrays["map_general_pairs"] = fit_pairs(*general, mult=1).astype(np.float32)


def ridge(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the ridge regression of ``right`` on ``left``."""
    return np.linalg.solve(left.T @ left + RIDGE * np.eye(left.shape[1]), left.T @ right)


def fit_pairs(cause: np.ndarray, effect: np.ndarray, *, mult: int) -> np.ndarray:
    """Return weights of products of dimensions that tell pairs from shuffled pairs."""
    rng = np.random.default_rng(0)
    k, n = PAIR_DIMENSIONS, len(cause)

    def products(effects: np.ndarray) -> np.ndarray:
        return (cause[:, :k, None] * effects[:, None, :k]).reshape(n, -1) * 10

    inputs = [products(effect)] + [products(effect[rng.permutation(n)]) for _ in range(mult)]
    target = np.repeat([1, 0], [n, mult * n])
    model = LogisticRegression(C=PAIR_STRENGTH, max_iter=60, class_weight="balanced", tol=1e-3)
    return model.fit(np.vstack(inputs), target).coef_[0].reshape(k, k) * 10


def fit_low_rank(arrays: Arrays, cause: Any, effect: Any) -> None:
    """Store a low-rank form of the positive mutual information of general pairs."""
    counts = (cause.T @ effect).tocoo()
    causes, effects = (np.asarray(side.sum(axis=0)).ravel() for side in (cause, effect))
    expected = causes[counts.row] * effects[counts.col] / cause.shape[0]
    value = np.log(np.maximum(counts.data / expected, 1))
    matrix = sp.csr_matrix((value, (counts.row, counts.col)), shape=counts.shape)
    left, scale, right = svds(matrix, LOW_RANK, random_state=0)
    store(arrays, "low_causes", left * np.sqrt(scale))
    store(arrays, "low_effects", right.T * np.sqrt(scale))


def fit_form(cause: Bags, effect: Bags) -> np.ndarray:
    """Return word weights that tell causes from effects, by their words and their form."""
    inputs = sp.vstack([sp.hstack([b.content, b.form]) for b in (cause, effect)])
    target = np.repeat([1, 0], cause.words.shape[0])
    return LogisticRegression(C=0.5, solver="liblinear").fit(inputs, target).coef_[0]


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


def group_folds(groups: Sequence[str], folds: int, seed: int) -> np.ndarray:
    """Return a fold number for every row; rows of one group share it."""
    names, codes = np.unique(np.array(groups), return_inverse=True)
    return (np.random.default_rng(seed).permutation(len(names)) % folds)[codes]


def fit_arrays(corpus: Corpus, vectors: dict[str, np.ndarray]) -> Arrays:
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


def fit(corpus: Corpus, vectors: dict[str, np.ndarray]) -> AssociationModel:
    """Return the model trained on ``corpus``, exactly as it would ship."""
    return model_from_arrays(fit_arrays(corpus, vectors))


def plain_texts(archive: Sequence[Dataset]) -> list[str]:
    """Return the archive's documents by paragraph."""
    rows = of_kind(archive, "archive")
    return [part for row in rows for part in row["document"].split("\n\n") if part.strip()]


def main() -> int:
    """Train on all rows and write the model with its provenance beside it."""
    folder = find_data()
    labelled = read_folder(folder / "implication") if folder else []
    archive = read_folder(folder / "archive") if folder else []
    pairs, choices = of_kind(labelled, "spans"), of_kind(labelled, "ecare")
    if not pairs or not choices or not archive:
        print("no pairs, choices or archive found (set SUMMARIZE_DATA)", file=sys.stderr)
        return NO_DATA
    arrays = fit_arrays(build_corpus(pairs, choices), word_vectors(plain_texts(archive)))
    np.savez_compressed(OUT / "association_model.npz", **arrays)
    provenance = {
        "file": "association_model.npz",
        "made_by": "benchmarks/implication/train_association.py",
        "made_on": "2026-11-23",
        "source": "Causal News Corpus V2 and e-CARE, train: counts and weights, no text;"
        " word vectors from two news archives",
        "news_pairs": len(pairs),
        "choices": len(choices),
        "sha256": {d.name: d.sha256 for d in [*labelled, *archive] if d.kind in USED},
    }
    text = json.dumps(provenance, indent=2) + "\n"
    (OUT / "association_model.json").write_text(text, encoding="utf-8")
    return 0


USED = ("spans", "ecare", "archive")

if __name__ == "__main__":
    sys.exit(main())
