"""Features by which the stated-implication model reads a sentence.

A sentence becomes token ids (rare words by their ending), from which come 1- to 3-grams that keep
stop words, counts of cue groups, and its place in the article. All of it is integer arithmetic on
arrays, so that a batch of sentences costs little more than one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, Final

import attrs
import numpy as np
import numpy.typing as npt

from summarize.facts.surfaces import Surfaces
from summarize.implications.stated_groups import GROUPS
from summarize.implications.stated_rows import Rows, index_rows

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
#: A sentence as text, or cut at its white space already.
Chunked = str | Sequence[str]

START, END = "\1", "\0"  # stand around each sentence, so that one pass finds the tokens of all
NUMBER, NAME, OTHER = "0", "~name", "~"
_TOKEN = re.compile(r"[^\W\d_]+(?:'[a-z]+)?|\d[\d.,]*|[?%$£€“”\"()\0\1]")
_ENDINGS = ("ed", "ing", "ly", "s", "ion", "er", "al")
CLASSES: Final = (START, END, NUMBER, NAME, OTHER, *(f"~{ending}" for ending in _ENDINGS))
NO_KEY: Final = np.iinfo(np.int64).max
_CLASS_BY_ENDING = {ending: f"~{ending}" for ending in _ENDINGS}
# Words read as themselves with a capital too; any other capitalised word is a name, and all names
# are read alike, so that renaming changes no score.
_OPENERS: Final = (
    "a an the this that these those it its he she they his her their there here in on at for from"
    " by with as of to and or so then if when while although though because since after before"
    " during until under over among about some many most more several all both each every one two"
    " three other another such what who where why how monday tuesday wednesday thursday friday"
    " saturday sunday january february march april may june july august september october november"
    " december according meanwhile also moreover instead even now today only just police government"
    " investors shares prices analysts economists experts officials critics if unless next last"
    " earlier fears concerns not no but however yet still once"
)


def tokens(text: str) -> list[str]:
    """Return the tokens of a text: words, numbers, quotes, signs, sentence marks."""
    return _TOKEN.findall(text.replace("’", "'").replace("''", '"'))


def split(sentence: Chunked) -> Sequence[str]:
    """Return a sentence as its chunks."""
    return sentence.split() if isinstance(sentence, str) else sentence


def _remove_marks(sentence: Chunked) -> str:
    return " ".join(split(sentence)).replace(START, " ").replace(END, " ")


def openers() -> dict[str, str]:
    """Return the words that keep their sense with a capital, by their capitalised form."""
    return {word.capitalize(): word for word in _OPENERS.split()}


def word_class(token: str) -> str:
    """Return the class that stands for a token outside the vocabulary."""
    if token[0].isdigit():
        return NUMBER
    if token[0].isupper():
        return NAME
    if len(token) < 5:
        return OTHER
    by = _CLASS_BY_ENDING
    return by.get(token[-3:]) or by.get(token[-2:]) or by.get(token[-1:]) or OTHER


@lru_cache(maxsize=256)
def position_features(count: int) -> Floats:
    """Return the place of each sentence in an article of ``count``, shape (count, 9), read-only."""
    place = np.empty((count, 9), dtype=np.float32)
    i = np.arange(count, dtype=np.float32)
    place[:, 0], place[:, 1], place[:, 2] = i == 0, i == 1, i < 4
    place[:, 3], place[:, 4] = 1 / (1 + i), i / max(count, 1)
    place[:, 5], place[:, 6] = place[:, 4] ** 2, np.log1p(count)
    place[:, 7], place[:, 8] = i == count - 1, i >= count - 3
    place.flags.writeable = False
    return place


@attrs.frozen(eq=False, slots=False)
class Encoder:
    """Sentences to features: vocabulary, known bigrams and trigrams, weight of each n-gram.

    With n tokens, a bigram's key is ``n * first + second``, a trigram's ``n`` times the row of its
    leading bigram plus its last token. Both are sorted and end in ``NO_KEY``. ``idf``
    runs over tokens, bigrams, trigrams in this order.
    """

    vocabulary: dict[str, int]
    bigrams: Ints
    trigrams: Ints
    idf: Floats
    groups: Floats

    def ids(self, sentences: Sequence[Chunked]) -> tuple[Ints, Ints]:
        """Return all token ids, a start and an end mark around each sentence, and the starts."""
        form = self._forms.__getitem__
        begin, end = form(START), form(END)
        read = "".join([begin + "".join(map(form, split(text))) + end for text in sentences])
        name = chr(self.vocabulary[NAME])
        while name + name in read:  # a name of many words is one
            read = read.replace(name + name, name)
        ids = np.frombuffer(read.encode("utf-32-le", "surrogatepass"), np.int32).astype(np.int64)
        starts = (ids == self.vocabulary[START]).nonzero()[0]
        ends = np.count_nonzero(ids == self.vocabulary[END])
        if not len(starts) == ends == len(sentences):  # the marks themselves stand in the text
            return self.ids([_remove_marks(text) for text in sentences])
        return ids, starts

    @cached_property
    def _forms(self) -> Surfaces[str]:
        """The ids, as characters, of everything that stands between white space."""
        return Surfaces(self._read)

    def _read(self, form: str) -> str:
        known = self.vocabulary
        ids = (known[t if t in known else word_class(t)] for t in tokens(form))
        return sys.intern("".join(map(chr, ids)))

    @cached_property
    def _members(self) -> npt.NDArray[np.int16]:
        """The cue groups of each token, filled up with the number behind the last group."""
        token, group = self.groups.nonzero()
        rank = np.arange(len(token)) - np.searchsorted(token, token)
        members = np.full((len(self.groups), int(rank.max(initial=0)) + 1), self.groups.shape[1])
        members[token, rank] = group
        return members.astype(np.int16)

    def count_groups(self, ids: Ints, starts: Ints) -> Floats:
        """Return how often each cue group occurs in each sentence, shape (sentences, groups)."""
        width, first = self.groups.shape[1] + 1, np.zeros(len(ids), np.int64)
        first[starts] = width
        cells = self._members.take(ids, axis=0) + first.cumsum()[:, None]
        counts = np.bincount(cells.ravel(), minlength=(len(starts) + 1) * width)
        return counts.reshape(-1, width)[1:, :-1].astype(np.float32)

    @cached_property
    def _pairs(self) -> Rows:
        size = len(self.groups)
        return index_rows(self.bigrams[:-1], (size, size), size)

    @cached_property
    def _triples(self) -> Rows:
        size, end = len(self.groups), len(self.groups) + len(self.bigrams) - 1
        # The row of a bigram counts from the first bigram in a key, from the first token here.
        return index_rows(self.trigrams[:-1] + size * size, (end, size), end)

    def ngrams(self, ids: Ints) -> tuple[Ints, Ints]:
        """Return the feature rows of the bi- and trigrams in text order (-1: not known).

        A token's row is its id; bigrams follow the tokens, trigrams the bigrams.
        """
        pairs = self._pairs.find(ids[:-1], ids[1:])
        return pairs, self._triples.find(pairs[:-1], ids[2:])


def find_rows(keys: Ints, known: Ints) -> Ints:
    """Return where ``keys`` stand in ``known``, -1 where they don't.

    ``known`` is sorted and ends in ``NO_KEY``, which is above every key.
    """
    at = np.searchsorted(known, keys)
    at[known[at] != keys] = -1
    return at


def build_vocabulary(words: Sequence[str]) -> dict[str, int]:
    """Return the id of each word in its order; capitalised openers share their word's id."""
    vocabulary = {word: i for i, word in enumerate(words)}
    capitals = {c: vocabulary[word] for c, word in openers().items() if word in vocabulary}
    return {**vocabulary, **capitals}


