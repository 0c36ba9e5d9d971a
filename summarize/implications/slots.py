"""Slots of a premise, filled only from words next to the trigger, verbatim, else left empty."""

from __future__ import annotations

import attrs

from summarize.facts.names import usually_lower
from summarize.implications import lexicon, verbs
from summarize.implications.morphology import is_superlative, plural, possessive
from summarize.implications.names import is_name, is_named, is_possessive, words_between
from summarize.implications.phrases import coordinated, noun_phrase, number_end
from summarize.implications.places import place_at
from summarize.implications.reading import Tokens
from summarize.implications.subjects import actor, passive_subject, possessor

#: Prepositions that bring a noun's complement, unless the trigger names its own.
_COMPLEMENT = frozenset({"of", "on", "against", "over", "with", "between", "into"})
#: How names for the members of a group end ("House Republicans").
_MEMBERS = ("ans", "ats", "ists", "ives", "ers")
#: Nouns whose "with ..." is a complement, and not just how or with what something was done.
_WITH = frozenset(
    """talks meeting deal agreement dispute row feud war clash tie match game contract partnership
    merger border interview negotiations ceasefire truce pact treaty accord alliance venture bout
    battle encounter contest trade cooperation collaboration summit interviews meetings deals
    clashes contracts agreements ties contact contacts relations link links""".split()
)
#: What "on ..." tells of how or where an event was, not of what.
_HOW = frozenset(
    """land sea board foot top duty record paper air stage average course
    ice grass clay merit time loan trial bail camera earth""".split()
)
#: Nouns whose "in NAME" says of what, not where.
_PARTS = frozenset("stake stakes share shares stock interest holding".split())
#: What each of several people does, or what befalls each: many who resign are many resignations.
_EACH_DOES = frozenset("resignation departure retirement withdrawal plea death".split())
_EACH_SUFFERS = frozenset(
    """arrest detention dismissal sacking suspension ban conviction sentence killing murder
    appointment nomination indictment acquittal disqualification eviction deportation abduction
    kidnapping""".split()
)
#: Verbs that go with several; what may stand behind them; what makes them go with one as well.
_PLURAL_VERBS = frozenset("were are have".split())
_BEHIND_AUXILIARY = frozenset("been being both all also now since then each".split())
_ANY_NUMBER = frozenset("to would could should may might must will can".split())
_NEVER_MODIFIERS = lexicon.FUNCTION_WORDS | verbs.COMMON_VERBS | verbs.PAST_FORMS
#: What a possessive before makes a name of ("Father's Day").
_FESTIVE = frozenset("day eve week march cup".split())
_OPENERS = lexicon.DETERMINERS | frozenset({"its", "his", "her", "their"})
_MOST_MODIFIERS = 4
#: Doers that their event's name implies, and such events.
_CROWDS = frozenset("protesters demonstrators marchers activists crowds".split())
_OF_CROWDS = frozenset("protest protests demonstration demonstrations march rally".split())
#: What ends a phrase with "on" that only tells how.
_MANNERS = frozenset("scale basis grounds occasion terms footing".split())
#: As many letters that two words share make them akin (own choice).
_STEM = 6


@attrs.frozen
class Filling:
    """What the slots hold; every value is a piece of the sentence. Empty means not filled."""

    event: str
    about: str = ""
    target: str = ""
    where: str = ""
    place: str = ""
    actor: str = ""
    number: str = ""

    def value(self, slot: str) -> str:
        """Return the text of a slot; ``"actor's"`` is the actor's possessive."""
        if slot == "actor's":
            if not self.actor or _is_group(self.actor):
                return ""
            return possessive(self.actor, common=usually_lower(self.actor))
        found: str = getattr(self, slot)
        return found


def _is_group(name: str) -> bool:
    """Say whether the possessive of a name reads badly: "the Greens's", "X of Y's"."""
    the_plural = name.startswith("the ") and name.endswith("s")
    members = name.endswith(_MEMBERS) and not usually_lower(name)
    return " of " in name or the_plural or members


@attrs.frozen
class Grammar:
    """How a trigger gives its premise: its noun, the preposition of its object, its form.

    ``noun`` is empty to take the matched words; ``gap`` tells that the trigger
    spans its object ("cut ... rate").
    """

    noun: str
    preposition: str
    verb: bool
    passive: bool
    gap: bool


