"""Where an article has words that mean nearly the same as a statement's, or the opposite."""

from __future__ import annotations

import attrs
import numpy as np

from summarize.support.columns import Lookups, Sources, Table, spread
from summarize.support.index import OWNER, WORD, Bits, Bools, Index, Ints, ranges
from summarize.support.thesaurus import load_relations

ANTONYM, DERIVED, SYNONYM, GENERAL, SPECIAL, PREFIX, NAMED = range(7)
#: How much of a word's weight each kind of match is worth (ablated on the labelled sets).
VALUES = np.array([0.0, 0.9, 0.8, 0.2, 0.4, 0.8, 0.7])
#: Words of this length and more are found by their first letters too.
_PREFIX = 6
#: Names of this length and more are too, by fewer.
_NAME_PREFIX = 4


@attrs.frozen(eq=False)
class Related:
    """Occurrences of related words: content word, article token, kind of relation."""

    word: Ints
    place: Ints
    kind: Ints

    def take(self, at: Ints) -> Related:
        """Return the occurrences ``at``."""
        return Related(self.word[at], self.place[at], self.kind[at])


@attrs.frozen(eq=False)
class Asked:
    """Content words whose relations are looked up, as columns."""

    key: Ints
    prefix4: Ints
    prefix6: Ints
    length: Ints
    source: Ints
    figure: Bools
    name: Bools


@attrs.frozen(eq=False)
class Links:
    """Related keys of every key of a vocabulary, and the articles' words by their first letters.

    The keys related to key ``k`` are ``starts[k]`` on. ``owners`` has a bit for every source
    (their number modulo 64) that has the key.
    """

    starts: Ints
    others: Ints
    kinds: Ints
    owners: Bits
    prefix4: Index
    prefix6: Index

    def list(self, keys: Ints, sources: Ints) -> tuple[Ints, Ints, Ints]:
        """Return (position in ``keys``, key of a related stem, kind) for all ``keys``.

        Most that the source of the key lacks are left out.
        """
        starts = self.starts[keys]
        counts = self.starts[keys + 1] - starts
        flat = ranges(starts, counts)
        asked, others = np.repeat(np.arange(len(keys)), counts), self.others[flat]
        bits = np.uint64(1) << (sources % WORD).astype(np.uint64)
        held = np.flatnonzero(self.owners[others] & bits[asked])
        return asked[held], others[held], self.kinds[flat[held]]


def link_words(sources: Sources, table: Table, lookups: Lookups) -> Links:
    """Look up which keys are related, and index the articles' words by their first letters."""
    word, source = sources.word, sources.source
    fair, long = (np.flatnonzero(table.length[word] >= size) for size in (_NAME_PREFIX, _PREFIX))
    keys = lookups.key.keys
    owners = np.zeros(table.keys, np.uint64)
    bits = np.uint64(1) << ((keys >> OWNER) % WORD).astype(np.uint64)
    np.bitwise_or.at(owners, keys & ((1 << OWNER) - 1), bits)
    return Links(
        *_link_keys(table, owners),
        owners,
        prefix4=Index.build(spread(source[fair], table.prefix4[word[fair]]), fair),
        prefix6=Index.build(spread(source[long], table.prefix6[word[long]]), long),
    )


def _link_keys(table: Table, owners: Bits) -> tuple[Ints, Ints, Ints]:
    """Look up which keys that some article has are related to the keys of a vocabulary."""
    relations = load_relations()
    rows = np.empty(table.keys, np.int64)
    rows[table.key] = table.stem
    known = np.flatnonzero(rows >= 0)
    rows = rows[known]
    numbers = np.full(len(relations.stems), -1)
    numbers[rows] = np.where(owners[known] > 0, known, -1)
    counts = relations.starts[rows + 1] - relations.starts[rows]
    flat = ranges(relations.starts[rows], counts)
    others = numbers[relations.others[flat]]
    seen = np.flatnonzero(others >= 0)
    starts = np.searchsorted(np.repeat(known, counts)[seen], np.arange(table.keys + 1))
    return starts, others[seen], relations.kinds[flat[seen]]


def find_related(asked: Asked, links: Links, lookups: Lookups) -> Related:
    """Find every occurrence of a related word in each content word's source.

    Related are the words of the table and, for words of six letters or more, those that
    begin with the same six; for names of four letters or more, the same four.
    """
    words = np.flatnonzero(~asked.figure)
    at, target, kind = links.list(asked.key[words], asked.source[words])
    query, place = lookups.key.expand(lookups.key.find(spread(asked.source[words][at], target)))
    found = [(words[at[query]], place, kind[query])]
    for keys, index, where, kind_of in (
        (asked.prefix6, links.prefix6, ~asked.figure & (asked.length >= _PREFIX), PREFIX),
        (asked.prefix4, links.prefix4, asked.name & (asked.length >= _NAME_PREFIX), NAMED),
    ):
        at = np.flatnonzero(where)
        query, place = index.expand(index.find(spread(asked.source[at], keys[at])))
        found.append((at[query], place, np.full(len(query), kind_of)))
    return Related(*(np.concatenate(column) for column in zip(*found, strict=True)))
