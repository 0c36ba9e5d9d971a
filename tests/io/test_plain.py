from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.io.plain import (
    LONGEST,
    render_comparison,
    render_scores,
    render_summary,
    visible,
)


def pick(text: str, index: int = 0, start: int = 0) -> dict[str, Any]:
    span = {"start": start, "end": start + len(text)}
    return {"index": index, "span": span, "text": text, "score": 0.5, "reasons": []}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two\n lines\t here", "two lines here"),
        ("bell\x07 escape\x1b[31m", "bell\ufffd escape\ufffd[31m"),
        ("turned \u202earound", "turned \ufffdaround"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("naïve – “quoted” 下雨", "naïve – “quoted” 下雨"),
    ],
)
def test_visible(text: str, expected: str) -> None:
    assert visible(text) == expected


@given(st.text())
def test_visible_text_is_one_printable_line(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert len(shown.splitlines()) <= 1
    assert "\x1b" not in shown


def test_a_very_long_sentence_is_cut_and_says_so() -> None:
    shown = visible("x" * 10_000_000)
    assert len(shown) == LONGEST + 2
    assert shown.endswith(" …")
    assert visible("x" * LONGEST) == "x" * LONGEST


def test_a_summary_shows_places_from_one() -> None:
    shown = render_summary({"sentences": [pick("Rain fell."), pick("It stopped.", 1, 11)]})
    assert shown == "- Rain fell. [1: 0–10]\n- It stopped. [2: 11–22]"


@given(st.lists(st.text("abc ", min_size=1, max_size=300), max_size=4), st.integers(40, 100))
def test_lines_keep_to_the_width(texts: list[str], width: int) -> None:
    shown = render_summary({"sentences": [pick(text) for text in texts]}, width=width)
    if texts:
        assert max(map(len, shown.splitlines())) <= width


def test_styles_get_every_role() -> None:
    roles: list[str] = []

    def record(text: str, role: str) -> str:
        roles.append(role)
        return text

    render_scores([pick("Rain fell.")], style=record)
    assert roles == ["place"]


def test_a_comparison_marks_what_is_covered() -> None:
    match = {"text": "Rain fell.", "best_text": "Rain.", "score": 0.7}
    lone = {"text": "Snow fell.", "best_text": None, "score": 0.0}
    record = {
        "similarity": 0.5,
        "rouge": [],
        "threshold": 0.2,
        "reference": [match, lone],
        "candidate": [],
    }
    assert render_comparison(record).splitlines() == [
        "TF-IDF similarity 0.500",
        "",
        "Reference",
        "1 of 2 covered",
        "+ 0.70 Rain fell.",
        "       ~ Rain.",
        "- 0.00 Snow fell.",
        "",
        "Candidate",
        "0 of 0 covered",
    ]
