"""Numbers, money, percentages, durations, measures and dates, with their units and spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.document import Span
from summarize.facts.numerals import read_number_words
from summarize.facts.quantity import Quantity
from summarize.facts.tokens import Tokens, tokenise
from summarize.facts.units import (
    BOUNDS,
    CURRENCY_SIGNS,
    DIGITS,
    DURATION_WORDS,
    LONG_SCALES,
    MEASURES,
    MONTH_FORMS,
    MONTHS,
    ONE_IS_PRONOUN,
    ORDINALS,
    PLURAL_SCALES,
    SCALES,
    SCORE,
    TWO_WORD_BOUNDS,
    UNITS,
    YEAR_IS_COUNT,
    YEARS,
    QuantityKind,
    may_start,
    read_unit,
)

__all__ = ["Quantity", "find_amount", "find_quantities", "quantity_at"]


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of ``text`` in text order; spans are offsets in ``text``.

    Reads digits with separators and scales ("1.2 million", "£75m"), number words
    ("twenty-five", "a dozen", "hundreds"), percentages, durations, measures, scores, clock
    times, dates and bare years. A number broken after its point ("1. 3 billion") is joined.
    Cost is linear: one tokenisation, then work only at numbers.
    """
    tokens = tokenise(text)
    return tuple(_walk(tokens, 0, len(tokens.words)))


def quantity_at(tokens: Tokens, index: int, last: int) -> Quantity | None:
    """Return the quantity that begins at token ``index`` and ends before ``last``, if any."""
    step = _read(tokens, index, last) if may_start(tokens.lower[index]) else None
    return None if step is None else step[0]


def find_amount(tokens: Tokens, first: int, last: int) -> Quantity | None:
    """Return the first number, amount of money or percentage from ``first`` to ``last``."""
    numbers = tokens.numbers
    index = numbers.find(1, first, last)
    while index >= 0:
        step = _read(tokens, index, last) if may_start(tokens.lower[index]) else None
        if step is not None and step[0].kind in _AMOUNTS:
            return step[0]
        index = numbers.find(1, step[1] if step else index + 1, last)
    return None


_AMOUNTS = frozenset(("number", "money", "percent"))


def _walk(tokens: Tokens, first: int, last: int) -> Iterator[Quantity]:
    """Give the quantities among tokens ``first`` to ``last`` (exclusive)."""
    lower = tokens.lower
    index = first
    while index < last:
        step = _read(tokens, index, last) if may_start(lower[index]) else None
        if step is None:
            index += 1
        else:
            index = step[1]
            yield step[0]


_Step = tuple[Quantity, int]


def _read(tokens: Tokens, index: int, last: int) -> _Step | None:
    """Read the quantity that begins at token ``index``; return it and the next index."""
    word = tokens.lower[index]
    if word == "a" or word == "an":
        return _read_article(tokens, index, last)
    if word in MONTH_FORMS:
        return _read_month_first(tokens, index, last)
    if word[0] in "0123456789":
        return _read_digits(tokens, index, last)
    if word in ORDINALS:
        return _quantity(tokens, index, index + 1, float(ORDINALS[word]), None, "ordinal")
    return _read_words(tokens, index, last)


def _quantity(
    tokens: Tokens, first: int, last: int, value: float, unit: str | None, kind: QuantityKind
) -> _Step:
    """Build a quantity over tokens ``first`` to ``last``, its sign and bound looked up."""
    span = Span(tokens.starts[first], tokens.end(last - 1))
    return Quantity(span, value, unit, kind, _bound(tokens.lower, first)), last


def _bound(lower: list[str], first: int) -> str:
    """Read the words before a quantity: "more than", "at least", "up to", "about" ..."""
    if first and lower[first - 1] in CURRENCY_SIGNS:
        first -= 1
    before = lower[first - 1] if first else ""
    earlier = lower[first - 2] if first > 1 else ""
    if before in ("than", "to", "least", "most"):
        return TWO_WORD_BOUNDS.get((earlier, before), "exact")
    return BOUNDS.get(before, "exact")


