"""Where else an article tells an event: more evidence for a bullet."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator

from summarize.implications.events import read_event
from summarize.implications.hits import find_hits
from summarize.implications.reading import Reading, Tokens
from summarize.implications.rule import Rule


def other_mentions(reading: Reading, rule: Rule, index: int) -> list[Tokens]:
    """Return the sentences other than ``index`` that assert an event of a rule."""
    starts = reading.document.boundaries.starts.tolist()
    places = {bisect(starts, at) - 1 for at in _starts(rule, reading.lower + "\n")}
    sentences = [reading.tokens(i) for i in sorted(places - {index}) if i >= reading.start]
    return [tokens for tokens in sentences if _asserts(reading, tokens, rule)]


def _starts(rule: Rule, text: str) -> Iterator[int]:
    """Yield where the first words of a rule's triggers stand in a text in lower case."""
    for head, longer in rule.anchor_families:
        at = text.find(head)
        while at >= 0:
            if not text[at - 1].isalnum() and (
                _is_whole(head, text, at) or any(_is_whole(word, text, at) for word in longer)
            ):
                yield at
            at = text.find(head, at + 1)


def _is_whole(word: str, text: str, at: int) -> bool:
    """Say whether a word stands at ``at`` and, unless it ends in a mark, does not go on."""
    end = at + len(word)
    return text.startswith(word, at) and not (text[end].isalnum() and word[-1].isalnum())


def _asserts(reading: Reading, tokens: Tokens, rule: Rule) -> bool:
    """Say whether a sentence asserts an event of one rule."""
    return any(
        read_event(reading, tokens, -1, rule, entry.trigger, (start, end))
        for entry, start, end in find_hits(rule, tokens)
    )
