"""Which sentences a verdict rests on, and the article cut down to them.

A sentence is chosen by what it shares with the statement alone, never by what else the
article holds: deleting other sentences leaves the choice as it is.
"""

from __future__ import annotations

import attrs
import numpy as np

from summarize.support.columns import Claims, Sources
from summarize.support.index import (
    Bools,
    Floats,
    Ints,
    anywhere,
    mark_first,
    number,
    ranges,
    total,
)
from summarize.support.matching import Match
from summarize.support.relations import Related
from summarize.support.sequences import place_claim_grams
from summarize.support.tokens import Tokens

#: At most so many sentences for one sentence of a statement.
ROUNDS = 4
#: A further sentence must add this share of the statement's weight and share two words,
#: lest a stray word of another story completes a false statement.
_LEAST_GAIN = 0.08
_LEAST_WORDS = 2
#: Of a statement of at most so many words, one word is enough if the sentence stands near.
_BRIEF = 3
_NEAR = 2
#: Says that a sentence was not chosen.
_NOWHERE = 2**40


@attrs.frozen(eq=False)
class Chosen:
    """Chosen sentences: ``unit`` and ``sentence`` (numbered over all articles), best first."""

    unit: Ints
    sentence: Ints

    def find(self, matched: Match) -> Ints:
        """Return the (unit, sentence) cells chosen."""
        return matched.cell_at(self.unit, self.sentence)


def choose(matched: Match) -> Chosen:
    """Choose up to four sentences for every unit, greedily by newly covered weight."""
    cells, place = matched.cell_unit, matched.cell_sentence
    size = len(cells)
    unit = matched.unit[matched.met]
    cell = matched.cell
    words = number(cell, size)
    likeness = _share_pairs(matched, cells)
    share = matched.weight[matched.met] / matched.mass[unit]
    had = np.zeros(len(matched.content))
    brief = number(matched.unit, matched.units) <= _BRIEF
    first = np.full(matched.units, -1)
    units, sentences = [], []
    for turn in range(ROUNDS):
        gain = total(share * np.maximum(matched.value - had[matched.met], 0.0), cell, size)
        near = brief[cells] & (np.abs(place - first[cells]) <= _NEAR)
        enough = (gain >= _LEAST_GAIN) & ((words >= _LEAST_WORDS) | near)
        usable = enough if turn else gain > 0
        best, found = _best_cell(matched, np.where(usable, gain + likeness, -1.0))
        if not len(found):
            break
        units.append(found)
        picked = place[best]
        sentences.append(picked)
        chosen = np.full(matched.units, -1)
        chosen[found] = picked
        if turn == 0:
            first = chosen
        now = matched.sentence == chosen[unit]
        np.maximum.at(had, matched.met[now], matched.value[now])
    return Chosen(
        np.concatenate(units) if units else np.zeros(0, np.int64),
        np.concatenate(sentences) if sentences else np.zeros(0, np.int64),
    )


def _best_cell(matched: Match, score: Floats) -> tuple[Ints, Ints]:
    """Return the first cell with the best score for each unit, and the units that have one."""
    owner = matched.cell_unit
    near = np.flatnonzero((score >= matched.best(score)[owner] - 1e-9) & (score >= 0))
    first = near[mark_first(owner[near])]
    return first, owner[first]


def _share_pairs(matched: Match, cells: Ints) -> Floats:
    """Return for each cell the share of the unit's word pairs that the sentence has."""
    unit, cell = place_claim_grams(matched, (1,), matched.lookups.grams.pairs)
    pairs = np.maximum(np.diff(matched.claims.unit_starts) - 1, 1)
    return total(1.0 / pairs[unit], cell, len(cells))


@attrs.frozen(eq=False)
class Cut:
    """One source for every unit with a chosen sentence: those sentences, in text order.

    In ``claims`` every such unit is a statement of its own; ``units`` are their numbers before.
    ``asked`` tells which tokens of the sources their unit has too, ``related`` the candidates.
    """

    sources: Sources
    claims: Claims
    units: Ints
    asked: Bools
    related: Related


def cut_sources(matched: Match, chosen: Chosen) -> Cut:
    """Cut the articles down to what was chosen of them for each unit."""
    claims, sources = matched.claims, matched.sources
    order = np.lexsort((chosen.sentence, chosen.unit))
    unit, sentence = chosen.unit[order], chosen.sentence[order]
    kept, owner = np.unique(unit, return_inverse=True)
    low, high = sources.sentence_starts[sentence], sources.sentence_starts[sentence + 1]
    at = ranges(low, high - low)
    place = np.repeat(np.arange(len(sentence)), high - low)
    starts = np.r_[0, np.cumsum(high - low)]
    cut = Sources(
        tokens=_take(sources.tokens, at),
        sentence=place,
        sentence_starts=starts,
        sentence_source=owner,
        source=owner[place],
        source_starts=np.r_[0, np.cumsum(np.bincount(owner, minlength=len(kept)))],
    )
    lengths = np.diff(claims.unit_starts)[kept]
    numbers = np.arange(len(kept))
    alone = Claims(
        tokens=_take(claims.tokens, ranges(claims.unit_starts[kept], lengths)),
        unit=np.repeat(numbers, lengths),
        unit_starts=np.r_[0, np.cumsum(lengths)],
        statement=numbers,
        source=numbers,
    )
    asked = matched.patterns.holds(unit[place], matched.lookups.number[at])
    shift = np.full(int(matched.cells[-1]), _NOWHERE)
    shift[matched.cell_at(unit, sentence)] = starts[:-1] - low
    return Cut(cut, alone, kept, asked, _cut_related(matched, kept, shift))


def _cut_related(matched: Match, kept: Ints, shift: Ints) -> Related:
    """Return the candidates in chosen sentences; ``shift`` says how far each cell has moved."""
    related = matched.candidates
    unit = matched.unit[related.word]
    moved = shift[matched.cell_at(unit, matched.sources.sentence[related.place])]
    at = np.flatnonzero(moved != _NOWHERE)
    word = np.cumsum(anywhere(kept, matched.units)[matched.unit]) - 1
    return Related(word[related.word[at]], related.place[at] + moved[at], related.kind[at])


def _take(tokens: Tokens, at: Ints) -> Tokens:
    return Tokens(tokens.word[at], tokens.start[at], tokens.end[at], tokens.text[at])
