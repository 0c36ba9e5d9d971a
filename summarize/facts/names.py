"""Names in a text: where they are, what kind they are, and which ones mean the same.

Found by capitals, by the document's own use of a word (a word that also stands in lower
case is no name), by a list of words that news usually writes in lower case, and by the
project's tables of places, organisations, groups and first names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

import attrs

from summarize.document import Document, Span, as_document
from summarize.facts.gazetteer import gazetteer
from summarize.facts.mentions import ACRONYM, Mention, NameKind, find_mentions
from summarize.facts.tokens import Tokens, strip_possessive, tokenise


@attrs.frozen
class Name:
    """One mention of a name.

    ``text`` is the mention without roles ("President") and possessive; ``span`` covers
    exactly that in ``document.text``. ``sentence`` is the index of its sentence. ``entity``
    numbers what is named, in order of first mention: short forms, acronyms and possessives
    of one name share it, and so do a country and its people's name.
    """

    text: str
    span: Span
    sentence: int
    kind: NameKind
    entity: int


def find_names(article: str | Document) -> tuple[Name, ...]:
    """Return every mention of a name in ``article``, in text order.

    Cost is linear in the text; most of it is the tokenisation. A text without capitals gives
    only names of the tables that are no ordinary words.
    """
    document = as_document(article)
    title = tokenise(document.title) if document.title else None
    return read_names(document, tokenise(document.text), title)[0].names


def normalise_name(word: str) -> str:
    """Return the form under which names are compared.

    Lower case, points and possessive dropped; people's names and other names of a country
    become the country: ``"Syrians"`` and ``"Syria's"`` give ``"syria"``, ``"U.S."`` gives
    ``"united states"``. A word that is no such name is only lower-cased.
    """
    bare = " ".join(strip_possessive(word.strip()).split()).rstrip(".,;:")
    return gazetteer().canonical(bare)


def usually_lower(word: str) -> bool:
    """Tell whether news usually writes ``word`` in lower case away from a sentence's start."""
    return word.lower() in gazetteer().lower_words


@attrs.frozen
class NamesFound:
    """Names of a text with, for each, its first token and the one after its last."""

    names: tuple[Name, ...]
    ranges: tuple[tuple[int, int], ...]


def read_names(
    document: Document, tokens: Tokens, title: Tokens | None = None
) -> tuple[NamesFound, NamesFound]:
    """Return the names of the body and of the title, entities numbered through both."""
    seen = frozenset(tokens.words)
    body = find_mentions(tokens, sentence_ranges(document, tokens), seen)
    head = find_mentions(title, [(0, len(title.words))], seen) if title is not None else []
    runs = body + head
    entities = _join_runs(runs)
    _vote_kinds(runs, entities)
    cut = len(body)
    return (
        _build(body, entities[:cut], tokens),
        _build(head, entities[cut:], title or tokens, sentence=-1),
    )


def _build(
    runs: list[Mention], entities: list[int], tokens: Tokens, *, sentence: int | None = None
) -> NamesFound:
    names = tuple(
        Name(
            run.text,
            _span(run, tokens),
            run.sentence if sentence is None else sentence,
            run.kind,
            entity,
        )
        for run, entity in zip(runs, entities, strict=True)
    )
    return NamesFound(names, tuple((run.first, run.last) for run in runs))


def _span(run: Mention, tokens: Tokens) -> Span:
    start = tokens.starts[run.first]
    return Span(start, start + len(run.text))


def sentence_ranges(document: Document, tokens: Tokens) -> list[tuple[int, int]]:
    """Return for every sentence its first token and the one after its last."""
    starts = tokens.starts
    return [
        (bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end))
        for sentence in document.sentences
    ]


def _join_runs(runs: list[Mention]) -> list[int]:
    """Return an entity number for every run: one for all names that mean the same."""
    parent = {run.key: run.key for run in runs}
    long = {run.key: run for run in runs if run.last - run.first > 1}
    by_end, by_start = _index_ends(long)
    acronyms = _index_acronyms(long)
    done: set[str] = set()
    for at, run in enumerate(runs):
        if run.key in long or run.key in done:
            continue
        done.add(run.key)
        targets: set[str] = set()
        if run.short_of_previous:
            targets = {runs[at - 1].key}
        elif run.kind not in ("place", "group"):
            targets = (
                acronyms.get(run.text.replace(".", "").upper() if ACRONYM.match(run.text) else "")
                or by_end.get(run.key)
                or by_start.get(run.key)
                or set()
            )
        if len(targets) == 1:
            parent[run.key] = next(iter(targets))
    numbers: dict[str, int] = {}
    result = []
    for run in runs:
        root = parent[run.key]
        root = parent.get(root, root)
        result.append(numbers.setdefault(root, len(numbers)))
    return result


def _index_ends(long: dict[str, Mention]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Index long names by their last word (people) and by their first (people, firms)."""
    by_end: dict[str, set[str]] = defaultdict(set)
    by_start: dict[str, set[str]] = defaultdict(set)
    for key, run in long.items():
        words = key.split()
        if run.kind in ("person", "other"):
            by_end[words[-1]].add(key)
        if run.kind in ("person", "organisation", "other"):
            by_start[words[0]].add(key)
    return by_end, by_start


def _index_acronyms(long: dict[str, Mention]) -> dict[str, set[str]]:
    """Index long names by their initials, small words and "al-" left out."""
    index: dict[str, set[str]] = defaultdict(set)
    for key, run in long.items():
        words = [word for word in run.text.replace("-", " ").split() if word[0].isupper()]
        if len(words) > 1:
            index["".join(word[0] for word in words)].add(key)
    return index


def _vote_kinds(runs: list[Mention], entities: list[int]) -> None:
    """Give all mentions of one entity the kind that most of them have; roles weigh more."""
    votes: dict[int, dict[NameKind, int]] = {}
    for run, entity in zip(runs, entities, strict=True):
        if run.kind not in ("other", "group"):
            mine = votes.setdefault(entity, {})
            mine[run.kind] = mine.get(run.kind, 0) + (3 if run.role else 1)
    for run, entity in zip(runs, entities, strict=True):
        if run.kind != "group" and entity in votes:
            mine = votes[entity]
            run.kind = (
                max(mine, key=lambda kind: (mine[kind], kind))
                if len(mine) > 1
                else next(iter(mine))
            )
