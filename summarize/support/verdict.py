"""From measures to a verdict with its reason in plain words."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
import numpy as np

from summarize.support.index import Bools, Floats, Ints
from summarize.support.values import Missing, Verdict

#: A contradiction needs this share of the statement's weight in the evidence.
_CLOSE = 0.75
#: Below this share in one sentence, what is found of a statement is no part of it that holds.
_PART = 0.5
#: A premise that only names an event ("the ongoing conflict in Ruritania may ...") holds from
#: this share on: it asserts no more than that its few words belong together.
_NAMED = 0.85
_FEW = 3
VERDICTS = tuple(Verdict)
#: Verdicts in arrays are numbers: places in :data:`VERDICTS`.
NUMBERS = {verdict: number for number, verdict in enumerate(VERDICTS)}


@attrs.frozen(eq=False)
class Findings:
    """What was found for the sentences ("units") of a batch's statements, one entry a unit.

    ``supported`` is the probability given the evidence alone; ``covered`` the weighted
    share of its words there, related words included, ``together`` by its best sentence;
    ``lacking`` that the article lacks a name or number of it, ``gap`` that the evidence does;
    ``shift`` that one of the two denies what the other asserts, or says its opposite; ``copied``
    that the evidence has it word for word; ``changed`` that it all but copies a sentence, with
    something put differently; ``named`` that it is cut off before a projection; ``words`` its
    number of content words.
    """

    supported: Floats
    covered: Floats
    together: Floats
    lacking: Bools
    gap: Bools
    shift: Bools
    copied: Bools
    changed: Bools
    named: Bools
    words: Ints


def judge_units(found: Findings, accept: float) -> Ints:
    """Return the verdict on every unit, as its number; the first rule that applies decides."""
    mentioned = found.named & (found.words <= _FEW) & (found.covered >= _NAMED)
    close = found.covered >= _CLOSE
    flawed = found.lacking | found.gap | found.shift
    rules = (
        (found.copied & ~found.lacking, Verdict.SUPPORTED),
        (found.shift & close, Verdict.CONTRADICTED),
        (flawed & close & ~found.shift, Verdict.PARTIAL),
        (flawed, Verdict.UNSUPPORTED),
        (mentioned | ((found.supported >= accept) & ~found.changed), Verdict.SUPPORTED),
        (found.together >= _PART, Verdict.PARTIAL),
    )
    numbers = [NUMBERS[verdict] for _, verdict in rules]
    return np.select([holds for holds, _ in rules], numbers, NUMBERS[Verdict.UNSUPPORTED])


def join_verdicts(verdicts: Ints, starts: Ints) -> Ints:
    """Return the verdicts on statements from those on their sentences, ``starts`` on."""
    least, most = (reduce.reduceat(verdicts, starts) for reduce in (np.minimum, np.maximum))
    opposed = np.logical_or.reduceat(verdicts == NUMBERS[Verdict.CONTRADICTED], starts)
    joined = np.where(least == most, least, NUMBERS[Verdict.PARTIAL])
    return np.where(opposed, NUMBERS[Verdict.CONTRADICTED], joined)


def explain(verdict: Verdict, missing: Sequence[Missing]) -> str:
    """Say in plain words why."""
    if verdict is Verdict.VACUOUS:
        return "The statement makes no claim that can be checked"
    if verdict is Verdict.CONTRADICTED:
        return "The article says the opposite: one denies or reverses what the other says"
    hard = [item.text for item in missing if item.kind != "term"]
    terms = [item.text for item in missing if item.kind == "term"]
    if hard:
        return f"{_list(hard)} {'does' if len(hard) == 1 else 'do'} not appear in the article"
    if verdict is Verdict.SUPPORTED:
        return "The evidence says so"
    if terms:
        return f"Nothing in the evidence says {_list([f'“{t}”' for t in terms])}"
    if verdict is Verdict.PARTIAL:
        return "The article has the words, but no sentence brings them together"
    return "No sentence of the article says so"


def _list(items: Sequence[str]) -> str:
    shown = list(dict.fromkeys(items))
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]
