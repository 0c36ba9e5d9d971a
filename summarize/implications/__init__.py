"""What an article implies: stated projections, rules and precedents, each with its proof."""

from summarize.implications.bank import Bank
from summarize.implications.engine import imply, verify
from summarize.implications.implication import Implication, Verification

__all__ = ["Bank", "Implication", "Verification", "imply", "verify"]
