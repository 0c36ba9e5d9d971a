"""The value for a number, amount, duration or date of a text."""

from __future__ import annotations

import attrs

from summarize.document import Span
from summarize.errors import InvalidValueError
from summarize.facts.units import QuantityKind

#: A number counts as a rounding of another when they differ by at most this share.
ROUNDING = 0.02


@attrs.frozen
class Quantity:
    """One quantity of a text.

    ``value`` is the number meant, scale words multiplied in ("1.2 million" is 1200000.0).
    ``unit`` depends on ``kind``: an ISO 4217 code for money, ``"%"`` or ``"point"`` for
    percent, a singular unit for duration and measure, the word counted (lower case) for
    number, the ISO 8601 form for date (``"2024-11-29"``, ``"2024-11"``, ``"2024"``,
    ``"--11-29"`` without a year), minutes since midnight for time, the score as written for
    score. ``bound`` is ``"about"``, ``"at least"``, ``"at most"`` or ``"exact"``.
    """

    span: Span
    value: float
    unit: str | None
    kind: QuantityKind
    bound: str = "exact"

    def matches(self, other: Quantity, *, rounding: float = ROUNDING) -> bool:
        """Tell whether both can mean the same quantity.

        Dates match when the parts that both give agree; other quantities when their kinds
        (a plain number fits any kind) and units do not clash and their values differ by at
        most ``rounding`` of the larger.
        """
        if not 0 <= rounding < 1:
            raise InvalidValueError(f"rounding must be in [0, 1), got {rounding}")
        if "date" in (self.kind, other.kind):
            return self.kind == other.kind and _dates_agree(self.unit or "", other.unit or "")
        if "number" not in (self.kind, other.kind) and (self.kind, self.unit) != (
            other.kind,
            other.unit,
        ):
            return False
        return abs(self.value - other.value) <= rounding * max(abs(self.value), abs(other.value))


def _dates_agree(one: str, other: str) -> bool:
    return all(
        x == y for x, y in zip(_date_parts(one), _date_parts(other), strict=False) if x and y
    )


def _date_parts(iso: str) -> list[str]:
    return ["", *iso[2:].split("-")] if iso[0] == "-" else iso.split("-")
