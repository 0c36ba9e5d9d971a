"""All features of a batch: one row a statement, one column a measure.

Each measure is taken for every sentence of a statement against its article. A
statement's value is the mean over its sentences, weighted by their content, and for
some measures also the worst sentence's value.
"""

from __future__ import annotations

import attrs
import numpy as np
from numpy.typing import NDArray

from summarize.support.contexts import measure_contexts, measure_proximity
from summarize.support.coverage import (
    measure_chance,
    measure_chunks,
    measure_coverage,
)
from summarize.support.departures import measure_departures
from summarize.support.index import Floats, number, total
from summarize.support.likeness import measure_likeness
from summarize.support.matching import Match
from summarize.support.mismatches import (
    Absent,
    find_absent,
    measure_absence,
    measure_polarity,
    measure_relations,
)
from summarize.support.pairs import measure_pairs
from summarize.support.repetition import measure_repetition
from summarize.support.sequences import measure_grams, measure_runs
from summarize.support.subsequences import measure_subsequences
from summarize.support.windows import Windows, find_window

#: Measures of which the least over a statement's sentences is a feature too.
LEAST = (
    "covered covered_one covered_three p2 p3 subsequence_three skips content_skips near_mean"
    " covered_soft pairs_joined bridge_least bridge_mean anchors_fit_least chance_gain"
    " run_longest verb_context name_context chunk_least"
).split()
#: Measures of which the largest over a statement's sentences is a feature too.
MOST = (
    "uncovered_first soft_first missing_names missing_numbers uncovered_count negation_shift"
    " negation_parity names_outside numbers_outside uncovered_mass soft_mass antonyms"
    " direction_shift more_special uncovered_run slot_filled pairs_apart_first"
).split()
#: Counts that add up over a statement's sentences.
SUMS = (
    "missing_names missing_numbers uncovered_count uncovered_mass strict_names strict_numbers"
).split()


@attrs.frozen(eq=False)
class Measures:
    """Measures by unit, with what they were taken from."""

    matched: Match
    columns: dict[str, Floats]
    absent: Absent
    one: Windows
    three: Windows


def measure(matched: Match) -> Measures:
    """Take every measure of every unit."""
    one, two, three = (find_window(matched, length) for length in (1, 2, 3))
    absent = find_absent(matched)
    columns = {
        **measure_coverage(matched, one, two, three),
        **measure_chunks(matched, two),
        **measure_chance(matched, one, three),
        **measure_grams(matched, three),
        **measure_runs(matched),
        **measure_proximity(matched),
        **measure_contexts(matched),
        **measure_absence(matched, absent, three),
        **measure_relations(matched, three),
        **measure_polarity(matched, one, three),
        **measure_pairs(matched),
        **measure_likeness(matched),
    }
    columns |= measure_subsequences(matched, {"one": one, "three": three})
    columns |= measure_departures(matched, one, columns)
    return Measures(matched, columns, absent, one, three)


def combine(measures: Measures) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    """Return feature names and the matrix (statements, features)."""
    matched, columns = measures.matched, measures.columns
    statement = matched.claims.statement
    size = int(statement.max()) + 1 if len(statement) else 0
    mass = total(matched.mass, statement, size)
    share = matched.mass / mass[statement]
    table = dict(zip(columns, np.stack(list(columns.values())) * share, strict=True))
    out = {name: total(value, statement, size) for name, value in table.items()}
    # Every statement has a unit.
    starts = np.searchsorted(statement, np.arange(size))
    for prefix, names, reduce in (("least_", LEAST, np.minimum), ("most_", MOST, np.maximum)):
        found = reduce.reduceat(np.stack([columns[name] for name in names]), starts, axis=1)
        out |= zip([prefix + name for name in names], found, strict=True)
    out |= {"sum_" + name: np.minimum(total(columns[name], statement, size), 12.0) for name in SUMS}
    out |= measure_repetition(matched, size)
    sources = matched.sources
    source = np.zeros(size, np.int64)
    source[statement] = matched.claims.source
    sentences = sources.sentence_counts[source]
    tokens = (
        sources.sentence_starts[sources.source_starts[1:]]
        - sources.sentence_starts[sources.source_starts[:-1]]
    )
    out["sentences"] = np.log(number(statement, size))
    out["article_tokens"] = np.log1p(tokens[source])
    out["article_sentences"] = np.log1p(sentences)
    return tuple(out), np.stack(list(out.values()), axis=1)