def _modifiers(tokens: Tokens, start: int) -> tuple[int, str]:
    """Return where the adjectives before a noun trigger begin, and a possessor before them."""
    for i in range(start - 1, max(-1, start - _MOST_MODIFIERS - 1), -1):
        if tokens.words[i] in _OPENERS:
            return i + 1, ""
        owner = possessor(tokens, i)
        if owner and tokens.words[i + 1] in _FESTIVE and tokens.is_capitalised(i + 1):
            return i, ""
        if owner:
            return i + 1, owner
        if not tokens.raw[i][-1].isalpha() or tokens.words[i] in _NEVER_MODIFIERS:
            break
    return start, ""


def _is_deictic(tokens: Tokens, i: int) -> bool:
    """Say whether a modifier only places the event ("latest", "this year's")."""
    return tokens.words[i] in lexicon.DEICTIC or (
        is_possessive(tokens, i) and not is_named(tokens, i)
    )


def _behind_superlative(tokens: Tokens, first: int, start: int) -> int:
    """Return where the adjectives behind a superlative begin: its limits would be lost.

    "One of the region's worst-ever wildfires" doesn't tell "the worst-ever wildfires".
    """
    for i in range(start - 1, first - 1, -1):
        if tokens.raw[i].islower() and is_superlative(tokens.words[i]):
            return i + 1
    return first


def _behind_verb(tokens: Tokens, first: int, start: int) -> int:
    """Return where the adjectives behind a verb in -ed begin ("the firm reported heavy losses").

    Right behind a determiner or an adverb such a word is an adjective ("a newly planned strike").
    """
    for i in range(start - 1, first, -1):
        before = tokens.words[i - 1]
        adverb = before in lexicon.ADVERBS or before.endswith("ly")
        if tokens.raw[i].islower() and tokens.words[i].endswith("ed") and not adverb:
            return i + 1
    return first


def _is_of_name(tokens: Tokens, i: int, first: int) -> bool:
    """Say whether a capital at ``i`` is part of a name with the words before ("High Court")."""
    return all(is_named(tokens, j) for j in range(max(0, first), i + 1)) and i > first


def _event_noun(tokens: Tokens, start: int, end: int) -> tuple[str, str]:
    """Return the noun as the text has it, with its adjectives, and its possessor."""
    first, owner = _modifiers(tokens, start)
    first = _behind_superlative(tokens, _behind_verb(tokens, first, start), start)
    while first < start and _is_deictic(tokens, first):
        first += 1
    noun = " ".join(
        tokens.raw[i]
        if tokens.raw[i][1:2].isupper() or (i < end - 1 and _is_of_name(tokens, i, first))
        else tokens.words[i]
        for i in range(start, end)
    )
    if first == start:
        return noun, owner
    return f"{words_between(tokens, first, start)} {noun}", owner


def _object(tokens: Tokens, start: int, end: int, *, gap: bool) -> tuple[int, int]:
    """Return the token range of a verb's object, empty if it can't be told."""
    first = start + 1 if gap else end
    stop = coordinated(tokens, first - 1, noun_phrase(tokens, first))
    particle_ends = stop == end - 1 and tokens.words[stop] in lexicon.PREPOSITIONS
    return (first, stop) if not gap or stop >= end or particle_ends else (end, end)


def _inside_sentence(tokens: Tokens, first: int, stop: int) -> str:
    """Return a phrase as it reads inside a sentence: a word that only opens one in lower case."""
    text = words_between(tokens, first, stop)
    opens = first == 0 and (not is_named(tokens, 0) or usually_lower(tokens.raw[0]))
    acronym = tokens.raw[first][1:2].isupper()
    return text[0].lower() + text[1:] if opens and not acronym else text


def _verb_complement(
    tokens: Tokens, start: int, end: int, grammar: Grammar
) -> tuple[str, str, int]:
    """Return a verb's object as complement of its noun, its name if it is one, and its end."""
    particle_last = tokens.words[end - 1] == grammar.preposition
    if grammar.passive and not particle_last:
        first, stop = passive_subject(tokens, start)
        here = end
    else:
        first, stop = _object(tokens, start, end, gap=grammar.gap)
        here = max(end, stop)
    wished = grammar.preposition == "for" and stop < len(tokens) and tokens.words[stop] == "to"
    if first == stop or not grammar.preposition or wished:
        return "", "", here
    text = _inside_sentence(tokens, first, stop)
    target = text if is_name(tokens, first, stop) else ""
    return f"{grammar.preposition} {text}", target, here


