"""Words to stem numbers: growth, order, threads, and spellings that are one word."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.text import vocabulary as module
from summarize.text.languages import load_language
from summarize.text.tokens import read_tokens
from summarize.text.vocabulary import STOP_STEM, Vocabulary

WORD = st.text("abcdefgé'’ΣσςİıÀ", min_size=1, max_size=12)


def fresh(code: str = "en") -> Vocabulary:
    return Vocabulary(load_language(code))


def stems(text: str, vocabulary: Vocabulary) -> list[int]:
    return read_tokens([text], vocabulary=vocabulary).stems.tolist()


def groups(numbers: list[int]) -> list[int]:
    """Return what may be relied on: which are equal, and which are stop words."""
    return [number if number == STOP_STEM else numbers.index(number) for number in numbers]


@given(st.lists(WORD, max_size=30), st.randoms())
def test_what_is_one_word_does_not_depend_on_what_was_met_before(
    words: list[str], random: object
) -> None:
    text = " ".join(words)
    shuffled = sorted(words)
    used = fresh()
    stems(" ".join(shuffled), used)
    assert groups(stems(text, used)) == groups(stems(text, fresh()))


@pytest.mark.parametrize("first", ["don't", "don’t", "donʼt", "DON’T"])
@pytest.mark.parametrize("second", ["don't", "don’t", "donʼt", "Donʼt"])
def test_apostrophes_of_all_kinds_spell_one_word(first: str, second: str) -> None:
    vocabulary = fresh()
    assert stems(first, vocabulary) == stems(second, vocabulary) == [STOP_STEM]


def test_growing_keeps_every_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SLOTS_AT_FIRST", 16)
    vocabulary = fresh("und")
    words = [f"w{i}" for i in range(5000)]
    seen = [stems(" ".join(words[:n]), vocabulary) for n in (3, 50, 5000, 5000)]
    assert seen[3] == seen[2]
    assert len(set(seen[2])) == len(words) == len(vocabulary)
    assert seen[2][:50] == seen[1]
    assert vocabulary.stems_from(0) == words


def test_words_that_share_a_slot_are_told_apart() -> None:
    vocabulary = fresh("und")
    shift, _, _ = vocabulary._table
    candidates = np.arange(1, 4_000_000, dtype=np.uint64) | np.uint64(1 << 63)
    slots = candidates * module.MIX >> shift
    same = candidates[slots == slots[0]][:20]
    assert len(same) == 20
    names = [f"word{i}" for i in range(len(same))]
    first = vocabulary.find_stems(same[:7], lambda new: [names[i] for i in new.tolist()])
    again = vocabulary.find_stems(same, lambda new: [names[i] for i in new.tolist()])
    assert again.tolist() == list(range(20))
    assert first.tolist() == again[:7].tolist()


def test_threads_agree() -> None:
    vocabulary = fresh()
    texts = [" ".join(f"term{(i * k) % 997}x" for i in range(2000)) for k in range(1, 9)]
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda text: stems(text, vocabulary), texts))
    assert results == [stems(text, vocabulary) for text in texts]
    assert len(vocabulary) == len({word for text in texts for word in text.split()})
