from __future__ import annotations

from summarize.implications.bank import build_bank
from summarize.implications.lint import lint, main


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
