"""Punkt's learnt decision on one full stop.

Kiss and Strunk 2006, "Unsupervised Multilingual Sentence Boundary Detection"
(Computational Linguistics 32:4); section numbers below are theirs. The
parameters come from ``benchmarks/segmentation/train.py``.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

import attrs

#: Quotes, brackets and dashes looked through before a word.
OPENERS = "\"'“‘«([{*_-–—"
_TRAILERS = "\"'”’»)]}*_.,;:!?"
#: A number follows these and belongs to them ("No. 5"), though they also end sentences.
_NUMBERED = frozenset("no nos fig figs vol p pp art sec ch".split())

#: A name follows these, though the name may also be a common word ("Mr. Rose").
TITLES = frozenset(
    "mr mrs ms messrs dr drs prof profs rev hon sen sens rep reps gov govs gen gens atty col lt maj"
    " capt sgt cpl pvt adm cmdr supt insp mme".split()
)
#: ... unless the sentence after it opens so: a street ("Elm Dr."), not a doctor.
_NO_NAMES = frozenset("the he she it they we but".split())
#: A name follows these too ("Roe v. Wade").
_VERSUS = frozenset({"v", "vs"})
#: A capital behind these mostly goes on with a name ("U.S. Consulate"): nine times in ten in
#: American news where the case of its letters alone would begin a sentence.
_COUNTRIES = frozenset("u.s u.k u.n e.u".split())

#: More than one initial ("H.W. Bush").
_INITIALS = re.compile(r"[a-z](?:\.[a-z])+")
#: "1." to "999." can number the items of a list; a year ends its line.
_ENUMERATOR_DIGITS = 3


@attrs.frozen
class PunktParameters:
    """What was learnt from a corpus; all words in lower case, without their full stop."""

    abbreviations: frozenset[str]
    collocations: frozenset[str]
    sentence_starters: frozenset[str]
    lower_never_mid_upper: frozenset[str]
    lower_and_mid_upper: frozenset[str]
    begins_lower_never_upper: frozenset[str]


@cache
def load_parameters() -> PunktParameters:
    """Read the English parameters that ship with the library (once a process)."""
    record = json.loads((files("summarize") / "data" / "punkt_en.json").read_text("utf-8"))
    names = (field.name for field in attrs.fields(PunktParameters))
    return PunktParameters(*(frozenset(record[name]) for name in names))


def _starts_sentence(word: str, parameters: PunktParameters) -> bool | None:
    """Orthographic heuristic (4.1.1): yes, no, or None for unknown."""
    kind = word.lower()
    if word[0].isupper() and kind in parameters.lower_never_mid_upper:
        return True
    if word[0].islower() and kind not in parameters.begins_lower_never_upper:
        return False
    return None


def ends_sentence(before: str, after: str, *, ellipsis: bool, line_start: bool) -> bool:
    """Decide one full stop.

    ``before`` is the run of non-space characters up to the stop, ``after`` the run
    behind the white space; ``ellipsis`` tells that the stop is the last of several
    dots, ``line_start`` that ``before`` opens its line. Deliberate deviations:
    list enumerators, numbers after "No.", titles, "v." and "U.S." before a name and
    two initials in a row never end a sentence, and quotes are looked through. Cost is a few set
    look-ups.
    """
    parameters = load_parameters()
    kind = before.lstrip(OPENERS).lower()
    following = after.lstrip(OPENERS).rstrip(_TRAILERS).removesuffix("'s").removesuffix("’s")
    if not following:
        return not ellipsis
    initial = len(kind) == 1 and kind.isalpha()
    number = kind.replace(",", "").replace(".", "").isdigit()
    if line_start and (initial or (number and len(kind) <= _ENUMERATOR_DIGITS)):
        return False
    if kind in _NUMBERED and following[0].isdigit():
        return False
    if kind in TITLES and following[0].isupper():
        return following.lower() in _NO_NAMES
    if before in _VERSUS and following[0].isupper():
        return False
    initials = kind not in parameters.abbreviations and _INITIALS.fullmatch(kind) is not None
    if (kind in _COUNTRIES or initials) and following[0].isupper():
        word = following.lower()
        return word in parameters.sentence_starters or word in _NO_NAMES
    if f"{kind} {following.lower()}" in parameters.collocations:
        return False
    if initial or number:
        return _ends_after_initial(following, parameters, initial=initial, after=after)
    if ellipsis or kind.rpartition("-")[2] in parameters.abbreviations:  # 4.1.1 and 4.1.3
        return _starts_sentence(following, parameters) is True or (
            following[0].isupper() and following.lower() in parameters.sentence_starters
        )
    return True


def _ends_after_initial(
    following: str, parameters: PunktParameters, *, initial: bool, after: str
) -> bool:
    """Decide the full stop of an initial or a number (4.3)."""
    if initial and len(following) == 1 and following.isupper() and "." in after:
        return False
    starts = _starts_sentence(following, parameters)
    kind = following.lower()
    ever_lower = kind in parameters.lower_and_mid_upper or kind in parameters.lower_never_mid_upper
    name = initial and starts is None and following[0].isupper() and not ever_lower
    return starts is not False and not name


@cache
def suspicious_words() -> frozenset[str]:
    """Words (lower case) whose full stop needs :func:`ends_sentence` to decide."""
    parameters = load_parameters()
    first = {pair.split()[0] for pair in parameters.collocations}
    return parameters.abbreviations | first | _NUMBERED | TITLES
