"""The figures as a table, JSON and a plot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.speed.gates import Gate
from benchmarks.speed.lengths import growth_exponent


def print_news(corpus: str, news: dict[str, Any]) -> None:
    """Print documents a second, and times of the floor and of our LexRank."""
    seconds = news["seconds_per_document"]
    floor, lexrank = seconds["floor"], seconds.get("ours lexrank", float("nan"))
    print(f"\n{corpus}: CPU time, one core, median of {news['rounds']} rounds "
          f"of {news['per_round']} documents")  # fmt: skip
    print(f"  {'':24} {'docs/s':>9} {'us/doc':>9} {'x floor':>8} {'x ours lexrank':>15}")
    for name, value in sorted(seconds.items(), key=lambda item: item[1]):
        print(f"  {name:24} {1 / value:9,.0f} {value * 1e6:9,.0f} {value / floor:8.2f} "
              f"{value / lexrank:15.1f}")  # fmt: skip
    for name, reason in news["missing"].items():
        print(f"  {name:24} missing ({reason[:70]})")


def print_lengths(lengths: dict[str, Any]) -> None:
    """Print seconds and megabytes by number of sentences, with the growth exponent."""
    print("\nOne long document: seconds of CPU time / peak MB of the process")
    sizes = sorted({int(size) for rows in lengths.values() for size in rows})
    print(f"  {'':24}" + "".join(f"{size:>16,}" for size in sizes) + f"{'exponent':>10}")
    for name, rows in lengths.items():
        cells = "".join(f"{_cell(rows.get(str(size))):>16}" for size in sizes)
        exponent = growth_exponent(rows)
        print(f"  {name:24}{cells}" + (f"{exponent:10.2f}" if exponent is not None else ""))


def _cell(row: dict[str, Any] | None) -> str:
    if row is None:
        return "-"
    if "failed" in row:
        return row["failed"][:15]
    return f"{row['seconds']:.2f} / {row['megabytes']:.0f}"


def print_stages(stages: dict[str, float]) -> None:
    """Print the stage breakdown."""
    print("\nStages: us of CPU time a document, warm, in batches")
    whole = stages["whole"]
    for stage, value in stages.items():
        print(f"  {stage:24} {value:8.1f} {100 * value / whole:6.1f}%")


def print_gates(gates: list[Gate]) -> None:
    """Print what must hold, and whether it does."""
    print("\nMust hold")
    for what, value, sign, bound, holds in gates:
        print(f"  {'ok  ' if holds else 'FAIL'} {what:48} {value:9.2f} {sign} {bound:g}")


def write(results: dict[str, Any], folder: Path) -> None:
    """Write ``speed.json``, and ``speed.png`` if matplotlib is installed."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(results, indent=2, sort_keys=True) + "\n"
    (folder / "speed.json").write_text(text, encoding="utf-8")
    try:
        import matplotlib
    except ImportError:
        print("no plot: matplotlib is not installed")
        return
    matplotlib.use("Agg")
    _plot(results, folder / "speed.png")


def _plot(results: dict[str, Any], path: Path) -> None:
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(14, 7))
    corpus, news = next(iter(results["news"].items()))
    rows = sorted(news["seconds_per_document"].items(), key=lambda item: -item[1])
    colours = ["tab:blue" if name.startswith("ours") else
               "black" if name == "floor" else "silver" for name, _ in rows]  # fmt: skip
    left.barh([name for name, _ in rows], [1 / value for _, value in rows], color=colours)
    left.set(xscale="log", xlabel="documents a second, one core", title=f"News ({corpus})")
    left.grid(axis="x", alpha=0.3)
    for name, sizes in results.get("lengths", {}).items():
        points = [(int(s), row["seconds"]) for s, row in sizes.items() if "seconds" in row]
        style = "o-" if name.startswith("ours") else "x--"
        right.plot(*zip(*points, strict=True), style, label=name, alpha=0.8)
    right.set(xscale="log", yscale="log", xlabel="sentences in one document",
              ylabel="seconds of CPU time", title="Length")  # fmt: skip
    right.grid(alpha=0.3)
    if results.get("lengths"):
        right.legend(fontsize="small")
    figure.tight_layout()
    figure.savefig(path, dpi=120)
