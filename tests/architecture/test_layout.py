"""The shape of the code: contracts, sizes, docstrings, and nothing that ties it to a machine."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "summarize").rglob("*.py"))
LONGEST_MODULE = 300
LONGEST_FUNCTION = 60  # lines with signature and docstring; above 40 is a question

FOLDERS = ("summarize", "tests", "benchmarks", "docs", "seeds", ".ci")
TEXT = {".py", ".md", ".toml", ".txt", ".json", ".cfg", ".yml", ""}
FILES = sorted(
    path
    for path in [
        *(p for folder in FOLDERS for p in (ROOT / folder).rglob("*")),
        *ROOT.glob("*.*"),
    ]
    if path.is_file() and path.suffix in TEXT and "__pycache__" not in path.parts
)
# Written in pieces, so that this file does not find itself.
FORBIDDEN = {
    "a machine's path": re.compile(r"(?<![\w.])/(?:wo" r"rk|ho" r"me|ro" r"ot|tm" r"p)/\w"),
    "a package registry's host": re.compile(
        "pypi" r"\.org|python" r"hosted\.org|npm" r"js\.org|deb" r"ian\.org"
    ),
    "an internal document": re.compile(r"\b(?:DES" r"IGN|STUD" r"IES|PEE" r"RS|ANCH" r"ORS)\.md"),
}


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_import_contracts_hold() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_module_is_short_and_says_what_it_is_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_MODULE
    assert ast.get_docstring(ast.parse(source)), "the module has no docstring"


def test_functions_are_short() -> None:
    long = [
        f"{relative(path)}:{node.lineno} {node.name} {node.end_lineno - node.lineno + 1}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_ties_the_project_to_one_place(what: str) -> None:
    found = [
        f"{relative(path)}:{number}: {line.strip()[:80]}"
        for path in FILES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if FORBIDDEN[what].search(line)
    ]
    assert found == []


def test_the_code_does_not_know_the_seed() -> None:
    named = re.compile(r"aleppo|hayat tahrir|netanyahu|basel square", re.IGNORECASE)
    found = [
        f"{relative(path)}:{number}: {line.strip()[:80]}"
        for path in sorted((ROOT / "summarize").rglob("*"))
        if path.suffix in {".py", ".toml"}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if named.search(line) and "seeds/aleppo.txt" not in line
    ]
    assert found == []


def test_the_command_line_only_calls_and_prints() -> None:
    """No loops over the text, no arithmetic on scores: at most one ``for`` a module."""
    for path in sorted((ROOT / "summarize" / "cli").glob("*.py")):
        loops = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.For)]
        assert len(loops) <= 1, relative(path)


@pytest.mark.slow
def test_importing_the_library_reads_no_data_and_writes_nothing() -> None:
    code = """
import sys
opened = []
def watch(event, arguments):
    if event == "open" and "summarize" in str(arguments[0]):
        name = str(arguments[0])
        mode = str(arguments[1] or "r")
        if not name.endswith((".py", ".pyc")) or any(letter in mode for letter in "wax+"):
            if ".pyc." not in name:
                opened.append((name, mode))
    elif event.startswith(("socket.", "subprocess.", "urllib.")):
        opened.append((event, ""))
sys.dont_write_bytecode = True
sys.addaudithook(watch)
import summarize
assert opened == [], opened
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
