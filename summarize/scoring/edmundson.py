"""Edmundson's four clues: cue words, key words, title words, location."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from summarize.errors import InvalidValueError
from summarize.features import Features
from summarize.scoring.weighting import Query, count_matches
from summarize.segments import Floats, segment_max, segment_sum
from summarize.text.tokens import read_tokens

#: English words that announce what matters, written for this project.
BONUS_WORDS = tuple(
    """
announced because biggest concluded confirmed consequently critical crucial decided decisive
effectively essential finally first found greatest important key largest main major new
overall primarily record result revealed significant significantly significance summary
therefore thus ultimately unprecedented vital warned
""".split()
)
#: English words that announce what does not matter.
STIGMA_WORDS = tuple(
    """
anyway apparently aside barely example hardly impossible incidentally instance maybe meanwhile
perhaps possibly probably somewhat supposedly unclear unlikely
""".split()
)


def edmundson(
    features: Features,
    *,
    cue: float = 1.0,
    key: float = 1.0,
    title: float = 1.0,
    location: float = 1.0,
    bonus_words: Collection[str] = BONUS_WORDS,
    stigma_words: Collection[str] = STIGMA_WORDS,
    titles: Query | None = None,
    share: float = 0.5,
) -> Floats:
    """Score by a weighted sum of four clues (Edmundson 1969, "New methods in extracting").

    ``cue``: bonus words less stigma words. ``key``: words whose stem occurs more than
    ``share`` times as often as the document's most frequent one. ``title``: words of the
    title (``titles``: one for all documents or one each; by default the documents' own).
    ``location``: 1 for the first or last paragraph, 1 for the first or last sentence of a
    paragraph. Counts of words are divided by the document's largest (location by 2), so
    each clue lies in [0, 1] (cue in [-1, 1]) and the weights, none negative, really
    weigh. Range: minus ``cue`` to the sum of the weights. Linear.
    """
    if min(cue, key, title, location) < 0:
        raise InvalidValueError(
            f"weights must not be negative, got cue={cue!r}, key={key!r}, title={title!r}, "
            f"location={location!r}"
        )
    asked = titles if titles is not None else features.titles
    clues = (
        (cue, count_cues(features, bonus_words, stigma_words)),
        (key, count_key_words(features, share)),
        (title, count_title_words(features, asked)),
        (location, locate(features)),
    )
    total = np.zeros(len(features.documents))
    for weight, clue in clues[:3]:
        top = segment_max(np.abs(clue), features.sentence_offsets)[features.documents]
        total += weight * np.divide(clue, top, out=np.zeros_like(clue), where=top > 0)
    return total + location * clues[3][1] / 2.0


def count_cues(
    features: Features, bonus_words: Collection[str], stigma_words: Collection[str]
) -> Floats:
    """Return bonus words less stigma words of every sentence; words match by stem.

    Stop words never match, so a list need not hold them.
    """
    tokens = features.tokens
    counts = np.zeros(len(features.documents))
    for words, sign in ((bonus_words, 1.0), (stigma_words, -1.0)):
        read = read_tokens([" ".join(sorted(words))], vocabulary=tokens.vocabulary)
        wanted = np.unique(read.stems[read.stems >= 0])
        found = np.isin(tokens.stems[features.content_tokens], wanted)
        sentences = tokens.sentences[features.content_tokens[found]]
        counts += sign * np.bincount(sentences, minlength=len(counts))
    return counts


def count_key_words(features: Features, share: float) -> Floats:
    """Return how many of every sentence's words are frequent in its document."""
    counts = features.counts
    totals = segment_sum(counts.data, counts.indices, counts.shape[1])
    top = segment_max(totals, features.column_offsets)[features.column_documents]
    result: Floats = counts @ (totals > share * top).astype(np.float64)
    return result


def count_title_words(features: Features, titles: str | Sequence[str | None]) -> Floats:
    """Return how many of every sentence's words stand in its document's title."""
    if not titles:
        return np.zeros(len(features.documents))
    result: Floats = features.counts @ (count_matches(features, titles) > 0).astype(np.float64)
    return result


def locate(features: Features) -> Floats:
    """Return 0, 1 or 2: in the first or last paragraph, and at such a paragraph's edge."""
    paragraphs = features.tokens.boundaries.paragraphs
    documents = features.documents
    fresh = np.ones(len(documents) + 1, bool)
    fresh[1:-1] = (np.diff(paragraphs) != 0) | (np.diff(documents) != 0)
    edge = fresh[:-1] | fresh[1:]
    firsts = features.sentence_offsets[documents]
    lasts = features.sentence_offsets[documents + 1] - 1
    outer = (paragraphs == paragraphs[firsts]) | (paragraphs == paragraphs[lasts])
    return np.where(outer, 1.0, 0.0) + np.where(edge, 1.0, 0.0)
