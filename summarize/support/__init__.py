"""Does the article say so? Statements in; verdicts with evidence out."""

from summarize.support.check import Checker, check, evidence
from summarize.support.model import Model, load_model
from summarize.support.values import Check, Evidence, Missing, Verdict

__all__ = [
    "Check",
    "Checker",
    "Evidence",
    "Missing",
    "Model",
    "Verdict",
    "check",
    "evidence",
    "load_model",
]
