"""Speed and memory of ours and the peers: a table, JSON, a plot, and what must hold.

Run ``python -m benchmarks.speed`` (some fifteen minutes; ``--quick`` about three). Peers are
optional: ``pip install -r benchmarks/speed/peers.txt`` gets them all. The exit
code is 1 if something that must hold does not.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from pathlib import Path
from typing import Any

from benchmarks.speed import report
from benchmarks.speed.contestants import SUMY_METHODS, ours
from benchmarks.speed.gates import LINEAR, check
from benchmarks.speed.lengths import SIZES, measure_lengths
from benchmarks.speed.news import WARM_UP, measure_news, measure_single
from benchmarks.speed.stages import measure_stages
from benchmarks.speed.texts import ROOT, fingerprint, generate, generated_news, real_news
from summarize.streaming import DEFAULT_BATCH_SIZE


def main() -> int:
    arguments = _parse()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    results: dict[str, Any] = {"python": platform.python_version(), "news": {}, "corpora": {}}
    rounds, per_round = (3 if arguments.quick else 7), DEFAULT_BATCH_SIZE
    count = WARM_UP + rounds * per_round
    for corpus, texts in (("bbc", real_news(count)), ("generated", generated_news(count))):
        if len(texts) == count:
            results["corpora"][corpus] = fingerprint(texts)
            news = results["news"][corpus] = measure_news(texts, rounds=rounds, per_round=per_round)
            report.print_news(corpus, news)
            stages = measure_stages(texts[:WARM_UP], method="lexrank", rounds=rounds)
            results.setdefault("stages", {})[corpus] = stages
            report.print_stages(stages)
    results["single"] = measure_single(generate(30, seed=0))
    print(f"\nOne warm call on 30 sentences (lexrank): {results['single'] * 1e3:.2f} ms")
    if not arguments.no_lengths:
        results["lengths"] = _measure_lengths(arguments.quick)
        report.print_lengths(results["lengths"])
    gates = check(results)
    results["gates"] = gates
    report.print_gates(gates)
    report.write(results, arguments.out)
    return 0 if all(holds for *_, holds in gates) else 1


def _measure_lengths(quick: bool) -> dict[str, Any]:
    print("\nLengths (each in a process of its own)")
    if quick:
        return measure_lengths([f"ours {name}" for name in LINEAR], SIZES[:4], limit=120)
    # sumy's own definitions, which we have for comparison, are not meant for long texts.
    lengths = measure_lengths([n for n in ours() if "sumy" not in n], SIZES, limit=120)
    theirs = [f"sumy {name}" for name in SUMY_METHODS] + ["summa", "lede default"]
    return lengths | measure_lengths(theirs, SIZES, limit=30)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, no 100,000 sentences")
    parser.add_argument("--no-lengths", action="store_true", help="news-size documents only")
    parser.add_argument(
        "--out",
        type=Path,
        default=ROOT / "build" / "speed",
        metavar="FOLDER",
        help="where speed.json and speed.png go (default: build/speed)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
