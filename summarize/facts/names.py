"""Names in a text: where they are, what kind they are, and which ones mean the same.

Found by capitals, by the document's own use of a word (a word that also stands in lower
case is no name), by a list of words that news usually writes in lower case, and by the
project's tables of places, organisations, groups and first names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import pairwise
from typing import Literal

import attrs

from summarize.document import Document, Span, as_document
from summarize.facts.gazetteer import Gazetteer, gazetteer
from summarize.facts.tokens import Tokens, strip_possessive, tokenise

NameKind = Literal["person", "place", "organisation", "group", "other"]


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


@attrs.define
class _Run:
    """A candidate: tokens ``first`` to ``last`` (exclusive) of one sentence."""

    first: int
    last: int
    sentence: int
    text: str
    kind: NameKind
    role: bool
    key: str
    short_of_previous: bool = False


_CONNECTORS = frozenset("of de la du van von der den al bin ibn el da dos di le".split())
_PARTICLES = _CONNECTORS - {"of"}
_SPEECH = frozenset("said says say told added told tells adds insisted argued explained".split())
_PLACE_PREPOSITIONS = frozenset("in near across throughout outside".split())
# Capitalised words after which "of" continues the name, beside those of organisations and places.
_OF_HEADS = frozenset(
    "Archbishop Republic Duke Prince Princess Duchess Isle Earl Kingdom States".split()
)
_PRONOUNS = frozenset("I I'm I've I'll I'd I’m I’ve I’ll I’d".split())
_DOTTED = frozenset("Mr Mrs Ms Dr St Gen Sen Rep Gov Prof Lt Col Sgt Capt Jr Rev".split())
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.]{1,6}$")
_ARTICLES = ("al-", "el-", "Al-", "El-")
_OPENERS = frozenset("\"“‘':(—–-•*")  # after these a capital may only open a sentence
_TITLE_CASE_SHARE = 0.6  # a sentence with more capitalised long words is a headline


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
    body = _find_runs(tokens, sentence_ranges(document, tokens), seen)
    head = _find_runs(title, [(0, len(title.words))], seen) if title is not None else []
    runs = body + head
    entities = _join_runs(runs)
    _vote_kinds(runs, entities)
    cut = len(body)
    return (
        _build(body, entities[:cut], tokens),
        _build(head, entities[cut:], title or tokens, sentence=-1),
    )


def _build(
    runs: list[_Run], entities: list[int], tokens: Tokens, *, sentence: int | None = None
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


def _span(run: _Run, tokens: Tokens) -> Span:
    start = tokens.starts[run.first]
    return Span(start, start + len(run.text))


def sentence_ranges(document: Document, tokens: Tokens) -> list[tuple[int, int]]:
    """Return for every sentence its first token and the one after its last."""
    starts = tokens.starts
    return [
        (bisect_left(starts, sentence.span.start), bisect_left(starts, sentence.span.end))
        for sentence in document.sentences
    ]


def _find_runs(tokens: Tokens, ranges: list[tuple[int, int]], seen: frozenset[str]) -> list[_Run]:
    """Return the candidates of every sentence, typed by what stands in and around them."""
    table = gazetteer()
    runs: list[_Run] = []
    for index, (first, last) in enumerate(ranges):
        words = tokens.words[first:last]
        capitals = [
            first + i
            for i, word in enumerate(words)
            if word[0].isupper() or (word[:3] in _ARTICLES and word[3:4].isupper())
        ]
        if not capitals:
            continue
        headline = _is_headline(words)
        for chain in _chains(capitals, tokens, table):
            common = [
                (headline or at == first or tokens.words[at - 1] in _OPENERS)
                and _is_common(tokens, at, table, seen)
                for at in chain
            ]
            for piece in _pieces(chain, common, tokens, table):
                runs += _type(piece, index, tokens, table)
    for previous, run in pairwise(runs):
        run.short_of_previous = _in_brackets_after(previous, run, tokens)
    return runs


def _is_headline(words: list[str]) -> bool:
    """Tell whether capitals carry no news here: most longer words have one."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(w[0].isupper() for w in long) > _TITLE_CASE_SHARE * len(long)


def _is_common(tokens: Tokens, at: int, table: Gazetteer, seen: frozenset[str]) -> bool:
    """Tell whether a capitalised token is an ordinary word here."""
    lower = strip_possessive(tokens.lower[at])
    if tokens.words[at] in table.short_places:
        return False
    return lower in table.lower_words or lower in seen


