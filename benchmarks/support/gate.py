"""Hold the measured figures against the floors: ``python -m benchmarks.support.gate``.

``floors.json`` names, for each mode, a figure by its path ("support/wice_dev/auc")
and its floor, or its ceiling for figures that should be small. Floors count for
the corpus whose hash stands there, and for no other. Exit codes: 0 all hold, 1 a
figure is below its floor, 3 there is no data to measure on, 4 the data are others
than those the floors were set on. ``--raise`` lifts floors that the figures now
exceed by the margin; nothing lowers one but a person's edit.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, TextIO

from benchmarks import gating
from benchmarks.gating import NO_DATA, look_up

FLOORS = Path(__file__).with_name("floors.json")
#: A lifted floor stays this far below the figure: rounding differs between library versions.
MARGIN = 0.005


def read_floors() -> dict[str, Any]:
    return json.loads(FLOORS.read_text(encoding="utf-8"))


def report(figures: dict[str, Any], *, stream: TextIO) -> int:
    """Compare, say the result in words, return the exit code."""
    return gating.report(figures, FLOORS, stream=stream)


def raise_floors(figures: dict[str, Any]) -> list[str]:
    """Lift the floors of this mode to the figures less the margin; return what changed."""
    floors = read_floors()
    bounds = floors["modes"].setdefault(figures["run"]["mode"], {"floors": {}, "ceilings": {}})
    lifted = []
    for path, floor in bounds["floors"].items():
        value = look_up(figures, path)
        if value is not None and value - MARGIN > floor:
            bounds["floors"][path] = round(value - MARGIN, 4)
            lifted.append(path)
    floors["corpus"] = figures["run"]["corpus"]
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    return lifted


def main(arguments: list[str] | None = None) -> int:
    from benchmarks.support.__main__ import measure_left_out, measure_shipped
    from benchmarks.support.datasets import find_data, read_sets
    from benchmarks.support.report import has_archive

    parser = argparse.ArgumentParser(prog="python -m benchmarks.support.gate", description=__doc__)
    parser.add_argument("--data", help="data folder; default SUMMARIZE_DATA or ../shared/data")
    parser.add_argument("--leave-one-out", action="store_true", help="gate the slower mode too")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors")
    options = parser.parse_args(arguments)
    data = find_data(options.data)
    if data is None or not (data / "support").is_dir() or not has_archive(data):
        print("gate not run: no data (give --data or set SUMMARIZE_DATA)", file=sys.stderr)
        return NO_DATA
    sets = read_sets(data / "support")
    runs = [measure_shipped(data, sets)]
    if options.leave_one_out:
        runs.append(measure_left_out(data, sets))
    if options.lift:
        for figures in runs:
            print(figures["run"]["mode"], "lifted:", raise_floors(figures))
    return max(report(figures, stream=sys.stdout) for figures in runs)


if __name__ == "__main__":
    sys.exit(main())
