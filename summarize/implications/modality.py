"""How an event is told: as happened, planned, proposed, threatened or alleged.

Read from the closed word lists and from the words before a trigger; ``prospects`` reads those
behind a noun.
"""

from __future__ import annotations

from summarize.implications import lexicon, verbs
from summarize.implications.clauses import (
    AFTER,
    CLAUSE_ENDS,
    NEAR,
    is_asked,
    may_be_verb,
)
from summarize.implications.notions import (
    bill_before,
    is_aim,
    is_charge,
    is_demanded,
    is_imagined,
    is_sought,
)

HAPPENED, PLANNED, PROPOSED, THREATENED, ALLEGED = (
    "happened", "planned", "proposed", "threatened", "alleged",
)  # fmt: skip
#: Modalities a rule fires on only when it says so, and the key that says it.
OPT_IN = {PLANNED: "planned", PROPOSED: "planned", THREATENED: "planned", ALLEGED: "alleged"}
_SHORT_WHILES = frozenset({"week", "month", "night", "weekend"}) | lexicon.DAYS
_HELPERS = lexicon.CONDITIONALS | {"to", "will", "shall"}
_UNSURE = frozenset({"if", "whether", "unless", "yet"})
_BEFORE_NOUN = lexicon.DETERMINERS | lexicon.POSSESSIVES


def particle_undoes(words: list[str], i: int) -> bool:
    """Say whether a verb with its particle at ``i`` undoes an event ("called off", "ruled out")."""
    return i > 0 and words[i - 1] in lexicon.UNDOING_PARTICLES.get(words[i], ())


def modality_before(
    words: list[str], first: int, start: int, *, verb: bool, base: bool
) -> str | None:
    """Return the modality that the words before give; None if hypothetical or undone."""
    if is_asked(words, first, start):
        return None
    if not verb:
        return _of_noun(words, first, start)
    before = words[start - 1] if start else ""
    if base and before in {"and", "or"}:
        return _joined(words, first, start)
    if is_imagined(words, start):
        return None
    if base and is_demanded(words, first, start):
        return PROPOSED
    if before == "by" and words[start].endswith("ing"):
        return _as_means(words, first, start - 1)
    bill = bill_before(words, first, start)
    if bill > 0:
        return _of_bill(words, first, bill)
    return _by_cues(words, first, start, verb=True)


def _of_noun(words: list[str], first: int, start: int) -> str | None:
    """Return the modality that the words before give a noun."""
    if is_aim(words, first, start):
        return None
    if is_charge(words, first, start):
        return ALLEGED
    if is_sought(words, first, start):
        return PROPOSED
    if words[max(first, start - 2) : start] == ["articles", "of"]:
        return PROPOSED
    if _is_of_last(words, start):
        return HAPPENED
    return _by_cues(words, first, start, verb=False)


def _of_bill(words: list[str], first: int, bill: int) -> str | None:
    """Return the modality of what a bill does: that of the bill, unless it has gone through."""
    found = _by_cues(words, first, bill, verb=False)
    if found != HAPPENED or words[bill] in {"law", "laws"}:
        return found
    return found if not lexicon.PASSED.isdisjoint(words) else PROPOSED


def _by_cues(words: list[str], first: int, start: int, *, verb: bool) -> str | None:
    """Return the modality that the cues shortly before give."""
    # "have set 3 March for a strike": a cue may stand further off
    reach = NEAR + 3 if not verb and "for" in words[max(first, start - NEAR) : start] else NEAR
    for i in range(start - 1, max(first, start - reach) - 1, -1):
        if words[i] in {",", "and"} and i < start - 1:
            break
        if _undoes(words, i) or (verb and words[i] == "from" and i == start - 1):
            return None
        if words[i] in lexicon.ALLEGED:
            return ALLEGED
        if words[i] in lexicon.PLANNED and _projects(words, i) and not _has_verb(words, i):
            return None if _plan_undone(words, first, i) else lexicon.PLANNED[words[i]]
        if words[i] == "to" and _reaches(words, i, start, verb=verb):
            return _governed(words, first, i, verb=verb)
        if not verb and words[i] in lexicon.LOCATING:
            break
    if verb:
        return ALLEGED if _is_claimed(words, first, start) else HAPPENED
    return _as_object(words, first, start)


