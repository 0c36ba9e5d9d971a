"""How alike are a highlight and its own story, and a highlight and another story?

Run ``python -m benchmarks.evaluation.covered``. It prints, for each threshold, the share of
CNN highlights whose best match reaches it in their own article and in the next one. The
constant ``summarize.evaluation.compare.COVERED`` was read off this table.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from pathlib import Path

import numpy as np

from summarize.evaluation import compare

ROOT = Path(__file__).parents[2]
FILE = "summarisation/cnndm_validation_1000.jsonl.gz"
ARTICLES = 300
THRESHOLDS = (0.10, 0.15, 0.20, 0.25, 0.30)


def scores(highlights: str, article: str) -> list[float]:
    bullets = [line for line in highlights.splitlines() if line.strip()]
    return [match.score for match in compare(article, bullets, metrics=()).reference]


def main() -> None:
    folder = Path(os.environ.get("SUMMARIZE_DATA", ROOT.parent / "shared" / "data"))
    data = (folder / FILE).read_bytes()
    rows = [json.loads(line) for line in gzip.decompress(data).splitlines()[:ARTICLES]]
    following = [*rows[1:], rows[0]]
    own = np.concatenate([scores(r["summary"], r["document"]) for r in rows])
    other = np.concatenate(
        [scores(r["summary"], f["document"]) for r, f in zip(rows, following, strict=True)]
    )
    print(f"{FILE} sha256 {hashlib.sha256(data).hexdigest()[:12]}, {ARTICLES} articles")
    print("threshold  own story  other story")
    for t in THRESHOLDS:
        print(f"{t:9.2f}  {(own >= t).mean():9.3f}  {(other >= t).mean():11.3f}")


if __name__ == "__main__":
    main()
