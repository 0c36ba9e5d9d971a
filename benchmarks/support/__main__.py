"""Measure the support check: ``python -m benchmarks.support --data DIR --shipped``.

``--shipped`` measures the shipped model, training nothing, on every file of
``DIR/support/`` whose rows it can read. ``--leave-one-out`` trains a model for
each labelled set on all the others and measures it there. The perturbation
suite and the speed run when ``DIR/archive/`` is there. Prints a table, or JSON
with ``--json``; ``--out`` keeps both and the plots. Exit codes: 0 done, 1 the
gate failed, 2 wrong usage, 3 no data to measure on.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from pathlib import Path
from typing import Any

from benchmarks.gating import NO_DATA
from benchmarks.support import evaluate, gate
from benchmarks.support.datasets import LabelledSet, find_data, read_sets
from benchmarks.support.report import describe_run, draw_plots, format_table, has_archive, to_json
from benchmarks.support.speed import measure_speed
from summarize.support import Checker


def measure_shipped(data: Path, sets: list[LabelledSet], *, fast: bool = False) -> dict[str, Any]:
    """Measure the shipped model on all sets and, unless ``fast``, on the perturbations."""
    checker = Checker.default()
    figures = {"run": describe_run(data, "shipped")}
    if not fast and has_archive(data):
        # First: the other measures fill the caches with the words of a thousand other articles.
        figures["speed"] = measure_speed(checker, data)
        figures["perturbations"] = evaluate.evaluate_perturbations(checker, data)
    return figures | evaluate.evaluate_sets(checker, sets)


def measure_left_out(data: Path, sets: list[LabelledSet]) -> dict[str, Any]:
    """Measure, on each labelled set, a model that was trained on the other sets only.

    The evidence ranking is measured by folds of documents, the other sets in training.
    """
    from benchmarks.support.train import fit, read_training_sets
    from summarize.support.model import read_model

    names, training = read_training_sets(data / "support")
    support = {}
    for held in sets:
        if not held.support:
            continue
        others = [t for t in training if t.name != held.name]
        model = read_model({**fit(names, others), "meta": {"left_out": held.name}})
        support[held.name] = evaluate.evaluate_support(Checker(model=model), held)
    return {
        "run": describe_run(data, "leave one set out"),
        "support": support,
        "evidence": rank_by_folds(sets),
        "means": evaluate.average_curves(support),
    }


def rank_by_folds(sets: list[LabelledSet]) -> dict[str, Any]:
    """Measure the learned evidence ranking on sets and documents that it was not trained on."""
    from benchmarks.support.train_ranking import read_queries, test_ranking

    queries = {s.name: read_queries(s.evidence) for s in sets if s.evidence}
    if not queries:
        return {}
    names = next(iter(queries.values()))[0]
    with contextlib.redirect_stdout(sys.stderr):
        return test_ranking(names, {name: found for name, (_, found) in queries.items()})


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.support", description=__doc__)
    parser.add_argument("--data", help="data folder; default SUMMARIZE_DATA or ../shared/data")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--shipped", action="store_true", help="the shipped model (default)")
    mode.add_argument("--leave-one-out", action="store_true", help="train on the other sets")
    parser.add_argument("--fast", action="store_true", help="without perturbations and speed")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--out", type=Path, help="folder for figures.json, table.txt and plots")
    parser.add_argument("--gate", action="store_true", help="compare with floors.json")
    options = parser.parse_args(arguments)
    data = find_data(options.data)
    if data is None or not (data / "support").is_dir() or not (sets := read_sets(data / "support")):
        print(f"no labelled sets found in {data or options.data}/support", file=sys.stderr)
        return NO_DATA
    if options.leave_one_out:
        figures = measure_left_out(data, sets)
    else:
        figures = measure_shipped(data, sets, fast=options.fast)
    print(to_json(figures) if options.json else format_table(figures))
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / "figures.json").write_text(to_json(figures) + "\n", encoding="utf-8")
        (options.out / "table.txt").write_text(format_table(figures) + "\n", encoding="utf-8")
        draw_plots(figures, options.out)
    return gate.report(figures, stream=sys.stderr) if options.gate else 0


if __name__ == "__main__":
    sys.exit(main())
