from __future__ import annotations

import pytest

from summarize.implications.bank import build_bank
from summarize.implications.lint import lint, main, names_in_template
from summarize.implications.wording import parse_template


def findings(*texts):
    bank = build_bank([(f"{i}.toml", text.encode()) for i, text in enumerate(texts)])
    return lint(bank)


def test_a_good_rule_has_no_faults(rule_text):
    assert findings(rule_text).faults == ()


def test_a_passage_that_fails_is_a_fault(rule_text):
    broken = rule_text.replace("A walkout by workers has closed the port.", "Workers sang.")
    assert "does not fire: 'Workers sang.'" in str(findings(broken))
    loud = rule_text.replace(
        "There is no strike, the union said.", "A strike began, the union said."
    )
    assert "is not silent" in str(findings(loud))


def test_a_rule_that_can_not_fire_is_a_fault(rule_text):
    unreachable = rule_text.replace("planned = true", 'forbid = ["union", "workers"]')
    assert "can't fire" in str(findings(unreachable))
    forbidden = rule_text.replace("planned = true", 'forbid = ["walkout"]')
    assert "trigger 'walkout' is forbidden" in str(findings(forbidden))


def test_a_possessive_that_no_text_keeps_is_a_fault(rule_text):
    dead = rule_text.replace("planned = true", 'forbid = ["baker\'s"]')
    assert 'looks for "baker\'s"' in str(findings(dead))
    assert findings(rule_text.replace("planned = true", 'forbid = ["won\'t"]')).faults == ()


def test_duplicates_and_overlaps_are_found(rule_text):
    other = rule_text.replace("test-strike", "other-strike")
    shown = str(findings(rule_text, other))
    assert "has the same triggers as test-strike" in shown
    assert "shares a passage with test-strike" in shown
    assert "trigger 'strike' is also in other-strike" in shown


def test_the_table_counts_rules_and_families(rule_text):
    table = {topic: (rules, families) for topic, rules, families in findings(rule_text).coverage}
    assert table["labour"] == (1, 1)
    assert table["sport"] == (0, 0)
    assert table["all topics"] == (1, 1)


def test_the_command_tells_faults_by_its_status(tmp_path, rule_text, capsys):
    path = tmp_path / "x.toml"
    path.write_text(rule_text)
    assert main([str(path)]) == 0
    path.write_text("topic = 1")
    assert main([str(path)]) == 1
    assert "fault: " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("template", "opens", "names"),
    [
        ("The {event}[ {about}][ {where}]", True, []),
        ("[{actor's}|The] {event}", True, []),
        ("The planned {event} in Norrania", True, ["Norrania"]),
        ("Norrania", False, ["Norrania"]),
        ("draw new bids for the Games[ in {place}]", False, ["Games"]),
        ("bring a case to the UN", False, ["UN"]),
        ("strain the peace[ in {place}]", False, []),
        ("[{actor's}|The] {event}[ at Orrin]", True, ["Orrin"]),
    ],
)
def test_only_the_word_that_opens_a_bullet_may_have_a_capital(template, opens, names):
    assert names_in_template(parse_template(template), opens=opens) == names


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ('nouns = ["strike"', 'nouns = ["french strike"', "french"),
        ('"walkout"', '"walkout in china"', "china"),
    ],
)
def test_a_rule_that_names_a_place_is_a_fault(rule_text, old, new, name):
    named = rule_text.replace(old, new, 1)
    assert f"names {name!r}" in str(findings(named))


def test_a_consequent_that_names_somebody_is_a_fault(rule_text):
    named = rule_text.replace('text = "', 'text = "please Norrania and ', 1)
    assert "names 'Norrania'" in str(findings(named))
