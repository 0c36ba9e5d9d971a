"""The ``sumy_*`` methods against sumy itself, on generated documents; and the adapters."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import null_stemmer
from sumy.summarizers.kl import KLSummarizer as SumyKL
from sumy.summarizers.text_rank import TextRankSummarizer as SumyTextRank

from summarize.features import read_features
from summarize.integrations import sumy as adapters
from summarize.integrations.sumy import WordTokenizer, read_document, sumy_scorer
from summarize.scoring import SCORERS, score_features
from tests.oracles.sumy_documents import (
    STOP_WORDS,
    SUMY,
    generate_document,
    generate_words,
    make_edmundson,
    make_summarizer,
    rate,
)

DOCUMENTS = 500
#: Greedy rounds: two sentences that are worth the same to the last digit may change places.
GREEDY = {"sumy_sumbasic", "sumy_kl"}

fewer_words_than_sentences = pytest.mark.filterwarnings("ignore:Number of words")


@fewer_words_than_sentences
@pytest.mark.filterwarnings("ignore:invalid value encountered")
@pytest.mark.parametrize("name", sorted(SUMY.keys() - GREEDY))
def test_scores_equal_sumys(name: str) -> None:
    summarizer = make_summarizer(name, null_stemmer, STOP_WORDS)
    for seed in range(DOCUMENTS):
        document = generate_document(seed)
        features = read_document(document, null_stemmer, STOP_WORDS)
        scores, expected = SCORERS[name](features), rate(summarizer, document)
        if name == "sumy_lexrank" and np.isnan(expected).any():
            assert not (scores.any() and np.isfinite(expected).any())  # no edge at all: 0 / 0
            continue
        np.testing.assert_allclose(scores, expected, rtol=1e-9, atol=1e-12)


def test_sumbasic_takes_sentences_in_sumys_order() -> None:
    summarizer = make_summarizer("sumy_sumbasic", null_stemmer, STOP_WORDS)
    for seed in range(DOCUMENTS):
        document = generate_document(seed)
        scores = SCORERS["sumy_sumbasic"](read_document(document, null_stemmer, STOP_WORDS))
        if not np.array_equal(scores, rate(summarizer, document)):
            assert_sumbasic_tie(document, scores, rate(summarizer, document))


def assert_sumbasic_tie(
    document: ObjectDocumentModel, scores: np.ndarray, expected: np.ndarray
) -> None:
    """At the first round that differs, both choices are worth the same."""
    summarizer = make_summarizer("sumy_sumbasic", null_stemmer, STOP_WORDS)
    words = [summarizer._get_content_words_in_sentence(s) for s in document.sentences]
    chances = summarizer._compute_tf(document.sentences)
    ours, theirs = np.argsort(-scores), np.argsort(-expected)
    first = int(np.flatnonzero(ours != theirs)[0])
    for taken in ours[:first]:
        summarizer._update_tf(chances, words[taken])
    mine, sumys = (
        summarizer._compute_average_probability_of_words(chances, words[order[first]])
        for order in (ours, theirs)
    )
    assert mine == pytest.approx(sumys, rel=1e-12)


def test_kl_takes_sentences_in_sumys_order() -> None:
    summarizer = make_summarizer("sumy_kl", null_stemmer, STOP_WORDS)
    differ = 0
    for seed in range(DOCUMENTS):
        document = generate_document(seed)
        scores = SCORERS["sumy_kl"](read_document(document, null_stemmer, STOP_WORDS))
        expected = rate(summarizer, document)
        if not np.array_equal(scores, expected):
            differ += 1
            assert_kl_tie(summarizer, document, scores, expected)
    assert differ <= DOCUMENTS // 50


def assert_kl_tie(
    summarizer: SumyKL, document: ObjectDocumentModel, scores: np.ndarray, expected: np.ndarray
) -> None:
    """At the first round that differs, both choices are worth the same."""
    sentences = document.sentences
    ours, theirs = np.argsort(-scores), np.argsort(-expected)
    first = int(np.flatnonzero(ours != theirs)[0])
    taken = [word for index in ours[:first] for word in sentences[index].words]
    chances = summarizer.compute_tf(sentences)
    mine, sumys = (
        summarizer._kl_divergence(
            summarizer._joint_freq(
                summarizer._get_content_words_in_sentence(sentences[order[first]]), taken
            ),
            chances,
        )
        for order in (ours, theirs)
    )
    assert mine == pytest.approx(sumys, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("weights", list(itertools.product((0.0, 1.0), repeat=4)))
def test_edmundson_equals_sumys(weights: tuple[float, ...]) -> None:
    words = generate_words(60)
    bonus, stigma, null = words[1:9], words[5:14], (*words[:2], *STOP_WORDS)
    names = ("cue", "key", "title", "location")
    summarizer = make_edmundson(
        null_stemmer, bonus, stigma, null,
        **{f"{name}_weight": weight for name, weight in zip(names, weights, strict=True)},
    )  # fmt: skip
    for seed in range(60):
        # sumy counts the headings' words as key words; here they only make the title.
        document = generate_document(seed, heading=not weights[1])
        scores = SCORERS["sumy_edmundson"](
            read_document(document, null_stemmer),
            bonus_words=bonus, stigma_words=stigma, null_words=null,
            **dict(zip(names, weights, strict=True)),
        )  # fmt: skip
        np.testing.assert_array_equal(scores, rate(summarizer, document))


CLASSES = sorted(
    (
        value
        for value in vars(adapters).values()
        if isinstance(value, type) and issubclass(value, adapters.MethodSummarizer)
    ),
    key=lambda value: value.__name__,
)


@pytest.mark.parametrize("kind", CLASSES)
def test_a_summarizer_class_stands_in_for_sumys(kind: type[adapters.MethodSummarizer]) -> None:
    document = generate_document(7, heading=True)
    summarizer = kind(null_stemmer, stop_words=STOP_WORDS)
    best = summarizer(document, 3)
    assert len(best) == 3
    places = [document.sentences.index(sentence) for sentence in best]
    assert places == sorted(places)
    ratings = summarizer.rate_sentences(document)
    assert set(places) == set(np.argsort(-ratings, kind="stable")[:3].tolist())
    assert len(summarizer(document, "20%")) == max(1, len(document.sentences) // 5)
    assert summarizer(ObjectDocumentModel([]), 3) == ()


def test_equal_sentences_keep_their_places() -> None:
    tokenizer = WordTokenizer()
    texts = ["alpha beta", "alpha beta", "gamma"]
    document = ObjectDocumentModel([Paragraph([Sentence(t, tokenizer) for t in texts])])
    assert len(adapters.LexRankSummarizer()(document, 2)) == 2


TEXTS = [
    "The river rose over the town. Boats carried people over the river. Night came.",
    "",
    "Prices rose. Wages rose with prices, and prices fell again.\n\nNobody knows why wages rose.",
]


def test_a_sumy_summarizer_is_a_scorer() -> None:
    features = read_features(TEXTS, titles=["The river", None, None])
    summarizer = SumyTextRank()
    summarizer.stop_words = STOP_WORDS
    scores = score_features(features, sumy_scorer(summarizer))
    for number in (0, 2):
        document = adapters.build_document(features, number, WordTokenizer())
        first, last = features.sentence_offsets[number : number + 2]
        np.testing.assert_array_equal(scores[first:last], rate(summarizer, document))
    assert [
        len(p.headings) for p in adapters.build_document(features, 0, WordTokenizer()).paragraphs
    ] == [1]
