"""ROUGE by the rouge-score package, with words that keep accents and every script.

That package's own tokenizer keeps ``a-z0-9`` only: it drops Arabic altogether and cuts
"café" in two. On ASCII text the words, and so the figures, are the same.

C.-Y. Lin (2004), ROUGE: A Package for Automatic Evaluation of Summaries.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import attrs

from summarize.errors import InvalidValueError, UnknownNameError

ROUGE = ("rouge1", "rouge2", "rougeL")

# ROUGE-L fills a table of one cell for every pair of words, in Python: 25 million cells
# take about 5 s and 350 MB.
LARGEST_TABLE = 25_000_000

_ONE_WORD_EACH = ("CJK UNIFIED", "HIRAGANA", "KATAKANA")


@attrs.frozen
class Overlap:
    """One ROUGE figure: shares, each between 0 and 1, of the units two texts have in common.

    ``precision`` is the share of the candidate's units, ``recall`` of the reference's,
    ``f1`` their harmonic mean. ``name`` is "rouge1" (words), "rouge2" (word pairs) or
    "rougeL" (longest common subsequence of words).
    """

    name: str
    precision: float
    recall: float
    f1: float


def words(text: str) -> list[str]:
    """Return the words of ``text``, folded to lower case.

    A word is a run of letters, digits and combining marks of any script, composed (NFC);
    a Chinese or Japanese character is a word by itself. Cost is linear.
    """
    folded = unicodedata.normalize("NFC", text.casefold())
    table = {ord(c): _replacement(c) for c in set(folded) if not (c.isascii() and c.isalnum())}
    return folded.translate(table).split()


def rouge(candidate: str, reference: str, *, metrics: Sequence[str] = ROUGE) -> tuple[Overlap, ...]:
    """Return the ROUGE figures of ``candidate`` against ``reference``, in the order asked for.

    ROUGE-1 and ROUGE-2 cost linear time, ROUGE-L the product of the two word counts. The
    first call imports the rouge-score package (about a second). Raises
    :class:`UnknownNameError` for a metric other than "rouge1", "rouge2", "rougeL", and
    :class:`InvalidValueError` if ROUGE-L's table would have more than ``LARGEST_TABLE`` cells.
    """
    for name in metrics:
        if name not in ROUGE:
            raise UnknownNameError(f"unknown ROUGE metric {name!r}; choose from {', '.join(ROUGE)}")
    if not metrics:
        return ()
    from rouge_score.rouge_scorer import RougeScorer

    tokenizer = _Words()
    if "rougeL" in metrics:
        _check_table(tokenizer.tokenize(candidate), tokenizer.tokenize(reference))
    scores = RougeScorer(list(metrics), tokenizer=tokenizer).score(reference, candidate)
    return tuple(
        Overlap(name, float(s.precision), float(s.recall), float(s.fmeasure))
        for name, s in ((name, scores[name]) for name in metrics)
    )


class _Words:
    """The tokenizer object that rouge-score asks for."""

    def tokenize(self, text: str) -> list[str]:
        """Return the words of ``text``."""
        return words(text)


def _replacement(character: str) -> str:
    if not (character.isalnum() or unicodedata.category(character).startswith("M")):
        return " "
    if unicodedata.name(character, "").startswith(_ONE_WORD_EACH):
        return f" {character} "
    return character


def _check_table(candidate: list[str], reference: list[str]) -> None:
    if len(candidate) * len(reference) > LARGEST_TABLE:
        raise InvalidValueError(
            f"ROUGE-L of {len(candidate):,} words against {len(reference):,} needs more than "
            f"{LARGEST_TABLE:,} cells; compare shorter texts or ask for rouge1 and rouge2 only"
        )
