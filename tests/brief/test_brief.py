import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import Document
from summarize.brief import Brief, brief, brief_records
from summarize.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from summarize.io import to_json

ARTICLE = """A storm closed the harbour of Norwick on Monday, the port authority said. Two ferries
were damaged and 14 people were taken to hospital.

The mayor, Ada Bright, warned that repairs could delay grain exports until May."""
CLAIMS = ("A storm closed the harbour of Norwick.", "Berlin sent 99 ferries.")

news_words = st.sampled_from(
    "The storm flood mayor Norwick Ada Bright closed killed 14 people said could delay exports "
    "ceasefire rebels strike court talks , . \n \n\n “ ” ( ) % $3 million on Monday".split(" ")
)
news = st.lists(news_words, max_size=60).map(" ".join)


def places(record: Any, text: str) -> None:
    """Every {"span", "text"} pair of a record must be a slice of the text."""
    if isinstance(record, dict):
        if {"span", "text", "index"} <= record.keys():
            span = record["span"]
            assert text[span["start"] : span["end"]] == record["text"]
        for name, value in record.items():
            if name not in ("missing", "reasons", "facts"):  # their spans are in other texts
                places(value, text)
    elif isinstance(record, list):
        for value in record:
            places(value, text)


def test_a_brief_has_all_parts() -> None:
    found = brief(ARTICLE, title="Storm closes harbour", statements=CLAIMS)
    assert found.title == "Storm closes harbour"
    assert len(found.summary.sentences) == 3
    assert [check.verdict for check in found.checks] == ["supported", "unsupported"]
    assert found.implications
    assert found.article.text == ARTICLE
    places(found.to_dict(), ARTICLE)


def test_a_document_keeps_its_title_and_a_given_one_wins() -> None:
    document = Document.from_text(ARTICLE, title="From the document")
    assert brief(document).title == "From the document"
    assert brief(document, title="Given").title == "Given"
    assert document.title == "From the document"


def test_the_title_is_read_too() -> None:
    """The same article under another headline may give other implications, never other spans."""
    places(brief(ARTICLE, title="Strike at the harbour").to_dict(), ARTICLE)


@pytest.mark.parametrize("text", ["", " \n", "\u2003"])
def test_blank_text_gives_an_empty_brief(text: str) -> None:
    found = brief(text, statements=CLAIMS)
    assert found.summary.sentences == ()
    assert found.facts == ()
    assert found.implications == ()
    assert all(check.verdict != "supported" for check in found.checks)
    assert "Nothing to summarize" in found.text


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"sentences": -1}, InvalidValueError),
        ({"limit": -1}, InvalidValueError),
        ({"method": "oracle"}, UnknownNameError),
        ({"language": "Klingon"}, UnknownNameError),
        ({"statements": (1,)}, InvalidTypeError),
    ],
)
def test_wrong_arguments(arguments: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        brief(ARTICLE, **arguments)


def test_bytes_are_refused_with_advice() -> None:
    with pytest.raises(InvalidTypeError, match="decode"):
        brief(ARTICLE.encode())  # type: ignore[arg-type]


def test_the_record_is_json_and_names_its_schema() -> None:
    record = brief(ARTICLE, statements=CLAIMS).to_dict()
    assert record["schema"] == "summarize.brief/1"
    assert json.loads(to_json(record)) == record
    assert list(record) == [
        "schema", "article", "title", "summary", "facts", "implications", "checks"
    ]  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(news, st.integers(1, 4), st.integers(0, 5))
def test_any_news_like_text(text: str, sentences: int, limit: int) -> None:
    found = brief(text, sentences=sentences, limit=limit, statements=CLAIMS)
    assert len(found.summary.sentences) <= sentences
    assert len(found.implications) <= limit
    places(found.to_dict(), text)
    assert to_json(found.to_dict()) == to_json(
        brief(text, sentences=sentences, limit=limit, statements=CLAIMS).to_dict()
    )
    assert found.text
    assert found.to_html().count("<article>") == 1


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200), st.text(max_size=50))
def test_any_text_at_all(text: str, statement: str) -> None:
    found = brief(text, title=statement, statements=[statement])
    assert isinstance(found, Brief)
    places(found.to_dict(), text)
    assert to_json(found.to_dict()).encode("utf-8")
    assert found.to_html().encode("utf-8")
    found.text.encode("utf-8")


@settings(max_examples=15, deadline=None)
@given(st.lists(news, max_size=4))
def test_a_stream_gives_what_each_article_gives_alone(texts: list[str]) -> None:
    lines = [json.dumps({"id": i, "text": text}).encode() for i, text in enumerate(texts)]
    for i, record in enumerate(brief_records(lines)):
        assert record == {"line": i + 1, "id": i, **brief(texts[i]).to_dict()}


def test_a_stream_turns_errors_into_records_and_goes_on() -> None:
    lines = [b'{"id": "x", "text": "Rain fell."}', b"{", b'{"text": 3}', b'{"text": "Snow fell."}']
    records = list(brief_records(lines, source="s.jsonl"))
    assert ["error" in record for record in records] == [False, True, True, False]
    assert [record["line"] for record in records] == [1, 2, 3, 4]
    failed = list(brief_records(lines[:1], sentences=-1))
    assert failed[0]["id"] == "x"
    assert "InvalidValueError" in failed[0]["error"]
