from __future__ import annotations

import gc

import pytest

from summarize.errors import FormatError, UnknownNameError
from summarize.implications import Bank, imply
from summarize.implications.bank import MAX_RULE_BYTES, build_bank, uncollected
from summarize.implications.rule import CONSEQUENCE_CLASSES


def load(text: str) -> Bank:
    return build_bank([("x.toml", text.encode())])


def test_the_default_bank_is_read_once():
    assert Bank.default() is Bank.default()


@pytest.mark.parametrize("running", [True, False])
def test_loading_leaves_the_garbage_collector_as_it_was(running):
    before = gc.isenabled()
    (gc.enable if running else gc.disable)()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is running
    finally:
        (gc.enable if before else gc.disable)()


def test_the_fingerprint_is_of_what_the_file_says(rule_text):
    spaced = "# a comment\n" + rule_text.replace(
        'family = "strike"', 'family   =   "strike"  # same'
    )
    assert load(rule_text).fingerprint == load(spaced).fingerprint
    assert load(rule_text).fingerprint != load(rule_text.replace("disrupt", "affect")).fingerprint


def test_a_rule_is_found_by_its_id(small):
    assert small.rule("test-strike").family == "strike"
    with pytest.raises(UnknownNameError, match="no rule 'nothing'"):
        small.rule("nothing")


def test_a_folder_is_one_bank(tmp_path, rule_text):
    (tmp_path / "a.toml").write_text(rule_text)
    (tmp_path / "b.toml").write_text(rule_text.replace("test-strike", "other-strike"))
    assert [rule.id for rule in Bank.load(tmp_path).rules] == ["test-strike", "other-strike"]
    with pytest.raises(FormatError, match=r"no \*.toml file"):
        Bank.load(tmp_path / "none").rules if (tmp_path / "none").mkdir() else Bank.load(
            tmp_path / "none"
        )


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('topic = "labour"', 'topic = "gossip"', "topic 'gossip' is not one of"),
        ('id = "test-strike"', "id = 7", "id must be"),
        ('id = "test-strike"', 'id = "Test Strike"', "id must be"),
        ('"strike", "walkout"', '"strike", 3', "nouns must be a list of texts"),
        ('nouns = ["strike", "walkout"]', 'nouns = "strike"', "nouns must be a list of texts"),
        ('"picket = picketing of"', '"picket"', "needs '= noun'"),
        ('"strike", "walkout"', '"(a+)+$"', "never regular expressions"),
        ('"strike", "walkout"', '"' + "a" * 241 + '"', "1 to 240 characters"),
        ("planned = true", "planned = 1", "planned must be true or false"),
        ("planned = true", 'needs = ["shoe"]', "unknown slot 'shoe'"),
        ("planned = true", "code = 'import os'", "unknown key 'code'"),
        ("[ in {place}]", "[ in {planet}]", "unknown slot {planet}"),
        ("[ in {place}]", " in {place}", "slot {place} stands outside brackets"),
        ("[ in {place}]", "[ in {place}", "loose bracket"),
        ('hedge = "could"', 'hedge = "will surely"', "unknown hedge 'will surely'"),
        ('class = "transport"', 'class = "doom"', "unknown consequence class 'doom'"),
        ('class = "transport"', 'class = "labour relations"', "two consequents share a class"),
        ('class = "transport"', 'class = "transport"\nunless = ["Talks"]', "in lower case"),
        ("to talks\"", "to talks.\"", "no full stop"),
        ('  "Workers picketed the mill on Friday.",\n', "", "fires must be a list of 3"),
        ('"Workers picketed the mill on Friday."', '{ title = "x" }', "needs text"),
        ('["union", "workers"]', '"union"', "require must be a list of texts"),
    ],
)  # fmt: skip
def test_a_bad_rule_is_refused_with_file_rule_and_reason(rule_text, old, new, reason):
    assert old in rule_text
    with pytest.raises(FormatError) as caught:
        load(rule_text.replace(old, new))
    assert reason in str(caught.value)
    assert str(caught.value).startswith("x.toml: ")
    if "topic" not in old and "id =" not in old:
        assert "rule test-strike" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfe", "not a TOML file in UTF-8"),
        (b"topic = ", "not a TOML file"),
        (b"topic = " + b"[" * 100_000, "brackets nested deeper"),
        (b"x = " + b"{a=" * 1000, "brackets nested deeper"),
        (b".".join([b"a"] * 50_000) + b" = 1", "a dotted key"),
        (b" . ".join([b'"a"'] * 9_000) + b" = 1", "a dotted key"),
        (b"#" * (MAX_RULE_BYTES + 1), "at most"),
        (b"a.b.c = 1", "unknown key 'a'"),
        (b'topic = "labour"\nrule = 1', "must be a list"),
        (b'topic = "labour"\nrule = [1]', "a rule must be a table"),
        (b"n = " + b"9" * 5000, "not a TOML file"),
        (b"rule = []\ntopic = 1", "topic 1 is not one of"),
        (b"[[precedent]]\nevent = 1", "needs event, hedge"),
        (b".".join([b"a"] * 50_000) + b" = 1", ""),
    ],
)
def test_a_hostile_file_is_refused(content, reason):
    with pytest.raises(FormatError) as caught:
        build_bank([("x.toml", content)])
    assert "x.toml" in str(caught.value)
    assert reason in str(caught.value)


def test_an_id_is_unique(rule_text):
    with pytest.raises(FormatError, match=r"b.toml: rule test-strike: the id is also in a.toml"):
        build_bank([("a.toml", rule_text.encode()), ("b.toml", rule_text.encode())])


def test_an_empty_bank_gives_stated_bullets_only(strike):
    empty = build_bank([])
    assert all(bullet.kind == "stated" for bullet in imply(strike, bank=empty))


def test_every_class_of_the_bank_is_known(bank):
    used = {consequent.kind for rule in bank.rules for consequent in rule.consequents}
    assert used <= set(CONSEQUENCE_CLASSES)
