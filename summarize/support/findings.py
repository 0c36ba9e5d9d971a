"""Findings, evidence and missing items of a batch, as the values that a check returns."""

from __future__ import annotations

import numpy as np

from summarize.document import Span
from summarize.support.engine import Articles, Batch
from summarize.support.index import Floats, Ints
from summarize.support.mismatches import find_negation_shifts
from summarize.support.model import Model
from summarize.support.values import Evidence, Missing
from summarize.support.verdict import Unit


def find_units(model: Model, batch: Batch) -> list[list[Unit]]:
    """Return the findings on every unit, by case."""
    whole, view = batch.matched, batch.evidence
    matched, columns = view.measures.matched, view.measures.columns
    low = matched.sources.sentence_starts[matched.sources.source_starts[:-1]]
    high = matched.sources.sentence_starts[matched.sources.source_starts[1:]]
    added, dropped = find_negation_shifts(matched, low, high)
    needed = matched.name | matched.figure
    lost = needed & ~matched.present & (matched.soft < 0.5)
    gap = np.zeros(matched.units, bool)
    gap[matched.unit[lost]] = True
    supported = model.evidence.probability(view.names, view.features)
    copies = model.evidence.copies
    changed = None if copies is None else copies.doubt(view.names, view.features)
    words = np.bincount(whole.unit, minlength=whole.units)
    found: list[list[Unit]] = [[] for _ in batch.cases]
    rows = {unit: row for row, unit in enumerate(batch.units.tolist())}
    for unit, statement in enumerate(whole.claims.statement.tolist()):
        row = rows.get(unit)
        found[statement].append(
            Unit(0.0, 0.0, 0.0, True, False, False, False, False, int(words[unit]))
            if row is None
            else Unit(
                supported=float(supported[row]),
                covered=min(float(columns["covered_soft"][row]), 1.0),
                together=min(float(columns["covered_one"][row]), 1.0),
                gap=bool(gap[row]),
                shift=bool(added[row] | dropped[row]),
                copied=bool(columns["run_longest"][row] >= 1.0),
                changed=changed is not None and bool(changed[row]),
                named=bool(batch.cases[statement].statement.consequents),
                words=int(words[unit]),
            )
        )
    return found


class EvidenceBuilder:
    """Builds the evidence and missing items of a batch's checks."""

    def __init__(self, batch: Batch, scores: Floats) -> None:
        self.batch = batch
        matched = batch.matched
        self.matched = matched
        self.starts = matched.claims.tokens.start[matched.content].tolist()
        self.ends = matched.claims.tokens.end[matched.content].tolist()
        self.statement = matched.claims.statement[matched.unit]
        self.scores = scores
        covering = np.flatnonzero(matched.value >= 0.5)
        met = self.statement[matched.met[covering]]
        order = np.lexsort((matched.met[covering], matched.sentence[covering], met))
        self.met = matched.met[covering][order].tolist()
        width = len(matched.sources.sentence_source) + 1
        self.width = width
        self.keys = (met * width + matched.sentence[covering])[order]
        absent = batch.article.measures.absent
        self.kinds = np.where(absent.name, 1, np.where(absent.number, 2, 0))
        heavy = (
            ~matched.present & (matched.soft < 0.5) & (matched.weight >= 0.3) & (self.kinds == 0)
        )
        self.kinds = np.where(heavy, 3, self.kinds)
        self.lost = np.flatnonzero(self.kinds)
        self.lost_statement = self.statement[self.lost]
        self.sentence_document, self.sentence_index = _number_sentences(batch)

    def chosen(self, number: int) -> tuple[Evidence, ...]:
        """Return the sentences that the verdict on a case rests on, best first."""
        matched, chosen = self.matched, self.batch.chosen
        units = np.flatnonzero(matched.claims.statement[chosen.unit] == number)
        if not len(units):
            return ()
        cells = (
            matched.cells[chosen.unit[units]]
            + chosen.sentence[units]
            - matched.first_sentence()[chosen.unit[units]]
        )
        best: dict[int, float] = {}
        for sentence, score in zip(
            chosen.sentence[units].tolist(), self.scores[cells].tolist(), strict=True
        ):
            best[sentence] = max(score, best.get(sentence, 0.0))
        ranked = sorted(best, key=lambda s: (-best[s], s))
        return self.build(number, np.array(ranked), np.array([best[s] for s in ranked]))

    def build(self, number: int, sentences: Ints, scores: Floats) -> tuple[Evidence, ...]:
        """Return sentences, numbered over all articles, as evidence for a case."""
        case = self.batch.cases[number]
        out = []
        for at, score in zip(sentences.tolist(), scores.tolist(), strict=True):
            key = number * self.width + at
            low, high = np.searchsorted(self.keys, [key, key + 1])
            article = int(self.sentence_document[at])
            sentence = case.articles[article].sentences[int(self.sentence_index[at])]
            covered = tuple(Span(self.starts[word], self.ends[word]) for word in self.met[low:high])
            out.append(
                Evidence(sentence.index, sentence.span, sentence.text, score, covered, article)
            )
        return tuple(out)

    def _item(self, word: int, number: int) -> Missing:
        text = self.batch.cases[number].statement.text
        span = Span(self.starts[word], self.ends[word])
        return Missing(("name", "number", "term")[self.kinds[word] - 1], span.slice(text), span)

    def missing(self, number: int) -> tuple[Missing, ...]:
        """Return what the article lacks of a case, in text order."""
        found = self.lost[self.lost_statement == number].tolist()
        return tuple(self._item(word, number) for word in found)

    def missing_by_unit(self, number: int) -> list[list[Missing]]:
        """Return the same for each of the case's units."""
        units = np.flatnonzero(self.matched.claims.statement == number).tolist()
        found = self.lost[self.lost_statement == number].tolist()
        return [
            [self._item(word, number) for word in found if self.matched.unit[word] == unit]
            for unit in units
        ]


def _number_sentences(batch: Batch) -> tuple[Ints, Ints]:
    """Return, by sentence over all articles, its document's place in the case and its index."""
    groups: dict[int, Articles] = {}
    source = batch.matched.claims
    for unit_source, statement in zip(
        source.source.tolist(), source.statement.tolist(), strict=True
    ):
        groups.setdefault(unit_source, batch.cases[statement].articles)
    size = len(batch.matched.sources.sentence_source)
    document, index = np.zeros(size, np.int64), np.zeros(size, np.int64)
    starts = batch.matched.sources.source_starts
    for number, articles in groups.items():
        counts = [len(d.sentences) for d in articles]
        begin = int(starts[number])
        document[begin : begin + sum(counts)] = np.repeat(np.arange(len(counts)), counts)
        index[begin : begin + sum(counts)] = np.concatenate([np.arange(c) for c in counts])
    return document, index
