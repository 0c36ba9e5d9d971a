"""Text in, an auditable brief out: what happened, what it implies, and where the text says so."""

from summarize.brief import Brief, brief
from summarize.document import Document, Sentence, Span
from summarize.errors import SummarizeError
from summarize.evaluation import Comparison, compare
from summarize.facts import Fact, facts
from summarize.implications import Bank, Implication, Verification, imply, verify
from summarize.io import SeedBrief, load_seed, parse_seed
from summarize.scoring import Background
from summarize.selection.budget import Budget
from summarize.streaming import Failure, summarize_many
from summarize.summary import Pick, Reason, Summary, score, summarize
from summarize.support import Check, Checker, Evidence, Missing, Verdict, check, evidence

__all__ = [
    "Background",
    "Bank",
    "Brief",
    "Budget",
    "Check",
    "Checker",
    "Comparison",
    "Document",
    "Evidence",
    "Fact",
    "Failure",
    "Implication",
    "Missing",
    "Pick",
    "Reason",
    "SeedBrief",
    "Sentence",
    "Span",
    "SummarizeError",
    "Summary",
    "Verdict",
    "Verification",
    "brief",
    "check",
    "compare",
    "evidence",
    "facts",
    "imply",
    "load_seed",
    "parse_seed",
    "score",
    "summarize",
    "summarize_many",
    "verify",
]
