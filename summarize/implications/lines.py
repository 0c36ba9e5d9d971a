"""Lines of an article that tell no news: datelines before a sentence, captions, links."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: In how many chunks between white space a dateline ends (own choice).
_REACH = 12
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
_CAPTION = re.compile(
    r"\W*(?:file photo|photo(?:graph)?s? (?:taken|released|provided|shows?)\b|photos?:|image:|"
    r"source:|video:|watch:|related:|see (?:more|also):|read (?:more|also|next)\b|media caption|"
    r"image caption|video player|advertisement\b|l-r:|courtesy\b)",
    re.I,
)
_DATED = re.compile(rf",\s{_MONTH}\s\d\d?,\s\d{{4}}$")
_CREDITS = ("/File Photo", "/Handout", "Video Player Close")


def skip_dateline(chunks: list[str], places: list[int]) -> tuple[list[str], list[int]]:
    """Return a sentence's chunks and where each starts without the dateline before them."""
    head = chunks[:_REACH]
    if not any(chunk in {"-", "--", "–", "—"} or "(" in chunk for chunk in head):
        return chunks, places
    found = _HEAD.match(" ".join(head))
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
    """Say whether a line is the caption or the credit of a picture, or a link."""
    if _CAPTION.match(text) or any(credit in text for credit in _CREDITS):
        return True
    text = text.rstrip(". ")
    return text[-1:].isdigit() and bool(_DATED.search(text, max(0, len(text) - _LONGEST_DATE)))


def stands_apart(text: str, others: Sequence[str]) -> bool:
    """Say whether a line ends in a loose full stop and most others don't: a link or heading."""
    if not text.endswith(" ."):
        return False
    return 2 * sum(other.endswith(" .") for other in others) < len(others)