def _chains(capitals: list[int], tokens: Tokens, table: Gazetteer) -> list[list[int]]:
    """Group capitalised tokens that stand together, small connecting words included."""
    chains: list[list[int]] = []
    for at in capitals:
        word = tokens.words[at]
        if word in table.calendar or word in _PRONOUNS:
            continue
        if chains and _continues(chains[-1][-1], at, tokens, table):
            chains[-1].append(at)
        else:
            chains.append([at])
    return chains


def _continues(previous: int, at: int, tokens: Tokens, table: Gazetteer) -> bool:
    word, gap = tokens.words[previous], at - previous
    if word[-2:] in ("'s", "’s") or gap > 3:
        return False
    if gap == 1:
        return True
    between = tokens.lower[previous + 1]
    if between == "and" and gap == 2:
        return _joins_organisation(previous, at, tokens, table)
    heads = word in table.organisation_words or word in table.place_words or word in _OF_HEADS
    if gap == 3:
        return heads and between == "of" and tokens.lower[previous + 2] == "the"
    if between == ".":
        return (len(word) == 1 or word in _DOTTED) and tokens.starts[at] - tokens.starts[
            previous
        ] < len(word) + 3
    return between == "&" or between in _PARTICLES or (between in ("of", "for") and heads)


def _joins_organisation(previous: int, at: int, tokens: Tokens, table: Gazetteer) -> bool:
    """Tell whether "and" stands inside a name: "the Securities and Exchange Commission"."""
    words = tokens.words
    start = previous
    while start and words[start - 1][0].isupper():
        start -= 1
    if not start or words[start - 1] != "the" or _known_kind(words[previous], table):
        return False
    end = at
    while end + 1 < len(words) and words[end + 1][0].isupper() and end < at + 3:
        end += 1
    return end > at and strip_possessive(words[end]) in table.organisation_words


def _pieces(
    chain: list[int], common: list[bool], tokens: Tokens, table: Gazetteer
) -> list[list[int]]:
    """Cut ordinary words out of a chain, unless the whole is a known name."""
    if not any(common):
        return [chain]
    text = _text(chain, tokens)
    if text in table.organisations or (" " in text and table.place(text) is not None):
        return [chain]
    pieces: list[list[int]] = [[]]
    for at, ordinary in zip(chain, common, strict=True):
        head = len(chain) > 1 and tokens.words[at] in table.organisation_words
        if ordinary and not (head and not all(common)):
            pieces.append([])
        else:
            pieces[-1].append(at)
    return [piece for piece in pieces if piece]


def _text(chain: list[int], tokens: Tokens) -> str:
    """Return the chain as written (blanks kept single), without a final possessive."""
    if len(chain) == 1:
        return strip_possessive(tokens.words[chain[0]])
    parts = [tokens.words[chain[0]]]
    for at in range(chain[0] + 1, chain[-1] + 1):
        glue = "" if tokens.starts[at] == tokens.end(at - 1) else " "
        parts.append(glue + tokens.words[at])
    return strip_possessive("".join(parts))


def _type(chain: list[int], sentence: int, tokens: Tokens, table: Gazetteer) -> list[_Run]:
    """Take peoples' names and roles off the front of a chain; type what remains."""
    runs: list[_Run] = []
    role = False
    while chain:
        head = strip_possessive(tokens.words[chain[0]])
        text = _text(chain, tokens)
        known = _known_kind(text, table)
        if known is not None:
            runs.append(_run(chain, sentence, tokens, text, known, role, table))
            return runs
        rest = [tokens.words[at] for at in chain[1:]]
        is_organisation = bool(rest) and _has_organisation_word(rest, table)
        if is_organisation and not (rest[0] in table.roles and len(rest) > 2):
            break
        if len(chain) > 1 and _known_kind(head, table) == "group":
            runs.append(_run(chain[:1], sentence, tokens, head, "group", False, table))
        elif head in table.roles and not is_organisation:
            role = True
        else:
            break
        chain = chain[1:]
    while chain and tokens.words[chain[-1]] in table.roles and len(chain) > 1 and not role:
        chain = chain[:-1]
    if not chain:
        return runs
    text = _text(chain, tokens)
    kind = _guess_kind(chain, text, role, tokens, table)
    runs.append(_run(chain, sentence, tokens, text, kind, role, table))
    return runs


