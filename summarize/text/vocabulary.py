"""Words to stem numbers: a table for each process that grows as new words are met.

A word is identified by 63 bits of its lower-case form (two given words share
them with a chance of about 1 in 10**19). Stem numbers depend on the order in
which words were met, so they are only ever compared for equality; no result may
depend on their size.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from summarize.segments import MIX
from summarize.text.languages import Language, load_language

Integers = NDArray[np.int64]
Hashes = NDArray[np.uint64]

#: Shift from a mixed hash to a slot, and by slot: the word's hash (0 if free), the stem's number.
_Table = tuple[np.uint64, Hashes, NDArray[np.int32]]

#: Number of a stop word, which has no stem.
STOP_STEM = -1
#: A vocabulary with more words than this is given up for a new one: bounds memory in long streams.
_WORDS_MAX = 2_000_000
_SLOTS_AT_FIRST = 1 << 16


class Vocabulary:
    """The words of one language met so far; open addressing, at most a quarter full.

    Readers need no lock: a slot's stem is written before its hash, and a grown
    table replaces the old one in a single assignment.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._lock = Lock()
        self._numbers: dict[str, int] = {}
        self._table = self._new_table(_SLOTS_AT_FIRST)
        self._words = 0

    def __len__(self) -> int:
        return self._words

    def number_stem(self, stem: str) -> int:
        """Return the number of a stem, giving it the next one if it is new."""
        return self._numbers.setdefault(stem, len(self._numbers))

    def stems_from(self, number: int) -> list[str]:
        """Return the stems numbered from ``number`` on, in order."""
        return list(self._numbers)[number:]

    def find_stems(self, hashes: Hashes, spell: Callable[[Integers], list[str]]) -> Integers:
        """Return the stem number of every word, ``STOP_STEM`` for stop words.

        ``hashes`` has one entry a token, shape (n,). ``spell`` returns the lower-case
        words of some tokens; it is asked once for each word never met before.
        """
        found, known = self._look_up(hashes)
        if not known.all():
            missing = np.flatnonzero(~known)
            _, first = np.unique(hashes[missing], return_index=True)
            new = missing[np.sort(first)]
            with self._lock:
                self._add(hashes[new], spell(new))
            found[missing] = self._look_up(hashes[missing])[0]
        return found

    def _look_up(self, hashes: Hashes) -> tuple[Integers, NDArray[np.bool_]]:
        shift, keys, stems = self._table
        slots = (hashes * MIX >> shift).astype(np.int64)
        at_slot = keys[slots]
        known = at_slot == hashes
        found = stems[slots].astype(np.int64)
        open_ones = np.flatnonzero(~known & (at_slot != 0))
        while len(open_ones):
            slots[open_ones] = (slots[open_ones] + 1) & (len(keys) - 1)
            at_slot = keys[slots[open_ones]]
            hit = open_ones[at_slot == hashes[open_ones]]
            found[hit] = stems[slots[hit]]
            known[hit] = True
            open_ones = open_ones[(at_slot != 0) & (at_slot != hashes[open_ones])]
        return found, known

    def _add(self, keys: Hashes, words: list[str]) -> None:
        """Give distinct words their stems, unless another thread has done so already."""
        unknown = np.flatnonzero(~self._look_up(keys)[1])
        while (self._words + len(unknown)) * 4 > len(self._table[1]):
            self._grow()
        stop_words, numbers = self._language.stop_words, self._numbers
        new = [words[i] for i in unknown.tolist()]
        found = [
            STOP_STEM if word in stop_words else numbers.setdefault(stem, len(numbers))
            for word, stem in zip(new, self._language.stem_all(new), strict=True)
        ]
        self._write(self._table, keys[unknown], np.array(found, np.int32))
        self._words += len(unknown)

    def _grow(self) -> None:
        _, keys, stems = self._table
        table = self._new_table(len(keys) * 4)
        used = np.flatnonzero(keys)
        self._write(table, keys[used], stems[used])
        self._table = table

    @staticmethod
    def _new_table(slots: int) -> _Table:
        shift = np.uint64(65 - slots.bit_length())
        return shift, np.zeros(slots, np.uint64), np.zeros(slots, np.int32)

    @staticmethod
    def _write(table: _Table, new: Hashes, numbers: NDArray[np.int32]) -> None:
        """Write distinct keys that the table does not have."""
        shift, keys, stems = table
        slots = (new * MIX >> shift).astype(np.int64)
        left = np.arange(len(new))
        while len(left):
            free = left[keys[slots[left]] == 0]
            _, first = np.unique(slots[free], return_index=True)
            winners = free[first]
            stems[slots[winners]] = numbers[winners]
            keys[slots[winners]] = new[winners]
            left = left[keys[slots[left]] != new[left]]
            slots[left] = (slots[left] + 1) & (len(keys) - 1)


_current: dict[str, Vocabulary] = {}


def current_vocabulary(code: str) -> Vocabulary:
    """Return the process's vocabulary of a language; a caller keeps it for a whole batch."""
    vocabulary = _current.get(code)
    if vocabulary is None or len(vocabulary) > _WORDS_MAX:
        vocabulary = _current[code] = Vocabulary(load_language(code))
    return vocabulary
