"""Every passage of the shipped bank is a test, and so are the properties that all rules share."""

from __future__ import annotations

import re

import pytest

from summarize import Document
from summarize.implications import Bank
from summarize.implications.engine import rule_bullets
from summarize.implications.lexicon import DAYS, FUNCTION_WORDS, NUMBER_WORDS, ROLES, TIME_WORDS
from summarize.implications.lint import lint, passage_fault

BANK = Bank.default()
FIRES = [(rule, passage) for rule in BANK.rules for passage in rule.fires]
SILENT = [(rule, passage) for rule in BANK.rules for passage in rule.silent]


def name(value):
    return getattr(value, "id", None) or value.text[:40]


@pytest.mark.parametrize(("rule", "passage"), FIRES, ids=name)
def test_a_passage_that_must_fire(rule, passage):
    assert not passage_fault(BANK, rule, passage, fires=True)


@pytest.mark.parametrize(("rule", "passage"), SILENT, ids=name)
def test_a_passage_that_must_be_silent(rule, passage):
    assert not passage_fault(BANK, rule, passage, fires=False)


def bullets(passage, text, rule):
    document = Document.from_text(text, title=passage.title)
    return [b.text for b in rule_bullets(document, BANK) if b.rule == rule.id]


def test_negating_a_passage_silences_its_rule():
    """ "It is not true that ..." before every sentence and the headline leaves no rule firing."""
    loud = []
    for rule, passage in FIRES:
        sentences = [s.text for s in Document.from_text(passage.text).sentences]
        negated = " ".join("It is not true that " + s[0].lower() + s[1:] for s in sentences)
        document = Document.from_text(negated)
        loud += [b.text for b in rule_bullets(document, BANK) if b.rule == rule.id]
    assert not loud


def test_deleting_the_premises_removes_the_bullet():
    kept = []
    for rule, passage in FIRES:
        document = Document.from_text(passage.text, title=passage.title)
        for bullet in rule_bullets(document, BANK):
            if bullet.rule != rule.id:
                continue
            text = passage.text
            for evidence in sorted(bullet.premises, key=lambda e: -e.span.start):
                text = text[: evidence.span.start] + text[evidence.span.end :]
            kept += [b for b in bullets(passage, text, rule) if b == bullet.text]
    assert not kept


_CAPITALISED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")


def _new_names(text: str) -> dict[str, str]:
    known = DAYS | FUNCTION_WORDS | NUMBER_WORDS | ROLES | TIME_WORDS
    found = dict.fromkeys(w for w in _CAPITALISED.findall(text) if w.lower() not in known)
    return {word: f"Zorquel{chr(97 + i)}x" for i, word in enumerate(found)}


def _renamed(text: str, names: dict[str, str]) -> str:
    return re.sub(r"[A-Z][a-z]+", lambda m: names.get(m.group(), m.group()), text)


def test_new_names_change_nothing_but_the_names():
    different = []
    for rule, passage in FIRES:
        names = _new_names(passage.text)
        before = bullets(passage, passage.text, rule)
        document = Document.from_text(
            _renamed(passage.text, names), title=passage.title and _renamed(passage.title, names)
        )
        after = [b.text for b in rule_bullets(document, BANK) if b.rule == rule.id]
        if [_renamed(b, names) for b in before] != after:
            different.append((before, after))
    assert not different


def test_bullets_read_as_one_sentence():
    odd = []
    for rule, passage in FIRES:
        for text in bullets(passage, passage.text, rule):
            if not re.fullmatch(r"[A-Z0-9“\"'£$€][^{}\[\]|]*[^.\s,]\.", text) or "  " in text:
                odd.append(text)
    assert not odd


def test_the_bank_has_no_faults():
    assert not lint(BANK).faults
