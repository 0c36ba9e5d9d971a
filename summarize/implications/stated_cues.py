"""Words by which news projects, expects, warns or draws a consequence.

The lists are this project's own writing. A cue has a kind, from the surest mark of a projection
to the weakest: what is expected, what is warned of, what follows, what may be.
"""

from __future__ import annotations

import re

import attrs


@attrs.frozen
class Cue:
    """A cue as it stands in a sentence: its kind, and its place in that sentence."""

    kind: str
    start: int
    end: int


_EXPECTATION = (
    r"(?:is|are|was|were|be|been|being|still|also|now|widely|generally)\s+"
    r"(?:expected|predicted|forecast|projected|anticipated|tipped|estimated)\s+to",
    r"(?:expects?|predicts?|forecasts?|anticipates?|envisages?|foresees?|hopes?|projects)\s+"
    r"(?:to|that|the|an?|its|their|his|her|sales|growth|profits?|prices|demand)",
    r"(?:predicted|forecast|projected|anticipated|expected|estimated)\s+that",
    r"(?:are|is)\s+(?:expecting|predicting|forecasting|anticipating|hoping)",
    r"(?:un)?likely",
    r"(?:poised|set|bound|certain|sure|destined|scheduled|slated|on course|on track|about|ready)"
    r"\s+to",
    r"(?:is|are)\s+(?:also\s+)?(?:due|going)\s+to",
    r"looms?|looming",
)
_WARNING = (
    r"warn(?:s|ed|ing)?\s+(?:that|of|against|the|about)",
    r"fears?\s+(?:that|of|over|about|the|for)|feared",
    r"(?:raise|raises|raised|raising|heighten\w*|stoke\w*|fuel\w*|spark\w*|prompt\w*)\s+"
    r"(?:\w+\s+){0,2}(?:fears?|concerns?|alarms?|worries|doubts|questions|hopes|expectations"
    r"|tensions?|prospects?)",
    r"(?:at|the)\s+risk\s+(?:of|that)|risks?\s+\w+ing",
    r"threaten(?:s|ed|ing)?\s+to|threats?\s+(?:of|to)|pose[sd]?\s+an?\s+(?:\w+\s+)?(?:risk|threat)",
)
_CONSEQUENCE = (
    r"(?:lead|leads|leading|led)\s+to|(?:result|results|resulting|resulted)\s+in",
    r"pav(?:e|es|ed|ing)\s+the\s+way|open(?:s|ed|ing)?\s+the\s+(?:way|door)",
    r"means?\s+(?:that|the)|as\s+a\s+(?:result|consequence)|consequences?|implications?",
    r"(?:put|puts|putting)\s+(?:\w+\s+){0,3}pressure",
)
_POSSIBILITY = (
    r"(?-i:will|wo)(?:\s+not|n[’']t)?|cannot",
    r"(?:would|could|might)(?:\s+not|n[’']t)?",
    r"(?-i:may)(?:\s+not)?",
    r"(?:should|must)\s+(?:\w+\s+)?(?:help|bring|lead|see|give|make|boost|ensure|prove|be\s+able)",
)
_KINDS = {
    "expectation": _EXPECTATION,
    "warning": _WARNING,
    "consequence": _CONSEQUENCE,
    "possibility": _POSSIBILITY,
}
_PATTERN = re.compile(
    r"(?<![\w'’-])(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(parts)})" for kind, parts in _KINDS.items())
    + r")(?![\w-])",
    re.IGNORECASE,
)
# A first look that costs one set intersection: without one of these words no pattern can match.
_WORDS = frozenset(
    "will won't won’t would wouldn't wouldn’t could couldn't couldn’t might may cannot should must"
    " expected expects expect expecting predicted predicts predict predicting forecast forecasts"
    " forecasting projected projects anticipated anticipates anticipate anticipating estimated"
    " envisages envisage foresee foresees hope hopes hoping tipped likely unlikely poised set bound"
    " certain sure destined scheduled slated course track about ready due going loom looms looming"
    " warn warns warned warning fear fears feared raise raises raised raising heighten heightens"
    " heightened heightening stoke stoked stokes stoking fuel fuels fuelled fueled fuelling spark"
    " sparks sparked sparking prompt prompts prompted prompting risk risks threaten threatens"
    " threatened threatening threat threats pose poses posed lead leads leading led result results"
    " resulting resulted pave paves paved paving open opens opened opening means mean consequence"
    " consequences implication implications put puts putting".split()
)
# What undoes a modal: the past, a wish, politeness, an idiom, a name.
_DEAD = re.compile(
    r"\b(?:would|could|might|may|should|must|will)\s+(?:not\s+|n[o']t\s+|well\s+|also\s+|never\s+)*"
    r"(?:have\s+(?:been|had|\w+ed|done|gone|made|taken|given|come|known|seen|won|lost|left|got|"
    r"become|begun|thought|said|meant|kept|brought|found|felt|fallen|led|put|cost)\b|like\s+to\b|"
    r"rather\b|often\b)"
    r"|\b(?:his|her|the|their|my|own|good|free|political|of)\s+will\b|\bmay\s+or\s+may\s+not\b"
    r"|\b(?:come|came)\s+what\s+may\b"
    r"|\bcould(?:\s+not|n[’']t)\b|\bled\s+to\s+(?:believe|think)\b",
    re.IGNORECASE,
)


def may_have_cue(words: list[str]) -> bool:
    """Tell whether lower-case, white-space separated ``words`` are worth a search for cues."""
    return not _WORDS.isdisjoint(words)


def find_cues(text: str) -> tuple[Cue, ...]:
    """Return the cues of one sentence in text order, without those in a dead context."""
    dead = [match.span() for match in _DEAD.finditer(text)]
    return tuple(
        Cue(match.lastgroup or "", *match.span())
        for match in _PATTERN.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in dead)
    )
