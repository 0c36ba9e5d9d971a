"""The rule bank: rules from TOML files, checked, indexed and fingerprinted."""

from __future__ import annotations

import gc
import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import attrs

from summarize.errors import FormatError, UnknownNameError, shorten
from summarize.implications.exemplars import Exemplars, fit_exemplars
from summarize.implications.precedent_tables import as_rule, parse_precedent, to_table
from summarize.implications.precedents import Brief, Precedent, learn_precedents, merge
from summarize.implications.rule import TOPICS, Rule
from summarize.implications.rule_tables import parse_rule
from summarize.implications.triggers import Group, Index, Listed, build_index

MAX_RULE_BYTES, MAX_FILE_BYTES = 256 * 1024, 16 * 1024 * 1024
MAX_RULES, MAX_PRECEDENTS = 300, 20_000
#: TOML arrays and tables nested deeper than this are refused before parsing.
MAX_NESTING = 8
_BRACKET = re.compile(r"[\[\]{}]")
#: MAX_NESTING parts of a TOML key, bare or quoted, with the dots between them.
_DOTTED = re.compile(
    rf"""(?:(?:[\w-]{{1,40}}|"[^"\n]{{0,40}}"|'[^'\n]{{0,40}}')[ \t]*\.[ \t]*){{{MAX_NESTING}}}"""
)


@attrs.frozen(slots=False, eq=False)
class Bank:
    """Rules and precedents for :func:`summarize.imply`, with their index and fingerprint.

    Get one with :meth:`default`, :meth:`load` or :meth:`learn`, and put two
    together with :meth:`merged`. Frozen; safe to share between threads.
    ``rules`` holds the promoted precedents too.
    """

    rules: tuple[Rule, ...]
    precedents: tuple[Precedent, ...]
    fingerprint: str
    _files: tuple[tuple[str, bytes], ...] = attrs.field(repr=False)

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
        return build_bank((file.name, _read(file)) for file in files)

    @classmethod
    def learn(cls, briefs: Iterable[Brief]) -> Bank:
        """Learn precedents from an archive of briefs in the seed's format.

        Only bullets whose premises their own article supports teach; what fewer
        than two articles share is kept with its count and not yet used. Save the
        result with :meth:`save`, use it with the rules by :meth:`merged`.
        """
        return build_bank([], learn_precedents(briefs))

    def merged(self, other: Bank) -> Bank:
        """Return a bank with the rules of both and their precedents joined, counts added."""
        files = dict(self._files)
        files.update(
            {
                f"{name}" if name not in files else f"+{name}": c
                for name, c in other._files
                if files.get(name) != c
            }
        )
        return build_bank(files.items(), (*self.precedents, *other.precedents))

    def save(self, path: str | Path) -> None:
        """Write the precedents as a TOML file that a person can read, edit, diff and merge."""
        Path(path).write_text(_precedents_toml(self.precedents), encoding="utf-8")

    def rule(self, name: str) -> Rule:
        """Return the rule with this id; raises :class:`UnknownNameError`."""
        if name not in self._by_id:
            raise UnknownNameError(
                f"no rule {shorten(name)} in this bank of {len(self.rules)} rules"
            )
        return self._by_id[name]

    @cached_property
    def _by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def index(self) -> Index:
        """The rules' triggers by their first word."""
        return build_index(_list_triggers(enumerate(self.rules)))

    @cached_property
    def topics(self) -> Mapping[str, Group]:
        """The triggers of the rules of every topic."""
        rules: dict[str, list[tuple[int, Rule]]] = {}
        for number, rule in enumerate(self.rules):
            rules.setdefault(rule.topic, []).append((number, rule))
        return {topic: Group(tuple(_list_triggers(some))) for topic, some in rules.items()}

    @cached_property
    def exemplars(self) -> Exemplars:
        """TF-IDF vectors of the rules' exemplars."""
        return fit_exemplars([rule.exemplars for rule in self.rules])


def _list_triggers(rules: Iterable[tuple[int, Rule]]) -> Iterator[Listed]:
    for number, rule in rules:
        yield from [(number, trigger, rule.exceptions_at) for trigger in rule.triggers]


