"""Train the support model: ``python -m benchmarks.support.train [--out FILE] [--leave-out SET]``.

Reads every labelled set of the data folder. Every set has the same weight; features are
centred within each set, so that only differences between statements of one kind teach.
Prints ROC AUC by leaving one set out. Writes ``summarize/data/support_model.json``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import lsq_linear, minimize

from benchmarks.support.datasets import find_data, find_files, hash_files, read_sets
from benchmarks.support.metrics import area_under_curve
from summarize.document import Document
from summarize.support.engine import read_case, run
from summarize.support.model import FORMAT

TARGET = Path(__file__).resolve().parents[2] / "summarize" / "data" / "support_model.json"
#: More of these never speaks against a statement.
GOOD = frozenset(
    """covered covered_count covered_soft covered_one covered_two covered_three covered_pair
    best_stands_out bm25_share chunk_least chunk_mean chance_z chance_gain own_z p1 p2 p2_window
    p2_weighted p3 p3_window skips content_skips run_density run_longest run_longest_log run_share
    near_mean near_least order name_context name_context_least verb_context cosine
    subsequence_one in_order_one subsequence_three in_order_three""".split()
)
#: More of these never speaks for a statement.
BAD = frozenset(
    """number_context_bad missing_names missing_names_share missing_numbers strict_names
    strict_numbers names_outside numbers_outside strange_names uncovered_first uncovered_second
    uncovered_count uncovered_mass outside_first outside_mass uncovered_run soft_first soft_mass
    antonyms more_special slot_filled negation_parity negation_added negation_dropped
    negation_shift modal_shift direction_shift""".split()
)
#: Ridge penalty relative to features of unit variance; from leave-one-set-out means, flat
#: between .1 and 3.
PENALTY = 0.5
PREFIXES = ("least_", "most_", "sum_")

Matrix = NDArray[np.float64]


@attrs.frozen(eq=False)
class TrainingSet:
    """One labelled set: statement features, evidence features of the same rows, labels."""

    name: str
    article: Matrix
    evidence: Matrix
    labels: Matrix


def sign_of(name: str) -> int:
    for prefix in PREFIXES:
        name = name.removeprefix(prefix)
    return 1 if name in GOOD else -1 if name in BAD else 0


def featurise(
    pairs: Iterable[tuple[str | Document, str]],
) -> tuple[tuple[str, ...], Matrix, Matrix]:
    """Return feature names and, by statement, features of the article and of the evidence."""
    documents: dict[str, Document] = {}
    cases = []
    for article, statement in pairs:
        if isinstance(article, str):
            article = documents.setdefault(article, Document.from_text(article))
        cases.append(read_case((article,), statement))
    names: tuple[str, ...] = ()
    articles, evidence = [], []
    for batch in run(cases):
        names = batch.article.names
        articles.append(batch.article.features)
        evidence.append(average_units(batch))
    return names, np.vstack(articles), np.vstack(evidence)


def average_units(batch) -> Matrix:
    """Average the evidence features of a statement's units, weighted as the article's are."""
    matched = batch.article.measures.matched
    statement, mass = matched.claims.statement, matched.mass
    rows = np.zeros((matched.units, batch.evidence.features.shape[1]))
    rows[batch.units] = batch.evidence.features
    out = np.zeros((len(batch.cases), rows.shape[1]))
    np.add.at(out, statement, rows * mass[:, None])
    return out / np.bincount(statement, weights=mass)[:, None]


def read_training_sets(folder: Path) -> tuple[tuple[str, ...], list[TrainingSet]]:
    names: tuple[str, ...] = ()
    sets = []
    for labelled in read_sets(folder):
        if len(labelled.support) < 2:
            continue
        names, article, evidence = featurise((r.article, r.statement) for r in labelled.support)
        labels = np.array([r.label for r in labelled.support], float)
        sets.append(TrainingSet(labelled.name, article, evidence, labels))
    return names, sets


def fit_ridge(
    matrices: Sequence[Matrix], labels: Sequence[Matrix], signs: NDArray[np.int64]
) -> Matrix:
    """Fit a sign-constrained ridge, one equal weight a set, centred within each set."""
    deviation = np.sqrt(np.mean([m.var(axis=0) for m in matrices], axis=0)) + 1e-9
    gram = PENALTY * np.eye(len(signs))
    target = np.zeros(len(signs))
    for matrix, truth in zip(matrices, labels, strict=True):
        scaled = (matrix - matrix.mean(axis=0)) / deviation
        goal = (truth - truth.mean()) / max(truth.std(), 1e-9)
        gram += scaled.T @ scaled / len(truth) / len(labels)
        target += scaled.T @ goal / len(truth) / len(labels)
    root = np.linalg.cholesky(gram)
    bounds = (np.where(signs > 0, 0, -np.inf), np.where(signs < 0, 0, np.inf))
    found = lsq_linear(root.T, np.linalg.solve(root, target), bounds, method="bvls", tol=1e-9)
    return found.x / deviation


def fit_curve(scores: Sequence[Matrix], labels: Sequence[Matrix]) -> tuple[float, float]:
    """Fit intercept and slope of a logistic curve, one equal weight a set."""

    def loss(curve: Matrix) -> float:
        return sum(
            np.mean(np.logaddexp(0, -(2 * y - 1) * (curve[0] + curve[1] * x)))
            for x, y in zip(scores, labels, strict=True)
        )

    found = minimize(loss, np.array([0.0, 1.0]), method="Nelder-Mead")
    return float(found.x[0]), float(found.x[1])


def fit_scorer(names, matrices, labels, columns) -> dict[str, object]:
    signs = np.array([sign_of(names[c]) for c in columns])
    chosen = [m[:, columns] for m in matrices]
    weights = fit_ridge(chosen, labels, signs)
    intercept, slope = fit_curve([m @ weights for m in chosen], labels)
    kept = {names[c]: float(w) for c, w in zip(columns, weights, strict=True) if w != 0}
    return {"weights": kept, "intercept": intercept, "slope": slope}


def fit(names: tuple[str, ...], sets: Sequence[TrainingSet]) -> dict[str, object]:
    labels = [s.labels for s in sets]
    columns = [i for i, name in enumerate(names) if sign_of(name)]
    single = [i for i in columns if not names[i].startswith(PREFIXES)]
    return {
        "format": FORMAT,
        "article": fit_scorer(names, [s.article for s in sets], labels, columns),
        "evidence": fit_scorer(names, [s.evidence for s in sets], labels, single),
        "ranking": {"bm25": 1.0},
        "accept": 0.5,
    }


def score(scorer, names, matrix: Matrix) -> Matrix:
    weights = scorer["weights"]
    return matrix[:, [names.index(n) for n in weights]] @ np.array(list(weights.values()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="data folder; default SUMMARIZE_DATA or ../shared/data")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--leave-out", action="append", default=[], help="set not to train on")
    options = parser.parse_args()
    folder = find_data(options.data) / "support"
    names, sets = read_training_sets(folder)
    figures = {}
    for held in sets:
        model = fit(names, [s for s in sets if s is not held])
        figures[held.name] = {
            part: round(
                area_under_curve(held.labels, score(model[part], names, getattr(held, part))), 4
            )
            for part in ("article", "evidence")
        }
        print(held.name, figures[held.name])
    print(
        "mean",
        {p: np.mean([f[p] for f in figures.values()]).round(4) for p in ("article", "evidence")},
    )
    kept = [s for s in sets if s.name not in options.leave_out]
    model = fit(names, kept)
    model["meta"] = {
        "source": [s.name for s in kept],
        "date": "2026-11-23",
        "sha256": hash_files(find_files(folder)),
        "auc_leave_one_set_out": figures,
    }
    options.out.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