def _read_digits(tokens: Tokens, index: int, last: int) -> _Step | None:
    lower = tokens.lower
    word = lower[index]
    if SCORE.match(word):
        head = re.split("[-–]", word)[0]
        if int(head) in YEARS:
            return _quantity(tokens, index, index + 1, float(head), head, "date")
        return _quantity(tokens, index, index + 1, float(head), word, "score")
    match = DIGITS.match(word)
    if match is None:
        return None
    number, tail, hyphen = match.groups()
    value = float(number.replace(",", ""))
    following = index + 1
    broken = _broken_decimal(tokens, index, last)
    if broken is not None:
        value, following = broken, index + 3
    if tail in ("am", "pm"):
        return _clock(tokens, index, following, value, 0.0, tail)
    if tail in ("st", "nd", "rd", "th"):
        return _read_day_first(tokens, index, last, int(value)) or _quantity(
            tokens, index, following, value, None, "ordinal"
        )
    if hyphen:
        return _hyphenated(tokens, index, value, hyphen[1:])
    if not tail and broken is None:
        special = _clock_or_date(tokens, index, last, number)
        if special is not None:
            return special
    value *= SCALES.get(tail, 1.0)
    return _finish(tokens, index, following, last, value, tail)


def _broken_decimal(tokens: Tokens, index: int, last: int) -> float | None:
    """Join "1. 3 billion": a point set off from its decimals before a scale or percent."""
    lower = tokens.lower
    if index + 3 >= last or lower[index + 1] != "." or not lower[index].isdecimal():
        return None
    decimals, after = lower[index + 2], lower[index + 3]
    if len(lower[index]) > 3 or len(decimals) > 2 or not decimals.isdecimal():
        return None
    if after in SCALES or after in ("%", "percent", "per"):
        return float(f"{int(lower[index])}.{decimals}")
    return None


def _clock_or_date(tokens: Tokens, index: int, last: int, number: str) -> _Step | None:
    lower = tokens.lower
    following = lower[index + 1] if index + 1 < last else ""
    if following == ":" and index + 2 < last and lower[index + 2][:2].isdecimal():
        minutes = lower[index + 2]
        half = minutes[2:] if minutes[2:] in ("am", "pm") else ""
        return _clock(tokens, index, index + 3, float(number), float(minutes[:2]), half)
    if following in ("am", "pm", "a.m.", "p.m."):
        return _clock(tokens, index, index + 2, float(number), 0.0, following.replace(".", ""))
    if not number.isdecimal() or (index and lower[index - 1] in CURRENCY_SIGNS):
        return None
    if following in MONTH_FORMS and 1 <= int(number) <= 31:
        return _read_day_first(tokens, index, last, int(number))
    if len(number) == 4 and int(number) in YEARS and following not in YEAR_IS_COUNT:
        return _quantity(tokens, index, index + 1, float(number), number, "date")
    return None


def _clock(
    tokens: Tokens, first: int, last: int, hours: float, minutes: float, half: str
) -> _Step | None:
    if hours > 24 or minutes > 59:
        return None
    total = int((hours % 12 + 12 * (half == "pm")) * 60 if half else hours * 60) + int(minutes)
    return _quantity(tokens, first, last, float(total), str(total), "time")


def _read_day_first(tokens: Tokens, index: int, last: int, day: int) -> _Step | None:
    """Read "29 November 2024", "29th of November" or "29 November"."""
    lower = tokens.lower
    month = index + 1 + (index + 1 < last and lower[index + 1] == "of")
    if month >= last or lower[month] not in MONTH_FORMS or not 1 <= day <= 31:
        return None
    return _date(tokens, index, month + 1, last, MONTH_FORMS[lower[month]], day)


_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?$")


