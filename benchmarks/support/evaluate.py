"""Measure the checker and the baselines on labelled sets and on the perturbation suite."""

from __future__ import annotations

import math
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.support import metrics
from benchmarks.support.baselines import BASELINES, Index, bm25, index_article, tfidf
from benchmarks.support.datasets import EvidenceRow, LabelledSet, SupportRow
from benchmarks.support.guarantee import resplit
from benchmarks.support.perturbations import KINDS, Case, make_suite, read_stories
from benchmarks.support.subject import is_flagged, run_checks
from benchmarks.support.words import score_words
from summarize.support import Check, Checker

Figures = dict[str, Any]

RANKERS: dict[str, Callable[[Index, str], np.ndarray]] = {"bm25": bm25, "tfidf": tfidf}


def evaluate_support(checker: Checker, labelled: LabelledSet) -> Figures:
    """All figures of a set with labels: ours, each baseline's, flags, risk and guarantee."""
    rows = labelled.support
    labels = [row.label for row in rows]
    groups = [row.group for row in rows]
    started = time.process_time()
    checks = run_checks(checker, [(row.group, row.article, row.statement) for row in rows])
    seconds = time.process_time() - started
    scores = [check.probability for check in checks]
    figures: Figures = {
        "rows": len(rows),
        "documents": len(set(groups)),
        "supported": sum(labels) / len(labels),
        "auc": metrics.area_under_curve(labels, scores),
        "baselines": _baseline_curves(rows),
        "ece": metrics.expected_calibration_error(labels, scores),
        "missing_flag": _flag_figures(checks, labels),
        "verdicts": _count_verdicts(checks, labels),
        "risk_coverage": metrics.risk_coverage(labels, scores),
        "guarantee": resplit(scores, labels, groups),
        "statements_per_second": len(rows) / seconds,
    }
    if any(row.spans for row in rows):
        figures["words"] = score_words(rows, checks)
    return figures


def _baseline_curves(rows: Sequence[SupportRow]) -> dict[str, float]:
    indices: dict[str, Index] = {}
    columns: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        if row.group not in indices:
            indices[row.group] = index_article(row.article)
        for name, measure in BASELINES.items():
            columns[name].append(measure(indices[row.group], row.statement))
    labels = [row.label for row in rows]
    return {name: metrics.area_under_curve(labels, column) for name, column in columns.items()}


def _flag_figures(checks: Sequence[Check], labels: Sequence[int]) -> dict[str, float]:
    flags = [is_flagged(check) for check in checks]
    right = sum(flag and not label for flag, label in zip(flags, labels, strict=True))
    return metrics.precision_recall(sum(flags), right, len(labels) - sum(labels))


def _count_verdicts(checks: Sequence[Check], labels: Sequence[int]) -> dict[str, list[int]]:
    """Verdict to [given, of these labelled as supported]."""
    counts: dict[str, list[int]] = {}
    for check, label in zip(checks, labels, strict=True):
        count = counts.setdefault(check.verdict.name, [0, 0])
        count[0] += 1
        count[1] += label
    return dict(sorted(counts.items()))


def evaluate_evidence(checker: Checker, rows: Sequence[EvidenceRow]) -> Figures:
    """hit@1 and MRR of our ranking and of the baselines, over claims that have gold sentences."""
    indices: dict[str, Index] = {}
    ranks: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        found = checker.evidence(row.article, row.statement, k=len(row.article.sentences))
        order = [piece.index for piece in found]
        # Sentences that share nothing with the statement are left out: they follow in text order.
        order += sorted({s.index for s in row.article.sentences}.difference(order))
        ranks["ours"].append(_first_rank(order, row.gold))
        if row.group not in indices:
            indices[row.group] = index_article(row.article)
        for name, ranker in RANKERS.items():
            by_score = np.argsort(-ranker(indices[row.group], row.statement), kind="stable")
            ranks[name].append(_first_rank(by_score.tolist(), row.gold))
    return {name: metrics.rank_figures(column) for name, column in ranks.items()}


