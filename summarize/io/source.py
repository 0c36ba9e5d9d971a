"""What a text file holds: a seed brief, or an article with or without a headline."""

from __future__ import annotations

import re

import attrs

from summarize.document import Document
from summarize.errors import FormatError, InvalidValueError
from summarize.io.seed import SeedBrief, ends_as_sentence, parse_seed, strip_marker

LAYOUTS = ("auto", "seed", "text")

# The longest of 2,387 news headlines (BBC 2004-2005, Wikinews 2019-2020) has 167 characters.
_LONGEST_HEADLINE = 200
# Below that, a lead paragraph and a subheading would pass for a bullet and a headline.
_FEWEST_BULLETS = 2


@attrs.frozen
class Source:
    """An article as a file gave it: headline and bullets are there if the file had them."""

    article: str
    title: str | None = None
    bullets: tuple[str, ...] = ()


def read_source(text: str, *, layout: str = "auto", source: str = "<text>") -> Source:
    """Find headline, bullets and article in ``text``.

    ``layout`` "seed" demands a seed file, "text" takes everything as the article, "auto"
    decides: it is a seed file if it starts with two or more lines, one sentence each and no
    blank line between them, then has a headline and an article that is longer than the
    bullets; else the first line is the headline if it is short, does not end as a sentence,
    and a blank line or nothing but whole paragraphs follow.

    Raises :class:`FormatError` if the text is blank or a demanded seed is malformed.
    """
    if layout not in LAYOUTS:
        raise InvalidValueError(f"layout must be one of {', '.join(LAYOUTS)}, got {layout!r}")
    if not text.strip():
        raise FormatError(f"{source}:1: nothing to read: the text is empty or white space only")
    if layout == "seed":
        return _from_seed(parse_seed(text, source=source))
    if layout == "text":
        return Source(text)
    lines = re.split(r"\r\n|\r|\n", text)
    if _looks_like_seed(lines):
        return _from_seed(parse_seed(text, source=source))
    return _plain(text, lines)


def read_statements(text: str, *, source: str = "<text>") -> tuple[str, ...]:
    """Return the statements of a list (one a line, markers dropped) or a seed file's bullets.

    Raises :class:`FormatError` if there are none.
    """
    lines = re.split(r"\r\n|\r|\n", text)
    if _looks_like_seed(lines):
        return parse_seed(text, source=source).bullets
    statements = tuple(strip_marker(line.strip()) for line in lines if line.strip())
    if not statements:
        raise FormatError(f"{source}:1: no statements: give one a line")
    return statements


def _from_seed(seed: SeedBrief) -> Source:
    return Source(seed.article, seed.title, seed.bullets)


def _looks_like_seed(lines: list[str]) -> bool:
    """Tell a seed from an article with a subheading: its bullets are a list of single sentences."""
    filled = [i for i, line in enumerate(lines) if line.strip()]
    head = next((k for k, i in enumerate(filled) if not ends_as_sentence(lines[i])), 0)
    if not _FEWEST_BULLETS <= head < len(filled) - 1:
        return False
    bullets = [strip_marker(lines[i].strip()) for i in filled[:head]]
    article = [lines[i].strip() for i in filled[head + 1 :]]
    return (
        filled[head - 1] - filled[0] == head - 1  # no blank line between bullets
        and all(len(Document.from_text(bullet).sentences) == 1 for bullet in bullets)
        and len(lines[filled[head]].strip()) <= _LONGEST_HEADLINE
        and not article[0][0].islower()  # the "headline" would be a wrapped line
        and sum(map(len, bullets)) <= sum(map(len, article))
    )


def _plain(text: str, lines: list[str]) -> Source:
    first = next(i for i, line in enumerate(lines) if line.strip())
    rest = lines[first + 1 :]
    headline = lines[first].strip()
    if ends_as_sentence(headline) or len(headline) > _LONGEST_HEADLINE or not any(rest):
        return Source(text)
    following = [line for line in rest if line.strip()]
    alone = not rest[0].strip() or all(ends_as_sentence(line) for line in following)
    if not (alone and following):
        return Source(text)
    return Source("\n".join(rest).strip("\n"), headline)
