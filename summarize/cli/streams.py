"""Reading arguments that name files, and writing results."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

if TYPE_CHECKING:
    from summarize.implications import Bank
    from summarize.io.source import Source

_WIDTH, _WIDEST = 88, 100
_STYLES: dict[str, dict[str, object]] = {
    "title": {"bold": True},
    "heading": {"bold": True, "fg": "cyan"},
    "place": {"dim": True},
    "supported": {"fg": "green"},
    "partial": {"fg": "yellow"},
    "unsupported": {"fg": "red"},
    "contradicted": {"fg": "red", "bold": True},
}


def read_text(path: str) -> str:
    """Return the text of a file, or of standard input for "-".

    Raises ``OSError`` if it can't be read, ``FormatError`` if it is not UTF-8 text.
    """
    from summarize.io.seed import decode

    if path == "-":
        return decode(sys.stdin.buffer.read(), source=name_of(path))
    return decode(Path(path).read_bytes(), source=path)


@contextmanager
def open_lines(path: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input for "-", for reading line by line."""
    if path == "-":
        yield sys.stdin.buffer
    else:
        with Path(path).open("rb") as stream:
            yield stream


def name_of(path: str) -> str:
    """Return the name that messages use for a path."""
    return "<stdin>" if path == "-" else path


def write_json(value: object, *, indent: int | None = 2) -> None:
    """Write a value as JSON, in UTF-8 whatever the terminal's encoding."""
    from summarize.io.records import to_json

    click.echo(to_json(value, indent=indent).encode("utf-8"))


def write_text(text: str) -> None:
    """Write text; what the output's encoding lacks is escaped. Colours only on a terminal."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    shown = text.encode(encoding, "backslashreplace").decode(encoding)
    click.echo(shown.rstrip("\n"), color=False if "NO_COLOR" in os.environ else None)


def _style(text: str, role: str) -> str:
    """Return ``text`` in the colours of its role."""
    return click.style(text, **_STYLES.get(role, {}))  # type: ignore[arg-type]


def _width() -> int:
    """Return the width to wrap at: the terminal's, within limits, or a fixed one."""
    if not sys.stdout.isatty():
        return _WIDTH
    return max(40, min(shutil.get_terminal_size().columns, _WIDEST))


def source_of(path: str, layout: str) -> Source:
    """Return the article, headline and bullets of a file."""
    from summarize.io.source import read_source

    return read_source(read_text(path), layout=layout, source=name_of(path))


def statements_of(path: str) -> tuple[str, ...]:
    """Return the statements of a file."""
    from summarize.io.source import read_statements

    return read_statements(read_text(path), source=name_of(path))


def load_bank(paths: Sequence[str]) -> Bank:
    """Return the rules of all ``paths`` as one bank; "default" stands for the shipped one."""
    from summarize.implications import Bank

    banks = [Bank.default() if path == "default" else Bank.load(path) for path in paths]
    return reduce(Bank.merged, banks)


def emit(record: Any, as_json: bool, render: Callable[..., str]) -> None:
    """Print a record as JSON or as its renderer shows it."""
    if as_json:
        write_json(record)
    else:
        write_text(render(record, style=_style, width=_width()))
