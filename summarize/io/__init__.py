"""Files and records: seed files and JSON Lines in, records, JSON and HTML out."""

from summarize.io.articles import ArticleRecord, ErrorRecord, read_articles
from summarize.io.records import to_json, to_record
from summarize.io.seed import SeedBrief, load_seed, parse_seed

__all__ = [
    "ArticleRecord",
    "ErrorRecord",
    "SeedBrief",
    "load_seed",
    "parse_seed",
    "read_articles",
    "to_json",
    "to_record",
]
