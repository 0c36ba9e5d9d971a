"""Term counts of a batch: one sparse row a sentence, columns local to each document."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import attrs
import numpy as np
from scipy.sparse import csr_array

from summarize.segments import Floats, Integers, number_groups, segment_sum, spread
from summarize.text.segmentation import Boundaries
from summarize.text.tokens import TokenTable, read_tokens
from summarize.text.vocabulary import STOP_STEM


@attrs.frozen(eq=False, slots=False)
class Features:
    """Sentences of a batch as vectors of term counts.

    ``counts`` is a CSR array (n_sentences, n_columns), float64. A column is one stem
    in one document, so documents never touch and products are block-diagonal.
    Cells of a row, and the columns of a document, stand in the order in which their
    terms first occur. ``cell_tokens`` is the token that first showed a cell's term in
    its sentence, ``column_tokens`` the same for a column. ``content_tokens`` are all tokens
    but stop words, ``content_columns`` their columns. ``titles`` has one entry a
    document, or none at all.
    """

    tokens: TokenTable
    counts: csr_array
    cell_tokens: Integers
    column_tokens: Integers
    column_offsets: Integers
    content_tokens: Integers
    content_columns: Integers
    titles: tuple[str | None, ...] = ()

    @property
    def sentence_offsets(self) -> Integers:
        """Document d has the sentences ``sentence_offsets[d]`` to ``[d + 1]``."""
        return self.tokens.sentence_offsets

    @cached_property
    def documents(self) -> Integers:
        """The document of every sentence, shape (n_sentences,)."""
        return spread(self.sentence_offsets)

    @cached_property
    def sizes(self) -> Integers:
        """The number of sentences in every document, shape (n_documents,)."""
        return np.diff(self.sentence_offsets)

    @cached_property
    def positions(self) -> Integers:
        """The index of every sentence in its own document, from 0."""
        return np.arange(len(self.documents)) - self.sentence_offsets[self.documents]

    @cached_property
    def rows(self) -> Integers:
        """The sentence of every stored count."""
        return np.repeat(np.arange(self.counts.shape[0]), np.diff(self.counts.indptr))

    @cached_property
    def column_documents(self) -> Integers:
        """The document of every column."""
        return spread(self.column_offsets)

    @cached_property
    def word_counts(self) -> Integers:
        """All tokens of every sentence, stop words too."""
        return np.bincount(self.tokens.sentences, minlength=self.counts.shape[0])

    @cached_property
    def document_frequencies(self) -> Integers:
        """In how many sentences of its document every column's term occurs."""
        return np.bincount(self.counts.indices, minlength=self.counts.shape[1])

    @cached_property
    def idf(self) -> Floats:
        """``ln(n / df) + 1`` of every column over the n sentences of its own document.

        As scikit-learn's ``TfidfTransformer(smooth_idf=False)`` computes it: the only form
        that stays the same when every sentence is doubled.
        """
        sizes = self.sizes[self.column_documents]
        weights: Floats = np.log(sizes / self.document_frequencies) + 1.0
        return weights

    @cached_property
    def unit_tfidf(self) -> csr_array:
        """TF-IDF rows of Euclidean length 1; zero rows stay zero."""
        return self.normalise(self.weigh(self.idf))

    @cached_property
    def occurrences(self) -> csr_array:
        """Return 1 for every term that a sentence has, however often."""
        return self._replace(np.ones_like(self.counts.data))

    def weigh(self, column_weights: Floats) -> csr_array:
        """Return the counts multiplied by one weight a column."""
        return self._replace(self.counts.data * column_weights[self.counts.indices])

    def normalise(self, matrix: csr_array) -> csr_array:
        """Return ``matrix`` (same cells) with rows of Euclidean length 1; zero rows stay zero."""
        squares = segment_sum(matrix.data * matrix.data, self.rows, matrix.shape[0])
        lengths = np.sqrt(squares)
        scale = np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 0)
        return self._replace(matrix.data * scale[self.rows])

    def _replace(self, data: Floats) -> csr_array:
        return csr_array((data, self.counts.indices, self.counts.indptr), shape=self.counts.shape)


def extract_features(tokens: TokenTable, titles: Sequence[str | None] = ()) -> Features:
    """Count the terms of every sentence. Linear in the number of tokens."""
    kept = np.flatnonzero((tokens.stems != STOP_STEM) & (tokens.sentences >= 0))
    sentences = tokens.sentences[kept].astype(np.uint64)
    n_sentences = len(tokens.boundaries.starts)
    documents = spread(tokens.sentence_offsets)[tokens.sentences[kept]].astype(np.uint64)
    shift = np.uint64(32)
    stems = tokens.stems[kept].astype(np.uint64)
    columns, first_token = number_groups(documents << shift | stems)
    cells, first_cell = number_groups(sentences << shift | columns.astype(np.uint64))
    counts = np.bincount(cells, minlength=len(first_cell)).astype(np.float64)
    cell_rows = tokens.sentences[kept][first_cell]
    pointers = np.concatenate(([0], np.cumsum(np.bincount(cell_rows, minlength=n_sentences))))
    column_documents = documents[first_token].astype(np.int64)
    n_documents = len(tokens.text_offsets)
    return Features(
        tokens=tokens,
        counts=csr_array(
            (counts, columns[first_cell].astype(np.int32), pointers.astype(np.int32)),
            shape=(n_sentences, len(first_token)),
        ),
        cell_tokens=kept[first_cell],
        column_tokens=kept[first_token],
        column_offsets=np.searchsorted(column_documents, np.arange(n_documents + 1)),
        content_tokens=kept,
        content_columns=columns,
        titles=tuple(titles),
    )


def read_features(
    texts: Sequence[str],
    *,
    language: str = "en",
    boundaries: Sequence[Boundaries] | None = None,
    titles: Sequence[str | None] = (),
) -> Features:
    """Read a batch of texts to features in one go; ``titles`` are the documents' headlines."""
    return extract_features(read_tokens(texts, language=language, boundaries=boundaries), titles)
