"""Where the time of a batch goes, stage by stage."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from summarize.features import extract_features
from summarize.scoring import score_features
from summarize.segments import Floats
from summarize.selection.budget import Budget
from summarize.streaming import DEFAULT_BATCH_SIZE
from summarize.summary import DEFAULT_DIVERSITY, summarize_batch
from summarize.text.characters import read_characters
from summarize.text.segmentation import find_boundaries
from summarize.text.tokens import read_tokens


def measure_stages(texts: list[str], *, method: str, rounds: int) -> dict[str, float]:
    """Return microseconds of CPU time a document for every stage, warm, medians.

    The stages are timed by calling the pipeline's public parts; a part that contains
    another one is given without it.
    """
    sums: dict[str, list[float]] = {}
    for _ in range(rounds):
        totals: dict[str, float] = {}
        for start in range(0, len(texts), DEFAULT_BATCH_SIZE):
            for stage, seconds in _time_batch(texts[start : start + DEFAULT_BATCH_SIZE], method):
                totals[stage] = totals.get(stage, 0.0) + seconds
        for stage, seconds in totals.items():
            sums.setdefault(stage, []).append(seconds / len(texts) * 1e6)
    return {stage: median(values) for stage, values in sums.items()}


def _time_batch(texts: list[str], method: str) -> list[tuple[str, float]]:
    joined = "\n\n".join(texts)
    characters, read = _time(read_characters, joined)
    _, segment = _time(find_boundaries, characters)
    tokens, tokenise = _time(read_tokens, texts)
    features, extract = _time(extract_features, tokens)
    _, scoring = _time(_score, features, method)
    _, whole = _time(_summarize, texts, method)
    return [
        ("characters", read),
        ("sentences", segment),
        ("words and stems", tokenise - read - segment),
        ("term counts", extract),
        (f"scores ({method})", scoring),
        ("selection and picks", whole - tokenise - extract - scoring),
        ("whole", whole),
    ]


def _score(features: Any, method: str) -> Floats:
    return score_features(features, method)


def _summarize(texts: list[str], method: str) -> object:
    return summarize_batch(
        texts, method=method, budget=Budget(sentences=3), diversity=DEFAULT_DIVERSITY, language="en"
    )


def _time(function: Callable[..., Any], *arguments: Any) -> tuple[Any, float]:
    start = time.process_time()
    result = function(*arguments)
    return result, time.process_time() - start
