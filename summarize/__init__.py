"""Text in, an auditable brief out."""

from summarize.document import Document, Sentence, Span
from summarize.errors import SummarizeError

__all__ = ["Document", "Sentence", "Span", "SummarizeError"]
