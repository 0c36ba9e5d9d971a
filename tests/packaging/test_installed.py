"""The library as a stranger meets it: installed from its wheel, offline, in a read-only place."""

import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "aleppo.txt"
pytestmark = pytest.mark.slow

# Any attempt to use the network or to write a file ends the program.
GUARD = """
import sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind", "urllib.Request"):
        raise SystemExit(f"network: {event} {arguments}")
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        raise SystemExit(f"write: {arguments[0]}")
    if event in ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.copyfile"):
        raise SystemExit(f"write: {event} {arguments}")

sys.dont_write_bytecode = True
sys.addaudithook(refuse)
"""


def run(python: str, *arguments: str, **keywords: Any) -> subprocess.CompletedProcess[str]:
    environment = dict(keywords.pop("env", os.environ))
    environment.pop("PYTHONPATH", None)  # what is installed must be what runs
    return subprocess.run(
        [python, *arguments],
        capture_output=True,
        text=True,
        timeout=300,
        env=environment,
        **keywords,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    done = run(
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The Python of a new environment that holds the wheel, and this one's dependencies."""
    folder = tmp_path_factory.mktemp("user")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    site = next((folder / "lib").glob("python*")) / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    here = next(Path(p) for p in sys.path if p.endswith("site-packages"))
    (site / "dependencies.pth").write_text(f"{here}\n")
    return str(python)


def test_the_wheel_holds_the_package_its_data_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"summarize", next(top for top in tops if top.endswith(".dist-info"))}
    assert "summarize/py.typed" in names
    assert "summarize/cli/__init__.py" in names
    data = {str(p.relative_to(ROOT)) for p in (ROOT / "summarize/data").rglob("*") if p.is_file()}
    tracked = subprocess.run(
        ["git", "ls-files", "summarize/data"], cwd=ROOT, capture_output=True, text=True
    ).stdout.split()
    assert set(tracked) <= set(names)
    assert {name for name in names if name.startswith("summarize/data/")} <= data
    assert not [name for name in names if name.endswith((".pkl", ".pickle", ".pyc"))]


def test_the_installed_wheel_gives_the_checkouts_brief(installed: str, tmp_path: Path) -> None:
    code = "import summarize, sys; sys.exit('site-packages' not in summarize.__file__)"
    assert run(installed, "-c", code, cwd=tmp_path).returncode == 0
    arguments = ("-W", "error", "-m", "summarize", "brief", str(SEED), "--json")
    from_wheel = run(installed, *arguments, cwd=tmp_path)
    assert from_wheel.returncode == 0, from_wheel.stderr
    assert from_wheel.stdout == run(sys.executable, *arguments, cwd=ROOT).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("brief", str(SEED)),
        ("brief", str(SEED), "--json"),
        ("brief", str(SEED), "--html"),
        ("check", str(SEED)),
        ("imply", str(SEED)),
        ("facts", str(SEED)),
        ("summary", str(SEED)),
        ("compare", str(SEED), str(SEED)),
    ],
    ids=" ".join,
)
def test_no_network_no_writes_no_warnings(
    installed: str, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    code = f"{GUARD}\nfrom summarize.cli import main\nmain({list(arguments)!r})"
    done = run(installed, "-W", "error", "-c", code, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_the_guard_bites(tmp_path: Path) -> None:
    for fault in ("open('x', 'w')", "__import__('socket').create_connection(('127.0.0.1', 9))"):
        done = run(sys.executable, "-c", f"{GUARD}\n{fault}", cwd=tmp_path)
        assert done.returncode == 1
        assert done.stderr.startswith(("write: x", "network: socket"))


def test_a_folder_that_is_gone_or_closed_is_no_obstacle(installed: str, tmp_path: Path) -> None:
    """Root may write anywhere, but nobody can write into a folder that no longer exists."""
    gone = tmp_path / "gone"
    gone.mkdir()
    code = f"""
import os
os.rmdir({str(gone)!r})
from summarize.cli import main
main(["brief", {str(SEED)!r}])
"""
    done = run(installed, "-W", "error", "-c", code, cwd=gone)
    assert (done.returncode, done.stderr) == (0, "")


def test_equal_bytes_over_hash_seeds_processes_and_threads() -> None:
    outputs = set()
    for seed, threads in (("0", "1"), ("1", "2"), ("4242", "1")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "OMP_NUM_THREADS": threads}
        done = run(
            sys.executable,
            "-m",
            "summarize",
            "brief",
            str(SEED),
            "--json",
            cwd=ROOT,
            env=environment,
        )
        assert done.returncode == 0, done.stderr
        outputs.add(done.stdout)
    assert len(outputs) == 1


def test_help_does_not_import_the_heavy_parts() -> None:
    code = """
import sys
from summarize.cli import main
try:
    main(["--help"])
except SystemExit:
    pass
heavy = {"summarize.brief", "summarize.facts", "summarize.support", "summarize.implications",
         "rouge_score", "nltk", "sklearn", "sumy"} & set(sys.modules)
print("HEAVY", sorted(heavy))
"""
    done = run(sys.executable, "-c", code, cwd=ROOT)
    assert "HEAVY []" in done.stdout, done.stdout


def test_a_cold_brief_does_not_import_rouge_score() -> None:
    code = f"""
import sys
from summarize.cli import main
try:
    main(["brief", {str(SEED)!r}])
except SystemExit:
    pass
unwanted = {{"rouge_score", "nltk", "sklearn", "sumy", "pkg_resources"}}
print("LOADED", sorted(unwanted & set(sys.modules)))
"""
    assert "LOADED []" in run(sys.executable, "-c", code, cwd=ROOT).stdout


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="a copy of the tracked files alone")
def test_a_clean_checkout_needs_nothing_untracked() -> None:
    """Whatever the package imports or reads is tracked, or a stranger would not have it."""
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard", "summarize"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert listed.stdout.split() == []


def test_version_is_stated_once(wheel: Path) -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(), re.M)
    assert version is not None
    assert wheel.name.startswith(f"summarize-{version[1]}-")
    assert f"## {version[1]}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
