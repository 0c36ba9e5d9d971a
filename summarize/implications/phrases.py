"""Phrases around a trigger: noun phrases, places, quantities, read token by token.

Each function takes the tokens of a sentence and a position, and returns where the
phrase ends; the position itself means that there is none, or that its end can't
be told. They look at capitals and closed word lists, never at particular names.
"""

from __future__ import annotations

from summarize.implications import lexicon, verbs
from summarize.implications.morphology import verb_forms
from summarize.implications.names import (
    LIKE_PRONOUNS,
    is_name,
    is_named,
    is_possessive,
    name_end,
)
from summarize.implications.reading import Tokens

#: A longer run of words is more likely to be misread than to be one phrase (own choice).
LONGEST_PHRASE = 6
_QUANTIFIERS = frozenset(
    """at least more than about around nearly almost up to some over as many an estimated
    approximately fewer less roughly""".split()
)
_ARTICLES = frozenset({"a", "an", "the"})
_CLAUSE_WORDS = frozenset({"what", "how", "why"})
_NOT_PLAIN = lexicon.FUNCTION_WORDS | _CLAUSE_WORDS
#: Forms of more verbs that are no nouns.
_SURE_VERBS = frozenset(
    form
    for base in """prove emerge ensure enable imply indicate intend obtain prefer prepare prevent
    propose protect pursue reduce reflect remind represent require respond retain satisfy serve
    solve tend understand undermine worsen deserve depend exist explain improve arise lie""".split()
    for form in verb_forms(base)
    if not form.endswith(("ed", "ing"))
)
_VERBS = verbs.COMMON_VERBS | _SURE_VERBS
_ENDS_PHRASE = _NOT_PLAIN | _VERBS | lexicon.DAYS
#: Before these a number goes on with its noun ("an additional 900 clerks").
_BEFORE_NUMBER = frozenset("additional extra further other first last next final".split())
#: Nouns, though they end as adverbs do.
_NOUNS_IN_LY = frozenset(
    """family assembly supply reply ally rally anomaly monopoly bully belly fly butterfly jelly
    homily duopoly lily holly tally folly weekly monthly daily quarterly elderly anomaly melancholy
    early only likely deadly costly friendly lovely lonely ugly silly holy oily orderly""".split()
)
#: Nouns that say little without what they relate to.
_RELATIONS = frozenset(
    "connection connections link links tie ties relationship relations contacts dealings".split()
)
#: What asks for a limit behind its noun ("the first bill sent to him").
_RANKED = frozenset("first second third last next only".split())
_QUOTES = frozenset('"“‘')
_CLAUSE_OPENERS = (
    lexicon.DETERMINERS | lexicon.POSSESSIVES | lexicon.PRONOUNS | _CLAUSE_WORDS | {"there", "no"}
)
#: What a verb's object begins with, so that the word before it is a verb and no noun.
_OPENS_OBJECT = lexicon.DETERMINERS | lexicon.POSSESSIVES | {"him", "them", "it", "us", "me"}


def is_plain(tokens: Tokens, i: int) -> bool:
    """Say whether token ``i`` is a content word in lower case."""
    raw = tokens.raw[i]
    return raw[0].islower() and raw[-1].isalnum() and tokens.words[i] not in _NOT_PLAIN


def closes(tokens: Tokens, i: int) -> bool:
    """Say whether a noun phrase may end before token ``i``."""
    if i >= len(tokens) or _leads_on(tokens, i):
        return True
    if tokens.words[i] in _ENDS_PHRASE and tokens.raw[i] not in LIKE_PRONOUNS:
        return True
    if tokens.raw[i].islower() and _is_adverb_last(tokens, i):
        return True
    if tokens.raw[i].islower() and tokens.words[i].endswith("ed"):
        return True
    return not tokens.raw[i][0].isalnum() and tokens.raw[i] not in "%$£€-/'’&"


def _leads_on(tokens: Tokens, i: int) -> bool:
    """Say whether an adjective at ``i`` goes with the preposition behind it ("akin to")."""
    ahead = tokens.words[i + 1 : i + 2]
    return tokens.words[i] in lexicon.LEADING_ON and not lexicon.PREPOSITIONS.isdisjoint(ahead)


