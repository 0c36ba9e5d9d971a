"""Does the article say so? Checks of statements against their article, with evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice, pairwise, repeat

import attrs
import numpy as np

from summarize.document import Document, as_document
from summarize.errors import InvalidTypeError, InvalidValueError, shorten
from summarize.support.calibration import Calibration, calibrate
from summarize.support.engine import Articles, Batch, Case, read_case, run, whole_case
from summarize.support.findings import HELD, Builder, find_missing, find_units, rank_chosen
from summarize.support.index import Floats
from summarize.support.model import Model, default_model
from summarize.support.ranking import score_cells
from summarize.support.values import Check, Evidence, Verdict
from summarize.support.verdict import (
    NUMBERS,
    VERDICTS,
    Findings,
    explain,
    join_verdicts,
    judge_units,
)

Article = str | Document | Sequence[str | Document]


@attrs.frozen(eq=False)
class Checker:
    """Checks statements with one model.

    ``calibration`` (see :meth:`calibrate`) holds the least probability that counts as
    SUPPORTED; what the model alone would support below it comes out as ABSTAIN.
    """

    model: Model = attrs.field(factory=default_model)
    calibration: Calibration | None = None

    @classmethod
    def default(cls) -> Checker:
        """Return the checker with the shipped model; the same object every time."""
        return _default_checker()

    def check(
        self, article: Article, statements: Sequence[str], *, language: str = "en"
    ) -> tuple[Check, ...]:
        """Check every statement against ``article``; see :func:`check`."""
        return self.check_batch([(article, statements)], language=language)[0]

    def check_batch(
        self, pairs: Sequence[tuple[Article, Sequence[str]]], *, language: str = "en"
    ) -> list[tuple[Check, ...]]:
        """Check statements against many articles at once; one tuple of checks a pair."""
        reader = _Reader(language)
        counts = []
        cases: list[Case] = []
        for article, statements in pairs:
            articles = reader.read(article)
            texts = _read_statements(statements)
            counts.append(len(texts))
            cases += [read_case(articles, text) for text in texts]
        checks = self._check_cases(cases)
        return [tuple(islice(checks, count)) for count in counts]

    def score_batch(
        self, pairs: Sequence[tuple[Article, str]], *, language: str = "en"
    ) -> tuple[float, ...]:
        """Return the probability of support of every (article, statement), in [0, 1]."""
        reader = _Reader(language)
        cases = [read_case(reader.read(article), text) for article, text in pairs]
        usable = [_usable(case) for case in cases]
        scores = iter(
            value
            for batch in run([c for c, good in zip(cases, usable, strict=True) if good])
            for value in self._score(batch).tolist()
        )
        return tuple(next(scores) if good else 0.0 for good in usable)

    def evidence(
        self, article: Article, statement: str, *, k: int = 5, language: str = "en"
    ) -> tuple[Evidence, ...]:
        """Rank the article's sentences for ``statement``; see :func:`evidence`."""
        if k < 1:
            raise InvalidValueError(f"k must be at least 1, got {k!r}")
        case = whole_case(_Reader(language).read(article), statement)
        if not _usable(case):
            return ()
        (batch,) = run([case])
        scores = score_cells(batch.matched, self.model.ranking)
        order = np.argsort(-scores, kind="stable")
        # The one unit's cells are the sentences.
        held = batch.matched.sentence[batch.matched.value >= HELD]
        best = order[np.isin(order, held)][:k]
        return tuple(Builder(batch).build_evidence(np.zeros_like(best), best, scores[best]))

    def calibrate(
        self,
        labelled: Iterable[tuple[str | Document, str, bool]],
        *,
        precision: float = 0.9,
        confidence: float = 0.9,
    ) -> Checker:
        """Return a checker whose SUPPORTED holds ``precision`` with ``confidence``.

        ``labelled`` are (article, statement, supported); see
        :func:`summarize.support.calibration.calibrate`.
        """
        return calibrate(self, labelled, precision=precision, confidence=confidence)

    def _check_cases(self, cases: Sequence[Case]) -> Iterator[Check]:
        usable = [_usable(case) for case in cases]
        batches = run([c for c, good in zip(cases, usable, strict=True) if good])
        found = chain.from_iterable(map(self._build, batches))
        for case, good in zip(cases, usable, strict=True):
            yield next(found) if good else _empty_check(case)

    def _score(self, batch: Batch) -> Floats:
        return self.model.article.assess(batch.article.names, batch.article.features)[0]

    def _build(self, batch: Batch) -> Iterable[Check]:
        missed = find_missing(batch)
        found = find_units(self.model, batch, missed)
        probability = self._score(batch)
        verdicts = self._judge(batch, found, probability)
        builder = Builder(batch)
        missing = builder.build_missing(missed)
        statements = [case.statement for case in batch.cases]
        return map(
            Check,
            [statement.text for statement in statements],
            verdicts,
            probability.tolist(),
            self._build_evidence(batch, builder, verdicts),
            missing,
            map(explain, verdicts, missing),
            [statement.premises for statement in statements],
            [statement.consequents for statement in statements],
            np.minimum.reduceat(found.supported, batch.starts).tolist(),
            repeat(self.calibration is not None),
        )

    def _judge(self, batch: Batch, found: Findings, probability: Floats) -> list[Verdict]:
        verdicts = join_verdicts(judge_units(found, self.model.accept), batch.starts)
        statements = [case.statement for case in batch.cases]
        empty = np.add.reduceat(found.words, batch.starts) == 0
        verdicts[empty | [statement.vacuous for statement in statements]] = NUMBERS[Verdict.VACUOUS]
        verdicts[[statement.question for statement in statements]] = NUMBERS[Verdict.ABSTAIN]
        if self.calibration is not None:
            threshold = self.calibration.threshold
            accepted = probability >= (np.inf if threshold is None else threshold)
            unsure = (verdicts == NUMBERS[Verdict.SUPPORTED]) & ~accepted
            verdicts[unsure] = NUMBERS[Verdict.ABSTAIN]
        return [VERDICTS[number] for number in verdicts.tolist()]

    def _build_evidence(
        self, batch: Batch, builder: Builder, verdicts: Sequence[Verdict]
    ) -> Iterator[tuple[Evidence, ...]]:
        cells = batch.chosen.find(batch.matched)
        scores = score_cells(batch.matched, self.model.ranking, cells)
        chosen = rank_chosen(batch, batch.chosen, scores)
        evidence = builder.build_evidence(*chosen)
        pieces = np.searchsorted(chosen[0], np.arange(len(batch.cases) + 1)).tolist()
        for verdict, (low, high) in zip(verdicts, pairwise(pieces), strict=True):
            yield () if verdict is Verdict.VACUOUS else tuple(evidence[low:high])


