"""What the statement has and the article lacks: names, numbers, terms, polarity."""

from __future__ import annotations

import attrs
import numpy as np

from summarize.support.columns import has, spread
from summarize.support.index import (
    Bools,
    Floats,
    Ints,
    Members,
    anywhere,
    largest,
    mix,
    number,
    ranges,
    tally,
    total,
)
from summarize.support.lookups import find_negated
from summarize.support.matching import Match
from summarize.support.relations import ANTONYM, DERIVED, GENERAL, NAMED, SPECIAL, SYNONYM, VALUES
from summarize.support.windows import Windows

#: A number counts as present if the article rounds it this closely ("about 1,500" for 1,487).
_ROUNDING = 0.02
#: Years are never roundings of each other, nor are small numbers.
_SMALLEST_ROUNDED = 100
_YEARS = (1800, 2100)


@attrs.frozen(eq=False)
class Absent:
    """Content words that the article lacks; ``name`` and ``number`` are strict."""

    name: Bools
    number: Bools


def find_absent(matched: Match) -> Absent:
    """Return names and numbers that the article lacks beyond reasonable doubt.

    A name: not the sentence's first word, capitalised here in a text that uses capitals,
    not usually lower-cased in the archive, no word of the article shares four first
    letters, no acronym or expansion of it is there. A number: written in digits, and no
    number of the article rounds to it.
    """
    word = matched.claims.word[matched.content]
    table = matched.table
    flags = table.flags[word]
    lost = ~matched.present
    name = matched.name & lost & has(flags, "upper") & (table.length[word] >= 2)
    name &= matched.claims.place[matched.content] > 0
    name &= ~matched.small[matched.unit]
    name &= ~(has(flags, "seen") & (table.capital_rate[word] < 0.5))
    alike = matched.candidates.word[matched.candidates.kind == NAMED]
    name &= ~anywhere(alike, len(word))
    name &= ~find_expanded(matched)
    figure = matched.figure & lost & has(flags, "digits")
    figure &= ~_find_rounded(matched, figure)
    return Absent(name, figure)


def find_expanded(matched: Match) -> Bools:
    """Tell which words are an acronym that the article spells out, or spell out one of its."""
    letters = matched.table.letters[matched.claims.word[matched.content]]
    at = np.flatnonzero(letters > 0)
    out = _find_spelt_out(matched)
    out[at[matched.lookups.acronym.holds(spread(matched.source[at], letters[at]))]] = True
    return out


def _find_spelt_out(matched: Match) -> Bools:
    """Tell which capitalised words are part of a run whose initials the article has as a word."""
    table, word = matched.table, matched.claims.word[matched.content]
    upper = np.flatnonzero(has(table.flags[word], "upper") & (table.initial[word] > 0))
    initial, unit = table.initial[word[upper]], matched.unit[upper]
    runs, code = [], initial
    for step in range(1, 6):
        size = max(len(upper) - step, 0)
        code = code[:size] * 27 + initial[step:]
        first = np.flatnonzero(unit[:size] == unit[step:])
        runs.append((first, code[first], np.full(len(first), step)))
    first, codes, steps = (np.concatenate(column) for column in zip(*runs, strict=True))
    held = _acronym_words(matched).holds(spread(matched.claims.source[unit[first]], codes))
    out = np.zeros(len(matched.content), bool)
    out[upper[ranges(first[held], steps[held] + 1)]] = True
    return out


def _acronym_words(matched: Match) -> Members:
    word = matched.sources.word
    at = np.flatnonzero(matched.table.letters[word] > 0)
    return Members.build(spread(matched.sources.source[at], matched.table.letters[word[at]]))


def _find_rounded(matched: Match, figure: Bools) -> Bools:
    """Tell which numbers some number of the article rounds to."""
    out = np.zeros(len(figure), bool)
    asked = np.flatnonzero(figure)
    value = matched.table.value[matched.claims.word[matched.content[asked]]]
    free = (value >= _SMALLEST_ROUNDED) & ~((value > _YEARS[0]) & (value < _YEARS[1]))
    asked, value = asked[free], value[free]
    numbers = matched.table.value[matched.sources.word]
    at = np.flatnonzero(numbers >= 0)
    bounds = np.searchsorted(
        matched.sources.source[at], np.arange(len(matched.sources.source_starts))
    )
    source = matched.source[asked]
    counts = bounds[source + 1] - bounds[source]
    query = np.repeat(np.arange(len(asked)), counts)
    other = numbers[at[ranges(bounds[source], counts)]]
    near = np.abs(other - value[query]) <= _ROUNDING * value[query]
    out[asked[query[near]]] = True
    return out


