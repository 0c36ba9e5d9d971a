"""How alike a statement and a single place of the article read, function words included.

Coverage asks how much of the statement the article has. The cosine of raw word counts also
asks how little else the place says, and whether it says it in the same plain words.
"""

from __future__ import annotations

import attrs
import numpy as np
from scipy.sparse import csr_array

from summarize.support.columns import spread
from summarize.support.index import OWNER, Floats, Ints, Slots, mark_first, total
from summarize.support.matching import Match

#: Pairs of a property and a sentence hold the sentence in so many bits.
_SENTENCE = 32


@attrs.frozen(eq=False)
class Postings:
    """How often each sentence has each property of words (say, its spelling).

    Property ``r`` of an article stands in ``sentence[starts[r]:starts[r + 1]]``, ascending,
    ``count`` times each; ``slots`` finds ``r``.
    """

    slots: Slots
    starts: Ints
    sentence: Ints
    count: Ints

    @classmethod
    def build(cls, prop: Ints, sentence: Ints, sources: Ints) -> Postings:
        """Index tokens by property and article; ``sources`` has one entry a sentence. One sort."""
        pairs = np.sort((prop << _SENTENCE) | sentence)
        at = np.flatnonzero(mark_first(pairs))
        count = np.diff(np.append(at, len(pairs)))
        prop, sentence = pairs[at] >> _SENTENCE, pairs[at] & ((1 << _SENTENCE) - 1)
        codes = spread(sources[sentence], prop)
        first = np.flatnonzero(mark_first(codes))
        return cls(Slots.build(codes[first]), np.append(first, len(at)), sentence, count)

    def measure_norms(self, size: int) -> tuple[Floats, Floats]:
        """Return squared lengths of the count vectors of each sentence, and of it and the next."""
        square = total((self.count**2).astype(np.float64), self.sentence, size)
        first = np.zeros(len(self.sentence), bool)
        first[self.starts[:-1]] = True
        joined = np.flatnonzero((np.diff(self.sentence) == 1) & ~first[1:])
        product = (2 * self.count[joined] * self.count[joined + 1]).astype(np.float64)
        both = square + total(product, self.sentence[joined], size)
        both[:-1] += square[1:]
        return square, both


def measure_likeness(matched: Match) -> dict[str, Floats]:
    """Largest cosine of raw counts with one sentence, and with two in a row.

    Counted are words as they are spelt, and words by their first four letters. Cost is linear
    in tokens and in the places where a statement's words occur.
    """
    table = matched.table
    alike_one, alike_two = _measure_cosines(matched, table.lower)
    heads_one, heads_two = _measure_cosines(matched, table.prefix4)
    return {
        "alike_one": alike_one,
        "alike_two": alike_two,
        "alike_heads_one": heads_one,
        "alike_heads_two": heads_two,
    }


def _measure_cosines(matched: Match, of_word: Ints) -> tuple[Floats, Floats]:
    sources, claims = matched.sources, matched.claims
    owners = sources.sentence_source
    postings = Postings.build(of_word[sources.word], sources.sentence, owners)
    codes = spread(claims.source[claims.unit], of_word[claims.word])
    rank = postings.slots.find(codes)
    held = np.flatnonzero(rank >= 0)
    starts = np.searchsorted(held, claims.unit_starts)
    asked = csr_array(
        (np.ones(len(held)), rank[held], starts), (matched.units, len(postings.starts) - 1)
    )
    have = csr_array(
        (postings.count.astype(np.float64), postings.sentence, postings.starts),
        (len(postings.starts) - 1, len(owners)),
    )
    found = asked @ have
    unit = np.repeat(np.arange(matched.units), np.diff(found.indptr))
    shared = np.zeros(int(matched.cells[-1]))
    shared[matched.cell_at(unit, found.indices)] = found.data
    own = np.sort(spread(claims.unit, of_word[claims.word]))
    at = np.flatnonzero(mark_first(own))
    count = np.diff(np.append(at, len(own)))
    length = total((count**2).astype(np.float64), own[at] >> OWNER, matched.units)
    return _divide(matched, shared, length, *postings.measure_norms(len(owners)))


def _divide(
    matched: Match, shared: Floats, length: Floats, one: Floats, two: Floats
) -> tuple[Floats, Floats]:
    """Turn the products of every (unit, sentence) cell into each unit's two best cosines."""
    cells, sentence = matched.cell_unit, matched.cell_sentence
    best_one = shared / np.sqrt(np.maximum(length[cells] * one[sentence], 1.0))
    joined = shared.copy()
    last = matched.sources.source_starts[matched.claims.source + 1][cells] - 1
    inner = np.flatnonzero(sentence < last)
    joined[inner] += shared[inner + 1]
    norm = np.where(sentence < last, two[sentence], one[sentence])
    best_two = joined / np.sqrt(np.maximum(length[cells] * norm, 1.0))
    return matched.best(best_one), matched.best(best_two)
