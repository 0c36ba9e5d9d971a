"""Rules from TOML tables, checked completely: any fault names the file, the rule and the reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from summarize.errors import FormatError, shorten
from summarize.implications.morphology import participles, plural
from summarize.implications.patterns import MAX_WORD_LENGTH, parse_pattern
from summarize.implications.rule import (
    CONSEQUENCE_CLASSES,
    DEFAULT_PREMISE,
    Consequent,
    Context,
    Passage,
    Rule,
)
from summarize.implications.triggers import Trigger
from summarize.implications.wording import HEDGES, SLOTS, Template, parse_template

MAX_ENTRIES, MAX_PASSAGE, MAX_TEMPLATE = 80, 600, 240
#: What an event to come is called unless the rule has a better word ("upcoming").
PLANNED_WORD = "planned"
PREPOSITIONS = frozenset(
    "of on against over with for to between by at from into in among about under towards".split()
)
_TEXT_KEYS = ("id", "family", "premise")
_LIST_KEYS = ("nouns", "verbs", "phrases", "except", "forbid", "near", "needs", "exemplars")
_FLAGS = ("alleged", "leads")
CONSEQUENT_KEYS = frozenset(("hedge", "text", "class", "premise", "unless"))
RULE_KEYS = frozenset(
    (*_TEXT_KEYS, *_LIST_KEYS, *_FLAGS, "require", "planned", "consequents", "fires", "silent")
)


def _text(table: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or not value.strip():
        raise FormatError(f"{key} must be a text, got {shorten(value)}")
    if len(value) > MAX_TEMPLATE:
        raise FormatError(f"{key} has {len(value)} characters, at most {MAX_TEMPLATE}")
    return value


def _texts(table: Mapping[str, Any], key: str, longest: int = MAX_TEMPLATE) -> list[str]:
    values = table.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise FormatError(f"{key} must be a list of texts, got {shorten(values)}")
    if len(values) > MAX_ENTRIES:
        raise FormatError(f"{key} has {len(values)} entries, at most {MAX_ENTRIES}")
    for value in values:
        if not value.strip() or len(value) > longest:
            raise FormatError(f"{key}: {shorten(value)} must have 1 to {longest} characters")
    return values


def _flag(table: Mapping[str, Any], key: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise FormatError(f"{key} must be true or false, got {shorten(value)}")
    return value


def _planned(table: Mapping[str, Any]) -> str:
    """Return the word for an event to come, empty if the rule does not take one."""
    if isinstance(table.get("planned"), str):
        return _text(table, "planned")
    return PLANNED_WORD if _flag(table, "planned") else ""


def _known(value: str, known: object, what: str) -> str:
    if value not in known:  # type: ignore[operator]
        raise FormatError(f"unknown {what} {shorten(value)}")
    return value


def _trigger(entry: str, kind: str) -> Trigger:
    source, equals, noun = (part.strip() for part in entry.partition("="))
    if not noun and (equals or kind != "noun"):
        raise FormatError(f"trigger {shorten(entry)} needs '= noun'")
    if noun != noun.lower() and not noun.isupper():
        raise FormatError(f"trigger {shorten(entry)}: the noun must be lower case, never a name")
    words = noun.split()
    preposition = words.pop() if len(words) > 1 and words[-1] in PREPOSITIONS else ""
    if len(words) > 6:
        raise FormatError(f"trigger {shorten(entry)}: the noun has more than 6 words")
    bound = kind == "noun" and not noun and source.rpartition(" ")[2] in PREPOSITIONS
    if bound:
        source, _, preposition = source.rpartition(" ")
    pattern = parse_pattern(source, kind)
    if not noun and any(step.gap for step in pattern.steps):
        raise FormatError(f"trigger {shorten(entry)} has a gap and needs '= noun'")
    bases = _bases(source.split()[0].split("|")) if kind == "verb" else frozenset[str]()
    return Trigger(pattern, kind, " ".join(words), preposition, bases, bound)


def _bases(verbs: list[str]) -> frozenset[str]:
    """Return the verbs that could be nouns where they stand, with their plurals."""
    first = {verb for verb in verbs if verb not in participles(verb)}
    return frozenset(first | {plural(verb) for verb in first})


def _triggers(table: Mapping[str, Any]) -> tuple[Trigger, ...]:
    found = [
        _trigger(entry, kind)
        for key, kind in (("nouns", "noun"), ("verbs", "verb"), ("phrases", "phrase"))
        for entry in _texts(table, key)
    ]
    if not found:
        raise FormatError("no triggers: give nouns, verbs or phrases")
    return tuple(found)


def _context(entries: list[str]) -> Context:
    patterns = [parse_pattern(entry, "context") for entry in entries]
    single = [pattern for pattern in patterns if len(pattern.steps) == 1]
    return Context(
        frozenset().union(*(pattern.anchors for pattern in single)),
        tuple(pattern for pattern in patterns if len(pattern.steps) > 1),
    )


def _require(table: Mapping[str, Any]) -> tuple[Context, ...]:
    groups = table.get("require", [])
    if not isinstance(groups, list) or len(groups) > 8:
        raise FormatError(f"require must be a list of at most 8 groups, got {shorten(groups)}")
    return tuple(_context(_texts({"require": group}, "require")) for group in groups)


def _premise(table: Mapping[str, Any], default: str) -> Template:
    template = parse_template(_text(table, "premise", default))
    if not template.source.startswith(("The ", "[{actor's}|The] ")):
        raise FormatError(
            f"premise {shorten(template.source)} must start with 'The ' or \"[{{actor's}}|The] \""
        )
    return template


def _consequent(table: object, default: str, needs: frozenset[str]) -> Consequent:
    if not isinstance(table, dict) or set(table) - CONSEQUENT_KEYS:
        raise FormatError(
            "a consequent has hedge, text, class and perhaps premise and unless, "
            f"got {shorten(table)}"
        )
    text, premise = parse_template(_text(table, "text")), _premise(table, default)
    loose = sorted((text.required | premise.required) - needs - {"event"})
    if loose:
        raise FormatError(
            f"slot {{{loose[0]}}} stands outside brackets: put it in [...] or in needs"
        )
    if text.source.endswith(".") or not 3 <= len(text.source.split()) <= 30:
        raise FormatError(f"text {shorten(text.source)} must have 3 to 30 words and no full stop")
    return Consequent(
        _known(_text(table, "hedge"), HEDGES, "hedge"),
        text,
        _known(_text(table, "class"), CONSEQUENCE_CLASSES, "consequence class"),
        premise,
        tuple(_beginning(entry) for entry in _texts(table, "unless", MAX_WORD_LENGTH)),
    )


def _beginning(entry: str) -> str:
    """Check what is looked for as the beginning of words: lower-case words, single spaces."""
    plain = entry.replace(" ", "").replace("-", "").replace("'", "")
    if not plain.isalnum() or entry != " ".join(entry.lower().split()):
        raise FormatError(f"unless: {shorten(entry)} is not a word or phrase in lower case")
    return entry


def _consequents(table: Mapping[str, Any]) -> tuple[Consequent, ...]:
    entries = table.get("consequents")
    if not isinstance(entries, list) or not 1 <= len(entries) <= 6:
        raise FormatError(f"consequents must be a list of 1 to 6 tables, got {shorten(entries)}")
    needs = frozenset(_texts(table, "needs"))
    default = _text(table, "premise", DEFAULT_PREMISE)
    found = tuple(_consequent(entry, default, needs) for entry in entries)
    kinds = [consequent.kind for consequent in found]
    if len(set(kinds)) < len(kinds):
        raise FormatError(f"two consequents share a class: {', '.join(kinds)}")
    return found


def _passage(entry: object, key: str) -> Passage:
    table = {"text": entry} if isinstance(entry, str) else entry
    if not isinstance(table, dict) or not set(table) <= {"text", "title", "gives"}:
        raise FormatError(
            f"{key}: a passage is a text or a table with text, title, gives; got {shorten(entry)}"
        )
    values = {name: table.get(name) for name in ("text", "title", "gives")}
    for name, value in values.items():
        if value is not None and (not isinstance(value, str) or not 0 < len(value) <= MAX_PASSAGE):
            raise FormatError(f"{key}: {name} must be a text of at most {MAX_PASSAGE} characters")
    if values["text"] is None:
        raise FormatError(f"{key}: a passage needs text, got {shorten(entry)}")
    return Passage(values["text"], values["title"], values["gives"] or "")


def _passages(table: Mapping[str, Any], key: str) -> tuple[Passage, ...]:
    entries = table.get(key)
    if not isinstance(entries, list) or not 3 <= len(entries) <= MAX_ENTRIES:
        raise FormatError(f"{key} must be a list of 3 to {MAX_ENTRIES} passages")
    return tuple(_passage(entry, key) for entry in entries)


def _build(table: Mapping[str, Any], topic: str) -> Rule:
    unknown = sorted(set(table) - RULE_KEYS)
    if unknown:
        raise FormatError(
            f"unknown key {shorten(unknown[0])}; known: {', '.join(sorted(RULE_KEYS))}"
        )
    fires = _passages(table, "fires")
    extra = _texts(table, "exemplars", MAX_PASSAGE)
    return Rule(
        id=_text(table, "id"),
        family=_text(table, "family"),
        topic=topic,
        triggers=_triggers(table),
        exceptions=tuple(parse_pattern(entry, "context") for entry in _texts(table, "except")),
        require=_require(table),
        near=_context(_texts(table, "near")),
        forbid=_context(_texts(table, "forbid")),
        needs=tuple(_known(slot, SLOTS, "slot") for slot in _texts(table, "needs")),
        planned=_planned(table),
        alleged=_flag(table, "alleged"),
        consequents=_consequents(table),
        fires=fires,
        silent=_passages(table, "silent"),
        exemplars=(*(passage.text for passage in fires), *extra),
        leads=_flag(table, "leads"),
    )


def parse_rule(table: object, *, topic: str, file: str) -> Rule:
    """Build a rule from its TOML table.

    Raises :class:`FormatError` naming file, rule and reason.
    """
    if not isinstance(table, dict):
        raise FormatError(f"{file}: a rule must be a table, got {shorten(table)}")
    name = table.get("id")
    shown = name if isinstance(name, str) and name else "(no id)"
    if not isinstance(name, str) or not name.replace("-", "").isalnum() or name != name.lower():
        raise FormatError(
            f"{file}: rule {shorten(name)}: id must be lower-case words joined by '-'"
        )
    try:
        return _build(table, topic)
    except FormatError as error:
        raise FormatError(f"{file}: rule {shown}: {error}") from None
