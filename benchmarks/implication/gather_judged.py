"""Gather the general news whose stated bullets were judged, from two public collections.

``python -m benchmarks.implication.gather_judged NEWS_CSV ALLSIDES_DIR`` writes
``judged/news_2017.jsonl.gz`` and ``judged/allsides_dev.jsonl.gz`` into the data folder, which
``train_quality`` reads. ``NEWS_CSV`` is ``NewsArticles.csv`` of "News Articles" (Harvard Dataverse,
doi:10.7910/DVN/GMFCTR); ``ALLSIDES_DIR`` is ``data/jsons`` of Article-Bias-Prediction (Baly et al.
2020, "We Can Detect Your Bias", github.com/ramybaly/Article-Bias-Prediction). Only articles that
``judged_stated.json`` names are kept; their text stays outside the project.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import sys
from pathlib import Path

from benchmarks.gating import NO_DATA
from benchmarks.implication.data import find_data
from benchmarks.implication.train_quality import LABELS

Article = dict[str, str]


def judged_ids(name: str) -> list[str]:
    """Return the ids of a collection's judged articles, in order."""
    rows = json.loads(LABELS.read_text("utf-8"))["bullets"]
    articles = {row["article"] for row in rows if row["article"].startswith(f"{name}:")}
    return sorted(article.partition(":")[2] for article in articles)


def read_news(path: Path, ids: list[str]) -> list[Article]:
    """Return articles of the table, by their number."""
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        rows = {row["article_id"]: row for row in csv.DictReader(lines)}
    return [
        {"id": i, "title": rows[i]["title"].strip(), "document": rows[i]["text"].strip()}
        for i in ids
    ]


def read_allsides(folder: Path, ids: list[str]) -> list[Article]:
    """Return articles of the folder, paragraphs set apart by one empty line."""
    found = []
    for i in ids:
        row = json.loads((folder / f"{i}.json").read_text("utf-8"))
        text = re.sub(r"[ \t]*\n\s*\n?", "\n\n", row["content_original"].strip())
        found.append({"id": i, "title": row["title"].strip(), "document": text})
    return found


def write(articles: list[Article], path: Path) -> None:
    """Write articles as JSON Lines, the same bytes every time."""
    lines = "\n".join(json.dumps(article) for article in articles)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(gzip.compress(lines.encode("utf-8"), mtime=0))
    print(f"{len(articles)} articles to {path.name}")


def main() -> int:
    """Gather both collections."""
    data = find_data(None)
    if data is None or len(sys.argv) != 3:
        print(__doc__)
        return NO_DATA
    news, allsides = map(Path, sys.argv[1:])
    write(read_news(news, judged_ids("news_2017")), data / "judged" / "news_2017.jsonl.gz")
    write(
        read_allsides(allsides, judged_ids("allsides_dev")),
        data / "judged" / "allsides_dev.jsonl.gz",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
