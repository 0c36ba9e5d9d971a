"""The rule bank: rules from TOML files, checked, indexed and fingerprinted."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import attrs

from summarize.errors import FormatError, UnknownNameError, shorten
from summarize.implications.exemplars import Exemplars, fit_exemplars
from summarize.implications.rule import TOPICS, Rule, Trigger, parse_rule

MAX_FILE_BYTES, MAX_RULES = 256 * 1024, 300
#: TOML arrays and tables nested deeper than this are refused before parsing.
MAX_NESTING = 8


@attrs.frozen
class Entry:
    """A trigger in the index, with the position of its rule in the bank."""

    rule: int
    trigger: Trigger


@attrs.frozen(slots=False, eq=False)
class Bank:
    """Rules for :func:`summarize.imply`, with their index and fingerprint.

    Get one with :meth:`default`, :meth:`load` or :meth:`learn`. Frozen; safe to
    share between threads.
    """

    rules: tuple[Rule, ...]
    fingerprint: str

    @classmethod
    def default(cls) -> Bank:
        """Return the bank that ships with the library (read once, then kept)."""
        return _default()

    @classmethod
    def load(cls, path: str | Path) -> Bank:
        """Read a TOML file, or every ``*.toml`` file of a folder.

        Raises :class:`FormatError` naming file, rule and reason if anything in
        it is not as the schema says, and :class:`OSError` if it can't be read.
        """
        path = Path(path)
        files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
        if not files:
            raise FormatError(f"{path}: no *.toml file in this folder")
        return build_bank((file.name, file.read_bytes()) for file in files)

    def rule(self, name: str) -> Rule:
        """Return the rule with this id; raises :class:`UnknownNameError`."""
        if name not in self._by_id:
            raise UnknownNameError(f"no rule {shorten(name)} in this bank of {len(self.rules)} rules")
        return self._by_id[name]

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def index(self) -> Mapping[str, tuple[Entry, ...]]:
        """Spelling of a trigger's first word -> the triggers that start so."""
        found: dict[str, list[Entry]] = {}
        for number, rule in enumerate(self.rules):
            for trigger in rule.triggers:
                for word in sorted(trigger.pattern.anchors):
                    found.setdefault(word, []).append(Entry(number, trigger))
        return {word: tuple(entries) for word, entries in found.items()}

    @cached_property
    def exemplars(self) -> Exemplars:
        """TF-IDF vectors of the rules' exemplars."""
        return fit_exemplars([rule.exemplars for rule in self.rules])


def _check_nesting(text: str, file: str) -> None:
    """Refuse deep nesting, which a recursive parser would pay for."""
    depth = 0
    for char in text:
        if char in "[{":
            depth += 1
            if depth > MAX_NESTING:
                raise FormatError(f"{file}: brackets nested deeper than {MAX_NESTING}")
        elif char in "]}" and depth:
            depth -= 1
        elif char == "\n" and depth > MAX_NESTING:
            depth = 0


def _decode(file: str, content: bytes) -> dict[str, Any]:
    if len(content) > MAX_FILE_BYTES:
        raise FormatError(f"{file}: {len(content)} bytes, at most {MAX_FILE_BYTES}")
    try:
        text = content.decode("utf-8")
        _check_nesting(text, file)
        return tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError(f"{file}: not a TOML file in UTF-8: {error}") from None


def _rules_of(file: str, table: Mapping[str, Any]) -> list[Rule]:
    unknown = sorted(set(table) - {"topic", "rule"})
    topic, rules = table.get("topic"), table.get("rule", [])
    if unknown:
        raise FormatError(f"{file}: unknown key {shorten(unknown[0])}; known: topic, [[rule]]")
    if topic not in TOPICS:
        raise FormatError(f"{file}: topic {shorten(topic)} is not one of: {' | '.join(TOPICS)}")
    if not isinstance(rules, list) or len(rules) > MAX_RULES:
        raise FormatError(f"{file}: [[rule]] must be a list of at most {MAX_RULES} tables")
    return [parse_rule(rule, topic=topic, file=file) for rule in rules]


def build_bank(files: Iterable[tuple[str, bytes]]) -> Bank:
    """Build a bank from file names and contents; see :meth:`Bank.load` for errors."""
    rules: list[Rule] = []
    tables: list[dict[str, Any]] = []
    seen: dict[str, str] = {}
    for file, content in files:
        table = _decode(file, content)
        for rule in _rules_of(file, table):
            if rule.id in seen:
                raise FormatError(f"{file}: rule {rule.id}: the id is also in {seen[rule.id]}")
            seen[rule.id] = file
            rules.append(rule)
        tables.append(table)
    return Bank(tuple(rules), _fingerprint(tables))


def _fingerprint(tables: list[dict[str, Any]]) -> str:
    """Hash what the files say, not how they are laid out."""
    canonical = json.dumps(tables, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()


def default_files() -> list[Traversable]:
    """Return the files of the bank that ships with the library, by name."""
    folder = resources.files("summarize") / "data" / "bank"
    return sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


@cache
def _default() -> Bank:
    return build_bank((file.name, file.read_bytes()) for file in default_files())
