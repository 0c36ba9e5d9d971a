"""sumy: this library's methods as sumy summarizers, and sumy's as scorers here.

Needs the extra ``sumy``. The classes take the place of sumy's own:
``LexRankSummarizer(stemmer)(document, 3)``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import Any, ClassVar

import numpy as np

from summarize.errors import MissingExtraError
from summarize.features import Features
from summarize.scoring import Scorer, score_features
from summarize.scoring.words import features_from_words
from summarize.segments import Floats

try:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import null_stemmer
    from sumy.summarizers._summarizer import AbstractSummarizer
except ImportError as error:
    raise MissingExtraError(
        "sumy is not installed; install it with: pip install 'summarize[sumy]'"
    ) from error

#: Letters, digits and underscores; apostrophes and hyphens between them.
_WORD = re.compile(r"\w+(?:['’-]\w+)*")

#: Stands for any stop word.
_STOP = ""


class WordTokenizer:
    """A tokenizer for sumy's documents that needs no data: words by one regular expression."""

    def to_words(self, text: str) -> tuple[str, ...]:
        """Return the words of a sentence."""
        return tuple(_WORD.findall(text))

    def to_sentences(self, text: str) -> tuple[str, ...]:
        """Return the text as one sentence: documents here are cut already."""
        return (text,)


def read_document(
    document: Any,
    stem: Callable[[str], str],
    stop_words: Collection[str] = (),
    *,
    shared: int | None = None,
) -> Features:
    """Return the features of a sumy document, by its words; headings become the title.

    With ``shared``, a stop word counts if its stem is that of at least so many content
    words: 2 in sumy's Luhn, 1 in its LSA.
    """
    skipped = frozenset(word.lower() for word in stop_words)
    sentences = [[word.lower() for word in sentence.words] for sentence in document.sentences]
    stems = {word: stem(word) for sentence in sentences for word in sentence}
    content = Counter(stems[w] for sentence in sentences for w in sentence if w not in skipped)
    enough = content.total() + 1 if shared is None else shared
    kept = {w for w in stems if w not in skipped or content[stems[w]] >= enough}
    headings = [stem(w.lower()) for heading in document.headings for w in heading.words]
    return features_from_words(
        [[[stems[w] if w in kept else _STOP for w in sentence] for sentence in sentences]],
        stop_words={_STOP},
        titles=[" ".join(headings) or None],
        paragraphs=[[i for i, part in enumerate(document.paragraphs) for _ in part.sentences]],
    )


class MethodSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """A sumy summarizer that scores by one of this library's methods.

    ``method`` and ``options`` as for :func:`summarize.score`; ``stop_words`` is a
    collection of words, in any case, that may be set later as in sumy. Equal sentences
    are kept apart by their place (in sumy they share one rating).
    """

    method: ClassVar[str | Scorer] = "auto"

    def __init__(
        self,
        stemmer: Callable[[str], str] = null_stemmer,
        *,
        stop_words: Collection[str] = (),
        **options: Any,
    ) -> None:
        super().__init__(stemmer)
        self.stop_words = stop_words
        self.options = options

    def rate_sentences(self, document: Any) -> Floats:
        """Return one score a sentence, in the order of ``document.sentences``."""
        features = read_document(document, self.stem_word, self.stop_words)
        return score_features(features, self.method, **self.options)

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """Return the best sentences in document order; the count may be "20%" as in sumy."""
        ratings = iter(self.rate_sentences(document).tolist())
        best: tuple[Any, ...] = self._get_best_sentences(
            document.sentences, sentences_count, lambda _sentence: next(ratings)
        )
        return best


class LexRankSummarizer(MethodSummarizer):
    """LexRank (see :func:`summarize.scoring.graph.lexrank`)."""

    method = "lexrank"


class TextRankSummarizer(MethodSummarizer):
    """TextRank (see :func:`summarize.scoring.textrank.textrank`)."""

    method = "textrank"


class LuhnSummarizer(MethodSummarizer):
    """Luhn (see :func:`summarize.scoring.frequency.luhn`)."""

    method = "luhn"


class LsaSummarizer(MethodSummarizer):
    """LSA (see :func:`summarize.scoring.latent.lsa`)."""

    method = "lsa"


class SumBasicSummarizer(MethodSummarizer):
    """SumBasic, its rounds as in sumy."""

    method = "sumy_sumbasic"


class KLSummarizer(MethodSummarizer):
    """KL-Sum, its rounds as in sumy."""

    method = "sumy_kl"


class ReductionSummarizer(MethodSummarizer):
    """Reduction: the sum of TextRank's edges."""

    method = "sumy_reduction"


class EdmundsonSummarizer(MethodSummarizer):
    """Edmundson, with weights that weigh (see :func:`summarize.scoring.edmundson.edmundson`)."""

    method = "edmundson"


class AutoSummarizer(MethodSummarizer):
    """The default method of this library."""

    method = "auto"


def sumy_scorer(summarizer: Any, *, tokenizer: Any = None) -> Scorer:
    """Return a scorer that asks a sumy summarizer for its ratings.

    ``tokenizer`` has sumy's ``to_words``; by default words are found by one regular
    expression, without data to download. Ratings that are not finite become 0. One
    document at a time, at sumy's own cost.
    """
    words = tokenizer or WordTokenizer()

    def score(features: Features) -> Floats:
        scores = np.zeros(len(features.documents))
        for number, (first, last) in enumerate(pairwise(features.sentence_offsets.tolist())):
            if last > first:
                summarizer(build_document(features, number, words), _Recorder(scores[first:last]))
        return np.where(np.isfinite(scores), scores, 0.0)

    return score


class _Recorder:
    """Stands in for sumy's sentence count, and notes all ratings."""

    def __init__(self, scores: Floats) -> None:
        self._scores = scores

    def __call__(self, infos: Sequence[Any]) -> Sequence[Any]:
        for info in infos:
            self._scores[info.order] = float(info.rating)
        return infos


def build_document(features: Features, number: int, tokenizer: Any) -> Any:
    """Return document ``number`` of the batch as sumy's model; its title is a heading."""
    bounds, text = features.tokens.boundaries, features.tokens.characters.text
    first, last = features.sentence_offsets[number : number + 2].tolist()
    title = features.titles[number] if features.titles else None
    groups: dict[int, list[Any]] = {}
    for index in range(first, last):
        sentence = Sentence(text[bounds.starts[index] : bounds.ends[index]], tokenizer)
        groups.setdefault(int(bounds.paragraphs[index]), []).append(sentence)
    paragraphs = [Paragraph(sentences) for sentences in groups.values()]
    if title and paragraphs:
        heading = Sentence(title, tokenizer, is_heading=True)
        paragraphs[0] = Paragraph([heading, *paragraphs[0].sentences])
    return ObjectDocumentModel(paragraphs)
