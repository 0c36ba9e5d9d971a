"""Files and records: seed files in, JSON records in and out."""

from summarize.io.seed import SeedBrief, load_seed, parse_seed

__all__ = ["SeedBrief", "load_seed", "parse_seed"]
