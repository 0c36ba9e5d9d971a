"""Streams of texts: batches in, summaries and failures out, in order."""

from summarize.streaming.batches import DEFAULT_BATCH_SIZE, Failure
from summarize.streaming.many import summarize_many

__all__ = ["DEFAULT_BATCH_SIZE", "Failure", "summarize_many"]
