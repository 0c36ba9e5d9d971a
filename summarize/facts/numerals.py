"""Numbers in words: "twenty-five", "two hundred and five thousand"."""

from __future__ import annotations

from summarize.facts.units import LONG_SCALES, NUMBER_WORDS, SCALES, TENS, UNITS


def is_number(word: str) -> bool:
    """Tell whether a lower-case token is a number in digits or words."""
    return word[:1].isdecimal() or word.partition("-")[0] in NUMBER_WORDS


def read_number_words(lower: list[str], index: int, last: int) -> tuple[float, int] | None:
    """Read the number in words that begins at ``index``: its value and the index after it."""
    total = group = 0.0
    at = index
    while at < last:
        value = _word_value(lower[at])
        if value is not None and group % 100 == 0:
            group += value
        elif lower[at] in LONG_SCALES and at > index:
            group = max(group, 1.0) * SCALES[lower[at]]
            if lower[at] != "hundred":
                total, group = total + group, 0.0
        elif not _joins(lower, at, last) or at == index:
            break
        at += 1
    return (total + group, at) if at > index else None


def _joins(lower: list[str], at: int, last: int) -> bool:
    """Tell whether the "and" at ``at`` continues a number ("two hundred and five")."""
    return (
        lower[at] == "and"
        and lower[at - 1] in ("hundred", "thousand")
        and at + 1 < last
        and _word_value(lower[at + 1]) is not None
    )


def _word_value(word: str) -> float | None:
    if word in UNITS:
        return float(UNITS[word])
    head, _, rest = word.partition("-")
    if head not in TENS or (rest and rest not in UNITS):
        return None
    return float(TENS[head] + UNITS.get(rest, 0))
