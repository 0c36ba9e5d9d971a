"""Commands on many articles: batch.

The library is imported inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import click

from summarize.cli import options
from summarize.cli.group import group
from summarize.cli.streams import load_bank, name_of, open_lines, write_json


@group.command()
@options.file
@options.sentences
@options.limit
@options.method
@options.bank
@options.language
@click.option("--strict", is_flag=True, help="Exit 1 if any line gave an error record.")
def batch(
    file: str,
    sentences: int,
    limit: int,
    method: str,
    bank: tuple[str, ...],
    language: str,
    strict: bool,
) -> None:
    """Brief a stream of articles: JSON Lines in, JSON Lines out.

    A line is {"id": ..., "title": ..., "text": ..., "statements": [...]}; only the text is
    needed. Each gives one record, in order: a brief with its line and id, or
    {"line": ..., "id": ..., "error": ...}; the rest goes on.

    \b
    Examples:
      summarize batch articles.jsonl > briefs.jsonl
      zcat archive.jsonl.gz | summarize batch - --limit 3
    """
    from summarize.brief import brief_records

    failed = False
    with open_lines(file) as lines:
        for record in brief_records(
            lines,
            source=name_of(file),
            sentences=sentences,
            limit=limit,
            method=method,
            bank=load_bank(bank),
            language=language,
        ):
            failed |= "error" in record
            write_json(record, indent=None)
    if failed and strict:
        click.get_current_context().exit(1)
