"""Which bullets are shown: the best, of different sources, classes and words."""

from __future__ import annotations

import attrs

from summarize.implications import lexicon
from summarize.implications.implication import Implication
from summarize.implications.lazy import lazy

#: Most bullets of one rule, and what each costs the next one (own choice: three good bullets of
#: the main event go before the first of a minor one).
PER_RULE, SAME_SOURCE = 3, 0.8
#: Share of words two bullets may have in common before the later one is dropped.
_NEAR_DUPLICATE = 0.6


@attrs.define(eq=False, slots=False)
class _Draft:
    """A candidate on its way into the list, and what it is worth now."""

    bullet: Implication
    worth: float

    @lazy
    def words(self) -> frozenset[str]:
        """Return its content words."""
        return frozenset(self.bullet.text.lower().rstrip(".").split()) - lexicon.FUNCTION_WORDS

    def fits(self, chosen: _Draft) -> bool:
        """Say whether it adds to a chosen bullet: another class, other words."""
        stated = self.bullet.kind == "stated"
        if not stated and self.bullet.consequence == chosen.bullet.consequence:
            return False
        one, other = self.words, chosen.words
        return len(one & other) <= _NEAR_DUPLICATE * min(len(one), len(other))


def spread(candidates: list[Implication], limit: int) -> list[Implication]:
    """Choose greedily by score, discounted for every bullet that the same source has given."""
    chosen: list[Implication] = []
    uses: dict[str, int] = {}
    left = [_Draft(bullet, bullet.score) for bullet in candidates]
    while left and len(chosen) < limit:
        best = max(left, key=lambda draft: draft.worth)
        chosen.append(best.bullet)
        source = best.bullet.rule
        uses[source] = uses.get(source, 0) + 1
        left = [draft for draft in left if draft is not best and draft.fits(best)]
        for draft in left:
            if draft.bullet.rule == source:
                draft.worth *= SAME_SOURCE
        if uses[source] == PER_RULE:
            left = [draft for draft in left if draft.bullet.rule != source]
    return sorted(chosen, key=lambda bullet: -bullet.score)
