"""Text in, an auditable brief out: what happened, what it implies, and where the text says so.

Every public name is listed here and imported when it is first used: so ``summarize --help``
answers at once, and a summary does not wait for the rule bank.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_HOMES = {
    "brief": "Brief brief",
    "document": "Document Sentence Span",
    "errors": "SummarizeError",
    "evaluation": "Comparison compare",
    "facts": "Fact facts",
    "implications": "Bank Implication Verification imply verify",
    "io": "SeedBrief load_seed parse_seed",
    "scoring": "Background",
    "selection.budget": "Budget",
    "streaming": "Failure summarize_many",
    "summary": "Pick Reason Summary score summarize",
    "support": "Check Checker Evidence Missing Verdict check evidence",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}


class _Package(ModuleType):
    """The package: looks exports up on first use (PEP 562 can't keep functions from modules)."""

    def __getattr__(self, name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{self.__name__}.{_HOME[name]}"), name)
        super().__setattr__(name, value)
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        # Importing the module ``summarize.facts`` must not hide the function of that name.
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Package
