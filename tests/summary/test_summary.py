"""The main flow: scores, picks, budgets, and results that depend on nothing but the text."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarize
from summarize import Document, SummarizeError
from summarize.selection.budget import Budget
from summarize.summary import summarize_batch
from tests.processes import run_code

ARTICLE = """Ferry service to Holm halted after pier cracks

The harbour authority of Lund halted ferries to the island of Holm on Friday after divers found
cracks in the northern pier. About 2,300 islanders depend on the ferries for food and work.

"We can't say when the pier will open again," said Marta Lind, who heads the authority. Repairs may
cost up to 3.5 million crowns. The old dock, last used in 1987, will serve small boats from Monday.

Shops on Holm reported queues on Friday evening. The island's only clinic said that it had medicine
for two weeks. Ministers in the capital promised a decision on aid for Holm by Tuesday.
"""

METHODS = ("auto", "lead", "centroid", "textrank", "lexrank")
WORDS = "ferry pier Holm island crack cost the of and 3.5 Lind said £4m naïve ’tis".split()
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
TEXT = st.one_of(
    st.lists(SENTENCE, max_size=9).map(lambda parts: "".join(part + ". " for part in parts)),
    st.text(max_size=60),
)


def test_picks_carry_place_score_and_reasons() -> None:
    summary = summarize.summarize(ARTICLE, sentences=2)
    assert len(summary.sentences) == 2
    scores = summarize.score(ARTICLE)
    for pick in summary.sentences:
        assert pick.text == pick.span.slice(ARTICLE)
        assert pick.score == scores[pick.index]
        assert pick.reasons
        for reason in pick.reasons:
            assert reason.span.slice(ARTICLE) == reason.term
            assert pick.span.start <= reason.span.start < reason.span.end <= pick.span.end
            assert 0 < reason.weight <= 1
    assert summary.text == " ".join(pick.text for pick in summary.sentences)


@pytest.mark.parametrize("method", METHODS)
def test_document_and_text_give_the_same(method: str) -> None:
    document = Document.from_text(ARTICLE)
    assert summarize.score(document, method=method) == summarize.score(ARTICLE, method=method)
    assert summarize.summarize(document, method=method) == summarize.summarize(
        ARTICLE, method=method
    )
    assert len(summarize.score(ARTICLE, method=method)) == len(document.sentences)


@given(st.lists(TEXT, min_size=1, max_size=6), st.sampled_from(METHODS))
def test_batch_equals_single_bit_for_bit(texts: list[str], method: str) -> None:
    alone = [summarize.summarize(text, method=method) for text in texts]
    for batch_size in (1, 2, len(texts)):
        together = list(summarize.summarize_many(texts, method=method, batch_size=batch_size))
        assert together == alone


@given(TEXT, st.integers(0, 4), st.integers(0, 12), st.integers(0, 60), st.floats(0, 1))
def test_no_budget_is_ever_exceeded(
    text: str, sentences: int, words: int, characters: int, ratio: float
) -> None:
    total = len(Document.from_text(text).sentences)
    run = summarize.summarize
    assert len(run(text, sentences=sentences).sentences) == min(sentences, total)
    assert len(run(text, words=words).text.split()) <= words
    assert len(run(text, characters=characters).text) <= characters
    assert len(run(text, ratio=ratio).sentences) <= np.ceil(ratio * total)
    both = run(text, sentences=sentences, words=words)
    assert len(both.sentences) <= sentences
    assert len(both.text.split()) <= words


@given(TEXT)
def test_picks_are_in_text_order_and_distinct(text: str) -> None:
    picks = summarize.summarize(text, sentences=5).sentences
    indices = [pick.index for pick in picks]
    assert indices == sorted(set(indices))


def test_own_length_function_is_kept() -> None:
    budget = Budget(limit=120, length=lambda sentence: len(sentence.encode()))
    summary = summarize_batch(
        [ARTICLE], method="auto", budget=budget, diversity=0.3, language="en"
    )[0]
    assert 0 < sum(len(pick.text.encode()) for pick in summary.sentences) <= 120


def test_a_repeated_sentence_is_picked_once_before_others() -> None:
    text = "The pier at Holm is cracked and closed. " * 3 + "Ferries to Holm use the old dock now."
    assert len(set(summarize.summarize(text, sentences=2, diversity=0.6).text.split(". "))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "", "  \n\t ", "One sentence only.", "12 + 34 = 46", "...", "!!! ???", "\x00\x01\x02",
        "A\x00B. C.", "\ud800 lone. \udfff surrogates.", "Мир. 世界。 عالم. World.",
        "x" * 100_000, "word " * 20_000, "‮ right to left.", "\ufeffBOM first. Second.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("method", METHODS)
def test_odd_texts_give_finite_scores(text: str, method: str) -> None:
    scores = summarize.score(text, method=method)
    assert len(scores) == len(Document.from_text(text).sentences)
    assert all(np.isfinite(scores))
    summary = summarize.summarize(text, method=method)
    assert len(summary.sentences) == min(3, len(scores))


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"method": "nosuch"}, KeyError),
        ({"method": "lead", "nosuch": 1}, TypeError),
        ({"sentences": -1}, ValueError),
        ({"sentences": 1.5}, TypeError),
        ({"ratio": 1.5}, ValueError),
        ({"ratio": float("nan")}, ValueError),
        ({"diversity": -0.1}, ValueError),
        ({"diversity": "much"}, TypeError),
        ({"language": "English"}, KeyError),
    ],
)
def test_bad_arguments_are_named(arguments: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(SummarizeError) as caught:
        summarize.summarize(ARTICLE, **arguments)
    assert isinstance(caught.value, error)
    shown = str(next(reversed(arguments.values())))
    assert shown in str(caught.value) or "nosuch" in str(caught.value)


@pytest.mark.parametrize("text", [None, 3, b"bytes", ["a list"]])
def test_text_of_the_wrong_type_is_refused(text: object) -> None:
    with pytest.raises(TypeError, match="text must be a str"):
        summarize.summarize(text)
    with pytest.raises(TypeError, match="text must be a str"):
        Document.from_text(text)


def digest_in_new_process(seed: str) -> str:
    code = (
        "import sys, hashlib, summarize; text = sys.stdin.read();"
        "out = [summarize.summarize(text, method=m) for m in " + repr(METHODS) + "];"
        "print(hashlib.sha256(repr(out).encode()).hexdigest())"
    )
    return run_code(code, seed=seed, given=ARTICLE, OMP_NUM_THREADS=seed).strip()


def test_equal_bytes_over_hash_seeds_threads_and_processes() -> None:
    here = repr([summarize.summarize(ARTICLE, method=m) for m in METHODS])
    expected = hashlib.sha256(here.encode()).hexdigest()
    assert {digest_in_new_process(seed) for seed in ("1", "2")} == {expected}


def test_a_documents_own_language_counts_in_any_batch() -> None:
    german = "Die Fähre fährt nicht mehr. Der Hafen wurde am Freitag geschlossen. Das ist alles."
    documents = [
        Document.from_text(ARTICLE),
        Document.from_text(german, language="de"),
        Document.from_text(ARTICLE, language="fr"),
    ]
    together = list(summarize.summarize_many(documents, sentences=1))
    assert together == [summarize.summarize(document, sentences=1) for document in documents]
    assert together[1] == summarize.summarize(german, sentences=1, language="de")


@pytest.mark.parametrize("method", ["sumbasic", "kl", "centroid_summary"])
def test_whole_summary_methods_keep_their_budget(method: str) -> None:
    summary = summarize.summarize(ARTICLE, method=method, words=40)
    assert 0 < len(summary.text.split()) <= 40
    assert summary.method == method


def test_a_query_steers_the_summary() -> None:
    summary = summarize.summarize(ARTICLE, sentences=1, method="lexrank", query="clinic medicine")
    assert "clinic" in summary.text
