"""A brief's record as one self-contained HTML page.

The page loads nothing and runs nothing: its content policy forbids both. Every place in
the brief is a link to the sentence of the article that stands below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from string import Template
from typing import Any

from summarize.document import Document

_PAGE = Template("""\
<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
body { font: 1rem/1.5 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, .verdict, .place { font-family: system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { font-size: 1rem; letter-spacing: .05em; border-bottom: 1px solid #ccc; margin-top: 2rem; }
li { margin: .6rem 0; }
.place { font-size: .8rem; text-decoration: none; color: #06c; white-space: nowrap; }
.note, blockquote { color: #555; font-size: .9rem; margin: .2rem 0 .2rem 1rem; }
.verdict { font-size: .75rem; font-weight: bold; text-transform: uppercase; }
.verdict { padding: .1rem .4rem; border-radius: .2rem; background: #ddd; }
.supported { background: #bfe5c5; }
.partial { background: #fbe6a2; }
.unsupported, .contradicted { background: #f6c3bf; }
article { white-space: pre-wrap; }
article span:target { background: #fff2a8; }
</style>
</head>
<body>
<h1>$title</h1>
$sections
<h2>Article</h2>
<article>$article</article>
</body>
</html>
""")


def html_page(record: Mapping[str, Any], article: Document) -> str:
    """Return the page for a brief's record and the article that its spans point into."""
    sections = [
        ("Summary", _list(_pick(pick) for pick in record["summary"]["sentences"])),
        ("Implications", _list(_implication(item) for item in record["implications"])),
        ("Checks", _list(_check(item) for item in record["checks"])),
    ]
    return _PAGE.substitute(
        language=_safe(article.language),
        title=_safe(record["title"] or "Brief"),
        sections="\n".join(f"<h2>{name}</h2>\n{body}" for name, body in sections if body),
        article=_article(article),
    )


def _list(items: Iterable[str]) -> str:
    filled = "\n".join(f"<li>{item}</li>" for item in items)
    return f"<ul>\n{filled}\n</ul>" if filled else ""


def _pick(pick: Mapping[str, Any]) -> str:
    return f"{_safe(pick['text'])} {_place(pick)}"


def _implication(item: Mapping[str, Any]) -> str:
    source = f"rule {item['rule']}" if item["rule"] else item["kind"]
    return f"{_safe(item['text'])}<p class='note'>{_safe(source)}</p>{_quotes(item['premises'])}"


def _check(item: Mapping[str, Any]) -> str:
    verdict = _safe(item["verdict"])
    return (
        f"<span class='verdict {verdict}'>{verdict}</span> {_safe(item['statement'])}"
        f"<p class='note'>{_safe(item['reason'])}</p>{_quotes(item['evidence'])}"
    )


def _quotes(evidence: Iterable[Mapping[str, Any]]) -> str:
    return "".join(
        f"<blockquote>{_safe(piece['text'])} {_place(piece)}</blockquote>" for piece in evidence
    )


def _place(piece: Mapping[str, Any]) -> str:
    span = piece["span"]
    return (
        f"<a class='place' href='#s{piece['index']}'>"
        f"[{piece['index'] + 1}: {span['start']}–{span['end']}]</a>"
    )


def _article(article: Document) -> str:
    """Return the whole text, each sentence an element that links can reach."""
    pieces, done = [], 0
    for sentence in article.sentences:
        span = sentence.span
        pieces.append(_safe(article.text[done : span.start]))
        pieces.append(f"<span id='s{sentence.index}'>{_safe(sentence.text)}</span>")
        done = span.end
    pieces.append(_safe(article.text[done:]))
    return "".join(pieces)


def _safe(text: str) -> str:
    """Escape markup; characters that HTML forbids become U+FFFD."""
    kept = "".join(
        "\ufffd"
        if (c < " " and c not in "\t\n\r") or "\x7f" <= c < "\xa0" or "\ud800" <= c < "\ue000"
        else c
        for c in text
    )
    return escape(kept)
