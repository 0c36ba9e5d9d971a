"""spaCy: names from one of its pipelines, for use by :func:`summarize.facts.facts`.

Needs the extra ``spacy`` only to load a pipeline by its name; a pipeline that is loaded
already is used as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from summarize.document import Document, Span, as_document
from summarize.errors import MissingExtraError
from summarize.facts.kinds import NameKind
from summarize.facts.names import Name, names_at

#: The labels of spaCy's models (OntoNotes and WikiNER schemes) that are names.
KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "PER": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
    "NORP": "group",
    "EVENT": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "MISC": "other",
}
_BEFORE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


def find_names(article: str | Document, pipeline: str | Callable[[str], Any]) -> tuple[Name, ...]:
    """Return the names that a spaCy ``pipeline`` (or the one of that name) finds in ``article``.

    ``facts(article, names=find_names(article, "en_core_web_sm"))`` then reads the facts with
    them. Leading articles and final possessives are cut. Raises :class:`MissingExtraError`
    when a pipeline is named and spaCy is not installed; what ``spacy.load`` raises for an
    unknown name passes through.
    """
    document = as_document(article)
    parsed = (_load(pipeline) if isinstance(pipeline, str) else pipeline)(document.text)
    return names_at(document, _read_entities(document.text, parsed.ents))


def _read_entities(text: str, entities: Any) -> Iterator[tuple[Span, NameKind]]:
    for entity in entities:
        kind = KINDS.get(entity.label_)
        if kind is None:
            continue
        article = _BEFORE.match(text, entity.start_char, entity.end_char)
        start = article.end() if article else entity.start_char
        if start < entity.end_char:
            yield Span(start, entity.end_char), kind


def _load(name: str) -> Callable[[str], Any]:
    try:
        import spacy
    except ImportError as error:
        raise MissingExtraError(
            "spaCy is not installed; install it with: pip install 'summarize[spacy]'"
        ) from error
    pipeline: Callable[[str], Any] = spacy.load(name)
    return pipeline
