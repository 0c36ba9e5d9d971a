"""Sets that teach the support model beside the labelled ones: (article, statement, label) triples.

None is a support set; each teaches one side of the matter. Files that are absent
give no triples. The choice of rows is seeded.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.support.baselines import tokenize
from benchmarks.support.datasets import read_lines
from benchmarks.support.perturbations import make_suite, read_stories
from summarize.document import Document

Triple = tuple[str, str, int]

SEED = 3


def make_perturbed(data: Path, *, stories: int = 200) -> list[Triple]:
    """True statements of archive stories of the train split, and false ones, source present."""
    suite = make_suite(read_stories(data, split="train"), stories_at_most=stories)
    return [(c.article, c.statement, int(c.positive)) for c in suite if c.source]


def read_key_points(data: Path, *, rows: int = 1500) -> list[Triple]:
    """Arguments with key points that they make or don't (ArgKP-2021)."""
    path = data / "support" / "argkp_dev.jsonl.gz"
    found = list(read_lines(path)) if path.exists() else []
    chosen = random.Random(SEED).sample(found, min(rows, len(found)))
    return [(str(r["argument"]), str(r["key_point"]), int(str(r["label"]))) for r in chosen]


def make_highlights(data: Path, *, articles: int = 500) -> list[Triple]:
    """News highlights with their own article (true) or one of the three most similar (false)."""
    path = data / "summarisation" / "cnndm_validation_1000.jsonl.gz"
    rows = list(read_lines(path)) if path.exists() else []
    rng = random.Random(SEED)
    rows = rng.sample(rows, min(articles, len(rows)))
    likeness = compare_texts([str(r["document"]) for r in rows])
    triples = []
    for i, row in enumerate(rows):
        text = str(row["document"])
        triples += [(text, h, 1) for h in _cut_highlights(row)[:3]]
        near = rows[int(np.argsort(-likeness[i], kind="stable")[rng.choice((0, 1, 2))])]
        triples += [(text, h, 0) for h in _cut_highlights(near)[:1]]
    return triples


def _cut_highlights(row: dict[str, object]) -> list[str]:
    sentences = Document.from_text(str(row["summary"])).sentences
    return [s.text.strip() for s in sentences if len(s.text.split()) >= 5]


def compare_texts(texts: Sequence[str]) -> np.ndarray:
    """TF-IDF cosine of every text with every other; -1 with itself."""
    if not texts:
        return np.zeros((0, 0))
    table = TfidfVectorizer(tokenizer=tokenize, token_pattern=None, sublinear_tf=True, max_df=0.3)
    vectors = table.fit_transform(texts)
    likeness = (vectors @ vectors.T).toarray()
    np.fill_diagonal(likeness, -1.0)
    return np.asarray(likeness)
