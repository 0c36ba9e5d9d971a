"""The subject of a trigger verb, when the sentence opens with it and names it.

Anything less plain than "NAME verbs", "Role NAME verbs" or "NAME, who he is, verbs"
leaves the slot empty: a wrong subject would be a false fact.
"""

from __future__ import annotations

from summarize.facts.names import usually_lower
from summarize.implications import lexicon, verbs
from summarize.implications.morphology import is_plural
from summarize.implications.names import (
    is_named,
    is_possessive,
    name_end,
    name_start,
    words_between,
)
from summarize.implications.phrases import noun_phrase
from summarize.implications.reading import Tokens

_BEFORE_VERB = frozenset("has have had also officially".split())
_INTRODUCES = (
    lexicon.PREPOSITIONS | lexicon.DAYS | frozenset({"yesterday", "today", "earlier", "late"})
)
_PLURAL_VERBS = frozenset("have are were go".split())
_APPOSITION = frozenset("the a an who aged former one".split())
_NOT_ROLES = lexicon.FUNCTION_WORDS | verbs.EVENT_VERBS | verbs.PAST_FORMS
#: Words without which a title before a name would be a false fact.
_QUALIFIERS = frozenset(
    "former ex late retired deposed ousted acting outgoing incoming would-be".split()
)
_MOST_ROLE_WORDS, _LONGEST_APPOSITION = 4, 18


def _clause_start(tokens: Tokens) -> int:
    """Return where the main clause starts: 0, or after "On Friday," and its like."""
    if len(tokens) > 2 and tokens.words[0] in _INTRODUCES and "," in tokens.words[1:7]:
        return tokens.words.index(",") + 1
    return 0


def _name_from(tokens: Tokens, start: int) -> tuple[int, int]:
    """Return the range of the name that opens a clause at ``start``, after role words."""
    i = start + (start < len(tokens) and tokens.words[start] == "the")
    first = i
    while i < len(tokens) and i - first <= _MOST_ROLE_WORDS:
        end = name_end(tokens, i)
        if end > i and (
            end >= len(tokens) or tokens.words[end] in {",", "("} or not _role(tokens, end)
        ):
            return _without_role(tokens, i, end)
        if end == i and not _role(tokens, i):
            return 0, 0
        i = max(end, i + 1)
    return 0, 0


def _role(tokens: Tokens, i: int) -> bool:
    """Say whether a word in lower case can be (part of) a role before a name."""
    word = tokens.words[i]
    return tokens.raw[i].islower() and word not in _NOT_ROLES and not word.endswith(("ed", "ing"))


def _without_role(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """Drop a role that has a capital only because it opens the sentence ("Sprinter Ann Low")."""
    if start == 0 and end - start > 1 and tokens.words[0] in lexicon.PERSON_ROLES:
        start += 1
    return start, end


def _reaches(tokens: Tokens, end: int, verb: int) -> bool:
    """Say whether the verb follows the name, at once or after an apposition in commas."""
    if end == verb:
        return True
    if (
        verb - end > _LONGEST_APPOSITION
        or tokens.words[end] != ","
        or tokens.words[verb - 1] != ","
    ):
        return False
    first = tokens.words[end + 1]
    opens = first in _APPOSITION or first.isdigit() or _role(tokens, end + 1)
    return opens and verb - 1 > end + 1


def named_subject(tokens: Tokens, verb: int) -> tuple[int, int]:
    """Return the token range of the name that is the subject of the verb at ``verb``, or (0, 0)."""
    while verb > 0 and tokens.words[verb - 1] in _BEFORE_VERB:
        verb -= 1
    start, end = _name_from(tokens, _clause_start(tokens))
    if end == 0 or end > verb or is_possessive(tokens, end - 1) or not _reaches(tokens, end, verb):
        return 0, 0
    first = tokens.words[start]
    if first in lexicon.NUMBER_WORDS or first in lexicon.TIME_WORDS:
        return 0, 0
    if end == 1 and usually_lower(tokens.raw[0]) and not is_plural(first):
        return 0, 0
    return start, end


def actor(tokens: Tokens, verb: int) -> str:
    """Return the named subject of an active verb, with "the" if the text has it, else "".

    Names of groups ("Acirians have") give none: their possessive reads badly.
    """
    start, end = named_subject(tokens, verb)
    if not end:
        return ""
    group = tokens.words[end - 1].endswith("s") and tokens.words[end] in _PLURAL_VERBS
    if group and not usually_lower(tokens.raw[end - 1]):
        return ""
    return _with_article(tokens, start, words_between(tokens, start, end))


def _with_article(tokens: Tokens, start: int, name: str) -> str:
    """Add what must not be lost before a name: "the", or a word such as "former"."""
    before = tokens.words[start - 1] if start > 0 else ""
    return f"{before} {name}" if before == "the" or before in _QUALIFIERS else name


def passive_subject(tokens: Tokens, verb: int) -> tuple[int, int]:
    """Return the subject of "SUBJECT was VERBed" that opens the sentence, else an empty range."""
    auxiliary = verb
    while auxiliary > 0 and (
        tokens.words[auxiliary - 1] in lexicon.AUXILIARIES
        or tokens.words[auxiliary - 1] in lexicon.ADVERBS
    ):
        auxiliary -= 1
    if auxiliary in (0, verb):
        return 0, 0
    if noun_phrase(tokens, 0) == auxiliary:
        return 0, auxiliary
    start, end = named_subject(tokens, auxiliary)
    return start - (start > 0 and tokens.words[start - 1] in _QUALIFIERS), end


def possessor(tokens: Tokens, i: int) -> str:
    """Return the name whose possessive token ``i`` is, "" if it is none."""
    if not is_possessive(tokens, i) or not is_named(tokens, i):
        return ""
    start = name_start(tokens, i)
    return _with_article(tokens, start, words_between(tokens, start, i + 1)[:-2])
