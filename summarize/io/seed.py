"""Seed files: statement bullets, then a headline, then the article, all in one text.

A line that ends as a sentence (``.``, ``!``, ``?``, an ellipsis, or their Arabic and
Chinese forms, closing quotes and brackets allowed after it) above the headline is a
bullet; the first line that does not is the headline; the rest is the article. Blank
lines and list markers ("- ", "• ", "3. ") before a bullet are allowed.
"""

from __future__ import annotations

import re
from pathlib import Path

import attrs

from summarize.errors import FormatError, InvalidTypeError, InvalidValueError, shorten

_ENDS_AS_SENTENCE = re.compile(r"""[.!?…؟۔。！？]["'”’»)\]]*$""")
_LIST_MARKER = re.compile(r"^(?:[-*•‣–—]|\d{1,3}[.)])\s+")
_LAYOUT = "a seed file is bullets (one sentence a line), then a headline, then the article"


def _check_bullets(_seed: SeedBrief, _attribute: object, bullets: tuple[str, ...]) -> None:
    if not bullets or not all(isinstance(b, str) and b.strip() for b in bullets):
        raise InvalidValueError(
            f"bullets must be one or more texts that are not blank, got {shorten(bullets)}"
        )


def _check_text(_seed: SeedBrief, attribute: attrs.Attribute[str], value: str) -> None:
    if not isinstance(value, str) or not value.strip():
        raise InvalidValueError(
            f"{attribute.name} must be a text that is not blank, got {shorten(value)}"
        )


@attrs.frozen
class SeedBrief:
    """A brief as people write it: its bullets, the headline and the article they are about.

    ``article`` holds the paragraphs, parted by blank lines; spans of results on it are
    offsets into this text. Raises :class:`InvalidValueError` where a part is empty.
    """

    bullets: tuple[str, ...] = attrs.field(validator=_check_bullets)
    title: str = attrs.field(validator=_check_text)
    article: str = attrs.field(validator=_check_text)


def load_seed(path: str | Path) -> SeedBrief:
    """Read a seed file (UTF-8, with or without a byte-order mark).

    Raises :class:`FormatError`, with file and line, if the file is empty, is not
    UTF-8, or has no bullets, no headline or no article; ``OSError`` if it can't be read.
    """
    return parse_seed(decode(Path(path).read_bytes(), source=str(path)), source=str(path))


def parse_seed(text: str, *, source: str = "<text>") -> SeedBrief:
    """Cut ``text`` into bullets, headline and article; ``source`` names it in errors.

    Raises :class:`FormatError` as :func:`load_seed` does. Cost is linear.
    """
    if not isinstance(text, str):
        raise InvalidTypeError(
            f"text must be a str, got {type(text).__name__} {shorten(text)}; "
            "use load_seed(path) to read a file"
        )
    lines = [line.strip() for line in re.split(r"\r\n|\r|\n", text)]
    filled = [number for number, line in enumerate(lines) if line]
    if not filled:
        raise FormatError(f"{source}:1: the file is empty; {_LAYOUT}")
    headline = next((n for n in filled if not ends_as_sentence(lines[n])), None)
    if headline is None:
        raise FormatError(
            f"{source}:{filled[-1] + 1}: no headline: every line ends as a sentence; {_LAYOUT}"
        )
    if headline == filled[0]:
        raise FormatError(
            f"{source}:{headline + 1}: no bullets: the first line, {shorten(lines[headline])}, "
            f"does not end as a sentence, so it is the headline; {_LAYOUT}"
        )
    if headline == filled[-1]:
        raise FormatError(
            f"{source}:{headline + 1}: no article after the headline {shorten(lines[headline])}; "
            f"{_LAYOUT}"
        )
    bullets = tuple(strip_marker(lines[n]) for n in filled if n < headline)
    return SeedBrief(bullets, lines[headline], _join_paragraphs(lines[headline + 1 :]))


def ends_as_sentence(line: str) -> bool:
    """Say whether ``line`` ends with a sentence's closing mark."""
    return _ENDS_AS_SENTENCE.search(line.rstrip()) is not None


def strip_marker(line: str) -> str:
    """Return ``line`` without the list marker ("- ", "• ", "3. ") it may start with."""
    return _LIST_MARKER.sub("", line, count=1)


def decode(data: bytes, *, source: str) -> str:
    """Decode a file's bytes as UTF-8; raise :class:`FormatError` with the line if they aren't.

    A NUL byte is refused too: no text holds one, binary files do.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FormatError(
            f"{source}:{line}: not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}; "
            "save the file as UTF-8 text"
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise FormatError(
            f"{source}:{line}: a NUL character: this looks like a binary file; give a text file"
        )
    return text


def _join_paragraphs(lines: list[str]) -> str:
    """Put a blank line between paragraphs; lines of blocks already parted by one stay together."""
    article = "\n".join(lines).strip()
    return article if "\n\n" in article else article.replace("\n", "\n\n")
