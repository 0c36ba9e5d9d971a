"""Selection that values whole summaries, against a search straight from the formula."""

from __future__ import annotations

import itertools
import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.scoring.weighting import weigh_terms
from summarize.scoring.words import features_from_words
from summarize.selection.budget import Budget
from summarize.selection.objectives import STRATEGIES, select_summary
from tests.scoring.documents import batches, documents, read

some = settings(max_examples=40, deadline=None)
every_strategy = pytest.mark.parametrize("method", sorted(STRATEGIES))


def pick(words: list[list[list[str]]], method: str, sentences: int, **options) -> list[list[int]]:
    features = read(words)
    costs, limits = Budget(sentences=sentences).price([], features.sizes)
    picks = select_summary(features, method, costs, limits, **options)
    return [
        (picks[features.documents[picks] == d] - features.sentence_offsets[d]).tolist()
        for d in range(len(words))
    ]


@every_strategy
@some
@given(words=batches, sentences=st.integers(0, 4))
def test_the_budget_is_filled_and_kept(
    method: str, words: list[list[list[str]]], sentences: int
) -> None:
    for document, picks in zip(words, pick(words, method, sentences), strict=True):
        assert len(picks) == min(sentences, len(document))
        assert picks == sorted(set(picks))


@every_strategy
@some
@given(words=batches)
def test_a_batch_picks_like_single_documents(method: str, words: list[list[list[str]]]) -> None:
    assert pick(words, method, 3) == [pick([document], method, 3)[0] for document in words]


def content(sentence: list[str]) -> Counter[str]:
    return Counter(word for word in sentence if word != "the")


@some
@given(words=documents.filter(len))
def test_kl_takes_the_smallest_divergence(words: list[list[str]]) -> None:
    total = sum(map(content, words), Counter())
    chance = {w: c / total.total() for w, c in total.items()}

    def diverge(picks: list[int]) -> float:
        held = sum((content(words[i]) for i in picks), Counter())
        size = held.total() + 0.5
        return sum(p * math.log(p * size / (held[w] + 0.5 * p)) for w, p in chance.items())

    assert_greedy([pick([words], "kl", k, smoothing=0.5)[0] for k in range(4)], words, diverge)


@some
@given(words=documents.filter(len))
def test_the_summary_comes_nearest_to_the_centroid(words: list[list[str]]) -> None:
    matrix = weigh_terms(read([words])).toarray()
    centroid = matrix.sum(axis=0)

    def distance(picks: list[int]) -> float:
        vector = matrix[picks].sum(axis=0)
        length = np.linalg.norm(vector) * np.linalg.norm(centroid)
        return -float(vector @ centroid / length) if length else 0.0

    assert_greedy([pick([words], "centroid_summary", k)[0] for k in range(4)], words, distance)


def assert_greedy(summaries: list[list[int]], words: list[list[str]], cost) -> None:
    """Each summary adds to the one before the sentence that makes it cheapest."""
    for before, after in itertools.pairwise(summaries):
        assert set(before) <= set(after)
        others = [i for i in range(len(words)) if i not in before]
        if len(after) > len(before):
            best = min(cost([*before, i]) for i in others)
            assert cost(after) == pytest.approx(best, abs=1e-9)


def test_sumbasic_wants_the_most_probable_word() -> None:
    words = [["ash", "cod", "dew"], ["ash", "bay"], ["cod", "ivy"], ["ash", "elm", "fig", "gum"]]
    # ash 3/11, cod 2/11: sentence 0 is best; then ash 9/121, cod 4/121, others 1/11:
    # the most probable words are those of sentences 1 to 3 met once.
    assert pick([words], "sumbasic", 1) == [[0]]
    assert pick([words], "sumbasic", 2) == [[0, 3]]


def test_words_budgets_hold_too() -> None:
    words = [["ash", "bay", "cod"], ["ash", "bay"], ["dew"]]
    features = features_from_words([words])
    texts = [" ".join(sentence) for sentence in words]
    costs, limits = Budget(words=3).price(texts, features.sizes)
    for method in STRATEGIES:
        picks = select_summary(features, method, costs, limits)
        assert sum(len(words[i]) for i in picks) <= 3
        assert len(picks)
