"""Bad input gives a clear error or a documented result, never a traceback."""

import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

ON_ONE_FILE = ("brief", "summary", "score", "facts", "imply")
BAD = {
    "empty": (b"", "nothing to read"),
    "white space only": (b" \n\t\r\n ", "nothing to read"),
    "not UTF-8": (b"Caf\xe9 opens.\n", ":1: not UTF-8: byte 0xe9"),
    "UTF-16": ("Rain fell.".encode("utf-16"), "not UTF-8: byte 0xff"),
    "a NUL": (b"Rain fell.\nThen \0 more.\n", ":2: a NUL character"),
    "an image": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not UTF-8: byte 0x89"),
}
ODD = {
    "one sentence": "Rain fell.",
    "one word": "rain",
    "no letters": "12 345 -- !!! 7.\n... ??? 9!",
    "control characters": "Rain\x07 fell \x1b[31mred\x1b[0m on\x08 Monday. Snow\x0b fell\x0c too.",
    "mixed scripts": "Rain fell. Шёл дождь. هطل المطر. 下雨了。 Es regnete. 🌧 बारिश हुई।",
    "right to left override": "Rain \u202efell\u202c on Monday. Snow fell.",
    "byte order mark": "\ufeffRain fell. Snow fell.",
    "combining marks": "e\u0301" * 500 + ".",
    "brackets": "(((" * 2000 + " rain. " + ")))" * 2000,
    "quotes": '"' * 3001 + " rain fell.",
    "full stops": "." * 20_000,
    "line breaks": "\n" * 20_000 + "rain." + "\r" * 20_000,
    "capitals": "RAIN FELL IN NORWICK AND THE FERRIES STAYED IN PORT. ALL OF THEM.",
}


@pytest.mark.parametrize("command", ON_ONE_FILE)
@pytest.mark.parametrize("what", BAD)
def test_unreadable_input_is_refused_with_a_place(run: Run, command: str, what: str) -> None:
    data, reason = BAD[what]
    done = run(command, "-", stdin=data)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Error: <stdin>:")
    assert reason in done.err


@pytest.mark.parametrize("command", ON_ONE_FILE)
@pytest.mark.parametrize("what", ODD)
def test_odd_text_gives_a_result(run: Run, command: str, what: str) -> None:
    done = run(command, "-", "--json", stdin=ODD[what])
    assert (done.code, done.err) == (0, "")
    json.loads(done.out)
    shown = run(command, "-", stdin=ODD[what])
    assert (shown.code, shown.err) == (0, "")
    for disturbing in ("\x1b", "\x07", "\x08", "\u202e"):
        assert disturbing not in shown.out


@pytest.mark.parametrize("what", ODD)
def test_odd_text_can_be_checked_and_compared(run: Run, what: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(ODD[what], encoding="utf-8", newline="")
    for command in ("check", "compare"):
        done = run(command, path, "-", "--json", stdin="Rain fell on Monday.\n")
        assert (done.code, done.err) == (0, "")
        json.loads(done.out)


@pytest.mark.parametrize("command", [*ON_ONE_FILE, "batch"])
@pytest.mark.parametrize(
    ("path", "reason"), [("no/such/file.txt", "No such file"), (".", "directory")]
)
def test_missing_files_and_folders(run: Run, command: str, path: str, reason: str) -> None:
    done = run(command, path)
    assert (done.code, done.out) == (2, "")
    assert f"Error: {path}: " in done.err
    assert reason in done.err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "Usage:"),
        (("nonsense",), "No such command 'nonsense'"),
        (("brief",), "Missing argument"),
        (("brief", "seeds/aleppo.txt", "--sentences", "0"), "0 is not in the range"),
        (("brief", "seeds/aleppo.txt", "--sentences", "many"), "not a valid integer"),
        (("brief", "seeds/aleppo.txt", "--method", "oracle"), "oracle"),
        (("brief", "seeds/aleppo.txt", "--language", "Klingon"), "unknown language 'Klingon'"),
        (("brief", "seeds/aleppo.txt", "--layout", "pdf"), "'pdf' is not one of"),
        (("brief", "seeds/aleppo.txt", "--bank", "no/bank.toml"), "no/bank.toml: No such file"),
        (("brief", "-", "--layout", "seed"), "<stdin>:1: no bullets"),
        (("summary", "seeds/aleppo.txt", "--ratio", "2"), "not in the range"),
        (("check", "seeds/aleppo.txt", "-"), "no statements"),
    ],
)
def test_wrong_usage(run: Run, arguments: tuple[str, ...], reason: str) -> None:
    stdin = "Headline\nArticle." if "seed" in arguments else ""
    done = run(*arguments, stdin=stdin)
    assert done.code == 2
    assert reason in done.err


def test_bad_bank_files_are_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bank.toml"
    path.write_text("this is [not TOML", encoding="utf-8")
    done = run("imply", "seeds/aleppo.txt", "--bank", path)
    assert done.code == 2
    assert "bank.toml" in done.err


def test_surrogates_in_json_lines_give_a_record_that_can_be_read(run: Run) -> None:
    line = r'{"id": "\udc80", "text": "Rain \ud800 fell on Monday. Snow fell."}'
    (record,) = [json.loads(x) for x in run("batch", "-", stdin=line).out.splitlines()]
    assert record["id"] == "\udc80"
    assert "error" not in record


def test_a_fault_is_one_line_with_its_own_code(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by design")

    monkeypatch.setattr("summarize.summary.summarize", break_down)
    done = run("summary", "seeds/aleppo.txt")
    assert done.code == 70
    assert done.err.startswith("Error: a fault in summarize, please report it: ZeroDivisionError")
    assert len(done.err.splitlines()) == 1


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "summarize", *arguments]


LINES = {
    "words": "the old brown cart went over a quiet hill and ",
    "one word": "rain",
    "sentences": "The old brown cart went over a quiet hill. ",
}


@pytest.mark.slow
@pytest.mark.parametrize("what", LINES)
def test_ten_megabytes_on_one_line_can_be_summarized(tmp_path: Path, what: str) -> None:
    path = tmp_path / "large.txt"
    path.write_text(LINES[what] * (10_000_000 // len(LINES[what])), encoding="utf-8")
    done = subprocess.run(
        command("summary", str(path)), cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("- ")
    assert len(done.stdout) < 10_000


@pytest.mark.slow
@pytest.mark.parametrize("what", LINES)
def test_one_megabyte_on_one_line_can_be_briefed(tmp_path: Path, what: str) -> None:
    path = tmp_path / "large.txt"
    path.write_text(LINES[what] * (1_000_000 // len(LINES[what])), encoding="utf-8")
    done = subprocess.run(
        command("brief", str(path)), cwd=ROOT, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Summary\n- ")


def start_batch() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command("batch", "-"),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.slow
def test_a_closed_pipe_ends_quietly() -> None:
    process = start_batch()
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    line = json.dumps({"text": "Rain fell. " * 50}).encode() + b"\n"
    with contextlib.suppress(BrokenPipeError):
        for _ in range(2000):
            process.stdin.write(line)
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 141


@pytest.mark.slow
def test_an_interrupt_ends_with_one_line() -> None:
    process = start_batch()
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps({"text": "Rain fell."}).encode() + b"\n")
    process.stdin.flush()
    process.stdout.readline()  # it is past its imports and waits for more
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == b"Error: interrupted\n"


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_output_encoding(encoding: str) -> None:
    done = subprocess.run(
        command("summary", "-"),
        cwd=ROOT,
        input="Шёл дождь – café. 下雨了。".encode(),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    done.stdout.decode(encoding)
