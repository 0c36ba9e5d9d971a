"""The ``summarize`` command: parse, call the library, print.

Exit codes: 0 done; 1 something did not hold (``--strict``, ``bank lint``); 2 bad usage or bad
input; 70 a fault of the program; 130 interrupted; 141 the reader of the output went away.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

import click

from summarize.cli import articles, bank, bulk, statements  # noqa: F401  (they add their commands)
from summarize.cli.group import group
from summarize.errors import SummarizeError

#: Objects made before a collection, and collections before an older generation's (measured).
_COLLECTION = 100_000, 20, 100
USAGE, FAULT, INTERRUPTED, CLOSED_PIPE = 2, 70, 130, 141


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code; no input leads to a traceback.

    ``SUMMARIZE_TRACEBACK=1`` in the environment shows the traceback of a fault.
    """
    if arguments is not None:
        sys.exit(_run(arguments))
    # A process of its own: models and rules are kept to its end, so the collector need not walk
    # them again and again, nor at exit. A third of the time of a command on one article.
    gc.set_threshold(*_COLLECTION)
    code = _run(None)
    gc.freeze()
    sys.exit(code)


def _run(arguments: Sequence[str] | None) -> int:
    if "_SUMMARIZE_COMPLETE" in os.environ:  # a shell asks for completions
        group.main(prog_name="summarize")
    try:
        given = list(sys.argv[1:] if arguments is None else arguments)
        # Not group.main(), which ends on a closed pipe or an interrupt with a code of its own.
        with group.make_context("summarize", given) as context:
            group.invoke(context)
        sys.stdout.flush()
        return 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        return _fail("interrupted", INTERRUPTED)
    except BrokenPipeError:
        # What Python flushes at exit must not raise again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except SummarizeError as error:
        return _fail(str(error), USAGE)
    except OSError as error:
        return _fail(f"{error.filename or 'input/output'}: {error.strerror or error}", USAGE)
    except Exception as error:
        if os.environ.get("SUMMARIZE_TRACEBACK"):
            raise
        return _fail(
            f"a fault in summarize, please report it: {type(error).__name__}: {error} "
            "(SUMMARIZE_TRACEBACK=1 shows where)",
            FAULT,
        )


def _fail(message: str, code: int) -> int:
    click.echo(f"Error: {message}", err=True)
    return code
