"""Read the sets that quality is measured on: gzip JSON Lines with documents and references."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SUMMARIZE_DATA", ROOT.parent / "shared" / "data"))
CNN = "summarisation/cnndm_validation_1000.jsonl.gz"
ARCHIVE = ("archive/bbc_2004.jsonl.gz", "archive/wikinews_en.jsonl.gz")


def read_rows(name: str) -> list[dict]:
    with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def hash_files(names: Sequence[str]) -> str:
    """Return the sha256 of the files' bytes, one after the other."""
    digest = hashlib.sha256()
    for name in names:
        digest.update((DATA / name).read_bytes())
    return digest.hexdigest()
