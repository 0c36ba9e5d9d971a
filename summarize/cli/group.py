"""The command that all others hang on."""

from __future__ import annotations

import click

_EPILOG = """\b
FILE is UTF-8 text, or "-" for standard input: an article (a first line that does not end
as a sentence is its headline) or a seed file (bullets, headline, article).

\b
Exit codes: 0 done; 1 something did not hold (--strict, bank lint); 2 bad usage or bad
input; 70 a fault of the program; 130 interrupted; 141 the output's reader went away.
"""


@click.group(epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="summarize")
def group() -> None:
    """Text in, an auditable brief out: what happened, what it implies, and where it says so.

    \b
    Examples:
      summarize brief article.txt
      summarize check article.txt statements.txt --strict
      summarize summary - --words 60 < article.txt
    """
