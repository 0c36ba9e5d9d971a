"""Features of sentences that are already cut into words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate

import numpy as np

from summarize.errors import InvalidValueError
from summarize.features import Features, extract_features
from summarize.text.characters import read_characters
from summarize.text.languages import load_language
from summarize.text.segmentation import Boundaries
from summarize.text.tokens import TokenTable
from summarize.text.vocabulary import STOP_STEM, Vocabulary

#: ISO 639: undetermined. It has no stop words and no stemmer.
_NO_LANGUAGE = "und"


def features_from_words(
    documents: Sequence[Sequence[Sequence[str]]],
    *,
    stop_words: Collection[str] = (),
    titles: Sequence[str | None] = (),
    paragraphs: Sequence[Sequence[int]] | None = None,
) -> Features:
    """Return the features of documents given as sentences given as words.

    Words are taken as they are, each its own stem; ``stop_words`` keep their place but
    do not count. The text behind the features is the words joined by spaces.
    ``paragraphs`` has a rising paragraph number for every sentence, by default 0.
    """
    vocabulary = Vocabulary(load_language(_NO_LANGUAGE))
    skipped = frozenset(stop_words)
    words = [word for sentences in documents for sentence in sentences for word in sentence]
    starts, ends = _place_words(words)
    stems = [STOP_STEM if w in skipped else vocabulary.number_stem(w) for w in words]
    lengths = np.array([len(s) for sentences in documents for s in sentences], np.int64)
    lasts = np.cumsum(lengths)
    edges = np.append(starts, len(" ".join(words)))
    begins = edges[lasts - lengths]
    finishes = np.where(lengths > 0, np.append(ends, 0)[lasts - 1], begins)
    offsets = np.array([0, *accumulate(len(sentences) for sentences in documents)], np.int64)
    table = TokenTable(
        characters=read_characters(" ".join(words)),
        vocabulary=vocabulary,
        starts=starts,
        ends=ends,
        stems=np.array(stems, np.int64),
        sentences=np.repeat(np.arange(len(lengths)), lengths),
        boundaries=Boundaries(begins, finishes, _number_paragraphs(documents, paragraphs)),
        text_offsets=np.append(begins, 0)[np.minimum(offsets[:-1], len(begins))],
        sentence_offsets=offsets,
    )
    return extract_features(table, titles)


def _place_words(words: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    ends = np.cumsum(lengths + 1) - 1
    return ends - lengths, ends


def _number_paragraphs(
    documents: Sequence[Sequence[object]], paragraphs: Sequence[Sequence[int]] | None
) -> np.ndarray:
    given = paragraphs if paragraphs is not None else [[0] * len(d) for d in documents]
    if [len(numbers) for numbers in given] != [len(document) for document in documents]:
        raise InvalidValueError("paragraphs must have one number for every sentence")
    return np.array([number for numbers in given for number in numbers], np.int64)
