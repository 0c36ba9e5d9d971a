"""Read the implication sets of a data folder, recognised by their fields, whatever their names.

| kind | fields of a row |
|---|---|
| discourse | ``sents``: list of ``text`` and ``role`` |
| spans | ``text``, ``causal_text_w_pairs`` with ARG0 (cause) and ARG1 (effect) tags |
| ecare | ``premise``, ``hypothesis1``, ``hypothesis2``, ``label``, ``ask-for`` |
| copa | ``premise``, ``alts`` (or ``choice1``, ``choice2``), ``label``, ``asks`` |
| events | ``text``, ``event`` (a PLOVER class) |
| archive | ``document``, and ``title`` if there is one |

A line that isn't JSON or lacks the fields is counted, not hidden.
"""

from __future__ import annotations

import ast
import gzip
import hashlib
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

Row = dict[str, Any]


@attrs.frozen
class Article:
    """An article by sentence with the discourse role of each."""

    sentences: tuple[str, ...]
    roles: tuple[str, ...]

    @property
    def labels(self) -> tuple[int, ...]:
        """1 where the role is an expectation or a consequence."""
        return tuple(int("expect" in r or "consequence" in r) for r in map(str.lower, self.roles))


@attrs.frozen
class Pair:
    """A cause and its effect, and the document they come from."""

    cause: str
    effect: str
    group: str


@attrs.frozen
class Choice:
    """A premise, two candidates, which is right (0 or 1), and whether a cause is asked for."""

    premise: str
    candidates: tuple[str, str]
    label: int
    asks_cause: bool


@attrs.frozen
class Dataset:
    """One file: its name, kind, rows as values of the kind, unread lines, SHA-256."""

    name: str
    kind: str
    rows: tuple[Any, ...]
    unread: int
    sha256: str


def find_data(given: str | None = None) -> Path | None:
    """Return the data folder given, else SUMMARIZE_DATA, else ../shared/data, or None."""
    root = Path(__file__).resolve().parents[2]
    folder = Path(given or os.environ.get("SUMMARIZE_DATA") or root.parent / "shared" / "data")
    return folder if folder.is_dir() else None


def read_named(folder: Path | None, sets: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files of some sets as they lie there; none if one is missing.

    ``sets`` gives the folder of each set by its name. Says on standard error what is needed.
    """
    paths = {n: folder / kind / f"{n}.jsonl.gz" for n, kind in sets.items()} if folder else {}
    if not paths or not all(path.is_file() for path in paths.values()):
        print(f"needs {', '.join(sets)} (set SUMMARIZE_DATA)", file=sys.stderr)
        return {}
    return {name: path.read_bytes() for name, path in paths.items()}


def read_folder(folder: Path) -> list[Dataset]:
    """Read every file of ``folder`` that holds a known kind of rows, in order of name."""
    if not folder.is_dir():
        return []
    read = (read_file(path) for path in sorted(folder.iterdir()) if path.is_file())
    return [dataset for dataset in read if dataset is not None]


def of_kind(datasets: Sequence[Dataset], kind: str) -> list[Any]:
    """Return the rows of all sets of one kind."""
    return [row for dataset in datasets if dataset.kind == kind for row in dataset.rows]


def read_file(path: Path) -> Dataset | None:
    """Read one JSON Lines file, gzip or plain; None if it holds no known kind of rows."""
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    try:
        text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError):
        return None
    rows, unread = [], 0
    for line in text.split("\n"):
        try:
            row = json.loads(line) if line.strip() else None
        except ValueError:
            unread += 1
            continue
        if isinstance(row, dict):
            rows.append(row)
    kinds = Counter(kind for row in rows if (kind := row_kind(row)))
    if not kinds:
        return None
    kind = kinds.most_common(1)[0][0]
    values = [value for row in rows for value in PARSERS[kind](row)]
    unread += sum(row_kind(row) != kind for row in rows)
    return Dataset(path.name.split(".")[0], kind, tuple(values), unread, digest)


def row_kind(row: Row) -> str | None:
    """Recognise a row by its fields."""
    sents = row.get("sents")
    if isinstance(sents, list) and sents and isinstance(sents[0], dict) and "role" in sents[0]:
        return "discourse"
    if "causal_text_w_pairs" in row:
        return "spans"
    if "premise" in row and _candidates(row) and str(row.get("label")) in {"0", "1"}:
        return "ecare" if "hypothesis1" in row else "copa"
    if isinstance(row.get("event"), str) and isinstance(row.get("text"), str):
        return "events"
    return "archive" if isinstance(row.get("document"), str) else None


def _candidates(row: Row) -> tuple[str, str] | None:
    """Return the two candidates under any of the names they go by."""
    pair = row.get("alts") or [
        row.get("hypothesis1") or row.get("choice1"),
        row.get("hypothesis2") or row.get("choice2"),
    ]
    if len(pair) != 2 or not all(isinstance(text, str) for text in pair):
        return None
    return pair[0], pair[1]


def _article(row: Row) -> Iterator[Article]:
    pairs = [(str(s["text"]), str(s["role"])) for s in row["sents"] if s.get("text")]
    if pairs:
        yield Article(*zip(*pairs, strict=True))


def _choice(row: Row) -> Iterator[Choice]:
    asked = row.get("ask-for") or row.get("asks") or row.get("question") or "effect"
    pair = _candidates(row)
    if pair:
        yield Choice(str(row["premise"]), pair, int(row["label"]), str(asked).lower() == "cause")


_ARGUMENT = re.compile(r"<ARG(\d)>(.*?)</ARG\1>", re.DOTALL)
_TAG = re.compile(r"</?[A-Z]{3}\d>")


def _pairs(row: Row) -> Iterator[Pair]:
    tagged = row["causal_text_w_pairs"]
    if isinstance(tagged, str):
        try:
            tagged = ast.literal_eval(tagged)
        except (ValueError, SyntaxError):
            tagged = []
    group = str(row.get("doc_id") or row.get("index") or row.get("text"))
    for text in tagged:
        parts = {number: _TAG.sub(" ", part).strip() for number, part in _ARGUMENT.findall(text)}
        if parts.get("0") and parts.get("1"):
            yield Pair(parts["0"], parts["1"], group)


def _whole(row: Row) -> Iterator[Row]:
    yield row


PARSERS = {
    "discourse": _article,
    "spans": _pairs,
    "ecare": _choice,
    "copa": _choice,
    "events": _whole,
    "archive": _whole,
}
