"""Names in a text: where they are, what kind they are, and which ones mean the same.

Found by capitals, by the document's own use of a word (a word that also stands in lower
case is no name), by a list of words that news usually writes in lower case, and by the
project's tables of places, organisations, groups and first names.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise, repeat

import attrs

from summarize.document import Document, Span, as_document
from summarize.errors import InvalidValueError
from summarize.facts.gazetteer import gazetteer
from summarize.facts.kinds import ACRONYM, NameKind
from summarize.facts.mention import Mention
from summarize.facts.mentions import find_mentions
from summarize.facts.surfaces import Surfaces, strip_possessive
from summarize.facts.tokens import Tokens, tokenise_document

# Of two kinds with as many votes, the one whose evidence misleads less.
_CERTAINTY: tuple[NameKind, ...] = ("other", "group", "place", "organisation", "person")
_ROLE_VOTES = 3  # "President X" says more about X's kind than a guess does


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
    tokens = tokenise_document(document)
    return tuple(
        Name(run.text, run.span(tokens), run.sentence, run.kind, run.entity)
        for run in read_mentions(tokens, sentence_ranges(document, tokens))
        if run.first < tokens.body
    )


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


def read_mentions(tokens: Tokens, ranges: list[tuple[int, int]]) -> list[Mention]:
    """Return the mentions of the text, then of the title, entities numbered through both."""
    found = find_mentions(tokens, ranges)
    _number_entities(found)
    return found


def names_at(article: str | Document, found: Iterable[tuple[Span, NameKind]]) -> tuple[Name, ...]:
    """Return names for what another recogniser found: spans in the text, and their kinds.

    Articles, roles and possessives should be outside the spans; a span that does not begin
    at a word is left out. Short forms, acronyms and countries' peoples are joined as in
    :func:`find_names`, and the result can be given to :func:`summarize.facts.facts`.
    """
    document = as_document(article)
    tokens = tokenise_document(document)
    table = gazetteer()
    sentences = [sentence.span for sentence in document.sentences]
    runs = []
    for span, kind in sorted(found):
        index = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
        first = bisect_left(tokens.starts, span.start, hi=tokens.body)
        last = bisect_left(tokens.starts, span.end, hi=tokens.body)
        text = strip_possessive(span.slice(document.text))
        if index < 0 or tokens.starts[first : first + 1] != [span.start] or not text:
            continue
        key = table.canonical(" ".join(text.split()))
        runs.append(Mention(first, last, index, text, kind, False, key))
    _number_entities(runs)
    return tuple(
        Name(run.text, run.span(tokens), run.sentence, run.kind, run.entity) for run in runs
    )


def mentions_of(names: Iterable[Name], tokens: Tokens) -> list[Mention]:
    """Return the mentions that given names stand for; a name must begin at a token."""
    found = []
    for name in sorted(names, key=lambda name: name.span):
        first = bisect_left(tokens.starts, name.span.start, hi=tokens.body)
        last = bisect_left(tokens.starts, name.span.end, hi=tokens.body)
        written = name.span.slice(tokens.text)
        if written != name.text or tokens.starts[first : first + 1] != [name.span.start]:
            raise InvalidValueError(
                f"name {name.text!r} at {name.span} does not stand there: the text has"
                f" {written!r}; give names found in this very text"
            )
        key = gazetteer().canonical(" ".join(name.text.split()))
        mention = Mention(first, last, name.sentence, name.text, name.kind, False, key)
        mention.entity = name.entity
        found.append(mention)
    return found


def renumber(title: list[Mention], body: list[Mention]) -> None:
    """Give the title's mentions the entities of the same names in the body, or new numbers."""
    known = {mention.key: mention.entity for mention in body}
    following = max(known.values(), default=-1) + 1
    for mention in title:
        if mention.key not in known:
            known[mention.key] = following
            following += 1
        mention.entity = known[mention.key]


