"""Read labelled support and evidence sets, whatever their small differences.

A row with ``claim``, ``label`` and ``doc`` (a text) or ``sents`` (a list of
texts) is a support row; a row with ``claim``, ``sents`` and ``gold`` (indices)
or ``gold_sets`` (lists of indices) is an evidence row; a row may be both. Rows
with ``scores`` hold a ``consistency`` mark instead of a label: the top mark, 5,
counts as supported. Nothing is skipped in silence: what can't be read is counted.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

import attrs
import numpy as np

from summarize.document import Document
from summarize.text.segmentation import Boundaries

POSITIVE = frozenset(
    "1 true yes y supported support supports entailment entailed entails faithful consistent "
    "attributable correct factual full fully_supported".split()
)
NEGATIVE_START = (
    "0 -1 2 3 4 false no not un in non partial contra refut neutral hallu nei wrong extrinsic"
).split()


@attrs.frozen
class SupportRow:
    """A statement, its article, and whether the article supports it.

    ``spans`` are unsupported parts of the statement as annotators marked them;
    ``votes`` of them must agree for a word to count.
    """

    statement: str
    article: str | Document
    label: int
    group: str
    spans: tuple[tuple[int, int], ...] = ()
    votes: int = 1


@attrs.frozen
class EvidenceRow:
    """A statement, the article cut into sentences, and the sentences that support it."""

    statement: str
    article: Document
    gold: frozenset[int]
    group: str


@attrs.frozen
class LabelledSet:
    """All that could be read from one file."""

    name: str
    support: tuple[SupportRow, ...]
    evidence: tuple[EvidenceRow, ...]
    unread: int


def find_data(given: str | None = None) -> Path | None:
    """Return the data folder given, else SUMMARIZE_DATA, else ../shared/data, or None."""
    root = Path(__file__).resolve().parents[2]
    folder = Path(given or os.environ.get("SUMMARIZE_DATA") or root.parent / "shared" / "data")
    return folder if folder.is_dir() else None


def read_lines(path: Path) -> Iterator[dict[str, object]]:
    """Yield the objects of a JSON Lines file, gzip or plain; lines that aren't objects as {}."""
    with path.open("rb") as probe:
        packed = probe.read(2) == b"\x1f\x8b"
    opener = gzip.open if packed else open
    with opener(path, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line.strip():
                try:
                    row = json.loads(line)
                except json.JSONDecodeError:
                    row = {}
                yield row if isinstance(row, dict) else {}


def find_files(folder: Path) -> list[Path]:
    """Return the JSON Lines files of a folder, in order of name."""
    return sorted(
        path for path in folder.iterdir() if path.name.endswith((".jsonl", ".jsonl.gz", ".json.gz"))
    )


def hash_files(paths: list[Path]) -> str:
    """Return the SHA-256 of the files' bytes, in the order given."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def parse_label(row: dict[str, object]) -> int | None:
    """Return 1 (supported), 0, or None when the row has no label that can be read."""
    scores = row.get("scores")
    value = row.get("label")
    if value is None and isinstance(scores, dict) and "consistency" in scores:
        return int(float(scores["consistency"]) >= 5)
    if isinstance(value, bool | int | float):
        return int(float(value) == 1 or 0.5 <= float(value) < 1)
    if not isinstance(value, str):
        return None
    word = value.strip().lower().replace(" ", "_").removesuffix(".0")
    if word in POSITIVE:
        return 1
    return 0 if word.startswith(tuple(NEGATIVE_START)) else None


def join_sentences(sentences: list[str]) -> Document:
    """Make a document whose sentence i is ``sentences[i]``, stripped, one a line.

    A blank sentence keeps its index as a dash, so that gold indices stay true.
    """
    lines = [" ".join(s.split()) or "-" for s in sentences]
    ends = np.cumsum([len(line) + 1 for line in lines]) - 1
    starts = ends - [len(line) for line in lines]
    bounds = Boundaries(starts, ends, np.arange(len(lines)))
    return Document("\n".join(lines), None, "en", bounds)


def _text_of(row: dict[str, object], *names: str) -> str | None:
    for name in names:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _article(row: dict[str, object]) -> str | Document | None:
    text = _text_of(row, "doc", "document", "article")
    sentences = row.get("sents")
    if text is None and isinstance(sentences, list) and sentences:
        return join_sentences([str(s) for s in sentences])
    return text


def _gold(row: dict[str, object], sentences: int) -> frozenset[int]:
    sets = row.get("gold_sets")
    flat = row.get("gold")
    indices = [i for s in sets if isinstance(s, list) for i in s] if isinstance(sets, list) else []
    if isinstance(flat, list):
        indices += [i for item in flat for i in (item if isinstance(item, list) else [item])]
    return frozenset(i for i in indices if isinstance(i, int) and 0 <= i < sentences)


def _spans(row: dict[str, object]) -> tuple[tuple[tuple[int, int], ...], int]:
    """Marked spans, and how many make a majority of the annotators."""
    marked = row.get("spans")
    spans = [s for s in marked if isinstance(s, dict)] if isinstance(marked, list) else []
    spans = [s for s in spans if isinstance(s.get("start"), int) and isinstance(s.get("end"), int)]
    workers = len({s["worker"] for s in spans if "worker" in s})
    total = row.get("n_workers")
    total = total if isinstance(total, int) else max(1, workers)
    return tuple((s["start"], s["end"]) for s in spans), total // 2 + 1


def read_set(path: Path) -> LabelledSet:
    """Read one file; see the module's text for what a row must have."""
    support = []
    evidence = []
    unread = 0
    for row in read_lines(path):
        statement = _text_of(row, "claim", "statement")
        article = _article(row)
        label = parse_label(row)
        if statement is None or article is None:
            unread += 1
            continue
        text = article if isinstance(article, str) else article.text
        group = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
        if label is not None:
            support.append(SupportRow(statement, article, label, group, *_spans(row)))
        elif "gold" not in row and "gold_sets" not in row:
            unread += 1
        if isinstance(article, Document):
            gold = _gold(row, len(article.sentences))
            if gold:
                evidence.append(EvidenceRow(statement, article, gold, group))
    name = path.name.split(".json")[0]
    return LabelledSet(name, tuple(support), tuple(evidence), unread)


def read_sets(folder: Path) -> list[LabelledSet]:
    """Read every file of a ``support`` folder that holds rows of a known form."""
    sets = [read_set(path) for path in find_files(folder)]
    return [s for s in sets if s.support or s.evidence]
