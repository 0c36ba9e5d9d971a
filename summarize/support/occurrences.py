"""Find the words of each statement in its article."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from summarize.support.columns import Claims, Lookups, Sources, Table, has, spread
from summarize.support.index import Bools, Ints, number, total
from summarize.support.matching import NAME_RATE, Grid, Match
from summarize.support.relations import NAMED, VALUES, Asked, Related

#: A name of fewer letters is not covered by a word that begins like it.
_NAME_LENGTH = 5


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
    candidates = relate(
        Asked(
            key=table.key[word],
            prefix4=table.prefix4[word],
            prefix6=table.prefix6[word],
            length=table.length[word],
            source=source,
            figure=figure,
            name=name,
        )
    )
    related = candidates.take(_tell_related(candidates, name, table.length[word]))
    grid, entry = _fill_grid(sources, source, related, lookups.key.expand(rank))
    met = np.repeat(np.arange(len(content)), np.diff(np.searchsorted(entry, grid.rows)))
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
        sentence=entry + (sources.source_starts[source] - grid.rows[:-1])[met],
        value=grid.values[entry],
        entry=entry,
        grid=grid,
        cells=np.r_[0, np.cumsum(sources.sentence_counts[claims.source])],
        mass=total(table.weight[word], unit, claims.units) + 1e-9,
        small=small,
    )


def _tell_related(candidates: Related, name: Bools, length: Ints) -> Ints:
    """Return the candidates that are related: names by their first letters alone, others not."""
    word = candidates.word
    by_name = (candidates.kind == NAMED) & (length[word] >= _NAME_LENGTH)
    return np.flatnonzero(np.where(name[word], by_name, candidates.kind != NAMED))


def _fill_grid(
    sources: Sources, source: Ints, related: Related, hits: tuple[Ints, Ints]
) -> tuple[Grid, Ints]:
    """Say how far each sentence covers each content word of ``source``; and where it does at all.

    ``hits`` are content words and the places that have them.
    """
    rows = np.r_[0, np.cumsum(sources.sentence_counts[source])]
    shift = rows[:-1] - sources.source_starts[source]
    values = np.zeros(int(rows[-1]))
    at = shift[related.word] + sources.sentence[related.place]
    np.maximum.at(values, at, VALUES[related.kind])
    word, place = hits
    values[shift[word] + sources.sentence[place]] = 1.0
    return Grid(rows, values), np.flatnonzero(values > 0)


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
