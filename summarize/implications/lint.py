"""Checks on a bank beyond its schema: passages, names, overlaps, unreachable rules, coverage.

``python -m summarize.implications.lint [FILE ...]`` prints the findings and a
coverage table; its exit status is 1 if there are faults.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import attrs

from summarize.document import Document
from summarize.errors import SummarizeError
from summarize.facts.gazetteer import gazetteer
from summarize.implications import lexicon
from summarize.implications.bank import Bank
from summarize.implications.engine import rule_bullets
from summarize.implications.rule import TOPICS, Passage, Rule
from summarize.implications.wording import Template

_LETTERS = re.compile(r"[^\W\d_]+")
_SLOT = re.compile(r"\{[^{}]*\}")
#: Names that are ordinary words as well ("a labour dispute").
_ORDINARY = frozenset({"labour"})


@attrs.frozen
class Finding:
    """Something to mend: how bad (``"fault"`` or ``"note"``), where, what."""

    level: str
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.level}: {self.rule}: {self.message}"


@attrs.frozen
class Lint:
    """The findings, and rules and families per topic."""

    findings: tuple[Finding, ...]
    coverage: tuple[tuple[str, int, int], ...]

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that must be mended."""
        return tuple(finding for finding in self.findings if finding.level == "fault")

    def __str__(self) -> str:
        lines = [str(finding) for finding in self.findings]
        lines += [f"{'rules':>6} {'families':>9}  topic"]
        lines += [f"{rules:6} {families:9}  {topic}" for topic, rules, families in self.coverage]
        return "\n".join(lines)


def passage_fault(bank: Bank, rule: Rule, passage: Passage, *, fires: bool) -> str:
    """Return what is wrong with how a rule answers a passage, empty if nothing is."""
    document = Document.from_text(passage.text, title=passage.title)
    texts = [bullet.text for bullet in rule_bullets(document, bank) if bullet.rule == rule.id]
    if fires and not texts:
        return f"does not fire: {passage.text!r}"
    if not fires and texts:
        return f"is not silent: {passage.text!r} gives {texts[0]!r}"
    if passage.gives and passage.gives not in texts:
        return f"gives {texts!r}, not {passage.gives!r}"
    return ""


def _passage_findings(bank: Bank, rule: Rule) -> list[Finding]:
    found = [
        passage_fault(bank, rule, passage, fires=fires)
        for passages, fires in ((rule.fires, True), (rule.silent, False))
        for passage in passages
    ]
    return [Finding("fault", rule.id, message) for message in found if message]


def _overlap_findings(rules: Sequence[Rule]) -> list[Finding]:
    """Note triggers that several rules of different families share without different context."""
    owners: dict[tuple[str, str], list[Rule]] = {}
    for rule in rules:
        for trigger in rule.triggers:
            owners.setdefault((trigger.kind, trigger.pattern.source), []).append(rule)
    return [
        Finding(
            "note",
            group[0].id,
            f"trigger {source!r} is also in {', '.join(r.id for r in group[1:])}",
        )
        for (_, source), group in owners.items()
        if len(group) > 1
    ]


def _duplicate_findings(rules: Sequence[Rule]) -> list[Finding]:
    found: list[Finding] = []
    triggers: dict[frozenset[str], str] = {}
    passages: dict[str, str] = {}
    for rule in rules:
        key = frozenset(trigger.pattern.source for trigger in rule.triggers)
        if key in triggers:
            found.append(Finding("fault", rule.id, f"has the same triggers as {triggers[key]}"))
        triggers.setdefault(key, rule.id)
        for passage in rule.fires:
            if passage.text in passages:
                found.append(
                    Finding("fault", rule.id, f"shares a passage with {passages[passage.text]}")
                )
            passages.setdefault(passage.text, rule.id)
    return found