def _first_rank(order: Sequence[int], gold: frozenset[int]) -> float:
    return next((float(i) for i, index in enumerate(order, 1) if index in gold), math.inf)


def evaluate_sets(checker: Checker, sets: Sequence[LabelledSet]) -> Figures:
    """Support and evidence figures of every set, and the means over the sets."""
    support = {s.name: evaluate_support(checker, s) for s in sets if s.support}
    return {
        "support": support,
        "evidence": {s.name: evaluate_evidence(checker, s.evidence) for s in sets if s.evidence},
        "means": average_curves(support),
        "unread": {s.name: s.unread for s in sets if s.unread},
    }


def average_curves(support: dict[str, Figures]) -> Figures:
    """Mean AUC over the sets that have both classes: ours, each baseline's, and the lead."""
    usable = [f for f in support.values() if not math.isnan(f["auc"])]
    if not usable:
        return {}
    baselines = {name: float(np.mean([f["baselines"][name] for f in usable])) for name in BASELINES}
    best = max(baselines, key=baselines.__getitem__)
    ours = float(np.mean([f["auc"] for f in usable]))
    return {
        "auc": ours,
        "baselines": baselines,
        "best_baseline": best,
        "lead": ours - baselines[best],
    }


def evaluate_perturbations(checker: Checker, data: Path, *, stories: int = 250) -> Figures:
    """AUC by perturbation with the source present and removed, and false SUPPORTED shares."""
    cases = make_suite(read_stories(data), stories_at_most=stories)
    checks = run_checks(checker, [(c.article, c.article, c.statement) for c in cases])
    scores = [check.probability for check in checks]
    scored = list(zip(cases, checks, scores, strict=True))
    present = [x for x in scored if x[0].source]
    retold = [x for x in scored if not x[0].source and x[0].retold]
    nowhere = [x for x in scored if not x[0].source and not x[0].retold]
    by_kind = {kind: _curve(present, kind) for kind in KINDS}
    return {
        "cases": len(cases),
        "counts": dict(Counter(case.kind for case in cases)),
        "present": by_kind,
        "present_mean": float(np.mean(list(by_kind.values()))),
        "baselines": _baseline_kinds([case for case, _, _ in present]),
        "present_supported": _supported_shares(present),
        "retold_auc": _curve(retold, *KINDS),
        "retold_cases": len(retold),
        "nowhere_supported": float(np.mean([c.verdict.name == "SUPPORTED" for _, c, _ in nowhere])),
        "nowhere_supported_by_kind": _supported_shares(nowhere),
    }


def _curve(scored: Sequence[tuple[Case, Check, float]], *kinds: str) -> float:
    kept = [
        (case.positive, score) for case, _, score in scored if case.positive or case.kind in kinds
    ]
    return metrics.area_under_curve([int(p) for p, _ in kept], [s for _, s in kept])


def _supported_shares(scored: Sequence[tuple[Case, Check, float]]) -> dict[str, float]:
    verdicts: dict[str, list[bool]] = defaultdict(list)
    for case, check, _ in scored:
        verdicts[case.kind].append(check.verdict.name == "SUPPORTED")
    return {kind: float(np.mean(found)) for kind, found in sorted(verdicts.items())}


def _baseline_kinds(cases: Sequence[Case]) -> dict[str, float]:
    """Mean over the perturbations of each baseline's AUC, source present."""
    indices: dict[str, Index] = {}
    columns: dict[str, list[float]] = defaultdict(list)
    for case in cases:
        if case.article not in indices:
            indices[case.article] = index_article(case.article)
        for name, measure in BASELINES.items():
            columns[name].append(measure(indices[case.article], case.statement))
    means = {}
    for name, column in columns.items():
        curves = []
        for kind in KINDS:
            kept = [
                (int(case.positive), score)
                for case, score in zip(cases, column, strict=True)
                if case.positive or case.kind == kind
            ]
            curves.append(metrics.area_under_curve([k[0] for k in kept], [k[1] for k in kept]))
        means[name] = float(np.mean(curves))
    return means
