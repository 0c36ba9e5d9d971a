"""First version of sentence and paragraph segmentation (interim)."""

from __future__ import annotations

import re

_CANDIDATE = re.compile(r"[.!?…]+[\"'”’)\]»]*(?=\s)|\n\s*")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen sen rep gov st u.s u.k u.n jan feb mar apr jun jul aug sep sept oct nov"
    " dec inc ltd co corp vs etc e.g i.e no a.m p.m lt col sgt capt maj jr sr".split()
)

Bounds = tuple[tuple[int, int, int], ...]


def segment(text: str) -> tuple[Bounds, tuple[tuple[int, int], ...]]:
    """Return sentences as (start, end, paragraph) and paragraphs as (start, end)."""
    sentences: list[tuple[int, int, int]] = []
    paragraphs: list[tuple[int, int]] = []
    start, paragraph_start, paragraph = 0, 0, 0

    def close(end: int) -> int:
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            begin = start + len(piece) - len(piece.lstrip())
            sentences.append((begin, begin + len(stripped), paragraph))
        return end

    for match in [*_CANDIDATE.finditer(text), None]:
        if match is None or text[match.start()] == "\n":
            start = close(match.start() if match else len(text))
            if sentences and sentences[-1][2] == paragraph:
                inside = [s for s in sentences if s[2] == paragraph]
                paragraphs.append((inside[0][0], inside[-1][1]))
                paragraph += 1
            continue
        if text[match.start()] == ".":
            word = text[start : match.start()].rsplit(None, 1)[-1:] or [""]
            if word[0].lower() in _ABBREVIATIONS or len(word[0]) == 1:
                continue
        start = close(match.end())
    return tuple(sentences), tuple(paragraphs)