def _has_verb(words: list[str], cue: int) -> bool:
    """Say whether a cue that may be a noun is the subject of a verb ("the plan has led to")."""
    i = cue + 1
    if words[cue] not in lexicon.PLAN_NOUNS:
        return False
    while i < len(words) and words[i] in lexicon.ADVERBS:
        i += 1
    return i < len(words) and (may_be_verb(words[i]) and not words[i].endswith("ing"))


def _is_of_last(words: list[str], start: int) -> bool:
    """Say whether a noun is dated shortly before ("last week's talks")."""
    return any(
        words[i] == "last" and words[i + 1] in _SHORT_WHILES
        for i in range(max(0, start - 4), start - 1)
    )


def _joined(words: list[str], first: int, start: int) -> str | None:
    """Return the modality of a base verb behind "and": that of what governs both verbs."""
    before = words[first:start]
    if "to" in before or not lexicon.CONDITIONALS.isdisjoint(before):
        return None
    return PLANNED if "will" in before or "shall" in before else HAPPENED


def _as_means(words: list[str], first: int, by: int) -> str | None:
    """Return the modality of "by VERBing": that of the verb it tells the means of."""
    for i in range(by - 1, first - 1, -1):
        word = words[i]
        if word in lexicon.RELATIVES or word in lexicon.CONDITIONALS:
            return HAPPENED if word in lexicon.RELATIVES else None
        if word in {"will", "shall"}:
            return PLANNED
        if word == "to" and _opens_infinitive(words, i):
            if _undone(words, first, i):
                return None
            if found := _infinitive(words, first, i):
                return found
    return HAPPENED


def _as_object(words: list[str], first: int, start: int) -> str | None:
    """Return the modality of a noun by the verb whose object it is, however long the phrase."""
    for i in range(start - 1, max(first, start - AFTER) - 1, -1):
        word = words[i]
        leads_to = word == "to" and words[i - 1] in {"way", "lead", "leading"}
        if word in CLAUSE_ENDS or (word in lexicon.PREPOSITIONS and not leads_to):
            return HAPPENED
        if word in verbs.EVENT_VERBS and i < start - NEAR + 1:
            return _helped(words, first, i)
    return HAPPENED


def _helped(words: list[str], first: int, verb: int) -> str | None:
    """Return the modality that the auxiliaries before a verb give it."""
    i = verb - 1
    while i > first and (words[i] in lexicon.ADVERBS or words[i] in {"have", "be"}):
        i -= 1
    if i < first or words[i] not in _HELPERS:
        return HAPPENED
    if words[i] == "to":
        return _governed(words, first, i, verb=False)
    return None if words[i] in lexicon.CONDITIONALS else PLANNED


def _is_claimed(words: list[str], first: int, start: int) -> bool:
    """Say whether a claim governs a clause from further away ("claiming the vote was ...")."""
    for i in range(start - 1, max(first, start - 2 * NEAR) - 1, -1):
        if words[i] == ",":
            return False
        if words[i] in lexicon.CLAIMING:
            return True
    return False


def _undoes(words: list[str], i: int) -> bool:
    """Say whether the word at ``i`` makes what follows hypothetical or undone."""
    word = words[i]
    if word in lexicon.CONDITIONALS or word in lexicon.AVERTERS or particle_undoes(words, i):
        return True
    if words[i + 1] == "of" and (word in lexicon.HOPED or _is_short_of_kind(words, i)):
        return True
    return word in lexicon.DROPPED and words[i + 1] in _BEFORE_NOUN


def _is_short_of_kind(words: list[str], i: int) -> bool:
    """Say whether something falls short of what follows ("short of the kind of reform")."""
    return words[i] in {"kind", "sort"} and words[max(0, i - 3) : i] == ["short", "of", "the"]


