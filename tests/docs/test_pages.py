"""What the pages show is what happens; what the library exports is documented."""

import re
import urllib.parse
from pathlib import Path

import click
import pytest

import summarize
from summarize.cli.group import group
from summarize.implications import Bank
from summarize.implications.lint import lint
from summarize.implications.rule_tables import CONSEQUENT_KEYS, RULE_KEYS
from summarize.implications.wording import SLOTS
from summarize.scoring import SCORERS
from tests.docs.pages import PAGES, ROOT, find_examples, run_page
from tests.docs.reference import MODULES, REFERENCE, commands_page, exports, library_page

AGAIN = "run `python -m tests.docs.refresh`"


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PAGES, ids=relative)
def test_examples_print_what_the_page_shows(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    for example, printed in zip(find_examples(page), run_page(page), strict=True):
        if example.output is not None:
            assert printed == example.output, f"{relative(path)}: {example.code}{AGAIN}"


@pytest.mark.parametrize(
    ("name", "text"), [("library.md", library_page), ("commands.md", commands_page)]
)
def test_reference_pages_are_as_the_code_says(name: str, text: object) -> None:
    assert callable(text)
    assert (REFERENCE / name).read_text(encoding="utf-8") == text(), AGAIN


@pytest.mark.parametrize("module", MODULES)
def test_every_export_is_documented(module: str) -> None:
    page = (REFERENCE / "library.md").read_text(encoding="utf-8")
    missing = [name for name in exports(module) if f"### `{module}.{name}`" not in page]
    assert missing == []


def test_every_method_is_documented_with_its_paper_or_formula() -> None:
    page = (REFERENCE / "library.md").read_text(encoding="utf-8")
    missing = [name for name in SCORERS if f'### Method `"{name}"`' not in page]
    assert missing == []
    assert [name for name, scorer in SCORERS.items() if len(scorer.__doc__ or "") < 60] == []


def test_every_export_has_a_docstring() -> None:
    values = [getattr(summarize, name) for name in summarize.__all__]
    assert [v for v in values if callable(v) and not (v.__doc__ or "").strip()] == []


def test_every_command_and_option_is_documented() -> None:
    page = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    for name, command in group.commands.items():
        assert f"## `summarize {name}`" in page
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.opts[0] in page
                assert parameter.help, f"{name} {parameter.opts[0]} has no help"


@pytest.mark.parametrize("path", PAGES, ids=relative)
def test_links_lead_somewhere(path: Path) -> None:
    page = re.sub(r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", page):
        if urllib.parse.urlparse(target).scheme:
            continue
        file, _, anchor = target.partition("#")
        found = (path.parent / file) if file else path
        assert found.exists(), f"{relative(path)} links to {target}"
        if anchor and found.suffix == ".md":
            headings = re.findall(r"^#+ (.+)$", found.read_text(encoding="utf-8"), re.M)
            slugs = {re.sub(r"[^\w\- ]", "", h.lower()).strip().replace(" ", "-") for h in headings}
            assert anchor in slugs, f"{relative(path)} links to {target}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page in reached or page.suffix != ".md":
            continue
        reached.add(page)
        links = re.findall(r"\]\(([^)\s#]+)", page.read_text(encoding="utf-8"))
        waiting += [page.parent / link for link in links if "://" not in link]
    assert {p.resolve() for p in PAGES} <= reached


def test_the_readme_opens_with_a_sentence_a_command_and_its_output() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    title, sentence, command, *_ = readme.split("\n\n")
    assert title == "# summarize"
    assert sentence.count(". ") == 0
    assert sentence.endswith(".")
    assert command == "```sh\nsummarize brief seeds/aleppo.txt\n```"
    assert find_examples(readme)[0].output


def test_exactly_two_commands_do_all_set_up() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme.split("\n## Set up\n", 1)[1].split("\n## ", 1)[0]
    commands = [example.code.strip() for example in find_examples(section)]
    assert len(commands) == 2
    assert all("\n" not in command.replace("\\\n", "") for command in commands)
    assert "summarize brief seeds/aleppo.txt" in commands[0]
    assert "pytest" in commands[1]


def test_the_bank_file_shown_is_sound_and_every_key_is_told(tmp_path: Path) -> None:
    page = (REFERENCE / "bank-files.md").read_text(encoding="utf-8")
    assert [key for key in {*RULE_KEYS, *CONSEQUENT_KEYS} if f"`{key}`" not in page] == []
    assert [slot for slot in SLOTS if f"`{{{slot}}}`" not in page] == []
    shown = re.search(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert shown
    path = tmp_path / "ferries.toml"
    path.write_text(shown.group(1), encoding="utf-8")
    bank = Bank.load(path)
    strike = "Ferry crews began a strike in Norwick on Monday, their union said."
    assert len(summarize.imply(strike, bank=bank)) == 2
    assert len(summarize.imply(f"{strike} Both sides agreed to talk.", bank=bank)) == 1
    assert lint(bank).faults == ()