def measure_absence(matched: Match, absent: Absent, window: Windows) -> dict[str, Floats]:
    """Missing names and numbers, and the weight of what is uncovered."""
    unit, units, weight = matched.unit, matched.units, matched.weight
    lost, outside = np.flatnonzero(~matched.present), ~window.inside
    names, figures = tally(matched.name, unit, units), tally(matched.figure, unit, units)
    missing = tally(matched.name & ~matched.present, unit, units)
    left = (1.0 - matched.soft) * weight
    flags = matched.table.flags[matched.claims.word[matched.content]]
    plain = ~matched.name & ~matched.figure
    verbal = plain & has(flags, "verbal")
    first, second = _top_two(weight[lost], unit[lost], units)
    near = matched.name & np.r_[False, matched.name[:-1]][: len(unit)]
    beyond = np.flatnonzero(outside)
    return {
        "names": np.minimum(names, 8),
        "numbers": np.minimum(figures, 6),
        "missing_names": np.minimum(missing, 4),
        "missing_names_share": missing / (names + 1),
        "missing_numbers": np.minimum(tally(matched.figure & ~matched.present, unit, units), 4),
        "strict_names": np.minimum(tally(absent.name, unit, units), 3),
        "strict_numbers": np.minimum(tally(absent.number, unit, units), 3),
        "names_outside": tally(matched.name & outside, unit, units) / (names + 1),
        "numbers_outside": tally(matched.figure & outside, unit, units) / (figures + 1),
        "strange_names": _count_strange(matched, near),
        "uncovered_first": first,
        "uncovered_second": second,
        "uncovered_count": np.minimum(number(unit[lost], units), 10),
        "uncovered_mass": total(weight[lost], unit[lost], units),
        "outside_first": largest(weight[beyond], unit[beyond], units),
        "outside_mass": total(weight[beyond], unit[beyond], units),
        "lost_verbs": np.log1p(total(left * verbal, unit, units)),
        "lost_common": np.log1p(total(left * (plain & (weight < 0.45)), unit, units)),
        "lost_rare": np.log1p(total(left * (plain & (weight >= 0.45)), unit, units)),
        "lost_names": np.log1p(total(left * matched.name, unit, units)),
        "uncovered_run": _longest_run(matched),
        "soft_first": largest(left[lost], unit[lost], units),
        "soft_mass": total(left[lost], unit[lost], units),
        "slot_filled": _measure_slots(matched),
    }


def measure_relations(matched: Match, window: Windows) -> dict[str, Floats]:
    """Count uncovered words that the article has as an opposite, or more or less special."""
    related, size = matched.related, len(matched.content)
    near = related.place >= window.low[matched.unit[related.word]]
    near &= related.place < window.high[matched.unit[related.word]]
    held = np.zeros((len(VALUES), size), bool)
    usable = ~matched.present[related.word] & ((related.kind != ANTONYM) | near)
    held[related.kind[usable], related.word[usable]] = True
    meaning = held[DERIVED] | held[SYNONYM]
    special = held[GENERAL] & ~held[SPECIAL] & ~meaning
    general = held[SPECIAL] & ~meaning
    return {
        name: np.minimum(number(matched.unit[found], matched.units), 3)
        for name, found in (
            ("antonyms", held[ANTONYM]),
            ("more_special", special),
            ("more_general", general),
        )
    }


def _top_two(values: Floats, groups: Ints, size: int) -> tuple[Floats, Floats]:
    order = np.lexsort((-values, groups))
    values, groups = values[order], groups[order]
    starts = np.searchsorted(groups, np.arange(size + 1))
    held = np.diff(starts)
    values = np.r_[values, 0.0, 0.0]
    first = np.where(held > 0, values[starts[:-1]], 0.0)
    return first, np.where(held > 1, values[np.minimum(starts[:-1] + 1, len(values) - 1)], 0.0)


def _count_strange(matched: Match, near: Bools) -> Floats:
    """Count neighbouring names that the article never has side by side."""
    at = np.flatnonzero(near)
    at = at[(matched.content[at] - matched.content[at - 1] == 1)]
    at = at[matched.unit[at] == matched.unit[at - 1]]
    known = matched.lookups.grams.pairs.holds(
        mix(matched.source[at], matched.key[at - 1], matched.key[at])
    )
    return number(matched.unit[at[~known]], matched.units)