def _run(
    chain: list[int],
    sentence: int,
    tokens: Tokens,
    text: str,
    kind: NameKind,
    role: bool,
    table: Gazetteer,
) -> _Run:
    key = table.canonical(text)
    return _Run(chain[0], chain[-1] + 1, sentence, text, kind, role, key)


def _known_kind(text: str, table: Gazetteer) -> NameKind | None:
    """Return the kind that the tables give ``text``, or None."""
    if text in table.peoples or text in table.groups:
        return "group"
    if table.place(text) is not None:
        return "place"
    return "organisation" if text in table.organisations else None


def _has_organisation_word(words: list[str], table: Gazetteer) -> bool:
    return any(strip_possessive(word) in table.organisation_words for word in words)


def _guess_kind(
    chain: list[int], text: str, role: bool, tokens: Tokens, table: Gazetteer
) -> NameKind:
    """Type a name that no table holds, by its words and its neighbours."""
    words = [strip_possessive(tokens.words[at]) for at in chain]
    if role:
        return "person"
    if _has_organisation_word(words[-1:], table) or _has_organisation_word(words[:1], table):
        return "organisation"
    if len(words) > 1 and words[0] in table.first_names:
        return "person"
    if len(words) > 1 and (words[-1] in table.place_words or words[0] in table.place_words):
        return "place"
    if _has_organisation_word(words, table) or _ACRONYM.match(text):
        return "organisation"
    after = tokens.lower[chain[-1] + 1] if chain[-1] + 1 < len(tokens.lower) else ""
    if 1 < len(words) < 4 and after in _SPEECH:
        return "person"
    before = tokens.lower[chain[0] - 1] if chain[0] else ""
    if before in _PLACE_PREPOSITIONS and len(words) < 3:
        return "place"
    return "person" if words[0] in table.first_names else "other"


def _join_runs(runs: list[_Run]) -> list[int]:
    """Return an entity number for every run: one for all names that mean the same."""
    parent = {run.key: run.key for run in runs}
    long = {run.key: run for run in runs if run.last - run.first > 1}
    by_end, by_start = _index_ends(long)
    acronyms = _index_acronyms(long)
    for at, run in enumerate(runs):
        if run.key in long:
            continue
        targets: set[str] = set()
        if run.short_of_previous:
            targets = {runs[at - 1].key}
        elif _ACRONYM.match(run.text) and run.text.replace(".", "") in acronyms:
            targets = acronyms[run.text.replace(".", "")]
        elif run.kind not in ("place", "group") or run.role:
            targets = by_end.get(run.key) or by_start.get(run.key) or set()
        if len(targets) == 1:
            parent[run.key] = next(iter(targets))
    numbers: dict[str, int] = {}
    result = []
    for run in runs:
        root = parent[run.key]
        root = parent.get(root, root)
        result.append(numbers.setdefault(root, len(numbers)))
    return result


def _index_ends(long: dict[str, _Run]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
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


def _index_acronyms(long: dict[str, _Run]) -> dict[str, set[str]]:
    """Index long names by their initials, small words and "al-" left out."""
    index: dict[str, set[str]] = defaultdict(set)
    for key, run in long.items():
        words = [word for word in run.text.replace("-", " ").split() if word[0].isupper()]
        if len(words) > 1:
            index["".join(word[0] for word in words)].add(key)
    return index


def _in_brackets_after(previous: _Run, run: _Run, tokens: Tokens) -> bool:
    """Tell whether ``run`` is the short form in "Long Name (LN)"."""
    return (
        run.first == previous.last + 1
        and tokens.words[previous.last] == "("
        and tokens.words[run.last : run.last + 1] == [")"]
        and bool(_ACRONYM.match(run.text))
        and previous.last - previous.first > 1
    )


def _vote_kinds(runs: list[_Run], entities: list[int]) -> None:
    """Give all mentions of one entity the kind that most of them have; roles decide."""
    votes: dict[int, Counter[NameKind]] = defaultdict(Counter)
    for run, entity in zip(runs, entities, strict=True):
        if run.kind not in ("other", "group"):
            votes[entity][run.kind] += 3 if run.role else 1
    for run, entity in zip(runs, entities, strict=True):
        if run.kind != "group" and votes[entity]:
            run.kind = max(sorted(votes[entity]), key=votes[entity].__getitem__)
