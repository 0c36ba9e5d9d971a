"""Count the English background frequencies: ``python -m benchmarks.quality.background``.

Writes ``summarize/data/background_en.npz`` from the news archive, and where it comes
from to ``background_en.json`` beside it.
"""

from __future__ import annotations

import json

from benchmarks.quality.data import ARCHIVE, ROOT, hash_files, read_rows
from summarize.scoring import Background

TARGET = ROOT / "summarize" / "data" / "background_en.npz"
#: Rarer stems weigh almost as much as unseen ones; leaving them out saves two thirds.
SMALLEST_COUNT = 3
DATE = "2026-11-23"


def main() -> None:
    parts = [Background.fit(row["document"] for row in read_rows(name)) for name in ARCHIVE]
    background = Background.empty()
    for part in parts:
        background = background.merge(part)
    kept = background.trim(SMALLEST_COUNT)
    kept.save(TARGET)
    record = {
        "source": "BBC News 2004-2005 and English Wikinews 2019-2020",
        "files": list(ARCHIVE),
        "sha256": hash_files(ARCHIVE),
        "documents": kept.documents,
        "stems": len(kept.frequencies),
        "smallest_count": SMALLEST_COUNT,
        "date": DATE,
        "made_by": "python -m benchmarks.quality.background",
    }
    TARGET.with_suffix(".json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(record, indent=2), f"{TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
