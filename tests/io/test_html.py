import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from summarize import Document
from summarize.io.html import html_page

EMPTY = {"title": None, "summary": {"sentences": []}, "implications": [], "checks": []}
VOID = {"meta", "br", "!doctype"}


class Balance(HTMLParser):
    """Fails on tags that don't close in order; gathers ids and links."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids.add(values.get("id") or "")
        if "href" in values:
            self.links.add(values["href"] or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def record(article: Document) -> dict[str, object]:
    picks = [
        {"index": s.index, "text": s.text, "span": {"start": s.span.start, "end": s.span.end}}
        for s in article.sentences
    ]
    return {**EMPTY, "title": article.title, "summary": {"sentences": picks}}


@given(st.text(), st.text())
def test_any_text_gives_a_balanced_page_that_shows_it(text: str, title: str) -> None:
    article = Document.from_text(text, title=title)
    page = html_page(record(article), article)
    parser = Balance()
    parser.feed(page)
    assert parser.open == []
    assert {link[1:] for link in parser.links} <= parser.ids
    page.encode("utf-8")
    body = re.search(r"<article>(.*)</article>", page, re.DOTALL)
    assert body is not None
    shown = unescape(re.sub(r"<[^>]+>", "", body[1]))
    if text.isprintable():
        assert shown == text


def test_markup_in_the_text_is_shown_not_obeyed() -> None:
    evil = "<script>alert(1)</script> fell on \"Monday\" & 'Tuesday'."
    article = Document.from_text(evil, title="</title><script>")
    page = html_page(record(article), article)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_language_code_cannot_break_out() -> None:
    article = Document.from_text("Rain.", language='en"><script>')
    assert "<script" not in html_page(record(article), article)
