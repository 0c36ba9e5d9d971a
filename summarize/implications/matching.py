"""From an article to rule matches: anchors first, then similarity and salience."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from summarize.implications import polarity
from summarize.implications.bank import Bank, Entry, Slot
from summarize.implications.patterns import MAX_GAP
from summarize.implications.reading import Reading, Tokens, common_words
from summarize.implications.roles import inside_name, is_modifier, is_noun, is_passive
from summarize.implications.rule import Rule, Trigger
from summarize.implications.salience import salience_weights
from summarize.implications.slots import Filling, Grammar, fill

#: What each sentence of the lead counts (news tells its event first).
_POSITION = (1.0, 0.7, 0.5, 0.4)
_TITLE_UNKNOWN = 0.5
#: Lowest scores of an event in the background and of any other (read off the archive: matches
#: below were the wrong event).
_LOWEST_BACKGROUND, _LOWEST = 0.32, 0.27
#: What a match loses for standing in the background or not having happened.
_BACKGROUND_LOSS, _MODALITY_LOSS = 0.25, 0.1
_SPORT_WORDS, _FICTION_WORDS = 3, 2
#: Topics that sport and fiction borrow their words from.
_BORROWED_BY_SPORT = frozenset({
    "conflict, war and peace", "disaster, accident and emergency incident", "politics", "labour",
    "weather",
    "education", "religion",
})  # fmt: skip
_BORROWED_BY_FICTION = _BORROWED_BY_SPORT | {"crime, law and justice", "health", "sport"}


@attrs.frozen(eq=False)
class Match:
    """A rule, the tokens that triggered it, what fills its slots, and how salient it is."""

    number: int
    rule: Rule
    trigger: Trigger
    tokens: Tokens
    start: int
    end: int
    modality: str
    background: bool
    filling: Filling
    parts: tuple[tuple[str, float], ...] = ()
    score: float = 0.0


def _excepted(rule: Rule, tokens: Tokens, start: int, end: int) -> bool:
    size = len(tokens)
    for pattern in rule.exceptions:
        for i in range(max(0, start - 4), end):
            stop = pattern.match(tokens.words, i, size)
            if stop > start:
                return True
    return False


def _hits(bank: Bank, tokens: Tokens) -> Iterator[tuple[Entry, int, int]]:
    """Yield every trigger found in a sentence with its token range."""
    index, words, size = bank.index, tokens.words, len(tokens)
    for i, slot in [(i, index[word]) for i, word in enumerate(words) if word in index]:
        for entry in _reachable(slot, words, i):
            end = entry.trigger.pattern.match(words, i, size)
            if end > 0 and not _excepted(bank.rules[entry.rule], tokens, i, end):
                yield entry, i, end


def _reachable(slot: Slot, words: list[str], i: int) -> Iterator[Entry]:
    """Yield the triggers at ``i`` whose second word is where it must be."""
    yield from slot.alone
    if i + 1 < len(words):
        yield from slot.followed.get(words[i + 1], ())
        if slot.gapped:
            near = set(words[i + 1 : i + MAX_GAP + 2])
            for entry in slot.gapped:
                if not near.isdisjoint(entry.trigger.pattern.steps[1].words):
                    yield entry


def _asserts(reading: Reading, bank: Bank, tokens: Tokens, number: int) -> bool:
    """Say whether a sentence asserts an event of one rule."""
    rule, size = bank.rules[number], len(tokens)
    anchors = rule.anchors
    for i, word in enumerate(tokens.words):
        if word not in anchors:
            continue
        for trigger in rule.triggers:
            end = trigger.pattern.match(tokens.words, i, size)
            if end <= 0 or _excepted(rule, tokens, i, end):
                continue
            if _match(reading, bank, tokens, Entry(number, trigger), i, end):
                return True
    return False


def _match(
    reading: Reading, bank: Bank, tokens: Tokens, entry: Entry, start: int, end: int
) -> Match | None:
    """Judge one hit of the body; ``None`` if the event is undone or the rule doesn't take it."""
    rule, trigger = bank.rules[entry.rule], entry.trigger
    verb = trigger.kind != "noun"
    if inside_name(tokens, start, start + 1 if verb else end):
        return None
    if is_modifier(tokens, end) if not verb else is_noun(tokens, trigger, start):
        return None
    base = verb and tokens.words[start] in trigger.bases
    modality, background = polarity.judge(reading, tokens, start, end, verb=verb, base=base)
    if modality is None:
        return None
    opt_in = polarity.OPT_IN.get(modality)
    if opt_in and not getattr(rule, opt_in):
        return None
    passive = verb and is_passive(tokens, trigger, start, end)
    gap = any(step.gap for step in trigger.pattern.steps)
    grammar = Grammar(trigger.noun, trigger.preposition, verb, passive, gap)
    filling = fill(tokens, start, end, grammar)
    if not all(filling.value(slot) for slot in rule.needs):
        return None
    return Match(entry.rule, rule, trigger, tokens, start, end, modality, background, filling)


