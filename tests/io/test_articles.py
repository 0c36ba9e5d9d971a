import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.io import ArticleRecord, ErrorRecord, read_articles


def read(*lines: bytes) -> list[ArticleRecord | ErrorRecord]:
    return list(read_articles(lines, source="news.jsonl"))


def test_a_record_with_everything() -> None:
    line = b'{"id": "a1", "title": "Storm", "text": "It blew.", "statements": ["It rained."]}\n'
    assert read(line) == [ArticleRecord(1, "a1", "Storm", "It blew.", ("It rained.",))]


def test_only_the_text_is_needed() -> None:
    assert read(b'{"text": "It blew.", "source": "wire"}') == [
        ArticleRecord(1, None, None, "It blew.")
    ]


def test_blank_lines_are_skipped_and_still_counted() -> None:
    assert [r.line for r in read(b"\n", b'{"text": "a"}\n', b"  \r\n", b'{"text": "b"}')] == [2, 4]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"not json", "not JSON"),
        (b"[1, 2]", "[1, 2] is not an object"),
        (b"[" * 100_000, "not JSON"),
        (b'{"text": ' + b"9" * 5000 + b"}", "not JSON"),
        (b'{"title": "no text"}', "text must be a string, got None"),
        (b'{"text": 7}', "text must be a string, got 7"),
        (b'{"text": "a", "title": ["t"]}', "title must be a string or null"),
        (b'{"text": "a", "statements": "one"}', "statements must be strings"),
        (b'{"text": "a", "statements": [1]}', "statements must be strings"),
        (b'{"text": "caf\xe9"}', "not UTF-8: byte 0xe9 at byte 13"),
    ],
)
def test_a_bad_line_is_an_error_record_and_the_rest_goes_on(line: bytes, reason: str) -> None:
    good, bad, after = read(b'{"text": "a"}', line, b'{"text": "b"}')
    assert isinstance(bad, ErrorRecord)
    assert bad.line == 2
    assert bad.error.startswith("news.jsonl:2: ")
    assert reason in bad.error
    assert isinstance(good, ArticleRecord)
    assert isinstance(after, ArticleRecord)


def test_an_error_record_keeps_the_id() -> None:
    assert read(b'{"id": 42}')[0].id == 42
    assert read(b'{"id": [1]}')[0].id is None
    assert read(b'{"id": true, "text": "a"}')[0].id is None


def test_reading_is_lazy() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b'{"text": "again"}\n'

    assert next(iter(read_articles(endless()))).line == 1


@given(
    st.lists(
        st.one_of(st.binary(), st.builds(lambda t: json.dumps({"text": t}).encode(), st.text()))
    )
)
def test_every_filled_line_gives_one_record_in_order(lines: list[bytes]) -> None:
    records = list(read_articles(lines))
    assert [r.line for r in records] == [n for n, x in enumerate(lines, start=1) if x.strip()]
