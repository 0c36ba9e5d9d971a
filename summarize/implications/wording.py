"""Bullets: premise templates, hedges and agreement in number."""

from __future__ import annotations

import re

import attrs

from summarize.errors import FormatError, shorten
from summarize.implications.morphology import is_plural
from summarize.implications.slots import Filling

SLOTS = frozenset({"event", "about", "target", "where", "place", "actor", "actor's", "number"})

WEAK, MODERATE, STRONG = 1, 2, 3
#: hedge -> (singular, plural, level). A level says how much the wording commits to.
HEDGES: dict[str, tuple[str, str, int]] = {
    hedge: (hedge, hedge, level)
    for level, hedges in {
        WEAK: ["may", "could", "might", "may lead to", "could lead to", "could prompt",
               "may prompt",
               "could trigger", "could affect", "may affect", "could test", "may test"],
    }.items()
    for hedge in hedges
} | {
    hedge: (hedge, plural, level)
    for hedge, plural, level in [
        ("is likely to", "are likely to", STRONG),
        ("raises the risk of", "raise the risk of", MODERATE),
        ("raises the prospect of", "raise the prospect of", MODERATE),
        ("raises questions about", "raise questions about", MODERATE),
        ("raises concerns about", "raise concerns about", MODERATE),
        ("signals", "signal", MODERATE),
        ("signifies", "signify", MODERATE),
        ("suggests", "suggest", MODERATE),
        ("points to", "point to", MODERATE),
        ("underscores", "underscore", STRONG),
        ("highlights", "highlight", STRONG),
        ("puts pressure on", "put pressure on", MODERATE),
        ("adds to pressure on", "add to pressure on", MODERATE),
        ("paves the way for", "pave the way for", MODERATE),
        ("casts doubt on", "cast doubt on", MODERATE),
        ("strengthens the case for", "strengthen the case for", MODERATE),
        ("is a test of", "are a test of", MODERATE),
        ("is a blow to", "are a blow to", MODERATE),
        ("is a boost for", "are a boost for", MODERATE),
    ]
}  # fmt: skip
#: Evidence below this score gets the weakest wording (own choice: one match in twenty).
FIRM_SCORE = 0.32

_PREPOSITION = re.compile(
    r" (?:of|in|on|for|to|at|against|between|over|about|with|by|from|into|after|before|among"
    r"|towards?|across|under|within|without|near) "
)
_GROUP = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([^{}]*)\}")


def slots_of(template: str) -> frozenset[str]:
    """Return the names of the slots in a template."""
    return frozenset(_SLOT.findall(template))


@attrs.frozen
class Piece:
    """A stretch of a template and the slots in it."""

    text: str
    slots: tuple[str, ...]


@attrs.frozen
class Template:
    """Text with ``{slots}`` and optional ``[parts|alternatives]``.

    ``parts`` are the pieces in order, each a tuple of alternatives; a piece that
    is not optional has one.
    """

    source: str
    parts: tuple[tuple[Piece, ...], ...]

    @property
    def required(self) -> frozenset[str]:
        """Slots that must be filled: those outside brackets."""
        fixed = [slot for part in self.parts if len(part) == 1 for slot in part[0].slots]
        return frozenset(fixed)

    def render(self, filling: Filling) -> str:
        """Fill the template; an optional part without its slots is left out."""
        return "".join([_first_filled(alternatives, filling) for alternatives in self.parts])


def _first_filled(alternatives: tuple[Piece, ...], filling: Filling) -> str:
    for piece in alternatives:
        values = [filling.value(slot) for slot in piece.slots]
        if all(values):
            text = piece.text
            for slot, value in zip(piece.slots, values, strict=True):
                text = text.replace("{" + slot + "}", value)
            return text
    return ""


def _piece(text: str) -> Piece:
    return Piece(text, tuple(sorted(slots_of(text))))


def parse_template(source: str) -> Template:
    """Read a template. Raises :class:`FormatError` for unknown slots or loose brackets."""
    unknown = sorted(slots_of(source) - SLOTS)
    if unknown:
        raise FormatError(
            f"template {shorten(source)} has unknown slot {{{unknown[0]}}}; "
            f"known slots: {', '.join(sorted(SLOTS))}"
        )
    parts: list[tuple[Piece, ...]] = []
    last = 0
    for group in _GROUP.finditer(source):
        parts += [(_piece(source[last : group.start()]),)] if group.start() > last else []
        parts.append(tuple(map(_piece, (*group.group(1).split("|"), ""))))
        last = group.end()
    parts += [(_piece(source[last:]),)] if last < len(source) else []
    loose = _SLOT.sub("", _GROUP.sub("", source))
    if any(mark in loose for mark in "[]{}|"):
        raise FormatError(f"template {shorten(source)} has a loose bracket or bar")
    return Template(source, tuple(parts))


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]


def hedge_words(hedge: str, *, plural: bool, prospective: bool = False, firm: bool = True) -> str:
    """Return the hedge in the right number, weakened as far as the evidence asks.

    An event to come only "would signal", weak evidence only "could signal".
    """
    singular, plural_form, level = HEDGES[hedge]
    if level == WEAK or (firm and not prospective):
        return plural_form if plural else singular
    if hedge == "is likely to":
        return "could"
    base = plural_form.replace("are ", "be ", 1) if plural_form.startswith("are ") else plural_form
    return f"{'would' if prospective and firm else 'could'} {base}"


def hedge_level(hedge: str, *, prospective: bool, firm: bool) -> int:
    """Return how much the wording that :func:`hedge_words` gives commits to."""
    return HEDGES[hedge][2] if firm and not prospective else WEAK


def sentence(premise: str, hedge: str, consequent: str) -> str:
    """Join premise, hedge words and consequent into a bullet."""
    return f"{_capitalise(premise)} {hedge} {consequent}."


def number_of(event: str) -> bool:
    """Say whether an event phrase takes a plural verb; its head is before any "of ..."."""
    return is_plural(_PREPOSITION.split(event, maxsplit=1)[0])
