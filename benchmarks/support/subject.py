"""The thing measured: the checker, called the same way for every set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from summarize.document import Document
from summarize.support import Check, Checker

FLAGS = frozenset({"name", "number"})


def run_checks(checker: Checker, pairs: Sequence[tuple[str, str | Document, str]]) -> list[Check]:
    """Check (group, article, statement) triples, article by article; results in input order.

    ``group`` names the article: triples of one group share it.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i, (group, _, _) in enumerate(pairs):
        places[group].append(i)
    batches = [(pairs[found[0]][1], [pairs[i][2] for i in found]) for found in places.values()]
    results = [check for checks in checker.check_batch(batches) for check in checks]
    order = [i for found in places.values() for i in found]
    return [check for _, check in sorted(zip(order, results, strict=True), key=lambda x: x[0])]


def is_flagged(check: Check) -> bool:
    """Whether the check says that a name or a number of the statement is missing."""
    return any(missing.kind in FLAGS for missing in check.missing)
