"""The brief: what an article says, what it implies, and whether given statements hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from summarize.document import Document, as_document
from summarize.facts import Fact, facts
from summarize.implications import Bank, Implication, imply
from summarize.io.articles import ArticleRecord, ErrorRecord, read_articles
from summarize.io.html import html_page
from summarize.io.plain import render_brief
from summarize.io.records import to_record
from summarize.summary import Summary, summarize
from summarize.support import Check, check

# The version of the record's layout; it goes up when a field changes its name or meaning.
SCHEMA = "summarize.brief/1"


@attrs.frozen
class Brief:
    """Everything found in one article; every part points to its place in ``article.text``.

    ``title`` is the headline if one was given. ``summary`` holds the picked sentences,
    ``facts`` who did what, ``implications`` what may follow with the premises it rests on,
    ``checks`` the verdicts on the statements that came with the article.
    """

    article: Document
    title: str | None
    summary: Summary
    facts: tuple[Fact, ...]
    implications: tuple[Implication, ...]
    checks: tuple[Check, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the brief as plain data (see ``docs/reference/records.md``)."""
        record: dict[str, Any] = to_record(self)
        return {"schema": SCHEMA, **record}

    def to_html(self) -> str:
        """Return one self-contained page: the brief, and the article that its places link to."""
        return html_page(self.to_dict(), self.article)

    @property
    def text(self) -> str:
        """The brief as plain text, as the command line shows it."""
        return render_brief(self.to_dict())


def brief(
    article: str | Document,
    *,
    title: str | None = None,
    sentences: int = 3,
    limit: int = 6,
    statements: Sequence[str] = (),
    method: str = "auto",
    bank: Bank | None = None,
    language: str = "en",
) -> Brief:
    """Summarize ``article``, find its facts and implications, and check ``statements`` against it.

    ``title`` is the headline (default: the document's own). ``sentences`` is the length of
    the summary, ``limit`` the largest number of implications; ``method`` and ``bank`` are
    those of :func:`summarize.summarize` and :func:`summarize.imply`. Text without sentences
    gives a brief without content. Raises :class:`InvalidTypeError`,
    :class:`InvalidValueError` and :class:`UnknownNameError` as those functions do. Cost is
    linear in the article's length for news-size articles.
    """
    document = as_document(article, language=language)
    if title is not None:
        document = attrs.evolve(document, title=title)
    return Brief(
        article=document,
        title=document.title,
        summary=summarize(document, method=method, sentences=sentences, language=document.language),
        facts=facts(document),
        implications=imply(document, bank=bank, limit=limit),
        checks=check(document, statements, language=document.language),
    )


def brief_records(
    lines: Iterable[bytes], *, source: str = "<stream>", **options: Any
) -> Iterator[dict[str, Any]]:
    """Yield the record of one brief for each JSON line, in order, reading as it goes.

    ``options`` are those of :func:`brief`. Each record starts with the line's number and
    id; where no brief can be made it is ``{"line", "id", "error"}`` and the rest goes on.
    """
    for item in read_articles(lines, source=source):
        yield _brief_record(item, source, options)


def _brief_record(
    item: ArticleRecord | ErrorRecord, source: str, options: Mapping[str, Any]
) -> dict[str, Any]:
    head = {"line": item.line, "id": item.id}
    if isinstance(item, ErrorRecord):
        return {**head, "error": item.error}
    try:
        found = brief(item.text, title=item.title, statements=item.statements, **options)
        return {**head, **found.to_dict()}
    except Exception as error:  # a fault on one article must not cost the others
        return {**head, "error": f"{source}:{item.line}: {type(error).__name__}: {error}"}
