"""Words by which news projects, expects, warns or draws a consequence.

The lists are this project's own writing. A cue is a word and what must, or must not, follow it; its
kind runs from what is expected, over what is warned of and what follows, to what may be. Left out,
because readers took fewer than four in ten of their bullets for projections: "lead to" and "result
in" without a modal (they tell what has happened), "means", "threat", "estimated to", "ready to".
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from itertools import compress, count
from operator import not_

import attrs

from summarize.facts.surfaces import Surfaces
from summarize.implications.stated_verbs import AGENDA, CHANGE, DEAD
from summarize.text.chunks import Chunks, split_chunks


@attrs.frozen
class Cue:
    """A cue as it stands in a sentence: its kind, first word, and place in that sentence."""

    kind: str
    word: str
    start: int
    end: int


@attrs.frozen
class _Entry:
    kind: str
    follow: re.Pattern[str]
    avoid: re.Pattern[str] | None
    not_after: tuple[str, ...]


_EMOTION = (
    r"\s+(?:\w+\s+){0,2}?(?:fears?|concerns?|worries|doubts|questions|hopes|expectations"
    r"|tensions?|prospects?|speculation|pressure|calls|uncertainty)\b"
)
_START_VERB = (
    r"(?:also\s+)?(?:be|begin|start|take|meet|go|make|open|hold|launch|publish|announce|appear|arrive"
    r"|play|face|finish|end|expire|return|release|report|vote|decide|come|close|run|join|visit|travel"
    r"|speak|give|get|rise|fall|step|leave|stand|become|complete|sign|present|unveil)\b"
)
# What the past expected, and a possibility that only serves an end ("so that it could ...").
_PAST = re.compile(
    r"\b(?:was|were|had|been|being|reportedly)\s+(?:\w+ly\s+|also\s+|once\s+|never\s+)?$"
)
_PURPOSE = re.compile(
    r"\b(?:so|before|until|if|what|how|when|whether|meant\s+that|meant|as\s+if|where)"
    r"\s+(?:[\w’']+\s+){0,3}$"
)
_BACKGROUND = re.compile(
    r"\b(?:after|since|when|as|because|despite)\s+(?:[\w’'-]+\s+){0,4}$"
    r"|\b(?:without|never|hardly|not)\s+(?:\w+\s+){0,2}$|\bwhat\s+(?:\w+\s+){0,2}$|(?:,|-|–|—)\s+(?=$)"
)
# "is hoping to" projects; "arrived hoping to" tells a mood. "could have had consequences" had none.
_PARTICIPLES = frozenset("hoping expecting predicting forecasting anticipating".split())
_BEING = re.compile(r"\b(?:is|are|be|been|['’]s|['’]re)\s+(?:now\s+|still\s+|also\s+|\w+ly\s+)?$")
_UNREAL = re.compile(r"\b(?:could|would|might)\s+have\s+(?:\w+\s+){0,3}$")
_POSSESSORS = (
    "his ",
    "her ",
    "the ",
    "their ",
    "my ",
    "own ",
    "good ",
    "at ",
    "free ",
    "political ",
    "of ",
)
# kind, words, what follows, what must not follow, what must not stand before
_LISTING: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    ("possibility", "will", CHANGE, DEAD + "|" + AGENDA, _POSSESSORS),
    ("possibility", "won't would wouldn't", CHANGE, DEAD + "|" + AGENDA, ()),
    ("possibility", "could", "", DEAD + r"|\s+(?:not|only|hardly|barely|never)\b", ()),
    ("possibility", "may", r"(?:\s+not\b)?", DEAD, ("come what ",)),
    ("possibility", "might", r"(?:\s+not\b)?", DEAD, (" of ", " military ", " economic ", " own ")),
    (
        "possibility",
        "should",
        r"\s+(?:\w+\s+)?(?:help|bring|lead|see|give|boost|ensure|prove)\b",
        "",
        (),
    ),
    (
        "expectation",
        "expected predicted forecast projected anticipated tipped likely unlikely set poised bound"
        " certain sure destined",
        r"\s+(?:\w+ly\s+)?to\s+(?!music\b|work\b)[a-z]+",
        r"\s+to" + AGENDA,
        ("more ", "most ", "was ", "were ", "when ", "a ", "not "),
    ),
    ("expectation", "on", r"\s+(?:course|track)\s+to\s+[a-z]+", "", ("was ", "were ")),
    (
        "expectation",
        "going about",
        r"\s+to\b(?!\s+(?:the|an?|his|her|its|their|school|work|bed|church|jail|prison|court"
        r"|war|sleep|university|hospital|college|town|[a-z]+s)\b)",
        r"\s+to" + AGENDA,
        ("was ", "were ", "come ", "came ", "keep ", "kept ", "for ", "of ", "by ", "without "),
    ),
    ("expectation", "due", r"\s+to\s+" + _START_VERB, r"\s+to" + AGENDA, ()),
    (
        "expectation",
        "predicted forecast projected anticipated expected",
        r"\s+that\b",
        "",
        (),
    ),
    (
        "expectation",
        "expects expect predicts predict forecasts anticipates anticipate foresees foresee hopes"
        " envisages expecting predicting forecasting anticipating hoping",
        r"\s+(?:to|that|the|an?|its|their|his|her|more|further|no|some|sales|growth|profits?|prices"
        r"|demand|earnings|revenues?)\b",
        "",
        ("not ", "n't "),
    ),
    ("expectation", "likely unlikely looms loom", "", "", ("more ", "most ", "was ", "were ")),
    (
        "warning",
        "warn warns warned warning",
        r"\s+(?:that|of|against|the|about|it|there)\b",
        "",
        (),
    ),
    ("warning", "fear fears feared", r"\s+(?:that|of|over|about|the|for|it|there)\b", "", ()),
    (
        "warning",
        "raise raises raised raising heighten heightens heightened stoke stokes stoked stoking fuel"
        " fuels fuelled fueled spark sparks sparked prompt prompts prompted",
        _EMOTION,
        "",
        (),
    ),
    (
        "warning",
        "risk risks",
        r"\s+(?:of|that|\w+ing)\b",
        "",
        ("about ", "the ", "any ", "at ", "to "),
    ),
    (
        "warning",
        "threaten threatens threatened threatening",
        r"\s+(?:to|of)\b",
        "",
        (),
    ),
    (
        "warning",
        "pose poses posed",
        r"\s+an?\s+(?:\w+\s+){0,2}(?:risk|threat|danger|challenge)\b",
        "",
        (),
    ),
    ("consequence", "pave paves paved paving", r"\s+the\s+way\b", "", ()),
    ("consequence", "open opens opened opening", r"\s+the\s+(?:way|door)\b", "", ()),
    ("consequence", "consequence consequences implication implications", "", "", ()),
    ("consequence", "put puts putting", r"\s+(?:\w+\s+){0,3}?pressure\b", "", ()),
)


def _read_listing() -> dict[str, tuple[_Entry, ...]]:
    """Index the listing by the cue's first word."""
    table: dict[str, tuple[_Entry, ...]] = {}
    for kind, words, follow, avoid, not_after in _LISTING:
        entry = _Entry(kind, re.compile(follow), re.compile(avoid) if avoid else None, not_after)
        for word in words.split():
            table[word] = (*table.get(word, ()), entry)
    return table


