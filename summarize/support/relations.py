"""Words that mean nearly the same, or the opposite: a table cut from WordNet 3.0.

``support_relations.npz`` is made by ``benchmarks/support/relations.py``; its ``meta`` entry
carries source, date, hash and WordNet's copyright notice.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

import attrs
import numpy as np

from summarize.support.columns import Lookups, spread
from summarize.support.index import Bools, Floats, Ints, ranges

ANTONYM, DERIVED, SYNONYM, GENERAL, SPECIAL, PREFIX = range(6)
#: How much of a word's weight each kind of match is worth (ablated on the labelled sets).
VALUES = np.array([0.0, 0.9, 0.8, 0.2, 0.4, 0.8])
_NAME_PREFIX_VALUE = 0.7
_NAME_LENGTH = 5


@attrs.frozen(eq=False)
class Relations:
    """Related stems as rows: ``others[starts[i]:starts[i + 1]]`` belong to stem ``i``."""

    stems: dict[str, int]
    starts: Ints
    others: Ints
    kinds: Ints


@cache
def load_relations() -> Relations:
    """Read the shipped table; once a process."""
    path = resources.files("summarize.data") / "support_relations.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as table:
        stems = bytes(table["stems"]).decode().split("\n")
        return Relations(
            {stem: i for i, stem in enumerate(stems)},
            table["starts"].astype(np.int64),
            table["others"].astype(np.int64),
            table["kinds"].astype(np.int64),
        )


@attrs.frozen(eq=False)
class Related:
    """Occurrences of related words: content word, article token, kind of relation."""

    word: Ints
    place: Ints
    kind: Ints


@attrs.frozen(eq=False)
class Asked:
    """Content words whose relations are looked up, as columns."""

    key: Ints
    prefix4: Ints
    prefix6: Ints
    length: Ints
    source: Ints
    plain: Bools
    name: Bools


@attrs.frozen(eq=False)
class Links:
    """Related keys of every key of a vocabulary: those of key ``k`` are ``starts[k]`` on."""

    starts: Ints
    others: Ints
    kinds: Ints

    def list(self, keys: Ints) -> tuple[Ints, Ints, Ints]:
        """Return (position in ``keys``, key of a related stem, kind) for all ``keys``."""
        starts = self.starts[keys]
        counts = self.starts[keys + 1] - starts
        flat = ranges(starts, counts)
        return np.repeat(np.arange(len(keys)), counts), self.others[flat], self.kinds[flat]


def link_keys(keys: Sequence[str]) -> Links:
    """Look the relations between the ``keys`` of a vocabulary up; they are numbered in order."""
    relations = load_relations()
    rows = np.array([relations.stems.get(key, -1) for key in keys], np.int64)
    known = np.flatnonzero(rows >= 0)
    rows = rows[known]
    numbers = np.full(len(relations.stems), -1)
    numbers[rows] = known
    counts = relations.starts[rows + 1] - relations.starts[rows]
    flat = ranges(relations.starts[rows], counts)
    others = numbers[relations.others[flat]]
    seen = others >= 0
    starts = np.searchsorted(np.repeat(known, counts)[seen], np.arange(len(keys) + 1))
    return Links(starts, others[seen], relations.kinds[flat][seen])


def find_related(asked: Asked, links: Links, lookups: Lookups) -> Related:
    """Find every occurrence of a related word in each content word's source.

    Related are the words of the table and, for words of six letters or more, those that
    begin with the same six; for names of five letters or more, the same four.
    """
    plain = np.flatnonzero(asked.plain)
    at, target, kind = links.list(asked.key[plain])
    rank = lookups.key.find(spread(asked.source[plain][at], target))
    query, place = lookups.key.expand(rank)
    words, places, kinds = [plain[at[query]]], [place], [kind[query]]
    for keys, index, where in (
        (asked.prefix6, lookups.prefix6, asked.plain & (asked.length >= 6)),
        (asked.prefix4, lookups.prefix4, asked.name & (asked.length >= _NAME_LENGTH)),
    ):
        at = np.flatnonzero(where)
        query, place = index.expand(index.find(spread(asked.source[at], keys[at])))
        words.append(at[query])
        places.append(place)
        kinds.append(np.full(len(query), PREFIX))
    return Related(np.concatenate(words), np.concatenate(places), np.concatenate(kinds))


def value_of(kind: Ints, name: Bools) -> Floats:
    """Return the share of a word's weight that a match of this kind covers."""
    return np.where(name, _NAME_PREFIX_VALUE, VALUES[kind])