def _in_context(reading: Reading, rule: Rule) -> bool:
    """Say whether title and opening have what a rule requires and nothing that it forbids."""
    words, sentences = reading.context, reading.context_sentences
    if rule.forbid and rule.forbid.found(words, sentences):
        return False
    if not all(group.found(words, sentences) for group in rule.require):
        return False
    sport, fiction = reading.borrowed
    if rule.topic == "sport" and not reading.is_sport:
        return False
    if sport >= _SPORT_WORDS and rule.topic in _BORROWED_BY_SPORT:
        return False
    return fiction < _FICTION_WORDS or rule.topic not in _BORROWED_BY_FICTION


def _title_rules(reading: Reading, bank: Bank) -> dict[int, bool]:
    """Return the rules that the headline triggers, with whether it asserts the event."""
    found: dict[int, bool] = {}
    tokens = reading.title
    for entry, start, end in _hits(bank, tokens):
        verb = entry.trigger.kind != "noun"
        if not verb and is_modifier(tokens, end, capitals=False):
            continue
        modality, _ = polarity.judge(reading, tokens, start, end, verb=verb)
        found[entry.rule] = found.get(entry.rule, False) or modality is not None
    return found


def _repetitions(reading: Reading, trigger: Trigger) -> int:
    return sum(reading.lower.count(" " + word) for word in trigger.pattern.anchors)


def salience_parts(
    reading: Reading, trigger: Trigger, place: int, *, titled: bool
) -> dict[str, float]:
    """Return what tells how much an event of lead sentence ``place`` matters, each in [0, 1]."""
    return {
        "position": _POSITION[place],
        "title": float(titled) if len(reading.title) else _TITLE_UNKNOWN,
        "repetition": min(_repetitions(reading, trigger), 5) / 5,
    }


def _scored(match: Match, place: int, titled: bool, reading: Reading, similarity: float) -> Match:
    filled = match.filling
    parts = salience_parts(reading, match.trigger, place, titled=titled)
    parts["similarity"] = similarity
    parts["slots"] = float(bool(filled.about or filled.where or filled.actor))
    weights = salience_weights()
    score = sum(weights[name] * value for name, value in parts.items())
    if match.background:
        parts["background"] = -_BACKGROUND_LOSS
        score -= _BACKGROUND_LOSS
    if match.modality != polarity.HAPPENED:
        parts["modality"] = -_MODALITY_LOSS
        score -= _MODALITY_LOSS
    rounded = tuple((name, round(value, 6)) for name, value in parts.items())
    return attrs.evolve(match, parts=rounded, score=round(max(0.0, score), 6))


def _is_salient(match: Match) -> bool:
    return match.score >= (_LOWEST_BACKGROUND if match.background else _LOWEST)


def _leads(match: Match, titles: dict[int, bool], reading: Reading) -> bool:
    """Say whether the event leads the article, or the headline says it too."""
    if match.number in titles:
        return True
    if match.background:
        return False
    if match.tokens is reading.lead[0]:
        return True
    return len(reading.title) == 0 and _repetitions(reading, match.trigger) >= 3


def _admit(matches: list[Match], titles: dict[int, bool], reading: Reading) -> list[Match]:
    """Keep events that lead the article, and those of the same topic told with them."""
    leading = {match.number for match in matches if _leads(match, titles, reading)}
    topics = {match.rule.topic for match in matches if match.number in leading}
    kept = [
        match
        for match in matches
        if _is_salient(match)
        and (match.number in leading or (match.rule.topic in topics and not match.background))
    ]
    return sorted(kept, key=lambda match: (-match.score, match.number))


def _rank(match: Match, titles: dict[int, bool]) -> tuple[bool, float]:
    return match.number in titles or not match.background, match.score


def find_matches(reading: Reading, bank: Bank) -> list[Match]:
    """Return the best match of every rule that the article's title and lead license."""
    titles = _title_rules(reading, bank)
    best: dict[int, Match] = {}
    refused: dict[int, bool] = {}
    vector: dict[str, float] | None = None
    for place, tokens in enumerate(reading.lead):
        for entry, start, end in _hits(bank, tokens):
            number = entry.rule
            if number not in refused:
                refused[number] = not _in_context(reading, bank.rules[number])
            if refused[number] or not _near(bank.rules[number], tokens):
                continue
            match = _match(reading, bank, tokens, entry, start, end)
            if match is None or titles.get(number) is False:
                continue
            if vector is None:
                vector = bank.exemplars.vector((reading.title, *reading.lead))
            similarity = round(bank.exemplars.similarity(vector, number), 6)
            scored = _scored(match, place, number in titles, reading, similarity)
            if number not in best or _rank(scored, titles) > _rank(best[number], titles):
                best[number] = scored
    return _admit(list(best.values()), titles, reading)


def _near(rule: Rule, tokens: Tokens) -> bool:
    return not rule.near or rule.near.found(set(common_words(tokens)), [tokens.words])


def other_mentions(reading: Reading, bank: Bank, match: Match) -> list[Tokens]:
    """Return the other sentences that assert an event of the same rule."""
    anchors = [word for word in sorted(match.rule.anchors) if word in reading.lower]
    found = []
    for sentence, lower in reading.lowered:
        if sentence.index != match.tokens.index and any(word in lower for word in anchors):
            tokens = reading.tokens(sentence.index)
            if _asserts(reading, bank, tokens, match.number):
                found.append(tokens)
    return found
