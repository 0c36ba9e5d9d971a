"""What a headline tells of an event's words: what "the bill" is, and whether it is one or many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import attrs

from summarize.implications import lexicon, verbs
from summarize.implications.morphology import is_plural, plural
from summarize.implications.slots import Filling

_LAW = frozenset(
    """bill bills law laws legislation measure measures act acts plan plans reform reforms rule
    rules amendment amendments ban code""".split()
)
#: Words that point at what the headline should have named, and what names it there.
_EXPLAINED = {
    **dict.fromkeys("bill law measure measures".split(), _LAW),
    **{word: frozenset({word, word + "s"}) for word in "record idea process place matter".split()},
    "issue": frozenset("issue issues question row dispute debate".split()),
    "decisions": frozenset("decision decisions move moves".split()),
}
#: Phrases kept as judged; most are nouns of the bank.
_KEPT = 4096
#: Words that begin with the same letters, so many, are taken for the same.
_BEGINNING = 5
#: What is done with a bill and nothing else says enough.
_LEGISLATIVE = frozenset("passage approval signing vote withdrawal adoption".split())
#: Before a word like "strike" these make it a verb.
_MANY = lexicon.PRONOUNS | frozenset("police people thousands to will and".split())


@lru_cache(maxsize=_KEPT)
def _points_at(phrase: str) -> str:
    """Return the last word of "... of the bill" if it says no more than that, else ""."""
    *before, article, last = f"  {phrase}".split(" ")
    points = article in {"the", "a", "an"} and before[-1] in lexicon.PREPOSITIONS
    return last if points and last in _EXPLAINED else ""


def is_vague(noun: str, title: Sequence[str]) -> bool:
    """Say whether an event's noun points at what its headline doesn't name."""
    word = _points_at(noun)
    if not word or not title or noun.split(" ")[0] in _LEGISLATIVE:
        return False
    return _EXPLAINED[word].isdisjoint(title)


def is_untold(phrase: str, title: Sequence[str]) -> bool:
    """Say whether a phrase without names shares no word with its headline ("to supporters")."""
    if not phrase or not title or not phrase.islower():
        return False
    words = [word for word in phrase.split() if word not in lexicon.FUNCTION_WORDS]
    return {*map(_begin, title)}.isdisjoint(map(_begin, words))


def _begin(word: str) -> str:
    return word.removesuffix("s")[:_BEGINNING]


def drop_vague(filling: Filling, title: Sequence[str]) -> Filling:
    """Leave out a complement that says nothing below its headline ("veto of a measure").

    Readers took one in five of those that the headline has no word of for clumsy or vague.
    """
    about = filling.about
    if _points_at(about):
        says_nothing = is_vague(about, title)
    else:
        says_nothing = about.startswith("of ") and is_untold(about, title)
    if not says_nothing:
        return filling
    return attrs.evolve(filling, about="", target="")


def follow_number(filling: Filling, title: Sequence[str]) -> Filling:
    """Put a bare event noun in the number in which its headline has it."""
    *before, noun = filling.event.split(" ")
    if filling.about or filling.where or filling.number or noun in title:
        return filling
    if any(word in lexicon.NUMBER_WORDS or word[0].isdigit() for word in before):
        return filling
    for i, word in enumerate(title):
        if word[:3] == noun[:3] and noun in {plural(word), word.removesuffix("s")}:
            return _renumber(filling, title, i) if _is_noun_at(title, i) else filling
    return filling


def _is_noun_at(title: Sequence[str], i: int) -> bool:
    """Say whether a headline's word is no verb ("killed in attacks", "missile launch")."""
    before, behind = title[i - 1] if i else "", "".join(title[i + 1 : i + 2])
    ends = behind in lexicon.FUNCTION_WORDS or behind in verbs.EVENT_VERBS
    if behind == "," or (behind.isalpha() and not ends):
        return False
    if is_plural(title[i]):
        return before in lexicon.PREPOSITIONS
    return bool(before) and not is_plural(before) and before not in _MANY


def _renumber(filling: Filling, title: Sequence[str], i: int) -> Filling:
    head = filling.event.rpartition(" ")[0]
    return attrs.evolve(filling, event=f"{head} {title[i]}".strip())