def _read_month_first(tokens: Tokens, index: int, last: int) -> _Step | None:
    """Read "November 29, 2024", "November 2024" or, capitalised, "November"."""
    lower, word = tokens.lower, tokens.words[index]
    month, following = MONTH_FORMS[lower[index]], index + 1
    if following < last and lower[following] == "." and len(lower[index]) < 5:
        following += 1
    day = _DAY.match(lower[following]) if following < last else None
    if day and 1 <= int(day[1]) <= 31:
        return _date(tokens, index, following + 1, last, month, int(day[1]))
    if following < last and _year(lower[following]):
        return _date(tokens, index, following, last, month, None)
    if word[0].islower() or lower[index] not in MONTHS or lower[index] in ("may", "march"):
        return None
    return _date(tokens, index, index + 1, last, month, None)


def _year(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) == 4 and int(word) in YEARS else None


def _date(
    tokens: Tokens, first: int, following: int, last: int, month: int, day: int | None
) -> _Step:
    lower, year = tokens.lower, None
    comma = following + (following < last and lower[following] == ",")
    if comma < last:
        year = _year(lower[comma])
    end = comma + 1 if year else following
    iso = f"{year or '-'}-{month:02d}" + (f"-{day:02d}" if day else "")
    return _quantity(tokens, first, end, float(year or 0), iso, "date")


def _hyphenated(tokens: Tokens, index: int, value: float, rest: str) -> _Step:
    """Read "10-year", "75-year-old" or "20-minute"."""
    head = rest.partition("-")[0]
    if head in SCALES:
        return _quantity(tokens, index, index + 1, value * SCALES[head], None, "number")
    if head in DURATION_WORDS:
        return _quantity(tokens, index, index + 1, value, DURATION_WORDS[head], "duration")
    if head in MEASURES:
        return _quantity(tokens, index, index + 1, value, MEASURES[head], "measure")
    return _quantity(tokens, index, index + 1, value, rest, "number")


def _read_words(tokens: Tokens, index: int, last: int) -> _Step | None:
    """Read number words: "twenty-five", "two hundred and five", "a dozen", "dozens"."""
    lower = tokens.lower
    word = lower[index]
    if word in PLURAL_SCALES:
        return _finish(tokens, index, index + 1, last, PLURAL_SCALES[word], "")
    if word == "dozen":
        return _read_article(tokens, index, last)
    if word == "one" and (
        (index and lower[index - 1] in ONE_IS_PRONOUN)
        or (index + 1 < last and lower[index + 1] in ("another", "day", "thing"))
    ):
        return None
    head, _, rest = word.partition("-")
    if rest and head in UNITS and rest.partition("-")[0] not in UNITS:
        return _hyphenated(tokens, index, float(UNITS[head]), rest)
    number = read_number_words(lower, index, last)
    return _finish(tokens, index, number[1], last, number[0], "") if number else None


def _read_article(tokens: Tokens, index: int, last: int) -> _Step | None:
    """Read "a dozen", "a hundred", "a million"."""
    lower = tokens.lower
    if lower[index] == "dozen":
        return _finish(tokens, index, index + 1, last, 12.0, "")
    if index + 1 < last and (lower[index + 1] in LONG_SCALES or lower[index + 1] == "dozen"):
        value = SCALES.get(lower[index + 1], 12.0)
        return _finish(tokens, index, index + 2, last, value, "")
    return None


def _finish(
    tokens: Tokens, first: int, following: int, last: int, value: float, tail: str
) -> _Step:
    """Add scale words, then the unit, to a number that ends before ``following``."""
    lower = tokens.lower
    if following < last and lower[following] in LONG_SCALES and not tail:
        value, following = value * SCALES[lower[following]], following + 1
    if first and lower[first - 1] in CURRENCY_SIGNS:
        code = CURRENCY_SIGNS[lower[first - 1]]
        return _quantity(tokens, first - 1, following, value, code, "money")
    width, unit, kind = read_unit(lower, following, last, tail)
    return _quantity(tokens, first, following + width, value, unit, kind)
