"""Choose the method behind "auto": ``python -m benchmarks.quality.choose``.

Every method without training summarises the CNN sample in two and in three sentences,
with the default diversity. The best by the sum of ROUGE-1 and ROUGE-2 F1 over both is
chosen; five folds show what the choice is worth on articles it was not made on.
"""

from __future__ import annotations

import json

import numpy as np

from benchmarks.quality.data import CNN, ROOT, hash_files, read_rows
from benchmarks.quality.rouge import score_summaries
from summarize.scoring import SCORERS
from summarize.selection.budget import Budget
from summarize.summary import DEFAULT_DIVERSITY, summarize_batch

TARGET = ROOT / "benchmarks" / "quality" / "methods.json"
SENTENCES = (2, 3)
FOLDS = 5
BATCH = 125
#: Needs a query; is what is chosen here; is trained.
LEFT_OUT = {"relevance", "auto", "learned"}
VARIANTS: dict[str, tuple[str, dict[str, object]]] = {
    "lexrank, threshold 0.1": ("lexrank", {"threshold": 0.1}),
    "forward, position 0.25": ("forward", {"position": 0.25}),
    "forward, position 0.5": ("forward", {"position": 0.5}),
    "forward, position 0.75": ("forward", {"position": 0.75}),
    "forward, position 1.5": ("forward", {"position": 1.5}),
}


def list_candidates() -> dict[str, tuple[str, dict[str, object]]]:
    names = [n for n in SCORERS if n not in LEFT_OUT and not n.startswith("sumy_")]
    return {**{name: (name, {}) for name in names}, **VARIANTS}


def evaluate(rows: list[dict], method: str, options: dict[str, object]) -> np.ndarray:
    """Return ROUGE of every article's summaries, shape (n, 2 budgets, 2 measures)."""
    texts = [row["document"] for row in rows]
    results = []
    for sentences in SENTENCES:
        summaries = []
        for first in range(0, len(texts), BATCH):
            summaries += summarize_batch(
                texts[first : first + BATCH], method=method, budget=Budget(sentences=sentences),
                diversity=DEFAULT_DIVERSITY, language="en", **options,
            )  # fmt: skip
        results.append(
            score_summaries([row["summary"] for row in rows], [s.text for s in summaries])
        )
    return np.stack(results, axis=1)


def choose_honestly(scores: dict[str, np.ndarray]) -> np.ndarray:
    """Choose on four folds, measure on the fifth; return the mean over all articles."""
    names = list(scores)
    every = np.stack([scores[name] for name in names])
    fold = np.arange(every.shape[1]) % FOLDS
    chosen = np.empty_like(every[0])
    for held in range(FOLDS):
        best = every[:, fold != held].mean(axis=1).sum(axis=(1, 2)).argmax()
        chosen[fold == held] = every[best][fold == held]
    return chosen.mean(axis=0)


def main() -> None:
    rows = read_rows(CNN)
    scores = {}
    print(f"{'method':24} {'2: R-1':>7} {'R-2':>6} {'3: R-1':>7} {'R-2':>6}")
    for label, (method, options) in list_candidates().items():
        scores[label] = evaluate(rows, method, options)
        two, three = scores[label].mean(axis=0)
        print(f"{label:24} {two[0]:7.2f} {two[1]:6.2f} {three[0]:7.2f} {three[1]:6.2f}", flush=True)
    best = max(scores, key=lambda label: scores[label].mean(axis=0).sum())
    honest = choose_honestly(scores)
    print(f"best: {best}; chosen by folds: {honest.round(2).tolist()}")
    record = {
        "corpus": CNN,
        "sha256": hash_files([CNN]),
        "best": best,
        "chosen_by_folds": honest.round(2).tolist(),
        "methods": {label: s.mean(axis=0).round(2).tolist() for label, s in scores.items()},
    }
    TARGET.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
