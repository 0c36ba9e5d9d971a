"""From texts to extractive summaries, each pick with its place and its reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

import attrs
import numpy as np

from summarize.document import Document, Span, build_values
from summarize.errors import InvalidTypeError, shorten
from summarize.features import Features, read_features
from summarize.scoring import Scorer, score_features
from summarize.segments import Floats, Integers, first_maxima, join_ranges, segment_sum
from summarize.selection.budget import Budget, require_share
from summarize.selection.greedy import scale_scores, select
from summarize.selection.objectives import STRATEGIES, select_summary

#: Weight of dissimilarity to sentences already taken; flat between 0.2 and 0.4 on CNN articles.
DEFAULT_DIVERSITY = 0.3
#: Terms shown with every pick.
_REASONS = 3


@attrs.frozen
class Reason:
    """A term that ties a sentence to its document.

    ``weight`` is its share, in [0, 1], of the sentence's TF-IDF product with the
    whole document; ``span`` is the term's first place in the sentence.
    """

    term: str
    span: Span
    weight: float


@attrs.frozen
class Pick:
    """A sentence of a summary: its index in the document, place, text, score and reasons.

    ``score`` is the method's own score; its range is in the method's docstring.
    """

    index: int
    span: Span
    text: str
    score: float
    reasons: tuple[Reason, ...]


@attrs.frozen(slots=False)
class Summary:
    """An extractive summary; ``sentences`` are the picks in text order."""

    sentences: tuple[Pick, ...]
    method: str

    @cached_property
    def text(self) -> str:
        """The picked sentences, joined by spaces."""
        return " ".join(pick.text for pick in self.sentences)


def score(
    text: str | Document, *, method: str | Scorer = "auto", language: str = "en", **options: Any
) -> tuple[float, ...]:
    """Return one score a sentence, in text order.

    ``method`` is a name from ``summarize.scoring.SCORERS`` or a function from
    features to scores; ``options`` are the method's own. Raises
    :class:`UnknownNameError` for an unknown method, :class:`InvalidTypeError` for
    an unknown option. A text without sentences gives an empty tuple.
    """
    features = _read([text], language)
    return tuple(score_features(features, method, **options).tolist())


def summarize(
    text: str | Document,
    *,
    method: str | Scorer = "auto",
    sentences: int | None = None,
    words: int | None = None,
    characters: int | None = None,
    ratio: float | None = None,
    limit: float | None = None,
    length: Callable[[str], float] | None = None,
    query: str | None = None,
    diversity: float = DEFAULT_DIVERSITY,
    language: str = "en",
    **options: Any,
) -> Summary:
    """Summarise one text by its own sentences.

    The budgets (see :class:`Budget`) are never exceeded, so a summary can be empty
    when no sentence fits; without any, it has up to three sentences. ``query`` steers
    methods that take one; ``diversity`` in [0, 1] weighs novelty against score (MMR).
    ``language`` is an ISO 639 code; a :class:`Document`'s own counts before it. Raises
    children of :class:`SummarizeError` for arguments of the wrong type or value. Cost:
    about a millisecond a page, most of it fixed; see :func:`summarize_many`.
    """
    budget = Budget(sentences, words, characters, ratio, limit, length)
    if query is not None:
        options["query"] = query
    return summarize_batch(
        [text], method=method, budget=budget, diversity=diversity, language=language, **options
    )[0]


def summarize_batch(
    texts: Sequence[str | Document],
    *,
    method: str | Scorer,
    budget: Budget,
    diversity: float,
    language: str,
    **options: Any,
) -> list[Summary]:
    """Summarise a batch in one pass over its columns; a result does not depend on its batch."""
    require_share("diversity", diversity)
    languages = {_language(text, language) for text in texts}
    if len(languages) > 1:
        return _summarize_by_language(
            texts, language, method=method, budget=budget, diversity=diversity, **options
        )
    features = _read(texts, language)
    scores = score_features(features, method, **options)
    weighted = features.unit_tfidf
    costs, limits = budget.price(_SentenceTexts(features), features.sizes)
    if method in STRATEGIES:
        picks = select_summary(features, str(method), costs, limits, **options)
    else:
        scaled = scale_scores(features, scores)
        picks = select(features, scaled, weighted, costs, limits, diversity=diversity)
    name = method if isinstance(method, str) else getattr(method, "__name__", "custom")
    built = _build_picks(features, scores, weighted.data, picks)
    bounds = np.searchsorted(picks, features.sentence_offsets).tolist()
    return [Summary(tuple(built[a:b]), name) for a, b in pairwise(bounds)]


def _language(text: str | Document, default: str) -> str:
    return text.language if isinstance(text, Document) else default


def _summarize_by_language(
    texts: Sequence[str | Document], language: str, **arguments: Any
) -> list[Summary]:
    """Summarise the texts of each language as a batch of their own; keep the order."""
    places: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        places.setdefault(_language(text, language), []).append(index)
    results: dict[int, Summary] = {}
    for code, indices in places.items():
        batch = [texts[index] for index in indices]
        results |= zip(indices, summarize_batch(batch, language=code, **arguments), strict=True)
    return [results[index] for index in range(len(texts))]


class _SentenceTexts(Sequence[str]):
    """All sentences of a batch, sliced only when asked for."""

    def __init__(self, features: Features) -> None:
        tokens = features.tokens
        self._text, self._bounds = tokens.characters.text, tokens.boundaries

    def __len__(self) -> int:
        return len(self._bounds.starts)

    def __getitem__(self, index: Any) -> Any:
        return self._text[self._bounds.starts[index] : self._bounds.ends[index]]


def check_text(text: object) -> None:
    """Raise :class:`InvalidTypeError` unless ``text`` is a str or a document."""
    if not isinstance(text, str | Document):
        raise InvalidTypeError(
            f"text must be a str or a Document, got {type(text).__name__} {shorten(text)}"
        )


def _read(texts: Sequence[str | Document], language: str) -> Features:
    for text in texts:
        check_text(text)
    language = next((_language(text, language) for text in texts), language)
    if any(isinstance(text, Document) for text in texts):
        documents = [t if isinstance(t, Document) else Document.from_text(t) for t in texts]
        return read_features(
            [document.text for document in documents],
            language=language,
            boundaries=[document.boundaries for document in documents],
            titles=[document.title for document in documents],
        )
    return read_features([str(text) for text in texts], language=language)


def _build_picks(
    features: Features, scores: Floats, weights: Floats, picks: Integers
) -> list[Pick]:
    tokens = features.tokens
    documents = features.documents[picks]
    offsets = tokens.text_offsets[documents]
    starts, ends = tokens.boundaries.starts[picks], tokens.boundaries.ends[picks]
    reasons = _find_reasons(features, weights, picks)
    text = tokens.characters.text
    return build_values(
        Pick,
        features.positions[picks].tolist(),
        build_values(Span, (starts - offsets).tolist(), (ends - offsets).tolist()),
        map(text.__getitem__, map(slice, starts.tolist(), ends.tolist())),
        scores[picks].tolist(),
        reasons,
    )


def _find_reasons(features: Features, weights: Floats, picks: Integers) -> list[tuple[Reason, ...]]:
    """Return the heaviest terms of every picked sentence."""
    tokens = features.tokens
    cells, owners, shares = _share_terms(features, weights, picks)
    top = _find_top(shares, owners, len(picks))
    token = features.cell_tokens[cells[top]]
    starts, ends = tokens.starts[token], tokens.ends[token]
    offsets = tokens.text_offsets[features.documents[picks[owners[top]]]]
    text = tokens.characters.text
    reasons = build_values(
        Reason,
        [text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)],
        build_values(Span, (starts - offsets).tolist(), (ends - offsets).tolist()),
        shares[top].tolist(),
    )
    bounds = np.searchsorted(owners[top], np.arange(len(picks) + 1)).tolist()
    return [tuple(reasons[a:b]) for a, b in pairwise(bounds)]


def _share_terms(
    features: Features, weights: Floats, picks: Integers
) -> tuple[Integers, Integers, Floats]:
    """Return the cells of the picked rows, the pick of each, and the share each carries."""
    counts = features.counts
    totals = segment_sum(weights, counts.indices, counts.shape[1])
    starts, ends = counts.indptr[picks], counts.indptr[picks + 1]
    owners = np.repeat(np.arange(len(picks)), ends - starts)
    cells = join_ranges(starts, ends)
    carried = weights[cells] * totals[counts.indices[cells]]
    return cells, owners, carried / segment_sum(carried, owners, len(picks))[owners]


def _find_top(shares: Floats, owners: Integers, count: int) -> Integers:
    """Return the places of every owner's largest shares, by owner and falling share."""
    offsets = np.searchsorted(owners, np.arange(count + 1))
    left, rounds = shares.copy(), []
    for _ in range(_REASONS):
        best = first_maxima(left, offsets, owners)
        left[best] = -np.inf
        rounds.append(best)
    places = np.concatenate(rounds)
    return places[np.argsort(owners[places], kind="stable")]
