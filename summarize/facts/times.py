"""Words that say when, and the dates they mean given the article's dateline."""

from __future__ import annotations

import datetime
import re

import attrs

from summarize.document import Document, Span
from summarize.facts.fact import Time
from summarize.facts.quantities import find_quantities, quantity_at
from summarize.facts.tokens import Tokens
from summarize.facts.units import DAYS, MONTHS, WEEKDAYS

_PERIODS = frozenset("week month year night weekend summer winter spring autumn".split())
_DAY = re.compile(r"[0-3]?[0-9](?:st|nd|rd|th)?$")
_YEAR = re.compile(r"\d{4}")
_DATELINE_REACH = 120  # characters from the start in which a dateline stands


def find_dateline(document: Document) -> datetime.date | None:
    """Return the date that heads the article, if its first line or dateline gives one in full.

    Recognised: a first line that is a date, perhaps with a weekday, and a full date before
    the first sentence's dash ("LONDON, 4 January 2019 (Agency) - ...").
    """
    head = document.text[:_DATELINE_REACH].lstrip()
    if _YEAR.search(head) is None:
        return None
    line = head.partition("\n")[0]
    before_dash = re.split(r"\s[-–—]+\s", head, maxsplit=1)
    candidates = [line] if len(line) < 40 else []
    candidates += before_dash[:1] if len(before_dash) > 1 else []
    for candidate in candidates:
        for quantity in find_quantities(candidate):
            if quantity.kind == "date" and quantity.unit and re.match(r"\d{4}-", quantity.unit):
                return _parse(quantity.unit)
    return None


def _parse(iso: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(iso)
    except ValueError:
        return None


def times_in(
    tokens: Tokens, hits: list[int], bounds: tuple[int, int], dateline: datetime.date | None
) -> list[tuple[int, Time]]:
    """Return the time expressions that begin at (or one before) ``hits``, with their token."""
    found: list[tuple[int, Time]] = []
    first, last = bounds
    free = first
    for at in hits:
        if at > free and tokens.lower[at] in MONTHS and _DAY.match(tokens.lower[at - 1]):
            at -= 1
        if at < free:
            continue
        end, iso = _read(tokens, at, last, dateline)
        if end > at:
            span = Span(tokens.starts[at], tokens.end(end - 1))
            found.append((at, Time(_text(tokens, at, end), span, iso)))
            free = end
    return found


def look_ahead(time: Time, dateline: datetime.date | None) -> Time:
    """Return ``time`` as it is meant of an event still to come.

    A weekday, or a date without its year, that was resolved to before the dateline becomes
    the next one.
    """
    if dateline is None or time.iso is None or time.iso >= dateline.isoformat()[: len(time.iso)]:
        return time
    if time.text.lower() in WEEKDAYS:
        return attrs.evolve(time, iso=_shift(datetime.date.fromisoformat(time.iso), len(WEEKDAYS)))
    year, _, rest = time.iso.partition("-")
    if not rest or year in time.text or time.text.lower() in DAYS or " " not in time.text:
        return time
    return attrs.evolve(time, iso=f"{int(year) + 1:04d}-{rest}")


def _text(tokens: Tokens, first: int, last: int) -> str:
    if last == first + 1:
        return tokens.words[first]
    parts = [tokens.words[first]]
    for at in range(first + 1, last):
        glue = "" if tokens.starts[at] == tokens.end(at - 1) else " "
        parts.append(glue + tokens.words[at])
    return "".join(parts)


def _read(
    tokens: Tokens, at: int, last: int, dateline: datetime.date | None
) -> tuple[int, str | None]:
    """Read the time expression at ``at``: the index after it and its date; the same index: none."""
    word, capital = tokens.lower[at], tokens.words[at][0].isupper()
    following = tokens.lower[at + 1] if at + 1 < last else ""
    if word in WEEKDAYS:
        return (at + 1, _weekday(WEEKDAYS[word], dateline)) if capital else (at, None)
    if word in DAYS:
        return at + 1, _shift(dateline, DAYS[word])
    if word in ("last", "next", "this"):
        if following in WEEKDAYS:
            return at + 2, _weekday(WEEKDAYS[following], dateline) if word == "last" else None
        if following in MONTHS or following in _PERIODS:
            return at + 2, _period(word, following, dateline)
        return at, None
    if word in MONTHS and not capital:
        return at, None
    date = quantity_at(tokens, at, min(at + 5, last))
    if date is None or date.kind != "date":
        return at, None
    end = at + 1
    while end < last and tokens.starts[end] < date.span.end:
        end += 1
    return end, _complete(date.unit or "", dateline)


def _weekday(day: int, dateline: datetime.date | None) -> str | None:
    """Return the last such weekday up to the dateline."""
    if dateline is None:
        return None
    return _shift(dateline, -((dateline.weekday() - day) % 7))


def _shift(dateline: datetime.date | None, days: int) -> str | None:
    if dateline is None:
        return None
    try:
        return (dateline + datetime.timedelta(days)).isoformat()
    except OverflowError:
        return None


def _period(which: str, unit: str, dateline: datetime.date | None) -> str | None:
    if dateline is None or unit not in ("year", "month"):
        return None
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        return str(dateline.year + step)
    months = dateline.year * 12 + dateline.month - 1 + step
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _complete(iso: str, dateline: datetime.date | None) -> str | None:
    """Give a date without a year the year in which it last was, up to the dateline."""
    if not iso.startswith("--"):
        return iso
    if dateline is None:
        return None
    year = dateline.year - (iso[2:] > dateline.isoformat()[5 : 5 + len(iso) - 2])
    return f"{year:04d}-{iso[2:]}"
