"""What was found in a batch, as the values that a check returns."""

from __future__ import annotations

from itertools import pairwise

import attrs
import numpy as np
from numpy.typing import NDArray

from summarize.document import Sentence, Span, build_values
from summarize.support.engine import Batch
from summarize.support.index import Bools, Floats, Ints, Slots, mark_first
from summarize.support.mismatches import find_negation_shifts
from summarize.support.model import Model
from summarize.support.opposites import find_turned
from summarize.support.selection import Chosen
from summarize.support.values import Evidence, Missing
from summarize.support.verdict import Findings

_KINDS = ("", "name", "number", "term")
_NAME, _NUMBER, _TERM = 1, 2, 3
#: A word that is missing altogether and weighs this much is named as missing.
_HEAVY = 0.3
#: From this coverage on a sentence has a word of the statement, itself or a related one.
HELD = 0.5


@attrs.frozen(eq=False)
class Missed:
    """What the article lacks of a batch: content words in order, and their kinds (in _KINDS)."""

    word: Ints
    kind: NDArray[np.int64]


def find_missing(batch: Batch) -> Missed:
    """Return the names, numbers and weighty terms that the article lacks."""
    matched, absent = batch.matched, batch.article.measures.absent
    kinds = np.where(absent.name, _NAME, np.where(absent.number, _NUMBER, 0))
    lost = ~matched.present & (matched.soft < HELD) & (matched.weight >= _HEAVY)
    kinds[lost & (kinds == 0)] = _TERM
    word = np.flatnonzero(kinds[: np.searchsorted(matched.unit, batch.size)])
    return Missed(word, kinds[word])


def find_units(model: Model, batch: Batch, missed: Missed) -> Findings:
    """Return the findings on every unit."""
    whole, view = batch.matched, batch.evidence
    matched, columns = view.measures.matched, view.measures.columns
    low = matched.sources.sentence_starts[matched.sources.source_starts[:-1]]
    high = matched.sources.sentence_starts[matched.sources.source_starts[1:]]
    added, dropped = find_negation_shifts(matched, low, high, matched.present)
    lost = (matched.name | matched.figure) & ~matched.present & (matched.soft < HELD)
    gap = np.zeros(matched.units, bool)
    gap[matched.unit[lost]] = True
    supported, changed = model.evidence.assess(view.names, view.features)
    named = np.array([bool(case.statement.consequents) for case in batch.cases], bool)
    lacking = np.zeros(batch.size, bool)
    lacking[whole.unit[missed.word[missed.kind != _TERM]]] = True

    def at_units(values: Floats | Bools) -> Floats:
        out = np.zeros(batch.size)
        out[batch.units] = values
        return out

    return Findings(
        supported=at_units(supported),
        covered=at_units(np.minimum(columns["covered_soft"], 1.0)),
        together=at_units(np.minimum(columns["covered_one"], 1.0)),
        lacking=lacking,
        gap=at_units(~gap) == 0,
        shift=at_units(added | dropped | find_turned(matched)) > 0,
        copied=at_units(columns["run_longest"]) >= 1.0,
        changed=at_units(changed) > 0,
        named=named[whole.claims.statement[: batch.size]],
        words=np.bincount(whole.unit, minlength=batch.size)[: batch.size],
    )


def rank_chosen(batch: Batch, chosen: Chosen, scores: Floats) -> tuple[Ints, Ints, Floats]:
    """Return statements, their chosen sentences, and scores: by statement, best first.

    ``scores`` are those of the chosen. A sentence that several units rest on counts once, with
    its best score.
    """
    score = np.maximum(scores, 0.0)
    statement = batch.matched.claims.statement[chosen.unit]
    order = np.lexsort((-score, chosen.sentence, statement))
    statement, sentence, score = statement[order], chosen.sentence[order], score[order]
    best = mark_first(statement, sentence)
    statement, sentence, score = statement[best], sentence[best], score[best]
    order = np.lexsort((sentence, -score, statement))
    return statement[order], sentence[order], score[order]


class Builder:
    """Builds evidence and missing items of a batch; a word's span is made once."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        tokens = batch.matched.claims.tokens
        content = batch.matched.content
        self.starts, self.ends = tokens.start[content].tolist(), tokens.end[content].tolist()
        self.spans = build_values(Span, self.starts, self.ends)

    def build_evidence(self, statement: Ints, sentence: Ints, score: Floats) -> list[Evidence]:
        """Return sentences (numbered over all articles) as evidence for statements."""
        matched = self.batch.matched
        width = len(matched.sources.sentence_source) + 1
        keys = matched.claims.statement[matched.unit[matched.met]] * width + matched.sentence
        asked = statement * width + sentence
        held = np.flatnonzero((matched.value >= HELD) & (Slots.build(asked).find(keys) >= 0))
        held = held[np.argsort(keys[held], kind="stable")]
        keys, words = keys[held], matched.met[held]
        covered = list(map(self.spans.__getitem__, words.tolist()))
        low, high = np.searchsorted(keys, asked).tolist(), np.searchsorted(keys, asked + 1).tolist()
        pieces, articles = self._place_sentences(sentence)
        return build_values(
            Evidence,
            [piece.index for piece in pieces],
            [piece.span for piece in pieces],
            [piece.text for piece in pieces],
            score.tolist(),
            map(tuple, map(covered.__getitem__, map(slice, low, high))),
            articles,
        )

    def _place_sentences(self, sentence: Ints) -> tuple[list[Sentence], list[int]]:
        """Return each sentence, and its document's place among the articles."""
        claims, sources = self.batch.matched.claims, self.batch.matched.sources
        asked, case = np.unique(claims.source, return_index=True)
        places: list[list[tuple[Sentence, int]]] = [[]] * (int(asked[-1]) + 1)
        for source, statement in zip(asked.tolist(), claims.statement[case].tolist(), strict=True):
            places[source] = [
                (piece, number)
                for number, document in enumerate(self.batch.cases[statement].articles)
                for piece in document.sentences
            ]
        source = sources.sentence_source[sentence]
        index = sentence - sources.source_starts[source]
        found = [places[s][i] for s, i in zip(source.tolist(), index.tolist(), strict=True)]
        return [piece for piece, _ in found], [number for _, number in found]

    def build_missing(self, missed: Missed) -> list[tuple[Missing, ...]]:
        """Return what the article lacks of each case, in text order."""
        matched = self.batch.matched
        statement = matched.claims.statement[matched.unit[missed.word]]
        texts = [case.statement.text for case in self.batch.cases]
        words = missed.word.tolist()
        items = build_values(
            Missing,
            list(map(_KINDS.__getitem__, missed.kind.tolist())),
            [
                texts[owner][self.starts[word] : self.ends[word]]
                for word, owner in zip(words, statement.tolist(), strict=True)
            ],
            map(self.spans.__getitem__, words),
        )
        bounds = np.searchsorted(statement, np.arange(len(self.batch.cases) + 1)).tolist()
        return [tuple(items[low:high]) for low, high in pairwise(bounds)]
