"""Words that change what a statement claims: negation, modality, attribution, direction.

The lists are this project's own, written from grammar, and are matched on
lower-cased tokens. Functions return token positions, in order.
"""

from __future__ import annotations

from collections.abc import Sequence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEGATIONS = _words(
    """no not never none nobody nothing neither nor nowhere without cannot can't won't don't
    doesn't didn't isn't wasn't aren't weren't hasn't haven't hadn't wouldn't shouldn't couldn't
    mustn't needn't ain't n't hardly scarcely barely unable refuse refuses refused refusing deny
    denies denied denying fail fails failed failing lack lacks lacked lacking unlikely"""
)
"""Words that turn a claim into its opposite; verbs of refusal and failure among them."""

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

COMPARATIVES = _words(
    """more most less least fewer fewest higher highest lower lowest greater greatest larger largest
    smaller smallest bigger biggest better best worse worst faster fastest slower slowest stronger
    strongest weaker weakest longer longest shorter shortest older oldest younger youngest earlier
    earliest later latest cheaper cheapest heavier lighter hotter colder than above below"""
)
"""Words that compare two things; swapping the things changes the claim."""


def _positions(tokens: Sequence[str], words: frozenset[str]) -> tuple[int, ...]:
    return tuple(i for i, token in enumerate(tokens) if token in words)


def find_negations(tokens: Sequence[str]) -> tuple[int, ...]:
    """Return the positions of negating tokens, contractions in ``n't`` included."""
    return tuple(
        i for i, token in enumerate(tokens) if token in NEGATIONS or token.endswith(("n't", "n’t"))
    )


def negation_parity(tokens: Sequence[str]) -> int:
    """Return 1 when an odd number of tokens negate, else 0 (two negations cancel)."""
    return len(find_negations(tokens)) % 2


def find_modals(tokens: Sequence[str]) -> tuple[int, ...]:
    """Return the positions of tokens that make a claim possible, planned or due."""
    return _positions(tokens, MODALS)


def find_attributions(tokens: Sequence[str]) -> tuple[int, ...]:
    """Return the positions of reporting verbs and "according"."""
    return _positions(tokens, ATTRIBUTIONS)


def find_comparatives(tokens: Sequence[str]) -> tuple[int, ...]:
    """Return the positions of comparatives, superlatives and "than"."""
    return _positions(tokens, COMPARATIVES)


def find_directions(tokens: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return (position, +1 or -1) for every token that says up or down."""
    return tuple(
        (i, 1 if token in RISING else -1)
        for i, token in enumerate(tokens)
        if token in RISING or token in FALLING
    )
