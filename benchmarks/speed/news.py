"""Documents a second on texts of a news site's size."""

from __future__ import annotations

import gc
import time
from statistics import median

from benchmarks.speed.contestants import Contestant, build_floor, ours, peers

#: Texts read before the clock starts: a reader that has met the common words, as in any stream.
WARM_UP, _WARM_UP_PEERS = 512, 3
#: Seconds of CPU time that a figure takes at least: a batch of ours takes 15 ms.
_LEAST = 0.1
FIRST_READING = "ours lexrank, first"


def build_all() -> tuple[dict[str, Contestant], dict[str, str]]:
    """Return the contestants that can run, and why the others can't."""
    ready: dict[str, Contestant] = {"floor": build_floor()}
    missing: dict[str, str] = {}
    for name, build in (ours() | peers()).items():
        try:
            ready[name] = build()
        except (ImportError, LookupError) as error:
            missing[name] = f"{type(error).__name__}: {error}"
    return ready, missing


def measure_news(texts: list[str], *, rounds: int, per_round: int) -> dict[str, object]:
    """Return every contestant's seconds of CPU time a document, median over rounds.

    Each round takes texts that no one has seen; within a round the contestants take
    turns on the same texts. Our own vocabulary remembers words: the first reading,
    which meets new ones, has a row of its own, and the others are second readings.
    """
    ready, missing = build_all()
    warm_up, rest = texts[:WARM_UP], texts[WARM_UP:]
    for name, run in list(ready.items()):
        try:
            run(warm_up if name.startswith("ours") else warm_up[:_WARM_UP_PEERS])
        except Exception as error:
            missing[name] = f"{type(error).__name__}: {error}"
            del ready[name]
    times: dict[str, list[float]] = {name: [] for name in (FIRST_READING, *ready)}
    for turn in range(rounds):
        batch = rest[turn * per_round : (turn + 1) * per_round]
        order = list(ready)[turn % len(ready) :] + list(ready)[: turn % len(ready)]
        times[FIRST_READING].append(_time(ready["ours lexrank"], batch, least=0))
        for name in order:
            times[name].append(_time(ready[name], batch))
    return {
        "seconds_per_document": {name: median(values) for name, values in times.items()},
        "missing": missing,
        "rounds": rounds,
        "per_round": per_round,
    }


def _time(run: Contestant, texts: list[str], *, least: float = _LEAST) -> float:
    """Return seconds of CPU time a document, over so many passes that the clock is exact."""
    gc.collect()
    passes, start = 0, time.process_time()
    while not passes or time.process_time() - start < least:
        run(texts)
        passes += 1
    return (time.process_time() - start) / passes / len(texts)


def measure_single(text: str, *, method: str = "lexrank", calls: int = 200) -> float:
    """Return the median seconds of one warm call on one article."""
    from summarize import summarize

    times = []
    for _ in range(calls):
        start = time.process_time()
        summarize(text, method=method)
        times.append(time.process_time() - start)
    return median(times)