_TABLE = _read_listing()
_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?")


def lower_in_place(text: str) -> str:
    """Return ``text`` in lower case with every offset kept."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c if len(low := c.lower()) != 1 else low for c in text)
    return lowered.replace("’", "'")


#: Common words that are cues only before another word, which begins so.
_AHEAD = {"on": ("course", "track"), "about": ("to",), "going": ("to",), "due": ("to",)}
#: The words of the listing; a small set, so that it stays at hand.
_ALONE = frozenset(_TABLE)

#: An offset in a text, and the cue word that stands there.
Place = tuple[int, str]


def _find_words(chunk: str) -> tuple[Place, ...]:
    found = _WORD.finditer(lower_in_place(chunk))
    return tuple((m.start(), m.group()) for m in found if m.group() in _TABLE)


_WORDS = Surfaces(_find_words)


def find_sentences(chunks: Chunks) -> list[int]:
    """Return the sentences where a cue word stands alone."""
    alone = compress(count(), map(_ALONE.__contains__, chunks.words))
    cues = [i for i in alone if _goes_on(chunks.words, i)]
    return [*dict.fromkeys([bisect(chunks.firsts, i) - 1 for i in cues])]


def _goes_on(words: list[str], i: int) -> bool:
    """Say whether a common word is followed by what makes a cue of it."""
    ahead = _AHEAD.get(words[i])
    return not ahead or (i + 1 < len(words) and words[i + 1].lower().startswith(ahead))


def find_places(chunks: Chunks, first: int, last: int) -> list[Place]:
    """Return the offsets of the cue words among some chunks, in text order."""
    words, starts = chunks.words[first:last], chunks.starts
    found: list[Place] = []
    for i in compress(count(), map(_ALONE.__contains__, words)):
        if _goes_on(words, i):
            found.append((starts[first + i], words[i]))
    for i in compress(count(), map(not_, map(str.isalpha, words))):
        chunk = words[i]
        if chunk[:-1].isalpha() and chunk.isascii():  # before a comma or a full stop
            if chunk[:-1].lower() in _ALONE:
                found.append((starts[first + i], chunk[:-1].lower()))
        else:
            found += [(starts[first + i] + step, part) for step, part in _WORDS[chunk]]
    found.sort()
    return found


def find_cues(text: str) -> tuple[Cue, ...]:
    """Return the cues of one sentence in text order, without those in a dead context."""
    words, starts = split_chunks(text)
    return check_cues(text, find_places(Chunks(words, starts, []), 0, len(words)))


def check_cues(text: str, places: Sequence[Place], start: int = 0) -> tuple[Cue, ...]:
    """Return the cues that a sentence has at some places, but for dead contexts.

    The sentence stands at ``start`` in the text that the places count from.
    """
    if not places:
        return ()
    lowered = lower_in_place(text)
    here = [(at - start, word) for at, word in places if text[at - start].islower()]
    cues = [_check(lowered, at, word) for at, word in here]
    return tuple([cue for cue in cues if cue is not None])


def _check(lowered: str, start: int, word: str) -> Cue | None:
    end = start + len(word)
    for entry in _TABLE[word]:
        follow = entry.follow.match(lowered, end)
        if (
            follow
            and not (entry.avoid and entry.avoid.match(lowered, end))
            and not lowered.endswith(entry.not_after, 0, start)
            and not _is_past(entry.kind, word, lowered[max(0, start - 40) : start])
        ):
            return Cue(entry.kind, word, start, follow.end())
    return None


def _is_past(kind: str, word: str, before: str) -> bool:
    """Tell whether what stands before a cue makes it a bygone expectation or a mere purpose."""
    if word in _PARTICIPLES:
        return not _BEING.search(before)
    if kind == "consequence":
        return bool(_UNREAL.search(before))
    if kind == "possibility":
        return bool(_PURPOSE.search(before))
    return bool(_PAST.search(before) or _BACKGROUND.search(before))
