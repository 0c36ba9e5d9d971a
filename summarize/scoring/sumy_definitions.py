"""The definitions of sumy 0.13, to the letter, where they are not this library's own.

For users who move over and for tests against sumy itself; ``docs/sumy.md`` says how
each differs from its paper. Words must be stemmed and stop words known as in sumy
(see :func:`summarize.scoring.words.features_from_words`). All values are finite.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

import numpy as np

from summarize.features import Features
from summarize.scoring.frequency import luhn, term_probabilities
from summarize.scoring.overlap import overlap_product
from summarize.scoring.similarity import find_edges, join_edges
from summarize.scoring.walk import Product
from summarize.segments import Floats, Integers, segment_max, segment_sum


def sumy_lexrank(features: Features, *, threshold: float = 0.1, epsilon: float = 0.1) -> Floats:
    """Walk on the thresholded graph without jumps, ended at a step of ``epsilon``.

    Weights are ``tf / max tf * ln(n / (1 + df))``; the vector is scaled to length 1.
    """
    rows, number = features.rows, len(features.documents)
    idf = np.log(features.sizes[features.column_documents] / (1.0 + features.document_frequencies))
    weighted = features.normalise(features.weigh(idf))
    floors = np.full(len(features.sizes), threshold)
    own = segment_sum(weighted.data * weighted.data, rows, number) > threshold
    first, second, _ = find_edges(features, weighted, floors)
    graph = join_edges(first, second, np.ones(len(first)), own.astype(np.float64))
    degrees = np.maximum(graph @ np.ones(number), 1.0)

    def step(vector: Floats) -> Floats:
        moved: Floats = graph @ (vector / degrees)
        length = _lengths(features, moved)[features.documents]
        return np.divide(moved, length, out=np.zeros_like(moved), where=length > 0)

    return _iterate(features, step, epsilon)


def sumy_textrank(features: Features, *, damping: float = 0.85, epsilon: float = 1e-4) -> Floats:
    """Walk on shared words, ended at a step of ``epsilon``; sums to less than 1.

    Rows are divided by their sum plus 1e-7, so sentences without words lose mass.
    """
    documents, product = features.documents, overlap_product(features)
    sums = product(np.ones(len(documents))) + 1e-7

    def step(vector: Floats) -> Floats:
        total = segment_sum(vector, documents, len(features.sizes))
        jump = (1.0 - damping) / features.sizes[documents] * total[documents]
        return jump + damping * product(vector / sums)

    return _iterate(features, step, epsilon)


def _lengths(features: Features, vector: Floats) -> Floats:
    return np.sqrt(segment_sum(vector * vector, features.documents, len(features.sizes)))


def _iterate(features: Features, step: Product, epsilon: float) -> Floats:
    """Repeat ``step`` from 1 / n in every document until it moves by ``epsilon`` or less."""
    documents = features.documents
    vector = 1.0 / features.sizes[documents]
    running = np.ones(len(features.sizes), bool)
    while running.any():
        following = step(vector)
        moved = _lengths(features, following - vector)
        vector = np.where(running[documents], following, vector)
        running = running & (moved > epsilon)
    return vector


def sumy_reduction(features: Features) -> Floats:
    """Return the sum of TextRank's edges to other sentences.

    Two sentences of one word each have no edge.
    """
    counts = features.counts
    lengths = segment_sum(counts.data, features.rows, counts.shape[0])
    logs = np.log(np.maximum(lengths, 1.0))
    rows, columns, values = find_edges(features, counts, np.zeros(len(features.sizes)))
    bottom = logs[rows] + logs[columns]
    weights = np.divide(values, bottom, out=np.zeros_like(values), where=bottom > 0)
    count = len(lengths)
    return segment_sum(weights, rows, count) + segment_sum(weights, columns, count)


def sumy_luhn(features: Features) -> Floats:
    """Return Luhn's score as this library defines it: the two are the same."""
    return luhn(features, gap=4, minimum=2)


def sumy_lsa(features: Features) -> Floats:
    """Return the length of every sentence's column of smoothed frequencies.

    A cell is ``0.4 + 0.6 tf / max tf``, 0.4 for terms that the sentence lacks; a sentence
    without terms has 0. All topics together make up the column again.
    """
    counts, rows = features.counts, features.rows
    highest = np.maximum(segment_max(counts.data, counts.indptr.astype(np.int64)), 1.0)
    cells = 0.4 + 0.6 * counts.data / highest[rows]
    present = np.diff(counts.indptr)
    terms = np.diff(features.column_offsets)[features.documents]
    squares = segment_sum(cells * cells, rows, counts.shape[0]) + 0.16 * (terms - present)
    return np.sqrt(np.where(present > 0, squares, 0.0))


def sumy_sumbasic(features: Features) -> Floats:
    """Return minus the round in which SumBasic takes the sentence.

    A word's probability is squared once for every occurrence in the sentence taken; the
    most probable word has no say. Rounds times words.
    """
    probabilities = term_probabilities(features)
    sentences = features.tokens.sentences[features.content_tokens]
    words, count = features.content_columns, len(features.documents)
    lengths = np.bincount(sentences, minlength=count)

    def value() -> Floats:
        sums = segment_sum(probabilities[words], sentences, count)
        return np.divide(sums, lengths, out=sums, where=lengths > 0)

    def take(picks: Integers) -> None:
        row = features.counts[picks]
        for times in range(int(row.data.max(initial=0.0))):
            columns = row.indices[row.data > times]
            probabilities[columns] *= probabilities[columns]

    return _number_rounds(features, value, take)