def sentence_ranges(document: Document, tokens: Tokens) -> list[tuple[int, int]]:
    """Return for every sentence its first token and the one after its last; the title's last."""
    places, body = document.boundaries.starts.tolist(), tokens.body
    firsts = map(bisect_left, repeat(tokens.starts), places, repeat(0), repeat(body))
    ranges = list(pairwise([*firsts, body]))  # only white space lies between sentences
    return [*ranges, (body + 1, len(tokens.words))] if tokens.title else ranges


def _number_entities(runs: list[Mention]) -> None:
    """Give all names that mean the same one entity number and one kind."""
    same: dict[str, list[Mention]] = {}
    for run in runs:
        key = run.key
        if key in same:
            same[key].append(run)
        else:
            same[key] = [run]
    parent = _find_parents(same, runs)
    entities: dict[str, list[Mention]] = {} if parent else same
    if parent:
        for key, mentions in same.items():
            key = parent.get(key, key)
            if key in entities:
                entities[key] += mentions
            else:
                entities[key] = mentions
    for entity, mentions in enumerate(entities.values()):
        if len(mentions) == 1:
            mentions[0].entity = entity
            continue
        kind = _vote(mentions)
        for run in mentions:
            run.entity = entity
            if kind != "other" and run.kind != "group":
                run.kind = kind


def _vote(mentions: list[Mention]) -> NameKind:
    """Return the kind that most mentions of one entity have, "other" if none is known."""
    votes: dict[NameKind, int] = {}
    for run in mentions:
        kind = run.kind
        if kind != "other" and kind != "group":
            votes[kind] = votes.get(kind, 0) + (_ROLE_VOTES if run.role else 1)
    if len(votes) < 2:
        return next(iter(votes), "other")
    return max(votes, key=lambda kind: (votes[kind], _CERTAINTY.index(kind)))


def _find_parents(same: dict[str, list[Mention]], runs: list[Mention]) -> dict[str, str]:
    """Map the key of every short form to the key of the longer name that it stands for.

    ``same`` holds the mentions of every key.
    """
    parent: dict[str, str] = {}
    long = {run.key: run for run in runs if run.last - run.first > 1}
    if not long:
        return parent
    by_end = _index_ends(long)
    acronyms: dict[str, str] | None = None
    for key, mentions in same.items():
        if key in long:
            continue
        run = mentions[0]
        target: str | None = None
        if run.long_form is not None:
            target = run.long_form.key
        elif run.kind != "place" and run.kind != "group":
            if run.text.isupper() and ACRONYM.match(run.text):
                if acronyms is None:
                    acronyms = _index_acronyms(long)
                target = acronyms.get(run.text.replace(".", "").upper())
            if target is None:
                target = by_end.get(key)
        if target:
            parent[key] = target
    return parent


_SEVERAL = ""  # no name's key: short forms of more than one long name stand for none


def _index_ends(long: dict[str, Mention]) -> dict[str, str]:
    """Index long names by their last word (people), else by their first (people, firms)."""
    by_end: dict[str, str] = {}
    by_start: dict[str, str] = {}
    for key, run in long.items():
        kind = run.kind
        if kind == "person" or kind == "other":
            end = key.rpartition(" ")[2]
            by_end[end] = _SEVERAL if end in by_end else key
        elif kind != "organisation":
            continue
        start = key.partition(" ")[0]
        by_start[start] = _SEVERAL if start in by_start else key
    return by_start | by_end


def _index_acronyms(long: dict[str, Mention]) -> dict[str, str]:
    """Index long names by their initials, small words and "al-" left out."""
    index: dict[str, str] = {}
    for key, run in long.items():
        initials = _initials[run.text]
        if len(initials) > 1:
            index[initials] = _SEVERAL if initials in index else key
    return index


def _read_initials(name: str) -> str:
    words = name.replace("-", " ").split()
    return "".join(word[0] for word in words if word[0].isupper())


_initials = Surfaces(_read_initials)
