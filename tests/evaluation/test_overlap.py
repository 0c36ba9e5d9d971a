import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rouge_score.rouge_scorer import RougeScorer

from summarize.errors import InvalidValueError, UnknownNameError
from summarize.evaluation import rouge
from summarize.evaluation.overlap import ROUGE, words

ascii_text = st.text(st.characters(codec="ascii"), max_size=120)


@given(ascii_text, ascii_text)
def test_ascii_figures_equal_the_packages_own(candidate: str, reference: str) -> None:
    expected = RougeScorer(list(ROUGE)).score(reference, candidate)
    for found in rouge(candidate, reference):
        score = expected[found.name]
        assert (found.precision, found.recall, found.f1) == pytest.approx(tuple(score))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le café d'été", ["le", "café", "d", "été"]),
        ("cafe\u0301", ["café"]),
        ("فتح الميناء أبوابه.", ["فتح", "الميناء", "أبوابه"]),
        ("هُوَ", ["هُوَ"]),
        ("snake_case 3.5%", ["snake", "case", "3", "5"]),
        ("港口开放", ["港", "口", "开", "放"]),
        ("", []),
    ],
)
def test_words_of_every_script(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_arabic_and_accents_count() -> None:
    arabic = rouge("فتح الميناء", "فتح الميناء اليوم", metrics=["rouge1"])[0]
    assert (arabic.precision, arabic.recall) == (1.0, pytest.approx(2 / 3))
    assert rouge("été", "et", metrics=["rouge1"])[0].f1 == 0


def test_a_worked_example() -> None:
    one, two, longest = rouge("the cat sat down", "the black cat sat")
    assert (one.precision, one.recall) == (0.75, 0.75)
    assert (two.precision, two.recall) == pytest.approx((1 / 3, 1 / 3))
    assert longest.f1 == 0.75


def test_figures_come_in_the_order_asked_for() -> None:
    assert [o.name for o in rouge("a", "a", metrics=["rougeL", "rouge1"])] == ["rougeL", "rouge1"]
    assert rouge("a", "a", metrics=[]) == ()


def test_unknown_metric_lists_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="'rouge7'; choose from rouge1, rouge2, rougeL"):
        rouge("a", "a", metrics=["rouge7"])


def test_a_table_too_large_is_refused_at_once() -> None:
    long = "word " * 6000
    with pytest.raises(InvalidValueError, match="6,000 words against 6,000"):
        rouge(long, long)
    assert rouge(long, long, metrics=["rouge2"])[0].f1 == 1


@pytest.mark.slow
def test_importing_the_library_does_not_import_rouge_score() -> None:
    code = "import summarize, summarize.evaluation, sys; print('rouge_score' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