def _check_nesting(text: str, file: str) -> None:
    """Refuse deep nesting and long dotted keys, which the parser would pay for."""
    lines = text.splitlines()  # which no key goes beyond
    if any(line.count(".") >= MAX_NESTING and _DOTTED.search(line) for line in lines):
        raise FormatError(f"{file}: a dotted key of {MAX_NESTING} parts or more")
    depth = 0
    for bracket in _BRACKET.findall(text):
        if bracket in "[{":
            depth += 1
            if depth > MAX_NESTING:
                raise FormatError(f"{file}: brackets nested deeper than {MAX_NESTING}")
        elif depth:
            depth -= 1


def _read(path: Path) -> bytes:
    """Read a file, never more than a little over what is allowed."""
    with path.open("rb") as file:
        return file.read(MAX_FILE_BYTES + 1)


def _decode(file: str, content: bytes) -> dict[str, Any]:
    most = MAX_FILE_BYTES if b"[[precedent]]" in content[:4096] else MAX_RULE_BYTES
    if len(content) > most:
        raise FormatError(f"{file}: {len(content)} bytes or more, at most {most}")
    try:
        text = content.decode("utf-8")
        _check_nesting(text, file)
        return tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        if isinstance(error, FormatError):
            raise
        raise FormatError(f"{file}: not a TOML file in UTF-8: {error}") from None


def _check_keys(file: str, table: Mapping[str, Any]) -> None:
    unknown = sorted(set(table) - {"topic", "rule", "precedent"})
    if unknown:
        raise FormatError(
            f"{file}: unknown key {shorten(unknown[0])}; known: topic, [[rule]], [[precedent]]"
        )
    for key, most in (("rule", MAX_RULES), ("precedent", MAX_PRECEDENTS)):
        entries = table.get(key, [])
        if not isinstance(entries, list) or len(entries) > most:
            raise FormatError(f"{file}: [[{key}]] must be a list of at most {most} tables")


def _rules_of(file: str, table: Mapping[str, Any]) -> list[Rule]:
    topic = table.get("topic")
    if ("rule" in table or "topic" in table) and topic not in TOPICS:
        raise FormatError(f"{file}: topic {shorten(topic)} is not one of: {' | '.join(TOPICS)}")
    return [parse_rule(rule, topic=topic or "", file=file) for rule in table.get("rule", [])]


def build_bank(files: Iterable[tuple[str, bytes]], precedents: Iterable[Precedent] = ()) -> Bank:
    """Build a bank from file names and contents; see :meth:`Bank.load` for errors."""
    rules: list[Rule] = []
    learnt = list(precedents)
    tables: list[object] = []
    kept: list[tuple[str, bytes]] = []
    seen: dict[str, str] = {}
    for file, content in files:
        table = _decode(file, content)
        _check_keys(file, table)
        learnt += [parse_precedent(entry, file=file) for entry in table.pop("precedent", [])]
        for rule in _rules_of(file, table):
            if rule.id in seen:
                raise FormatError(f"{file}: rule {rule.id}: the id is also in {seen[rule.id]}")
            seen[rule.id] = file
            rules.append(rule)
        if "rule" in table:
            tables.append(table)
            kept.append((file, content))
    joined = merge(learnt)
    rules += [as_rule(precedent) for precedent in joined if precedent.promoted]
    tables += [to_table(precedent) for precedent in joined]
    return Bank(tuple(rules), joined, _fingerprint(tables), tuple(kept))


def _fingerprint(tables: list[object]) -> str:
    """Hash what the files say, not how they are laid out."""
    canonical = json.dumps(
        tables, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def _precedents_toml(precedents: Iterable[Precedent]) -> str:
    """Return TOML text; JSON strings, numbers and lists of strings are TOML too."""
    blocks = [
        "\n".join(
            ["[[precedent]]"] + [f"{key} = {_toml(value)}" for key, value in to_table(p).items()]
        )
        for p in precedents
    ]
    return "\n\n".join(blocks) + "\n"


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def default_files() -> list[Traversable]:
    """Return the files of the bank that ships with the library, by name."""
    folder = resources.files("summarize") / "data" / "bank"
    return sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


@cache
def _default() -> Bank:
    with uncollected():
        bank = build_bank((file.name, file.read_bytes()) for file in default_files())
        bank.index, bank.exemplars  # noqa: B018  (built now, while the collector waits)
    return bank


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking again and again what is being built and kept.

    It takes two fifths of the time that a large bank needs to load.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
