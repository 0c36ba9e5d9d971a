"""From articles and statements to scores: the one path of every support check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, partial

import attrs
import numpy as np
from numpy.typing import NDArray

from summarize.document import Document
from summarize.support.columns import (
    Claims,
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
from summarize.support.reading import read_plainly
from summarize.support.relations import find_related, link_words
from summarize.support.selection import Chosen, Cut, choose, cut_sources
from summarize.support.statement import Statement, split_statement
from summarize.support.tokens import Vocabulary

#: Bounds of one batch: characters of articles, (statement, sentence) cells. They keep the
#: working set within a few hundred megabytes.
_CHARACTERS = 400_000
_CELLS = 500_000

Articles = tuple[Document, ...]
Ranges = Sequence[tuple[int, int]]


@attrs.frozen(eq=False)
class Case:
    """One statement to check against its articles, and the ranges of it that are checked.

    ``text`` is the statement as it is read, without layout. The verdict rests on ``units``, the
    sentences of its premises; the features are measured on ``whole``, projections included:
    how well an article bears a statement out shows in all its words.
    """

    articles: Articles
    statement: Statement
    text: str
    units: Ranges
    whole: Ranges


@attrs.frozen(eq=False)
class View:
    """Features of a batch: one row a statement."""

    measures: Measures
    names: tuple[str, ...]
    features: NDArray[np.float64]


@attrs.frozen(eq=False, slots=False)
class Batch:
    """A run of cases and what is measured on them, each when first asked for.

    ``matched`` has the units (sentences) of every case and, behind them, the whole of those
    cases that project. ``article`` has one row a case; ``evidence`` one row a unit of a case
    that has any evidence, ``units`` their numbers.
    """

    cases: Sequence[Case]
    matched: Match

    @cached_property
    def size(self) -> int:
        """How many units verdicts rest on: the first of those matched."""
        return sum(len(case.units) for case in self.cases)

    @property
    def starts(self) -> Ints:
        """The first unit of every case; each has one."""
        return np.searchsorted(self.matched.claims.statement, np.arange(len(self.cases)))

    @cached_property
    def article(self) -> View:
        """Features of every case, whole, against its whole article."""
        view = _view(self.matched)
        features, rest = np.split(view.features, [len(self.cases)])
        features[_find_projecting(self.cases)] = rest
        return attrs.evolve(view, features=features)

    @cached_property
    def chosen(self) -> Chosen:
        """The sentences that the verdict on every unit rests on."""
        chosen = choose(self.matched)
        kept = chosen.unit < self.size
        return Chosen(chosen.unit[kept], chosen.sentence[kept])

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
            _read_cases(group[start:end], numbers[start:end], vocabulary) for start, end in blocks
        ]
        table = Table.build(vocabulary)
        lookups = build_lookups(sources, table)
        links = link_words(sources, table, lookups)
        relate = partial(find_related, links=links, lookups=lookups)
        for (start, end), claims in zip(blocks, read, strict=True):
            yield Batch(group[start:end], match(sources, claims, table, lookups, relate))


def _read_cases(cases: Sequence[Case], numbers: Sequence[int], vocabulary: Vocabulary) -> Claims:
    """Read the units of all cases, then the whole of those that project as statements more."""
    more = _find_projecting(cases)
    return read_claims(
        [case.text for case in cases] + [cases[at].text for at in more],
        [case.units for case in cases] + [cases[at].whole for at in more],
        [*numbers, *(numbers[at] for at in more)],
        vocabulary,
    )


def _find_projecting(cases: Sequence[Case]) -> list[int]:
    return [at for at, case in enumerate(cases) if case.whole is not case.units]


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
    units = whole = find_ranges(statement)
    if statement.consequents:
        whole = find_units(text, 0, len(text))
    return Case(articles, statement, _read(articles, text), units, whole)


def whole_case(articles: Articles, text: str) -> Case:
    """Join a statement to its articles as one piece, projections included."""
    whole = [(0, len(text))]
    return Case(articles, split_statement(text), _read(articles, text), whole, whole)


def _read(articles: Articles, text: str) -> str:
    return read_plainly(text, [document.text for document in articles])
