"""Event classes of sentences, by the shipped lexicon, against PLOVER's gold standard."""

from __future__ import annotations

from collections import Counter
from typing import Any

from summarize.document import Document
from summarize.facts import Fact, facts
from summarize.facts.lexicon import lexicon

#: Names that versions of PLOVER give the same class.
ALIASES = {
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "YIELD": "CONCEDE",
    "MOBILISE": "MOBILIZE",
    "REDUCE_RELATIONS": "SANCTION",
}
#: Classes of the extended set that the sixteen-class form of PLOVER folds into others.
FOLDED = {"INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
_COOPERATIVE = frozenset({"SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "CONSULT"})
_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "FIGHT"})
_SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_LATER = 0.3  # a class's second and later triggers count this much of the first
_SPOKEN_BONUS = 1.3  # what is said governs what it is said of ("threatened to bomb")
_FIRST_BONUS = 0.5  # the sentence's first trigger is more often its main verb


def classify(found: tuple[Fact, ...]) -> str:
    """Return the PLOVER class that the facts of one sentence add up to, or "NONE"."""
    scores: Counter[str] = Counter()
    seen: set[str] = set()
    for order, fact in enumerate(found):
        event = _plover(fact)
        if not event:
            continue
        weight = fact.weight * (_LATER if event in seen else 1.0)
        if event in _SPOKEN:
            weight *= _SPOKEN_BONUS
        scores[event] += weight + (_FIRST_BONUS if order == 0 else 0.0)
        seen.add(event)
    return max(sorted(scores), key=scores.__getitem__) if scores else "NONE"


def _plover(fact: Fact) -> str:
    """Map a fact to PLOVER: what is promised is AGREE, announced harm THREATEN, refusal REJECT."""
    event = lexicon().plover[fact.event].upper().replace("MOBILISE", "MOBILIZE")
    if fact.modality == "planned" and event in _COOPERATIVE:
        return "AGREE"
    if fact.modality == "planned" and event in _HOSTILE:
        return "THREATEN"
    if not fact.polarity and event in _COOPERATIVE | {"AGREE"}:
        return "REJECT"
    return event


def evaluate_events(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return accuracy and recall by class on rows with ``text`` and ``event``."""
    gold = [ALIASES.get(row["event"].upper(), row["event"].upper()) for row in rows]
    extended = set(FOLDED) & set(gold)
    predicted = [classify(facts(Document.from_text(row["text"]))) for row in rows]
    if not extended:
        predicted = [FOLDED.get(event, event) for event in predicted]
    right = [p == g for p, g in zip(predicted, gold, strict=True)]
    recall = {
        event: sum(r for r, g in zip(right, gold, strict=True) if g == event) / gold.count(event)
        for event in sorted(set(gold))
    }
    largest = max(Counter(gold).values(), default=0)
    return {
        "rows": len(rows),
        "accuracy": sum(right) / len(rows) if rows else 0.0,
        "largest_class": largest / len(rows) if rows else 0.0,
        "without_event": predicted.count("NONE"),
        "recall": recall,
    }
