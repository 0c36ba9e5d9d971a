"""A labelling sheet: ``python -m benchmarks.implication.sheet draw`` or ``... table``.

``draw`` takes a seeded sample of archive articles with their bullets to ``sheet.json``: ids and
bullets, no article text, four empty judgements each (event right? consequence sensible? every
stated fact in the article? reads well?). A person fills them with true or false, reading the
article by its id. ``table`` prints the shares judged true. A sheet that holds judgements is never
overwritten.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Any

from benchmarks.gating import NO_DATA
from benchmarks.implication.bullets import read_document
from benchmarks.implication.data import find_data, read_folder
from summarize.implications import imply

SHEET = Path(__file__).with_name("sheet.json")
QUESTIONS = ("event", "sensible", "facts", "reads")
ARTICLES = 60

Sheet = dict[str, Any]


def draw(folder: Path, *, seed: int, articles: int = ARTICLES, seen: Container[str] = ()) -> Sheet:
    """Return a sheet of ``articles`` articles, shared out equally among the archives.

    Articles in ``seen`` ("archive:id"), say those used while writing rules, are left out.
    """
    archives = [d for d in read_folder(folder / "archive") if d.kind == "archive"]
    rng = random.Random(seed)
    rows = []
    for archive in archives:
        ids = [str(row.get("id", i)) for i, row in enumerate(archive.rows)]
        fresh = [i for i, name in enumerate(ids) if f"{archive.name}:{name}" not in seen]
        chosen = rng.sample(fresh, min(articles // len(archives), len(fresh)))
        for i in sorted(chosen):
            row = archive.rows[i]
            found = imply(read_document(row))
            rows.append(
                {
                    "archive": archive.name,
                    "id": row.get("id", i),
                    "bullets": [_blank(b) for b in found],
                }
            )
    return {"seed": seed, "articles": rows, "sha256": {a.name: a.sha256 for a in archives}}


def _blank(bullet: Any) -> dict[str, Any]:
    return {
        "text": bullet.text,
        "kind": bullet.kind,
        "rule": bullet.rule,
        **dict.fromkeys(QUESTIONS),
    }


def judged(sheet: Sheet, kind: str | None = None) -> list[dict[str, Any]]:
    """Return the bullets that carry all judgements, of one kind if given."""
    found = [b for article in sheet["articles"] for b in article["bullets"]]
    return [
        b
        for b in found
        if kind in (None, b["kind"]) and all(isinstance(b.get(q), bool) for q in QUESTIONS)
    ]


def tabulate(sheet: Sheet) -> str:
    """Return coverage and, by kind of bullet, the shares judged true."""
    counts = [len(article["bullets"]) for article in sheet["articles"]]
    lines = [
        f"{len(counts)} articles, {sum(counts)} bullets, one or more "
        f"{sum(c >= 1 for c in counts) / len(counts):.2f}, three or more "
        f"{sum(c >= 3 for c in counts) / len(counts):.2f}",
        "| bullets | judged | right event | sensible | both | facts in the article | reads well |",
        "|---|---|---|---|---|---|---|",
    ]
    kinds = sorted({b["kind"] for a in sheet["articles"] for b in a["bullets"]})
    return "\n".join([*lines, *(_row(judged(sheet, k), k or "all") for k in (*kinds, None))])


def _row(found: Sequence[dict[str, Any]], name: str) -> str:
    if not found:
        return f"| {name} | 0 | | | | | |"
    tests = [lambda b, q=q: b[q] for q in ("event", "sensible")]
    tests.append(lambda b: b["event"] and b["sensible"])
    tests += [lambda b, q=q: b[q] for q in ("facts", "reads")]
    shares = [f"{sum(map(test, found)) / len(found):.2f}" for test in tests]
    return f"| {name} | {len(found)} | " + " | ".join(shares) + " |"


def main(arguments: list[str] | None = None) -> int:
    """Draw a sheet or print the table of a judged one."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.implication.sheet", description=__doc__
    )
    parser.add_argument("action", choices=("draw", "table"), nargs="?", default="draw")
    parser.add_argument("--data", help="data folder; default SUMMARIZE_DATA or ../shared/data")
    parser.add_argument("--seed", type=int, default=60)
    parser.add_argument("--seen", type=Path, help='articles to leave out, one "archive:id" a line')
    parser.add_argument("--file", type=Path, default=SHEET)
    options = parser.parse_args(arguments)
    if options.action == "table":
        print(tabulate(json.loads(options.file.read_text(encoding="utf-8"))))
        return 0
    folder = find_data(options.data)
    if folder is None or not read_folder(folder / "archive"):
        print("no archive to draw from (give --data or set SUMMARIZE_DATA)", file=sys.stderr)
        return NO_DATA
    if options.file.exists() and judged(json.loads(options.file.read_text(encoding="utf-8"))):
        print(f"{options.file} holds judgements; choose another --file", file=sys.stderr)
        return 1
    seen = options.seen.read_text(encoding="utf-8").split() if options.seen else ()
    sheet = draw(folder, seed=options.seed, seen=frozenset(seen))
    options.file.write_text(
        json.dumps(sheet, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print(tabulate(sheet))
    return 0


if __name__ == "__main__":
    sys.exit(main())
