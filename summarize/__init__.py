"""Text in, an auditable brief out."""

from summarize.document import Document, Sentence, Span
from summarize.errors import SummarizeError
from summarize.summary import Pick, Reason, Summary, score, summarize, summarize_many

__all__ = [
    "Document",
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
