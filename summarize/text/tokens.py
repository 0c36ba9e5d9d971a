"""Tokens of a batch of texts as columns.

A token is a run of word characters (letters, digits, marks, underscore); an
apostrophe between word characters and a full stop or comma between digits
belong to it ("don't", "1,300.5"); a hyphen does not ("Iranian-backed" is two).
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import attrs
import numpy as np

from summarize.segments import MIX
from summarize.text.characters import (
    APOSTROPHE,
    DIGIT,
    WORD,
    Characters,
    lower_code,
    read_characters,
)
from summarize.text.segmentation import Boundaries, find_boundaries
from summarize.text.vocabulary import Hashes, Integers, Vocabulary, current_vocabulary

#: Between two texts of a batch: a paragraph break, which nothing reaches across.
_SEPARATOR = "\n\n"
#: Longer words (rare: URLs, digests, text without spaces) are hashed one by one.
_LONG_WORD = 64
#: ``_MASKS[k]`` keeps the first k bytes of a little-endian number of eight.
_MASKS = np.array([(1 << (8 * k)) - 1 for k in range(9)], np.uint64)


@attrs.frozen(eq=False)
class TokenTable:
    """A batch of documents as columns; all offsets count from the start of the joined texts.

    Token columns, shape (n_tokens,): ``starts``, ``ends``, ``stems`` (``STOP_STEM`` for
    stop words), ``sentences`` (index of the sentence). Sentence columns are in
    ``boundaries``. Document columns: ``text_offsets`` (n_documents,), and
    ``sentence_offsets`` (n_documents + 1,): document d has the sentences from
    ``sentence_offsets[d]`` to ``sentence_offsets[d + 1]``.
    """

    characters: Characters
    vocabulary: Vocabulary
    starts: Integers
    ends: Integers
    stems: Integers
    sentences: Integers
    boundaries: Boundaries
    text_offsets: Integers
    sentence_offsets: Integers


def read_tokens(
    texts: Sequence[str],
    *,
    language: str = "en",
    boundaries: Sequence[Boundaries] | None = None,
    vocabulary: Vocabulary | None = None,
) -> TokenTable:
    """Tokenise a batch; linear in its length.

    ``boundaries`` gives each text's sentences if they are known already;
    ``vocabulary`` numbers the stems instead of the language's current one.
    """
    characters = read_characters(_SEPARATOR.join(texts))
    lengths = np.fromiter(map(len, texts), np.int64, len(texts)) + len(_SEPARATOR)
    offsets = np.cumsum(lengths) - lengths
    if boundaries is None:
        found = find_boundaries(characters)
    else:
        found = _join_boundaries(boundaries, offsets)
    starts, ends = _find_words(characters)
    if vocabulary is None:
        vocabulary = current_vocabulary(language)
    stems = vocabulary.find_stems(
        _hash_words(characters, starts, ends),
        lambda new: _spell_words(characters, starts[new], ends[new]),
    )
    edges = np.searchsorted(starts, np.append(found.starts, len(characters.text)))
    sentences = np.repeat(np.arange(len(found.starts)), np.diff(edges))
    firsts = np.searchsorted(found.starts, offsets)
    return TokenTable(
        characters, vocabulary, starts, ends, stems, sentences, found, offsets,
        np.append(firsts, len(found.starts)),
    )  # fmt: skip


def _join_boundaries(parts: Sequence[Boundaries], offsets: Integers) -> Boundaries:
    pairs = list(zip(parts, offsets.tolist(), strict=True))
    return Boundaries(
        starts=np.concatenate([part.starts + offset for part, offset in pairs]),
        ends=np.concatenate([part.ends + offset for part, offset in pairs]),
        paragraphs=np.concatenate([part.paragraphs for part, _ in pairs]),
    )


def _find_words(characters: Characters) -> tuple[Integers, Integers]:
    """Return start and end of every token."""
    classes, lowered = characters.classes, characters.lowered[: len(characters.classes)]
    word = np.zeros(len(classes) + 2, bool)
    inner = word[1:-1]
    np.not_equal(classes & WORD, 0, out=inner)
    if len(classes) > 2:
        joins = ((classes & APOSTROPHE) != 0)[1:-1]
        digit = (classes & DIGIT) != 0
        point = (lowered == ord(".")) | (lowered == ord(","))
        joined = (joins & inner[:-2] & inner[2:]) | (point[1:-1] & digit[:-2] & digit[2:])
        inner[1:-1] |= joined
    edges = np.flatnonzero(word[1:] != word[:-1])
    return edges[0::2], edges[1::2]


class _LowerCase(dict[int, int]):
    """The lower case of code points, as the hashes have it, looked up once each."""

    def __missing__(self, code: int) -> int:
        self[code] = lower = lower_code(code)
        return lower


_lower_case = _LowerCase()


def _spell_words(characters: Characters, starts: Integers, ends: Integers) -> list[str]:
    """Return what the words' hashes stand for, at least one word."""
    text = characters.text
    words = [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    return "\n".join(words).translate(_lower_case).split("\n")


def _hash_words(characters: Characters, starts: Integers, ends: Integers) -> Hashes:
    """Return 63 bits for every token's lower-case form (never 0).

    Eight bytes at a time are read as one number; a word of up to eight Latin-1
    letters keeps them all. Very long words go through BLAKE2. Wide characters add
    their code point, mixed with its place in the word.
    """
    data = characters.lowered
    eights = np.ndarray((len(data) - 7,), "<u8", data.data, strides=(1,))
    lengths = ends - starts
    hashes = _read_eight(eights, starts, lengths)
    for giant in np.flatnonzero(lengths > _LONG_WORD).tolist():
        digest = blake2b(data[starts[giant] : ends[giant]].tobytes(), digest_size=8).digest()
        hashes[giant] = int.from_bytes(digest, "little")
    longer = np.flatnonzero((lengths > 8) & (lengths <= _LONG_WORD))
    done = 8
    while len(longer):
        more = _read_eight(eights, starts[longer] + done, lengths[longer] - done)
        hashes[longer] = (hashes[longer] ^ (hashes[longer] >> np.uint64(29))) * MIX + more
        done += 8
        longer = longer[lengths[longer] > done]
    if len(starts) and len(characters.wide_at):
        token = np.searchsorted(starts, characters.wide_at, side="right") - 1
        inside = (token >= 0) & (characters.wide_at < ends[token])
        token, at = token[inside], characters.wide_at[inside]
        place = (at - starts[token]).astype(np.uint64) + np.uint64(1)
        mixed = (characters.wide_codes[inside] * MIX ^ place) * MIX
        mixed ^= mixed >> np.uint64(31)
        np.add.at(hashes, token, mixed * MIX)
    return hashes | np.uint64(1 << 63)


def _read_eight(eights: Hashes, starts: Integers, lengths: Integers) -> Hashes:
    """Return up to eight bytes from each start as one mixed number."""
    numbers = eights[starts] & _MASKS[np.minimum(lengths, 8)]
    numbers ^= numbers >> np.uint64(32)
    return numbers * MIX
