"""Articles and statements as columns of tokens: the support check's batch.

Every article's tokens lie in one array, every statement's sentence ("unit") in
another; both share one vocabulary. Nothing here depends on what else is in the
batch except the numbering of words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs
import numpy as np
from numpy.typing import NDArray

from summarize.document import Document
from summarize.support.index import OWNER, Bools, Floats, Index, Ints, Members, mix
from summarize.support.reading import drop_idle_negations
from summarize.support.tokens import Tokens, Vocabulary, tokenise
from summarize.support.words import FLAGS, RECORD, analyse

#: Where a statement's sentence may end: lower-cased and tokenised text included.
_BREAK = re.compile(r"[.!?\n](?:(?<=\n)\n*|['\"”’)\]]*\s+)")
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Prof|Jr|Sr|No|vs|Inc|Ltd|Co|Corp|Lt|Col|Sgt|[A-Z])\.$"
)


@attrs.frozen(eq=False)
class Table:
    """What is known of every word of a vocabulary, one entry a surface form.

    ``keys`` is the number of keys.
    """

    key: Ints
    lower: Ints
    prefix4: Ints
    prefix6: Ints
    flags: NDArray[np.int64]
    length: Ints
    initial: Ints
    letters: Ints
    stem: Ints
    weight: Floats
    sentence_rate: Floats
    capital_rate: Floats
    value: Floats
    keys: int

    @classmethod
    def build(cls, vocabulary: Vocabulary) -> Table:
        """Look up every word of ``vocabulary``."""
        words = list(map(analyse, vocabulary))
        keys = Vocabulary()
        spelt = zip(*(word.spellings for word in words), strict=True) if words else ((),) * 4
        readers = (keys, Vocabulary(), Vocabulary(), Vocabulary())
        key, lower, prefix4, prefix6 = map(Vocabulary.read, readers, spelt)
        records = np.frombuffer(b"".join([word.record for word in words]))
        columns = records.reshape(len(words), RECORD.size // 8).T.copy()
        flags, length, initial, letters, stem = columns[:5].astype(np.int64)
        return cls(
            key=key,
            lower=lower,
            prefix4=prefix4,
            prefix6=prefix6,
            flags=flags,
            length=length,
            initial=initial,
            letters=letters,
            stem=stem,
            weight=columns[5],
            sentence_rate=columns[6],
            capital_rate=columns[7],
            value=columns[8],
            keys=len(keys),
        )


def find_units(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut ``text[start:end]`` into sentences; pieces under two words are joined."""
    starts = [start]
    for match in _BREAK.finditer(text, start, end):
        if match.end() >= end:
            break
        piece = text[starts[-1] : match.start() + 1]
        if len(piece.split()) < 2 or _ABBREVIATED.search(piece):
            continue
        if text[match.end()].isdigit() and text[match.start() - 1 : match.start()].isdigit():
            continue
        starts.append(match.end())
    if len(starts) > 1 and len(text[starts[-1] : end].split()) < 2:
        starts.pop()
    return list(zip(starts, [*starts[1:], end], strict=True))


@attrs.frozen(eq=False)
class Sources:
    """Tokens of the articles, with sentence and article bounds.

    Arrays over tokens: ``word``, ``sentence`` (numbered over all articles),
    ``source``. ``sentence_starts`` and ``source_starts`` are token and sentence
    bounds, one longer than there are sentences and sources.
    """

    tokens: Tokens
    sentence: Ints
    sentence_starts: Ints
    sentence_source: Ints
    source: Ints
    source_starts: Ints

    @property
    def word(self) -> Ints:
        """Vocabulary number of every token."""
        return self.tokens.word

    @property
    def sentence_counts(self) -> Ints:
        """Sentences of every source."""
        return np.diff(self.source_starts)