def _longest_run(matched: Match) -> Floats:
    """Return the largest weight of uncovered content words in a row."""
    lost = ~matched.present
    begins = np.ones(len(lost), bool)
    begins[1:] = (matched.unit[1:] != matched.unit[:-1]) | ~lost[1:] | ~lost[:-1]
    first = np.flatnonzero(begins)
    mass = total(np.where(lost, matched.weight, 0.0), np.cumsum(begins) - 1, len(first))
    return largest(mass, matched.unit[first], matched.units)


def _measure_slots(matched: Match) -> Floats:
    """Weight of an uncovered word whose two neighbours the article has with another between."""
    claims, table, held = matched.claims, matched.table, matched.known
    at = np.flatnonzero(~matched.present)
    at = at[(matched.content[at] > 0) & (matched.content[at] < len(claims.word) - 1)]
    middle = matched.content[at]
    same = claims.unit[middle - 1] == claims.unit[middle + 1]
    at = at[same & held[middle - 1] & held[middle + 1]]
    middle = matched.content[at]
    left, right = claims.word[middle - 1], claims.word[middle + 1]
    between = np.flatnonzero(
        matched.lookups.grams.skips.holds_later(
            mix(matched.source[at], table.key[left], table.key[right])
        )
    )
    value = matched.weight[at] * (0.3 + 0.7 * np.maximum(table.weight[left], table.weight[right]))
    return largest(value[between], matched.unit[at[between]], matched.units)


def measure_polarity(matched: Match, best: Windows, window: Windows) -> dict[str, Floats]:
    """Negation, modality and direction, here and in the best window."""
    claims, units = matched.claims, matched.units
    flags = matched.table.flags[claims.word]
    unit = claims.unit
    negative = number(unit[has(flags, "negative")], units)
    near = _count_flag(matched, "negative", best)
    around = _count_flag(matched, "negative", window)
    modal = anywhere(unit[has(flags, "modal")], units)
    up, down = (anywhere(unit[has(flags, name)], units) for name in ("rising", "falling"))
    rises, falls = (_count_flag(matched, name, window) > 0 for name in ("rising", "falling"))
    turned = (up & ~down & falls & ~rises) | (down & ~up & rises & ~falls)
    lost, gained = find_negation_shifts(matched, window.low, window.high, window.inside)
    return {
        "negations": np.minimum(negative, 2),
        "negation_parity": ((negative - near) % 2 != 0).astype(np.float64),
        "negation_added": ((negative > 0) & (around == 0)).astype(np.float64),
        "negation_dropped": ((negative == 0) & (near > 0)).astype(np.float64),
        "negation_shift": lost.astype(np.float64) + gained,
        "modal": modal.astype(np.float64),
        "modal_shift": (modal != (_count_flag(matched, "modal", window) > 0)).astype(np.float64),
        "direction_shift": turned.astype(np.float64),
        "attributed": anywhere(unit[has(flags, "attributing")], units).astype(np.float64),
    }


def _count_flag(matched: Match, name: str, window: Windows) -> Ints:
    flagged = has(matched.table.flags[matched.sources.word], name)
    sums = np.r_[0, np.cumsum(flagged)]
    return np.asarray(sums[window.high] - sums[window.low], np.int64)


def find_negation_shifts(
    matched: Match, low: Ints, high: Ints, inside: Bools
) -> tuple[Bools, Bools]:
    """Tell which units deny a word that the article's range asserts, and the other way round.

    ``inside`` tells which content words the range has.
    """
    claims, units, negated = matched.claims, matched.units, matched.lookups.negated
    negative = has(matched.table.flags[claims.word], "negative")
    denied = find_negated(negative, claims.unit)[matched.content]
    codes = spread(matched.source, matched.key)
    at = np.flatnonzero(inside)
    unit = matched.unit[at]
    at = at[negated.within(negated.find(codes[at]), low[unit], high[unit])]
    added = denied & inside
    added[at] = False
    dropped = at[~denied[at]]
    mine = spread(matched.unit, matched.key)
    dropped = dropped[~np.isin(mine[dropped], mine[np.flatnonzero(denied)])]
    return anywhere(matched.unit[np.flatnonzero(added)], units), anywhere(
        matched.unit[dropped], units
    )
