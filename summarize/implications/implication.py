"""What ``imply`` returns: a bullet with its proof."""

from __future__ import annotations

import attrs

from summarize.document import Span
from summarize.errors import InvalidValueError, shorten
from summarize.support.values import Evidence

KINDS = ("stated", "rule", "precedent")


@attrs.frozen
class Implication:
    """One bullet and everything needed to replay how it was found.

    ``kind`` is ``"stated"`` (the article projects this itself), ``"rule"`` or
    ``"precedent"``. ``premises`` are the sentences that the bullet rests on, the
    one that gave its words first; ``trigger`` covers the words in it that name the
    event. ``rule`` is the rule's id (empty if stated),
    ``hedge`` its wording of doubt and ``level`` how firm that is, 1 to 3.
    ``consequence`` is the consequence class. ``score`` in [0, 1] orders bullets;
    ``parts`` are its named parts. ``bank`` is the fingerprint of the bank and
    ``article`` that of the article; ``counts`` say how many archive articles
    and briefs a precedent was seen in.
    """

    text: str
    kind: str = attrs.field(validator=attrs.validators.in_(KINDS))
    premises: tuple[Evidence, ...]
    trigger: Span
    rule: str
    hedge: str
    level: int
    consequence: str
    score: float
    parts: tuple[tuple[str, float], ...]
    bank: str
    article: str
    counts: tuple[tuple[str, int], ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.premises:
            raise InvalidValueError(f"an implication needs premises, {shorten(self.text)} has none")
        if not 0.0 <= self.score <= 1.0:
            raise InvalidValueError(f"score must be in [0, 1], got {self.score!r}")


@attrs.frozen
class Verification:
    """Whether a proof replays; ``reason`` says why not, empty if it does."""

    valid: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.valid
