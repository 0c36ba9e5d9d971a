"""Run the command line in this process, as its entry point does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner

from summarize.cli import main

ROOT = Path(__file__).parents[2]


@attrs.frozen
class Result:
    code: int
    out: str
    err: str


class _EntryPoint:
    """What CliRunner needs of a command, so that ``main`` itself is what runs."""

    name = "summarize"

    def main(self, args: Any = (), **_: Any) -> None:
        main(list(args))


Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("SUMMARIZE_TRACEBACK", raising=False)
    monkeypatch.chdir(ROOT)

    def call(*arguments: object, stdin: str | bytes = b"") -> Result:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        done = CliRunner().invoke(_EntryPoint(), [str(a) for a in arguments], input=data)  # type: ignore[arg-type]
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
        return Result(done.exit_code, done.stdout, done.stderr)

    return call
