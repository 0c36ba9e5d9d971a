"""Opposites in the same place: "rose" where the article has "fell", between the same words.

Elsewhere in a sentence the opposite of a word proves nothing, and a word in another's place
may be a synonym that no table knows; both together leave little doubt.
"""

from __future__ import annotations

import numpy as np

from summarize.support.columns import has
from summarize.support.index import Bools, Ints, anywhere, mix
from summarize.support.matching import Match
from summarize.support.relations import ANTONYM

OPPOSED = (
    ("rising", "falling"),
    ("falling", "rising"),
    ("earlier", "later"),
    ("later", "earlier"),
)
"""Flags of words that turn each other round."""


def find_turned(matched: Match) -> Bools:
    """Tell which units have a word where their source has its opposite, neighbours the same.

    Not where the source has it said both ways.
    """
    related = matched.related
    opposite = related.kind == ANTONYM
    word, place = matched.content[related.word[opposite]], related.place[opposite]
    found = [word[_fit(matched, word, place)]]
    claims, sources = matched.claims, matched.sources
    flags, others = matched.table.flags[claims.word], matched.table.flags[sources.word]
    for one, other in OPPOSED:
        at = np.flatnonzero(has(flags, one))
        at = at[at > 0]
        query, before = matched.lookups.key.expand(matched.token_rank[at - 1])
        place = np.minimum(before + 1, len(others) - 1)
        word = at[query]
        found.append(word[_fit(matched, word, place) & has(others[place], other)])
    turned = np.concatenate(found)
    key = matched.table.key[claims.word]
    unit = claims.unit[turned]
    same = mix(claims.source[unit], key[turned - 1], key[turned], key[turned + 1])
    return anywhere(unit[~matched.lookups.grams.triples.holds(same)], matched.units)


def _fit(matched: Match, word: Ints, place: Ints) -> Bools:
    """Tell whether the words on both sides of ``word`` are those on both sides of ``place``."""
    claims, sources, key = matched.claims, matched.sources, matched.table.key
    out = key[claims.word[word]] != key[sources.word[place]]
    out &= claims.source[claims.unit[word]] == sources.source[place]
    for step in (-1, 1):
        beside = np.clip(word + step, 0, len(claims.word) - 1)
        there = np.clip(place + step, 0, len(sources.word) - 1)
        out &= (claims.unit[beside] == claims.unit[word]) & (beside != word)
        out &= (sources.sentence[there] == sources.sentence[place]) & (there != place)
        out &= key[claims.word[beside]] == key[sources.word[there]]
    return np.asarray(out)
