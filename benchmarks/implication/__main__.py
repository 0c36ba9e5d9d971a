"""Measure implications: ``python -m benchmarks.implication --data DIR --shipped``.

``--shipped`` (the default) measures what ships, training nothing, on every file of
``DIR/implication/`` and ``DIR/archive/`` whose rows it recognises by their fields.
``--cross-validate`` trains and measures on folds of the same files. Baselines run along. Prints a
table, or JSON with ``--json``; ``--out`` names a file for the archives' bullets as JSON Lines;
``--gate`` holds the figures against ``floors.json``. Exit codes: 0 done, 1 a figure is below its
floor, 2 wrong usage, 3 no data to measure on, 4 the gate's floors were set on other data.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import sys
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.gating import NO_DATA
from benchmarks.implication import bullets, causes, discourse
from benchmarks.implication.data import Dataset, find_data, of_kind, read_folder
from benchmarks.implication.events import evaluate_events
from benchmarks.implication.gate import report
from summarize.implications.association import shipped_model as association_model
from summarize.implications.bank import Bank

Figures = dict[str, Any]


def describe_run(datasets: Sequence[Dataset], mode: str) -> Figures:
    """Say what was measured on what: mode, machine, versions, corpus hash."""
    digest = hashlib.sha256("".join(sorted(d.sha256 for d in datasets)).encode()).hexdigest()
    return {
        "mode": mode,
        "corpus": digest,
        "python": platform.python_version(),
        "numpy": np.__version__,
        "machine": platform.machine(),
        "files": {d.name: describe_file(d) for d in datasets},
    }


def describe_file(dataset: Dataset) -> Figures:
    """Say what was read of one file, and whether the shipped models were trained on it."""
    return {
        "kind": dataset.kind,
        "rows": len(dataset.rows),
        "unread": dataset.unread,
        "trained_on": dataset.kind != "archive" and dataset.sha256 in training_hashes(),
    }


@cache
def training_hashes() -> frozenset[str]:
    """Return the hashes of the files that the shipped models were trained on."""
    folder = files("summarize") / "data"
    records = (
        json.loads((folder / name).read_text(encoding="utf-8"))
        for name in ("stated_model.json", "association_model.json")
    )
    return frozenset(digest for record in records for digest in record["sha256"].values())


def measure_dataset(dataset: Dataset, *, out: Path | None = None) -> Figures:
    """Measure the shipped models and the baselines on one file."""
    rows = dataset.rows
    if dataset.kind == "discourse":
        return discourse.evaluate_shipped(rows)
    if dataset.kind == "spans":
        figures = {"model": causes.evaluate_pairs(association_model(), rows)}
        return {**figures, **causes.evaluate_baselines(rows, ())}
    if dataset.kind in ("ecare", "copa"):
        figures = {"model": causes.evaluate_choices(association_model(), rows)}
        return {**figures, **causes.evaluate_baselines((), rows)}
    if dataset.kind == "events":
        return {"model": evaluate_events(list(rows))}
    figures = bullets.evaluate_archive(rows, name=dataset.name, out=out)
    return {"model": {**figures, "speed": bullets.measure_speed(rows)}}


def measure_shipped(datasets: Sequence[Dataset], *, out: Path | None = None) -> Figures:
    """Measure every file, by name."""
    measured: Figures = {}
    for dataset in datasets:
        if dataset.rows:
            name = (
                dataset.name if dataset.name not in measured else f"{dataset.name} {dataset.kind}"
            )
            measured[name] = measure_dataset(dataset, out=out)
    measured["bank"] = {"model": causes.evaluate_consequents(Bank.default())}
    return {"run": describe_run(datasets, "shipped"), **measured}


def measure_folds(datasets: Sequence[Dataset]) -> Figures:
    """Cross-validate the trained models; each needs its kinds of data."""
    from benchmarks.implication.term_vectors import load_vectors

    figures: Figures = {"run": describe_run(datasets, "folds")}
    articles = of_kind(datasets, "discourse")
    if articles:
        model = discourse.cross_validate(articles)
        figures["discourse"] = {"model": model, **discourse.evaluate_baselines(articles)}
    pairs, choices = of_kind(datasets, "spans"), of_kind(datasets, "ecare")
    if pairs and choices:
        model = causes.cross_validate(pairs, choices, load_vectors())
        figures["causes"] = {"model": model, **causes.evaluate_baselines(pairs, choices)}
    return figures


def format_table(figures: Figures) -> str:
    """Return the figures as lines of "set method name value"."""
    run = figures["run"]
    versions = f"Python {run['python']}, numpy {run['numpy']}"
    lines = [f"mode {run['mode']}, corpus {run['corpus'][:12]}, {versions}"]
    for name, file in run["files"].items():
        seen = ", the shipped models were trained on it" if file["trained_on"] else ""
        lines.append(
            f"  {name}: {file['rows']} rows ({file['kind']}), {file['unread']} unread{seen}"
        )
    for name, methods in figures.items():
        if name != "run":
            for method, values in methods.items():
                lines += [f"{name:22} {method:10} {line}" for line in _flat(values)]
    return "\n".join(lines)


def _flat(values: Figures, prefix: str = "") -> list[str]:
    lines = []
    for key, value in values.items():
        if isinstance(value, dict):
            lines += _flat(value, f"{prefix}{key} ")
        else:
            lines.append(
                f"{prefix}{key:32} {value:.4f}"
                if isinstance(value, float)
                else f"{prefix}{key:32} {value}"
            )
    return lines


def main(arguments: list[str] | None = None) -> int:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.implication", description=__doc__)
    parser.add_argument("--data", help="data folder; default SUMMARIZE_DATA or ../shared/data")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--shipped", action="store_true", help="measure what ships (default)")
    mode.add_argument("--cross-validate", action="store_true", help="train and measure on folds")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--out", type=Path, help="file for the archives' bullets, JSON Lines")
    parser.add_argument("--gate", action="store_true", help="compare with floors.json")
    options = parser.parse_args(arguments)
    folder = find_data(options.data)
    datasets = [
        dataset
        for name in ("implication", "archive")
        for dataset in (read_folder(folder / name) if folder else [])
    ]
    if not datasets:
        print(f"no data to measure on in {options.data or 'the data folder'}", file=sys.stderr)
        return NO_DATA
    if options.out:
        options.out.write_text("", encoding="utf-8")
    folds = options.cross_validate
    figures = measure_folds(datasets) if folds else measure_shipped(datasets, out=options.out)
    print(json.dumps(figures, indent=2) if options.json else format_table(figures))
    return report(figures, stream=sys.stderr) if options.gate else 0


if __name__ == "__main__":
    sys.exit(main())
