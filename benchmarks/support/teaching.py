"""Sets that teach the support model beside the labelled ones: (article, statement, label) triples.

None is a support set; each teaches one side of the matter. Files that are absent
give no triples. The choice of rows is seeded.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.support.baselines import tokenize
from benchmarks.support.datasets import read_lines
from benchmarks.support.passages import Passages
from benchmarks.support.perturbations import make_suite, read_stories
from summarize.document import Document

Triple = tuple[str, str, int]

SEED = 3
#: Shares of the made cases' second copies that are joined to others and put in lower case.
JOINED, LOWERED = 0.7, 0.4
#: Statements that begin with the same so many characters are made from one sentence.
_ALIKE = 40


def make_perturbed(data: Path, *, stories: int = 200) -> list[Triple]:
    """True statements of archive stories of the train split, and false ones, source present.

    Each comes twice: as it is, and joined to other true statements of its story, or in lower
    case, or both or neither: statements of several sentences and plain text occur in every use.
    """
    suite = make_suite(read_stories(data, split="train"), stories_at_most=stories)
    cases = [case for case in suite if case.source]
    true = defaultdict(list)
    for case in cases:
        if case.positive:
            true[case.article].append(case.statement)
    rng = random.Random(SEED)
    triples = [(c.article, c.statement, int(c.positive)) for c in cases]
    for article, statement, label in triples.copy():
        if rng.random() < JOINED:
            statement = _join_others(statement, true[article], rng)
        if rng.random() < LOWERED:
            statement = statement.lower()
        triples.append((article, statement, label))
    return triples


def _join_others(statement: str, true: Sequence[str], rng: random.Random) -> str:
    """Put one or two of the ``true`` statements around one, none a rewriting of it."""
    others = [other for other in true if other[:_ALIKE] != statement[:_ALIKE]]
    joined = [statement, *rng.sample(others, min(rng.choice((1, 2)), len(others)))]
    rng.shuffle(joined)
    return " ".join(s if s.rstrip().endswith((".", "!", "?")) else s + "." for s in joined)


def read_key_points(data: Path, *, rows: int = 1500) -> list[Triple]:
    """Arguments with key points that they make or don't (ArgKP-2021)."""
    path = data / "support" / "argkp_dev.jsonl.gz"
    found = list(read_lines(path)) if path.exists() else []
    chosen = random.Random(SEED).sample(found, min(rows, len(found)))
    return [(str(r["argument"]), str(r["key_point"]), int(str(r["label"]))) for r in chosen]


def make_passages(data: Path, *, articles: int = 500, highlights: int = 2) -> list[Triple]:
    """News highlights with passages of 1 to 40 sentences, true and false ones of like lengths.

    True: the run of sentences in their own article that covers them best. False: a run of one of
    the three most similar articles, or one of their own article away from the evidence; half of
    these the best, half any.
    """
    path = data / "summarisation" / "cnndm_validation_1000.jsonl.gz"
    rows = list(read_lines(path)) if path.exists() else []
    rng = random.Random(SEED)
    rows = rng.sample(rows, min(articles, len(rows)))
    texts = [str(row["document"]) for row in rows]
    likeness = compare_texts(texts)
    passages = [Passages.read(text) for text in texts]
    triples = []
    for i, row in enumerate(rows):
        near = np.argsort(-likeness[i], kind="stable")[:3].tolist()
        for highlight in _cut_highlights(row)[:highlights]:
            own = passages[i].draw_true(highlight, rng)
            other = passages[rng.choice(near)].draw_false(highlight, rng)
            away = passages[i].draw_away(highlight, rng)
            triples += [(own, highlight, 1), (other, highlight, 0)]
            triples += [(away, highlight, 0)] if away else []
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
