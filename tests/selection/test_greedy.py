"""Greedy selection: budgets, ties, diversity, and agreement with a plain reference."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Document, summarize
from summarize.features import Features, read_features
from summarize.scoring.weighting import weigh_terms
from summarize.segments import Floats
from summarize.selection.budget import Budget
from summarize.selection.greedy import scale_scores, select

WORDS = "harbour crane ferry storm council budget vote bridge river flood".split()
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(
    lambda words: f"{' '.join(words).capitalize()}."
)
TEXT = st.lists(SENTENCE, max_size=9).map(" ".join)
#: Sentences of one or four different words: their cosines, and all sums here, are exact.
EXACT = st.lists(st.sampled_from(WORDS), min_size=4, max_size=4, unique=True) | st.lists(
    st.sampled_from(WORDS), min_size=1, max_size=1
)
EXACT_TEXT = st.lists(EXACT, max_size=9).map(
    lambda sentences: " ".join(f"{' '.join(words).capitalize()}." for words in sentences)
)
#: Few distinct values, so that ties are common.
SCORE = st.sampled_from([0.0, 0.25, 0.5, 1.0])


def read(texts: list[str]) -> tuple[Features, Floats]:
    features = read_features(texts)
    return features, features.normalise(weigh_terms(features)).toarray()


def choose(features: Features, scores: Floats, budget: Budget, diversity: float) -> list[int]:
    rows = features.normalise(weigh_terms(features))
    texts = [
        features.tokens.characters.text[a:b]
        for a, b in zip(
            features.tokens.boundaries.starts, features.tokens.boundaries.ends, strict=True
        )
    ]
    costs, limits = budget.price(texts, features.sizes)
    return select(features, scores, rows, costs, limits, diversity=diversity).tolist()


def reference(
    rows: Floats, scores: Floats, lengths: Floats, limit: float, diversity: float
) -> list[int]:
    """Maximal marginal relevance for one document, as the paper writes it."""
    taken: list[int] = []
    while True:
        best, best_value = None, -math.inf
        for i in range(len(scores)):
            if i in taken or sum(lengths[j] for j in taken) + lengths[i] > limit:
                continue
            closest = max((rows[i] @ rows[j] for j in taken), default=0.0)
            value = (1 - diversity) * scores[i] - diversity * closest
            if value > best_value:
                best, best_value = i, value
        if best is None:
            return sorted(taken)
        taken.append(best)


@given(st.lists(EXACT_TEXT, min_size=1, max_size=4), st.data())
def test_picks_are_those_of_the_reference(texts: list[str], data: st.DataObject) -> None:
    features = read_features(texts)
    rows = features.normalise(features.counts)
    scores = np.array(data.draw(st.lists(SCORE, min_size=rows.shape[0], max_size=rows.shape[0])))
    diversity = data.draw(st.sampled_from([0.0, 0.25, 0.5, 1.0]))
    limit = data.draw(st.integers(0, 20))
    lengths = features.word_counts.astype(np.float64)
    limits = np.full((1, len(texts)), float(limit))
    picks = select(features, scores, rows, lengths[None], limits, diversity=diversity).tolist()
    expected: list[int] = []
    for start, end in pairwise(features.sentence_offsets.tolist()):
        part = slice(start, end)
        own = reference(rows[part].toarray(), scores[part], lengths[part], limit, diversity)
        expected += [start + i for i in own]
    assert picks == expected


@given(
    TEXT,
    st.none() | st.integers(0, 5),
    st.none() | st.integers(0, 25),
    st.none() | st.integers(0, 150),
    st.none() | st.floats(0, 1),
    st.floats(0, 1),
)
def test_no_budget_is_ever_exceeded_and_none_is_left_unused(
    text: str,
    sentences: int | None,
    words: int | None,
    characters: int | None,
    ratio: float | None,
    diversity: float,
) -> None:
    limits = {"sentences": sentences, "words": words, "characters": characters, "ratio": ratio}
    summary = summarize(text, method="lexrank", diversity=diversity, **limits)  # type: ignore[arg-type]
    count = len(Document.from_text(text).sentences)
    if all(limit is None for limit in limits.values()):
        sentences = 3
    most = {
        "sentences": count if sentences is None else sentences,
        "words": math.inf if words is None else words,
        "characters": math.inf if characters is None else characters,
        "ratio": count if ratio is None else math.ceil(ratio * count - 1e-9),
    }

    def fits(texts: list[str]) -> bool:
        joined = " ".join(texts)
        return (
            len(texts) <= min(most["sentences"], most["ratio"])
            and len(joined.split()) <= most["words"]
            and len(joined) <= most["characters"]
        )

    picked = [pick.text for pick in summary.sentences]
    assert not picked or fits(picked)
    taken = {pick.index for pick in summary.sentences}
    for sentence in Document.from_text(text).sentences:
        if sentence.index not in taken:
            assert not fits([*picked, sentence.text])


@given(TEXT, st.floats(0, 30), st.floats(0, 1))
def test_the_callers_own_length_is_a_budget_too(text: str, limit: float, diversity: float) -> None:
    features, rows = read([text])
    length = {
        i: float(len(s.text) ** 0.5) for i, s in enumerate(Document.from_text(text).sentences)
    }
    budget = Budget(limit=limit, length=lambda t: len(t) ** 0.5)
    picks = choose(features, np.ones(len(rows)), budget, diversity)
    assert sum(length[i] for i in picks) <= limit + 1e-9


@given(TEXT, st.data())
def test_without_diversity_the_top_scores_win_and_ties_go_to_the_earlier(
    text: str, data: st.DataObject
) -> None:
    features, rows = read([text])
    scores = np.array(data.draw(st.lists(SCORE, min_size=len(rows), max_size=len(rows))))
    count = data.draw(st.integers(0, 6))
    top = np.argsort(-scores, kind="stable")[:count]
    assert choose(features, scores, Budget(sentences=count), 0.0) == sorted(top.tolist())


@given(TEXT, st.integers(1, 5), st.floats(0, 1))
def test_equal_scores_and_no_words_in_common_keep_text_order(
    text: str, count: int, diversity: float
) -> None:
    features, rows = read([". ".join(f"Word{i}x" for i in range(8)) + "."])
    picks = choose(features, np.ones(len(rows)), Budget(sentences=count), diversity)
    assert picks == list(range(count))


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12), st.integers(1, 4))
def test_high_diversity_takes_every_distinct_sentence_before_a_copy(
    kinds: list[int], count: int
) -> None:
    distinct = ["Harbour crane.", "Ferry storm.", "Council vote.", "River flood."]
    features, rows = read([" ".join(distinct[kind] for kind in kinds)])
    picks = choose(features, np.linspace(1, 0, len(rows)), Budget(sentences=count), 0.9)
    seen = [kinds[i] for i in picks]
    assert len(set(seen)) == min(count, len(set(kinds)), len(picks))


@given(st.lists(TEXT, min_size=1, max_size=5), st.floats(0, 1), st.integers(0, 20))
def test_a_batch_picks_what_each_document_picks_alone(
    texts: list[str], diversity: float, words: int
) -> None:
    features, _ = read(texts)
    scores = scale_scores(features, np.sin(features.positions + 1.0))
    together = choose(features, scores, Budget(words=words, ratio=0.7), diversity)
    expected: list[int] = []
    for text, offset in zip(texts, features.sentence_offsets, strict=False):
        alone, _ = read([text])
        own = scale_scores(alone, np.sin(alone.positions + 1.0))
        picks = choose(alone, own, Budget(words=words, ratio=0.7), diversity)
        expected += [int(offset) + i for i in picks]
    assert together == expected


def test_a_long_sentence_does_not_keep_shorter_ones_out() -> None:
    text = "Storm " * 30 + "storm. Ferry late. Bridge shut."
    features, _ = read([text])
    assert choose(features, np.array([1.0, 0.5, 0.2]), Budget(words=4), 0.3) == [1, 2]


def test_scaling_maps_each_document_to_the_unit_interval() -> None:
    features, _ = read(["Ferry. Storm. Vote.", "River.", ""])
    scaled = scale_scores(features, np.array([2.0, 6.0, 4.0, -3.0]))
    assert scaled.tolist() == [0.0, 1.0, 0.5, 1.0]


@pytest.mark.slow
def test_many_picks_from_a_long_text_share_terms_as_the_reference_does() -> None:
    rng = np.random.default_rng(3)
    sentences = [" ".join(rng.choice(WORDS, 4)).capitalize() + "." for _ in range(400)]
    features, rows = read([" ".join(sentences)])
    scores = rng.random(len(rows))
    picks = choose(features, scores, Budget(ratio=0.2), 0.4)
    assert picks == reference(rows, scores, np.ones(len(rows)), 80, 0.4)
