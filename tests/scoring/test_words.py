"""Features of sentences given as words."""

from __future__ import annotations

import pytest

from summarize.errors import InvalidValueError
from summarize.features import read_features
from summarize.scoring import SCORERS
from summarize.scoring.words import features_from_words


def test_words_are_taken_as_they_are() -> None:
    features = features_from_words(
        [[["Ash", "ash", "the", "ash"], []], [], [["ash", "co-op's"]]], stop_words=["the"]
    )
    assert features.counts.toarray().tolist() == [[1, 2, 0, 0], [0, 0, 0, 0], [0, 0, 1, 1]]
    assert features.sizes.tolist() == [2, 0, 1]
    assert features.word_counts.tolist() == [4, 0, 2]
    tokens = features.tokens
    words = [tokens.characters.text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    assert words == ["Ash", "ash", "the", "ash", "ash", "co-op's"]


def test_plain_words_score_like_the_text_that_they_make() -> None:
    texts = ["River town. Boat river boat.", "Night. Town night town sleep."]
    words = [
        [["river", "town"], ["boat", "river", "boat"]],
        [["night"], ["town", "night", "town", "sleep"]],
    ]
    read, given = read_features(texts), features_from_words(words)
    for name in ("lexrank", "textrank", "centroid", "forward", "luhn", "kl", "lsa"):
        assert SCORERS[name](read).tobytes() == SCORERS[name](given).tobytes()


def test_paragraphs_number_every_sentence() -> None:
    features = features_from_words([[["a"], ["b"]]], paragraphs=[[0, 3]])
    assert features.tokens.boundaries.paragraphs.tolist() == [0, 3]
    with pytest.raises(InvalidValueError, match="every sentence"):
        features_from_words([[["a"], ["b"]]], paragraphs=[[0]])
