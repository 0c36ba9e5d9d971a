"""Learn which stated bullets are sound and read well: weights of measures and words.

``python -m benchmarks.implication.train_quality`` writes ``summarize/data/stated_quality.json``.
The labels are ``judged_stated.json``: places of bullets in the archives, in the CNN articles and in
news of 2012 to 2020 (``judged/news_2017``, ``judged/allsides_dev``: id, title, document), each
judged by a reader (a language-model agent that wrote nothing of the library) as ``sound``
(a projection about the story, and a sensible one) and as reading well alone; where two readers
judged, their mean. Two in three saw the headline, the beginning and the sentences around it. A
bullet counts as good if both are at least .75. Rows whose bullet is cut otherwise by now are left
out. Readers who listed only what was bad (``lenient``) passed more:
a measure of its own takes that up and is left out of the weights, so that these say what a strict
reader would.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections import Counter
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
from benchmarks.implication.train_association import group_folds
from summarize.document import Document
from summarize.implications.stated import find_candidates
from summarize.implications.stated_quality import (
    bullet_words,
    measure_quality,
    read_context,
    share_of_word,
)

OUT = Path(__file__).resolve().parents[2] / "summarize" / "data" / "stated_quality.json"
LABELS = Path(__file__).with_name("judged_stated.json")
SETS = {
    "bbc_2004": "archive", "wikinews_en": "archive", "cnndm_validation_1000": "summarisation",
    "newsdiscourse_train": "implication", "news_2017": "judged", "allsides_dev": "judged",
}  # fmt: skip
#: Sets of general news of many papers: what the bullets will meet.
GENERAL = ("news_2017", "allsides_dev")
GOOD, FOLDS, REPEATS = 0.75, 10, 2
#: A word must stand in so many judged bullets to have a weight; 3 to 8 do alike.
FEWEST_BULLETS = 5
#: Probabilities at which the report counts what is kept.
FLOORS = (0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)
#: The measure for lenient readings; large, so that its weight is hardly held down.
LENIENT = 3.0
#: What a bullet of general news counts beside one of the archives; 2 and 3 do alike.
EMPHASIS = 2.0
#: Inverse penalty; by folds .03 to .3 lie within .01 of AUC. Measures keep their scale, so that a
#: sign seen in a handful of bullets gets little weight.
PENALTY = 0.1


@attrs.frozen(eq=False)
class Table:
    """One row a judged bullet: inputs, judgements, article's number, kind of reader and of news.

    ``names`` are the measures, ``words`` the words that have a weight: the columns of ``inputs``.
    """

    names: tuple[str, ...]
    words: tuple[str, ...]
    inputs: np.ndarray
    judged: np.ndarray
    groups: np.ndarray
    lenient: np.ndarray
    general: np.ndarray

    @property
    def labels(self) -> np.ndarray:
        """1 where a bullet is good."""
        return (self.judged >= GOOD).all(axis=1).astype(int)


#: The measures of a bullet and its words.
Read = tuple[dict[str, float], frozenset[str]]


def measure_article(document: Document) -> dict[tuple[int, int], Read]:
    """Return the measures and the words of every bullet that an article may give, by its span."""
    context = read_context(document)
    return {
        (start + kept.start, start + kept.end): (
            measure_quality(context, sentence, kept, score),
            bullet_words(kept),
        )
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
    """Measure the judged bullets that are still cut as they were."""
    found: dict[str, dict[tuple[int, int], Read]] = {}
    read, kept = [], []
    for row in rows:
        name = row["article"]
        if name not in found:
            found[name] = measure_article(read_document(as_archived(articles[name])))
        measured = found[name].get((row["start"], row["end"]))
        if measured is not None:
            read.append(measured)
            kept.append(row)
    names = tuple(sorted({name for measures, _ in read for name in measures}))
    seen = Counter(word for _, words in read for word in words)
    words = tuple(sorted(word for word, count in seen.items() if count >= FEWEST_BULLETS))
    order = list(found)
    return Table(
        names,
        words,
        np.array([_join(measured, names, words) for measured in read]),
        np.array([(row["sound"], row["reads"]) for row in kept]),
        np.unique([order.index(row["article"]) for row in kept], return_inverse=True)[1],
        np.array([row.get("lenient", False) for row in kept], float),
        np.array([row["article"].startswith(GENERAL) for row in kept]),
    )


def _join(measured: Read, names: tuple[str, ...], words: tuple[str, ...]) -> list[float]:
    """Return a bullet's row: its measures, then what each word counts."""
    share = share_of_word(len(measured[1].intersection(words)))
    return [measured[0].get(n, 0.0) for n in names] + [share * (w in measured[1]) for w in words]


def fit(table: Table, rows: np.ndarray) -> tuple[np.ndarray, float]:
    """Return weights and bias."""
    model = LogisticRegression(C=PENALTY, max_iter=3000)
    inputs = np.column_stack([table.inputs, LENIENT * table.lenient])
    model.fit(inputs[rows], table.labels[rows], np.where(table.general, EMPHASIS, 1.0)[rows])
    return model.coef_[0, :-1], float(model.intercept_[0])


def score_by_folds(table: Table) -> Iterator[np.ndarray]:
    """Yield, for several splits by article, each bullet's logit by a model that saw none of it."""
    for seed in range(REPEATS):
        fold = group_folds(table.groups, FOLDS, seed)
        scores = np.zeros(len(table.groups))
        for k in range(FOLDS):
            held = fold == k
            weights, bias = fit(table, ~held)
            scores[held] = table.inputs[held] @ weights + bias
        yield scores


def report(table: Table, chosen: np.ndarray) -> dict[str, Any]:
    """Return AUC by folds and what is kept at some probabilities, of the chosen bullets."""
    judged, labels = table.judged[chosen], table.labels[chosen]
    runs = [1 / (1 + np.exp(-scores[chosen])) for scores in score_by_folds(table)]
    kept: dict[str, list[float]] = {}
    for floor in FLOORS:
        means = [
            (judged[run >= floor] >= GOOD).mean(axis=0) for run in runs if (run >= floor).any()
        ]
        share = np.mean([(run >= floor).mean() for run in runs])
        kept[f"{floor}"] = [round(float(v), 3) for v in (*np.mean(means, axis=0), share)]
    auc = np.mean([roc_auc_score(labels, run) for run in runs])
    return {
        "auc": round(float(auc), 3),
        "bullets": len(labels),
        "sound, reads, share kept at a probability": kept,
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
    table = build_table(json.loads(LABELS.read_text("utf-8"))["bullets"], articles)
    weights, bias = fit(table, np.ones(len(table.groups), bool))
    rounded = [round(float(weight), 4) for weight in weights]
    figures = {
        "source": "judgements of stated bullets: weights of measures, no text",
        "sha256": {name: hashlib.sha256(raw).hexdigest() for name, raw in data.items()},
        "date": "2026-11-24",
        "made_by": "python -m benchmarks.implication.train_quality",
        "bullets": len(table.groups),
        "by_folds": report(table, table.lenient == 0),
        "by_folds_general_news": report(table, table.general),
        "bias": round(bias, 4),
        "weights": dict(zip(table.names, rounded, strict=False)),
        "words": dict(zip(table.words, rounded[len(table.names) :], strict=True)),
    }
    OUT.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps([figures["by_folds"], figures["by_folds_general_news"]], indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
