import json
from pathlib import Path

import click
import pytest

from summarize.cli.group import group
from tests.cli.conftest import ROOT, Run

ARTICLE = """Storm closes harbour

A storm closed the harbour of Norwick on Monday, the port authority said. Two ferries were
damaged and 14 people were taken to hospital.

The mayor, Ada Bright, warned that repairs could delay grain exports until May. Fishing
boats stayed in port.
"""
COMMANDS = [*(n for n, c in group.commands.items() if not isinstance(c, click.Group)), "bank lint"]
SPAN = {"start", "end"}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "storm.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def spans_hold(record: object, text: str) -> int:
    """Check every {"span", "text"} pair in a record against the text; return how many."""
    found = 0
    if isinstance(record, dict):
        if {"span", "text"} <= record.keys() and set(record["span"]) == SPAN:
            assert text[record["span"]["start"] : record["span"]["end"]] == record["text"]
            found += 1
        record = list(record.values())
    if isinstance(record, list):
        found += sum(spans_hold(item, text) for item in record)
    return found


def test_help_lists_every_command_and_the_exit_codes(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    for name in group.commands:
        assert f"\n  {name} " in done.out
    assert "Exit codes: 0 done; 1 something" in done.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_examples(run: Run, name: str) -> None:
    done = run(*name.split(), "--help")
    assert done.code == 0
    assert "Examples:\n" in done.out
    assert f"summarize {name}" in done.out


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "batch"])
def test_every_command_offers_json(run: Run, name: str) -> None:
    assert "--json" in run(*name.split(), "--help").out


def test_brief_of_the_seed(run: Run) -> None:
    done = run("brief", "seeds/aleppo.txt")
    assert done.code == 0
    assert done.err == ""
    for heading in ("Summary", "Implications", "Does the article say so?", "cover the given"):
        assert heading in done.out
    assert "\x1b[" not in done.out


def test_brief_of_the_seed_as_json(run: Run) -> None:
    from summarize.io import load_seed

    seed = load_seed(ROOT / "seeds" / "aleppo.txt")
    record = json.loads(run("brief", "seeds/aleppo.txt", "--json").out)
    assert record["schema"] == "summarize.brief/1"
    assert record["title"] == seed.title
    assert [check["statement"] for check in record["checks"]] == list(seed.bullets)
    assert len(record["comparison"]["reference"]) == 6
    assert spans_hold(record["summary"]["sentences"], seed.article) == 3
    assert spans_hold([i["premises"] for i in record["implications"]], seed.article) >= 4
    assert spans_hold([c["evidence"] for c in record["checks"]], seed.article) >= 2


def test_brief_of_an_article_takes_its_headline_and_has_no_checks(run: Run, article: Path) -> None:
    record = json.loads(run("brief", article, "--json").out)
    assert record["title"] == "Storm closes harbour"
    assert record["checks"] == []
    assert "comparison" not in record
    assert run("brief", article, "--layout", "text", "--title", "T", "--json").out.count('"T"') == 1


def test_brief_from_standard_input_equals_the_files(run: Run, article: Path) -> None:
    assert run("brief", "-", stdin=ARTICLE).out == run("brief", article).out


def test_brief_checks_statements_of_a_file(run: Run, article: Path, tmp_path: Path) -> None:
    claims = tmp_path / "claims.txt"
    claims.write_text("- A storm closed the harbour of Norwick.\n- Paris was flooded.\n")
    record = json.loads(run("brief", article, "--statements", claims, "--json").out)
    assert [c["verdict"] for c in record["checks"]] == ["supported", "unsupported"]


def test_brief_as_html_is_one_page_that_loads_nothing(run: Run, article: Path) -> None:
    page = run("brief", article, "--html").out
    assert page.startswith("<!DOCTYPE html>")
    assert "Content-Security-Policy" in page
    for loading in ("<script", "src=", "@import", "url(", "http://", "https://"):
        assert loading not in page
    assert "href='#s0'" in page


def test_json_and_html_exclude_each_other(run: Run, article: Path) -> None:
    done = run("brief", article, "--json", "--html")
    assert (done.code, done.out) == (2, "")
    assert "choose one of --json and --html" in done.err


def test_limits_are_kept(run: Run) -> None:
    record = json.loads(
        run("brief", "seeds/aleppo.txt", "--sentences", "1", "--limit", "2", "--json").out
    )
    assert len(record["summary"]["sentences"]) == 1
    assert len(record["implications"]) == 2
    assert json.loads(run("imply", "seeds/aleppo.txt", "--limit", "0", "--json").out) == []


def test_summary(run: Run, article: Path) -> None:
    record = json.loads(run("summary", article, "--words", "20", "--json").out)
    assert len(record["text"].split()) <= 20
    assert record["sentences"]
    assert run("summary", article, "--sentences", "1").out.startswith("- A storm closed")


def test_score(run: Run, article: Path) -> None:
    record = json.loads(run("score", article, "--method", "lead", "--json").out)
    assert [row["index"] for row in record] == [0, 1, 2, 3]
    assert sorted(record, key=lambda row: -row["score"]) == record
    assert len(run("score", article).out.splitlines()) == 4


