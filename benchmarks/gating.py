"""What the gates share: floors in a file, bound to the hash of the corpus they were set on.

A gate's exit codes are 0 all hold, 1 a figure breaks its bound, 3 there is no data to
measure on, 4 the data are others than those the floors were set on. Nothing lowers a
floor but a person's edit.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TextIO

FAILED, NO_DATA, OTHER_DATA = 1, 3, 4


def look_up(figures: dict[str, Any], path: str) -> float | None:
    """Return the figure at a path of keys joined by "/", or None."""
    value: Any = figures
    for key in path.split("/"):
        value = value.get(key) if isinstance(value, dict) else None
    return float(value) if isinstance(value, int | float) else None


def find_failures(figures: dict[str, Any], bounds: dict[str, dict[str, float]]) -> list[str]:
    """Say which figures break their floors or ceilings; an absent figure, or NaN, does too."""
    failures = []
    for side, sign, word in (("floors", 1, "below its floor"), ("ceilings", -1, "above its limit")):
        for path, bound in bounds.get(side, {}).items():
            value = look_up(figures, path)
            if value is None or not sign * value >= sign * bound:
                shown = "absent" if value is None else f"{value:.4f}"
                failures.append(f"{path} is {shown}, {word} {bound:.4f}")
    return failures


def report(figures: dict[str, Any], floors: Path, *, stream: TextIO) -> int:
    """Hold a run's figures to its mode's bounds in ``floors``; say how, return the exit code."""
    record, run = json.loads(floors.read_text(encoding="utf-8")), figures["run"]
    if record["corpus"] != run["corpus"]:
        print(
            f"gate not run: the floors were set on corpus {record['corpus'][:12]}, "
            f"this is {run['corpus'][:12]}",
            file=stream,
        )
        return OTHER_DATA
    failures = find_failures(figures, record["modes"].get(run["mode"], {}))
    for failure in failures:
        print(f"gate: {failure}", file=stream)
    if not failures:
        print(f"gate: all bounds of mode {run['mode']!r} hold", file=stream)
    return FAILED if failures else 0
