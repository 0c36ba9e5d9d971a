"""Hold figures against ``floors.json``: for each mode, a floor for a figure's path.

Floors count for the corpus whose hash stands there, and for no other. Nothing lowers a floor but
a person's edit.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, TextIO

FLOORS = Path(__file__).with_name("floors.json")
FAILED, OTHER_DATA = 1, 4


def look_up(figures: dict[str, Any], path: str) -> float | None:
    """Return the figure at a path of keys joined by "/", or None."""
    value: Any = figures
    for key in path.split("/"):
        value = value.get(key) if isinstance(value, dict) else None
    return float(value) if isinstance(value, int | float) else None


def find_failures(figures: dict[str, Any], floors: dict[str, float]) -> list[str]:
    """Say which figures are below their floors; an absent figure, or NaN, is."""
    failures = []
    for path, floor in floors.items():
        value = look_up(figures, path)
        if value is None or not value >= floor:
            shown = "absent" if value is None else f"{value:.4f}"
            failures.append(f"{path} is {shown}, its floor {floor:.4f}")
    return failures


def report(figures: dict[str, Any], *, stream: TextIO) -> int:
    """Compare, say the result in words, return the exit code."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    run = figures["run"]
    if floors["corpus"] != run["corpus"]:
        print(
            f"gate not run: the floors were set on corpus {floors['corpus'][:12]}, "
            f"this is {run['corpus'][:12]}",
            file=stream,
        )
        return OTHER_DATA
    failures = find_failures(figures, floors["modes"].get(run["mode"], {}))
    for failure in failures:
        print(f"gate: {failure}", file=stream)
    if not failures:
        print(f"gate: all floors of mode {run['mode']!r} hold", file=stream)
    return FAILED if failures else 0


def main() -> int:
    """Measure what ships and hold it to the floors."""
    from benchmarks.implication.__main__ import main as measure

    return measure(["--shipped", "--gate"])


if __name__ == "__main__":
    sys.exit(main())