def _extends(tokens: Tokens, i: int, first: int) -> bool:
    """Say whether a word in lower case or a number at ``i`` goes on with the phrase."""
    word = tokens.words[i]
    if word.replace(",", "").isdigit():
        return i == first or tokens.words[i - 1] in _BEFORE_NUMBER
    participle = i > first and word.endswith("ed") and not word.endswith("eed")
    stops = participle or word in _VERBS or _leads_on(tokens, i) or _is_adverb_last(tokens, i)
    return is_plain(tokens, i) and not stops


def _is_adverb_last(tokens: Tokens, i: int) -> bool:
    """Say whether an adverb at ``i`` goes with the verb ("beat the mayor soundly")."""
    word = tokens.words[i]
    if not word.endswith("ly") or word in _NOUNS_IN_LY:
        return False
    return i + 1 >= len(tokens) or not (is_plain(tokens, i + 1) or is_named(tokens, i + 1))


def noun_phrase(tokens: Tokens, i: int) -> int:
    """Return where the noun phrase that starts at ``i`` ends, with one "of ..." behind it."""
    end = _simple_phrase(tokens, i)
    if end == i or end >= len(tokens) or tokens.words[end] != "of":
        return i if _relates(tokens, i, end) else end
    if end + 1 < len(tokens) and tokens.words[end + 1].endswith("ing"):
        return end if is_name(tokens, i, end) else i
    after = _simple_phrase(tokens, end + 1)
    whole = after > end + 1 and (after >= len(tokens) or tokens.words[after] != "of")
    return after if whole else i


