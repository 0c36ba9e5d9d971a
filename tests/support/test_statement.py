"""Statements are cut at implication cues, by rule, with exact spans."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.document import Document
from summarize.errors import InvalidTypeError
from summarize.support import grammar
from summarize.support.statement import split_statement

GOLDEN = json.loads((Path(__file__).parent / "statements.json").read_text(encoding="utf-8"))
EVENTS = ["The strike", "The collapse of the bridge", "The merger of two banks", "Heavy flooding"]
PROJECTIONS = [
    "may lead to shortages",
    "could prompt a review",
    "signifies a change of course",
    "underscores the need for repairs",
    "raises the risk of unrest",
    "is likely to disrupt trade",
]
GROUNDS = ["as stocks run low", "because ports remain closed", "given that wells are dry"]
TAILS = ["potentially drawing in others", "further straining budgets", "raising fresh concerns"]


def parts(text):
    statement = split_statement(text)
    return (
        [span.slice(text) for span in statement.premises],
        [span.slice(text) for span in statement.consequents],
    )


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["text"][:40])
def test_golden(case):
    assert parts(case["text"]) == (case["premises"], case["consequents"])
    assert split_statement(case["text"]).vacuous is case["vacuous"]


@given(
    st.sampled_from(EVENTS),
    st.sampled_from(PROJECTIONS),
    st.none() | st.sampled_from(GROUNDS),
    st.none() | st.sampled_from(TAILS),
)
def test_pieces_put_together_come_apart_again(event, projection, ground, tail):
    text = f"{event} {projection}"
    text += f", {ground}" if ground else ""
    text += f", {tail}" if tail else ""
    premises, consequents = parts(text)
    clause = ground and ground.removeprefix("given that ").removeprefix("because ")
    assert premises == [event, *([clause.removeprefix("as ")] if clause else [])]
    assert consequents == [projection, *([tail] if tail else [])]


@given(st.sampled_from(EVENTS), st.sampled_from(PROJECTIONS))
def test_reported_quoted_or_asked_projections_stay_whole(event, projection):
    for text in (
        f"Analysts said {event} {projection}.",
        f"{event} {projection}, analysts said.",
        f"“{event} {projection}.”",
        f"Is it true that {event} {projection}?",
    ):
        assert parts(text) == ([text], [])


@given(st.text(max_size=300))
def test_spans_are_ordered_disjoint_and_inside(text):
    statement = split_statement(text)
    spans = sorted((*statement.premises, *statement.consequents))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert bool(spans) == any(c.isalnum() for c in text)


@given(st.lists(st.sampled_from([*EVENTS, *PROJECTIONS, *GROUNDS, *TAILS, ",", ".", "?", "“"])))
def test_every_word_is_in_a_piece_or_is_a_cue(pieces):
    text = " ".join(pieces)
    statement = split_statement(text)
    covered = set()
    for span in (*statement.premises, *statement.consequents, *statement.cues):
        covered.update(range(span.start, span.end))
    left = "".join(c if i not in covered else " " for i, c in enumerate(text))
    assert set(left.lower().split()) <= {*",.?“", "as", "because", "given", "that", ",."}


def test_question_and_vacuous():
    assert split_statement("Is the road open?").question
    assert not split_statement("The road is open.").question
    assert not split_statement("Is it open? It is.").question
    assert split_statement("").vacuous
    assert split_statement("!!!").vacuous
    assert not split_statement("The road is open.").vacuous


def test_rejects_what_is_not_text():
    with pytest.raises(InvalidTypeError, match="bytes"):
        split_statement(b"no")


def test_a_document_is_cut_by_its_own_sentences():
    text = "The dam burst. Rain may hamper the rescue.\nIs it safe?"
    assert split_statement(Document.from_text(text)) == split_statement(text)


def test_every_verb_of_consequence_opens_the_gate_to_its_cue():
    for pattern in (grammar._STRONG, grammar._WEAK):
        # "have" counts by what it has: "effects", "implications".
        for verb in set(re.findall(r"(?<=[(:|])[a-z]+(?=[ |)])", pattern)) - {"have"}:
            assert verb in grammar.EFFECTS or verb in grammar.TRIGGERS - grammar.MODALS, verb
