"""Index the articles' tokens, once for all that asks where a word is."""

from __future__ import annotations

import numpy as np

from summarize.support.columns import Grams, Lookups, Sources, Table, chain, has, spread
from summarize.support.index import OWNER, Bools, Index, Ints, Members

#: A negation reaches this many tokens to its right.
NEGATION_REACH = 3


def build_lookups(sources: Sources, table: Table, asked: Bools | None = None) -> Lookups:
    """Index the articles' tokens; one sort for each index.

    ``asked`` tells which tokens anything asks for: what else there is need not be found.
    """
    word, source = sources.word, sources.source
    flags = table.flags[word]
    key = table.key[word]
    asked = np.ones(len(word), bool) if asked is None else asked
    at = np.flatnonzero(asked)
    index = Index.build(spread(source[at], key[at]), at)
    firsts = np.searchsorted(index.keys, np.arange(len(sources.source_starts)) << OWNER)
    first = np.zeros(len(word), bool)
    first[sources.sentence_starts[:-1][np.diff(sources.sentence_starts) > 0]] = True
    named = np.flatnonzero(has(flags, "upper") & has(flags, "content") & ~first)
    negated = np.flatnonzero(find_negated(has(flags, "negative"), sources.sentence) & asked)
    return Lookups(
        key=index,
        number=np.maximum(index.spread_ranks(len(word)) + 1 - firsts[source], 0),
        firsts=firsts,
        capital=Members.build(spread(source[named], table.lower[word[named]])),
        negated=Index.build(spread(source[negated], key[negated]), negated),
        acronym=Members.build(_find_acronyms(sources, table)),
        grams=build_grams(source, key, asked),
    )


def build_grams(source: Ints, key: Ints, asked: Bools) -> Grams:
    """Index pairs, triples, and pairs up to four apart: those two or three apart come last."""
    two, at2 = chain(source, key, 1, known=asked)
    three, at3 = chain(source, key, 1, 2, known=asked)
    apart = [two, *(chain(source, key, step, known=asked)[0] for step in (4, 2, 3))]
    return Grams(
        pairs=Index.build(two, at2),
        triples=Index.build(three, at3),
        skips=Members.build(np.concatenate(apart), later=len(apart[0]) + len(apart[1])),
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
