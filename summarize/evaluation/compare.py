"""Compare two texts, usually a generated brief and one that a person wrote.

``compare`` answers three questions: how many words do they share (ROUGE), how alike are
they as a whole (TF-IDF), and, sentence by sentence and both ways, what does one say that
the other covers or misses.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from summarize.document import Document, Span, as_document
from summarize.errors import InvalidTypeError, InvalidValueError, shorten
from summarize.evaluation.overlap import ROUGE, Overlap, rouge
from summarize.evaluation.similarity import Alignment, align

# One highlight in forty scores this against another story, nine in ten against their own
# (CNN highlights; benchmarks/evaluation/covered.py prints the shares).
COVERED = 0.2

Comparable = str | Document | Sequence[str]


@attrs.frozen
class Match:
    """A sentence, and the sentence of the other text that is most like it.

    ``index`` and ``span`` place the sentence in its own text (for a sequence of bullets:
    the bullet's number, and its span in the bullets joined by newlines). ``best`` is the
    other sentence's index, None where no word is shared. ``score`` is their TF-IDF cosine,
    0 to 1. ``shared`` are the content words both have (as stems),
    ``missing`` those of this sentence that its best match lacks, both in the sentence's order.
    """

    index: int
    span: Span
    text: str
    best: int | None
    best_text: str | None
    score: float
    shared: tuple[str, ...]
    missing: tuple[str, ...]


@attrs.frozen
class Comparison:
    """What a candidate and a reference have in common, and what each has alone.

    ``rouge`` holds the ROUGE figures asked for; ``similarity`` is the TF-IDF cosine of the
    two texts, 0 to 1. ``candidate`` and ``reference`` align each side's sentences, in
    their order, with the other side's. A sentence is covered if its match scores at least
    ``threshold``.
    """

    rouge: tuple[Overlap, ...]
    similarity: float
    threshold: float
    candidate: tuple[Match, ...]
    reference: tuple[Match, ...]

    @property
    def covered(self) -> tuple[Match, ...]:
        """The reference's sentences that the candidate covers."""
        return tuple(m for m in self.reference if m.score >= self.threshold)

    @property
    def missing(self) -> tuple[Match, ...]:
        """The reference's sentences that the candidate does not cover."""
        return tuple(m for m in self.reference if m.score < self.threshold)

    @property
    def grounded(self) -> tuple[Match, ...]:
        """The candidate's sentences that the reference covers."""
        return tuple(m for m in self.candidate if m.score >= self.threshold)

    @property
    def added(self) -> tuple[Match, ...]:
        """The candidate's sentences that the reference does not cover."""
        return tuple(m for m in self.candidate if m.score < self.threshold)


def compare(
    candidate: Comparable,
    reference: Comparable,
    *,
    metrics: Sequence[str] = ROUGE,
    threshold: float = COVERED,
    language: str = "en",
) -> Comparison:
    """Compare ``candidate`` with ``reference``: texts, documents, or sequences of bullets.

    ``metrics`` are the ROUGE figures wanted, of "rouge1", "rouge2", "rougeL"; an empty
    sequence skips ROUGE and its slow import. ``threshold`` (0 to 1) is the TF-IDF cosine
    from which a sentence counts as covered.

    Similarities are cosines of stems weighted by term count times smoothed IDF over the
    sentences of both texts. Cost is linear for the alignment of short texts and at most
    the product of the two numbers of sentences; for ROUGE see
    :func:`summarize.evaluation.rouge`. An empty side gives zeros and no matches. Raises
    :class:`InvalidTypeError` for other types, :class:`InvalidValueError` for a threshold
    outside 0 to 1, :class:`UnknownNameError` for an unknown metric or language.
    """
    if not 0 <= threshold <= 1:
        raise InvalidValueError(f"threshold must be between 0 and 1, got {threshold!r}")
    left, right = _sentences(candidate, language), _sentences(reference, language)
    alignment = align([s[1] for s in left], [s[1] for s in right], language=language)
    return Comparison(
        rouge=rouge(_joined(left), _joined(right), metrics=metrics),
        similarity=alignment.similarity,
        threshold=threshold,
        candidate=_matches(left, right, alignment.forward),
        reference=_matches(right, left, alignment.backward),
    )


_Placed = tuple[Span, str]


def _sentences(side: Comparable, language: str) -> list[_Placed]:
    if isinstance(side, str | Document):
        return [(s.span, s.text) for s in as_document(side, language=language).sentences]
    if not isinstance(side, Sequence) or not all(isinstance(item, str) for item in side):
        raise InvalidTypeError(
            "compare takes a str, a Document or a sequence of str, "
            f"got {type(side).__name__} {shorten(side)}"
        )
    placed, start = [], 0
    for item in side:
        placed.append((Span(start, start + len(item)), item))
        start += len(item) + 1
    return placed


def _joined(side: list[_Placed]) -> str:
    return "\n".join(text for _, text in side)


def _matches(
    side: list[_Placed], other: list[_Placed], aligned: Sequence[Alignment]
) -> tuple[Match, ...]:
    return tuple(
        Match(
            index=index,
            span=span,
            text=text,
            best=found.best,
            best_text=None if found.best is None else other[found.best][1],
            score=found.score,
            shared=found.shared,
            missing=found.missing,
        )
        for index, ((span, text), found) in enumerate(zip(side, aligned, strict=True))
    )
