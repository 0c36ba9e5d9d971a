"""Learn which stated bullets are sound and read well: weights of `stated_quality`'s measures.

``python -m benchmarks.implication.train_quality`` writes ``summarize/data/stated_quality.json``.
The labels are ``judged_stated.json``: places of bullets in the archives and in the CNN articles,
each judged by a reader (a language-model agent that wrote nothing of the library) as ``sound``
(a projection about the story, and a sensible one) and as reading well alone; where two readers
judged, their mean. A bullet counts as good if both are at least .75. Rows whose bullet is cut
otherwise by now are left out. Readers who listed only what was bad (``lenient``) passed more:
a measure of its own takes that up and is left out of the weights, so that these say what a strict
reader would.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from benchmarks.gating import NO_DATA
from benchmarks.implication.bullets import read_document
from benchmarks.implication.data import find_data, read_named
from summarize.document import Document
from summarize.implications.stated import find_candidates
from summarize.implications.stated_quality import measure_quality, read_context

OUT = Path(__file__).resolve().parents[2] / "summarize" / "data" / "stated_quality.json"
LABELS = Path(__file__).with_name("judged_stated.json")
SETS = {
    "bbc_2004": "archive", "wikinews_en": "archive", "cnndm_validation_1000": "summarisation",
    "newsdiscourse_train": "implication",
}  # fmt: skip
GOOD, FOLDS, REPEATS = 0.75, 10, 5
#: The measure for lenient readings; large, so that its weight is hardly held down.
LENIENT = 3.0
#: Inverse penalty; by folds .03 to .3 lie within .01 of AUC. Measures keep their scale, so that a
#: sign seen in a handful of bullets gets little weight.
PENALTY = 0.1


@attrs.frozen(eq=False)
class Table:
    """One row a judged bullet: measures, judgements, article's number, whether read leniently."""

    names: tuple[str, ...]
    measures: np.ndarray
    judged: np.ndarray
    groups: np.ndarray
    lenient: np.ndarray

    @property
    def labels(self) -> np.ndarray:
        """1 where a bullet is good."""
        return (self.judged >= GOOD).all(axis=1).astype(int)


def measure_article(document: Document) -> dict[tuple[int, int], dict[str, float]]:
    """Return the measures of every bullet that an article may give, by its span."""
    context = read_context(document)
    return {
        (start + kept.start, start + kept.end): measure_quality(context, sentence, kept, score)
        for sentence, kept, score in find_candidates(document)
        for start in [sentence.span.start]
    }


def as_archived(row: dict[str, Any]) -> dict[str, Any]:
    """Return an article told by sentence as archives hold it."""
    if "sents" not in row:
        return row
    text = " ".join(sentence["text"].strip() for sentence in row["sents"])
    return {"title": row.get("headline"), "document": text}


def build_table(rows: list[dict[str, Any]], articles: dict[str, dict[str, Any]]) -> Table:
    """Measure the judged bullets."""
    found: dict[str, dict[tuple[int, int], dict[str, float]]] = {}
    measures, judged, groups, lenient = [], [], [], []
    for row in rows:
        name = row["article"]
        if name not in found:
            found[name] = measure_article(read_document(as_archived(articles[name])))
        measured = found[name].get((row["start"], row["end"]))
        if measured is not None:
            measures.append(measured)
            judged.append((row["sound"], row["reads"]))
            groups.append(list(found).index(name))
            lenient.append(row.get("lenient", False))
    names = tuple(sorted({name for row in measures for name in row}))
    values = np.array([[row.get(name, 0.0) for name in names] for row in measures])
    numbers = np.unique(groups, return_inverse=True)[1]
    return Table(names, values, np.array(judged), numbers, np.array(lenient, float))


def fit(table: Table, rows: np.ndarray) -> tuple[np.ndarray, float]:
    """Return weights and bias."""
    model = LogisticRegression(C=PENALTY, max_iter=3000)
    inputs = np.column_stack([table.measures, LENIENT * table.lenient])
    model.fit(inputs[rows], table.labels[rows])
    return model.coef_[0, :-1], float(model.intercept_[0])


def score_by_folds(table: Table) -> Iterator[np.ndarray]:
    """Yield, for several splits by article, each bullet's logit by a model that saw none of it."""
    for seed in range(REPEATS):
        fold = np.random.default_rng(seed).permutation(table.groups.max() + 1) % FOLDS
        scores = np.zeros(len(table.groups))
        for k in range(FOLDS):
            held = fold[table.groups] == k
            weights, bias = fit(table, ~held)
            scores[held] = table.measures[held] @ weights + bias
        yield scores


def report(table: Table) -> dict[str, Any]:
    """Return AUC by folds and what shares kept are sound and read well, of the strictly read."""
    strict = table.lenient == 0
    judged, labels = table.judged[strict], table.labels[strict]
    runs = [scores[strict] for scores in score_by_folds(table)]
    shares: dict[str, list[float]] = {}
    for share in (0.2, 0.3, 0.4, 0.6, 0.8, 1.0):
        kept = [np.argsort(-s)[: int(share * len(s))] for s in runs]
        means = np.mean([judged[k].mean(axis=0) for k in kept], axis=0)
        floor = np.mean([1 / (1 + np.exp(-s[k[-1]])) for s, k in zip(runs, kept, strict=True)])
        shares[f"{share:.0%} kept"] = [round(float(v), 3) for v in (*means, floor)]
    auc = np.mean([roc_auc_score(labels, s) for s in runs])
    return {"auc": round(float(auc), 3), "sound, reads, probability": shares}


def main() -> int:
    """Learn on all rows and write the weights with their provenance."""
    data = read_named(find_data(), SETS)
    if not data:
        return NO_DATA
    articles = {
        f"{name}:{row.get('id', i)}": row
        for name, raw in data.items()
        for i, row in enumerate(map(json.loads, gzip.decompress(raw).splitlines()))
    }
    table = build_table(json.loads(LABELS.read_text("utf-8"))["bullets"], articles)
    weights, bias = fit(table, np.ones(len(table.groups), bool))
    figures = {
        "source": "judgements of stated bullets: weights of measures, no text",
        "sha256": {name: hashlib.sha256(raw).hexdigest() for name, raw in data.items()},
        "date": "2026-11-23",
        "made_by": "python -m benchmarks.implication.train_quality",
        "bullets": len(table.groups),
        "by_folds": report(table),
        "bias": round(bias, 4),
        "weights": {n: round(float(w), 4) for n, w in zip(table.names, weights, strict=True)},
    }
    OUT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures["by_folds"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
