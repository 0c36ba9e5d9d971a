"""Precedents as TOML tables, and as the rules that apply them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from summarize.errors import FormatError, shorten
from summarize.implications.morphology import noun_forms
from summarize.implications.patterns import Pattern, Step
from summarize.implications.precedents import Precedent
from summarize.implications.rule import (
    CONSEQUENCE_CLASSES,
    DEFAULT_PREMISE,
    Consequent,
    Context,
    Rule,
)
from summarize.implications.triggers import Trigger
from summarize.implications.wording import HEDGES, parse_template

_HASH = re.compile(r"[0-9a-f]{12}")


def as_rule(precedent: Precedent) -> Rule:
    """Return the rule that applies a precedent: gates and slots are those of any rule."""
    steps = (Step(noun_forms(precedent.event)),)
    trigger = Trigger(Pattern(precedent.event, steps), "noun", "", "", frozenset())
    premise = parse_template(DEFAULT_PREMISE)
    consequent = Consequent(
        precedent.hedge, parse_template(precedent.text), precedent.kind, premise
    )
    nothing = Context(frozenset(), ())
    context = (Context(frozenset(precedent.context), ()),) if precedent.context else ()
    counts = (("articles", len(precedent.articles)), ("bullets", precedent.bullets))
    return Rule(
        precedent.id, precedent.event, "precedent", (trigger,), (), context, nothing, nothing, (),
        "", False, (consequent,), (), (), (precedent.text,), False, counts,
    )  # fmt: skip


def to_table(precedent: Precedent) -> dict[str, Any]:
    """Return a precedent as a TOML table."""
    return {
        "event": precedent.event,
        "hedge": precedent.hedge,
        "text": precedent.text,
        "class": precedent.kind,
        "context": list(precedent.context),
        "articles": list(precedent.articles),
        "bullets": precedent.bullets,
    }


def parse_precedent(table: object, *, file: str) -> Precedent:
    """Build a precedent from its TOML table; :class:`FormatError` names file and reason."""
    if not isinstance(table, dict):
        raise FormatError(f"{file}: a precedent must be a table, got {shorten(table)}")
    shown = f"{file}: precedent {shorten(table.get('event'))}"
    if set(table) != {"event", "hedge", "text", "class", "context", "articles", "bullets"}:
        raise FormatError(f"{shown}: needs event, hedge, text, class, context, articles, bullets")
    _check_table(table, shown)
    try:
        parse_template(table["text"])
    except FormatError as error:
        raise FormatError(f"{shown}: {error}") from None
    return Precedent(
        table["event"], table["hedge"], table["text"], table["class"],
        tuple(table["context"]), tuple(table["articles"]), table["bullets"],
    )  # fmt: skip


def _check_table(table: Mapping[str, Any], shown: str) -> None:
    texts = ("event", "hedge", "text", "class")
    if not all(isinstance(table[key], str) and 0 < len(table[key]) <= 240 for key in texts):
        raise FormatError(f"{shown}: {', '.join(texts)} must be texts of 1 to 240 characters")
    if not table["event"].replace("-", "").isalpha() or table["event"] != table["event"].lower():
        raise FormatError(f"{shown}: event must be one lower-case noun")
    if table["hedge"] not in HEDGES:
        raise FormatError(f"{shown}: unknown hedge {shorten(table['hedge'])}")
    if table["class"] not in (*CONSEQUENCE_CLASSES, "precedent"):
        raise FormatError(f"{shown}: unknown class {shorten(table['class'])}")
    for key, longest in (("context", 500), ("articles", 100_000)):
        values = table[key]
        if (
            not isinstance(values, list)
            or len(values) > longest
            or not all(isinstance(value, str) and len(value) <= 40 for value in values)
        ):
            raise FormatError(f"{shown}: {key} must be a list of short texts")
    if not all(_HASH.fullmatch(value) for value in table["articles"]) or not table["articles"]:
        raise FormatError(f"{shown}: articles must be hashes of 12 hexadecimal digits")
    count = table["bullets"]
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise FormatError(f"{shown}: bullets must be a count, got {shorten(count)}")
