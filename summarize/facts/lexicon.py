"""The event lexicon: ``data/events.toml`` compiled into look-ups by the trigger's first word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal

import attrs

from summarize.errors import FormatError
from summarize.facts.inflection import noun_forms, verb_forms

Role = Literal["verb", "noun", "pair"]
#: Tokens after the trigger's first word among which the second may stand: an object follows its
#: verb closely, a subject may have a phrase between it and its verb ("profits at the ... fell").
WINDOW, PAIR_WINDOW = 5, 8

#: Topics of the IPTC media topics' top level.
TOPICS = frozenset(
    "arts conflict crime disaster economy education environment health human_interest labour"
    " lifestyle politics religion science society sport weather".split()
)
# A trigger of several words says more than a single word, a weak word less.
WEAK = 0.3
_WEIGHTS = {"phrase": 1.0, "tail": 0.95, "verb": 0.8, "noun": 0.6, "agents": 0.5, "weak": WEAK}


@attrs.frozen(eq=False)
class Entry:
    """One trigger: its event class, what its head is and what must stand around it.

    ``lemma`` is the head's dictionary form, ``noun`` names the event ("resignation") or is
    None. ``more`` are the forms allowed for each further adjacent word. ``passive`` demands
    a form of "be" before the head. ``not_after`` and ``not_before`` block the entry when such
    a word follows, or stands before, at once.
    """

    event: str
    role: Role
    lemma: str
    noun: str | None
    weight: float
    more: tuple[frozenset[str], ...] = ()
    passive: bool = False
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()


@attrs.define(eq=False)
class Head:
    """All entries whose first word has one form.

    ``single`` need no other word, ``nexts`` an adjacent one, ``tails`` one of a set within a
    few words; ``further`` are the words that any of the two needs, fewer than ``reach`` tokens on.
    Each entry is paired with what the head's form is: a verb form, or ``"noun"``.
    """

    # Most are empty, and most heads are looked at in vain: tuples take the least memory.
    single: tuple[tuple[Entry, str], ...] = ()
    nexts: Mapping[str, tuple[tuple[Entry, str], ...]] = MappingProxyType({})
    tails: tuple[tuple[Entry, str, frozenset[str]], ...] = ()
    further: frozenset[str] = frozenset()
    reach: int = 0


@attrs.frozen(eq=False)
class Lexicon:
    """The compiled lexicon: heads by lower-case form, topics and PLOVER classes by class.

    ``shifts`` maps a trigger's lemma to the class that it means near one of some words.
    """

    heads: dict[str, Head]
    topics: dict[str, str]
    plover: dict[str, str]
    shifts: dict[str, tuple[str, frozenset[str]]]


@cache
def lexicon() -> Lexicon:
    """Return the shipped lexicon (compiled once, about 90 ms)."""
    text = (files("summarize") / "data" / "events.toml").read_text(encoding="utf-8")
    return compile_lexicon(tomllib.loads(text))


def compile_lexicon(data: dict[str, Any]) -> Lexicon:
    """Compile the parsed TOML; raises :class:`FormatError` for an unknown topic or set."""
    sets = {name: frozenset(_forms(words.split())) for name, words in data["sets"].items()}
    heads: dict[str, Head] = {}
    topics, plover = {}, {}
    for event, body in data["classes"].items():
        if body["topic"] not in TOPICS:
            raise FormatError(
                f"event class {event!r} has topic {body['topic']!r}; use one of {sorted(TOPICS)}"
            )
        topics[event] = body["topic"]
        plover[event] = body.get("plover", event if event in PLOVER else "")
        for kind in ("verbs", "nouns", "agents", "weak", "pairs"):
            for entry in re.split(r"[;\n]", body.get(kind, "")):
                if entry.strip():
                    _add_entry(heads, event, kind, entry.strip(), sets)
    shared: dict[frozenset[str], frozenset[str]] = {}
    for head in heads.values():  # equal sets are one object: less memory to walk through
        head.further = shared.setdefault(head.further, head.further)
    shifts = {
        lemma: (shift["to"], frozenset(shift["near"].split()))
        for lemma, shift in data.get("shifts", {}).items()
    }
    return Lexicon(heads, topics, plover, shifts)


#: PLOVER's classes; FIGHT and INVESTIGATE are kept apart from ASSAULT and ACCUSE.
PLOVER = frozenset(
    "agree consult support cooperate aid concede retreat request accuse investigate reject"
    " threaten protest mobilise sanction coerce assault fight".split()
)


@cache
def _word_forms(word: str) -> tuple[str, ...]:
    return (*noun_forms(word), *_verb_words(word))


def _forms(words: list[str]) -> list[str]:
    """Return all forms of each word, taken as noun and as verb."""
    return [form for word in words for form in _word_forms(word)]


def _verb_words(word: str) -> list[str]:
    return [form for form, _ in verb_forms(word)] if word.isalpha() else [word]


def _add_entry(
    heads: dict[str, Head], event: str, kind: str, text: str, sets: dict[str, frozenset[str]]
) -> None:
    text, not_after, not_before = _cut_blockers(text)
    if " <> " in text:
        left, right = text.split(" <> ")
        _add_tail(heads, event, kind, left, right, sets, not_after, not_before)
        _add_tail(heads, event, kind, right, left, sets, not_after, not_before)
    elif " ~ " in text:
        left, right = text.split(" ~ ")
        _add_tail(heads, event, kind, left, right, sets, not_after, not_before)
    else:
        _add_plain(heads, event, kind, text, not_after, not_before)


def _cut_blockers(text: str) -> tuple[str, frozenset[str], frozenset[str]]:
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    for mark in re.findall(r"!<?\S+", text):
        words = frozenset(mark.lstrip("!<").split("|"))
        if mark.startswith("!<"):
            not_before = words
        else:
            not_after = words
    return " ".join(re.sub(r"!<?\S+", "", text).split()), not_after, not_before


def _cut_noun(text: str) -> tuple[str, str | None, bool]:
    """Split "resign=resignation" into the words, the noun, and whether it triggers too."""
    match = re.match(r"([^=:]+)([=:])(.+)$", text)
    if match is None:
        return text, None, False
    return match[1].strip(), match[3].strip(), match[2] == "="


def _add_plain(
    heads: dict[str, Head],
    event: str,
    kind: str,
    text: str,
    not_after: frozenset[str],
    not_before: frozenset[str],
) -> None:
    text, noun, triggers = _cut_noun(text)
    words = text.split()
    if kind == "verbs":
        passive = words[0] == "be" and len(words) > 1
        words = words[1:] if passive else words
        weight = _WEIGHTS["phrase" if len(words) > 1 or passive else "verb"]
        more = tuple(frozenset({word}) for word in words[1:])
        entry = Entry(event, "verb", words[0], noun, weight, more, passive, not_after, not_before)
        forms = ((words[0], "participle"),) if passive else verb_forms(words[0])
        for form, tag in forms:
            _put(heads, form, entry, tag)
    if kind != "verbs" or triggers:
        words = (noun or text).split() if kind == "verbs" else words
        weight = _WEIGHTS[
            kind if kind in ("weak", "agents") else "phrase" if len(words) > 1 else "noun"
        ]
        more = tuple(frozenset(noun_forms(word)) for word in words[1:])
        named = None if kind in ("weak", "agents") else " ".join(words)
        entry = Entry(event, "noun", words[0], named, weight, more, False, not_after, not_before)
        for form in noun_forms(words[0]):
            _put(heads, form, entry, "noun")


def _add_tail(
    heads: dict[str, Head],
    event: str,
    kind: str,
    left: str,
    right: str,
    sets: dict[str, frozenset[str]],
    not_after: frozenset[str],
    not_before: frozenset[str],
) -> None:
    left, noun, triggers = _cut_noun(left)
    tail = _expand(right, sets)
    several = "|" in left or left.startswith("@") or kind == "pairs"
    lefts = sorted(_heads_of(left, sets)) if several else []
    if several:
        for opening in lefts:
            form, *others = opening.split()
            more = tuple(frozenset(noun_forms(word)) for word in others)
            entry = Entry(
                event, "pair", form, None, _WEIGHTS["tail"], more, False, not_after, not_before
            )
            _put(heads, form, entry, "noun", tail)
        return
    words = left.split()
    passive = words[0] == "be" and len(words) > 1
    words = words[1:] if passive else words
    more = tuple(frozenset({word}) for word in words[1:])
    entry = Entry(
        event, "verb", words[0], noun, _WEIGHTS["tail"], more, passive, not_after, not_before
    )
    forms = ((words[0], "participle"),) if passive else verb_forms(words[0])
    for form, tag in forms:
        _put(heads, form, entry, tag, tail)
    if noun and triggers and " " not in noun:
        entry = Entry(event, "noun", noun, noun, _WEIGHTS["tail"], (), False, not_after, not_before)
        for form in noun_forms(noun):
            _put(heads, form, entry, "noun", tail)


def _heads_of(text: str, sets: dict[str, frozenset[str]]) -> set[str]:
    """Return the openings of a pair: all forms of single words, phrases as they stand."""
    phrases = {part.strip() for part in text.split("|") if " " in part.strip()}
    single = "|".join(part for part in text.split("|") if part.strip() not in phrases)
    return phrases | (set(_expand(single, sets)) if single else set())


def _expand(text: str, sets: dict[str, frozenset[str]]) -> frozenset[str]:
    """Return all forms of the alternatives in "ban|@curbs"."""
    forms: set[str] = set()
    for word in text.replace(" @", "|@").split("|"):
        if word.startswith("@"):
            if word[1:].strip() not in sets:
                raise FormatError(f"event lexicon: unknown set {word!r}; known: {sorted(sets)}")
            forms |= sets[word[1:].strip()]
        elif " " not in word.strip():
            forms |= set(_forms([word.strip()]))
    return frozenset(forms)


def _put(
    heads: dict[str, Head], form: str, entry: Entry, tag: str, tail: frozenset[str] | None = None
) -> None:
    head = heads.setdefault(form, Head())
    if tail is not None:
        head.tails += ((entry, tag, tail),)
        head.further |= tail
        head.reach = PAIR_WINDOW + 1
    elif entry.more:
        more = {word: (*head.nexts.get(word, ()), (entry, tag)) for word in entry.more[0]}
        head.nexts = {**head.nexts, **more}
        head.further |= entry.more[0]
        head.reach = max(head.reach, 2)
    else:
        head.single += ((entry, tag),)
