"""Run code in a new process, where nothing of this one's order or state remains."""

from __future__ import annotations

import os
import subprocess
import sys


def run_code(code: str, *, seed: str, given: str | None = None, **settings: str) -> str:
    """Return what ``code`` prints under a hash seed; ``settings`` are environment variables."""
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **settings, "PYTHONHASHSEED": seed},
        input=given,
        capture_output=True,
        check=True,
        text=True,
        timeout=300,
    ).stdout
