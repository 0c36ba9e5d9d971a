"""Train the stated-implication model and write it to ``summarize/data/stated_model.npz``.

Run ``python -m benchmarks.implication.train_stated``; it needs ``implication/`` of the data folder.
The same :func:`fit` is cross-validated by ``python -m benchmarks.implication``.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
import Stemmer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_recall_curve

from benchmarks.gating import NO_DATA
from benchmarks.implication.data import Article, find_data, of_kind, read_folder
from benchmarks.implication.networks import fit_networks, predict_networks
from benchmarks.implication.term_vectors import NOTICE, load_vectors
from summarize.implications.stated_features import (
    CLASSES,
    END,
    NO_KEY,
    Encoder,
    as_arrays,
    build_vocabulary,
    cue_features,
    find_rows,
    group_matrix,
    openers,
    position_features,
    tokens,
)
from summarize.implications.stated_model import (
    StatedModel,
    context_features,
    model_from_arrays,
)

OUT = Path(__file__).resolve().parents[2] / "summarize" / "data"
MIN_DF = 3  # an n-gram must stand in this many training sentences
STRENGTH = 2.0  # C of stage one, chosen by cross-validation among .5, 1, 2, 4
DENSE_WEIGHT = 0.1  # scale of standardised cue and position columns beside unit n-gram rows
SENSE_WEIGHT = 0.3  # of word vectors beside n-gram rows, chosen among 0, .3, .6, 1.2
INNER = 4  # folds by article for stage one's scores of the training articles


Features = tuple[sp.csr_matrix, np.ndarray]


def fit_encoder(sentences: Sequence[str]) -> Encoder:
    """Collect the words and n-grams that stand in at least ``MIN_DF`` sentences."""
    counts = Counter(token for sentence in sentences for token in set(tokens(sentence)))
    for capital, word in openers().items():
        counts[word] += counts[capital]
    own = (w for w, n in counts.items() if n >= MIN_DF and not (w[0].isdigit() or w[0].isupper()))
    vocabulary = build_vocabulary([*CLASSES, *sorted(w for w in own if w not in CLASSES)])
    none = np.array([NO_KEY])
    start = Encoder(vocabulary, none, none, np.zeros(0), group_matrix(vocabulary))
    size = len(start.groups)
    ids, starts = start.ids(sentences)
    rows = sentence_rows(ids, starts)
    inside = ids[:-1] != vocabulary[END]
    pair = ids[:-1] * size + ids[1:]
    bigrams = frequent(pair[inside], rows[:-1][inside])
    known = find_rows(pair, bigrams)
    inside = (known[:-1] >= 0) & (ids[1:-1] != vocabulary[END])
    trigrams = frequent((known[:-1] * size + ids[2:])[inside], rows[:-2][inside])
    total = size + len(bigrams) + len(trigrams) - 2
    encoder = Encoder(vocabulary, bigrams, trigrams, np.ones(total), start.groups)
    counted = counts_matrix(encoder, ids, starts)
    df = np.asarray((counted > 0).sum(axis=0)).ravel()
    idf = np.log((1 + len(sentences)) / (1 + df)) + 1
    return Encoder(
        vocabulary, bigrams, trigrams, idf.astype(np.float16).astype(float), start.groups
    )


def sentence_rows(ids: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Return the sentence of every token."""
    return np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(ids))))