def _relates(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether a phrase asks for what it relates to ("links between", "ties with")."""
    behind = "".join(tokens.words[end : end + 1])
    related = end > start and tokens.words[end - 1] in _RELATIONS
    return behind == "between" or (related and behind in {"with", "to"})


def _simple_phrase(tokens: Tokens, i: int) -> int:
    """Return where a noun phrase without a complement ends."""
    start, size = i, len(tokens)
    i = _skip_quantifiers(tokens, i)
    first = i = i + (i < size and tokens.words[i] in _ARTICLES)
    while i < size and i - first <= LONGEST_PHRASE:
        if is_named(tokens, i):
            i = name_end(tokens, i)
        elif _extends(tokens, i, first):
            i += 1
        else:
            break
    bare_number = i == first + 1 and tokens.words[first].replace(",", "").isdigit()
    if i == first or i - first > LONGEST_PHRASE or bare_number or is_possessive(tokens, i - 1):
        return start
    if i - first > 1 and tokens.raw[i - 1].islower() and tokens.words[i - 1].endswith("ing"):
        return start
    if first == start and tokens.words[i - 1] in lexicon.COUNTABLE and tokens.raw[start].islower():
        return start
    if _breaks_off(tokens, start, first, i) or _is_unfinished(tokens, start, first, i):
        return start
    return i if closes(tokens, i) else start


def _skip_quantifiers(tokens: Tokens, i: int) -> int:
    """Step over "more than" and its like before a number."""
    end = i
    while end < min(len(tokens), i + 3) and tokens.words[end] in _QUANTIFIERS:
        end += 1
    return end if i < end < len(tokens) and _is_number(tokens, end) else i


def _is_unfinished(tokens: Tokens, start: int, first: int, end: int) -> bool:
    """Say whether the last word asks for more: an adjective, or a noun with a clause behind it.

    "a new", "claims the mayor lied", "claims Norwick lied", "the hit "Blue Moon"".
    """
    words, last = tokens.words, tokens.words[end - 1]
    if words[start] == "the" and words[end : end + 1] == ["to"] and end + 1 < len(tokens):
        return is_named(tokens, end - 1) and is_named(tokens, end + 1)
    if end < len(tokens) and tokens.raw[end] in _QUOTES:
        return sum(raw in _QUOTES for raw in tokens.raw[:end]) % 2 == 0 or tokens.raw[end] != '"'
    if any(
        words[i] in lexicon.CLAUSE_NOUNS and is_named(tokens, i + 1) for i in range(first, end - 1)
    ):
        return True
    if words[start] == "the" and words[first] in _RANKED and end < len(tokens):
        return is_plain(tokens, end) or words[end] == "that"
    if tokens.raw[end - 1] != last:
        return False
    if last in lexicon.ADJECTIVES:
        if end < len(tokens) and words[end].endswith("ed") and tokens.raw[end].islower():
            return True
        return words[start] != "the" or end > first + 1
    return last in lexicon.CLAUSE_NOUNS and end < len(tokens) and words[end] in _CLAUSE_OPENERS


def _breaks_off(tokens: Tokens, start: int, first: int, end: int) -> bool:
    """Say whether the phrase goes on where it seems to end.

    "a gray, fossilised bone", "a Northport, Maine, man", "submitting her entry".
    """
    size = len(tokens)
    if end == first + 1 and tokens.words[first].endswith("ing"):
        return end < size and tokens.words[end] in (lexicon.DETERMINERS | lexicon.POSSESSIVES)
    if first == start or end + 1 >= size or tokens.words[end] != ",":
        return False
    indefinite = tokens.words[start] in {"a", "an"}
    if is_named(tokens, first) and end == name_end(tokens, first):
        return indefinite
    return end == first + 1 and is_plain(tokens, end + 1)


def coordinated(tokens: Tokens, before: int, stop: int) -> int:
    """Extend a phrase over "and ..." so that nothing is cut off; ``before + 1`` if that fails.

    ``before`` is the preposition or verb in front of the phrase that ends at ``stop``.
    """
    if stop == before + 1:
        return stop
    if stop < len(tokens) and tokens.words[stop] in {"and", "or"}:
        if stop + 1 < len(tokens) and _is_verbal(tokens, stop + 1):
            return before + 1 if tokens.words[before] == "between" else stop
        second = noun_phrase(tokens, stop + 1)
        is_object = tokens.words[before] not in lexicon.PREPOSITIONS
        if is_object and second > stop + 1 and _has_verb_soon(tokens, second):
            return stop
        whole = second > stop + 1 and second - before <= LONGEST_PHRASE + 3
        more = second < len(tokens) and tokens.words[second] in {"and", "or"}
        return second if whole and not more else before + 1
    return before + 1 if tokens.words[before] == "between" else stop


def _has_verb_soon(tokens: Tokens, i: int) -> bool:
    """Say whether a verb follows at ``i``, past a time or what stands between two commas."""
    i = skip_time(tokens, i)
    if tokens.words[i : i + 1] == [","]:
        inside = tokens.words[i + 1 : i + 12]
        i += inside.index(",") + 2 if "," in inside else 0
    i += "".join(tokens.words[i : i + 1]) in lexicon.ADVERBS
    return has_verb_at(tokens, i)


def has_verb_at(tokens: Tokens, i: int) -> bool:
    """Say whether a verb at ``i`` makes what stands before it the subject of another clause."""
    word = "".join(tokens.words[i : i + 1])
    return word in lexicon.AUXILIARIES or word in verbs.PAST_FORMS or word in _VERBS


def _is_verbal(tokens: Tokens, i: int) -> bool:
    """Say whether a word after "and" goes on with the sentence's verbs, not with its noun."""
    word = tokens.words[i]
    if word.endswith(("ed", "ing")) or word in verbs.PAST_FORMS or word in verbs.COMMON_VERBS:
        return True
    if not is_plain(tokens, i) or i + 1 >= len(tokens):
        return False
    named_object = word in verbs.EVENT_VERBS and is_named(tokens, i + 1)
    return named_object or tokens.words[i + 1] in _OPENS_OBJECT


def skip_time(tokens: Tokens, i: int) -> int:
    """Step over one time expression ("on Friday", "late yesterday evening")."""
    end, size = i, len(tokens)
    while end < size and end - i < 5:
        word = tokens.words[end]
        time_follows = end + 1 < size and tokens.words[end + 1] in lexicon.TIME_WORDS
        if word in {"in", "at", "the"} and not time_follows:
            break
        if word not in lexicon.TIME_WORDS and not (word.isdigit() and end > i):
            break
        end += 1
    return end


def _is_number(tokens: Tokens, i: int) -> bool:
    return tokens.raw[i].replace(",", "").isdigit() or tokens.words[i] in lexicon.NUMBER_WORDS


def number_end(tokens: Tokens, i: int) -> int:
    """Return where a quantity with its noun ends ("at least 12 people")."""
    start, size = i, len(tokens)
    while i < size and tokens.words[i] in _QUANTIFIERS and i - start < 3:
        i += 1
    first = i
    while i < size and _is_number(tokens, i):
        i += 1
    end = i
    while end < size and end - i < 3 and _extends(tokens, end, i):
        end += 1
    return end if first < i < end and closes(tokens, end) else start
