"""Streams of articles as JSON Lines: one object a line, one bad line never stops the rest."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from summarize.errors import FormatError, shorten

_LAYOUT = 'expected one JSON object a line, {"id": ..., "title": ..., "text": "..."}'


@attrs.frozen
class ArticleRecord:
    """One article of a stream: its line (from 1), its id as given, title and text.

    ``statements`` are claims to check against the text, if the record brought any.
    """

    line: int
    id: str | int | None
    title: str | None
    text: str
    statements: tuple[str, ...] = ()


@attrs.frozen
class ErrorRecord:
    """A line that gave no result: where it is, its id if that could be read, and why."""

    line: int
    id: str | int | None
    error: str


def read_articles(
    lines: Iterable[bytes], *, source: str = "<stream>"
) -> Iterator[ArticleRecord | ErrorRecord]:
    """Yield one record a line, reading as it goes; blank lines are skipped.

    A line that is not UTF-8, not JSON, not an object, or lacks a text gives an
    :class:`ErrorRecord` with the reason. Memory is bounded by the longest line.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        place = f"{source}:{number}"
        try:
            fields = _parse(line, place)
        except FormatError as error:
            yield ErrorRecord(number, None, str(error))
            continue
        try:
            yield _article(fields, number, place)
        except FormatError as error:
            yield ErrorRecord(number, _identity(fields), str(error))


def _parse(line: bytes, place: str) -> dict[str, Any]:
    try:
        fields = json.loads(_decode(line, place))
    except FormatError:
        raise
    except (ValueError, RecursionError) as error:  # recursion: brackets nested too deep
        raise FormatError(f"{place}: not JSON: {error}; {_LAYOUT}") from None
    if not isinstance(fields, dict):
        raise FormatError(f"{place}: {shorten(fields)} is not an object; {_LAYOUT}")
    return fields


def _decode(line: bytes, place: str) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError(
            f"{place}: not UTF-8: byte 0x{line[error.start]:02x} at byte {error.start} of the line"
        ) from None


def _article(fields: dict[str, Any], number: int, place: str) -> ArticleRecord:
    text, title = fields.get("text"), fields.get("title")
    if not isinstance(text, str):
        raise FormatError(f"{place}: text must be a string, got {shorten(text)}; {_LAYOUT}")
    if not (title is None or isinstance(title, str)):
        raise FormatError(f"{place}: title must be a string or null, got {shorten(title)}")
    statements = fields.get("statements", [])
    if not isinstance(statements, list) or not all(isinstance(s, str) for s in statements):
        raise FormatError(f"{place}: statements must be strings, got {shorten(statements)}")
    return ArticleRecord(number, _identity(fields), title, text, tuple(statements))


def _identity(fields: dict[str, Any]) -> str | int | None:
    identity = fields.get("id")
    if isinstance(identity, bool) or not isinstance(identity, str | int):
        return None
    return identity
