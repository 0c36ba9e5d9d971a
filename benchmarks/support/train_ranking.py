"""Fit the ranking of evidence: a listwise softmax over the simple scores of sentences.

``python -m benchmarks.support.train_ranking`` fits it anew and writes it into the shipped model,
of which it leaves all else as it is.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import attrs
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.support.datasets import EvidenceRow, find_data, read_sets
from benchmarks.support.metrics import rank_figures
from summarize.support.engine import Batch, run, whole_case
from summarize.support.ranking import rank_cells

TARGET = Path(__file__).resolve().parents[2] / "summarize" / "data" / "support_model.json"
#: Sentences of an article that the ranking learns from: the best by BM25. With 40 some gold
#: sentences are lost; above 80 figures are flat.
RANKED = 200
#: Variance of the prior on a ranking weight; figures are flat between .3 and 10.
RANK_PRIOR = 3.0
FOLDS = 7

Matrix = NDArray[np.float64]


@attrs.frozen(eq=False)
class Query:
    """One evidence row: a score row for each sentence, and which sentences are gold."""

    scores: Matrix
    gold: NDArray[np.bool_]
    group: str


def read_queries(rows: Sequence[EvidenceRow]) -> tuple[tuple[str, ...], list[Query]]:
    """Return the names of the simple scores and one query a row."""
    names: tuple[str, ...] = ()
    queries = []
    cases = [whole_case((row.article,), row.statement) for row in rows]
    for batch, start in zip_starts(run(cases)):
        matched = batch.matched
        columns = rank_cells(matched)
        names = tuple(columns)
        table = np.stack(list(columns.values()), axis=1)
        for number, (low, high) in enumerate(pairwise(matched.cells.tolist())):
            row = rows[start + number]
            gold = np.isin(np.arange(high - low), sorted(row.gold))
            queries.append(Query(table[low:high], gold, row.group))
    return names, queries


def zip_starts(batches: Iterable[Batch]) -> Iterable[tuple[Batch, int]]:
    start = 0
    for batch in batches:
        yield batch, start
        start += len(batch.cases)


def fit_ranking(names: tuple[str, ...], queries: Sequence[Query]) -> dict[str, float]:
    """Fit a listwise softmax: the gold sentences together against all others."""
    kept = []
    for query in queries:
        promise = query.scores[:, names.index("bm25")] + query.scores[:, names.index("bm25_local")]
        best = np.sort(np.argsort(-promise, kind="stable")[:RANKED])
        if query.gold[best].any():
            kept.append((query.scores[best], query.gold[best]))
    table = np.vstack([scores for scores, _ in kept])
    deviation = table.std(axis=0) + 1e-6
    table = table / deviation
    gold = np.concatenate([g for _, g in kept]).astype(float)
    sizes = np.array([len(g) for _, g in kept])
    starts, owner = np.cumsum(sizes) - sizes, np.repeat(np.arange(len(sizes)), sizes)

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        score = table @ weights
        chance = np.exp(score - np.maximum.reduceat(score, starts)[owner])
        every = np.add.reduceat(chance, starts)
        right = np.add.reduceat(chance * gold, starts) + 1e-12
        value = -np.log(right / every).mean() + weights @ weights / 2 / RANK_PRIOR / len(sizes)
        pull = chance / every[owner] - chance * gold / right[owner]
        return float(value), (table.T @ pull + weights / RANK_PRIOR) / len(sizes)

    found = minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200}
    )
    return {n: float(w) for n, w in zip(names, found.x / deviation, strict=True)}


def first_rank(query: Query, weights: Matrix) -> float:
    order = np.argsort(-(query.scores @ weights), kind="stable")
    return float(np.flatnonzero(query.gold[order])[0] + 1)


def test_ranking(names: tuple[str, ...], sets: dict[str, list[Query]]) -> dict[str, object]:
    """Return hit@1 and MRR of each set: seven folds by document, the other sets in training."""
    out = {}
    for held, queries in sets.items():
        others = [q for name, found in sets.items() if name != held for q in found]
        groups = np.unique([q.group for q in queries], return_inverse=True)[1] % FOLDS
        ranks = np.zeros(len(queries))
        for fold in range(FOLDS):
            train = [q for q, g in zip(queries, groups, strict=True) if g != fold]
            weights = np.array(list(fit_ranking(names, train + others).values()))
            for at in np.flatnonzero(groups == fold):
                ranks[at] = first_rank(queries[at], weights)
        local = np.eye(len(names))[names.index("bm25_local")]
        out[held] = {
            "fusion": rank_figures(ranks),
            "bm25_local": rank_figures([first_rank(q, local) for q in queries]),
        }
        print(held, out[held])
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="data folder; default SUMMARIZE_DATA or ../shared/data")
    parser.add_argument("--dry", action="store_true", help="measure by folds, write nothing")
    options = parser.parse_args()
    sets = [s for s in read_sets(find_data(options.data) / "support") if s.evidence]
    queries = {s.name: read_queries(s.evidence) for s in sets}
    names = next(iter(queries.values()))[0]
    found = {name: pair[1] for name, pair in queries.items()}
    figures = test_ranking(names, found)
    if not options.dry:
        model = json.loads(TARGET.read_text(encoding="utf-8"))
        model["ranking"] = fit_ranking(names, [q for group in found.values() for q in group])
        model["meta"]["evidence_by_folds"] = figures
        TARGET.write_text(json.dumps(model) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