def group_matrix(vocabulary: Mapping[str, int]) -> Floats:
    """Return which tokens belong to which cue group, shape (tokens, len(GROUPS))."""
    matrix = np.zeros((max(vocabulary.values()) + 1, len(GROUPS)), dtype=np.float32)
    for column, words in enumerate(GROUPS.values()):
        for word in words.split():
            if word in vocabulary:
                matrix[vocabulary[word], column] = 1.0
    for token, row in vocabulary.items():
        kind = word_class(token) if token.isalpha() else token
        for column, words in enumerate(GROUPS.values()):
            if words == kind:
                matrix[row, column] = 1.0
    return matrix


def cue_features(counts: Floats, starts: Ints, total: int) -> Floats:
    """Return cue counts up to 3, presence, and log length of each sentence.

    ``counts`` holds the cue groups of each sentence, ``starts`` its first token among ``total``.
    """
    size = counts.shape[1]
    features = np.empty((len(counts), 2 * size + 1), dtype=np.float32)
    np.minimum(counts, 3, out=features[:, :size])
    np.minimum(counts, 1, out=features[:, size:-1])
    ends = np.concatenate((starts[1:], [total]))
    features[:, -1] = np.log1p(ends - starts)
    return features


def as_arrays(encoder: Encoder) -> dict[str, Any]:
    """Return the encoder as plain arrays for an npz file."""
    words = "\n".join(w for w in encoder.vocabulary if w in CLASSES or not w[0].isupper())
    return {
        "words": np.frombuffer(words.encode(), dtype=np.uint8),
        "bigrams": encoder.bigrams,
        "trigrams": encoder.trigrams,
        "idf": encoder.idf.astype(np.float16),
    }


def from_arrays(arrays: Mapping[str, npt.NDArray[Any]]) -> Encoder:
    """Rebuild the encoder that :func:`as_arrays` wrote."""
    words = arrays["words"].tobytes().decode().split("\n")
    vocabulary = build_vocabulary(words)
    return Encoder(
        vocabulary,
        arrays["bigrams"].astype(np.int64),
        arrays["trigrams"].astype(np.int64),
        arrays["idf"].astype(np.float32),
        group_matrix(vocabulary),
    )
