"""Records as plain text for people: the terminal's view and ``Brief.text``."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Style = Callable[[str, str], str]
"""Takes text and its role ("title", "heading", "place" or a verdict); returns it styled."""

WIDTH = 88
# Nobody reads a longer "sentence" on a terminal: it is a table, or text without full stops.
LONGEST = 2000
# Control characters, lone surrogates, and marks that turn the writing direction.
_DISTURBING = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def unstyled(text: str, _role: str) -> str:
    """Return ``text`` as it is."""
    return text


def visible(text: str) -> str:
    """Return ``text`` on one line, with what could disturb a terminal as U+FFFD.

    More than ``LONGEST`` characters are cut, with an ellipsis; the record holds them all.
    """
    cut = text[:LONGEST] + " …" if len(text) > LONGEST else text
    return _DISTURBING.sub("\ufffd", " ".join(cut.split()))


def render_brief(record: Mapping[str, Any], *, style: Style = unstyled, width: int = WIDTH) -> str:
    """Show a brief's record (see ``Brief.to_dict``), with its comparison if it holds one."""
    blocks = [style(visible(record["title"]), "title")] if record["title"] else []

    def add(heading: str, body: str) -> None:
        blocks.append(f"{style(heading, 'heading')}\n{body}")

    add("Summary", render_summary(record["summary"], style=style, width=width))
    add("Implications", render_implications(record["implications"], style=style, width=width))
    if record["checks"]:
        add("Does the article say so?", render_checks(record["checks"], style=style, width=width))
    if "comparison" in record:
        lines = _side(record["comparison"], "reference", style, width)
        add("Do the implications above cover the given bullets?", "\n".join(lines))
    return "\n\n".join(blocks)


def render_summary(
    record: Mapping[str, Any], *, style: Style = unstyled, width: int = WIDTH
) -> str:
    """Show a summary's sentences, each with its place."""
    lines: list[str] = []
    for pick in record["sentences"]:
        lines += _wrap(visible(pick["text"]), "- ", width)
        place = _place(pick, style)
        if len(lines[-1]) + len(_place(pick, unstyled)) < width:
            lines[-1] += f" {place}"
        else:
            lines.append(f"  {place}")
    return "\n".join(lines) or "Nothing to summarize: the text has no sentences."


def render_implications(
    records: Sequence[Mapping[str, Any]], *, style: Style = unstyled, width: int = WIDTH
) -> str:
    """Show implications, each with its licence and the evidence it rests on."""
    lines: list[str] = []
    for record in records:
        licence = f"rule {record['rule']}" if record["rule"] else record["kind"]
        lines += _wrap(visible(record["text"]), "- ", width)
        lines.append(_quote(record["premises"][0], style, width, before=f"{licence} "))
    return "\n".join(lines) or "None: no implication has a proof in this text."


def render_checks(
    records: Sequence[Mapping[str, Any]], *, style: Style = unstyled, width: int = WIDTH
) -> str:
    """Show checks: verdict with probability, statement, reason, best evidence."""
    lines: list[str] = []
    for record in records:
        verdict = style(record["verdict"].upper(), record["verdict"])
        # The verdict is about the claim; with a projection, the probability is about both.
        whole = "whole statement: " if record["consequents"] else ""
        lines.append(f"- {verdict} ({whole}{record['probability']:.2f})")
        lines += _wrap(visible(record["statement"]), "  ", width)
        if record["consequents"]:  # the verdict is about a part of the statement only
            lines += _wrap(_claims(record), "  claim: ", width)
        lines += _wrap(visible(record["reason"]), "  because: ", width)
        if record["evidence"]:
            lines.append(_quote(record["evidence"][0], style, width))
    return "\n".join(lines) or "No statements to check."


def _claims(record: Mapping[str, Any]) -> str:
    """Show the premises of a statement, the parts that evidence can bear out."""
    spans = record["premises"]
    claims = [visible(record["statement"][span["start"] : span["end"]]) for span in spans]
    return " … ".join(claims) or "none"


