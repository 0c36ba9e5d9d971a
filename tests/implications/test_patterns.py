from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import FormatError
from summarize.implications.patterns import MAX_GAP, parse_pattern


def find(source: str, kind: str, text: str) -> bool:
    words = text.split()
    pattern = parse_pattern(source, kind)
    return any(pattern.match(words, i, len(words)) > 0 for i in range(len(words)))


@pytest.mark.parametrize(
    ("source", "kind", "text", "expected"),
    [
        ("ban", "verb", "ministers banned the film", True),
        ("strike", "noun", "two strikes began", True),
        ("strike", "noun", "they struck gold", False),
        ("cut|lower .. rate", "verb", "the bank lowered its key rate", True),
        ("cut|lower .. rate", "verb", "the bank lowered a b c d e rate", False),
        ("cut .. rate", "verb", "it cut jobs , rate", False),
        ("agree .. to .. merge", "phrase", "they agree 9 to 2 to merge", True),
        ("agree .. to merge", "phrase", "they agree 9 to 2 to merge", True),
        ("agree .. to merge", "phrase", "they agree to talk , to merge", False),
        ("was|were fired", "phrase", "he was fired today", True),
        ("was|were fired", "phrase", "he is fired today", False),
        ("talks", "noun", "a talk", False),
    ],
)
def test_match(source, kind, text, expected):
    assert find(source, kind, text) is expected


@pytest.mark.parametrize(
    "source",
    ["", "..", ".. rate", "cut ..", "(a+)+$", "a*", "Rate", "a b c d e f g", "x" * 41, "[a-z]",
        "a||b",
     "|".join("abcdefghijklmnopqrstuvwxyz"), "\\w+", "a.{9}", "rate\n"[:-1] + "!"],
)  # fmt: skip
def test_anything_but_words_is_refused(source):
    with pytest.raises(FormatError):
        parse_pattern(source, "noun")


@given(st.lists(st.sampled_from(["a", "b", ",", "x"]), max_size=60))
def test_cost_is_bounded(words):
    """No input makes a match look further than its gaps allow, nor at a word again."""
    pattern = parse_pattern("a .. b .. a .. b .. a", "phrase")

    class Counted(list):
        looks = 0

        def __getitem__(self, i):
            Counted.looks += 1
            return super().__getitem__(i)

    counted = Counted(words)
    for i in range(len(words)):
        Counted.looks = 0
        end = pattern.match(counted, i, len(words))
        assert end <= len(words)
        assert Counted.looks <= 3 * 5 * (MAX_GAP + 1) + 1
