"""How much a summary may hold."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from numbers import Integral, Real
from typing import Any

import attrs
import numpy as np

from summarize.errors import InvalidTypeError, InvalidValueError, shorten
from summarize.segments import Floats, Integers

#: Sentences in a summary when no budget is given: the length of a news brief.
DEFAULT_SENTENCES = 3


def _check_count(_budget: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise InvalidTypeError(
            f"{attribute.name} must be a whole number or None, got {shorten(value)}"
        )
    if value < 0:
        raise InvalidValueError(f"{attribute.name} must not be negative, got {value}")


def require_share(name: str, value: Any) -> None:
    """Raise unless ``value`` is a number from 0 to 1."""
    if not isinstance(value, Real):
        raise InvalidTypeError(f"{name} must be a number, got {shorten(value)}")
    if not 0 <= float(value) <= 1:
        raise InvalidValueError(f"{name} must lie between 0 and 1, got {value!r}")


def _check_ratio(_budget: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    if value is not None:
        require_share(attribute.name, value)


@attrs.frozen
class Budget:
    """Limits that a summary keeps, all of them; ``None`` is no limit.

    ``sentences``: at most so many. ``words``: white-space separated words.
    ``characters``: code points of the summary's text, spaces between sentences
    included. ``ratio``: the share of the document's sentences, rounded up.
    ``limit``: at most so much by ``length``, the caller's own function from a
    sentence's text to a number, added up. With no limit at all: three sentences.
    """

    sentences: int | None = attrs.field(default=None, validator=_check_count)
    words: int | None = attrs.field(default=None, validator=_check_count)
    characters: int | None = attrs.field(default=None, validator=_check_count)
    ratio: float | None = attrs.field(default=None, validator=_check_ratio)
    limit: float | None = None
    length: Callable[[str], float] | None = None

    def __attrs_post_init__(self) -> None:
        """Check that ``limit`` and ``length`` come together."""
        if (self.limit is None) != (self.length is None):
            raise InvalidValueError(
                f"limit and length go together, got limit={self.limit!r}, length={self.length!r}"
            )

    def price(self, texts: Sequence[str], sizes: Integers) -> tuple[Floats, Floats]:
        """Return what every sentence costs and what every document may spend.

        Shapes (n_limits, n_sentences) and (n_limits, n_documents). ``sizes`` are the
        documents' numbers of sentences, ``texts`` all sentences of the batch (read
        only for limits that measure the text).
        """
        one, every = np.ones(int(sizes.sum())), np.ones(len(sizes))
        rows: list[tuple[Floats, Floats]] = []
        default = attrs.astuple(self) == (None,) * 6
        if self.sentences is not None or default:
            count = DEFAULT_SENTENCES if default else self.sentences
            rows.append((one, every * float(count or 0)))
        if self.ratio is not None:
            # Without the small term, ceil(0.1 * 30) would be 4 (0.1 * 30 > 3 in floating point).
            rows.append((one, np.array([math.ceil(self.ratio * n - 1e-9) for n in sizes.tolist()])))
        if self.words is not None:
            rows.append((_measure(texts, lambda t: len(t.split())), every * self.words))
        if self.characters is not None:
            rows.append((_measure(texts, lambda t: len(t) + 1), every * (self.characters + 1)))
        if self.length is not None and self.limit is not None:
            rows.append((_measure(texts, self.length), every * self.limit))
        costs, limits = zip(*rows, strict=True)
        return np.array(costs, np.float64), np.array(limits, np.float64)


def _measure(texts: Sequence[str], length: Callable[[str], float]) -> Floats:
    return np.fromiter((length(text) for text in texts), np.float64, len(texts))
