"""Where the triggers of a bank's rules stand in a sentence: look-ups, no judgement yet."""

from __future__ import annotations

from summarize.implications.bank import Bank, Entry
from summarize.implications.patterns import MAX_GAP
from summarize.implications.reading import Tokens
from summarize.implications.rule import Rule

#: How many tokens before a trigger an exception may start.
_REACH = 4


def find_hits(bank: Bank, tokens: Tokens) -> list[tuple[Entry, int, int]]:
    """Return every trigger found in a sentence with its token range."""
    index, words, size = bank.index, tokens.words, len(tokens.words)
    found: list[tuple[Entry, int, int]] = []
    for i, slot in [(i, index[word]) for i, word in enumerate(words) if word in index]:
        found += [(entry, i, i + 1) for entry in slot.alone] if slot.alone else ()
        if i + 1 == size:
            break
        for entry in slot.followed.get(words[i + 1], ()):
            found.append((entry, i, entry.trigger.pattern.match(words, i, size)))
        near = words[i + 1 : i + MAX_GAP + 2] if slot.gapped else ()
        if near and not slot.ahead.isdisjoint(near):
            for entry in slot.gapped:
                if not entry.trigger.pattern.steps[1].words.isdisjoint(near):
                    found.append((entry, i, entry.trigger.pattern.match(words, i, size)))
    return [
        hit
        for hit in found
        if hit[2] > 0 and not is_excepted(bank.rules[hit[0].rule], tokens, hit[1], hit[2])
    ]


def is_excepted(rule: Rule, tokens: Tokens, start: int, end: int) -> bool:
    """Say whether what stands at ``[start, end)`` is one of the rule's exceptions."""
    first, words, size = max(0, start - _REACH), tokens.words, len(tokens.words)
    exceptions = rule.exceptions_at
    if exceptions.keys().isdisjoint(words[first:end]):
        return False
    return any(
        pattern.match(words, i, size) > start
        for i in range(first, end)
        for pattern in exceptions.get(words[i], ())
    )
