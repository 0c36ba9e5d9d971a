"""Records as plain text for people: the terminal's view and ``Brief.text``."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Style = Callable[[str, str], str]
"""Takes text and its role ("title", "heading", "place" or a verdict); returns it styled."""

WIDTH = 88
_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_QUOTED = 2  # pieces of evidence shown for one statement; the record holds all


def unstyled(text: str, _role: str) -> str:
    """Return ``text`` as it is."""
    return text


def visible(text: str) -> str:
    """Return ``text`` on one line, with what could disturb a terminal as U+FFFD.

    That is control characters, lone surrogates and marks that turn the writing direction.
    """
    line = " ".join(text.split())
    return "".join(
        "\ufffd" if unicodedata.category(c) in ("Cc", "Cs") or c in _BIDI_CONTROLS else c
        for c in line
    )


def render_brief(record: Mapping[str, Any], *, style: Style = unstyled, width: int = WIDTH) -> str:
    """Show a brief's record (see ``Brief.to_dict``)."""
    blocks = [
        [style(visible(record["title"]), "title")] if record["title"] else [],
        _section("Summary", render_summary(record["summary"], style=style, width=width), style),
        _section(
            "Implications",
            render_implications(record["implications"], style=style, width=width),
            style,
        ),
    ]
    if record["checks"]:
        checks = render_checks(record["checks"], style=style, width=width)
        blocks.append(_section("Checks", checks, style))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def render_summary(
    record: Mapping[str, Any], *, style: Style = unstyled, width: int = WIDTH
) -> str:
    """Show a summary's sentences, each with its place."""
    lines = [
        line
        for pick in record["sentences"]
        for line in _item(visible(pick["text"]), _place(pick), style, width)
    ]
    return "\n".join(lines) or "Nothing to summarize: the text has no sentences."


def render_implications(
    records: Sequence[Mapping[str, Any]], *, style: Style = unstyled, width: int = WIDTH
) -> str:
    """Show implications, each with the evidence it rests on."""
    lines: list[str] = []
    for record in records:
        source = f"rule {record['rule']}" if record["rule"] else record["kind"]
        lines += _item(visible(record["text"]), f"({source})", style, width)
        lines += _quotes(record["premises"], style, width)
    return "\n".join(lines) or "None: no implication has a proof in this text."


def render_checks(
    records: Sequence[Mapping[str, Any]], *, style: Style = unstyled, width: int = WIDTH
) -> str:
    """Show checks: verdict, statement, reason, evidence."""
    lines: list[str] = []
    for record in records:
        verdict = style(str(record["verdict"]).upper(), str(record["verdict"]))
        lines += [f"- {verdict} ({record['probability']:.2f})"]
        lines += _wrap(visible(record["statement"]), "  ", width)
        lines += _wrap(visible(record["reason"]), "  → ", width)
        lines += _quotes(record["evidence"], style, width)
    return "\n".join(lines) or "No statements to check."


def _section(heading: str, body: str, style: Style) -> list[str]:
    return [style(heading, "heading"), body]


def _item(text: str, note: str, style: Style, width: int) -> list[str]:
    """Return a bullet with a note on its last line, or below if there is no room."""
    lines = _wrap(text, "- ", width)
    room = width - len(lines[-1])
    shown = style(note, "place")
    return [*lines[:-1], f"{lines[-1]} {shown}"] if len(note) < room else [*lines, f"  {shown}"]


def _quotes(evidence: Sequence[Mapping[str, Any]], style: Style, width: int) -> Iterator[str]:
    for piece in evidence[:_QUOTED]:
        quote = textwrap.shorten(visible(piece["text"]), width - 12, placeholder=" …")
        yield f"    {style(_place(piece), 'place')} {quote}"


def _place(piece: Mapping[str, Any]) -> str:
    span = piece["span"]
    return f"[{piece['index'] + 1}: {span['start']}–{span['end']}]"


def _wrap(text: str, first: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=" " * len(first)) or [
        first
    ]


def render_scores(
    records: Sequence[Mapping[str, Any]], *, style: Style = unstyled, width: int = WIDTH
) -> str:
    """Show sentences with their scores, one a line."""
    lines = []
    for record in records:
        number = style(f"{record['score']:10.4f}", "place")
        text = textwrap.shorten(visible(record["text"]), width - 17, placeholder=" …")
        lines.append(f"{record['index'] + 1:5d} {number} {text}")
    return "\n".join(lines) or "No sentences."


def render_comparison(
    record: Mapping[str, Any], *, style: Style = unstyled, width: int = WIDTH
) -> str:
    """Show a comparison: figures, then each side's sentences with their best match."""
    lines = [f"TF-IDF similarity {record['similarity']:.3f}"]
    lines += [
        f"{o['name']:8} precision {o['precision']:.3f}  recall {o['recall']:.3f}  F1 {o['f1']:.3f}"
        for o in record["rouge"]
    ]
    for side in ("reference", "candidate"):
        matches = record[side]
        covered = sum(m["score"] >= record["threshold"] for m in matches)
        heading = f"{side.capitalize()}: {covered} of {len(matches)} covered"
        lines += ["", style(heading, "heading")]
        for match in matches:
            lines += _match(match, record["threshold"], style, width)
    return "\n".join(lines)


def _match(match: Mapping[str, Any], threshold: float, style: Style, width: int) -> Iterator[str]:
    covered = match["score"] >= threshold
    mark = style("+" if covered else "-", "supported" if covered else "unsupported")
    text = textwrap.shorten(visible(match["text"]), width - 8, placeholder=" …")
    yield f"{mark} {match['score']:.2f} {text}"
    if match["best_text"] is not None:
        best = textwrap.shorten(visible(match["best_text"]), width - 10, placeholder=" …")
        yield style(f"       ~ {best}", "place")
