"""What must hold: ratios to the peers and the floor in the same run, and bounds on long texts."""

from __future__ import annotations

from typing import Any

from benchmarks.speed.contestants import COUNTERPARTS
from benchmarks.speed.lengths import growth_exponent

LEXRANK_TO_SUMY, METHOD_TO_SUMY = 60.0, 40.0
LEXRANK_TO_LEDE = 5.0
TIMES_FLOOR = 2.5
SINGLE_SECONDS = 1.5e-3
#: Sentences -> (seconds, megabytes), for continuous LexRank and TextRank.
LONG = {"20000": (3.0, 600.0), "100000": (20.0, 2_500.0)}
LINEAR = ("lexrank", "textrank", "centroid", "lead", "luhn", "sumbasic")
EXPONENT_MAX = 1.15

Gate = tuple[str, float, str, float, bool]


def check(results: dict[str, Any]) -> list[Gate]:
    """Return (what, value, "<=" or ">=", bound, holds) for everything that was measured."""
    gates: list[Gate] = []
    for corpus, news in results.get("news", {}).items():
        gates += _check_news(corpus, news["seconds_per_document"])
    if "single" in results:
        gates.append(_at_most("one warm call, 30 sentences: ms",
                              results["single"] * 1e3, SINGLE_SECONDS * 1e3))  # fmt: skip
    for method in LINEAR:
        rows = results.get("lengths", {}).get(f"ours {method}")
        if rows:
            gates += _check_lengths(method, rows)
    return gates


def _check_news(corpus: str, seconds: dict[str, float]) -> list[Gate]:
    gates = []
    for theirs, mine in COUNTERPARTS.items():
        if f"sumy {theirs}" in seconds and f"ours {mine}" in seconds:
            ratio = seconds[f"sumy {theirs}"] / seconds[f"ours {mine}"]
            bound = LEXRANK_TO_SUMY if mine == "lexrank" else METHOD_TO_SUMY
            gates.append(_at_least(f"{corpus}: {mine} to sumy {theirs}", ratio, bound))
    if "lede default" in seconds:
        ratio = seconds["lede default"] / seconds["ours lexrank"]
        gates.append(_at_least(f"{corpus}: lexrank to lede default", ratio, LEXRANK_TO_LEDE))
    ratio = seconds["ours lexrank"] / seconds["floor"]
    gates.append(_at_most(f"{corpus}: lexrank in times of the floor", ratio, TIMES_FLOOR))
    return gates


def _check_lengths(method: str, rows: dict[str, dict[str, Any]]) -> list[Gate]:
    gates = []
    if method in ("lexrank", "textrank"):
        given_up = any("failed" in row for row in rows.values())
        for size, (seconds, megabytes) in LONG.items():
            if size not in rows and not given_up:
                continue  # a quick run leaves the longest out
            row = rows.get(size, {})
            name = f"{method}, {int(size):,} sentences"
            gates.append(_at_most(f"{name}: s", row.get("seconds", float("inf")), seconds))
            gates.append(_at_most(f"{name}: MB", row.get("megabytes", float("inf")), megabytes))
    exponent = growth_exponent(rows)
    if exponent is not None:
        gates.append(_at_most(f"{method}: growth exponent", exponent, EXPONENT_MAX))
    return gates


def _at_least(what: str, value: float, bound: float) -> Gate:
    return what, value, ">=", bound, value >= bound


def _at_most(what: str, value: float, bound: float) -> Gate:
    return what, value, "<=", bound, value <= bound
