"""Whether an article's title and opening are of the kind that a rule asks for."""

from __future__ import annotations

from summarize.implications.reading import Reading
from summarize.implications.rule import Rule

#: As many words of sport, of fiction, make an article one of these (own choice).
_SPORT_WORDS, _FICTION_WORDS = 3, 2
#: Topics that sport and fiction borrow their words from.
_BORROWED_BY_SPORT = frozenset({
    "conflict, war and peace", "disaster, accident and emergency incident", "politics", "labour",
    "weather", "education", "religion",
})  # fmt: skip
_BORROWED_BY_FICTION = _BORROWED_BY_SPORT | {"crime, law and justice", "health", "sport"}


def in_context(reading: Reading, rule: Rule) -> bool:
    """Say whether title and opening have what a rule requires and nothing that it forbids."""
    words, sentences = reading.context, reading.context_sentences
    if rule.forbid and rule.forbid.found(words, sentences):
        return False
    if not all(group.found(words, sentences) for group in rule.require):
        return False
    sport, fiction = reading.borrowed
    if rule.topic == "sport" and not reading.is_sport:
        return False
    if sport >= _SPORT_WORDS and rule.topic in _BORROWED_BY_SPORT:
        return False
    return fiction < _FICTION_WORDS or rule.topic not in _BORROWED_BY_FICTION
