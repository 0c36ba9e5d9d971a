"""Learn how position, title and repetition tell that an event is one of an article's main events.

``python -m benchmarks.implication.train_salience`` writes ``summarize/data/salience_weights.json``.
A row is an event of the lead that a rule of the bank triggers on. It is a main event if the same
rule triggers on the reference summary (CNN highlights, BBC extracts) or on a sentence that
annotators marked as main event or consequence (NewsDiscourse).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from benchmarks.gating import NO_DATA
from benchmarks.implication.data import find_data, read_named
from benchmarks.implication.train_association import group_folds
from summarize.document import Document
from summarize.implications import search
from summarize.implications.bank import Bank
from summarize.implications.hits import find_hits
from summarize.implications.reading import Reading, tokenise
from summarize.implications.salience import FIXED, salience_parts

OUT = Path(__file__).resolve().parents[2] / "summarize" / "data" / "salience_weights.json"
SETS = {
    "cnndm_validation_1000": "summarisation",
    "bbc_100": "summarisation",
    "newsdiscourse_train": "implication",
}
NAMES = ("position", "title", "repetition")
#: What was chosen by hand before, to compare.
BY_HAND = np.array([0.4, 0.2, 0.1])
FOLDS = 5
#: A large value makes each set's intercept free of the penalty.
FREE = 10.0


@attrs.frozen
class Example:
    """An article and the sentences that tell what matters in it."""

    document: Document
    main: tuple[str, ...]


@attrs.frozen(eq=False)
class Table:
    """One row an event: its parts, whether it is a main event, its article and its set."""

    parts: np.ndarray
    labels: np.ndarray
    groups: np.ndarray
    sets: np.ndarray

    def inputs(self) -> np.ndarray:
        """Return the parts and an intercept for every set."""
        return np.column_stack([self.parts, FREE * np.eye(len(SETS))[self.sets]])


def read_example(row: dict[str, Any]) -> Example:
    """Read a row of any of the sets; the first line of a BBC document is its title."""
    if "sents" in row:
        sents = [s for s in row["sents"] if s["role"] != "NA"]
        body = "\n\n".join(s["text"] for s in sents)
        main = [s["text"] for s in sents if s["role"].startswith("Main")]
        return Example(Document.from_text(body, title=row["headline"]), tuple(main))
    title, body = None, row["document"]
    if "labels" in row:
        title, body = body.split("\n", 1)
        body = body.replace("\n", "\n\n")
    return Example(Document.from_text(body, title=title), tuple(row["summary"].split("\n")))


def describe_events(example: Example, bank: Bank) -> Iterator[tuple[list[float], bool]]:
    """Yield the parts of each event of the lead, as matching reads them, and its label."""
    reading = Reading(example.document)
    titles = search.title_rules(reading, bank)
    lines = map(tokenise, example.main)
    main = {entry.rule for line in lines for entry, _, _ in find_hits(bank, line)}
    for place, tokens in enumerate(reading.lead):
        triggers = {e.rule: e.trigger for e, _, _ in reversed(find_hits(bank, tokens))}
        for number, trigger in sorted(triggers.items()):
            parts = salience_parts(reading, trigger, place, titled=number in titles)
            yield [parts[name] for name in NAMES], number in main


def build_table(sets: Iterable[Sequence[Example]], bank: Bank) -> Table:
    """Describe the events of all articles."""
    found = [
        (parts, label, (number, article))
        for number, examples in enumerate(sets)
        for article, example in enumerate(examples)
        for parts, label in describe_events(example, bank)
    ]
    places = np.array([place for _, _, place in found])
    groups = np.unique(places, axis=0, return_inverse=True)[1].ravel()
    rows = np.array([parts for parts, _, _ in found])
    return Table(rows, np.array([label for _, label, _ in found]), groups, places[:, 0])


def fit_weights(table: Table, rows: np.ndarray) -> np.ndarray:
    """Return the weights of the parts, scaled to what is left beside the fixed shares."""
    model = LogisticRegression(C=1.0, fit_intercept=False, max_iter=1000)
    weights = model.fit(table.inputs()[rows], table.labels[rows]).coef_[0][: len(NAMES)]
    return weights / weights.sum() * (1 - sum(FIXED.values()))


def cross_validate(table: Table) -> dict[str, dict[str, float]]:
    """Return the AUC of learnt weights by folds of articles, and of those set by hand."""
    fold = group_folds(table.groups, FOLDS, 0)
    learnt = np.zeros(len(fold))
    for k in range(FOLDS):
        learnt[fold == k] = table.parts[fold == k] @ fit_weights(table, fold != k)
    by_hand = table.parts @ BY_HAND
    return {
        name: {
            label: round(float(roc_auc_score(table.labels[rows], scores[rows])), 4)
            for label, scores in (("learnt", learnt), ("by_hand", by_hand))
        }
        for number, name in enumerate(SETS)
        if (rows := table.sets == number).any()
    }


def main() -> int:
    """Learn on all rows and write the weights with their provenance."""
    data = read_named(find_data(), SETS)
    if not data:
        return NO_DATA
    sets = [
        [read_example(json.loads(line)) for line in gzip.decompress(raw).splitlines()]
        for raw in data.values()
    ]
    table = build_table(sets, Bank.default())
    weights = fit_weights(table, np.arange(len(table.labels)))
    figures = {
        "source": "CNN highlights, BBC extracts and NewsDiscourse roles: three weights, no text",
        "sha256": {n: hashlib.sha256(raw).hexdigest() for n, raw in data.items()},
        "date": "2026-11-23",
        "made_by": "python -m benchmarks.implication.train_salience",
        "events": len(table.labels),
        "auc_by_folds": cross_validate(table),
        "weights": {n: round(float(w), 4) for n, w in zip(NAMES, weights, strict=True)},
    }
    OUT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
