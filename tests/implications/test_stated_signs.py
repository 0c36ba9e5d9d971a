"""Signs: the words that open a search must be in every match of its expression."""

import re

import pytest

from summarize.implications.bank import Bank
from summarize.implications.stated_condense import (
    _DENIED,
    _DENIED_WORDS,
    _FIRST_PERSON,
    _LOOSE_SIGNS,
)
from summarize.implications.stated_marks import SIGNS as MARKS
from summarize.implications.stated_projection import _NO_PROJECTION, _NO_SENTENCE
from summarize.implications.stated_references import (
    _GARBLED,
    _LOOSE_ENDS,
    _PERSON_PRONOUN,
    _PRONOUNS,
)
from summarize.implications.stated_signs import Sign, read_words, sign

PASSAGES = [p.text for rule in Bank.default().rules for p in (*rule.fires, *rule.silent)]
SIGNS = [
    *MARKS.values(),
    *_NO_PROJECTION.values(),
    *_NO_SENTENCE.values(),
    *_LOOSE_ENDS.values(),
    *_LOOSE_SIGNS.values(),
    _GARBLED,
    _FIRST_PERSON,
]
GATED = [
    *[found for found in SIGNS if found.pattern],
    Sign(_DENIED_WORDS, (), _DENIED),
    Sign(_PRONOUNS, (), _PERSON_PRONOUN),
]


@pytest.mark.parametrize("gated", GATED, ids=lambda gated: gated.pattern.pattern[:40])
def test_no_match_is_missed_for_want_of_a_word(gated: Sign) -> None:
    assert gated.pattern is not None
    for text in PASSAGES:
        assert gated.stands_in(text, read_words(text)) == bool(gated.pattern.search(text))


def test_a_sign_of_words_alone_takes_whole_words_in_any_case() -> None:
    told = sign("it its")
    assert told.stands_in("Its shares fell.", read_words("Its shares fell."))
    assert not told.stands_in("Items fell.", read_words("Items fell."))


def test_parts_open_a_search_too_and_nothing_asked_means_always() -> None:
    dash = sign("", r"\s[-–]\s", re.I, parts="- –")
    assert dash.stands_in("so - not", frozenset())
    assert not dash.stands_in("so-not", frozenset())
    assert sign("", r"\d").stands_in("in 2004", frozenset())
