"""Names in a sentence: runs of capitalised words, never looked up.

Positions are token numbers; a name that can't be told ends where it starts.
"""

from __future__ import annotations

from summarize.implications import lexicon
from summarize.implications.reading import Tokens
from summarize.text.punkt import TITLES

_CONNECTORS = frozenset(
    """of & de la al bin ibn du von van del der den ter zu dos das da di della el""".split()
)
_PARTICLES = _CONNECTORS - {"of", "&"}
_ARABIC = ("al-", "el-", "ul-", "bin-", "as-", "ad-", "an-", "at-", "ash-")
_CONTRACTED = {f"{word}'{end}" for word in lexicon.PRONOUNS for end in "m re ve ll d".split()}
_NOT_NAMES = lexicon.FUNCTION_WORDS | lexicon.DAYS | _CONTRACTED
#: Acronyms of names that are pronouns in lower case.
LIKE_PRONOUNS = frozenset({"US", "WHO", "IT"})
#: What is written with a point before a name, which ends nothing.
_RANKS = frozenset({"Sr", *map(str.capitalize, TITLES)})


def is_named(tokens: Tokens, i: int) -> bool:
    """Say whether token ``i`` has the capital of a name ("Mee", "al-Mee")."""
    raw = tokens.raw[i]
    if raw[0].isupper():
        return tokens.words[i] not in _NOT_NAMES or raw in LIKE_PRONOUNS
    return raw.startswith(_ARABIC) and raw.partition("-")[2][:1].isupper()


def is_possessive(tokens: Tokens, i: int) -> bool:
    """Say whether token ``i`` ends in 's."""
    return tokens.raw[i].endswith(("'s", "’s"))


def _connects(tokens: Tokens, i: int) -> int:
    """Return where a name goes on after "of (the)" or particles at ``i``, else ``i``."""
    if i + 1 >= len(tokens) or tokens.words[i] not in _CONNECTORS:
        return i
    after = i + 1
    while after < min(len(tokens), i + 3) and tokens.words[after] in _CONNECTORS | {"the"}:
        after += 1
    return after if after < len(tokens) and is_named(tokens, after) else i


def name_start(tokens: Tokens, i: int) -> int:
    """Return where the name that token ``i`` ends starts, over particles ("Jan van der Mee")."""
    while i > 0:
        before = i - 1
        while before > 0 and tokens.words[before] in _PARTICLES and not is_named(tokens, before):
            before -= 1
        if not is_named(tokens, before) or is_possessive(tokens, before):
            break
        i = before
    return i


def name_end(tokens: Tokens, i: int) -> int:
    """Return where the run of capitalised words that starts at ``i`` ends."""
    if i >= len(tokens) or not is_named(tokens, i):
        return i
    end = i + 1
    while end < len(tokens) and not is_possessive(tokens, end - 1):
        if is_named(tokens, end):
            after = end + 1
        else:
            after = end + 1 if _is_abbreviated(tokens, end) else _connects(tokens, end)
        if after == end:
            break
        end = after
    return end


def _is_abbreviated(tokens: Tokens, point: int) -> bool:
    """Say whether a point stands inside a name ("Gov. Jan F. Mee")."""
    if tokens.raw[point] != "." or point + 1 >= len(tokens):
        return False
    before = tokens.raw[point - 1]
    short = before in _RANKS or (len(before) == 1 and before.isupper())
    return short and is_named(tokens, point + 1)


def words_between(tokens: Tokens, start: int, end: int) -> str:
    """Return tokens as they stand in the text, white space folded."""
    parts = [tokens.raw[start]]
    for i in range(start + 1, end):
        parts.append(" " if tokens.starts[i] > tokens.ends[i - 1] else "")
        parts.append(tokens.raw[i])
    return "".join(parts)


def is_name(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether tokens ``[start, end)`` are one name, perhaps with "the"."""
    start += start < len(tokens) and tokens.words[start] == "the"
    return start < end and name_end(tokens, start) == end