def test_facts(run: Run, article: Path) -> None:
    record = json.loads(run("facts", article, "--json").out)
    assert record
    text = ARTICLE.split("\n", 2)[2].strip("\n")
    for fact in record:
        assert (
            text[fact["trigger"]["start"] : fact["trigger"]["end"]].lower().startswith(fact["word"])
        )
    shown = run("facts", article)
    assert shown.code == 0
    assert shown.out.count("\n- ") + 1 == len(record)


def test_check_and_strict(run: Run, article: Path) -> None:
    good, bad = "Two ferries were damaged.\n", "Berlin sent 99 ferries.\n"
    assert run("check", article, "-", stdin=good).code == 0
    assert run("check", article, "-", "--strict", stdin=good).code == 0
    assert run("check", article, "-", stdin=good + bad).code == 0
    done = run("check", article, "-", "--strict", stdin=good + bad)
    assert done.code == 1
    assert "UNSUPPORTED" in done.out
    assert "Berlin" in done.out


def test_check_of_a_seed_needs_no_statements_an_article_does(run: Run, article: Path) -> None:
    assert len(json.loads(run("check", "seeds/aleppo.txt", "--json").out)) == 6
    done = run("check", article)
    assert done.code == 2
    assert "has no bullets; name a file of STATEMENTS" in done.err


def test_imply_bullets_can_be_compared_with_the_seed(run: Run) -> None:
    bullets = run("imply", "seeds/aleppo.txt", "--bullets").out
    assert len(bullets.splitlines()) >= 4
    record = json.loads(run("compare", "-", "seeds/aleppo.txt", "--json", stdin=bullets).out)
    assert [m["text"] for m in record["candidate"]] == bullets.splitlines()
    assert len(record["reference"]) == 6
    assert [o["name"] for o in record["rouge"]] == ["rouge1", "rouge2", "rougeL"]


def test_compare_shows_figures_and_both_sides(run: Run, article: Path) -> None:
    done = run("compare", article, article)
    assert "TF-IDF similarity 1.000" in done.out
    assert "rouge2   precision 1.000" in done.out
    assert done.out.count("4 of 4 covered") == 2


@pytest.mark.parametrize("command", ["check", "compare"])
def test_standard_input_can_be_used_once(run: Run, command: str) -> None:
    done = run(command, "-", "-", stdin=ARTICLE)
    assert done.code == 2
    assert "only one of the two" in done.err


def test_batch_gives_one_record_a_line_and_goes_on_after_errors(run: Run, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "title": "T", "text": ARTICLE, "statements": ["Ferries sank."]}),
        "not json",
        json.dumps({"id": 7}),
        json.dumps({"text": "One sentence."}),
        json.dumps({"id": "empty", "text": ""}),
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    done = run("batch", path)
    assert done.code == 0
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [r["line"] for r in records] == [1, 2, 3, 4, 5]
    assert [r["id"] for r in records] == ["a", None, 7, None, "empty"]
    assert ["error" in r for r in records] == [False, True, True, False, False]
    assert f"{path}:2: not JSON" in records[1]["error"]
    assert len(records[0]["checks"]) == 1
    assert run("batch", path, "--strict").code == 1
    assert run("batch", "-", "--strict", stdin=lines[0]).code == 0


def test_a_record_of_a_batch_equals_the_brief_alone(run: Run, article: Path) -> None:
    alone = json.loads(run("brief", article, "--json").out)
    text = ARTICLE.split("\n", 2)[2].strip("\n")
    line = json.dumps({"id": 1, "title": "Storm closes harbour", "text": text})
    batched = json.loads(run("batch", "-", stdin=line).out)
    assert {k: v for k, v in batched.items() if k not in ("line", "id")} == alone


def test_version(run: Run) -> None:
    assert run("--version").out.startswith("summarize, version ")


def test_lint_of_the_shipped_bank(run: Run) -> None:
    done = run("bank", "lint")
    assert (done.code, done.err) == (0, "")
    assert "all topics" in done.out
    record = json.loads(run("bank", "lint", "--json").out)
    assert not [f for f in record["findings"] if f["level"] == "fault"]


def test_learnt_precedents_can_be_used_with_the_rules(run: Run, tmp_path: Path) -> None:
    seeds = []
    for number, town in enumerate(("Norwick", "Eastholm", "Marbrook")):
        path = tmp_path / f"{number}.txt"
        path.write_text(
            f"The closure of the harbour of {town} may delay grain exports.\n"
            f"Storm closes harbour\n"
            f"A storm led to the closure of the harbour of {town} on Monday. "
            f"Two ferries were damaged.\n",
            encoding="utf-8",
        )
        seeds.append(path)
    learned = tmp_path / "precedents.toml"
    done = run("bank", "learn", *seeds, "--output", learned)
    assert (done.code, done.err) == (0, "")
    assert "from 3 briefs" in done.out
    text = learned.read_text(encoding="utf-8")
    assert not [town for town in ("Norwick", "Eastholm", "Marbrook") if town in text]
    done = run("imply", seeds[0], "--bank", "default", "--bank", learned, "--json")
    assert (done.code, done.err) == (0, "")
