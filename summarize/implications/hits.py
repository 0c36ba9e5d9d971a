"""Where the triggers of a bank's rules stand in a sentence: look-ups, no judgement yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarize.implications.bank import ALONE, FOLLOWED, GAPPED, Bank, Entry
from summarize.implications.patterns import MAX_GAP, Pattern, follow
from summarize.implications.reading import Tokens

#: How many tokens before a trigger an exception may start.
_REACH = 4


#: A trigger with its token range.
Hit = tuple[Entry, int, int]


def find_hits(bank: Bank, tokens: Tokens) -> list[Hit]:
    """Return every trigger found in a sentence with its token range."""
    index, words, size = bank.index, tokens.words, len(tokens.words)
    known, found = index.words, list[Hit]()
    for i, word in [(i, word) for i, word in enumerate(words) if word in known]:
        kind = known[word]
        if kind & ALONE:
            found += [(entry, i, i + 1) for entry in index.alone[word]]
        if i + 1 == size:
            break
        if kind & FOLLOWED:
            for entry in index.followed.get((word, words[i + 1]), ()):
                end = follow(entry.rest, words, i + 2, size) if entry.rest else i + 2
                if end > 0:
                    found.append((entry, i, end))
        if kind & GAPPED:
            ahead, near = index.gapped[word], words[i + 1 : i + MAX_GAP + 2]
            for entry in () if ahead.keys().isdisjoint(near) else _meet(ahead, near):
                end = follow(entry.rest, words, i + 1, size)
                if end > 0:
                    found.append((entry, i, end))
    return [hit for hit in found if not is_excepted(hit[0].exceptions, words, hit[1], hit[2])]


def _meet(ahead: Mapping[str, tuple[Entry, ...]], near: list[str]) -> Sequence[Entry]:
    """Return the triggers whose second word is among those near, each once, in their order."""
    met = [word for word in near if word in ahead]
    if len(met) < 2:
        return ahead[met[0]] if met else ()
    entries = {entry.place: entry for word in met for entry in ahead[word]}
    return [entries[place] for place in sorted(entries)]


def is_excepted(
    exceptions: Mapping[str, Sequence[Pattern]], words: Sequence[str], start: int, end: int
) -> bool:
    """Say whether what stands at ``[start, end)`` is one of a rule's exceptions."""
    if not exceptions:
        return False
    first = max(0, start - _REACH)
    if exceptions.keys().isdisjoint(words[first:end]):
        return False
    return any(
        follow(pattern.steps[1:], words, i + 1, len(words)) > start
        for i in range(first, end)
        for pattern in exceptions.get(words[i], ())
    )
