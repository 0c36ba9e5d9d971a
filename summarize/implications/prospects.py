"""What the words behind a noun make of its event: happened, planned, promised, a mere chance.

Read from the closed word lists, within the clause.
"""

from __future__ import annotations

from summarize.implications import lexicon
from summarize.implications.clauses import AFTER, NO_CONDITION, may_be_verb, stretch_end
from summarize.implications.modality import HAPPENED, PLANNED, PROPOSED, THREATENED

#: Words that say of an event named before that it is only thought of ("call a slump likely").
_PREDICTED = frozenset(
    "likely unlikely possible impossible probable improbable conceivable".split()
)
#: ... and nouns that do so behind "is" or right behind it ("closure the only way to save it").
_CHOICES = frozenset("way option answer choice solution alternative possibility".split())
#: What is offered or asked for "by" somebody has not come about.
_OFFERED = {
    **dict.fromkeys("promised pledged vowed planned envisaged envisioned".split(), PLANNED),
    **dict.fromkeys("proposed sought demanded urged advocated floated suggested".split(), PROPOSED),
    "threatened": THREATENED,
}
_PREDICTING = _PREDICTED | _CHOICES | _OFFERED.keys()
_DEGREES = frozenset("very highly more most less quite still also now".split())
# Without any of these in reach nothing behind an event projects it.
_PROJECTING = lexicon.AHEAD | lexicon.CONDITIONALS | {"to", "will", "shall"}


def modality_after(words: list[str], end: int) -> str | None:
    """Return the modality that the words after a noun trigger give it."""
    ahead = words[end : end + AFTER]
    if not _PREDICTING.isdisjoint(ahead):
        if _is_predicted(words, end):
            return None
        if offered := _offered(words, end):
            return offered
    return HAPPENED if _PROJECTING.isdisjoint(ahead) else _projected(words, end)


def _projected(words: list[str], end: int) -> str | None:
    """Return the modality that auxiliaries and words like "due" behind a noun give it."""
    if words[end : end + 2] == ["to", "be"]:
        return PLANNED
    for i in range(end, stretch_end(words, end)):
        word = words[i]
        if word in lexicon.AHEAD and (word != "set" or words[i + 1 : i + 2] in (["to"], ["for"])):
            return PLANNED
        if word in {"will", "shall"}:
            return PLANNED
        if word in lexicon.CONDITIONALS and words[i - 1] not in NO_CONDITION:
            return None
        if may_be_verb(word) and word not in lexicon.BE:
            break
    return HAPPENED


def _is_predicted(words: list[str], end: int) -> bool:
    """Say whether what follows a noun calls it a chance or a choice ("a slump is likely").

    "Likely to" tells of its consequences ("a strike is likely to cost millions").
    """
    for i in range(end, stretch_end(words, end)):
        word, behind = words[i], words[i + 1 : i + 2]
        if word in _PREDICTED and behind != ["to"]:
            helped = i > end and (words[i - 1] in _DEGREES or words[i - 1] in lexicon.BE_NOW)
            return helped or (i == end and not (behind and behind[0].isalpha()))
        if word in _CHOICES:
            return i > end and words[i - 1] == "only" and _is_said(words, i - 2)
        if may_be_verb(word) and word not in lexicon.BE_NOW:
            return False
    return False


def _is_said(words: list[str], i: int) -> bool:
    """Say whether "is" stands at ``i``, perhaps before "the"."""
    return words[i - (words[i] in lexicon.DETERMINERS)] in lexicon.BE_NOW


def _offered(words: list[str], end: int) -> str:
    """Return the modality of a noun that is promised or sought "by" somebody, "" if it isn't."""
    for i in range(end, stretch_end(words, end) - 1):
        if words[i] in _OFFERED and words[i + 1] == "by":
            return _OFFERED[words[i]]
        if may_be_verb(words[i]):
            return ""
    return ""
