"""How likely a stated bullet is sound and reads well alone, by a small learnt model.

A logistic model over what a reader of such bullets trips over: a narrated past, a guess about what
is, a pronoun, a noun that only an earlier sentence explains, a side matter; and over its words.
Names are left out, so that renaming changes no score. Learnt by
``benchmarks/implication/train_quality.py`` from bullets that independent readers judged.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files

import attrs

from summarize.document import Document, Sentence
from summarize.implications.lexicon import FUNCTION_WORDS
from summarize.implications.stated_condense import Condensed
from summarize.implications.stated_marks import CUE_OF, SIGNS
from summarize.implications.stated_signs import find_signs, read_words

# Words in lower case: names must not change what is kept.
_CONTENT = re.compile(r"\b[a-z][^\W\d_]{3,}")
#: Letters by which inflections of a word are taken for the same.
_BEGINNING = 5
#: Sentences that lead an article.
_LEAD = 2
_FEWEST, _LONG = 12, 28
#: Log odds beyond which a projection is as sure as can be: 2 to 4 serve alike on general news,
#: and the lower they are, the fewer articles need the model.
_SURE = 2.0
_LOG_ODDS = "log odds"
#: Of a shorter article all stands near the lead.
_SHORT = 20
_DEFINITE = re.compile(r"\b[Tt]he\s+([a-z]{4,})")
_LONG_WORD = re.compile(r"\w{4,}")
# Words in lower case, and no parts of names ("o'clock", "co-op").
_PLAIN = re.compile(r"(?<![\w’'-])[a-z]+(?!\w)")
#: Characters in which the word beside a cue stands.
_NEAR = 30
_RUN = re.compile(r"[\w’'-]+")
#: By how much the words of a bullet count beside its measures, all in all.
_WORDS_COUNT = 3.0


@attrs.frozen
class Context:
    """What an article's reader knows: words of title and lead, the headline, the text, its length.

    ``heading`` (the title, else the first sentence) and ``lowered`` (the text) are in lower case.
    """

    titled: bool
    title: frozenset[str]
    lead: frozenset[str]
    heading: str
    lowered: str
    count: int

    def tells(self, word: str) -> bool:
        """Say whether the title (without one, the first sentence) has a word, name or not."""
        return word[:_BEGINNING].lower() in self.heading


def read_context(document: Document) -> Context:
    """Return what the measures compare a bullet with."""
    bounds, text = document.boundaries, document.text
    first = [text[a:b] for a, b in zip(bounds.starts[:_LEAD], bounds.ends[:_LEAD], strict=True)]
    lead = " ".join(map(_lower_first, first))
    title = document.title or ""
    return Context(
        bool(title),
        _read_words(title.lower()),
        _read_words(lead),
        (title or first[0]).lower(),
        text.lower(),
        len(bounds.starts),
    )


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _read_words(text: str) -> frozenset[str]:
    """Return how the content words of a text begin."""
    found = _CONTENT.findall(text)
    return frozenset([word[:_BEGINNING] for word in found if word not in FUNCTION_WORDS])


def measure_quality(
    context: Context, sentence: Sentence, kept: Condensed, probability: float
) -> dict[str, float]:
    """Return the measures of a bullet by name; what is not there is 0."""
    return measure_text(context, sentence, kept) | {_LOG_ODDS: log_odds(probability)}


def measure_text(context: Context, sentence: Sentence, kept: Condensed) -> dict[str, float]:
    """Return the measures that need no probability that the sentence projects."""
    text, index = kept.text, sentence.index
    words, own = text.count(" ") + 1, _read_words(_lower_first(text))
    spoken = read_words(text)
    found = dict.fromkeys(find_signs(SIGNS, text, spoken), 1.0)
    found[CUE_OF.get(kept.cue.word, "cue other")] = 1.0
    found |= {
        "first sentence": float(index == 0),
        "second or third": float(index in (1, 2)),
        "depth": min(index, 30) / 30,
        "share of the article": index / max(context.count, _SHORT),
        "title": float(context.titled),
        "title words": min(len(own & context.title), 3) / 3,
        "lead words": len(own & context.lead) / max(1, len(own)),
        "off the topic": float(own.isdisjoint(context.title | context.lead)),
        "aside": float(kept.aside),
        "expectation": float(kept.cue.kind == "expectation"),
        "cut": float(kept.end - kept.start < len(sentence.text) - 1),
        "speaker": float(kept.speaker is not None),
        "long": max(0, words - _LONG) / 10,
        "short": float(words < _FEWEST),
        "commas": text.count(",") / 2,
        "past verbs": text.count("ed ") / 2,
        "known nouns": min(_count_known_nouns(context, sentence.span.start, text), 2) / 2,
        "far from the title": float(not any(map(context.tells, _LONG_WORD.findall(text)))),
    }
    return found


def log_odds(probability: float) -> float:
    """Return the log odds, within bounds."""
    if not 0 < probability < 1:
        return math.copysign(_SURE, probability - 0.5)
    return min(max(math.log(probability / (1 - probability)), -_SURE), _SURE)


def _count_known_nouns(context: Context, start: int, text: str) -> int:
    """Count words behind "the" that the article has used before, but the title has not."""
    words = {word[:_BEGINNING] for word in _DEFINITE.findall(text)}
    return sum(
        word not in context.heading and context.lowered.find(word, 0, start) >= 0 for word in words
    )


def plain_words(text: str) -> frozenset[str]:
    """Return the words of a bullet that are no names.

    The first counts only if it is a function word.
    """
    first, _, rest = text.partition(" ")
    found = frozenset(_PLAIN.findall(rest))
    return found | {first.lower()} if first.lower() in FUNCTION_WORDS else found


def bullet_words(kept: Condensed) -> frozenset[str]:
    """Return what a bullet's words tell: each alone, and the cue with its neighbours.

    "could lead to" and "could face" are of different kinds, as are "is set to" and "has set".
    """
    text, cue = kept.text, kept.cue.word
    start = kept.cue.start - kept.start
    end = start + len(cue)
    front = _read_run(text[max(0, start - _NEAR) : start])[-1:]
    behind = _read_run(text[end : end + 2 * _NEAR])[:2]
    near = [f"{word} {cue}" for word in front] + [
        " ".join([cue, *behind[:count]]) for count in range(1, len(behind) + 1)
    ]
    return plain_words(text).union(near)


def _read_run(text: str) -> list[str]:
    """Return the words of a stretch in order, names and figures as one sign each."""
    return [
        "0" if word[0].isdigit() else word if word.islower() else "N" for word in _RUN.findall(text)
    ]


@attrs.frozen
class QualityModel:
    """Weights of the measures, weights of words and a bias: a logistic model."""

    bias: float
    weights: Mapping[str, float]
    words: Mapping[str, float]

    def probability(self, measures: Mapping[str, float], words: Collection[str]) -> float:
        """Return the probability in (0, 1) that a reader takes the bullet as it is."""
        return 1 / (1 + math.exp(-self.logit(measures, words)))

    def logit(self, measures: Mapping[str, float], words: Collection[str]) -> float:
        """Return the log odds that a reader takes the bullet as it is."""
        terms = [self.weights.get(name, 0.0) * value for name, value in measures.items()]
        known = [self.words[word] for word in words if word in self.words]
        return self.bias + math.fsum(terms) + math.fsum(known) * share_of_word(len(known))

    def bound(self, measures: Mapping[str, float], words: Collection[str]) -> float:
        """Return the most that :meth:`probability` can be whatever the sentence's own is."""
        reach = abs(self.weights.get(_LOG_ODDS, 0.0)) * _SURE
        return 1 / (1 + math.exp(-self.logit(measures, words) - reach))


def share_of_word(known: int) -> float:
    """Return what each of some known words counts: together they are a vector of fixed length."""
    return _WORDS_COUNT / math.sqrt(max(known, 1))


@cache
def shipped_quality() -> QualityModel:
    """Return the model that ships with the library, read once."""
    path = files("summarize") / "data" / "stated_quality.json"
    found = json.loads(path.read_text("utf-8"))
    return QualityModel(found["bias"], found["weights"], found["words"])
