"""Text in, an auditable brief out."""

from summarize.document import Document, Sentence, Span
from summarize.errors import SummarizeError
from summarize.streaming import Failure, summarize_many
from summarize.summary import Pick, Reason, Summary, score, summarize

__all__ = [
    "Document",
    "Failure",
    "Pick",
    "Reason",
    "Sentence",
    "Span",
    "SummarizeError",
    "Summary",
    "score",
    "summarize",
    "summarize_many",
]