def _noun_complement(tokens: Tokens, end: int, preposition: str) -> tuple[str, str, int]:
    """Return a noun's prepositional complement, its name if it is one, and where it ends."""
    wanted = {preposition} if preposition else _COMPLEMENT
    if end >= len(tokens) or tokens.words[end] not in wanted:
        return "", "", end
    if tokens.words[end] == "with" and not preposition and tokens.words[end - 1] not in _WITH:
        return "", "", end
    stop = coordinated(tokens, end, noun_phrase(tokens, end + 1))
    how = stop == end + 2 and tokens.words[end + 1] in _HOW
    if stop == end + 1 or how or tokens.words[stop - 1] in _MANNERS:
        return "", "", end
    target = words_between(tokens, end + 1, stop) if is_name(tokens, end + 1, stop) else ""
    return words_between(tokens, end, stop), target, stop


def _repeats(about: str, event: str) -> bool:
    """Say whether a complement says a name or the event again, so it was misread."""
    words = about.split()
    names = [word for word in words if word[0].isupper()]
    return len(set(names)) < len(names) or event.split()[-1:] == words[-1:]


def _names_doers(owner: str, event: str) -> bool:
    """Say whether an actor is only called by what is done ("Protesters' protest")."""
    *_, doers, head = f" {owner}".split(" ") + event.lower().split(" ")[-1:]
    if doers.lower() in _CROWDS and head in _OF_CROWDS:
        return True
    return len(head) > _STEM - 2 and doers.lower().startswith(head[:_STEM])


def _is_of_each(event: str, grammar: Grammar, about: str) -> bool:
    """Say whether several people make several events of it, and not one together of a thing."""
    *before, last = event.split()
    if before[-1:] == ["positive"]:
        return True
    own = _EACH_DOES | _EACH_SUFFERS if grammar.passive else _EACH_DOES
    each = last in own and (grammar.passive or not about)
    return each and lexicon.PREPOSITIONS.isdisjoint(before)


def _suffers_as_many(tokens: Tokens, event: str, end: int) -> bool:
    """Say whether a number behind a verb tells that its event befalls many ("arrest eight")."""
    number = "".join(tokens.words[end : end + 1])
    many = number.isdigit() or number in lexicon.NUMBER_WORDS
    return event in _EACH_SUFFERS - {"ban", "suspension"} and many and number not in {"1", "one"}


def _is_of_several(tokens: Tokens, start: int, end: int) -> bool:
    """Say whether the verb before or in a trigger goes with several subjects."""
    words, i = tokens.words, start
    while i > 0 and (words[i - 1] in _BEHIND_AUXILIARY or words[i - 1].endswith("ly")):
        i -= 1
    plural_at = [i for i in range(max(1, i - 1), end) if words[i] in _PLURAL_VERBS]
    return any(words[i - 1] not in _ANY_NUMBER for i in plural_at)


def fill(tokens: Tokens, start: int, end: int, grammar: Grammar) -> Filling:
    """Fill the slots for the trigger at tokens ``[start, end)``."""
    owner = ""
    event = grammar.noun
    if not event:
        event, owner = _event_noun(tokens, start, end)
    if grammar.verb:
        owner = "" if grammar.passive else actor(tokens, start)
        about, target, here = _verb_complement(tokens, start, end, grammar)
        if grammar.preposition and not about:
            owner = ""
    else:
        about, target, here = _noun_complement(tokens, end, grammar.preposition)
    if grammar.verb and _is_of_each(event, grammar, about) and _is_of_several(tokens, start, end):
        event = plural(event)
    if grammar.verb and not about and _suffers_as_many(tokens, event, end):
        event = plural(event)
    if _repeats(about, event):
        about = target = owner = ""
    if _names_doers(owner, event):
        owner = ""
    if owner and " " in event and owner.lower().endswith(" " + event.split(" ")[0].lower()):
        event = event.partition(" ")[2]  # "the High Court's ruling", no "court ruling"
    stop = number_end(tokens, end)
    number = words_between(tokens, end, stop) if stop > end else ""
    first, last = place_at(tokens, max(here, stop))
    if last and tokens.words[first - 1] in _PARTS and tokens.words[first - 1] not in event:
        last = 0
    where = words_between(tokens, first, last) if last else ""
    return Filling(event, about, target, where, where.partition(" ")[2], owner, number)
