"""What part a trigger plays in its sentence: name, modifier, noun or passive verb.

There is no tagger: each question is answered from the words next to the trigger.
"""

from __future__ import annotations

from summarize.implications import lexicon, verbs
from summarize.implications.morphology import is_plural, plural, verb_forms
from summarize.implications.reading import Tokens
from summarize.implications.triggers import Trigger

_NO_NAMES = lexicon.ROLES | lexicon.ACRONYMS
_OPENS_QUOTE = frozenset({'"', "“", "'", "‘", ":"})
#: Verbs whose subject is met by the event and does not do it.
FACING = frozenset(verb_forms("face"))
_COMING = frozenset(verb_forms("come"))
#: Nouns that an "-ing" before them only qualifies.
_CASES = frozenset(
    """charge charges case cases offence offences offense offenses allegation allegations claim
    claims suspect suspects victim victims ring rings trial trials incident incidents probe plot
    plots spree conviction convictions law laws rules guidelines policy policies reform reforms
    system hearing""".split()
)


def inside_name(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether the trigger is (part of) a capitalised name; roles and "MPs" are none."""
    for i in (start, end - 1):
        if tokens.words[i] in _NO_NAMES:
            continue
        if tokens.is_capitalised(i) and tokens.raw[i].upper() != tokens.raw[i]:
            if i > 0 and tokens.words[i - 1] not in _OPENS_QUOTE:
                return True
            if i + 1 < len(tokens) and tokens.is_capitalised(i + 1):
                return True
    return False


def is_surname(tokens: Tokens, i: int) -> bool:
    """Say whether a word inside a headline has a capital that only a name's end has there.

    "Singer Knight sings", but "Hurricane Mee weakens" and "Strikes Hit Port".
    """
    if i == 0 or not tokens.is_capitalised(i) or tokens.raw[i][1:2].isupper():
        return False
    if tokens.words[i - 1] in _OPENS_QUOTE:
        return False
    goes_on = i + 1 < len(tokens) and tokens.is_capitalised(i + 1)
    return not goes_on and tokens.words[i] not in tokens.common


def is_modifier(tokens: Tokens, end: int, *, capitals: bool = True) -> bool:
    """Say whether the noun before ``end`` only modifies another ("earthquake victims").

    ``capitals`` says whether a capital there tells another noun; in headlines it doesn't.
    """
    if end >= len(tokens) or not tokens.raw[end][0].isalpha():
        return False
    if tokens.is_capitalised(end):
        return capitals and tokens.words[end] not in lexicon.DAYS
    word = tokens.words[end]
    known = word in lexicon.FUNCTION_WORDS or word in verbs.EVENT_VERBS
    return not (known or word.endswith(("ed", "ly")))


def is_noun(tokens: Tokens, trigger: Trigger, start: int) -> bool:
    """Say whether a verb's spelling stands where only a noun or adjective can.

    "issued arrest ...", "the bans imposed on ...", "a banned drug".
    """
    word = tokens.words[start]
    if trigger.kind == "phrase":
        return False
    if word.endswith("ing") and _names_a_case(tokens, start + 1):
        return True
    steps = trigger.pattern.steps
    open_object = (len(steps) == 1 and trigger.preposition) or (len(steps) > 1 and steps[1].gap)
    if open_object and word in trigger.bases and _has_no_object(tokens, start + 1):
        return True
    if start == 0:
        return False
    before, raw = tokens.words[start - 1], tokens.raw[start - 1]
    if before in lexicon.DETERMINERS or before in lexicon.POSSESSIVES or raw.endswith(("'s", "’s")):
        return True
    if word not in trigger.bases:
        return False
    if raw[0].isdigit():
        return True
    if before in lexicon.FUNCTION_WORDS or not raw[0].isalpha():
        return before in lexicon.PREPOSITIONS and before not in {"to", "and", "but", "or"}
    plural_form = word == plural(word.removesuffix("s"))
    return not (raw[0].isupper() or is_plural(before) or plural_form or raw.endswith("ly"))


def _names_a_case(tokens: Tokens, i: int) -> bool:
    """Say whether a noun follows that makes a verb in -ing its modifier ("smuggling charges")."""
    return i < len(tokens) and tokens.words[i] in _CASES


def _has_no_object(tokens: Tokens, i: int) -> bool:
    """Say whether no object can start at ``i``, so what stands before is no transitive verb."""
    if i >= len(tokens) or not tokens.raw[i][0].isalnum():
        return True
    word = tokens.words[i]
    return word in lexicon.PREPOSITIONS or word in lexicon.AUXILIARIES or word.endswith("ed")


def is_passive(tokens: Tokens, trigger: Trigger, start: int, end: int) -> bool:
    """Say whether a verb trigger is passive, so that what precedes it is no actor.

    "X was sued", and what says the same: "X came under fire".
    """
    word = tokens.words[start]
    if word in _COMING and "under" in tokens.words[start:end]:
        return True
    if trigger.kind == "phrase" and not lexicon.BE.isdisjoint(tokens.words[start:end]):
        return True
    if not word.endswith("ed") and word not in lexicon.IRREGULAR_PARTICIPLES:
        return False
    for i in range(start - 1, max(-1, start - 4), -1):
        if tokens.words[i] in lexicon.BE:
            return True
        if tokens.words[i] == "and":
            return _is_passive_before(tokens, i)
        if tokens.words[i] not in lexicon.ADVERBS:
            return False
    return False


def _is_passive_before(tokens: Tokens, end: int) -> bool:
    """Say whether a passive verb stands before "and" ("was held on Friday and charged with")."""
    for i in range(end - 2, max(-1, end - 12), -1):
        if tokens.words[i] in {",", "and"}:
            return False
        if tokens.words[i] in lexicon.BE:
            after = tokens.words[i + 1]
            return after.endswith("ed") or after in lexicon.IRREGULAR_PARTICIPLES
    return False
