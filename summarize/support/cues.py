"""Words that change what a statement claims: negation, modality, attribution, direction.

The lists are this project's own, written from grammar, and are matched on
lower-cased tokens.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATIONS = _words(
    """no not never none nobody nothing neither nor nowhere without cannot can't won't don't
    doesn't didn't isn't wasn't aren't weren't hasn't haven't hadn't wouldn't shouldn't couldn't
    mustn't needn't ain't n't doesn didn isn wasn aren weren hasn haven hadn wouldn shouldn couldn
    mustn needn ain hardly scarcely barely unable refuse refuses refused refusing deny
    denies denied denying fail fails failed failing lack lacks lacked lacking unlikely"""
)
"""Words that turn a claim into its opposite; verbs of refusal and failure among them, and what
tokenised text leaves of a contraction ("doesn 't")."""

MODALS = _words(
    """may might could would should can will shall must perhaps possibly probably potentially
    likely unlikely possible probable expected expects expect plans planned plan hopes hope hoped
    aims aim intends intend threatens threaten threatened considering considers poised set"""
)
"""Words that make a claim less than a fact: possibility, duty, plan."""

ATTRIBUTIONS = _words(
    """said says say saying told tells tell according claimed claims claim claiming announced
    announces added adds insisted insists argued argues argue warned warns warn warning believes
    believe believed reported reports stated states explained explains suggested predicted
    predicts predict forecast forecasts acknowledged admitted confirmed noted alleged alleges
    quoted describes described thinks think thought commented concluded testified tweeted"""
)
"""Words that hand a claim to somebody: reporting verbs."""

RISING = _words(
    """rise rises rose risen rising increase increases increased increasing grow grows grew grown
    growing growth gain gains gained gaining jump jumps jumped jumping surge surges surged surging
    climb climbs climbed climbing soar soars soared soaring improve improves improved improving
    expand expands expanded expanding double doubles doubled doubling up upward more most higher
    highest greater greatest larger largest bigger biggest better best above faster stronger
    raise raises raised raising boost boosts boosted strengthen strengthened strengthens win wins
    won winning victory beat beats accelerate accelerated accelerates longer heavier hotter
    advance advances advanced advancing recover recovers recovered recovery upgrade upgraded"""
)
"""Words of upward direction."""

FALLING = _words(
    """fall falls fell fallen falling decrease decreases decreased decreasing decline declines
    declined declining drop drops dropped dropping lose loses lost losing loss losses slump slumps
    slumped slumping plunge plunges plunged plunging tumble tumbles tumbled shrink shrinks shrank
    shrunk shrinking worsen worsens worsened worsening contract contracts contracted halve halves
    halved down downward less least fewer fewest lower lowest smaller smallest worse worst below
    slower weaker cut cuts cutting reduce reduces reduced reducing weaken weakened weakens defeat
    defeated defeats slow slows slowed slowdown shorter lighter colder retreat retreats retreated
    retreating deteriorate deteriorated deteriorates downgrade downgraded"""
)
"""Words of downward direction; the other side of :data:`RISING`."""
