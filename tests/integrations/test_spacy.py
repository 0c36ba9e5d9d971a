import importlib.util
from types import SimpleNamespace

import pytest

from summarize.errors import MissingExtraError
from summarize.facts import facts
from summarize.integrations.spacy import find_names

TEXT = "Yesterday the Orrin Fund bought Kelda. Kelda's owner, Ann Moor, and the OF agreed on 3 May."
INSTALLED = importlib.util.find_spec("spacy") is not None


def pipeline(text: str) -> SimpleNamespace:
    """Answers as a pipeline does, for the entities of ``TEXT``."""
    wanted = [
        ("the Orrin Fund", "ORG"),
        ("Kelda", "ORG"),
        ("Kelda's", "ORG"),
        ("Ann Moor", "PERSON"),
        ("the OF", "ORG"),
        ("3 May", "DATE"),
    ]
    entities, at = [], 0
    for words, label in wanted:
        at = text.index(words, at)
        entities.append(SimpleNamespace(start_char=at, end_char=at + len(words), label_=label))
        at += len(words)
    return SimpleNamespace(ents=entities)


def test_entities_become_names() -> None:
    names = find_names(TEXT, pipeline)
    assert [(name.text, name.kind, name.sentence) for name in names] == [
        ("Orrin Fund", "organisation", 0),
        ("Kelda", "organisation", 0),
        ("Kelda", "organisation", 1),
        ("Ann Moor", "person", 1),
        ("OF", "organisation", 1),
    ]
    assert all(name.span.slice(TEXT) == name.text for name in names)
    assert [name.entity for name in names] == [0, 1, 1, 2, 0]


def test_facts_use_them() -> None:
    found = facts(
        "Police arrested nord bank.", names=find_names("Police arrested nord bank.", _nord)
    )
    assert found[0].whom is not None
    assert (found[0].whom.head, found[0].whom.kind) == ("nord bank", "organisation")


def _nord(text: str) -> SimpleNamespace:
    return SimpleNamespace(ents=[SimpleNamespace(start_char=16, end_char=25, label_="ORG")])


@pytest.mark.skipif(INSTALLED, reason="spaCy is installed")
def test_without_spacy_the_error_names_the_extra() -> None:
    with pytest.raises(MissingExtraError, match=r"summarize\[spacy\]"):
        find_names(TEXT, "en_core_web_sm")


@pytest.mark.skipif(not INSTALLED, reason="needs spaCy")
def test_a_real_pipeline() -> None:
    import spacy

    blank = spacy.blank("en")
    ruler = blank.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "the Orrin Fund"}])  # type: ignore[attr-defined]
    assert [name.text for name in find_names(TEXT, blank)] == ["Orrin Fund"]
