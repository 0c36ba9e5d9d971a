"""Where the words of each statement occur in its article."""

from __future__ import annotations

import attrs
import numpy as np

from summarize.support.columns import (
    Claims,
    Grams,
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
    Index,
    Ints,
    largest,
    number,
    ranges,
    smallest,
    total,
)

#: A negation reaches this many tokens to its right.
NEGATION_REACH = 3
#: Above this share of capitals in the archive, a word is a name wherever it stands.
NAME_RATE = 0.6


def build_lookups(sources: Sources, table: Table) -> Lookups:
    """Index the articles' tokens; one sort for each index."""
    word, source = sources.word, sources.source
    flags = table.flags[word]
    key = table.key[word]
    first = np.zeros(len(word), bool)
    first[sources.sentence_starts[:-1][np.diff(sources.sentence_starts) > 0]] = True
    named = np.flatnonzero(has(flags, "upper") & has(flags, "content") & ~first)
    negated = np.flatnonzero(find_negated(has(flags, "negative"), sources.sentence))
    return Lookups(
        key=Index.build(spread(source, key)),
        lower=Index.build(spread(source, table.lower[word])),
        prefix4=Index.build(spread(source, table.prefix4[word])),
        prefix6=Index.build(spread(source, table.prefix6[word])[table.length[word] >= _PREFIX]),
        capital=Index.build(spread(source[named], table.lower[word[named]])),
        negated=Index.build(spread(source[negated], key[negated]), negated),
        acronym=Index.build(_find_acronyms(sources, table)),
        grams=build_grams(source, key),
    )


_PREFIX = 6


def build_grams(source: Ints, key: Ints) -> Grams:
    """Index pairs, triples, pairs up to four apart, and pairs two or three apart."""
    two, at2 = chain(source, key, 1)
    three, at3 = chain(source, key, 1, 2)
    apart = [chain(source, key, step)[0] for step in (2, 3, 4)]
    return Grams(
        pairs=Index.build(two, at2),
        triples=Index.build(three, at3),
        skips=Index.build(np.concatenate([two, *apart])),
        close=Index.build(np.concatenate(apart[:2])),
    )


def find_negated(negative: Bools, group: Ints) -> Bools:
    """Tell which tokens stand up to three places behind a negation in the same group."""
    out = np.zeros(len(negative), bool)
    for step in range(1, NEGATION_REACH + 1):
        out[step:] |= negative[:-step] & (group[step:] == group[:-step])
    return out


def _find_acronyms(sources: Sources, table: Table) -> Ints:
    """Return (source, letters) for the initials of two to six capitalised words in a row."""
    word = sources.word
    at = np.flatnonzero(has(table.flags[word], "upper") & (table.initial[word] > 0))
    initial, sentence, source = table.initial[word[at]], sources.sentence[at], sources.source[at]
    found = []
    letters = initial
    for step in range(1, 6):
        size = max(len(at) - step, 0)
        letters = letters[:size] * 27 + initial[step:]
        same = sentence[:size] == sentence[step:]
        found.append(spread(source[:size], letters)[same])
    return np.concatenate(found) if found else np.zeros(0, np.int64)


@attrs.frozen(eq=False)
class Windows:
    """For each unit, the run of ``length`` sentences that covers most of its weight.

    ``first`` is the sentence (numbered over all articles), ``low`` and ``high``
    its token bounds, ``covered`` the weight.
    """

    first: Ints
    low: Ints
    high: Ints
    covered: Floats
    cells: Floats


