"""Numbers, money, percentages, durations, measures and dates, with their units and spans."""

from __future__ import annotations

import re
from typing import Literal

import attrs

from summarize.document import Span
from summarize.errors import InvalidValueError
from summarize.facts.tokens import Tokens, tokenise

QuantityKind = Literal[
    "number", "money", "percent", "duration", "measure", "date", "time", "ordinal", "score"
]
#: A number counts as a rounding of another when they differ by at most this share.
ROUNDING = 0.02


@attrs.frozen
class Quantity:
    """One quantity of a text.

    ``value`` is the number meant, scale words multiplied in ("1.2 million" is 1200000.0).
    ``unit`` depends on ``kind``: an ISO 4217 code for money, ``"%"`` or ``"point"`` for
    percent, a singular unit for duration and measure, the word counted (lower case) for
    number, the ISO 8601 form for date (``"2024-11-29"``, ``"2024-11"``, ``"2024"``,
    ``"--11-29"`` without a year), minutes since midnight for time, the score as written for
    score. ``bound`` is ``"about"``, ``"at least"``, ``"at most"`` or ``"exact"``.
    """

    span: Span
    value: float
    unit: str | None
    kind: QuantityKind
    bound: str = "exact"

    def matches(self, other: Quantity, *, rounding: float = ROUNDING) -> bool:
        """Tell whether both can mean the same quantity.

        Dates match when the parts that both give agree; other quantities when their kinds
        (a plain number fits any kind) and units do not clash and their values differ by at
        most ``rounding`` of the larger.
        """
        if not 0 <= rounding < 1:
            raise InvalidValueError(f"rounding must be in [0, 1), got {rounding}")
        if "date" in (self.kind, other.kind):
            return self.kind == other.kind and _dates_agree(self.unit or "", other.unit or "")
        if "number" not in (self.kind, other.kind) and (self.kind, self.unit) != (
            other.kind,
            other.unit,
        ):
            return False
        return abs(self.value - other.value) <= rounding * max(abs(self.value), abs(other.value))


