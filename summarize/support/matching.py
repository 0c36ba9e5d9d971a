"""Where the words of each statement occur in its article."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import attrs
import numpy as np

from summarize.support.columns import (
    Claims,
    Lookups,
    Sources,
    Table,
    chain,
    has,
    spread,
)
from summarize.support.index import (
    Bools,
    Floats,
    Ints,
    Patterns,
    largest,
    number,
    total,
)
from summarize.support.relations import NAMED, VALUES, Asked, Related

#: A name of fewer letters is not covered by a word that begins like it.
_NAME_LENGTH = 5
#: Above this share of capitals in the archive, a word is a name wherever it stands.
NAME_RATE = 0.6


@attrs.frozen(eq=False)
class Grid:
    """How far each sentence of its article covers each content word, in [0, 1].

    Row ``i`` is content word ``i``: ``values[rows[i]:rows[i + 1]]``, one entry a sentence.
    """

    rows: Ints
    values: Floats


@attrs.frozen(eq=False, slots=False)
class Match:
    """The content words of all units, and where their article has them.

    ``content`` are positions in the claims' tokens; ``unit``, ``key``, ``weight``,
    ``rank`` (in the articles' key index), ``present``, ``name``, ``figure`` and ``soft``
    (how far the article has it or a related word) run along it; ``token_rank`` is the rank of
    all tokens. ``candidates`` are the words that may be related, ``related`` those that
    are. ``met``, ``sentence`` and ``value`` say how far a sentence covers a content word.
    ``cells`` bounds the numbers of the (unit, sentence) pairs. ``small`` tells which units use
    no capitals.
    """

    sources: Sources
    claims: Claims
    table: Table
    lookups: Lookups
    token_rank: Ints
    content: Ints
    unit: Ints
    key: Ints
    weight: Floats
    rank: Ints
    present: Bools
    name: Bools
    figure: Bools
    candidates: Related
    related: Related
    met: Ints
    sentence: Ints
    value: Floats
    grid: Grid
    cells: Ints
    mass: Floats
    small: Bools

    @property
    def units(self) -> int:
        """How many units there are."""
        return self.claims.units

    @property
    def source(self) -> Ints:
        """Source of each content word."""
        return self.claims.source[self.unit]

    @cached_property
    def pairs(self) -> tuple[Ints, Ints, Ints]:
        """Code, rank in the articles' pairs (-1 if absent) and position of the claims' pairs.

        Those of which the article has both tokens.
        """
        hashed, at = chain_within(self, 1)
        return hashed, self.lookups.grams.pairs.find(hashed), at

    @cached_property
    def patterns(self) -> Patterns:
        """The places of every key in every unit."""
        claims, lookups = self.claims, self.lookups
        sizes = (np.diff(lookups.firsts) + 1)[claims.source]
        ends = np.cumsum(sizes)
        source = claims.source[claims.unit]
        number = np.maximum(self.token_rank + 1 - lookups.firsts[source], 0)
        size = int(ends[-1]) if len(ends) else 0
        return Patterns.build(ends - sizes, size, claims.unit, claims.place, number)

    @cached_property
    def soft(self) -> Floats:
        """How far the article has each content word or a related one."""
        return largest(self.value, self.met, len(self.content))

    @cached_property
    def covered_by_two(self) -> Floats:
        """Weight of each content word that two sentences in a row cover.

        As the grid has it, at the first of the two.
        """
        one = self.grid.values * np.repeat(self.weight, np.diff(self.grid.rows))
        ahead = np.empty_like(one)
        ahead[:-1] = one[1:]
        ahead[self.grid.rows[1:] - 1] = 0.0
        return np.maximum(one, ahead, out=ahead)

    @cached_property
    def covered(self) -> tuple[Floats, Floats, Floats]:
        """Weight covered by the runs of one, two, three sentences that start at each cell.

        To a longer run a sentence adds what it has over those before it.
        """
        cell, size, weight = self.cell(), int(self.cells[-1]), self.weight[self.met]
        place = self.sentence - self.first_sentence()[self.unit[self.met]]
        at = self.grid.rows[self.met] + place
        runs = [total(weight * self.value, cell, size)]
        had = np.zeros(len(at))
        for step in (1, 2):
            inner = place >= step
            had = np.maximum(
                had, np.where(inner, self.grid.values[np.maximum(at - step, 0)], np.inf)
            )
            more = weight * np.maximum(self.value - had, 0.0)
            runs.append(runs[-1] + total(more[inner], cell[inner] - step, size))
        return runs[0], runs[1], runs[2]

    def first_sentence(self) -> Ints:
        """First sentence of each unit's source."""
        return self.sources.source_starts[self.claims.source]

    def cell_at(self, unit: Ints, sentence: Ints) -> Ints:
        """Return the numbers of (unit, sentence) pairs."""
        return self.cells[unit] + sentence - self.first_sentence()[unit]

    def cell(self) -> Ints:
        """Return the (unit, sentence) number of every ``met`` entry."""
        return self.cell_at(self.unit[self.met], self.sentence)

    @cached_property
    def cell_unit(self) -> Ints:
        """The unit of every (unit, sentence) pair."""
        return np.repeat(np.arange(self.units), np.diff(self.cells))

    @cached_property
    def cell_sentence(self) -> Ints:
        """The sentence of every (unit, sentence) pair, numbered over all articles."""
        unit = self.cell_unit
        return np.arange(len(unit)) - self.cells[unit] + self.first_sentence()[unit]

    def rows_at(self, sentence: Ints) -> Ints:
        """Return the grid entry of each content word at its unit's ``sentence``."""
        return self.grid.rows[:-1] + (sentence - self.first_sentence())[self.unit]

    def inside(self, low: Ints, high: Ints) -> Bools:
        """Tell for each content word whether its unit's token range ``[low, high)`` has it."""
        return self.lookups.key.within(self.rank, low[self.unit], high[self.unit])


def chain_within(matched: Match, *steps: int) -> tuple[Ints, Ints]:
    """Code the claims' tokens as the articles' are, within units; returns codes and positions.

    Left out is what holds a token that the article lacks.
    """
    claims = matched.claims
    keys, known = matched.table.key[claims.word], matched.token_rank >= 0
    return chain(claims.source[claims.unit], keys, *steps, group=claims.unit, known=known)


def match(
    sources: Sources,
    claims: Claims,
    table: Table,
    lookups: Lookups,
    relate: Callable[[Asked], Related],
) -> Match:
    """Find every content word of every unit in its article.

    ``relate`` returns the words of the articles that may be related to those asked for.
    """
    flags = table.flags[claims.word]
    content = np.flatnonzero(has(flags, "content"))
    unit, word = claims.unit[content], claims.word[content]
    source = claims.source[unit]
    token_rank = lookups.key.find(spread(claims.source[claims.unit], table.key[claims.word]))
    rank = token_rank[content]
    small = number(claims.unit[has(flags, "upper")], claims.units) <= 1
    name = _find_names(claims, table, lookups, content, small)
    figure = has(table.flags[word], "number")
    asked = Asked(
        key=table.key[word],
        prefix4=table.prefix4[word],
        prefix6=table.prefix6[word],
        length=table.length[word],
        source=source,
        figure=figure,
        name=name,
    )
    candidates = relate(asked)
    related = candidates.take(_tell_related(asked, candidates))
    counts = sources.sentence_counts[source]
    rows = np.r_[0, np.cumsum(counts)]
    first = sources.source_starts[source]
    values = np.zeros(int(rows[-1]))
    at = rows[related.word] + sources.sentence[related.place] - first[related.word]
    np.maximum.at(values, at, VALUES[related.kind])
    hit, place = lookups.key.expand(rank)
    values[rows[hit] + sources.sentence[place] - first[hit]] = 1.0
    filled = np.flatnonzero(values)
    met = np.searchsorted(rows, filled, side="right") - 1
    return Match(
        sources=sources,
        claims=claims,
        table=table,
        lookups=lookups,
        token_rank=token_rank,
        content=content,
        unit=unit,
        key=table.key[word],
        weight=table.weight[word],
        rank=rank,
        present=rank >= 0,
        name=name,
        figure=figure,
        candidates=candidates,
        related=related,
        met=met,
        sentence=filled - rows[met] + first[met],
        value=values[filled],
        grid=Grid(rows, values),
        cells=np.r_[0, np.cumsum(sources.sentence_counts[claims.source])],
        mass=total(table.weight[word], unit, claims.units) + 1e-9,
        small=small,
    )


def _tell_related(asked: Asked, candidates: Related) -> Ints:
    """Return the candidates that are related: names by their first letters alone, others not."""
    word = candidates.word
    named = asked.name[word]
    by_name = (candidates.kind == NAMED) & (asked.length[word] >= _NAME_LENGTH)
    return np.flatnonzero(np.where(named, by_name, candidates.kind != NAMED))


def _find_names(
    claims: Claims, table: Table, lookups: Lookups, content: Ints, small: Bools
) -> Bools:
    """Tell which content words are names, by capitals here, in the article and in the archive."""
    word, unit = claims.word[content], claims.unit[content]
    flags, rate = table.flags[word], table.capital_rate[word]
    upper = has(flags, "upper")
    first = claims.place[content] == 0
    known = lookups.capital.holds(spread(claims.source[unit], table.lower[word]))
    opening = known | (rate > NAME_RATE) | ~has(flags, "seen")
    lowered = (rate > NAME_RATE) | (known & ((rate > 0.3) | small[unit]))
    named = np.where(upper, ~first | opening, lowered)
    return named & ~has(flags, "number")