def _reaches(words: list[str], to: int, start: int, *, verb: bool) -> bool:
    """Say whether "to" opens the infinitive of a verb ("to be impeached") or of a noun's verb."""
    if verb:
        return all(word in lexicon.BE or word in lexicon.ADVERBS for word in words[to + 1 : start])
    return _opens_infinitive(words, to)


def _opens_infinitive(words: list[str], to: int) -> bool:
    return words[to + 1] not in lexicon.FUNCTION_WORDS


def _governed(words: list[str], first: int, to: int, *, verb: bool) -> str | None:
    """Judge an infinitive; a noun inside one ("to hold a strike") only if something governs it."""
    if words[to - 1] in lexicon.MEANT and to > first:
        return None
    if not verb and _is_of_known(words, to):
        return HAPPENED
    found = _infinitive(words, first, to)
    return HAPPENED if not verb and found is None and not _undone(words, first, to) else found


def _is_of_known(words: list[str], to: int) -> bool:
    """Say whether an infinitive's object is there already ("to resume its inquiry")."""
    known = _BEFORE_NOUN - {"a", "an"}
    return words[to + 1] in lexicon.GOING_ON and not known.isdisjoint(words[to + 2 : to + 3])


def _plan_undone(words: list[str], first: int, i: int) -> bool:
    """Say whether the plan itself is undone ("dropped its plan for a strike")."""
    before = words[max(first, i - 4) : i]
    return any(
        word in lexicon.AVERTERS or word in lexicon.DROPPED or word in _UNSURE for word in before
    )


def _undone(words: list[str], first: int, to: int) -> bool:
    """Say whether what governs "to" undoes it ("refused to hold a strike")."""
    before = set(words[max(first, to - AFTER + 2) : to])
    return not before.isdisjoint(lexicon.AVERTERS | lexicon.CONDITIONALS | lexicon.TRIED)


def _infinitive(words: list[str], first: int, to: int) -> str | None:
    """Judge "... to VERB": planned if a plan or a bare headline subject governs it."""
    for i in range(to - 1, max(first, to - 4) - 1, -1):
        word = words[i]
        if word in lexicon.AVERTERS or word in lexicon.CONDITIONALS or word in lexicon.TRIED:
            return None
        if word in lexicon.ACHIEVED:
            return PLANNED if _is_hoped_for(words, first, i) else HAPPENED
        if word in lexicon.PLANNED and _projects(words, i):
            return None if _plan_undone(words, first, i) else lexicon.PLANNED[word]
        if word in lexicon.BE and all(map(_is_headed_for, words[i + 1 : to])):
            return PLANNED
    if not lexicon.ACHIEVED.isdisjoint(words[max(first, to - 7) : to]):
        return PLANNED if _is_hoped_for(words, first, to) else HAPPENED
    return PLANNED if to <= 4 and not any(map(may_be_verb, words[:to])) else None


def _is_headed_for(word: str) -> bool:
    """Say whether a word may stand between "be" and the "to" of what is to come."""
    return word in lexicon.GOING_TO or may_be_verb(word) or word.endswith("ing")


def _is_hoped_for(words: list[str], first: int, i: int) -> bool:
    """Say whether what is achieved at ``i`` is only hoped for ("hopes to become the first to")."""
    before = words[max(first, i - NEAR) : i]
    return any(
        word in lexicon.PLANNED or word in lexicon.HOPED or word in lexicon.CONDITIONALS
        for word in before
    )


def _projects(words: list[str], i: int) -> bool:
    """Say whether a cue projects here: "agreed to ...", but not "agreed a deal"."""
    after = words[i + 1]
    if words[i] in lexicon.WARNING and after in _BEFORE_NOUN:
        return after in {"a", "an"}
    if words[i] == "promised" and words[i - 1] in lexicon.BE and after != "to":
        return False  # what somebody is promised is promised, whatever comes of it
    if words[i] == "pending" and after in _BEFORE_NOUN:
        return False
    return (
        words[i] not in lexicon.PLANNED_WITH_TO
        or words[i] == "considering"
        or after in {"to", "for", "on"}
        or after.endswith("ing")
        or after.isdigit()
    )
