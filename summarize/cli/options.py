"""Options and arguments that several commands share."""

from __future__ import annotations

import click

layout = click.option(
    "--layout",
    type=click.Choice(["auto", "seed", "text"]),
    default="auto",
    help="What FILE holds; auto finds out.",
)
json = click.option("--json", "as_json", is_flag=True, help="Print one JSON record.")
language = click.option(
    "--language", default="en", show_default=True, metavar="CODE", help="Language of the text."
)
method = click.option(
    "--method", default="auto", show_default=True, metavar="NAME", help="Scoring method."
)
limit = click.option(
    "--limit", type=click.IntRange(min=0), default=6, show_default=True, help="Most implications."
)
sentences = click.option(
    "--sentences", type=click.IntRange(min=1), default=3, show_default=True, help="Summary length."
)
bank = click.option(
    "--bank",
    multiple=True,
    default=["default"],
    metavar="PATH",
    help='Rules: a TOML file, a folder of them, or "default"; several are merged.',
)
file = click.argument("file", metavar="FILE|-")
