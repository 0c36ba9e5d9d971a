"""The tables by which quantities are read: number words, scales, units, months."""

from __future__ import annotations

import re
from typing import Literal

QuantityKind = Literal[
    "number", "money", "percent", "duration", "measure", "date", "time", "ordinal", "score"
]

UNITS = dict(
    zip(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split(),
        range(20),
        strict=True,
    )
)
TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SCALES |= {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "tr": 1e12,
}
PLURAL_SCALES = {
    "dozens": 24.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
CURRENCY_SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB"}
CURRENCY_WORDS = {
    "dollar": "USD", "dollars": "USD", "pound": "GBP", "pounds": "GBP", "euro": "EUR",
    "euros": "EUR", "yen": "JPY", "yuan": "CNY", "rupees": "INR", "roubles": "RUB",
    "rubles": "RUB", "francs": "CHF", "pence": "GBp", "cents": "USc", "usd": "USD",
    "gbp": "GBP", "eur": "EUR",
}  # fmt: skip
DURATIONS = "second minute hour day week month year decade century night weekend".split()
DURATION_WORDS = {unit: unit for unit in DURATIONS} | {unit + "s": unit for unit in DURATIONS}
DURATION_WORDS |= {"centuries": "century", "hrs": "hour", "mins": "minute", "secs": "second"}
MEASURES = {
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
SIMPLE_UNITS: dict[str, tuple[str, QuantityKind]] = {
    **{word: (code, "money") for word, code in CURRENCY_WORDS.items()},
    **{word: (unit, "duration") for word, unit in DURATION_WORDS.items()},
    **{word: (unit, "measure") for word, unit in MEASURES.items()},
    **dict.fromkeys(("%", "percent", "pc"), ("%", "percent")),
}
PAIR_UNITS = {"per cent": "%", "percentage points": "point", "percentage point": "point"}
MONTHS = {
    name: index
    for index, name in enumerate(
        "january february march april may june july august september october november"
        " december".split(),
        start=1,
    )
}
WEEKDAYS = {
    name: index
    for index, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
MONTH_FORMS = MONTHS | {name[:3]: index for name, index in MONTHS.items()} | {"sept": 9}
BOUNDS = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about",
    "some": "about", "nearly": "at most", "almost": "at most", "over": "at least",
    "under": "at most",
}  # fmt: skip
TWO_WORD_BOUNDS = {
    ("more", "than"): "at least", ("at", "least"): "at least", ("fewer", "than"): "at most",
    ("less", "than"): "at most", ("up", "to"): "at most", ("at", "most"): "at most",
}  # fmt: skip
NUMBER_WORDS = frozenset(UNITS) | frozenset(TENS) | frozenset(PLURAL_SCALES)
ONE_IS_PRONOUN = frozenset("no any every this that the which each another some such".split())
NO_UNIT = frozenset(
    "of and or in on at to for from by with as is are was were be been has have had will would"
    " can could may might that which who when while after before but than then if because so"
    " per percent out up down off over under into not now also already only the a an".split()
)
DIGITS = re.compile(
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    r"(?P<tail>(?:st|nd|rd|th|bn|tn|mn|m|k|pc|pm|am|s|km|kg|cm|mm|ft|mph|gb|mb|p)?)"
    r"(?P<hyphen>-[a-z]+(?:-[a-z]+)*)?$"
)
SCORE = re.compile(r"[0-9]{1,3}[-–][0-9]{1,3}(?:[-–][0-9]{1,3})?$")
YEARS = range(1700, 2100)  # a bare four-digit number in this range is read as a year
LONG_SCALES = frozenset(scale for scale in SCALES if len(scale) > 3) | {"bn", "mn", "m"}
#: Lower-case tokens that begin a time expression, or follow its day of the month.
TIME_WORDS = frozenset((*WEEKDAYS, *DAYS, *MONTHS, *map(str, YEARS), "last", "next", "this"))
YEAR_IS_COUNT = frozenset(
    "people workers jobs men women children soldiers troops shares dollars euros pounds miles"
    " km metres feet tonnes percent per % homes houses years days hours staff points times".split()
)
STARTERS = NUMBER_WORDS | frozenset(ORDINALS) | frozenset(MONTH_FORMS) | {"a", "an", "dozen"}
STARTERS -= {"second", "mar", "dec", "sun"}


def may_start(word: str) -> bool:
    """Tell whether a lower-case token may begin a quantity."""
    return word[0] in "0123456789" or word in STARTERS or "-" in word


def read_unit(
    lower: list[str], index: int, last: int, tail: str
) -> tuple[int, str | None, QuantityKind]:
    """Read the unit at ``index`` (or glued on as ``tail``): its width in tokens, name, kind."""
    word = lower[index] if index < last else ""
    if tail == "p":
        return 0, "GBp", "money"
    if tail == "pc":
        return 0, "%", "percent"
    if tail in MEASURES:
        return 0, MEASURES[tail], "measure"
    if word in SIMPLE_UNITS:
        return 1, *SIMPLE_UNITS[word]
    pair = PAIR_UNITS.get(" ".join(lower[index : min(index + 2, last)]))
    if pair is not None:
        return 2, pair, "percent"
    if word == "of" and index + 1 < last:
        word = lower[index + 1]
    counted = word if word and word[0].isalpha() and word not in NO_UNIT else None
    return 0, counted, "number"