def frequent(keys: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return, sorted and closed, the keys that stand in at least ``MIN_DF`` different rows."""
    pairs = np.unique(np.stack([keys, rows]), axis=1)
    found, n = np.unique(pairs[0], return_counts=True)
    return np.append(found[n >= MIN_DF], NO_KEY)


def counts_matrix(encoder: Encoder, ids: np.ndarray, starts: np.ndarray) -> sp.csr_matrix:
    """Return n-gram counts, one row a sentence."""
    pairs, triples = encoder.ngrams(ids)
    grams = np.concatenate([ids, pairs, triples])
    row = sentence_rows(ids, starts)
    rows = np.concatenate([row, row[:-1], row[:-2]])
    keep = grams >= 0
    shape = (len(starts), len(encoder.idf))
    matrix = sp.csr_matrix((np.ones(keep.sum()), (rows[keep], grams[keep])), shape=shape)
    matrix.sum_duplicates()
    return matrix


def encode(encoder: Encoder, articles: Sequence[Article]) -> Features:
    """Return normalised n-gram rows and dense columns for all sentences of ``articles``."""
    sentences = [s for article in articles for s in article.sentences]
    ids, starts = encoder.ids(sentences)
    counted = counts_matrix(encoder, ids, starts)
    norm = 1 / np.sqrt(counted @ encoder.idf**2)
    cues = cue_features(np.add.reduceat(encoder.groups[ids], starts), starts, len(ids))
    dense = np.hstack([cues, places(articles)])
    return (sp.diags(norm) @ counted @ sp.diags(encoder.idf)).tocsr(), dense


def places(articles: Sequence[Article]) -> np.ndarray:
    """Return position features of all sentences."""
    sizes = [len(article.sentences) for article in articles]
    return np.vstack([position_features(n) for n in sizes])


def fit_roles(articles: Sequence[Article], roles: Sequence[str]) -> dict[str, Any]:
    """Fit stage one: a logistic regression for the label and for every role."""
    encoder = fit_encoder([s for article in articles for s in article.sentences])
    ngrams, dense = encode(encoder, articles)
    mean, deviation = dense.mean(axis=0), dense.std(axis=0) + 1e-6
    scaled = (dense - mean) / deviation * DENSE_WEIGHT
    senses = SENSE_WEIGHT * sense_vectors(encoder)
    meaning = ngrams[:, : len(senses)] @ senses
    matrix = sp.hstack([ngrams, sp.csr_matrix(scaled), sp.csr_matrix(meaning)]).tocsr()
    named = np.array([role for article in articles for role in article.roles])
    targets = [labels(articles), *(named == role for role in roles)]
    weights, bias = np.zeros((matrix.shape[1], len(targets))), np.zeros(len(targets))
    for column, target in enumerate(targets):
        model = LogisticRegression(C=STRENGTH, solver="liblinear", intercept_scaling=10)
        model.fit(matrix, target)
        weights[:, column], bias[column] = model.coef_[0], model.intercept_[0]
    split, rest = ngrams.shape[1], -senses.shape[1]
    # A weight of a word's vector is a weight of the word: the shipped model needs no vectors.
    weights[: len(senses)] += senses @ weights[rest:]
    dense_weights = weights[split:rest] * DENSE_WEIGHT / deviation[:, None]
    rows, scale = quantise(weights[:split])
    return {
        **as_arrays(encoder),
        "rows": rows,
        "scale": scale,
        "dense": dense_weights.astype(np.float32),
        "bias": (bias - mean @ dense_weights).astype(np.float32),
    }


def sense_vectors(encoder: Encoder) -> np.ndarray:
    """Return the vector of each token's stem, zeros for what has none."""
    names = {row: word.lower() for word, row in encoder.vocabulary.items()}
    stems = Stemmer.Stemmer("english").stemWords([names[row] for row in range(len(names))])
    return load_vectors().rows(stems)


def quantise(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return 8-bit integers and the scale of every column."""
    scale = np.abs(weights).max(axis=0) / 127 + 1e-12
    return np.round(weights / scale).astype(np.int8), scale.astype(np.float32)


def labels(articles: Sequence[Article]) -> np.ndarray:
    """Return 1 for expectations and main consequences, 0 for the rest."""
    return np.array([label for article in articles for label in article.labels])


def inner_folds(count: int, folds: int) -> np.ndarray:
    """Return a fixed shuffled fold number for every article."""
    return np.random.default_rng(1).permutation(count) % folds


def out_of_fold_scores(articles: Sequence[Article], roles: Sequence[str]) -> list[np.ndarray]:
    """Return stage one's scores of every article, each from models that did not see it."""
    fold = inner_folds(len(articles), INNER)
    scores: list[np.ndarray] = [np.zeros(0)] * len(articles)
    for k in range(INNER):
        arrays = fit_roles([a for a, f in zip(articles, fold, strict=True) if f != k], roles)
        model = stage_one(arrays)
        for i in np.flatnonzero(fold == k):
            scores[i] = model.role_scores(
                articles[i].sentences, position_features(len(articles[i].sentences))
            )
    return scores


def stage_one(arrays: dict[str, Any]) -> StatedModel:
    """Return a model whose second stage is empty."""
    empty = np.zeros((0, 0), dtype=np.float32)
    rest = dict.fromkeys(("hidden", "hidden_bias", "output", "output_bias"), empty)
    return model_from_arrays({**arrays, **rest, "threshold": np.float32(0.5)})


def network_inputs(articles: Sequence[Article], scores: Iterable[np.ndarray]) -> np.ndarray:
    """Return stage two's inputs for all sentences."""
    return np.vstack([context_features(s, position_features(len(s))) for s in scores])


def best_threshold(target: np.ndarray, scores: np.ndarray) -> float:
    """Return the threshold with the best F1."""
    precision, recall, thresholds = precision_recall_curve(target, scores)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    return float(thresholds[f1[:-1].argmax()])


def held_out_threshold(articles: Sequence[Article], inputs: np.ndarray) -> float:
    """Choose the threshold on predictions of stage two for articles it did not see."""
    target = labels(articles)
    fold = np.repeat(
        inner_folds(len(articles), INNER), [len(article.sentences) for article in articles]
    )
    scores = np.zeros(len(target))
    for k in range(INNER):
        train, test = fold != k, fold == k
        scores[test] = predict_networks(fit_networks(inputs[train], target[train]), inputs[test])
    return best_threshold(target, scores)


def fit_arrays(articles: Sequence[Article]) -> dict[str, Any]:
    """Fit both stages and the threshold; return the arrays of the npz file."""
    roles = sorted({role for article in articles for role in article.roles})
    inputs = network_inputs(articles, out_of_fold_scores(articles, roles))
    return {
        **fit_roles(articles, roles),
        **fit_networks(inputs, labels(articles)),
        "threshold": np.float32(held_out_threshold(articles, inputs)),
    }


def fit(articles: Sequence[Article]) -> StatedModel:
    """Return the model trained on ``articles``, exactly as it would ship."""
    return model_from_arrays(fit_arrays(articles))


def main() -> int:
    """Train on all articles and write the model with its provenance beside it."""
    folder = find_data()
    datasets = read_folder(folder / "implication") if folder else []
    articles = of_kind(datasets, "discourse")
    if not articles:
        print("no discourse sets found (set SUMMARIZE_DATA)", file=sys.stderr)
        return NO_DATA
    np.savez_compressed(OUT / "stated_model.npz", **fit_arrays(articles))
    provenance = {
        "file": "stated_model.npz",
        "made_by": "benchmarks/implication/train_stated.py",
        "made_on": "2026-11-23",
        "source": "NewsDiscourse (Choubey et al. 2020), train: n-gram weights, no text;"
        " word vectors of benchmarks/implication/term_vectors.json in the weights of words",
        "notice": NOTICE,
        "articles": len(articles),
        "sha256": {d.name: d.sha256 for d in datasets if d.kind == "discourse"},
    }
    text = json.dumps(provenance, indent=2) + "\n"
    (OUT / "stated_model.json").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
