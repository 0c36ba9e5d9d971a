"""How likely an event is the one that an article tells, by a small learnt model.

A logistic model over how alike article and rule are, what the headline says and where the event
stands, and over each rule's own record: how often readers found the events of its triggers to be
the story's. Learnt by ``benchmarks/implication/train_confidence.py`` from events that independent
readers judged. Words in lower case and months count, so names can't change it.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import attrs

#: Least confidence of an event that the headline tells, and of any other. Of 1,100 bullets on
#: American news, mostly politics, that pass these levels and the next, strict readers of the whole
#: article took 80 in 100 for right, 94 for well worded; from .92 on 85 are right, but three
#: fifths of the bullets are left.
_LEAST_TOLD, _LEAST_UNTOLD = 0.75, 0.8
#: What an event that the headline doesn't tell must be like its rule's exemplars as well.
_LEAST_ALIKE = 0.18
#: From here on more likeness tells no more; below the second, articles are of other matters.
_ALIKE, _UNLIKE = 0.5, 0.2
_HEADLINE_ALIKE = 0.3
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
#: What dates a sentence before the news: a month, "last year", "weeks ago", "In recent ...".
_DATED = re.compile(
    rf"\bin {_MONTH} \d{{4}}\b|\A(?:Back )?[Ii]n (?:early |late |mid-)?{_MONTH}\b|\bon {_MONTH} \d"
    r"|\b[Ll]ast (?:week|month|year|spring|summer|autumn|fall|winter)\b"
    r"|\b(?:week|month|year|decade)s? ago\b|\b[Ee]arlier this (?:week|month|year)\b"
    r"|\A(?:In|Over|During) (?:recent|the past|the last)\b"
)
#: A trigger of so many words has the sense that the rule means.
_WORDS = 4


@attrs.frozen
class Standing:
    """How an event stands in its article.

    ``told``: by the headline, ``None`` if there is none. ``headline``: how alike headline and rule
    are. ``leads``: it leads the article. ``aside``: the headline has no word of its complement.
    ``dated``: its sentence tells of a day before the news.
    """

    told: bool | None
    headline: float
    leads: bool
    aside: bool
    dated: bool


def is_dated(sentence: str) -> bool:
    """Say whether a sentence tells of a day before the news."""
    return _DATED.search(sentence) is not None


def measure_event(
    parts: Mapping[str, float], standing: Standing, *, noun: bool, words: int, happened: bool
) -> dict[str, float]:
    """Return the measures of an event by name.

    ``parts`` are the parts of its score; its trigger is a ``noun`` or a verb, of some ``words``.
    """
    similarity = parts["similarity"]
    return {
        "similarity": min(similarity, _ALIKE),
        "little similarity": max(0.0, _UNLIKE - similarity),
        "told": float(standing.told is True),
        "no headline": float(standing.told is None),
        "headline similarity of the untold": float(standing.told is False)
        * min(standing.headline, _HEADLINE_ALIKE),
        "position": parts["position"],
        "repetition": parts["repetition"],
        "slots": parts["slots"],
        "background": float("background" in parts),
        "not happened": float(not happened),
        "noun": float(noun),
        "trigger words": min(words, _WORDS) / _WORDS,
        "leads": float(standing.leads),
        "aside": float(standing.aside),
        "dated": float(standing.dated),
    }


@attrs.frozen
class ConfidenceModel:
    """Weights of the measures, what each rule's record adds, and a bias: a logistic model."""

    bias: float
    weights: Mapping[str, float]
    rules: Mapping[str, float]

    def confidence(self, measures: Mapping[str, float], rule: str) -> float:
        """Return the probability in (0, 1) that readers take an event for the article's."""
        terms = [self.weights.get(name, 0.0) * value for name, value in measures.items()]
        logit = self.bias + math.fsum(terms) + self.rules.get(rule, 0.0)
        return 1 / (1 + math.exp(-logit))


def is_sure(confidence: float, measures: Mapping[str, float]) -> bool:
    """Say whether an event of some confidence and measures is kept."""
    if measures["told"]:
        return confidence >= _LEAST_TOLD
    return confidence >= _LEAST_UNTOLD and measures["similarity"] >= _LEAST_ALIKE


@cache
def shipped_confidence() -> ConfidenceModel:
    """Return the model that ships with the library, read once."""
    path = files("summarize") / "data" / "rule_confidence.json"
    found = json.loads(path.read_text("utf-8"))
    return ConfidenceModel(found["bias"], found["weights"], found["rules"])
