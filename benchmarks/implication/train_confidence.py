"""Learn how likely an event that a rule finds is the article's: weights and each rule's record.

``python -m benchmarks.implication.train_confidence`` writes ``summarize/data`` /
``rule_confidence.json``. The labels are ``judged_rules.json``: for articles of the archives and of
news of 2012 to 2020 (``judged/allsides_dev``, ``judged/news_2017``, see ``gather_judged``) and each rule that finds an
event in them, the share of its bullets that a reader (a language-model agent that wrote nothing of
the library) took for right: the event is the one the article tells, the consequence sensible for
this story. Readers saw the headline, the beginning and the sentence of the event, of all events
whether shown or not.

Every article is read with its headline and without, so that both are learnt.
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
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from benchmarks.gating import NO_DATA
from benchmarks.implication.bullets import read_document
from benchmarks.implication.data import find_data, read_named
from summarize.document import Document
from summarize.implications.bank import Bank
from summarize.implications.matching import find_candidates
from summarize.implications.reading import Reading

OUT = Path(__file__).resolve().parents[2] / "summarize" / "data" / "rule_confidence.json"
LABELS = Path(__file__).with_name("judged_rules.json")
SETS = {
    "bbc_2004": "archive", "wikinews_en": "archive", "allsides_dev": "judged", "news_2017": "judged",
}  # fmt: skip
#: News of many papers on which rules were mended, and news on which they were not, so that its
#: figures are those of unseen news.
MENDED, FRESH = "allsides_dev", "news_2017"
FOLDS, REPEATS = 8, 3
#: What an article counts without its headline: it says the same once more.
WITHOUT_HEADLINE = 0.3
#: What a fresh article counts beside one that rules were mended on; 1 to 3 do alike.
EMPHASIS = 2.0
#: Scale of a rule's own column: by folds of fresh news .3 to 1 lie within .01 of AUC.
RECORD = 0.7
#: Confidences at which the report counts what is kept.
FLOORS = (0.65, 0.7, 0.75, 0.8, 0.85, 0.9)


@attrs.frozen(eq=False)
class Table:
    """One row an event: its measures, rule, share of right bullets, article, set and weight."""

    names: tuple[str, ...]
    inputs: np.ndarray
    rules: np.ndarray
    right: np.ndarray
    groups: np.ndarray
    sets: np.ndarray
    weights: np.ndarray


def read_events(
    row: dict[str, Any], judged: dict[str, float], bank: Bank
) -> Iterator[tuple[dict[str, float], str, float, float]]:
    """Yield measures, rule, share and weight of an article's judged events."""
    titled = read_document(row)
    untitled = Document.from_text(titled.text)
    for document, weight in ((titled, 1.0), (untitled, WITHOUT_HEADLINE)):
        for candidate in find_candidates(Reading(document), bank):
            rule = candidate.match.event.rule.id
            if rule in judged:
                yield candidate.measures, rule, judged[rule], weight


def build_table(labels: dict[str, dict[str, float]], articles: dict[str, dict[str, Any]]) -> Table:
    """Measure the judged events that are still found."""
    bank = Bank.default()
    found = [
        (event, article)
        for article, judged in labels.items()
        for event in read_events(articles[article], judged, bank)
    ]
    names = tuple(found[0][0][0])
    return Table(
        names,
        np.array([[event[0][name] for name in names] for event, _ in found]),
        np.array([event[1] for event, _ in found]),
        np.array([event[2] for event, _ in found]),
        np.unique([article for _, article in found], return_inverse=True)[1],
        np.array([article.partition(":")[0] for _, article in found]),
        np.array([event[3] for event, _ in found]),
    )


def fit(table: Table, rows: np.ndarray) -> tuple[np.ndarray, dict[str, float], float]:
    """Return the weights of the measures, what each rule adds, and the bias."""
    rules, columns = np.unique(table.rules[rows], return_inverse=True)
    count = len(columns)
    records = sp.csr_matrix((np.full(count, RECORD), (np.arange(count), columns)))
    inputs = sp.hstack([sp.csr_matrix(table.inputs[rows]), records]).tocsr()
    right = table.right[rows]
    weights = table.weights[rows] * np.where(table.sets[rows] == FRESH, EMPHASIS, 1.0)
    model = LogisticRegression(C=1.0, max_iter=3000)
    model.fit(  # a share counts as so much of a right event and so much of a wrong one
        sp.vstack([inputs, inputs]),
        np.repeat([1, 0], count),
        np.concatenate([right * weights, (1 - right) * weights]),
    )
    learnt = model.coef_[0]
    added = RECORD * learnt[len(table.names) :]
    return (
        learnt[: len(table.names)],
        dict(zip(rules.tolist(), added.tolist(), strict=True)),
        float(model.intercept_[0]),
    )


def score_by_folds(table: Table) -> Iterator[np.ndarray]:
    """Yield, for several splits by article, each event's logit by a model that saw none of it."""
    for seed in range(REPEATS):
        fold = np.random.default_rng(seed).permutation(table.groups.max() + 1) % FOLDS
        scores = np.zeros(len(table.groups))
        for k in range(FOLDS):
            held = fold[table.groups] == k
            weights, records, bias = fit(table, ~held)
            known = [records.get(rule, 0.0) for rule in table.rules[held]]
            scores[held] = table.inputs[held] @ weights + bias + known
        yield scores


def report(table: Table, runs: list[np.ndarray], chosen: np.ndarray) -> dict[str, Any]:
    """Return AUC by folds and what is kept at some confidences, of the chosen events."""
    right = table.right[chosen]
    runs = [1 / (1 + np.exp(-run[chosen])) for run in runs]
    kept = {
        f"{floor}": [
            round(float(np.mean([right[run >= floor].mean() for run in runs])), 3),
            round(float(np.mean([(run >= floor).mean() for run in runs])), 3),
        ]
        for floor in FLOORS
    }
    auc = np.mean([roc_auc_score(right > 0.5, run) for run in runs])
    return {
        "auc": round(float(auc), 3),
        "events": len(right),
        "right": round(float(right.mean()), 3),
        "right, share kept at a confidence": kept,
    }


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
    labels = json.loads(LABELS.read_text("utf-8"))["articles"]
    table = build_table(labels, articles)
    weights, records, bias = fit(table, np.ones(len(table.right), bool))
    titled, runs = table.weights == 1, list(score_by_folds(table))
    figures = {
        "source": "judgements of rules' events: weights of measures, no text",
        "sha256": {name: hashlib.sha256(raw).hexdigest() for name, raw in data.items()},
        "date": "2026-11-24",
        "made_by": "python -m benchmarks.implication.train_confidence",
        "bank": Bank.default().fingerprint,
        "by_folds": {
            "fresh news": report(table, runs, titled & (table.sets == FRESH)),
            "fresh news without headlines": report(table, runs, ~titled & (table.sets == FRESH)),
            "news mended on": report(table, runs, titled & (table.sets == MENDED)),
            "archives": report(table, runs, titled & ~np.isin(table.sets, [MENDED, FRESH])),
        },
        "bias": round(bias, 4),
        "weights": {n: round(float(w), 4) for n, w in zip(table.names, weights, strict=True)},
        "rules": {rule: round(added, 3) for rule, added in sorted(records.items())},
    }
    OUT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps([figures["by_folds"], figures["weights"]], indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
