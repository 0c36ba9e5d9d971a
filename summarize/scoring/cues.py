"""Signs of a summary sentence, as columns for a trained ranker.

All are computed for the whole batch at once, from terms, places and characters; none
needs a language's word list but for stop words.
"""

from __future__ import annotations

import numpy as np

from summarize.features import Features
from summarize.scoring.directed import sum_after, sum_before
from summarize.scoring.frequency import term_probabilities
from summarize.segments import Floats, segment_max, segment_sum
from summarize.text.characters import DIGIT, UPPER

#: Double quotation marks: straight, opening, closing.
_QUOTES = (0x22, 0x201C, 0x201D)
_QUESTION = ord("?")


def measure_cues(features: Features) -> dict[str, Floats]:
    """Return every cue by name, each of shape (n_sentences,), most of them in [0, 1]. Linear."""
    return {
        **_measure_place(features),
        **_measure_length(features),
        **_measure_centrality(features),
        **_measure_recurrence(features),
        **_measure_surface(features),
    }


def scale_to_top(features: Features, values: Floats) -> Floats:
    """Divide by the document's maximum where that is positive."""
    top = segment_max(values, features.sentence_offsets)[features.documents]
    return np.divide(values, top, out=np.zeros_like(values), where=top > 0)


def _measure_place(features: Features) -> dict[str, Floats]:
    places = features.positions.astype(np.float64)
    paragraphs = features.tokens.boundaries.paragraphs
    opens = np.ones(len(places))
    opens[1:] = (np.diff(paragraphs) != 0) | (np.diff(features.documents) != 0)
    return {
        "place_inverse": 1.0 / (1.0 + places),
        "place_root": 1.0 / np.sqrt(1.0 + places),
        "place_log": np.log1p(places),
        "place_share": places / features.sizes[features.documents],
        "first": np.where(places == 0, 1.0, 0.0),
        "second": np.where(places == 1, 1.0, 0.0),
        "opens_paragraph": opens,
    }


def _measure_length(features: Features) -> dict[str, Floats]:
    words, number = features.word_counts.astype(np.float64), len(features.sizes)
    mean = segment_sum(words, features.documents, number) / np.maximum(features.sizes, 1)
    content = np.diff(features.counts.indptr).astype(np.float64)
    logs = np.log1p(words)
    return {
        "words_log": logs,
        "words_log_squared": logs * logs,
        "words_to_mean": words / np.maximum(mean[features.documents], 1.0),
        "content_log": np.log1p(content),
        "content_share": content / np.maximum(words, 1.0),
    }


def _measure_centrality(features: Features) -> dict[str, Floats]:
    """Measure ties by shared terms: with later, earlier, all and the leading sentences."""
    matrix = features.normalise(features.occurrences)
    columns, places = matrix.indices, features.positions[features.rows]
    after, before = sum_after(matrix), sum_before(matrix)
    width = matrix.shape[1]
    lead = segment_sum(np.where(places < 3, matrix.data, 0.0), columns, width)
    first = segment_sum(np.where(places == 0, matrix.data, 0.0), columns, width)
    own = np.where(np.diff(matrix.indptr) > 0, 1.0, 0.0)
    sizes = features.sizes[features.documents]
    following = np.maximum(sizes - 1 - features.positions, 1)
    return {
        "after": scale_to_top(features, after),
        "after_counts": scale_to_top(features, sum_after(features.normalise(features.counts))),
        "after_mean": after / following,
        "before": scale_to_top(features, before),
        "all_mean": (after + before) / sizes,
        "all": scale_to_top(features, after + before),
        "lead": matrix @ lead - np.where(features.positions < 3, own, 0.0),
        "first_shared": np.where(features.positions > 0, matrix @ first, 0.0),
    }


def _measure_recurrence(features: Features) -> dict[str, Floats]:
    """Measure which terms are new, come back later, or are frequent."""
    counts, rows = features.counts, features.rows
    columns, (height, width) = counts.indices, counts.shape
    first = features.tokens.sentences[features.column_tokens]
    last = np.zeros(width, np.int64)
    last[columns] = rows  # cells stand in order of their rows: the last one stays
    new, again = first[columns] == rows, last[columns] > rows
    totals = segment_sum(counts.data, columns, width)
    marks = features.occurrences

    def count(cells: np.ndarray) -> Floats:
        return np.bincount(rows[cells], minlength=height).astype(np.float64)

    return {
        "new": np.log1p(count(new)),
        "new_again": np.log1p(count(new & again)),
        "new_again_to_top": scale_to_top(features, count(new & again)),
        "old": np.log1p(count(~new)),
        "old_again": np.log1p(count(~new & again)),
        "frequent": scale_to_top(features, marks @ np.log1p(totals)),
        "mass": 5.0 * (marks @ term_probabilities(features)),
    }


def _measure_surface(features: Features) -> dict[str, Floats]:
    tokens, height = features.tokens, len(features.documents)
    characters = tokens.characters
    kinds = characters.classes[tokens.starts]
    opens = np.ones(len(kinds), bool)
    opens[1:] = np.diff(tokens.sentences) > 0
    capitals = np.bincount(tokens.sentences[((kinds & UPPER) != 0) & ~opens], minlength=height)
    digits = np.bincount(tokens.sentences[(kinds & DIGIT) != 0], minlength=height)
    starts_plain = np.zeros(height)
    starts_plain[tokens.sentences[opens]] = tokens.stems[opens] < 0
    quotes = _count_characters(features, _QUOTES)
    return {
        "capitals": np.log1p(capitals),
        "capital_share": capitals / np.maximum(features.word_counts, 1),
        "digits": np.log1p(digits),
        "starts_with_stop_word": starts_plain,
        "quotes": np.where(quotes > 0, 1.0, 0.0),
        "quotes_closed": np.where(quotes > 1, 1.0, 0.0),
        "question": np.where(_count_characters(features, (_QUESTION,)) > 0, 1.0, 0.0),
    }


def _count_characters(features: Features, codes: tuple[int, ...]) -> Floats:
    """Return how many of these characters stand in every sentence."""
    characters, bounds = features.tokens.characters, features.tokens.boundaries
    narrow = [code for code in codes if code < 256]
    lowered = characters.lowered[: len(characters.classes)]
    wide = characters.wide_at[np.isin(characters.wide_codes, codes)]
    places = np.sort(np.concatenate((np.flatnonzero(np.isin(lowered, narrow)), wide)))
    first, last = (np.searchsorted(places, edge) for edge in (bounds.starts, bounds.ends))
    counts: Floats = (last - first).astype(np.float64)
    return counts
