import hashlib
import json
from enum import Enum, StrEnum

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Document, Span
from summarize.errors import InvalidTypeError
from summarize.io import to_json, to_record


class Colour(Enum):
    RED = "red"


class Level(StrEnum):
    HIGH = "high"


@attrs.frozen
class Leaf:
    span: Span
    colour: Colour | Level
    weight: float
    _hidden: int = 7


@attrs.frozen
class Tree:
    name: str
    leaves: tuple[Leaf, ...]
    note: str | None = None


def test_values_become_plain_data() -> None:
    tree = Tree("elm", (Leaf(Span(0, 3), Colour.RED, 0.5), Leaf(Span(4, 4), Level.HIGH, 2.0)))
    assert to_record(tree) == {
        "name": "elm",
        "leaves": [
            {"span": {"start": 0, "end": 3}, "colour": "red", "weight": 0.5},
            {"span": {"start": 4, "end": 4}, "colour": "high", "weight": 2.0},
        ],
        "note": None,
    }
    assert type(to_record(Level.HIGH)) is str


def test_a_document_is_its_fingerprint_not_its_text() -> None:
    record = to_record(Document.from_text("Snow fell. Roads closed.", language="en"))
    assert record == {
        "sha256": hashlib.sha256(b"Snow fell. Roads closed.").hexdigest(),
        "characters": 24,
        "sentences": 2,
        "language": "en",
    }


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_lacks_are_null(number: float) -> None:
    assert to_json([number]) == "[null]"


@pytest.mark.parametrize("value", [b"x", {1, 2}, object(), [object()]])
def test_what_has_no_form_is_refused(value: object) -> None:
    with pytest.raises(InvalidTypeError, match="has no form as a record"):
        to_record(value)


@given(st.text(st.characters()))
def test_any_text_survives_json_and_can_be_encoded(text: str) -> None:
    shown = to_json({"text": text})
    assert json.loads(shown.encode("utf-8"))["text"] == text


def test_lone_surrogates_are_escaped() -> None:
    assert to_json("é\ud800") == '"é\\ud800"'
    assert to_record(Document.from_text("a \ud800 b"))["characters"] == 5