def sumy_kl(features: Features) -> Floats:
    """Return minus the round in which KL-Sum takes the sentence.

    The divergence counts only the summary's words, not those that it lacks, and stop
    words add to the length of what was taken. Rounds times words.
    """
    counts, documents = features.counts, features.documents
    chances = term_probabilities(features)
    lengths = segment_sum(counts.data, features.rows, counts.shape[0])
    held, size = np.zeros(counts.shape[1]), np.zeros(len(features.sizes))

    def value() -> Floats:
        # With c the joint counts and N their sum: sum of p (ln p - ln c) + ln N * sum of p.
        old = _weigh_held(chances, held)
        new = _weigh_held(chances[counts.indices], held[counts.indices] + counts.data)
        change = segment_sum(new - old[counts.indices], features.rows, counts.shape[0])
        fresh = np.where(held[counts.indices] > 0, 0.0, chances[counts.indices])
        mass = segment_sum(fresh, features.rows, counts.shape[0])
        number = len(features.sizes)
        base = segment_sum(old, features.column_documents, number)
        seen = segment_sum(np.where(held > 0, chances, 0.0), features.column_documents, number)
        total = np.maximum(size[documents] + lengths, 1.0)
        return -(base[documents] + change + np.log(total) * (seen[documents] + mass))

    def take(picks: Integers) -> None:
        row = counts[picks]
        held[row.indices] += row.data
        size[documents[picks]] += features.word_counts[picks]

    return _number_rounds(features, value, take)


def _weigh_held(chances: Floats, held: Floats) -> Floats:
    """Return p (ln p - ln c) for words held c times, 0 for those not held."""
    ratio = np.divide(chances, held, out=np.ones_like(chances), where=held > 0)
    result: Floats = chances * np.log(ratio)
    return result


def _number_rounds(
    features: Features, value: Callable[[], Floats], take: Callable[[Integers], None]
) -> Floats:
    """Return minus the round in which each sentence has its document's first largest value."""
    documents, offsets = features.documents, features.sentence_offsets
    free, scores = np.ones(len(documents), bool), np.zeros(len(documents))
    current = 0
    while free.any():
        values = np.where(free, value(), -np.inf)
        best = segment_max(values, offsets)
        candidates = np.flatnonzero(free & (values == best[documents]))
        picks = candidates[np.unique(documents[candidates], return_index=True)[1]]
        free[picks] = False
        scores[picks] = -float(current)
        take(picks)
        current += 1
    return scores


def sumy_edmundson(
    features: Features,
    *,
    bonus_words: Collection[str],
    stigma_words: Collection[str],
    null_words: Collection[str],
    cue: float = 1.0,
    key: float = 0.0,
    title: float = 1.0,
    location: float = 1.0,
) -> Floats:
    """Add up the clues whose weight is positive; how large it is does not matter.

    Title words count unless they are among ``null_words``. Features must have no stop
    words, word lists must be stemmed.
    """
    total = np.zeros(len(features.documents))
    if cue > 0:
        total += _count(features, _mark(features, bonus_words))
        total -= _count(features, _mark(features, stigma_words))
    if key > 0:
        counts = features.counts
        sums = segment_sum(counts.data, counts.indices, counts.shape[1])
        sums = np.where(_mark(features, bonus_words), sums, 0.0)
        top = segment_max(sums, features.column_offsets)[features.column_documents]
        total += _count(features, sums > 0.5 * top)
    shared = _count(features, _mark_titles(features) & ~_mark(features, null_words))
    if title > 0:
        total += shared
    if location > 0:
        total += shared + _locate(features)
    return total


def _mark(features: Features, words: Collection[str]) -> np.ndarray:
    vocabulary = features.tokens.vocabulary
    numbers = [vocabulary.number_stem(word) for word in sorted(words)]
    return np.isin(features.tokens.stems[features.column_tokens], numbers)


def _mark_titles(features: Features) -> np.ndarray:
    vocabulary = features.tokens.vocabulary
    keys = [
        document << 32 | vocabulary.number_stem(word)
        for document, title in enumerate(features.titles)
        for word in (title or "").split()
    ]
    stems = features.tokens.stems[features.column_tokens]
    return np.isin(features.column_documents << 32 | stems, np.array(keys, np.int64))


def _count(features: Features, columns: np.ndarray) -> Floats:
    result: Floats = features.counts @ columns.astype(np.float64)
    return result


def _locate(features: Features) -> Floats:
    """Return 1 for the first or last paragraph plus 1 for such a sentence of a paragraph."""
    paragraphs = features.tokens.boundaries.paragraphs
    documents = features.documents
    fresh = np.ones(len(documents) + 1, bool)
    fresh[1:-1] = (np.diff(paragraphs) != 0) | (np.diff(documents) != 0)
    firsts = features.sentence_offsets[documents]
    lasts = features.sentence_offsets[documents + 1] - 1
    outer = (paragraphs == paragraphs[firsts]) | (paragraphs == paragraphs[lasts])
    return np.where(outer, 1.0, 0.0) + np.where(fresh[:-1] | fresh[1:], 1.0, 0.0)


#: The methods by sumy's own names for them.
SUMY_SCORERS: dict[str, Callable[..., Floats]] = {
    "sumy_lexrank": sumy_lexrank,
    "sumy_textrank": sumy_textrank,
    "sumy_reduction": sumy_reduction,
    "sumy_luhn": sumy_luhn,
    "sumy_lsa": sumy_lsa,
    "sumy_sumbasic": sumy_sumbasic,
    "sumy_kl": sumy_kl,
    "sumy_edmundson": sumy_edmundson,
}