@attrs.frozen(eq=False)
class Match:
    """The content words of all units, and where their article has them.

    ``content`` are positions in the claims' tokens; ``unit``, ``key``, ``weight``,
    ``rank`` (in the articles' key index), ``present`` and ``name`` run along it.
    ``hit`` and ``place`` are (content word, article token) for each occurrence;
    ``met`` and ``sentence`` the same once a sentence, with ``previous`` the
    sentence of the occurrence before. ``cell`` bounds number (unit, sentence).
    """

    sources: Sources
    claims: Claims
    table: Table
    lookups: Lookups
    content: Ints
    unit: Ints
    key: Ints
    weight: Floats
    rank: Ints
    present: Bools
    name: Bools
    figure: Bools
    hit: Ints
    place: Ints
    met: Ints
    sentence: Ints
    previous: Ints
    cells: Ints
    mass: Floats
    small: Bools

    @property
    def units(self) -> int:
        return self.claims.units

    @property
    def source(self) -> Ints:
        """Source of each content word."""
        return self.claims.source[self.unit]

    def first_sentence(self) -> Ints:
        """First sentence of each unit's source."""
        return self.sources.source_starts[self.claims.source]

    def inside(self, low: Ints, high: Ints) -> Bools:
        """Tell for each content word whether its unit's token range ``[low, high)`` has it."""
        return self.lookups.key.count(self.rank, low[self.unit], high[self.unit]) > 0


def match(sources: Sources, claims: Claims, table: Table, lookups: Lookups) -> Match:
    """Find every content word of every unit in its article."""
    flags = table.flags[claims.word]
    content = np.flatnonzero(has(flags, "content"))
    unit = claims.unit[content]
    word = claims.word[content]
    key = table.key[word]
    source = claims.source[unit]
    rank = lookups.key.find(spread(source, key))
    hit, place = lookups.key.expand(rank)
    at = sources.sentence[place]
    again = np.r_[False, (hit[1:] == hit[:-1]) & (at[1:] == at[:-1])][: len(hit)]
    met, sentence = hit[~again], at[~again]
    same = np.r_[False, met[1:] == met[:-1]][: len(met)]
    previous = np.where(same, np.r_[-1, sentence[:-1]][: len(met)], -1)
    counts = sources.sentence_counts[claims.source]
    weight = table.weight[word]
    capitals = number(claims.unit[has(flags, "upper")], claims.units)
    small = capitals <= 1
    return Match(
        sources=sources,
        claims=claims,
        table=table,
        lookups=lookups,
        content=content,
        unit=unit,
        key=key,
        weight=weight,
        rank=rank,
        present=rank >= 0,
        name=_find_names(claims, table, lookups, content, small),
        figure=has(table.flags[word], "number"),
        hit=hit,
        place=place,
        met=met,
        sentence=sentence,
        previous=previous,
        cells=np.r_[0, np.cumsum(counts)],
        mass=total(weight, unit, claims.units) + 1e-9,
        small=small,
    )


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


def find_window(matched: Match, length: int) -> Windows:
    """Return the best run of ``length`` sentences for every unit; ties go to the earlier one."""
    unit = matched.unit[matched.met]
    first = matched.first_sentence()[unit]
    low = np.maximum(np.maximum(matched.sentence - length + 1, matched.previous + 1), first)
    counts = matched.sentence - low + 1
    start = ranges(low, counts)
    owner = np.repeat(unit, counts)
    cell = matched.cells[owner] + start - np.repeat(first, counts)
    covered = total(np.repeat(matched.weight[matched.met], counts), cell, int(matched.cells[-1]))
    return place_window(matched, covered, length)


def place_window(matched: Match, score: Floats, length: int) -> Windows:
    """Return the window that starts at the best cell of each unit."""
    owner = np.repeat(np.arange(matched.units), np.diff(matched.cells))
    best = largest(score, owner, matched.units)
    # Sums run in different orders in different batches: treat near ties as ties.
    near = np.flatnonzero(score >= best[owner] - 1e-9)
    cell = smallest(near.astype(np.float64), owner[near], matched.units).astype(np.int64)
    begin = matched.first_sentence()
    first = begin + cell - matched.cells[:-1]
    end = np.minimum(first + length, matched.sources.source_starts[matched.claims.source + 1])
    tokens = matched.sources.sentence_starts
    return Windows(first, tokens[first], tokens[end], best, score)
