"""Words that mean nearly the same, or the opposite: a table cut from WordNet 3.0.

``support_relations.npz`` is made by ``benchmarks/support/relations.py``; its ``meta`` entry
carries source, date, hash and WordNet's copyright notice.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import attrs
import numpy as np

from summarize.support.columns import spread
from summarize.support.index import Bools, Floats, Ints, ranges
from summarize.support.matching import Match, Windows

ANTONYM, DERIVED, SYNONYM, GENERAL, SPECIAL = range(5)
#: How much of a word's weight each kind of match is worth (ablated on the labelled sets).
_VALUES = np.array([0.0, 0.9, 0.8, 0.2, 0.4])
_PREFIX_VALUE = 0.8
_NAME_PREFIX_VALUE = 0.7
_PREFIX = 6
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
class Soft:
    """How far each content word that the article lacks is met by a related word.

    ``match`` is in [0, 1]; ``antonym``, ``sibling`` hold where the best window has the
    opposite, or another word under the same general term; ``special`` and ``general``
    where the article has only a more general, or only a more special word.
    """

    match: Floats
    antonym: Bools
    sibling: Bools
    special: Bools
    general: Bools


def soften(matched: Match, window: Windows) -> Soft:
    """Look for related words of every content word that the article lacks."""
    size = len(matched.content)
    kinds = np.zeros((5, size), bool)
    word = matched.claims.word[matched.content]
    plain = ~matched.name & ~matched.figure
    asked = np.flatnonzero(~matched.present & plain)
    at, target, kind = _related(matched, asked)
    rank = matched.lookups.key.find(spread(matched.source[at], target))
    held = rank >= 0
    near = matched.lookups.key.count(
        rank, window.low[matched.unit[at]], window.high[matched.unit[at]]
    )
    held &= (kind != ANTONYM) | (near > 0)
    kinds[kind[held], at[held]] = True
    value = np.max(np.where(kinds, _VALUES[:, None], 0.0), axis=0)
    value = np.where(value > 0, value, _PREFIX_VALUE * _share_prefix(matched, word, plain))
    value = np.where(matched.present, 1.0, np.maximum(value, _match_names(matched, word)))
    meaning = kinds[DERIVED] | kinds[SYNONYM]
    return Soft(
        match=value,
        antonym=kinds[ANTONYM],
        sibling=np.zeros(size, bool),
        special=kinds[GENERAL] & ~kinds[SPECIAL] & ~meaning,
        general=kinds[SPECIAL] & ~meaning,
    )


def _related(matched: Match, asked: Ints) -> tuple[Ints, Ints, Ints]:
    """Return (content word, key of a related stem, kind) for all relations of the asked words."""
    table, keys = load_relations(), matched.table.keys
    rows = np.array([table.stems.get(key, -1) for key in keys], np.int64)
    numbers = np.full(len(table.stems) + 1, -1)
    numbers[rows] = np.where(rows >= 0, np.arange(len(keys)), -1)
    row = rows[matched.key[asked]]
    asked, row = asked[row >= 0], row[row >= 0]
    counts = table.starts[row + 1] - table.starts[row]
    flat = ranges(table.starts[row], counts)
    target = numbers[table.others[flat]]
    seen = target >= 0
    return np.repeat(asked, counts)[seen], target[seen], table.kinds[flat][seen]


def _share_prefix(matched: Match, word: Ints, plain: Bools) -> Bools:
    long = matched.table.length[word] >= _PREFIX
    prefix = spread(matched.source, matched.table.prefix6[word])
    return plain & long & matched.lookups.prefix6.holds(prefix)


def _match_names(matched: Match, word: Ints) -> Floats:
    long = matched.name & (matched.table.length[word] >= _NAME_LENGTH)
    alike = matched.lookups.prefix4.holds(spread(matched.source, matched.table.prefix4[word]))
    return np.where(long & alike, _NAME_PREFIX_VALUE, 0.0)
