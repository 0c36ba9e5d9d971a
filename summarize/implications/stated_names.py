"""Names that only an earlier sentence introduces: "Holt warned ..." after "Marten Holt, a pilot".

A reader of the bullet has the headline and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Container

from summarize.implications.lexicon import FUNCTION_WORDS
from summarize.implications.stated_signs import read_words
from summarize.support.background import load_background
from summarize.support.matching import NAME_RATE

_SAYING = frozenset(
    "said says say warned warns added adds predicted predicts believes believed thinks insisted"
    " insists argued argues claimed claims noted notes stressed confirmed announced suggested"
    " suggests explained told expects hopes fears admitted stated declared cautioned acknowledged"
    " wrote".split()
)
# A single name as the subject of the bullet, or of a verb of saying inside it.
_SUBJECT = re.compile(r"([A-Z][^\W\d_][\w’'-]*?)(?:['’]s)?\s+[a-z]")
_SPEAKER = re.compile(
    rf"(?:(?<=[,;]\s)|(?<=\bthat\s))([A-Z][^\W\d_][\w’'-]*)\s+(?:{'|'.join(sorted(_SAYING))})\b"
)
# No word that ends a sentence, but for initials and short titles ("J.", "Mrs.").
_WORD_BEFORE = re.compile(r"([\w’'-]+|[A-Z][a-z]{0,2}\.) $")
#: How far back a word may begin.
_LONGEST_WORD = 40


def names_stranger(bullet: str, before: str, known: Container[str]) -> bool:
    """Tell whether a bullet's subject or speaker is a surname that stands for a full name.

    ``before`` is what the article says ahead of it, ``known`` the headline's words in lower case.
    """
    subject = _SUBJECT.match(bullet)
    names: list[str] = []
    if not _SAYING.isdisjoint(read_words(bullet)):
        names += [match.group(1) for match in _SPEAKER.finditer(bullet)]
    if subject and _is_name(subject.group(1)):
        names.append(subject.group(1))
    return any(name.lower() not in known and _is_introduced(name, before) for name in names)


def _is_name(word: str) -> bool:
    """Tell whether a first word has its capital because it is a name."""
    return load_background().capital_rates.get(word.lower(), 1.0) > NAME_RATE


def _is_introduced(name: str, before: str) -> bool:
    """Tell whether a name first stands behind another one, as surnames do."""
    at = before.find(name)
    found = _WORD_BEFORE.search(before, max(0, at - _LONGEST_WORD), at) if at > 0 else None
    if not found or not found.group(1)[0].isupper():
        return False
    return found.group(1).lower() not in FUNCTION_WORDS
