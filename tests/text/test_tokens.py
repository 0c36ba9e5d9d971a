"""Tokens, their identity and their stems."""

from __future__ import annotations

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from summarize.segments import number_groups
from summarize.text.languages import load_language
from summarize.text.tokens import read_tokens
from summarize.text.vocabulary import STOP_STEM

TEXTS = st.lists(st.one_of(st.text(), st.text("aAbé’'中ß .,1²\n")), min_size=1, max_size=5)


def tokens_of(text: str) -> list[str]:
    table = read_tokens([text])
    return [text[a:b] for a, b in zip(table.starts, table.ends, strict=True)]


def test_token_shapes() -> None:
    text = "Don't pay $1,300.50 for Iranian-backed Syria’s U.S. COVID-19 x_1, o'clock' a.b 3, 4"
    assert tokens_of(text) == (
        "Don't pay 1,300.50 for Iranian backed Syria’s U S COVID 19 x_1 o'clock a b 3 4".split()
    )


def test_combining_marks_and_scripts_stay_whole() -> None:
    assert tokens_of("cafe\u0301 हिन्दी Москва عربى") == ["cafe\u0301", "हिन्दी", "Москва", "عربى"]


@given(st.text(st.characters(codec="ascii")))
def test_ascii_tokens_are_the_word_runs_of_re(text: str) -> None:
    pattern = r"(?:\w|(?<=\w)'(?=\w)|(?<=[0-9])[.,](?=[0-9]))+"
    assert tokens_of(text) == re.findall(pattern, text)


@given(TEXTS)
def test_equal_words_have_equal_stems_and_only_they(texts: list[str]) -> None:
    table = read_tokens(texts)
    language = load_language("en")
    numbers: dict[str | None, int] = {None: STOP_STEM}
    text = table.characters.text
    for start, end, stem in zip(table.starts, table.ends, table.stems, strict=True):
        word = "".join(c.lower() if len(c.lower()) == 1 else c for c in text[start:end])
        word = word.replace("’", "'").replace("ʼ", "'")
        expected = None if word in language.stop_words else language.stem(word)
        assert numbers.setdefault(expected, int(stem)) == stem
    assert len(set(numbers.values())) == len(numbers)


@given(TEXTS)
def test_every_token_lies_in_its_sentence_and_document(texts: list[str]) -> None:
    table = read_tokens(texts)
    found = table.boundaries
    for start, end, sentence in zip(table.starts, table.ends, table.sentences, strict=True):
        assert found.starts[sentence] <= start < end <= found.ends[sentence]
    for index, text in enumerate(texts):
        first, last = table.sentence_offsets[index : index + 2]
        offset = table.text_offsets[index]
        alone = read_tokens([text]).boundaries
        assert (found.starts[first:last] - offset).tolist() == alone.starts.tolist()
        assert (found.ends[first:last] - offset).tolist() == alone.ends.tolist()


@given(st.lists(st.integers(0, 40)))
def test_groups_count_up_in_order_of_first_occurrence(values: list[int]) -> None:
    groups, first = number_groups(np.array(values, np.uint64))
    order = list(dict.fromkeys(values))
    assert groups.tolist() == [order.index(value) for value in values]
    assert first.tolist() == [values.index(value) for value in order]


def test_groups_survive_keys_that_share_slots() -> None:
    keys = np.repeat(np.arange(20_000, dtype=np.uint64) << np.uint64(40), 2)
    groups, first = number_groups(keys)
    assert groups.tolist() == np.repeat(np.arange(20_000), 2).tolist()
    assert first.tolist() == list(range(0, 40_000, 2))
