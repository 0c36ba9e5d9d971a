"""Find who says what a sentence tells, and what stands in quotation marks."""

from __future__ import annotations

from summarize.facts.fact import Part
from summarize.facts.phrases import Text, build_part, phrase_after, phrase_before
from summarize.facts.words import CONTENT, PLAIN_SPEECH, PUNCT, SPEECH

#: Reporting verbs of a sentence by token (-1 for "according to"), with who speaks, if told.
Speech = list[tuple[int, Part | None]]
AFTER_SPEECH = ('"', "”", ",", "'", "’")


def find_speech(text: Text, hits: list[int], bounds: tuple[int, int]) -> Speech:
    """Return every reporting verb of a sentence with who speaks, if a noun phrase says so."""
    found: list[tuple[int, Part | None]] = []
    lower = text.tokens.lower
    first, last = bounds
    for at in hits:
        word = lower[at]
        if text.classes[at] != SPEECH:
            continue  # it stands in a name
        if word == "according":
            if at + 1 < last and lower[at + 1] == "to":
                phrase = phrase_after(text, at + 2, last)
                if phrase and phrase[1] < last and text.classes[phrase[1]] == SPEECH:
                    phrase = (phrase[0], phrase[1] + 1)
                found.append((-1, build_part(text, phrase) if phrase else None))
            continue
        if not _reports(text, at, bounds):
            continue
        phrase = phrase_before(text, at, first)
        if phrase is None and at > first and lower[at - 1] in AFTER_SPEECH:
            phrase = phrase_after(text, at + 1, last)
            if phrase is not None and phrase[1] < last and text.classes[phrase[1]] != PUNCT:
                phrase = None
        found.append((at, build_part(text, phrase) if phrase else None))
    return found


def _reports(text: Text, at: int, bounds: tuple[int, int]) -> bool:
    """Tell whether a word of speech is a finite verb here, not "confirmed cases" or "to say"."""
    word = text.tokens.lower[at]
    if word in ("saying", "say"):
        return False
    if word in PLAIN_SPEECH or at + 1 >= bounds[1]:
        return True
    return text.classes[at + 1] != CONTENT or text.names[at + 1] >= 0


def find_speaker(text: Text, speech: Speech, at: int) -> Part | None:
    """Return who says what token ``at`` tells: the speaker before it, or one after a comma."""
    best: Part | None = None
    for position, part in speech:
        if part is None or position == at:
            continue
        if position < at or (best is None and _said_after(text, part, at)):
            best = part
    return best


def _said_after(text: Text, part: Part, at: int) -> bool:
    """Tell whether a comma or quote stands just before the speaker: "..., the army said"."""
    offset = part.span.start
    if text.tokens.starts[at] >= offset:
        return False
    return text.tokens.source(at)[max(0, offset - 2) : offset].rstrip()[-1:] in AFTER_SPEECH


def pair_quotes(lower: list[str], marks: list[int], last: int) -> list[tuple[int, int]]:
    """Return the token ranges between double quotation marks."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for at in marks:
        if start is not None:
            found.append((start, at))
            start = None
        elif lower[at] != "”":
            start = at
    if start is not None:
        found.append((start, last))
    return found
