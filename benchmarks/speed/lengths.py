"""Time and memory on ever longer documents, each in a process of its own.

Run as ``python -m benchmarks.speed.lengths METHOD SENTENCES`` this is that process.
"""

from __future__ import annotations

import json
import math
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.speed.texts import ROOT, generate

SIZES = (100, 1_000, 5_000, 20_000, 100_000)
#: Between these sizes a growth exponent is fitted: below, the fixed cost of a call shows.
_FIT_FROM = 5_000


def measure_length(name: str, sentences: int, *, limit: float) -> dict[str, float | str]:
    """Return seconds of CPU time and peak megabytes of one contestant, or why there are none."""
    command = [sys.executable, "-m", "benchmarks.speed.lengths", name, str(sentences)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=limit, cwd=ROOT, check=False
        )
    except subprocess.TimeoutExpired:
        return {"failed": f"over {limit:.0f} s"}
    if done.returncode:
        return {"failed": (done.stderr.strip().splitlines() or ["killed"])[-1]}
    result: dict[str, float | str] = json.loads(done.stdout.splitlines()[-1])
    return result


def measure_lengths(
    names: list[str], sizes: tuple[int, ...], *, limit: float
) -> dict[str, dict[str, dict[str, float | str]]]:
    """Measure all; a contestant that failed at one size is not asked for longer ones."""
    results: dict[str, dict[str, dict[str, float | str]]] = {}
    for name in names:
        rows = results[name] = {}
        for size in sizes:
            rows[str(size)] = measure_length(name, size, limit=limit)
            print(f"  {name:24} {size:7} {rows[str(size)]}", flush=True)
            if "failed" in rows[str(size)]:
                break
    return results


def growth_exponent(rows: dict[str, dict[str, float | str]]) -> float | None:
    """Return the slope of log time over log sentences from 5,000 sentences on."""
    points = [
        (math.log(int(size)), math.log(float(row["seconds"])))
        for size, row in rows.items()
        if int(size) >= _FIT_FROM and "seconds" in row
    ]
    if len(points) < 2:
        return None
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread


def _measure_here(name: str, sentences: int) -> dict[str, float]:
    from benchmarks.speed.contestants import ours, peers

    run = (ours() | peers())[name]()
    text = generate(sentences, seed=0)
    run([generate(20, seed=1)])
    start = time.process_time()
    run([text])
    seconds = time.process_time() - start
    return {"seconds": seconds, "megabytes": _peak_megabytes(), "characters": len(text)}


def _peak_megabytes() -> float:
    """Return this process's peak memory.

    On Linux ``ru_maxrss`` counts the parent's memory before ``exec`` too; VmHWM does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s*(\d+) kB", status.read_text())
        if found:
            return int(found[1]) * 1024 / 1e6
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


if __name__ == "__main__":
    print(json.dumps(_measure_here(sys.argv[1], int(sys.argv[2]))))
