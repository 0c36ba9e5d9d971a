"""Train the ranker behind "learned": ``python -m benchmarks.quality.train``.

Writes ``summarize/data/learned_ranker.json``. A sentence's target is its share of the
article's best pairs: all pairs of the 14 sentences with the best ROUGE of their own, each
weighted by exp((ROUGE-1 + ROUGE-2) / 3). The weights maximise the targets' likelihood under
a softmax over the article's sentences, with a penalty on their squares.
"""

from __future__ import annotations

import json
from itertools import combinations

import numpy as np
from scipy.optimize import minimize

from benchmarks.quality.choose import FOLDS, SENTENCES
from benchmarks.quality.data import CNN, ROOT, hash_files, read_rows
from benchmarks.quality.rouge import score_summaries
from summarize.features import Features, read_features
from summarize.scoring import SCORERS
from summarize.scoring.cues import measure_cues
from summarize.segments import segment_max
from summarize.selection.budget import Budget
from summarize.selection.greedy import scale_scores, select
from summarize.summary import DEFAULT_DIVERSITY

TARGET = ROOT / "summarize" / "data" / "learned_ranker.json"
TOP, TEMPERATURE, PENALTY = 14, 3.0, 3.0
DATE = "2026-11-23"


def cut_sentences(features: Features, document: int) -> list[str]:
    bounds, text = features.tokens.boundaries, features.tokens.characters.text
    part = slice(*features.sentence_offsets[document : document + 2])
    pairs = zip(bounds.starts[part], bounds.ends[part], strict=True)
    return [text[start:end] for start, end in pairs]


def set_targets(features: Features, references: list[str]) -> np.ndarray:
    """Return every sentence's expected number of places in a good pair, (n_sentences,)."""
    targets = np.zeros(len(features.documents))
    for document, reference in enumerate(references):
        sentences = cut_sentences(features, document)
        singles = score_summaries([reference] * len(sentences), sentences).sum(axis=1)
        top = np.sort(np.argsort(-singles, kind="stable")[:TOP])
        pairs = list(combinations(top.tolist(), min(2, len(top))))
        texts = [" ".join(sentences[i] for i in pair) for pair in pairs]
        worth = score_summaries([reference] * len(texts), texts).sum(axis=1)
        shares = np.exp((worth - worth.max()) / TEMPERATURE)
        shares /= shares.sum()
        for pair, share in zip(pairs, shares, strict=True):
            targets[features.sentence_offsets[document] + np.array(pair)] += share
    return targets


def fit(features: Features, cues: np.ndarray, targets: np.ndarray, used: np.ndarray) -> np.ndarray:
    """Return the weights of standardised cues, learnt from the marked documents."""
    documents, offsets = features.documents, features.sentence_offsets
    number, marked = len(features.sizes), used[documents]
    goal = np.where(marked, targets, 0.0)
    mass = np.bincount(documents, goal, number)[documents]

    def lose(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = cues @ weights
        scores = scores - segment_max(scores, offsets)[documents]
        grown = np.exp(scores)
        totals = np.bincount(documents, grown, number)[documents]
        loss = -(goal * (scores - np.log(totals))).sum() / 2 + PENALTY * weights @ weights
        slope = cues.T @ (mass * grown / totals - goal) / 2 + 2 * PENALTY * weights
        return loss, slope

    start = np.zeros(cues.shape[1])
    return minimize(lose, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def evaluate(features: Features, references: list[str], scores: np.ndarray) -> list[list[float]]:
    """Return ROUGE-1 and ROUGE-2 for two and for three sentences, default diversity."""
    sentences = [cut_sentences(features, i) for i in range(len(references))]
    found = []
    for count in SENTENCES:
        costs, limits = Budget(sentences=count).price([], features.sizes)
        picks = select(
            features, scale_scores(features, scores), features.unit_tfidf, costs, limits,
            diversity=DEFAULT_DIVERSITY,
        )  # fmt: skip
        edges = np.searchsorted(picks, features.sentence_offsets)
        places = features.positions[picks]
        texts = [
            " ".join(sentences[i][j] for j in places[edges[i] : edges[i + 1]])
            for i in range(len(references))
        ]
        found.append(score_summaries(references, texts).mean(axis=0).round(2).tolist())
    return found


def main() -> None:
    rows = read_rows(CNN)
    references = [row["summary"] for row in rows]
    features = read_features([row["document"] for row in rows])
    table = measure_cues(features)
    cues = np.column_stack(list(table.values()))
    mean, spread = cues.mean(axis=0), cues.std(axis=0)
    cues = (cues - mean) / spread
    targets = set_targets(features, references)
    fold = np.arange(len(rows)) % FOLDS
    held = np.zeros(len(features.documents))
    for number in range(FOLDS):
        weights = fit(features, cues, targets, fold != number)
        out = (fold == number)[features.documents]
        held[out] = cues[out] @ weights
    weights = fit(features, cues, targets, fold >= 0) / spread
    record = {
        "source": "CNN articles and highlights, CNN/DailyMail 3.0.0 validation",
        "file": CNN,
        "sha256": hash_files([CNN]),
        "date": DATE,
        "made_by": "python -m benchmarks.quality.train",
        "rouge_by_folds": evaluate(features, references, held),
        "rouge_of_auto": evaluate(features, references, SCORERS["auto"](features)),
        "weights": {name: round(float(w), 5) for name, w in zip(table, weights, strict=True)},
    }
    TARGET.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(record, indent=1))


if __name__ == "__main__":
    main()
