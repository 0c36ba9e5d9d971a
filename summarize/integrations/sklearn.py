"""scikit-learn: sentence scores and summaries as transformers of texts.

Needs the extra ``sklearn``. A sample is a text: ``X`` is a sequence of str, a series, or
one column of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from inspect import signature
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from summarize.errors import (
    InvalidTypeError,
    InvalidValueError,
    MissingExtraError,
    SummarizeError,
    shorten,
)
from summarize.evaluation.overlap import rouge
from summarize.features import read_features
from summarize.scoring import SCORERS, Background, Scorer, score_features
from summarize.segments import Floats
from summarize.streaming import DEFAULT_BATCH_SIZE, Failure, summarize_many
from summarize.summary import DEFAULT_DIVERSITY

try:
    from sklearn.base import BaseEstimator, TransformerMixin
    from sklearn.utils.validation import check_is_fitted
except ImportError as error:
    raise MissingExtraError(
        "scikit-learn is not installed; install it with: pip install 'summarize[sklearn]'"
    ) from error

Objects = NDArray[np.object_]


class _TextTransformer(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """What both estimators share: texts in, background document frequencies learnt."""

    method: str | Scorer
    language: str
    background: bool
    options: dict[str, Any] | None
    background_: Background

    def fit(self, X: Any, y: object = None) -> Self:  # noqa: N803
        """Count in how many of the texts every stem occurs; ``y`` is not used.

        Raises :class:`InvalidTypeError` for samples that are not str,
        :class:`InvalidValueError` for no samples or several columns, and what
        :func:`summarize.summarize` raises for its arguments.
        """
        self.background_ = self._count(self._read_texts(X, reset=True))
        return self

    def partial_fit(self, X: Any, y: object = None) -> Self:  # noqa: N803
        """Add the counts of more texts; the order and the parts make no difference."""
        before: Background | None = getattr(self, "background_", None)
        counts = self._count(self._read_texts(X, reset=before is None))
        self.background_ = counts if before is None else before.merge(counts)
        return self

    def _count(self, texts: list[str]) -> Background:
        summarize_many([], **self._arguments(Background.empty(self.language)))
        return Background.fit(texts, language=self.language)

    def _read_texts(self, values: Any, *, reset: bool = False) -> list[str]:
        """Return the samples as a list of str; ``reset`` when they come first."""
        return read_texts(values)

    def _arguments(self, background: Background) -> dict[str, Any]:
        """Return method, language and options, with the background if the method has a use."""
        scorer = SCORERS.get(self.method) if isinstance(self.method, str) else self.method
        options = dict(self.options or {})
        if self.background and callable(scorer) and "idf" in signature(scorer).parameters:
            options.setdefault("idf", background)
        return {"method": self.method, "language": self.language} | options

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.one_d_array = True
        tags.input_tags.string = True
        return tags


class SentenceScorer(_TextTransformer):
    """Texts to the scores of their sentences.

    ``method`` and ``options`` are those of :func:`summarize.score`. With ``background``,
    methods that weigh terms take their IDF from the texts seen by ``fit``
    (``background_``) instead of from each text alone.
    """

    def __init__(
        self,
        method: str | Scorer = "lexrank",
        *,
        language: str = "en",
        background: bool = True,
        options: dict[str, Any] | None = None,
    ) -> None:
        self.method = method
        self.language = language
        self.background = background
        self.options = options

    def transform(self, X: Any) -> Objects:  # noqa: N803
        """Return one float64 array for each text, with a score for every sentence."""
        check_is_fitted(self)
        rows = list(self._score(self._read_texts(X)))
        result = np.empty(len(rows), object)
        result[:] = rows
        return result

    def get_feature_names_out(self, input_features: object = None) -> Objects:
        """Return the name of the one column."""
        return np.array(["scores"], object)

    def _score(self, texts: list[str]) -> Iterator[Floats]:
        arguments = self._arguments(self.background_)
        language, method = arguments.pop("language"), arguments.pop("method")
        for start in range(0, len(texts), DEFAULT_BATCH_SIZE):
            features = read_features(texts[start : start + DEFAULT_BATCH_SIZE], language=language)
            scores = score_features(features, method, **arguments)
            yield from np.split(scores, features.sentence_offsets[1:-1])


class ExtractiveSummarizer(_TextTransformer):
    """Texts to summaries made of their own sentences.

    All parameters but ``background`` and ``options`` (the method's own) are those of
    :func:`summarize.summarize`. With ``background``, methods that weigh terms take
    their IDF from the texts seen by ``fit`` (``background_``) instead of from each
    text alone.
    """

    def __init__(
        self,
        method: str | Scorer = "auto",
        *,
        sentences: int | None = None,
        words: int | None = None,
        characters: int | None = None,
        ratio: float | None = None,
        diversity: float = DEFAULT_DIVERSITY,
        language: str = "en",
        background: bool = True,
        options: dict[str, Any] | None = None,
    ) -> None:
        self.method = method
        self.sentences = sentences
        self.words = words
        self.characters = characters
        self.ratio = ratio
        self.diversity = diversity
        self.language = language
        self.background = background
        self.options = options

    def transform(self, X: Any) -> Objects:  # noqa: N803
        """Return the summary of every text, an array of str, shape (n_samples,)."""
        check_is_fitted(self)
        texts = []
        for result in summarize_many(self._read_texts(X), **self._arguments(self.background_)):
            if isinstance(result, Failure):
                raise SummarizeError(f"text {result.index}: {result.error_type}: {result.reason}")
            texts.append(result.text)
        return np.array(texts, object)

    def score(self, X: Any, y: Any) -> float:  # noqa: N803
        """Return the mean ROUGE-2 F1 of the summaries with the references ``y``, 0 to 1."""
        pairs = zip(self.transform(X), read_texts(y), strict=True)
        figures = (rouge(ours, theirs, metrics=["rouge2"])[0].f1 for ours, theirs in pairs)
        return float(np.mean(list(figures)))

    def get_feature_names_out(self, input_features: object = None) -> Objects:
        """Return the name of the one column."""
        return np.array(["summary"], object)

    def _arguments(self, background: Background) -> dict[str, Any]:
        own = ("sentences", "words", "characters", "ratio", "diversity")
        return super()._arguments(background) | {name: getattr(self, name) for name in own}


def read_texts(values: Any) -> list[str]:
    """Return the samples as a list of str."""
    if isinstance(values, str) or not hasattr(values, "__len__"):
        raise InvalidTypeError(f"expected a sequence of texts, got {shorten(values)}")
    column = values if isinstance(values, list | tuple) else np.asarray(values, object)
    if isinstance(column, np.ndarray) and column.ndim != 1:
        if column.ndim != 2 or column.shape[1] != 1:
            raise InvalidValueError(f"expected one column of texts, got shape {column.shape}")
        column = column[:, 0]
    texts = list(column)
    if not texts:
        raise InvalidValueError("expected at least one text, got none")
    for index, text in enumerate(texts):
        if not isinstance(text, str):
            raise InvalidTypeError(
                f"expected texts, got {type(text).__name__} {shorten(text)} as sample {index}"
            )
    return texts
