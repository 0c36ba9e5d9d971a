"""Did the event happen? Polarity and modality of a trigger, read from the words around it.

Every check looks outside the trigger itself, so a rule whose trigger says
"lifted the ban" or "talks suspended" is not undone by its own words.
"""

from __future__ import annotations

from summarize.implications import lexicon, verbs
from summarize.implications.clauses import (
    AFTER,
    NEAR,
    STRONG_STOPS,
    is_conditional,
    may_be_verb,
    stretch_end,
)
from summarize.implications.history import is_dated_before, is_over, is_past
from summarize.implications.modality import (
    HAPPENED,
    modality_before,
    particle_undoes,
)
from summarize.implications.morphology import is_superlative
from summarize.implications.prospects import modality_after
from summarize.implications.reading import Reading, Tokens
from summarize.implications.roles import is_surname

_SAYING = frozenset("say says said believe believes believed think thinks thought and or".split())
_QUOTES = frozenset('"“”')
_MODAL_NAMES = frozenset({"may", "will"})
_BEFORE_MONTH = frozenset("in on by since until of last next this early late mid from".split())
_AMONG = frozenset({"one", "some", "two", "three", "among"})
_CASES = frozenset("case instance example incident".split())
# Without any of these in reach nothing behind an event undoes it.
_UNDOING = frozenset({"never", "not", "hold", "yet"}).union(
    lexicon.UNDONE_AFTER, lexicon.UNDONE_PASSIVE, lexicon.UNDOING_PARTICLES
)


def _clause_start(tokens: Tokens, start: int) -> int:
    """Return where the words that can govern ``start`` begin: after a strong stop."""
    if STRONG_STOPS.isdisjoint(tokens.words):
        return 0
    for i in range(start - 1, -1, -1):
        if tokens.words[i] in STRONG_STOPS:
            return i + 1
    return 0


def _without_names(tokens: Tokens) -> list[str]:
    """Return the words with the month of May, and people called so or Will, as another month."""
    words = tokens.words
    if tokens.index < 0 and "planned" in words:
        words = _without_planned(tokens)
    if _MODAL_NAMES.isdisjoint(words):
        return words
    return [
        "june" if word in _MODAL_NAMES and i and _is_name(tokens, i) else word
        for i, word in enumerate(words)
    ]


def _without_planned(tokens: Tokens) -> list[str]:
    """Return a headline's words without "planned" where it opens a name ("Planned Oakwood")."""
    last = len(tokens) - 1
    return [
        "june" if word == "planned" and i < last and is_surname(tokens, i + 1) else word
        for i, word in enumerate(tokens.words)
    ]


def _is_name(tokens: Tokens, i: int) -> bool:
    """Say whether a word is no modal: dated, or with a capital that a headline doesn't give it."""
    words = tokens.words
    beside = words[i - 1 : i] + words[i + 1 : i + 2]
    dated = words[i - 1] in _BEFORE_MONTH or any(map(str.isdigit, beside))
    return dated or (tokens.index >= 0 and tokens.is_capitalised(i))


def _is_negator(word: str) -> bool:
    return word in lexicon.NEGATORS or word.endswith("n't")


def _negated_before(words: list[str], start: int) -> bool:
    """Say whether a negator stands anywhere before, not undone by "only" or "but"."""
    before = words[:start]
    if lexicon.NEGATORS.isdisjoint(before) and "n't" not in " ".join(before):
        return False
    for i in range(start - 1, -1, -1):
        if words[i] == "but" and i > 0:
            return False
        if _is_negator(words[i]) and not (words[i] == "not" and words[i + 1] == "only"):
            return True
    return False


def _undone_after(words: list[str], end: int) -> bool:
    """Say whether a negated or undoing predicate follows ("was called off", "did not happen")."""
    after = words[end : end + AFTER]
    if _UNDOING.isdisjoint(after) and "n't" not in " ".join(after):
        return False
    for i in range(end, stretch_end(words, end)):
        word, helped = words[i], words[i - 1] in lexicon.AUXILIARIES
        if word.endswith("n't") or word == "never" or (word == "not" and helped):
            return True
        if (word in lexicon.UNDONE_AFTER and helped) or particle_undoes(words, i):
            return True
        if word in lexicon.UNDONE_PASSIVE and words[i - 1] in lexicon.BE:
            return True
        if word == "hold" and words[i - 1] == "on":
            return True
        if word == "yet" and helped and words[i + 1 : i + 2] == ["to"]:
            return True
    return False


def _is_gone(reading: Reading, tokens: Tokens, start: int, end: int, *, verb: bool) -> bool:
    """Say whether a headline undoes an event, or a noun is over or of a year gone by."""
    words = tokens.words
    if tokens.index < 0 and _is_headed_undone(words, end):
        return True
    if verb:
        return False
    return is_over(reading, words, start, end) or is_dated_before(reading, tokens, words[end - 1])


def _is_headed_undone(words: list[str], end: int) -> bool:
    """Say whether a headline undoes an event without an auxiliary ("Ban dropped from bill")."""
    word, behind = "".join(words[end : end + 1]), words[end + 1 : end + 2]
    undone = word in lexicon.UNDONE_PASSIVE or (
        word in lexicon.UNDONE_AFTER and word.endswith(("ed", "n"))
    )
    return undone and (not behind or behind[0] in lexicon.PREPOSITIONS or behind[0] == ",")


def _quoted(tokens: Tokens, start: int, end: int) -> bool:
    if _QUOTES.isdisjoint(tokens.words):
        return False
    before = sum(word in _QUOTES for word in tokens.words[:start])
    after = any(word in _QUOTES for word in tokens.words[end:])
    return before % 2 == 1 and after


