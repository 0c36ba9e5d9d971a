"""TF-IDF similarity between an article's opening and the exemplars of each rule.

Vectors hold only words that exemplars use, stemmed, with names left out, so a
change of names can't change a similarity.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs
import Stemmer

from summarize.implications.lexicon import FUNCTION_WORDS
from summarize.implications.reading import Tokens, tokenise


def _terms(tokens: Tokens) -> list[str]:
    """Return the lower-case content words: no names, no function words, no numbers."""
    return [word for word in tokens.small if word not in FUNCTION_WORDS]


@attrs.frozen
class Exemplars:
    """One unit vector a rule, the IDF of the terms, and stems of known words."""

    vectors: tuple[Mapping[str, float], ...]
    idf: Mapping[str, float]
    _stems: Mapping[str, str]

    def vector(self, words: Iterable[str]) -> dict[str, float]:
        """Return the unit vector of some words; those that no exemplar has are left out."""
        stems = self._stems  # which has no function words
        counts: dict[str, int] = {}
        for stem in [stems[word] for word in words if word in stems]:
            counts[stem] = counts.get(stem, 0) + 1
        weights = {term: self.idf[term] for term in counts}
        weights |= {term: (1 + math.log(n)) * weights[term] for term, n in counts.items() if n > 1}
        return _unit(weights)

    def similarity(self, vector: Mapping[str, float], rule: int) -> float:
        """Return the cosine between a vector and the exemplars of a rule, in [0, 1]."""
        other = self.vectors[rule]
        return sum([weight * other[term] for term, weight in vector.items() if term in other])


def _unit(weights: dict[str, float]) -> dict[str, float]:
    norm = math.sqrt(math.fsum([weight * weight for weight in weights.values()]))
    return {term: weight / norm for term, weight in weights.items()} if norm else {}


def fit_exemplars(passages: Sequence[Sequence[str]]) -> Exemplars:
    """Fit IDF over rules and one vector a rule. Cost is linear in the passages."""
    stemmer = Stemmer.Stemmer("english")
    words = [[w for text in texts for w in _terms(tokenise(text))] for texts in passages]
    vocabulary = sorted({word for terms in words for word in terms})
    stems = dict(zip(vocabulary, stemmer.stemWords(vocabulary), strict=True))
    counts = [Counter(stems[word] for word in terms) for terms in words]
    spread = Counter(term for count in counts for term in count)
    idf = {term: math.log((1 + len(counts)) / (1 + n)) + 1 for term, n in spread.items()}
    vectors = tuple(
        _unit({term: (1 + math.log(n)) * idf[term] for term, n in count.items()})
        for count in counts
    )
    return Exemplars(vectors, idf, stems)
