"""Hold the agreement with NLTK's Punkt to its floors: ``python -m benchmarks.segmentation.gate``.

Exit codes: 0 all hold, 1 a figure is below its floor, 3 there is no data, 4 the
data are others than those the floors were set on. Speed is shown by
``benchmarks.segmentation.agreement`` and not gated: machines differ.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.gating import FAILED, NO_DATA, OTHER_DATA
from benchmarks.segmentation.agreement import compare, data_folder
from benchmarks.segmentation.train import read_archives

FLOORS = Path(__file__).with_name("floors.json")


def main() -> int:
    folder = data_folder()
    if folder is None:
        print("gate not run: no data (set SUMMARIZE_DATA)", file=sys.stderr)
        return NO_DATA
    bounds = json.loads(FLOORS.read_text(encoding="utf-8"))
    texts, hashes = read_archives(folder)
    if hashes != bounds["corpus_sha256"]:
        print("gate not run: the floors were set on other data", file=sys.stderr)
        return OTHER_DATA
    figures = compare(texts)
    failures = [name for name, floor in bounds["floors"].items() if figures[name] < floor]
    for name, floor in bounds["floors"].items():
        print(f"{name} {figures[name]:.4f}, floor {floor:.4f}")
    return FAILED if failures else 0


if __name__ == "__main__":
    sys.exit(main())
