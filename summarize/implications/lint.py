"""Checks on a bank beyond its schema: passages, overlaps, duplicates, unreachable rules, coverage.

``python -m summarize.implications.lint [FILE ...]`` prints the findings and a
coverage table; its exit status is 1 if there are faults.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs

from summarize.document import Document
from summarize.errors import SummarizeError
from summarize.implications.bank import Bank
from summarize.implications.engine import rule_bullets
from summarize.implications.rule import TOPICS, Passage, Rule


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


def _reach_findings(rule: Rule) -> list[Finding]:
    """Faults in rules that can never fire, or never with one of their triggers."""
    found = []
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
        found += _passage_findings(bank, rule) + _reach_findings(rule)
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
