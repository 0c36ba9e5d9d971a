"""What a support check returns: verdicts with their evidence and what is missing."""

from __future__ import annotations

from enum import StrEnum

import attrs

from summarize.document import Span
from summarize.errors import InvalidValueError


class Verdict(StrEnum):
    """What the article says about a statement."""

    SUPPORTED = "supported"
    PARTIAL = "partial"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    VACUOUS = "vacuous"
    ABSTAIN = "abstain"


def _check_unit(instance: object, attribute: attrs.Attribute[float], value: float) -> None:
    if not 0.0 <= value <= 1.0:
        raise InvalidValueError(f"{attribute.name} must be in [0, 1], got {value!r}")


@attrs.frozen
class Evidence:
    """One sentence of the article that bears on a statement.

    ``index`` is the sentence's index in its document, ``span`` its place there,
    ``text`` the slice. ``score`` is comparable within one statement only: higher
    is better, no fixed range. ``covered`` are the words of the statement that the
    sentence also has, as spans into the statement. ``article`` is the position
    of the document when several were given, else 0.
    """

    index: int
    span: Span
    text: str
    score: float
    covered: tuple[Span, ...] = ()
    article: int = 0


@attrs.frozen
class Missing:
    """A word of the statement that the article does not have.

    ``kind`` is ``"name"``, ``"number"`` or ``"term"``; ``span`` is its place in
    the statement.
    """

    kind: str = attrs.field(validator=attrs.validators.in_(("name", "number", "term")))
    text: str
    span: Span


@attrs.frozen
class Check:
    """Whether the article says so, why, and where.

    ``probability`` estimates how likely the whole statement, projections
    included, is supported, in [0, 1]; ``overall`` is the same for the weakest
    sentence of its premises, given its evidence.
    ``premises`` and ``consequents`` are the factual and the projecting parts of
    the statement, as spans into it: the verdict is about the premises.
    ``evidence`` is best first, ``missing`` in text order. SUPPORTED and
    CONTRADICTED always carry evidence. ``calibrated`` tells whether thresholds
    fitted on labelled data decided (see ``Checker.calibrate``).
    """

    statement: str
    verdict: Verdict
    probability: float = attrs.field(validator=_check_unit)
    evidence: tuple[Evidence, ...]
    missing: tuple[Missing, ...]
    reason: str
    premises: tuple[Span, ...]
    consequents: tuple[Span, ...]
    overall: float = attrs.field(validator=_check_unit)
    calibrated: bool = False

    def __attrs_post_init__(self) -> None:
        if self.verdict in _NEED_EVIDENCE and not self.evidence:
            raise InvalidValueError(f"a {self.verdict} check needs evidence, got none")


_NEED_EVIDENCE = frozenset({Verdict.SUPPORTED, Verdict.CONTRADICTED})
