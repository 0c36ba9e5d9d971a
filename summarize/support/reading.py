"""What of a text is no claim: layout that came with it, and denials that deny nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from summarize.support.background import load_background
from summarize.support.tokens import Tokens, Vocabulary

#: A list's number before its item, or at the end of a text whose list goes on.
_LISTED = re.compile(r"(?m)^\s*\d{1,2}[.)]\s+(?=[A-Z*])|\n\s*\d{1,2}\s*(?:\[\d+\]\s*)*\.?\s*\Z")
_BRACKETED = re.compile(r"\(([A-Z][A-Za-z0-9]{1,5})\)")
_SPELT = re.compile(r"[A-Za-z]+")
#: An acronym may leave out these words.
_SMALL = frozenset("of the and for in to".split())
_OPENING = re.compile(r"(: |\n\s*)([A-Z][a-z]+)\b")
#: Below this share of capitals in the archive, a word with a capital after a colon or a line
#: break is taken to have it from there. Words that the archive lacks stay names.
_NAME_RATE = 0.6
_NEGATIONS = ("not", "Not", "no", "No")
#: "Not only ... but" and "no. 1" deny nothing.
_IDLE = re.compile(r"[Nn]ot\s+(?:only|just|merely)\b(?=[^.!?\n]*\bbut\b)|[Nn]o\.?\s?\d")


def read_plainly(text: str, articles: Sequence[str]) -> str:
    """Return a statement without what is layout, every offset kept.

    List numbers are blank, and a bracketed acronym that the words before it spell out, unless
    an article has it just so. A common word after a colon or a line break is in lower case.
    """
    lines = "\n" in text
    if lines or text.lstrip()[:1].isdigit():
        text = _LISTED.sub(_blank, text)
    if "(" in text:
        text = _BRACKETED.sub(lambda found: _blank_spelt(found, articles), text)
    if lines or ": " in text:
        text = _OPENING.sub(_lower_common, text)
    return text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _blank_spelt(found: re.Match[str], articles: Sequence[str]) -> str:
    letters = found[1].removesuffix("s").lower()
    words = _SPELT.findall(found.string.lower(), 0, found.start())[-2 * len(letters) :]
    runs = [words[start:] for start in range(len(words))]
    runs += [[word for word in run if word not in _SMALL] for run in runs]
    spelt = any("".join(word[0] for word in run) == letters for run in runs)
    known = spelt and any(found[0] in article for article in articles)
    return _blank(found) if spelt and not known else found[0]


def _lower_common(found: re.Match[str]) -> str:
    word = found[2].lower()
    rate = load_background().capital_rates.get(word, 1.0)
    return found[1] + (word if rate < _NAME_RATE else found[2])


def drop_idle_negations(tokens: Tokens, texts: Sequence[str], vocabulary: Vocabulary) -> Tokens:
    """Leave out "not" and "no" where they deny nothing."""
    asked = [vocabulary[word] for word in _NEGATIONS if word in vocabulary]
    at = np.flatnonzero(np.isin(tokens.word, asked))
    places = zip(tokens.text[at].tolist(), tokens.start[at].tolist(), strict=True)
    idle = [bool(_IDLE.match(texts[text], start)) for text, start in places]
    if not any(idle):
        return tokens
    kept = np.ones(len(tokens.word), bool)
    kept[at[idle]] = False
    return Tokens(tokens.word[kept], tokens.start[kept], tokens.end[kept], tokens.text[kept])