_UNITS = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split(),
        range(20),
        strict=True,
    )
)
_TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALES |= {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "tr": 1e12,
}
_PLURAL_SCALES = {
    "dozens": 24.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
_CURRENCY_SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB"}
_CURRENCY_WORDS = {
    "dollar": "USD", "dollars": "USD", "pound": "GBP", "pounds": "GBP", "euro": "EUR",
    "euros": "EUR", "yen": "JPY", "yuan": "CNY", "rupees": "INR", "roubles": "RUB",
    "rubles": "RUB", "francs": "CHF", "pence": "GBp", "cents": "USc", "usd": "USD",
    "gbp": "GBP", "eur": "EUR",
}  # fmt: skip
_DURATIONS = "second minute hour day week month year decade century night weekend".split()
_DURATION_WORDS = {unit: unit for unit in _DURATIONS} | {unit + "s": unit for unit in _DURATIONS}
_DURATION_WORDS |= {"centuries": "century", "hrs": "hour", "mins": "minute", "secs": "second"}
_MEASURES = {
    "km": "kilometre", "kilometres": "kilometre", "kilometers": "kilometre",
    "kilometre": "kilometre", "kilometer": "kilometre", "miles": "mile", "mile": "mile",
    "metres": "metre", "meters": "metre", "metre": "metre", "cm": "centimetre",
    "mm": "millimetre", "feet": "foot", "ft": "foot", "foot": "foot", "inches": "inch",
    "inch": "inch", "yards": "yard", "acres": "acre", "hectares": "hectare",
    "kg": "kilogram", "kilograms": "kilogram", "kilos": "kilogram", "grams": "gram",
    "tonnes": "tonne", "tons": "ton", "tonne": "tonne", "ounces": "ounce",
    "litres": "litre", "liters": "litre", "gallons": "gallon", "barrels": "barrel",
    "mph": "mph", "kmh": "km/h", "degrees": "degree", "celsius": "degree", "°": "degree",
    "megawatts": "megawatt", "mw": "megawatt", "mb": "megabyte", "gb": "gigabyte",
    "ghz": "gigahertz", "mhz": "megahertz", "mbps": "megabit/s",
}  # fmt: skip
_SIMPLE_UNITS: dict[str, tuple[str, QuantityKind]] = {
    **{word: (code, "money") for word, code in _CURRENCY_WORDS.items()},
    **{word: (unit, "duration") for word, unit in _DURATION_WORDS.items()},
    **{word: (unit, "measure") for word, unit in _MEASURES.items()},
    **dict.fromkeys(("%", "percent", "pc"), ("%", "percent")),
}
_PAIR_UNITS = {"per cent": "%", "percentage points": "point", "percentage point": "point"}
MONTHS = {
    name: index
    for index, name in enumerate(
        "january february march april may june july august september october november"
        " december".split(),
        start=1,
    )
}
_MONTH_FORMS = MONTHS | {name[:3]: index for name, index in MONTHS.items()} | {"sept": 9}
_BOUNDS = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about",
    "some": "about", "nearly": "at most", "almost": "at most", "over": "at least",
    "under": "at most",
}  # fmt: skip
_TWO_WORD_BOUNDS = {
    ("more", "than"): "at least", ("at", "least"): "at least", ("fewer", "than"): "at most",
    ("less", "than"): "at most", ("up", "to"): "at most", ("at", "most"): "at most",
}  # fmt: skip
_NUMBER_WORDS = frozenset(_UNITS) | frozenset(_TENS) | frozenset(_PLURAL_SCALES)
_ONE_IS_PRONOUN = frozenset("no any every this that the which each another some such".split())
_NO_UNIT = frozenset(
    "of and or in on at to for from by with as is are was were be been has have had will would"
    " can could may might that which who when while after before but than then if because so"
    " per percent out up down off over under into not now also already only the a an".split()
)
_DIGITS = re.compile(
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    r"(?P<tail>(?:st|nd|rd|th|bn|tn|mn|m|k|pc|pm|am|s|km|kg|cm|mm|ft|mph|gb|mb|p)?)"
    r"(?P<hyphen>-[a-z]+(?:-[a-z]+)*)?$"
)
_SCORE = re.compile(r"[0-9]{1,3}[-–][0-9]{1,3}(?:[-–][0-9]{1,3})?$")
_YEARS = range(1700, 2100)  # a bare four-digit number in this range is read as a year


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of ``text`` in text order; spans are offsets in ``text``.

    Reads digits with separators and scales ("1.2 million", "£75m"), number words
    ("twenty-five", "a dozen", "hundreds"), percentages, durations, measures, scores, clock
    times, dates and bare years. A number broken after its point ("1. 3 billion") is joined.
    Cost is linear: one tokenisation, then work only at numbers.
    """
    tokens = tokenise(text)
    return quantities_in(tokens, 0, len(tokens.words))


def is_number(word: str) -> bool:
    """Tell whether a lower-case token is a number in digits or words."""
    return word[:1].isdecimal() or word.partition("-")[0] in _NUMBER_WORDS


def quantities_in(tokens: Tokens, first: int, last: int) -> tuple[Quantity, ...]:
    """Return the quantities among tokens ``first`` to ``last`` (exclusive)."""
    found: list[Quantity] = []
    lower = tokens.lower
    index = first
    while index < last:
        word = lower[index]
        if word[0] in "0123456789" or word in _STARTERS or "-" in word:
            step = _read(tokens, index, last)
            if step is not None:
                quantity, index = step
                found.append(quantity)
                continue
        index += 1
    return tuple(found)


_Step = tuple[Quantity, int]


def _read(tokens: Tokens, index: int, last: int) -> _Step | None:
    """Read the quantity that begins at token ``index``; return it and the next index."""
    word = tokens.lower[index]
    if word in _MONTH_FORMS:
        return _read_month_first(tokens, index, last)
    if word[0] in "0123456789":
        return _read_digits(tokens, index, last)
    if word in _ORDINALS:
        return _quantity(tokens, index, index + 1, float(_ORDINALS[word]), None, "ordinal")
    return _read_words(tokens, index, last)


def _quantity(
    tokens: Tokens, first: int, last: int, value: float, unit: str | None, kind: QuantityKind
) -> _Step:
    """Build a quantity over tokens ``first`` to ``last``, its sign and bound looked up."""
    span = Span(tokens.starts[first], tokens.end(last - 1))
    return Quantity(span, value, unit, kind, _bound(tokens.lower, first)), last


def _bound(lower: list[str], first: int) -> str:
    """Read the words before a quantity: "more than", "at least", "up to", "about" ..."""
    if first and lower[first - 1] in _CURRENCY_SIGNS:
        first -= 1
    before = lower[first - 1] if first else ""
    earlier = lower[first - 2] if first > 1 else ""
    if before in ("than", "to", "least", "most"):
        return _TWO_WORD_BOUNDS.get((earlier, before), "exact")
    return _BOUNDS.get(before, "exact")


def _read_digits(tokens: Tokens, index: int, last: int) -> _Step | None:
    lower = tokens.lower
    word = lower[index]
    if _SCORE.match(word):
        parts = re.split("[-–]", word)
        if int(parts[0]) in _YEARS:
            return _quantity(tokens, index, index + 1, float(parts[0]), parts[0], "date")
        return _quantity(tokens, index, index + 1, float(parts[0]), word, "score")
    match = _DIGITS.match(word)
    if match is None:
        return None
    value, tail = float(match["number"].replace(",", "")), match["tail"]
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
    if match["hyphen"]:
        return _hyphenated(tokens, index, value, match["hyphen"][1:])
    if not tail and broken is None:
        special = _clock_or_date(tokens, index, last, match["number"])
        if special is not None:
            return special
    value *= _SCALES.get(tail, 1.0)
    return _finish(tokens, index, following, last, value, tail)


def _broken_decimal(tokens: Tokens, index: int, last: int) -> float | None:
    """Join "1. 3 billion": a point set off from its decimals before a scale or percent."""
    lower = tokens.lower
    if index + 3 >= last or lower[index + 1] != "." or not lower[index].isdecimal():
        return None
    decimals, after = lower[index + 2], lower[index + 3]
    if len(lower[index]) > 3 or len(decimals) > 2 or not decimals.isdecimal():
        return None
    if after in _SCALES or after in ("%", "percent", "per"):
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
    if not number.isdecimal() or (index and lower[index - 1] in _CURRENCY_SIGNS):
        return None
    if following in _MONTH_FORMS and 1 <= int(number) <= 31:
        return _read_day_first(tokens, index, last, int(number))
    if len(number) == 4 and int(number) in _YEARS and following not in _YEAR_IS_COUNT:
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
    if month >= last or lower[month] not in _MONTH_FORMS or not 1 <= day <= 31:
        return None
    return _date(tokens, index, month + 1, last, _MONTH_FORMS[lower[month]], day)


def _read_month_first(tokens: Tokens, index: int, last: int) -> _Step | None:
    """Read "November 29, 2024", "November 2024" or, capitalised, "November"."""
    lower, word = tokens.lower, tokens.words[index]
    month, following = _MONTH_FORMS[lower[index]], index + 1
    if following < last and lower[following] == "." and len(lower[index]) < 5:
        following += 1
    day = re.match(r"([0-9]{1,2})(?:st|nd|rd|th)?$", lower[following]) if following < last else None
    if day and 1 <= int(day[1]) <= 31:
        return _date(tokens, index, following + 1, last, month, int(day[1]))
    if following < last and _year(lower[following]):
        return _date(tokens, index, following, last, month, None)
    if word[0].islower() or lower[index] not in MONTHS or lower[index] in ("may", "march"):
        return None
    return _date(tokens, index, index + 1, last, month, None)


def _year(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) == 4 and int(word) in _YEARS else None


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
    if head in _SCALES:
        return _quantity(tokens, index, index + 1, value * _SCALES[head], None, "number")
    if head in _DURATION_WORDS:
        return _quantity(tokens, index, index + 1, value, _DURATION_WORDS[head], "duration")
    if head in _MEASURES:
        return _quantity(tokens, index, index + 1, value, _MEASURES[head], "measure")
    return _quantity(tokens, index, index + 1, value, rest, "number")


def _read_words(tokens: Tokens, index: int, last: int) -> _Step | None:
    """Read number words: "twenty-five", "two hundred and five", "a dozen", "dozens"."""
    lower = tokens.lower
    word = lower[index]
    if word in _PLURAL_SCALES:
        return _finish(tokens, index, index + 1, last, _PLURAL_SCALES[word], "")
    if word in ("a", "an") or word == "dozen":
        return _read_article(tokens, index, last)
    if word == "one" and (
        (index and lower[index - 1] in _ONE_IS_PRONOUN)
        or (index + 1 < last and lower[index + 1] in ("another", "day", "thing"))
    ):
        return None
    head, _, rest = word.partition("-")
    if rest and head in _UNITS and rest.partition("-")[0] not in _UNITS:
        return _hyphenated(tokens, index, float(_UNITS[head]), rest)
    total = group = 0.0
    at = index
    while at < last:
        value = _word_value(lower[at])
        if value is not None and group % 100 == 0:
            group += value
        elif lower[at] in _LONG_SCALES and at > index:
            group = max(group, 1.0) * _SCALES[lower[at]]
            if lower[at] != "hundred":
                total, group = total + group, 0.0
        elif not _joins(lower, at, last) or at == index:
            break
        at += 1
    return _finish(tokens, index, at, last, total + group, "") if at > index else None


def _joins(lower: list[str], at: int, last: int) -> bool:
    """Tell whether the "and" at ``at`` continues a number ("two hundred and five")."""
    return (
        lower[at] == "and"
        and lower[at - 1] in ("hundred", "thousand")
        and at + 1 < last
        and _word_value(lower[at + 1]) is not None
    )


def _word_value(word: str) -> float | None:
    if word in _UNITS:
        return float(_UNITS[word])
    head, _, rest = word.partition("-")
    if head not in _TENS or (rest and rest not in _UNITS):
        return None
    return float(_TENS[head] + _UNITS.get(rest, 0))


def _read_article(tokens: Tokens, index: int, last: int) -> _Step | None:
    """Read "a dozen", "a hundred", "a million"."""
    lower = tokens.lower
    if lower[index] == "dozen":
        return _finish(tokens, index, index + 1, last, 12.0, "")
    if index + 1 < last and (lower[index + 1] in _LONG_SCALES or lower[index + 1] == "dozen"):
        value = _SCALES.get(lower[index + 1], 12.0)
        return _finish(tokens, index, index + 2, last, value, "")
    return None


def _finish(
    tokens: Tokens, first: int, following: int, last: int, value: float, tail: str
) -> _Step:
    """Add scale words, then the unit, to a number that ends before ``following``."""
    lower = tokens.lower
    if following < last and lower[following] in _LONG_SCALES and not tail:
        value, following = value * _SCALES[lower[following]], following + 1
    if first and lower[first - 1] in _CURRENCY_SIGNS:
        code = _CURRENCY_SIGNS[lower[first - 1]]
        return _quantity(tokens, first - 1, following, value, code, "money")
    width, unit, kind = _unit(lower, following, last, tail)
    return _quantity(tokens, first, following + width, value, unit, kind)


def _unit(
    lower: list[str], index: int, last: int, tail: str
) -> tuple[int, str | None, QuantityKind]:
    """Read the unit at ``index`` (or glued on as ``tail``): its width in tokens, name, kind."""
    word = lower[index] if index < last else ""
    if tail == "p":
        return 0, "GBp", "money"
    if tail == "pc":
        return 0, "%", "percent"
    if tail in _MEASURES:
        return 0, _MEASURES[tail], "measure"
    if word in _SIMPLE_UNITS:
        return 1, *_SIMPLE_UNITS[word]
    pair = _PAIR_UNITS.get(" ".join(lower[index : min(index + 2, last)]))
    if pair is not None:
        return 2, pair, "percent"
    if word == "of" and index + 1 < last:
        word = lower[index + 1]
    counted = word if word and word[0].isalpha() and word not in _NO_UNIT else None
    return 0, counted, "number"


def _dates_agree(one: str, other: str) -> bool:
    return all(
        x == y for x, y in zip(_date_parts(one), _date_parts(other), strict=False) if x and y
    )


def _date_parts(iso: str) -> list[str]:
    return ["", *iso[2:].split("-")] if iso[0] == "-" else iso.split("-")


_LONG_SCALES = frozenset(scale for scale in _SCALES if len(scale) > 3) | {"bn", "mn", "m"}
_JOIN_AFTER_UNIT = frozenset(_LONG_SCALES) | {"and"}
_YEAR_IS_COUNT = frozenset(
    "people workers jobs men women children soldiers troops shares dollars euros pounds miles"
    " km metres feet tonnes percent per % homes houses years days hours staff points times".split()
)
_STARTERS = _NUMBER_WORDS | frozenset(_ORDINALS) | frozenset(_MONTH_FORMS) | {"a", "an", "dozen"}
_STARTERS -= {"second", "mar", "dec", "sun"}
