"""Bullets on news archives: coverage, which kinds and rules fire, speed."""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from summarize.document import Document
from summarize.facts import facts
from summarize.implications import Implication, imply

Figures = dict[str, Any]
SAMPLE = 300  # articles drawn from a large archive
SMALL = 300  # an archive of at most this many articles is measured whole
SEED = 2026
TIMED = 200  # articles in the timing
PASSES = 5


def draw_sample(rows: Sequence[dict[str, Any]], *, seed: int = SEED) -> list[dict[str, Any]]:
    """Return all rows of a small archive, a seeded sample of a large one."""
    if len(rows) <= SMALL:
        return list(rows)
    chosen = random.Random(seed).sample(range(len(rows)), SAMPLE)
    return [rows[i] for i in sorted(chosen)]


def read_document(row: dict[str, Any]) -> Document:
    """Return the row as a document, with its title if it has one."""
    title = row.get("title")
    return Document.from_text(row["document"], title=title if isinstance(title, str) else None)


def evaluate_archive(rows: Sequence[dict[str, Any]], *, name: str, out: Path | None) -> Figures:
    """Measure coverage and firing on a sample; append the bullets to ``out`` as JSON Lines."""
    sample = draw_sample(rows)
    found = [imply(read_document(row)) for row in sample]
    if out:
        with out.open("a", encoding="utf-8") as lines:
            for row, bullets in zip(sample, found, strict=True):
                record = {
                    "archive": name,
                    "id": row.get("id"),
                    "bullets": [show(b) for b in bullets],
                }
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    counts = np.array([len(bullets) for bullets in found])
    return {
        "articles": len(sample),
        "bullets": int(counts.sum()),
        "one_or_more": float((counts >= 1).mean()) if len(counts) else 0.0,
        "three_or_more": float((counts >= 3).mean()) if len(counts) else 0.0,
        "kinds": dict(Counter(b.kind for bullets in found for b in bullets)),
        "rules": dict(
            Counter(b.rule for bullets in found for b in bullets if b.rule).most_common()
        ),
    }


def show(bullet: Implication) -> dict[str, Any]:
    """Return what a reader or a judge needs of one bullet."""
    return {
        "text": bullet.text,
        "kind": bullet.kind,
        "rule": bullet.rule,
        "hedge": bullet.hedge,
        "score": round(bullet.score, 4),
        "premises": [[p.span.start, p.span.end] for p in bullet.premises],
    }


def measure_speed(rows: Sequence[dict[str, Any]]) -> Figures:
    """Return articles a second through facts and implications: CPU time, one thread, best pass."""
    sample = draw_sample(rows)[:TIMED]
    imply(read_document(sample[0]))
    best = float("inf")
    for _ in range(PASSES):
        start = time.process_time()
        for row in sample:
            document = read_document(row)
            facts(document)
            imply(document)
        best = min(best, time.process_time() - start)
    characters = sum(len(row["document"]) for row in sample)
    return {
        "articles": len(sample),
        "mean_characters": round(characters / len(sample)),
        "articles_per_second": round(len(sample) / best, 1),
    }
