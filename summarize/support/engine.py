"""From articles and statements to scores: the one path of every support check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial

import attrs
import numpy as np
from numpy.typing import NDArray

from summarize.document import Document
from summarize.support.columns import (
    Table,
    find_units,
    read_claims,
    read_sources,
)
from summarize.support.features import Measures, combine, measure
from summarize.support.index import Ints
from summarize.support.lookups import build_lookups
from summarize.support.matching import Match
from summarize.support.occurrences import match
from summarize.support.relations import find_related, link_words
from summarize.support.selection import Chosen, Cut, choose, cut_sources
from summarize.support.statement import Statement, split_statement
from summarize.support.tokens import Vocabulary

#: Bounds of one batch: characters of articles, (statement, sentence) cells. They keep the
#: working set within a few hundred megabytes.
_CHARACTERS = 400_000
_CELLS = 500_000

Articles = tuple[Document, ...]


@attrs.frozen(eq=False)
class Case:
    """One statement to check against its articles, and the ranges of it that are checked."""

    articles: Articles
    statement: Statement
    units: Sequence[tuple[int, int]]


@attrs.frozen(eq=False)
class View:
    """Features of a batch: one row a statement."""

    measures: Measures
    names: tuple[str, ...]
    features: NDArray[np.float64]


@attrs.frozen(eq=False, slots=False)
class Batch:
    """A run of cases and what is measured on them, each when first asked for.

    ``article`` has one row a case; ``evidence`` one row a unit (sentence of a case)
    that has any evidence, ``units`` their numbers among all units.
    """

    cases: Sequence[Case]
    matched: Match

    @property
    def starts(self) -> Ints:
        """The first unit of every case; each has one."""
        return np.searchsorted(self.matched.claims.statement, np.arange(len(self.cases)))

    @cached_property
    def article(self) -> View:
        """Features of every case against its whole article."""
        return _view(self.matched)

    @cached_property
    def chosen(self) -> Chosen:
        """The sentences that the verdict on every unit rests on."""
        return choose(self.matched)

    @cached_property
    def _cut(self) -> Cut:
        return cut_sources(self.matched, self.chosen)

    @property
    def units(self) -> Ints:
        """Units that have evidence."""
        return self._cut.units

    @cached_property
    def evidence(self) -> View:
        """Features of every unit against its chosen sentences alone."""
        cut, table = self._cut, self.matched.table
        lookups = build_lookups(cut.sources, table, cut.asked)
        return _view(match(cut.sources, cut.claims, table, lookups, lambda _: cut.related))


def find_ranges(statement: Statement) -> list[tuple[int, int]]:
    """Return the ranges of a statement that are checked: its premises, sentence by sentence.

    A leading question is left out: it only introduces the claim that answers it.
    """
    found = [
        unit
        for premise in statement.premises
        for unit in find_units(statement.text, premise.start, premise.end)
    ] or [(0, 0)]
    start, end = found[0]
    if len(found) > 1 and statement.text[start:end].rstrip().endswith("?"):
        found = found[1:]
    return found


def run(cases: Sequence[Case]) -> Iterator[Batch]:
    """Measure all cases, in batches of bounded size, in order.

    Every article needs a sentence. Cost is linear in the length of the articles and
    in (statements times sentences).
    """
    for group in _group(cases, _CHARACTERS):
        vocabulary = Vocabulary()
        numbers, articles = _number(group)
        sources = read_sources(articles, vocabulary)
        blocks = list(_blocks(group))
        read = [
            read_claims(
                [case.statement.text for case in group[start:end]],
                [case.units for case in group[start:end]],
                numbers[start:end],
                vocabulary,
            )
            for start, end in blocks
        ]
        table = Table.build(vocabulary)
        lookups = build_lookups(sources, table)
        links = link_words(sources, table, lookups)
        relate = partial(find_related, links=links, lookups=lookups)
        for (start, end), claims in zip(blocks, read, strict=True):
            yield Batch(group[start:end], match(sources, claims, table, lookups, relate))


def _view(matched: Match) -> View:
    measures = measure(matched)
    return View(measures, *combine(measures))


def _number(cases: Sequence[Case]) -> tuple[list[int], list[Articles]]:
    seen: dict[tuple[int, ...], int] = {}
    articles: list[Articles] = []
    numbers = []
    for case in cases:
        key = tuple(map(id, case.articles))
        if key not in seen:
            seen[key] = len(articles)
            articles.append(case.articles)
        numbers.append(seen[key])
    return numbers, articles


def _group(cases: Sequence[Case], limit: int) -> Iterator[Sequence[Case]]:
    """Cut the cases into runs whose distinct articles hold about ``limit`` characters."""
    start, held = 0, 0
    seen: set[tuple[int, ...]] = set()
    for at, case in enumerate(cases):
        key = tuple(map(id, case.articles))
        if key in seen:
            continue
        size = sum(len(document.text) for document in case.articles)
        if seen and held + size > limit:
            yield cases[start:at]
            start, held, seen = at, 0, set()
        seen.add(key)
        held += size
    if start < len(cases):
        yield cases[start:]


def _blocks(cases: Sequence[Case]) -> Iterator[tuple[int, int]]:
    """Cut a group into ranges of at most ``_CELLS`` (statement, sentence) cells."""
    sizes = np.array([sum(len(d.sentences) for d in case.articles) for case in cases])
    start, held = 0, 0
    for at, size in enumerate(sizes.tolist()):
        if at > start and held + size > _CELLS:
            yield start, at
            start, held = at, 0
        held += size
    if start < len(cases):
        yield start, len(cases)


def read_case(articles: Articles, text: str) -> Case:
    """Cut a statement into the sentences of its premises and join it to its articles."""
    statement = split_statement(text)
    return Case(articles, statement, find_ranges(statement))


def whole_case(articles: Articles, text: str) -> Case:
    """Join a statement to its articles as one piece, projections included."""
    return Case(articles, split_statement(text), [(0, len(text))])