def render_scores(
    records: Sequence[Mapping[str, Any]], *, style: Style = unstyled, width: int = WIDTH
) -> str:
    """Show sentences with their scores, one a line."""
    lines = []
    for record in records:
        number = style(f"{record['score']:10.4f}", "place")
        text = _shorten(record["text"], width - 17)
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
        heading = style(side.capitalize(), "heading")
        lines += ["", heading, *_side(record, side, style, width)]
    return "\n".join(lines)


def _side(record: Mapping[str, Any], side: str, style: Style, width: int) -> list[str]:
    matches = record[side]
    covered = sum(match["score"] >= record["threshold"] for match in matches)
    lines = [f"{covered} of {len(matches)} covered"]
    for match in matches:
        lines += _match(match, record["threshold"], style, width)
    return lines


def _match(match: Mapping[str, Any], threshold: float, style: Style, width: int) -> Iterator[str]:
    covered = match["score"] >= threshold
    mark = style("+" if covered else "-", "supported" if covered else "unsupported")
    yield f"{mark} {match['score']:.2f} {_shorten(match['text'], width - 7)}"
    if match["best_text"] is not None:
        yield f"       ~ {style(_shorten(match['best_text'], width - 9), 'place')}"


def _quote(piece: Mapping[str, Any], style: Style, width: int, *, before: str = "") -> str:
    room = width - len(before) - len(_place(piece, unstyled)) - 5
    return f"    {before}{_place(piece, style)} {_shorten(piece['text'], max(room, 20))}"


def _place(piece: Mapping[str, Any], style: Style) -> str:
    """Show the sentence's number and its span in the article."""
    span = piece["span"]
    return style(f"[{piece['index'] + 1}: {span['start']}–{span['end']}]", "place")


def _shorten(text: str, room: int) -> str:
    return textwrap.shorten(visible(text), room, placeholder=" …")


def _wrap(text: str, first: str, width: int) -> list[str]:
    rest = " " * len(first)
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest) or [first]


def render_facts(
    records: Sequence[Mapping[str, Any]], *, style: Style = unstyled, width: int = WIDTH
) -> str:
    """Show facts: event class, the words that name it, its parts, its place."""
    lines: list[str] = []
    for record in records:
        trigger, sentence = record["trigger"], record["sentence"]
        number = "title" if record["source"] == "title" else sentence + 1
        place = style(f"[{number}: {trigger['start']}–{trigger['end']}]", "place")
        lines.append(f"- {style(record['event'], 'heading')} “{visible(record['word'])}” {place}")
        lines += _wrap(_fact_parts(record), "  ", width)
    return "\n".join(lines) or "No facts found."


def _fact_parts(record: Mapping[str, Any]) -> str:
    """Show the parts that a fact has, and how it is told."""
    parts = [record["modality"] if record["polarity"] else f"not {record['modality']}"]
    parts += [
        f"{name}: {visible(record[name]['text'])}"
        for name in ("who", "whom", "where", "when")
        if record[name] is not None
    ]
    if (amount := record["how_many"]) is not None:
        bound = "" if amount["bound"] == "exact" else f"{amount['bound']} "
        parts.append(f"how many: {bound}{amount['value']:,g} {amount['unit'] or ''}".rstrip())
    if record["attribution"] is not None:
        parts.append(f"says {visible(record['attribution']['text'])}")
    return "; ".join(parts)


def render_lint(record: Mapping[str, Any], *, style: Style = unstyled, width: int = WIDTH) -> str:
    """Show what is wrong with a bank, and its coverage by topic."""
    lines = [
        f"{style(finding['level'], 'unsupported' if finding['level'] == 'fault' else 'place')} "
        f"{visible(finding['rule'])}: {visible(finding['message'])}"
        for finding in record["findings"]
    ]
    lines.append(style(f"{'rules':>6} {'families':>9}  topic", "heading"))
    lines += [f"{rules:6} {families:9}  {topic}" for topic, rules, families in record["coverage"]]
    return "\n".join(lines)
