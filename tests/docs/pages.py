"""Examples in the pages: find them, run them, put their output in."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import attrs

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
# A fenced block, and the block of its output if that follows at once.
_EXAMPLE = re.compile(
    r"^```(?P<kind>sh|python)\n(?P<code>.*?)^```\n(?:\n```text\n(?P<output>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)


@attrs.frozen
class Example:
    """One fenced block; without an ``output`` on the page, a shell block is not run."""

    kind: str
    code: str
    output: str | None
    start: int
    end: int


def find_examples(page: str) -> list[Example]:
    return [
        Example(m["kind"], m["code"], m["output"], m.start("output"), m.end("output"))
        for m in _EXAMPLE.finditer(page)
    ]


def run_page(page: str) -> list[str | None]:
    """Run a page's examples in order, Python in one namespace; return what each printed."""
    namespace: dict[str, Any] = {"__name__": "example"}
    printed: list[str | None] = []
    for example in find_examples(page):
        if example.kind == "python":
            printed.append(_run_python(example.code, namespace))
        else:
            printed.append(None if example.output is None else _run_shell(example.code))
    return printed


def refresh_page(page: str) -> str:
    """Return the page with the output of every example that shows one."""
    outputs = run_page(page)
    for example, output in reversed(list(zip(find_examples(page), outputs, strict=True))):
        if example.output is not None and output is not None:
            page = page[: example.start] + output + page[example.end :]
    return page


def _run_python(code: str, namespace: dict[str, Any]) -> str:
    sink = io.StringIO()
    with contextlib.redirect_stdout(sink), contextlib.chdir(ROOT):
        exec(compile(textwrap.dedent(code), "<example>", "exec"), namespace)
    return sink.getvalue()


def _run_shell(code: str) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", code],
        cwd=ROOT,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{code}failed with {done.returncode}: {done.stderr}")
    return done.stdout
