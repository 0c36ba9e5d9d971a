"""Cause to effect: news pairs against effects of other documents, reversed pairs, choices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from benchmarks.implication.baselines import cosine, inverse_frequencies, weigh
from benchmarks.implication.data import Choice, Pair
from benchmarks.implication.term_vectors import Vectors
from benchmarks.implication.train_association import (
    Corpus,
    build_corpus,
    derangement,
    fit,
    group_folds,
    ordered,
)
from summarize.implications.association import AssociationModel
from summarize.implications.association_text import words
from summarize.implications.bank import Bank
from summarize.implications.reading import tokenise
from summarize.implications.salience import order_consequents

Figures = dict[str, Any]
FOLDS = 5
DRAWS = 5  # distractors for each news pair


def share(right: np.ndarray, wrong: np.ndarray) -> float:
    """Return how often right beats wrong; a tie counts half."""
    return float(np.mean((right > wrong) + 0.5 * (right == wrong))) if len(right) else float("nan")


def evaluate_pairs(model: AssociationModel, pairs: Sequence[Pair], *, seed: int = 0) -> Figures:
    """Measure news pairs: the true effect against others, and the true direction."""
    rng = np.random.default_rng(seed)
    cause, effect = model.read([p.cause for p in pairs]), model.read([p.effect for p in pairs])
    true = model.score(cause, effect, "news")
    groups = [p.group for p in pairs]
    drawn = [effect.take(derangement(groups, rng)) for _ in range(DRAWS)]
    two_way = [share(true, model.score(cause, other, "news")) for other in drawn]
    there = model.score(cause, effect, "direction")
    back = model.score(effect, cause, "direction")
    return {"pairs": len(pairs), "two_way": float(np.mean(two_way)), "reversed": share(there, back)}


def evaluate_choices(model: AssociationModel, choices: Sequence[Choice]) -> Figures:
    """Measure choices between two hypotheses."""
    scores = []
    for wrong in (0, 1):
        sides = list(zip(*(ordered(c, abs(c.label - wrong)) for c in choices), strict=True))
        scores.append(model.score(model.read(sides[0]), model.read(sides[1]), "general"))
    return {"choices": len(choices), "accuracy": share(*scores)}


def evaluate_consequents(bank: Bank, *, seed: int = 0) -> Figures:
    """Measure how often a rule's consequent fits its passage better than another rule's does."""
    rng = np.random.default_rng(seed)
    right, wrong = [], []
    for number, rule in enumerate(bank.rules):
        passage = tokenise(rule.fires[0].text)
        for own in rule.consequents:
            others = rng.choice(np.delete(np.arange(len(bank.rules)), number), DRAWS)
            for other in (bank.rules[i].consequents[0] for i in others):
                shares = {id(c): s for c, s in order_consequents((own, other), passage)}
                right.append(shares[id(own)])
                wrong.append(shares[id(other)])
    return {"pairs": len(right), "two_way": share(np.array(right), np.array(wrong))}


def cross_validate(
    pairs: Sequence[Pair],
    choices: Sequence[Choice],
    vectors: Vectors,
    *,
    seed: int = 0,
) -> Figures:
    """Measure models on folds they did not see: pairs by document, choices by row.

    ``accuracy_linked`` is stricter: no fold shares a premise or a hypothesis with another.
    """
    corpus = build_corpus(pairs, choices)
    fold = group_folds(corpus.groups, FOLDS, seed)
    by_row = group_folds([str(i) for i in range(len(choices))], FOLDS, seed)
    linked = group_folds(linked_groups(choices), FOLDS, seed)
    found = []
    for k in range(FOLDS):
        model = fit(training_part(corpus, fold != k, by_row != k), vectors)
        held = [p for p, f in zip(pairs, fold, strict=True) if f == k]
        found.append({**evaluate_pairs(model, held), **evaluate_fold(model, choices, by_row, k)})
        model = fit(training_part(corpus, fold != k, linked != k), vectors)
        found[-1]["accuracy_linked"] = evaluate_fold(model, choices, linked, k)["accuracy"]
    keys = ("two_way", "reversed", "accuracy", "accuracy_linked")
    return {key: float(np.mean([f[key] for f in found])) for key in keys}


def evaluate_fold(
    model: AssociationModel, choices: Sequence[Choice], fold: np.ndarray, k: int
) -> Figures:
    """Measure the choices of fold ``k``."""
    return evaluate_choices(model, [c for c, f in zip(choices, fold, strict=True) if f == k])


def training_part(corpus: Corpus, pairs: np.ndarray, choices: np.ndarray) -> Corpus:
    """Return the rows that a fold trains on."""
    return corpus.subset(np.flatnonzero(pairs).tolist(), np.flatnonzero(choices).tolist())


def linked_groups(choices: Sequence[Choice]) -> list[str]:
    """Return a group for each choice: rows that share a premise or a hypothesis go together."""
    parent: dict[str, str] = {}

    def root(text: str) -> str:
        while parent.setdefault(text, text) != text:
            parent[text] = parent[parent[text]]
            text = parent[text]
        return text

    for choice in choices:
        for text in choice.candidates:
            parent[root(text)] = root(choice.premise)
    return [root(choice.premise) for choice in choices]


def evaluate_baselines(pairs: Sequence[Pair], choices: Sequence[Choice]) -> dict[str, Figures]:
    """Measure TF-IDF cosine and BM25 in the same run; both are blind to direction."""
    texts = [words(t) for p in pairs for t in (p.cause, p.effect)]
    texts += [words(t) for c in choices for t in (c.premise, *c.candidates)]
    idf = inverse_frequencies(texts)

    def by_cosine(cause: str, effect: str) -> float:
        return cosine(weigh(words(cause), idf), weigh(words(effect), idf))

    def by_bm25(cause: str, effect: str) -> float:
        shared = set(words(cause)) & set(words(effect))
        return sum(idf[w] for w in shared) / (len(words(effect)) + 1)

    return {
        name: _plain_figures(score, pairs, choices)
        for name, score in (("cosine", by_cosine), ("BM25", by_bm25))
    }


def _plain_figures(
    score: Callable[[str, str], float], pairs: Sequence[Pair], choices: Sequence[Choice]
) -> Figures:
    figures: Figures = {}
    if pairs:
        order = derangement([p.group for p in pairs], np.random.default_rng(0))
        true = np.array([score(p.cause, p.effect) for p in pairs])
        false = np.array(
            [score(p.cause, pairs[j].effect) for p, j in zip(pairs, order, strict=True)]
        )
        figures["two_way"] = share(true, false)
    if choices:
        both = [
            np.array([score(*ordered(c, abs(c.label - wrong))) for c in choices])
            for wrong in (0, 1)
        ]
        figures["accuracy"] = share(*both)
    return figures
