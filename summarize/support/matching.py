"""Where the words of each statement occur in its article."""

from __future__ import annotations

from functools import cached_property

import attrs
import numpy as np

from summarize.support.columns import Claims, Lookups, Sources, Table, chain
from summarize.support.index import Bools, Floats, Ints, Patterns, largest, mean, total
from summarize.support.relations import Related

#: Above this share of capitals in the archive, a word is a name wherever it stands.
NAME_RATE = 0.6
#: BM25's usual constants (Robertson and Zaragoza 2009).
K1, B = 1.2, 0.75


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
    are. ``met``, ``sentence`` and ``value`` say how far a sentence covers a content word, ``entry``
    where the grid says it.
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
    entry: Ints
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
    def tokens(self) -> tuple[Ints, Ints]:
        """Source and key of the claims' tokens."""
        return self.claims.source[self.claims.unit], self.table.key[self.claims.word]

    @cached_property
    def known(self) -> Bools:
        """Which of the claims' tokens their source has."""
        return self.token_rank >= 0

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
    def covered(self) -> tuple[Floats, Floats, Floats]:
        """Weight covered by the runs of one, two, three sentences that start at each cell.

        To a longer run a sentence adds what it has over those before it.
        """
        cell, size, weight = self.cell, int(self.cells[-1]), self.weight[self.met]
        place = self.entry - self.grid.rows[self.met]
        runs = [total(weight * self.value, cell, size)]
        had, inner = np.zeros(len(place)), np.arange(len(place))
        for step in (1, 2):
            held = np.flatnonzero(place[inner] >= step)
            inner, had = inner[held], had[held]
            had = np.maximum(had, self.grid.values[self.entry[inner] - step])
            more = weight[inner] * np.maximum(self.value[inner] - had, 0.0)
            runs.append(runs[-1] + total(more, cell[inner] - step, size))
        return runs[0], runs[1], runs[2]

    @cached_property
    def hard(self) -> Ints:
        """The ``met`` entries in which the sentence has the word itself."""
        return np.flatnonzero(self.value == 1.0)

    @cached_property
    def rarity(self) -> Floats:
        """How rare each content word is among its article's sentences, from .02 to about 1."""
        frequency = np.bincount(self.met[self.hard], minlength=len(self.content))
        count = self.sources.sentence_counts[self.source]
        rarity = np.log((count + 1) / (frequency + 0.5))
        return np.asarray(np.maximum(rarity / np.log(count + 2), 0.02))

    @cached_property
    def bm25(self) -> Floats:
        """BM25 of every (unit, sentence) pair with the archive's weights."""
        length, average = self._compare_lengths()
        return self._score_bm25(self.weight, 1 - B + B * (length / average))

    @cached_property
    def bm25_local(self) -> Floats:
        """BM25 of every (unit, sentence) pair with the article's own weights."""
        length, average = self._compare_lengths()
        return self._score_bm25(self.rarity, 1 - B + B * length / average)

    def _compare_lengths(self) -> tuple[Floats, Floats]:
        """Return length of every sentence, and the mean of its source."""
        sources = self.sources
        length = np.diff(sources.sentence_starts).astype(np.float64)
        average = mean(length, sources.sentence_source, len(sources.source_starts) - 1)
        return length, average[sources.sentence_source] + 1e-9

    def _score_bm25(self, weight: Floats, norm: Floats) -> Floats:
        gain = weight[self.met[self.hard]] * (K1 + 1) / (1 + K1 * norm[self.sentence[self.hard]])
        return total(gain, self.cell[self.hard], int(self.cells[-1]))

    @cached_property
    def first_sentence(self) -> Ints:
        """First sentence of each unit's source."""
        return self.sources.source_starts[self.claims.source]

    def cell_at(self, unit: Ints, sentence: Ints) -> Ints:
        """Return the numbers of (unit, sentence) pairs."""
        return (self.cells[:-1] - self.first_sentence)[unit] + sentence

    @cached_property
    def cell(self) -> Ints:
        """The (unit, sentence) number of every ``met`` entry."""
        return self.cell_at(self.unit[self.met], self.sentence)

    def best(self, values: Floats) -> Floats:
        """Return the largest value of every unit's (unit, sentence) pairs.

        Every unit has one, for every article has a sentence.
        """
        return np.maximum.reduceat(values, self.cells[:-1]) if self.units else np.zeros(0)

    @cached_property
    def cell_unit(self) -> Ints:
        """The unit of every (unit, sentence) pair."""
        return np.repeat(np.arange(self.units), np.diff(self.cells))

    @cached_property
    def cell_sentence(self) -> Ints:
        """The sentence of every (unit, sentence) pair, numbered over all articles."""
        unit = self.cell_unit
        return np.arange(len(unit)) - self.cells[unit] + self.first_sentence[unit]

    def rows_at(self, sentence: Ints) -> Ints:
        """Return the grid entry of each content word at its unit's ``sentence``."""
        return self.grid.rows[:-1] + (sentence - self.first_sentence)[self.unit]

    def inside(self, low: Ints, high: Ints) -> Bools:
        """Tell for each content word whether its unit's token range ``[low, high)`` has it."""
        return self.lookups.key.within(self.rank, low[self.unit], high[self.unit])


def chain_within(matched: Match, *steps: int) -> tuple[Ints, Ints]:
    """Code the claims' tokens as the articles' are, within units; returns codes and positions.

    Left out is what holds a token that the article lacks.
    """
    source, keys = matched.tokens
    return chain(source, keys, *steps, group=matched.claims.unit, known=matched.known)
