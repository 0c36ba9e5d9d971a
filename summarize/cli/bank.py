"""Commands on rule banks: lint, learn.

The library is imported inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import click

from summarize.cli import options
from summarize.cli.group import group
from summarize.cli.streams import emit, load_bank


@group.group()
def bank() -> None:
    """Work on rule banks: check one, learn precedents."""


@bank.command()
@click.argument("path", metavar="[PATH]", default="default")
@options.json
def lint(path: str, as_json: bool) -> None:
    """Check a bank: every passage, reach, overlaps, duplicates; print the coverage by topic.

    PATH is a TOML file or a folder of them; without it, the shipped bank. Exits with 1 if
    there is a fault.

    \b
    Examples:
      summarize bank lint
      summarize bank lint my-rules.toml --json
    """
    from summarize.implications.lint import lint as check_bank
    from summarize.io.plain import render_lint
    from summarize.io.records import to_record

    found = check_bank(load_bank([path]))
    emit(to_record(found), as_json, render_lint)
    if found.faults:
        click.get_current_context().exit(1)


@bank.command()
@click.argument("seeds", metavar="SEED...", nargs=-1, required=True)
@click.option("--output", required=True, metavar="FILE", help="Where to write the precedents.")
def learn(seeds: tuple[str, ...], output: str) -> None:
    """Learn precedents from seed files of your own, into a TOML file that people can read.

    Only bullets whose premises their own article supports teach; what fewer than two
    articles share is kept with its count and not yet used.

    \b
    Examples:
      summarize bank learn archive/*.txt --output precedents.toml
      summarize imply article.txt --bank default --bank precedents.toml
    """
    from summarize.implications import Bank
    from summarize.io.seed import load_seed

    learned = Bank.learn([load_seed(seed) for seed in seeds])
    learned.save(output)
    click.echo(f"{output}: {len(learned.precedents)} precedents from {len(seeds)} briefs")