def read_sources(groups: Sequence[Sequence[Document]], vocabulary: Vocabulary) -> Sources:
    """Tokenise every group of documents as one source."""
    documents = [document for group in groups for document in group]
    texts = [document.text for document in documents]
    tokens = drop_idle_negations(tokenise(texts, vocabulary), texts, vocabulary)
    found = [document.boundaries.starts for document in documents]
    counts = np.array([len(starts) for starts in found], np.int64)
    group_of = np.repeat(np.arange(len(groups)), [len(g) for g in groups])
    first = np.cumsum(counts) - counts
    stride = max((len(d.text) for d in documents), default=0) + 1
    flat = np.concatenate(found) if found else np.zeros(0, np.int64)
    places = flat + np.repeat(np.arange(len(documents)), counts) * stride
    sentence = np.searchsorted(places, tokens.start + tokens.text * stride, side="right") - 1
    sentence = np.maximum(sentence, first[tokens.text]) if len(sentence) else sentence
    size = int(counts.sum())
    per_source = np.bincount(group_of, weights=counts, minlength=len(groups)).astype(np.int64)
    sentence_source = np.repeat(np.arange(len(groups)), per_source)
    return Sources(
        tokens=tokens,
        sentence=sentence,
        sentence_starts=np.searchsorted(sentence, np.arange(size + 1)),
        sentence_source=sentence_source,
        source=group_of[tokens.text] if len(tokens.text) else tokens.text,
        source_starts=np.r_[0, np.cumsum(per_source)],
    )


@attrs.frozen(eq=False)
class Claims:
    """Tokens of the statements' sentences ("units").

    Arrays over tokens: ``word``, ``unit``, ``place`` (in the unit). Arrays over
    units: ``unit_starts`` (token bounds, one longer), ``statement``, ``source``.
    """

    tokens: Tokens
    unit: Ints
    unit_starts: Ints
    statement: Ints
    source: Ints

    @property
    def word(self) -> Ints:
        """Vocabulary number of every token."""
        return self.tokens.word

    @property
    def units(self) -> int:
        """How many units there are."""
        return len(self.statement)

    @property
    def place(self) -> Ints:
        """Place of every token in its unit."""
        return np.arange(len(self.unit)) - self.unit_starts[self.unit]


def read_claims(
    statements: Sequence[str],
    units: Sequence[Sequence[tuple[int, int]]],
    sources: Sequence[int],
    vocabulary: Vocabulary,
) -> Claims:
    """Tokenise statements; ``units`` are the ranges of each that are checked, in order."""
    tokens = drop_idle_negations(tokenise(statements, vocabulary), statements, vocabulary)
    counts = np.array([len(found) for found in units], np.int64)
    statement = np.repeat(np.arange(len(statements)), counts)
    stride = max(map(len, statements), default=0) + 1
    bounds = np.array([pair for found in units for pair in found], np.int64).reshape(-1, 2)
    bounds += (statement * stride)[:, None]
    place = tokens.start + tokens.text * stride
    unit = np.searchsorted(bounds[:, 0], place, side="right") - 1
    inside = np.flatnonzero((unit >= 0) & (place < bounds[np.maximum(unit, 0), 1]))
    unit = unit[inside]
    return Claims(
        tokens=Tokens(
            tokens.word[inside], tokens.start[inside], tokens.end[inside], tokens.text[inside]
        ),
        unit=unit,
        unit_starts=np.searchsorted(unit, np.arange(len(statement) + 1)),
        statement=statement,
        source=np.asarray(sources, np.int64)[statement],
    )


@attrs.frozen(eq=False)
class Grams:
    """Indexes of the articles' word sequences: the n-gram that starts at each position."""

    pairs: Index
    triples: Index
    skips: Members


@attrs.frozen(eq=False)
class Lookups:
    """Indexes of the articles' tokens, each keyed by (source, property).

    ``number`` numbers the keys of each source from 1 on, one entry a token, 0 where the key is
    not indexed; ``firsts`` are the ranks in ``key`` of every source's first key, one more than
    there are sources.
    """

    key: Index
    number: Ints
    firsts: Ints
    capital: Members
    negated: Index
    acronym: Members
    grams: Grams


def has(flags: Ints, name: str) -> Bools:
    """Tell where the flag ``name`` is set."""
    return np.asarray((flags & FLAGS[name]) != 0)


def spread(sources: Ints, values: Ints) -> Ints:
    """Return one key for each (source, value) pair."""
    return (sources << OWNER) | values


def chain(
    owner: Ints, keys: Ints, *steps: int, group: Ints | None = None, known: Bools | None = None
) -> tuple[Ints, Ints]:
    """Code the keys at ``i, i + steps[0], ...`` wherever they have one owner, or one group of it.

    One or two steps; ``known`` tells which keys to use. Returns the codes and the positions ``i``.
    """
    size, group = max(len(keys) - steps[-1], 0), owner if group is None else group
    same = group[:size] == group[len(keys) - size :]
    if known is not None:
        for step in (0, *steps):
            same &= known[step : step + size]
    at = np.flatnonzero(same)
    return mix(owner[at], *(keys[at + step] for step in (0, *steps))), at
