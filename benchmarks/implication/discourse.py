"""Implication sentences: expectations and consequences against all other sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from sklearn.metrics import f1_score, roc_auc_score

from benchmarks.implication.baselines import bm25_scores, cosine_scores, cue_scores
from benchmarks.implication.data import Article
from benchmarks.implication.train_stated import fit, labels
from summarize.implications.stated_model import StatedModel, shipped_model

Figures = dict[str, float]
FOLDS = 5


def evaluate(model: StatedModel, articles: Sequence[Article]) -> Figures:
    """Measure one model on articles it did not see; the threshold is the model's own."""
    scores = score_all(lambda article: model.probabilities(article.sentences), articles)
    return measure(labels(articles), scores, scores >= model.threshold)


def evaluate_shipped(articles: Sequence[Article]) -> dict[str, Figures]:
    """Measure the shipped model and the baselines."""
    return {"model": evaluate(shipped_model(), articles), **evaluate_baselines(articles)}


def cross_validate(articles: Sequence[Article], *, seed: int = 0) -> Figures:
    """Measure models trained on four fifths of the articles on the fifth left out.

    The threshold is chosen inside each training part. AUC is over the pooled predictions.
    """
    fold = np.random.default_rng(seed).permutation(len(articles)) % FOLDS
    target, scores, chosen = [], [], []
    for k in range(FOLDS):
        model = fit([a for a, f in zip(articles, fold, strict=True) if f != k])
        held = [a for a, f in zip(articles, fold, strict=True) if f == k]
        part = score_all(lambda a, m=model: m.probabilities(a.sentences), held)
        target.append(labels(held))
        scores.append(part)
        chosen.append(part >= model.threshold)
    return measure(*(np.concatenate(parts) for parts in (target, scores, chosen)))


def evaluate_baselines(articles: Sequence[Article]) -> dict[str, Figures]:
    """Measure cue counts and similarity to the article; F1 at the best threshold (generous)."""
    target = labels(articles)
    named = {"cue words": cue_scores, "cosine": cosine_scores, "BM25": bm25_scores}
    figures = {}
    for name, score in named.items():
        scores = score_all(lambda article, s=score: s(article.sentences), articles)
        tries = np.unique(np.quantile(scores, np.linspace(0.5, 0.99, 50)))
        best = max(tries, key=lambda t: f1_score(target, scores >= t, zero_division=0))
        figures[name] = measure(target, scores, scores >= best)
    return figures


def score_all(score: Callable[[Article], np.ndarray], articles: Sequence[Article]) -> np.ndarray:
    """Return the scores of all sentences of all articles."""
    return np.concatenate([score(article) for article in articles])


def measure(target: np.ndarray, scores: np.ndarray, chosen: np.ndarray) -> Figures:
    """Return AUC, F1, and the counts behind them (AUC is NaN with one class only)."""
    both = 0 < target.sum() < len(target)
    return {
        "auc": float(roc_auc_score(target, scores)) if both else float("nan"),
        "f1": float(f1_score(target, chosen, zero_division=0)),
        "sentences": len(target),
        "positive": float(target.mean()),
    }
