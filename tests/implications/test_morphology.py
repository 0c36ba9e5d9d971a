from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.implications.morphology import (
    is_plural,
    noun_forms,
    plural,
    possessive,
    verb_forms,
)
from summarize.implications.wording import number_of


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("ban", {"ban", "bans", "banned", "banning"}),
        ("raise", {"raise", "raises", "raised", "raising"}),
        ("cut", {"cut", "cuts", "cutting"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("win", {"win", "wins", "won", "winning"}),
        ("fall", {"fall", "falls", "fell", "fallen", "falling"}),
        ("die", {"die", "dies", "died", "dying"}),
        ("panic", {"panic", "panics", "panicked", "panicking"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("clash", {"clash", "clashes", "clashed", "clashing"}),
        ("play", {"play", "plays", "played", "playing"}),
        ("cancel", {"cancel", "cancels", "canceled", "cancelled", "canceling", "cancelling"}),
        ("open", {"open", "opens", "opened", "opening"}),
    ],
)
def test_verb_forms(base, forms):
    assert verb_forms(base) == forms


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("strike", "strikes"), ("party", "parties"), ("crisis", "crises"), ("clash", "clashes"),
        ("man", "men"), ("policeman", "policemen"), ("day", "days"), ("aircraft", "aircraft"),
    ],
)  # fmt: skip
def test_plural(noun, expected):
    assert plural(noun) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("sanctions", True), ("crisis", False), ("job cuts", True),
        ("loss", False), ("news", False),
        ("children", True), ("surprise offensive", False), ("virus", False), ("talks", True),
    ],
)  # fmt: skip
def test_number(phrase, expected):
    assert is_plural(phrase) is expected


def test_a_plural_has_no_other_form():
    assert noun_forms("talks") == {"talks"}
    assert noun_forms("talk") == {"talk", "talks"}


def test_possessive():
    assert possessive("Acme") == "Acme's"
    assert possessive("Keys") == "Keys's"
    assert possessive("Workers", common=True) == "Workers'"
    assert possessive("Children", common=True) == "Children's"


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12))
def test_every_word_has_its_base_among_its_forms(word):
    assert word in verb_forms(word)
    assert word in noun_forms(word)
    assert all(form.isalpha() for form in verb_forms(word) | noun_forms(word))


@pytest.mark.parametrize(
    ("event", "plural"),
    [
        ("dispute over gay rights", False),
        ("strikes over pay", True),
        ("row with unions", False),
        ("clash between supporters", False),
        ("talks about peace", True),
    ],
)
def test_the_head_before_a_preposition_has_the_number(event, plural):
    assert number_of(event) is plural
