"""How good a text is, measured against another."""

from summarize.evaluation.compare import Comparison, Match, compare
from summarize.evaluation.overlap import Overlap, rouge

__all__ = ["Comparison", "Match", "Overlap", "compare", "rouge"]
