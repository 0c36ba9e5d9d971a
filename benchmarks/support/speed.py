"""How fast statements are checked: statements a second, and growth with the article's length."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.support.perturbations import read_stories
from summarize.support import Checker

SENTENCES, ARTICLES, STATEMENTS = 30, 20, 50
#: Lengths of articles, in sentences, over which the growth exponent is fitted.
LENGTHS = (300, 1_000, 3_000, 10_000)
_RUNS = 5


def measure_speed(checker: Checker, data: Path) -> dict[str, Any]:
    """Return statements a second of CPU time and the growth exponent, in one process.

    No statement occurs twice: half are sentences of their article, half of other stories. The
    best of five runs counts.
    """
    sentences = (s.text for story in read_stories(data) for s in story.document.sentences)
    texts = list(dict.fromkeys(text for text in sentences if 5 < len(text.split()) < 50))
    batch = make_batch(texts)
    pairs = [(article, statement) for article, found in batch for statement in found]
    return {
        "score_batch_per_second": len(pairs) / clock(lambda: checker.score_batch(pairs)),
        "check_batch_per_second": len(pairs) / clock(lambda: checker.check_batch(batch)),
        "statements": len(pairs),
        "sentences": SENTENCES,
        "growth_exponent": measure_growth(checker, texts),
        "longest": LENGTHS[-1],
    }


def make_batch(texts: list[str]) -> list[tuple[str, list[str]]]:
    """Return articles of 30 sentences with 50 statements each."""
    half, others = STATEMENTS // 2, texts[ARTICLES * SENTENCES :]
    batch = []
    for i in range(ARTICLES):
        article = texts[i * SENTENCES : (i + 1) * SENTENCES]
        batch.append(("\n".join(article), article[:half] + others[i * half : (i + 1) * half]))
    return batch


def measure_growth(checker: Checker, texts: list[str]) -> float:
    """Return the slope of log time over log sentences for 20 statements against one article."""
    seconds = []
    for length in LENGTHS:
        article = "\n".join(texts[:length])
        asked = texts[: length : length // 10][:10] + texts[-10:]
        seconds.append(clock(lambda a=article, s=asked: checker.check(a, s), runs=2))
    return float(np.polyfit(np.log(LENGTHS), np.log(seconds), 1)[0])


def clock(action: Callable[[], object], *, runs: int = _RUNS) -> float:
    """Return the least CPU time of a few runs, after one that warms up."""
    action()
    times = []
    for _ in range(runs):
        started = time.process_time()
        action()
        times.append(time.process_time() - started)
    return min(times)
