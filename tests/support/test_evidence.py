"""evidence(): the ranking, its spans, the words it covers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import InvalidValueError
from summarize.support import evidence

SENTENCES = (
    "The harbour town of Velde opened its new bridge on Friday.",
    "Mayor Ines Okoro said the bridge cost 48 million euros.",
    "Rain fell through most of the afternoon.",
    "Ferries will keep running until the spring.",
    "Two bakers shared the prize for the best loaf.",
)
ARTICLE = " ".join(SENTENCES)


def test_the_sentence_that_says_it_is_first():
    for index, sentence in enumerate(SENTENCES):
        assert evidence(ARTICLE, sentence)[0].index == index
    assert evidence(ARTICLE, "The price of the bridge was 48 million.")[0].index == 1


def test_covered_words_are_those_of_the_statement_that_the_sentence_has():
    statement = "Ines Okoro praised the ferries and bridges."
    (first,) = evidence(ARTICLE, statement, k=1)
    assert [span.slice(statement) for span in first.covered] == ["Ines", "Okoro", "bridges"]


def test_sentences_without_a_common_word_are_left_out():
    assert evidence(ARTICLE, "Quantum gravity puzzles physicists.") == ()
    assert evidence("", "The bridge opened.") == ()


def test_k_must_be_positive():
    with pytest.raises(InvalidValueError, match="at least 1"):
        evidence(ARTICLE, "The bridge opened.", k=0)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6),
    st.sampled_from(SENTENCES),
    st.integers(1, 8),
)
def test_ranks_fall_and_spans_slice(pieces, statement, k):
    text = "\n".join(pieces)
    found = evidence(text, statement, k=k)
    scores = [item.score for item in found]
    assert scores == sorted(scores, reverse=True)
    assert len(found) <= k
    assert len({item.index for item in found}) == len(found)
    assert all(item.span.slice(text) == item.text for item in found)
    assert found == evidence(text, statement, k=8)[:k]
