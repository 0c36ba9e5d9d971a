"""Files and records: seed files and JSON Lines in, records, JSON and HTML out."""

from summarize.io.articles import ArticleRecord, ErrorRecord, read_articles
from summarize.io.records import to_json, to_record
from summarize.io.seed import SeedBrief, load_seed, parse_seed
from summarize.io.source import Source, read_source, read_statements

__all__ = [
    "ArticleRecord",
    "ErrorRecord",
    "SeedBrief",
    "Source",
    "load_seed",
    "parse_seed",
    "read_articles",
    "read_source",
    "read_statements",
    "to_json",
    "to_record",
]