def names_in_template(template: Template, *, opens: bool) -> list[str]:
    """Return the capitalised words of a template, but for slots and the word that opens a bullet.

    ``opens``: the template begins the sentence, so the first word of each alternative in its
    first part may have a capital.
    """
    found: list[str] = []
    for place, alternatives in enumerate(template.parts):
        for piece in alternatives:
            words = _LETTERS.findall(_SLOT.sub(" ", piece.text))
            starts = opens and place == 0 and not piece.text.startswith(("{", " "))
            found += [word for word in words[starts:] if word != word.lower()]
    return found


@cache
def _known_names() -> frozenset[str]:
    """Return places, peoples and organisations in lower case, but for those in ``_ORDINARY``."""
    tables = gazetteer()
    words = {name.lower() for name in (*tables.places, *tables.peoples, *tables.organisations)}
    return frozenset(words - tables.lower_words - lexicon.ROLES - _ORDINARY)


def _searched_words(rule: Rule) -> Iterator[str]:
    """Yield every word that a rule looks for."""
    contexts = [*rule.require, rule.forbid, rule.near]
    patterns = [trigger.pattern for trigger in rule.triggers] + list(rule.exceptions)
    patterns += [phrase for context in contexts for phrase in context.phrases]
    for pattern in patterns:
        for step in pattern.steps:
            yield from step.words
    for context in contexts:
        yield from context.words


def _name_findings(rule: Rule) -> list[Finding]:
    """Faults where a rule names a person, a place or an organisation."""
    words = {*_searched_words(rule), *(w for t in rule.triggers for w in t.noun.split())}
    found = [word for word in sorted(words) if word in _known_names()]
    for trigger in rule.triggers:
        found += [word for word in trigger.noun.split() if word != word.lower()]
    for consequent in rule.consequents:
        found += names_in_template(consequent.premise, opens=True)
        found += names_in_template(consequent.text, opens=False)
    return [
        Finding("fault", rule.id, f"names {word!r}; say what it is instead")
        for word in dict.fromkeys(found)
    ]


def _reach_findings(rule: Rule) -> list[Finding]:
    """Faults in rules that can never fire, or never with one of their triggers."""
    found = [
        Finding("fault", rule.id, f'looks for {word!r}: texts are read without "\'s"')
        for word in sorted(set(_searched_words(rule)))
        if word.endswith(("'s", "'"))
    ]
    if any(
        group.words and group.words <= rule.forbid.words and not group.phrases
        for group in rule.require
    ):
        found.append(
            Finding("fault", rule.id, "can't fire: it forbids all words of a required group")
        )
    for trigger in rule.triggers:
        if len(trigger.pattern.steps) == 1 and trigger.pattern.anchors <= rule.forbid.words:
            found.append(
                Finding("fault", rule.id, f"trigger {trigger.pattern.source!r} is forbidden")
            )
    words = {consequent.kind for consequent in rule.consequents}
    if len(words) < 2:
        found.append(Finding("note", rule.id, "has a single consequent"))
    return found


def _coverage(rules: Iterable[Rule]) -> tuple[tuple[str, int, int], ...]:
    rules = list(rules)
    counts = Counter(rule.topic for rule in rules)
    families = Counter(topic for topic, _ in {(rule.topic, rule.family) for rule in rules})
    table = [(topic, counts[topic], families[topic]) for topic in TOPICS]
    total = len({rule.family for rule in rules})
    return (*table, ("all topics", len(rules), total))


def lint(bank: Bank) -> Lint:
    """Check a bank. Cost: about half a millisecond a passage."""
    found: list[Finding] = []
    for rule in bank.rules:
        found += _passage_findings(bank, rule) + _reach_findings(rule) + _name_findings(rule)
    found += _duplicate_findings(bank.rules) + _overlap_findings(bank.rules)
    return Lint(tuple(found), _coverage(bank.rules))


def main(arguments: Sequence[str]) -> int:
    """Lint the default bank, or the given files by themselves; return the exit status."""
    try:
        banks = [Bank.load(Path(argument)) for argument in arguments] or [Bank.default()]
    except (SummarizeError, OSError) as error:
        print(f"fault: {error}")
        return 1
    results = [lint(bank) for bank in banks]
    print(*results, sep="\n")
    return 1 if any(result.faults for result in results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
