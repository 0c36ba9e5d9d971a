"""Commands that hold texts against each other: check, compare.

The library is imported inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import click

from summarize.cli import options
from summarize.cli.group import group
from summarize.cli.streams import emit, name_of, source_of, statements_of


@group.command()
@click.argument("article", metavar="ARTICLE|-")
@click.argument("statements", metavar="[STATEMENTS|-]", required=False)
@options.layout
@options.json
@click.option("--strict", is_flag=True, help="Exit 1 unless every statement is supported.")
@options.language
def check(
    article: str,
    statements: str | None,
    layout: str,
    as_json: bool,
    strict: bool,
    language: str,
) -> None:
    """Check whether the article says so: verdict, evidence and what is missing.

    STATEMENTS is a list, one a line, or a seed file (its bullets); without it ARTICLE must
    be a seed file, and its own bullets are checked.

    \b
    Examples:
      summarize check seeds/aleppo.txt
      summarize check article.txt statements.txt --strict
    """
    from summarize.document import Document
    from summarize.io.plain import render_checks
    from summarize.io.records import to_record
    from summarize.support import check as check_statements

    if article == statements == "-":
        raise click.UsageError("only one of the two can be standard input")
    source = source_of(article, layout)
    claims = statements_of(statements) if statements else source.bullets
    if not claims:
        raise click.UsageError(f"{name_of(article)} has no bullets; name a file of STATEMENTS")
    document = Document.from_text(source.article, title=source.title, language=language)
    checks = check_statements(document, claims)
    emit(to_record(checks), as_json, render_checks)
    if strict and any(found.verdict != "supported" for found in checks):
        click.get_current_context().exit(1)


@group.command()
@click.argument("candidate", metavar="CANDIDATE|-")
@click.argument("reference", metavar="REFERENCE|-")
@options.json
@options.language
def compare(candidate: str, reference: str, as_json: bool, language: str) -> None:
    """Compare how much of REFERENCE is covered by CANDIDATE, and the other way round.

    Of a seed file, its bullets are compared; of any other file, its sentences.

    \b
    Examples:
      summarize compare mine.txt theirs.txt
      summarize imply seeds/aleppo.txt --bullets | summarize compare - seeds/aleppo.txt
    """
    from summarize.evaluation.compare import compare as make_comparison
    from summarize.io.plain import render_comparison
    from summarize.io.records import to_record

    if candidate == reference == "-":
        raise click.UsageError("only one of the two can be standard input")
    sides = [source_of(path, "auto") for path in (candidate, reference)]
    left, right = (side.bullets or side.article for side in sides)
    emit(to_record(make_comparison(left, right, language=language)), as_json, render_comparison)
