"""From an article to rule matches: the events of its lead that are likely to be its story's."""

from __future__ import annotations

import attrs

from summarize.implications.bank import Bank
from summarize.implications.confidence import is_sure, shipped_confidence
from summarize.implications.reading import Reading
from summarize.implications.search import Match, Search, title_rules


@attrs.frozen(eq=False)
class Candidate:
    """A match and what tells whether its event is the one that the article tells."""

    match: Match
    measures: dict[str, float]


def find_candidates(reading: Reading, bank: Bank) -> list[Candidate]:
    """Return the best match of every rule that the article's title and lead license.

    Those are events that lead the article, and those of the same topic told with them.
    """
    search = Search(reading, bank, title_rules(reading, bank))
    first = search.leaders()
    if not first:
        return []
    best = search.best(first)
    leading = {number for number, match in best.items() if search.leads(match)}
    topics = {bank.rules[number].topic for number in leading}
    if topics:
        best |= search.best(search.followers(topics) - first)
    told = {number: bank.rules[number].topic for number in leading & search.titles.keys()}
    return [
        Candidate(match, search.measure(match, {told[other] for other in told if other != number}))
        for number, match in best.items()
        if (number in leading or search.follows(match, topics)) and search.is_alike(match)
    ]


def find_matches(reading: Reading, bank: Bank) -> list[Match]:
    """Return the matches that are likely enough to be what the article tells, the best first.

    A sentence or two without a headline are too little to be judged.
    """
    model, kept = shipped_confidence(), list[Match]()
    for candidate in find_candidates(reading, bank):
        match = candidate.match
        confidence = model.confidence(candidate.measures, match.event.rule.id)
        if reading.is_scrap or is_sure(confidence, candidate.measures):
            parts = (*match.parts, ("confidence", round(confidence, 6)))
            kept.append(attrs.evolve(match, parts=parts))
    return sorted(kept, key=lambda match: (-match.score, match.event.number))
