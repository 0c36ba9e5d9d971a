import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from summarize import Document
from summarize.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from summarize.evaluation import compare
from summarize.evaluation.overlap import words
from summarize.text.languages import load_language

HARBOUR = ["The harbour reopened on Monday.", "Two ferries were damaged by the storm."]
NOTES = ["A storm damaged both ferries.", "Tourists cheered.", "On Monday the harbour reopened."]

vocabulary = st.sampled_from("harbour ferry storm monday tourist bridge mayor vote the of".split())
sentence = st.lists(vocabulary, max_size=8).map(" ".join)
sentences = st.lists(sentence, max_size=6)


def test_each_sentence_finds_its_best_match_both_ways() -> None:
    result = compare(NOTES, HARBOUR)
    assert [m.best for m in result.candidate] == [1, None, 0]
    assert [m.best for m in result.reference] == [2, 0]
    assert [m.text for m in result.covered] == HARBOUR
    assert result.missing == ()
    assert [m.text for m in result.added] == ["Tourists cheered."]
    assert [m.index for m in result.grounded] == [0, 2]


def test_a_match_says_what_is_shared_and_what_is_missing() -> None:
    (match,) = compare(["The mayor closed two bridges."], ["A bridge was closed."]).candidate
    assert match.best_text == "A bridge was closed."
    assert match.shared == ("closed", "bridges")
    assert match.missing == ("mayor",)


def test_str_document_and_bullets_agree() -> None:
    text = "\n".join(HARBOUR)
    by_text = compare(NOTES, text)
    assert compare(NOTES, HARBOUR) == by_text
    assert compare(NOTES, Document.from_text(text)) == by_text
    assert all(m.span.slice(text) == m.text for m in by_text.reference)


def test_threshold_moves_what_is_covered() -> None:
    assert len(compare(NOTES, HARBOUR, threshold=0).covered) == 2
    assert compare(["A storm."], HARBOUR, threshold=1).covered == ()
    assert len(compare(["A storm."], HARBOUR, threshold=0.1).covered) == 1


def test_without_metrics_there_is_no_rouge() -> None:
    assert compare(NOTES, HARBOUR, metrics=()).rouge == ()
    assert [o.name for o in compare(NOTES, HARBOUR).rouge] == ["rouge1", "rouge2", "rougeL"]


@pytest.mark.parametrize("empty", ["", [], " \n"])
def test_an_empty_side_is_all_zeros(empty: object) -> None:
    result = compare(empty, HARBOUR)  # type: ignore[arg-type]
    assert result.similarity == 0
    assert result.candidate == ()
    assert [m.best for m in result.reference] == [None, None]
    assert len(result.missing) == 2
    assert all(o.f1 == 0 for o in result.rouge)


@pytest.mark.parametrize("wrong", [b"bytes", 7, [b"x"], None, {"a"}])
def test_wrong_types_are_refused(wrong: object) -> None:
    with pytest.raises(InvalidTypeError, match="str, a Document or a sequence of str"):
        compare(wrong, HARBOUR)  # type: ignore[arg-type]


@pytest.mark.parametrize("threshold", [-0.1, 1.5, float("nan")])
def test_threshold_must_be_a_share(threshold: float) -> None:
    with pytest.raises(InvalidValueError, match="between 0 and 1"):
        compare(NOTES, HARBOUR, threshold=threshold)


def test_unknown_language() -> None:
    with pytest.raises(UnknownNameError):
        compare(NOTES, HARBOUR, language="Klingon")


@given(sentences, sentences)
def test_scores_equal_scikit_learn(left: list[str], right: list[str]) -> None:
    language = load_language("en")

    def analyse(text: str) -> list[str]:
        return [language.stem(w) for w in words(text) if w not in language.stop_words]

    result = compare(left, right, metrics=())
    if not any(analyse(text) for text in (*left, *right)):
        assert result.similarity == 0
        return
    rows = TfidfVectorizer(analyzer=analyse).fit_transform([*left, *right])
    cosines = (rows[: len(left)] @ rows[len(left) :].T).toarray()
    for match, row in zip(result.candidate, cosines, strict=True):
        assert match.score == pytest.approx(max(row, default=0), abs=1e-8)
    for match, row in zip(result.reference, cosines.T, strict=True):
        assert match.score == pytest.approx(max(row, default=0), abs=1e-8)


@given(sentences, sentences)
def test_swapping_the_sides_swaps_the_result(left: list[str], right: list[str]) -> None:
    one, other = compare(left, right), compare(right, left)
    assert one.candidate == other.reference
    assert one.similarity == other.similarity
    assert [o.precision for o in one.rouge] == [o.recall for o in other.rouge]


@given(sentences)
def test_a_text_covers_itself(side: list[str]) -> None:
    result = compare(side, side, metrics=())
    filled = [m for m in result.reference if m.best is not None]
    assert all(m.score == 1 and m.missing == () for m in filled)
    assert all(side[m.best].split() == m.text.split() or m.best <= m.index for m in filled)
    assert result.similarity == (1 if filled else 0)


@given(sentences, sentences, sentence)
def test_more_candidates_never_lower_what_is_shared(
    left: list[str], right: list[str], extra: str
) -> None:
    before = compare(left, right, metrics=["rouge1"]).rouge[0].recall
    assert compare([*left, extra], right, metrics=["rouge1"]).rouge[0].recall >= before
