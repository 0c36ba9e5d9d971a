"""Figures as a table, as JSON, and as plots; with machine, versions and corpus hash."""

from __future__ import annotations

import json
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.support.datasets import find_files, hash_files

Figures = dict[str, Any]

_PACKAGES = ("summarize", "numpy", "scipy", "PyStemmer")


def describe_run(data: Path, mode: str) -> Figures:
    """Say where, with what and on which bytes the figures were measured."""
    versions = {}
    for name in _PACKAGES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            versions[name] = "absent"
    return {
        "mode": mode,
        "machine": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "versions": versions,
        "corpus": hash_files(find_files(data / "support")),
        "archive": hash_files(find_files(data / "archive")) if has_archive(data) else None,
    }


def has_archive(data: Path) -> bool:
    """Whether the folder has the news archive that the perturbation suite is made from."""
    return (data / "archive").is_dir() and bool(find_files(data / "archive"))


def format_table(figures: Figures) -> str:
    """All figures a person wants, in plain text."""
    parts = [
        f"{figures['run']['mode']}: {figures['run']['machine']}, corpus "
        f"{figures['run']['corpus'][:12]}"
    ]
    if figures["support"]:
        parts += [_support_table(figures), _decision_table(figures["support"])]
    if figures["evidence"]:
        parts.append(_evidence_table(figures["evidence"]))
    parts += [
        _words_line(name, found["words"])
        for name, found in figures["support"].items()
        if "words" in found
    ]
    if figures.get("perturbations"):
        parts.append(_perturbation_table(figures["perturbations"]))
    if figures.get("speed"):
        speed = figures["speed"]
        parts.append(
            f"speed, {speed['sentences']}-sentence articles, one core: "
            f"{speed['check_batch_per_second']:.0f} full checks a second, "
            f"{speed['score_batch_per_second']:.0f} scores a second; growth exponent "
            f"{speed['growth_exponent']:.2f} up to {speed['longest']:,} sentences"
        )
    if figures.get("unread"):
        parts.append(f"rows that could not be read: {figures['unread']}")
    return "\n\n".join(parts)


def _grid(head: list[str], rows: list[list[str]]) -> str:
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in [head, *rows]
    )


def _support_table(figures: Figures) -> str:
    names = list(next(iter(figures["support"].values()))["baselines"])
    rows = [
        [name, str(found["rows"]), f"{found['auc']:.3f}"]
        + [f"{found['baselines'][b]:.3f}" for b in names]
        for name, found in figures["support"].items()
    ]
    means = figures["means"]
    if means:
        rows.append(
            ["mean", "", f"{means['auc']:.3f}"] + [f"{means['baselines'][b]:.3f}" for b in names]
        )
    table = _grid(["ROC AUC", "rows", "ours", *names], rows)
    if means:
        table += f"\nlead over {means['best_baseline']}: {means['lead']:+.3f}"
    return table


def _decision_table(support: Figures) -> str:
    head = ["decisions", "flag precision", "recall", "ece", "violations", "coverage", "abstained"]
    rows = [
        [
            name,
            f"{found['missing_flag']['precision']:.2f}",
            f"{found['missing_flag']['recall']:.2f}",
            f"{found['ece']:.3f}",
            f"{found['guarantee']['violations']:.3f}",
            f"{found['guarantee']['coverage']:.3f}",
            f"{found['guarantee']['abstained']:.3f}",
        ]
        for name, found in support.items()
    ]
    note = (
        "flag: a name or number is missing; violations: precision .9, confidence .9, 200 resplits"
    )
    return _grid(head, rows) + "\n" + note


def _evidence_table(evidence: Figures) -> str:
    rows = [
        [f"{name} {ranker}", str(found["queries"]), f"{found['hit@1']:.3f}", f"{found['mrr']:.3f}"]
        for name, rankers in evidence.items()
        for ranker, found in rankers.items()
    ]
    return _grid(["evidence", "claims", "hit@1", "MRR"], rows)


def _words_line(name: str, words: Figures) -> str:
    shown = ", ".join(
        f"{who} {f['precision']:.2f}/{f['recall']:.2f}/{f['f1']:.2f}" for who, f in words.items()
    )
    return f"unsupported words of {name}, precision/recall/F1: {shown}"


def _perturbation_table(found: Figures) -> str:
    rows = [
        [
            kind,
            str(found["counts"].get(kind, 0)),
            f"{auc:.3f}",
            f"{found['present_supported'].get(kind, 0.0):.3f}",
            f"{found['nowhere_supported_by_kind'].get(kind, 0.0):.3f}",
        ]
        for kind, auc in found["present"].items()
    ]
    rows.append(["mean", str(found["cases"]), f"{found['present_mean']:.3f}", "", ""])
    head = ["perturbation", "cases", "AUC present", "SUPPORTED present", "SUPPORTED nowhere"]
    baselines = ", ".join(f"{name} {auc:.3f}" for name, auc in found["baselines"].items())
    return (
        _grid(head, rows)
        + f"\nbaselines' means: {baselines}"
        + f"\nsource removed, told elsewhere: AUC {found['retold_auc']:.3f} "
        f"({found['retold_cases']} cases)"
        + f"\nsource removed, told nowhere: {found['nowhere_supported']:.2%} SUPPORTED"
        + f"\npositives SUPPORTED, source present: verbatim "
        f"{found['present_supported'].get('verbatim', 0.0):.3f}, rewritten "
        f"{found['present_supported'].get('rewritten', 0.0):.3f}"
    )


def to_json(figures: Figures) -> str:
    """JSON without NaN (null instead), keys as made."""
    return json.dumps(_plain(figures), indent=1, allow_nan=False)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return round(value, 6) if value == value and abs(value) != float("inf") else None
    return value


def draw_plots(figures: Figures, folder: Path) -> list[Path]:
    """Write the AUC bars and the risk-coverage curves as PNG files; needs matplotlib."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    folder.mkdir(parents=True, exist_ok=True)
    made = []
    if figures["support"]:
        made.append(folder / "support_auc.png")
        _draw_bars(pyplot, figures["support"], made[-1])
        made.append(folder / "support_risk_coverage.png")
        _draw_risk(pyplot, figures["support"], made[-1])
    return made


def _draw_bars(pyplot: Any, support: Figures, path: Path) -> None:
    names = list(support)
    series = ["ours", *next(iter(support.values()))["baselines"]]
    figure, axes = pyplot.subplots(figsize=(10, 5))
    for k, label in enumerate(series):
        heights = [
            support[n]["auc"] if label == "ours" else support[n]["baselines"][label] for n in names
        ]
        axes.bar([i + k * 0.12 for i in range(len(names))], heights, 0.11, label=label)
    axes.set_xticks([i + 0.36 for i in range(len(names))], names, rotation=15)
    axes.set_ylim(0.4, 1.0)
    axes.set_ylabel("ROC AUC")
    axes.legend(ncol=4, fontsize=8)
    figure.tight_layout()
    figure.savefig(path, dpi=110)
    pyplot.close(figure)


def _draw_risk(pyplot: Any, support: Figures, path: Path) -> None:
    figure, axes = pyplot.subplots(figsize=(7, 5))
    for name, found in support.items():
        curve = found["risk_coverage"]
        axes.plot(curve["coverage"], curve["risk"], label=name)
    axes.set_xlabel("coverage: share of statements accepted")
    axes.set_ylabel("risk: share of the accepted that is unsupported")
    axes.legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(path, dpi=110)
    pyplot.close(figure)
