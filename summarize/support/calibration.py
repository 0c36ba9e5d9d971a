"""Fit the threshold from which SUPPORTED holds, with a stated precision and confidence.

Learn then Test (Angelopoulos et al., 2021, arXiv:2110.01052): thresholds are
tested in a fixed order, from the strictest down, against the hypothesis that
the accepted statements are less precise than asked; the last one that rejects
it, before the first that does not, is kept. Each test is a binomial tail whose
counts are divided by the design effect of the documents (Kish, 1965), because
statements about the same document err together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs
import numpy as np
from numpy.typing import NDArray

from summarize.document import Document
from summarize.errors import InvalidValueError, shorten

if TYPE_CHECKING:
    from summarize.support.check import Checker

#: Chains start at these shares of the statements and share the allowed failures between them
#: (the paper's multi-start variant): short starts serve sets whose precision falls fast, long
#: ones bear a few unlucky errors. Each test accepts :data:`_STEP` times what the one before did.
_STARTS = (0.1, 0.3)
_STEP = 1.2
#: The promise is about a new batch, twice as large as this one: its own sampling error adds half
#: of the fit's. Without it 12% of 200 resplits of SummEval break the promise, with it 7%.
_NEW_BATCH = 1.5

Floats = NDArray[np.float64]


@attrs.frozen
class Calibration:
    """What a threshold was fitted on, and what came out.

    ``threshold`` is the least probability that counts as SUPPORTED, or None when
    no threshold reached ``precision`` with ``confidence``: then nothing is
    accepted. ``accepted`` of the ``statements``, from ``documents`` different
    articles, pass it, ``observed`` of them rightly.
    """

    precision: float
    confidence: float
    threshold: float | None
    statements: int
    documents: int
    accepted: int
    observed: float | None

    @property
    def reached(self) -> bool:
        """Whether some threshold reached the requested precision."""
        return self.threshold is not None

    def describe(self) -> str:
        """Say in a sentence what is guaranteed, and on what that rests."""
        basis = f"{self.statements} labelled statements about {self.documents} documents"
        if self.threshold is None:
            return (
                f"No threshold reached precision {self.precision:g} with confidence "
                f"{self.confidence:g} on {basis}: the checker abstains from SUPPORTED everywhere."
            )
        return (
            f"From probability {self.threshold:.3f} on, SUPPORTED is right at least "
            f"{self.precision:.0%} of the time with confidence {self.confidence:g}, judged on "
            f"{basis} ({self.accepted} accepted, {self.observed:.0%} of them rightly), for "
            "articles and statements like these."
        )


def calibrate(
    checker: Checker,
    labelled: Iterable[tuple[str | Document, str, bool]],
    *,
    precision: float = 0.9,
    confidence: float = 0.9,
) -> Checker:
    """Return ``checker`` with a threshold fitted on labelled pairs.

    ``labelled`` holds (article, statement, supported); pairs with the same article
    text are one group. The guarantee is for a new batch of as many documents drawn
    like these: of its statements called SUPPORTED at least ``precision`` are, with
    ``confidence``. When no threshold reaches it, the result abstains everywhere
    and its ``calibration`` says so. Cost is that of scoring the pairs. Raises
    :class:`InvalidValueError` for figures outside (0, 1) or no pairs.
    """
    rows = list(labelled)
    if not rows:
        raise InvalidValueError("calibration needs labelled statements, got none")
    scores = checker.score_batch([(article, statement) for article, statement, _ in rows])
    texts = [a.text if isinstance(a, Document) else a for a, _, _ in rows]
    fitted = fit_threshold(
        scores, [s for _, _, s in rows], texts, precision=precision, confidence=confidence
    )
    return attrs.evolve(checker, calibration=fitted)


def fit_threshold(
    scores: Sequence[float],
    labels: Sequence[bool],
    groups: Sequence[object],
    *,
    precision: float = 0.9,
    confidence: float = 0.9,
) -> Calibration:
    """Find the lowest score from which labels are true often enough; see :func:`calibrate`.

    The three sequences run in parallel; ``groups`` name the document of each
    score. Raises :class:`InvalidValueError` for unequal lengths, scores that
    aren't finite, or figures outside (0, 1).
    """
    for name, figure in (("precision", precision), ("confidence", confidence)):
        if not 0 < figure < 1:
            raise InvalidValueError(f"{name} must be in (0, 1), got {figure!r}; 0.9 is usual")
    values = np.asarray(scores, np.float64)
    wrong = 1.0 - np.asarray(labels, np.float64)
    if not len(values) == len(wrong) == len(groups):
        raise InvalidValueError(
            f"scores, labels and groups must be of one length, got {len(values)}, {len(wrong)} "
            f"and {len(groups)}"
        )
    if not np.isfinite(values).all():
        raise InvalidValueError(f"scores must be finite, got {shorten(scores)}")
    numbers = _number_groups(groups)
    found = [
        cut
        for start in _STARTS
        for cut in _run_chain(values, wrong, numbers, precision, confidence, start)
    ]
    threshold = min(found, default=None)
    passed = values >= (np.inf if threshold is None else threshold)
    return Calibration(
        precision,
        confidence,
        threshold,
        statements=len(values),
        documents=int(numbers.max(initial=-1)) + 1,
        accepted=int(passed.sum()),
        observed=None if threshold is None else 1 - float(wrong[passed].mean()),
    )


def _run_chain(
    values: Floats,
    wrong: Floats,
    groups: NDArray[np.int64],
    precision: float,
    confidence: float,
    start: float,
) -> list[float]:
    """Return the passing thresholds of one chain, in falling order, up to the first that fails."""
    kept: list[float] = []
    for cut in _candidates(values, precision, confidence, start):
        passed = values >= cut
        chance = _tail(wrong[passed], groups[passed], 1 - precision)
        if chance > (1 - confidence) / len(_STARTS):
            break
        kept.append(cut)
    return kept


def _number_groups(groups: Sequence[object]) -> NDArray[np.int64]:
    numbers: dict[object, int] = {}
    return np.array([numbers.setdefault(group, len(numbers)) for group in groups], np.int64)


def _candidates(values: Floats, precision: float, confidence: float, start: float) -> list[float]:
    """Thresholds in falling order, at accepted counts that grow by :data:`_STEP`.

    The first count is never one that could not pass without a single error.
    """
    fewest = int(np.ceil(_NEW_BATCH * np.log((1 - confidence) / len(_STARTS)) / np.log(precision)))
    count = float(max(fewest, start * len(values)))
    ordered = np.sort(values)[::-1]
    cuts: list[float] = []
    while count <= len(values):
        cut = float(ordered[int(count) - 1])
        if not cuts or cut < cuts[-1]:
            cuts.append(cut)
        count *= _STEP
    return cuts


def _tail(wrong: Floats, groups: NDArray[np.int64], risk: float) -> float:
    """Return the p-value of "the accepted err at a rate of ``risk`` or more"."""
    n, errors = len(wrong), float(wrong.sum())
    if errors >= risk * n:
        return 1.0
    effect = _NEW_BATCH * _design_effect(wrong, groups, risk)
    n_effective, errors_effective = n / effect, errors / effect
    from scipy.special import betainc  # half a second to import, for calibration alone

    # The binomial tail P(X <= errors), continued to counts that are no whole numbers.
    return float(betainc(n_effective - errors_effective, errors_effective + 1, 1 - risk))


def _design_effect(wrong: Floats, groups: NDArray[np.int64], rate: float) -> float:
    """Return how much more the errors vary than if statements erred independently, at least 1."""
    sizes = np.bincount(groups)
    errors = np.bincount(groups, weights=wrong)
    between = float(((errors - sizes * rate) ** 2).sum())
    return max(1.0, between / (len(wrong) * rate * (1 - rate)))
