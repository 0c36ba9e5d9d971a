"""Lines of an article that tell no news: datelines before a sentence, captions, links."""

from __future__ import annotations

import re

#: In how many chunks between white space a dateline ends (own choice).
_REACH = 12
#: ... and in how many one behind credits and captions ("Editor: ... NORWICK, May 3 (NS) -- ").
_FAR = 48
_DASHES = frozenset(("--", "-", "–", "—"))
_LONGEST_DATE = 22
_DASH = r"(?:--|[-–—])"
_HEAD = re.compile(
    # "Norwick, Westria (News Service) -- Police"; glued, as in "(NS)Police", it needs no dash
    rf"(?:(?:[A-Z][\w.'’-]*|\d\d?|of|the|de|al)[,.]?\s){{0,9}}\([A-Z][\w.&/ -]{{1,29}}\)"
    rf"(?:\s{_DASH}\s|(?=[\"“'‘]?[A-Z\d]))"
    rf"|\([A-Z]{{2,8}}\)\s(?:{_DASH}\s)?"
    # "NORWICK, March 3 - Police"
    rf"|(?:[A-Z][A-Z.'’-]+,?\s){{1,4}}(?:[A-Z][a-z]+\.?,?\s)?(?:\d\d?\s)?{_DASH}\s"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
#: When a page was changed, before its first sentence ("Updated at 5:54 p.m. ET").
_UPDATED = re.compile(
    rf"(?:Updated|UPDATED)(?: at| on|:)? \d\d?(?::\d\d)? [ap]\.?m\.? E[SD]?T"
    rf"(?:,? (?:on )?[A-Z][a-z]+day|,? {_MONTH} \d\d?)?(?:\s|$)"
)
_LATE = re.compile(rf",\s{_MONTH}\s\d\d?\s\([A-Z][\w.&/ -]{{1,29}}\)\s{_DASH}\s")
_CAPTION = re.compile(
    r"\W*(?:file photo|photo(?:graph)?s? (?:taken|released|provided|shows?)\b|photos?:|image:|"
    r"source:|video:|watch:|related:|see (?:more|also):|read (?:more|also|next)\b|media caption|"
    r"image caption|video player|advertisement\b|l-r:|courtesy\b|(?:image|photo) copyright\b|"
    r"media playback\b|enlarge this image\b|(?:toggle|hide) caption\b|file\s?[-–—]\s|"
    r"(?:in )?this\s(?:[\w,.]+\s){0,6}?(?:photo(?:graph)?|image)\s"
    r"(?:provided|posted|released|taken|made|shows?)\b|video provided by\b|"
    r"(?:the )?claim:\s|"
    r"correction:|(?:an )?earlier version of this\b|"
    r"this (?:article|story|post) (?:is more than|was (?:last )?updated)\b)",
    re.I,
)
#: What opens the caption of a video, in capitals, and what credits a picture at its end.
_CLOSE = "CLOSE "
_CREDITS = ("/File Photo", "/Handout", "AP Photo", "(Photo:", "(Photo by", "Getty Images)")
_DATED = re.compile(rf",\s{_MONTH}\s\d\d?,\s\d{{4}}$")
#: Who wrote it, in a line of its own: "By Ann Hale and Jon R. Vale".
_BYLINE = re.compile(r"By (?:[A-Z][\w.'’-]*,?\s(?:and\s)?)+[A-Z][\w.'’-]*\W*$")
#: How links and headings end that were lines of their own.
LOOSE_END = " ."


def _find_head(chunks: list[str]) -> re.Match[str] | None:
    if not _DASHES.isdisjoint(chunks[:_FAR]):
        late = _LATE.search(" ".join(chunks[:_FAR]))
        if late:
            return late
    head = " ".join(chunks[:_REACH])
    if head[:7] in {"Updated", "UPDATED"} and (updated := _UPDATED.match(head)):
        return updated
    if "(" not in head and "- " not in head and "– " not in head and "— " not in head:
        return None
    return _HEAD.match(head)


def skip_dateline(chunks: list[str], places: list[int]) -> tuple[list[str], list[int]]:
    """Return a sentence's chunks and where each starts without the dateline before them."""
    found = _find_head(chunks)
    if not found:
        return chunks, places
    left, i = found.end(), 0
    while i < len(chunks) and left > len(chunks[i]):
        left -= len(chunks[i]) + 1
        i += 1
    if i >= len(chunks) or left == len(chunks[i]):
        return chunks[i + 1 :], places[i + 1 :]
    return [chunks[i][left:], *chunks[i + 1 :]], [places[i] + left, *places[i + 1 :]]


def is_label(text: str) -> bool:
    """Say whether a line is the caption or the credit of a picture, or a link, and no more."""
    return _looks_like_label(text) and not _LATE.search(text)


def _looks_like_label(text: str) -> bool:
    if text.startswith(_CLOSE) or _CAPTION.match(text):
        return True
    if text.startswith("By ") and _BYLINE.match(text):
        return True
    if any(map(text.__contains__, _CREDITS)):
        return True
    end = text.rstrip(". ")[-_LONGEST_DATE:]
    return end.endswith("Video Player Close") or (end[-1:].isdigit() and bool(_DATED.search(end)))
