"""What must hold of every method, whatever the text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.features import read_features
from summarize.scoring import SCORERS
from tests.scoring.documents import OPTIONS, VARIANTS, batches, documents, score

every_variant = pytest.mark.parametrize("variant", sorted(VARIANTS))

#: They look at the place of a sentence.
BY_PLACE = {
    name
    for name in VARIANTS
    if name.split()[0]
    in {"auto", "lead", "position", "forward", "pacsum", "edmundson", "ensemble", "learned"}
}
#: Defined by sumy, which takes equal sentences one after the other, stops walks early,
#: and counts in ways that doubling changes.
BY_SUMY = {name for name in VARIANTS if name.startswith("sumy")}
#: Equal singular values leave the choice of topics open.
OPEN_TOPICS = {"lsa gong", "lsa cross"}
FREE = VARIANTS.keys() - BY_PLACE - BY_SUMY
#: They compare with given words.
ASKING = {name for name, (_, options) in VARIANTS.items() if "query" in options}
ASKING |= {"edmundson", "sumy_edmundson", "auto", "forward"}
few = settings(max_examples=30, deadline=None)


@every_variant
@few
@given(words=batches)
def test_scores_are_finite_and_one_a_sentence(variant: str, words: list[list[list[str]]]) -> None:
    scores = score(words, variant)
    assert scores.shape == (sum(map(len, words)),)
    assert scores.dtype == np.float64
    assert np.isfinite(scores).all()


@every_variant
@few
@given(words=batches, data=st.data())
def test_a_batch_gives_the_bits_of_single_documents(
    variant: str, words: list[list[list[str]]], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(words))))
    together = score([words[i] for i in order], variant)
    alone = [score([words[i]], variant) for i in order]
    assert together.tobytes() == np.concatenate([np.empty(0), *alone]).tobytes()


@pytest.mark.parametrize("variant", sorted(FREE))
@few
@given(words=documents)
def test_equal_sentences_have_equal_scores(variant: str, words: list[list[str]]) -> None:
    scores = score([words], variant)
    seen: dict[tuple[str, ...], float] = {}
    for sentence, value in zip(words, scores, strict=True):
        assert seen.setdefault(tuple(sentence), value) == value


@pytest.mark.parametrize("variant", sorted(FREE - OPEN_TOPICS))
@few
@given(words=documents, data=st.data())
def test_permuting_sentences_permutes_scores(
    variant: str, words: list[list[str]], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(words))))
    scores = score([words], variant)
    permuted = score([[words[i] for i in order]], variant)
    np.testing.assert_allclose(permuted, scores[order], rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("variant", sorted(FREE - OPEN_TOPICS - {"textrank_bm25"}))
@few
@given(words=documents)
def test_doubling_every_sentence_keeps_the_ranking(variant: str, words: list[list[str]]) -> None:
    scores = score([words], variant)
    doubled = score([[s for s in words for _ in range(2)]], variant)[::2]
    for one, other in zip(*np.triu_indices(len(words), 1), strict=True):
        if scores[one] > scores[other] * (1 + 1e-6) + 1e-9:
            assert doubled[one] > doubled[other] - 1e-9


@pytest.mark.parametrize("variant", sorted(VARIANTS.keys() - ASKING))
@few
@given(words=documents, data=st.data())
def test_renaming_terms_changes_nothing(
    variant: str, words: list[list[str]], data: st.DataObject
) -> None:
    names = sorted({w for s in words for w in s} - {"the"})
    other = data.draw(st.permutations([f"x{i}" for i in range(len(names))]))
    table = {"the": "the", **dict(zip(names, other, strict=True))}
    renamed = [[table[w] for w in s] for s in words]
    assert score([words], variant).tobytes() == score([renamed], variant).tobytes()


@few
@given(texts=st.lists(st.text(max_size=200), max_size=4))
def test_any_text_has_finite_scores(texts: list[str]) -> None:
    features = read_features(texts)
    for name, scorer in SCORERS.items():
        scores = scorer(features, **OPTIONS.get(name, {}))
        assert scores.shape == features.documents.shape
        assert np.isfinite(scores).all(), name


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "", "   \n\n ", "!!! ??? ...", "the of and. The. And."]
)
def test_degenerate_texts_have_finite_scores(text: str) -> None:
    features = read_features([text, "One plain sentence."])
    for name, scorer in SCORERS.items():
        assert np.isfinite(scorer(features, **OPTIONS.get(name, {}))).all(), name


@few
@given(words=documents)
def test_walks_sum_to_one(words: list[list[str]]) -> None:
    for variant in (
        "lexrank",
        "lexrank thresholded",
        "lexrank biased",
        "textrank",
        "textrank_bm25",
    ):
        assert score([words], variant).sum() == pytest.approx(1.0 if words else 0.0)
        assert (score([words], variant) >= 0).all()
