"""Commands on one article: brief, summary, score, facts, imply.

The library is imported inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

from typing import Any

import click

from summarize.cli import options
from summarize.cli.group import group
from summarize.cli.streams import emit, load_bank, source_of, statements_of, write_text


@group.command()
@options.file
@options.layout
@options.json
@click.option("--html", "as_html", is_flag=True, help="Print one self-contained HTML page.")
@click.option("--title", help="The headline (default: the file's).")
@click.option("--statements", metavar="FILE", help="Check these too: a list or a seed file.")
@options.sentences
@options.limit
@options.method
@options.bank
@options.language
def brief(
    file: str,
    layout: str,
    as_json: bool,
    as_html: bool,
    title: str | None,
    statements: str | None,
    sentences: int,
    limit: int,
    method: str,
    bank: tuple[str, ...],
    language: str,
) -> None:
    """Summary, implications and checks of an article, each with its place in it.

    With a seed file, its bullets are checked and compared with the implications found.

    \b
    Examples:
      summarize brief seeds/aleppo.txt
      summarize brief article.txt --statements bullets.txt --json
      summarize brief - --html < article.txt > brief.html
    """
    from summarize.brief import brief as make_brief
    from summarize.evaluation.compare import compare as make_comparison
    from summarize.io.plain import render_brief
    from summarize.io.records import to_record

    if as_json and as_html:
        raise click.UsageError("choose one of --json and --html")
    source = source_of(file, layout)
    result = make_brief(
        source.article,
        title=title or source.title,
        sentences=sentences,
        limit=limit,
        statements=(*source.bullets, *(statements_of(statements) if statements else ())),
        method=method,
        bank=load_bank(bank),
        language=language,
    )
    if as_html:
        write_text(result.to_html())
        return
    record = result.to_dict()
    if source.bullets:
        found = [implication.text for implication in result.implications]
        record["comparison"] = to_record(make_comparison(found, source.bullets, metrics=()))
    emit(record, as_json, render_brief)


@group.command()
@options.file
@options.layout
@options.json
@click.option("--sentences", type=click.IntRange(min=1), help="Most sentences [default: 3].")
@click.option("--words", type=click.IntRange(min=1), help="Most words.")
@click.option("--characters", type=click.IntRange(min=1), help="Most characters.")
@click.option("--ratio", type=click.FloatRange(0, 1, min_open=True), help="Share of sentences.")
@options.method
@options.language
def summary(file: str, layout: str, as_json: bool, **arguments: Any) -> None:
    """Extract the sentences that say most; no budget is ever exceeded.

    \b
    Examples:
      summarize summary article.txt --words 60
      summarize summary - --method lexrank --sentences 2 < article.txt
    """
    from summarize.io.plain import render_summary
    from summarize.io.records import to_record
    from summarize.summary import summarize

    result = summarize(source_of(file, layout).article, **arguments)
    emit({"text": result.text, **to_record(result)}, as_json, render_summary)


@group.command()
@options.file
@options.layout
@options.json
@options.method
@options.language
def score(file: str, layout: str, as_json: bool, method: str, language: str) -> None:
    """Score every sentence, in text order.

    \b
    Examples:
      summarize score article.txt
      summarize score article.txt --method textrank --json
    """
    from summarize.document import Document
    from summarize.io.plain import render_scores
    from summarize.io.records import to_record
    from summarize.summary import score as score_sentences

    document = Document.from_text(source_of(file, layout).article, language=language)
    scores = score_sentences(document, method=method, language=language)
    record = [
        {**to_record(sentence), "score": value}
        for sentence, value in zip(document.sentences, scores, strict=True)
    ]
    emit(record, as_json, render_scores)


@group.command()
@options.file
@options.layout
@options.json
@options.language
def facts(file: str, layout: str, as_json: bool, language: str) -> None:
    """Who did what to whom, where, when and how many.

    \b
    Examples:
      summarize facts article.txt
      summarize facts article.txt --json
    """
    from summarize.document import Document
    from summarize.facts import facts as find_facts
    from summarize.io.plain import render_facts
    from summarize.io.records import to_record

    document = Document.from_text(source_of(file, layout).article, language=language)
    emit(to_record(find_facts(document)), as_json, render_facts)


@group.command()
@options.file
@options.layout
@options.json
@click.option("--bullets", is_flag=True, help="Print the bullets only, one a line.")
@options.limit
@options.bank
@options.language
def imply(
    file: str,
    layout: str,
    as_json: bool,
    bullets: bool,
    limit: int,
    bank: tuple[str, ...],
    language: str,
) -> None:
    """Imply what may follow from what the article says, each with its proof.

    \b
    Examples:
      summarize imply article.txt --limit 3
      summarize imply seeds/aleppo.txt --bullets | summarize compare - seeds/aleppo.txt
    """
    from summarize.document import Document
    from summarize.implications import imply as find_implications
    from summarize.io.plain import render_implications
    from summarize.io.records import to_record

    source = source_of(file, layout)
    document = Document.from_text(source.article, title=source.title, language=language)
    found = find_implications(document, bank=load_bank(bank), limit=limit)
    if bullets and not as_json:
        write_text("\n".join(implication.text for implication in found))
        return
    emit(to_record(found), as_json, render_implications)
