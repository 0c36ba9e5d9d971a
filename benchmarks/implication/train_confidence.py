"""Learn how likely an event that a rule finds is the article's: weights and each rule's record.

``python -m benchmarks.implication.train_confidence`` writes ``summarize/data`` /
``rule_confidence.json``. The labels are ``judged_rules.csv.gz``, a row an event that a rule found:
set and id of the article, the rule, the share of its bullets that a reader (a language-model agent
that wrote nothing of the library) took for right (the event is the one the article tells, the
consequence sensible for this story), and the event's measures when it was judged. Articles: the
archives, news of 2012 to 2020 (Article-Bias-Prediction), of 2016 and 2017 (NewsArticles) and
Reuters of 2017; no text. Readers of all but the last saw the headline, the beginning and the
sentence of the event, of all events whether shown or not. An article counts once more without its
headline, by the rules that still find the event.

Rules were mended by these judgements afterwards, all but those of Reuters. The rows stay as they
were: what a rule got wrong tells of what it will get wrong in news that nobody has judged better
than what is left of it (by bullets judged after the mending, AUC .67 to .64).
"""

from __future__ import annotations

import csv
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

from benchmarks.implication.train_association import group_folds
from summarize.implications.bank import Bank

OUT = Path(__file__).resolve().parents[2] / "summarize" / "data" / "rule_confidence.json"
LABELS = Path(__file__).with_name("judged_rules.csv.gz")
#: The columns before the measures.
FIRST_MEASURE = 4
UNTITLED = "no headline"
FOLDS, REPEATS = 8, 3
#: What an article counts without its headline: it says the same once more.
WITHOUT_HEADLINE = 0.3
#: Scale of a rule's own column: by folds .5 to 1.5 lie within .01 of AUC.
RECORD = 0.7
#: Confidences at which the report counts what is kept.
FLOORS = (0.65, 0.7, 0.75, 0.8, 0.85, 0.9)


@attrs.frozen(eq=False)
class Table:
    """One row an event: its measures, rule, share of right bullets, article and set."""

    names: tuple[str, ...]
    inputs: np.ndarray
    rules: np.ndarray
    right: np.ndarray
    groups: np.ndarray
    sets: np.ndarray

    @property
    def untitled(self) -> np.ndarray:
        """True where the article was read without its headline."""
        return self.inputs[:, self.names.index(UNTITLED)] == 1


def read_table(raw: bytes) -> Table:
    """Read the judged events of the rules that the bank still has."""
    names, *rows = csv.reader(gzip.decompress(raw).decode("utf-8").splitlines())
    rules = {rule.id for rule in Bank.default().rules}
    rows = [row for row in rows if row[2] in rules]
    return Table(
        tuple(names[FIRST_MEASURE:]),
        np.array([row[FIRST_MEASURE:] for row in rows], float),
        np.array([row[2] for row in rows]),
        np.array([row[3] for row in rows], float),
        np.unique([f"{row[0]}:{row[1]}" for row in rows], return_inverse=True)[1],
        np.array([row[0] for row in rows]),
    )


def fit(table: Table, rows: np.ndarray) -> tuple[np.ndarray, dict[str, float], float]:
    """Return the weights of the measures, what each rule adds, and the bias."""
    rules, columns = np.unique(table.rules[rows], return_inverse=True)
    count = len(columns)
    records = sp.csr_matrix((np.full(count, RECORD), (np.arange(count), columns)))
    inputs = sp.hstack([sp.csr_matrix(table.inputs[rows]), records]).tocsr()
    right, weights = table.right[rows], np.where(table.untitled[rows], WITHOUT_HEADLINE, 1.0)
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
        fold = group_folds(table.groups, FOLDS, seed)
        scores = np.zeros(len(table.groups))
        for k in range(FOLDS):
            held = fold == k
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
    raw = LABELS.read_bytes()
    table = read_table(raw)
    weights, records, bias = fit(table, np.ones(len(table.right), bool))
    runs = list(score_by_folds(table))
    sets = {name: ~table.untitled & (table.sets == name) for name in np.unique(table.sets)}
    figures = {
        "source": "judgements of rules' events: weights of measures, no text",
        "sha256": {LABELS.name: hashlib.sha256(raw).hexdigest()},
        "date": "2026-11-24",
        "made_by": "python -m benchmarks.implication.train_confidence",
        "by_folds": {
            **{str(name): report(table, runs, chosen) for name, chosen in sets.items()},
            "without headlines": report(table, runs, table.untitled),
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
