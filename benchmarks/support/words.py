"""Which words of a statement are unsupported: ours, and "not in the article", against spans."""

from __future__ import annotations

import re
from collections.abc import Sequence

from benchmarks.support.baselines import STOP_WORDS, tokenize
from benchmarks.support.datasets import SupportRow
from benchmarks.support.metrics import precision_recall
from summarize.support import Check

_WORD = re.compile(r"\w+(?:['’]\w+)?")

Spans = Sequence[tuple[int, int]]


def marked_words(statement: str, spans: Spans, *, votes: int = 1) -> set[int]:
    """Starts of the words that ``votes`` or more spans touch."""
    return {
        word.start()
        for word in _WORD.finditer(statement)
        if sum(a < word.end() and word.start() < b for a, b in spans) >= votes
    }


def absent_words(statement: str, article: str) -> set[int]:
    """Starts of the words whose stem the article does not have: the baseline."""
    there = set(tokenize(article))
    return {
        word.start()
        for word in _WORD.finditer(statement)
        if not there.issuperset(tokenize(word.group()))
    }


def uncovered_words(check: Check) -> set[int]:
    """Starts of the content words that no piece of the check's evidence has."""
    covered = {span.start for piece in check.evidence for span in piece.covered}
    return {
        word.start()
        for word in _WORD.finditer(check.statement)
        if word.start() not in covered and not STOP_WORDS.issuperset(tokenize(word.group()))
    }


def score_words(rows: Sequence[SupportRow], checks: Sequence[Check]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 over words; gold words are those most annotators marked.

    ``missing`` is what the check calls missing, ``uncovered`` what its evidence
    lacks; the baselines are ``absent`` from the article, and ``all`` words.
    """
    counts: dict[str, list[int]] = {}
    wanted = 0
    for row, check in zip(rows, checks, strict=True):
        if not row.spans:
            continue
        gold = marked_words(row.statement, row.spans, votes=row.votes)
        article = row.article if isinstance(row.article, str) else row.article.text
        found = {
            "missing": marked_words(
                row.statement, [(m.span.start, m.span.end) for m in check.missing]
            ),
            "uncovered": uncovered_words(check),
            "absent": absent_words(row.statement, article),
            "all": {word.start() for word in _WORD.finditer(row.statement)},
        }
        wanted += len(gold)
        for name, words in found.items():
            count = counts.setdefault(name, [0, 0])
            count[0] += len(words)
            count[1] += len(words & gold)
    return {name: precision_recall(n, right, wanted) for name, (n, right) in counts.items()}
