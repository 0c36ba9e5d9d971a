"""Hold what ships to ``floors.json``: ``python -m benchmarks.implication.gate``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, TextIO

from benchmarks import gating

FLOORS = Path(__file__).with_name("floors.json")


def report(figures: dict[str, Any], *, stream: TextIO) -> int:
    """Compare, say the result in words, return the exit code."""
    return gating.report(figures, FLOORS, stream=stream)


def main() -> int:
    """Measure what ships and hold it to the floors."""
    from benchmarks.implication.__main__ import main as measure

    return measure(["--shipped", "--gate"])


if __name__ == "__main__":
    sys.exit(main())