@cache
def _default_checker() -> Checker:
    return Checker()


def check(
    article: Article, statements: Sequence[str], *, language: str = "en"
) -> tuple[Check, ...]:
    """Check whether ``article`` says what each statement says.

    ``article`` is a text, a :class:`Document`, or a sequence of them that are read as one
    source. Returns one :class:`Check` a statement, in order. Cost is linear in the article's
    length; many statements against one article share the reading of it. Raises
    :class:`InvalidTypeError` for anything but texts.
    """
    return Checker.default().check(article, statements, language=language)


def evidence(
    article: Article, statement: str, *, k: int = 5, language: str = "en"
) -> tuple[Evidence, ...]:
    """Return the ``k`` sentences that bear most on ``statement``, best first.

    Sentences that share no content word with it are left out. Raises
    :class:`InvalidValueError` for ``k < 1``.
    """
    return Checker.default().evidence(article, statement, k=k, language=language)


@attrs.define
class _Reader:
    """Reads each distinct article once."""

    language: str
    seen: dict[str, Document] = attrs.field(factory=dict)

    def read(self, article: Article) -> Articles:
        if isinstance(article, str | Document):
            return (self._document(article),)
        if not isinstance(article, Sequence):
            raise InvalidTypeError(
                f"article must be a str, a Document or a sequence of them, got "
                f"{type(article).__name__} {shorten(article)}"
            )
        return tuple(self._document(part) for part in article)

    def _document(self, text: str | Document) -> Document:
        if not isinstance(text, str):
            return as_document(text, language=self.language)
        if text not in self.seen:
            self.seen[text] = as_document(text, language=self.language)
        return self.seen[text]


def _read_statements(statements: Sequence[str]) -> list[str]:
    if isinstance(statements, str):
        raise InvalidTypeError(
            f"statements must be a sequence of str, got the str {shorten(statements)}; "
            "wrap it in a list"
        )
    return list(statements)


def _usable(case: Case) -> bool:
    return any(document.sentences for document in case.articles)


def _empty_check(case: Case) -> Check:
    vacuous = case.statement.vacuous
    return Check(
        statement=case.statement.text,
        verdict=Verdict.VACUOUS if vacuous else Verdict.UNSUPPORTED,
        probability=0.0,
        evidence=(),
        missing=(),
        reason=explain(Verdict.VACUOUS, ()) if vacuous else "The article has no sentences",
        premises=case.statement.premises,
        consequents=case.statement.consequents,
        overall=0.0,
    )