def _in_background(tokens: Tokens, first: int, start: int) -> bool:
    """Say whether the trigger sits in a relative or background clause of its sentence."""
    words = tokens.words
    for i in range(start - 1, first - 1, -1):
        word = words[i]
        if word == "that":
            return i == 0 or not (may_be_verb(words[i - 1]) or _goes_on(words, i, start))
        if word in lexicon.RELATIVES:
            return not (_resumes(words, i, start) or _goes_on(words, i, start))
        if word in lexicon.BACKGROUND and start - i <= 8:
            return not _main_clause_follows(words, i, start)
    return False


def _verb_start(words: list[str], relative: int, start: int) -> int:
    """Return where the auxiliaries and adverbs of a verb begin, behind a relative pronoun."""
    while start > relative + 1 and (
        words[start - 1] in lexicon.AUXILIARIES or words[start - 1] in lexicon.ADVERBS
    ):
        start -= 1
    return start


def _resumes(words: list[str], relative: int, start: int) -> bool:
    """Say whether a relative clause in commas ends before the verb ("X, who ..., has won")."""
    comma = _verb_start(words, relative, start) - 1
    return words[comma] == "," and words[relative - 1] == "," and comma > relative + 2


def _goes_on(words: list[str], relative: int, start: int) -> bool:
    """Say whether an auxiliary resumes the main clause ("A phone that reads cards has been sold").

    The relative clause has a verb of its own by then, right behind its pronoun.
    """
    first = _verb_start(words, relative, start)
    if not relative + 2 < first < start or words[first - 1] in _SAYING:
        return False
    behind = words[relative + 1 + words[relative + 1].endswith("ly")]
    own = may_be_verb(behind) or behind in verbs.COMMON_VERBS or behind.endswith("s")
    return own or words[relative] == "where"


def _main_clause_follows(words: list[str], cue: int, start: int) -> bool:
    """Say whether an introductory clause ends before the trigger ("After X, the army ...")."""
    return cue <= 1 and "," in words[cue:start]


def judge(
    reading: Reading, tokens: Tokens, start: int, end: int, *, verb: bool, base: bool = False
) -> tuple[str | None, bool]:
    """Judge the event that tokens ``[start, end)`` name; ``base``: a verb in its base form.

    Returns its modality, or ``None`` if it is negated, averted, quoted, asked,
    hypothetical or history; and whether it stands in a background clause.
    """
    words = _without_names(tokens)
    first = _clause_start(tokens, start)
    if (words and words[-1] == "?") or _negated_before(words, start) or _undone_after(words, end):
        return None, False
    if base and verb and _is_bidden(tokens, first, start):
        return None, False
    if _is_gone(reading, tokens, start, end, verb=verb):
        return None, False
    if _quoted(tokens, start, end) or is_past(reading, tokens, start, end, verb=verb):
        return None, False
    if not verb and start > 0 and words[start - 1] == "to" and words[start] in lexicon.NOUN_OR_VERB:
        verb = base = True
    if (base or not verb) and "to" not in words[start:end] and is_conditional(words, end):
        return None, False
    modality = modality_before(words, first, start, verb=verb, base=base)
    if modality == HAPPENED and not verb:
        modality = modality_after(words, end)
    if verb:
        aside = start == 0 and words[0].endswith("ing")
    elif _is_among_most(words, start) or _is_example(words):
        return None, False
    else:
        aside = _is_given(tokens, first, start) or _is_one_of(words, start)
    return modality, aside or _in_background(tokens, first, start)


def _is_bidden(tokens: Tokens, first: int, start: int) -> bool:
    """Say whether a verb in its base form opens a clause ("Plan B: close the port")."""
    word = tokens.words[start]
    return tokens.index >= 0 and 0 < start == first and word not in verbs.PAST_FORMS


def _is_one_of(words: list[str], start: int) -> bool:
    """Say whether a noun only tells what one thing is among ("one out of hundreds of strikes")."""
    return any(
        words[i : i + 2] == ["out", "of"] and words[i + 2] in lexicon.NUMBER_WORDS
        for i in range(max(0, start - 4), start - 1)
    )


def _is_among_most(words: list[str], start: int) -> bool:
    """Say whether a noun tells what one thing is among ("one of the deadliest storms")."""
    if "of" not in words[max(0, start - 4) : start]:
        return False
    for i in range(max(0, start - 5), start - 2):
        if words[i] in _AMONG and words[i + 1 : i + 3] in (["of", "the"], ["of", "its"]):
            return any(map(is_superlative, words[i + 3 : start]))
    return False


def _is_example(words: list[str]) -> bool:
    """Say whether a sentence tells one of several by its opening ("In one case, ...")."""
    opens = words[:2] in (["in", "one"], ["in", "another"])
    return opens and not _CASES.isdisjoint(words[2:3])


def _is_given(tokens: Tokens, first: int, start: int) -> bool:
    """Say whether a noun is an oblique definite ("in the election"): known, not news."""
    words = tokens.words
    for i in range(start - 1, max(first, start - NEAR) - 1, -1):
        if words[i] in {"a", "an"}:
            return i > first and words[i - 1] in lexicon.ATTENDED
        if words[i] in {"last", "next"}:
            continue
        if tokens.raw[i].endswith(("'s", "’s")):
            while i > first and (tokens.is_capitalised(i - 1) or words[i - 1] in {"last", "the"}):
                i -= 1
            return i > first and words[i - 1] in lexicon.OBLIQUE
        if words[i] in {"the", "this", "its", "their", "his", "her"}:
            return i > first and words[i - 1] in lexicon.OBLIQUE
        if words[i] in lexicon.FUNCTION_WORDS or not words[i][0].isalnum():
            return False
    return False
