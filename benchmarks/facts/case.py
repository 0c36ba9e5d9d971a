"""Count which words news writes in lower case; writes ``summarize/data/facts_case.json``.

Run ``python -m benchmarks.facts.case --data DIR``. A word is kept when, away from the
start of a sentence, it stands in lower case at least ``MINIMUM`` times and at least
``SHARE`` of the time.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import re
from collections import Counter
from pathlib import Path

FILES = (
    "archive/bbc_2004.jsonl.gz",
    "archive/wikinews_en.jsonl.gz",
    "summarisation/cnndm_validation_1000.jsonl.gz",
)
MINIMUM = 6  # below this the share is noise; the list then still covers 96% of running words
SHARE = 0.5  # words that are names more often than not ("Bush", "Rice") fall out
ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "summarize" / "data" / "facts_case.json"
_WORD = re.compile(r"(?<![.!?:\"“‘'(\n] )(?<![\n\"“‘'(])\b[^\W\d_]{2,}\b")


def count_cases(texts: list[str]) -> tuple[Counter[str], Counter[str]]:
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for text in texts:
        for word in _WORD.findall(text):
            (lower if word.islower() else upper)[word.lower()] += 1
    return lower, upper


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    data = parser.parse_args().data or Path(
        os.environ.get("SUMMARIZE_DATA", ROOT.parent / "shared" / "data")
    )
    digest, texts = hashlib.sha256(), []
    for name in FILES:
        raw = (data / name).read_bytes()
        digest.update(raw)
        for line in gzip.decompress(raw).decode("utf-8").splitlines():
            texts.append(json.loads(line)["document"])
    lower, upper = count_cases(texts)
    words = sorted(
        word for word, n in lower.items() if n >= MINIMUM and n >= SHARE * (n + upper[word])
    )
    value = {
        "what": "words that news usually writes in lower case",
        "source": "BBC 2004-2005, Wikinews 2019-2020 (CC BY), CNN/DailyMail validation sample",
        "date": "2026-11-23",
        "corpus_sha256": digest.hexdigest(),
        "script": "python -m benchmarks.facts.case",
        "words": " ".join(words),
    }
    TARGET.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")
    print(len(words), "words")


if __name__ == "__main__":
    main()
