"""Find capitalised names in tokens and type each by its words and its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from summarize.facts.codes import MONTHS, NAMES, find_places, find_within
from summarize.facts.gazetteer import Gazetteer, gazetteer
from summarize.facts.kinds import (
    ACRONYM,
    CONNECTORS,
    NameKind,
    Piece,
    join_words,
    known_kind,
    split_chain,
)
from summarize.facts.lexicon import lexicon
from summarize.facts.mention import Mention, find_without_capitals
from summarize.facts.surfaces import Surfaces, strip_possessive
from summarize.facts.tokens import Tokens

_INNER = CONNECTORS | {"and", "for", ".", "&"}  # they may stand between the capitals of a name
_SPEECH = frozenset("said says say told added told tells adds insisted argued explained".split())
# After these, "in X" does not say that X is a place ("a stake in X").
_HOLDINGS = frozenset(
    "share shares stake stakes interest interests invest invested investing investment investor"
    " investors confidence faith role roles part star stars starred starring believe".split()
)
# Lower-case words after which a name is a person's.
_PEOPLES_ROLES = frozenset(
    "star singer actor actress director coach manager captain striker midfielder defender"
    " winger goalkeeper leader chairman chairwoman boss secretary minister president spokesman"
    " judge spokeswoman lawyer guitarist rapper author writer champion driver chancellor"
    " analyst economist researcher professor scientist husband wife son daughter brother"
    " sister mother father producer presenter host comedian senator mayor governor candidate"
    " defendant prince princess king queen pope footballer sprinter golfer boxer swimmer"
    " cyclist novelist painter poet composer journalist executive founder activist bishop"
    " archbishop general admiral ambassador".split()
)
# Months that are surnames and first names too.
_MONTH_NAMES = frozenset(
    "March April May June August March's April's May's June's August's May’s June’s".split()
)
_PLACE_PREPOSITIONS = frozenset("in near across throughout outside".split())
# Capitalised words after which "of" continues the name, beside those of organisations and places.
_OF_HEADS = frozenset(
    "Archbishop Republic Duke Prince Princess Duchess Isle Earl Kingdom States".split()
)
_DOTTED = frozenset("Mr Mrs Ms Dr St Gen Sen Rep Gov Prof Lt Col Sgt Capt Jr Rev".split())
_OPENERS = frozenset("\"“‘':(—–-•*")  # after these a capital may only open a sentence
_OWNING = ("'s", "’s")  # a name ends here
_FAR = 4  # tokens from one capital of a name to the next that are too many
_DENSE = 0.3  # a headline has at least this share of capitalised tokens
_TITLE_CASE_SHARE = 0.85  # a sentence with more capitalised long words is a headline
#: Where a group begins and ends among the capitals, its sentence, and if that is a headline.
_Chain = tuple[int, int, int, bool]


def find_mentions(tokens: Tokens, ranges: list[tuple[int, int]]) -> list[Mention]:
    """Return the candidates of every sentence, typed by what stands in and around them.

    ``ranges`` are those of the text's sentences and of the title, if there is one.
    """
    table, words, body = gazetteer(), tokens.words, tokens.body
    capitals = find_places(tokens.codes, NAMES)
    months = _months_as_names(tokens, table)
    if months:
        capitals = sorted(capitals + months)
    split = bisect_left(capitals, body)
    runs = [] if split else find_without_capitals(tokens, ranges, table, 0, body)
    chains, weighed = _chains(capitals, ranges, tokens, table)
    common = _find_common(weighed, tokens)
    for begin, end, index, headline in chains:
        lead = capitals[begin]
        if headline or lead in common:
            for piece in _ordinary_cut(capitals[begin:end], tokens, table, common, headline):
                _type(piece[0], piece[-1], index, tokens, runs)
        else:
            _type(lead, capitals[end - 1], index, tokens, runs)
    if split == len(capitals):
        runs += find_without_capitals(tokens, ranges, table, body, len(words))
    if "(" in tokens.text or "(" in tokens.title:
        for previous, run in pairwise(runs):
            if run.first == previous.last + 1 and _in_brackets_after(previous, run, tokens):
                run.long_form = previous
    return runs


def _months_as_names(tokens: Tokens, table: Gazetteer) -> list[int]:
    """Return the tokens like "May" that follow a first name or role: "Theresa May", "Mrs May"."""
    words = tokens.words
    marked = find_within(tokens.codes.translate(MONTHS), 0, len(words))
    months = [at for at in marked if words[at] in _MONTH_NAMES]
    if not months or months[0] > tokens.body:  # one in the title alone stays a month
        return []
    known = (table.first_names, table.roles)
    return [at for at in months if at and any(words[at - 1] in names for names in known)]


def _ordinary_cut(
    chain: list[int], tokens: Tokens, table: Gazetteer, common: set[int], headline: bool
) -> list[list[int]]:
    """Drop the ordinary words of a headline's chain, of another its first; return what is left."""
    if headline:
        drop = [at in common or _is_loud(tokens.words[at], table) for at in chain]
    else:
        drop = [True] + [False] * (len(chain) - 1)
    if len(chain) == 1:
        return [] if drop[0] else [chain]
    return _pieces(chain, drop, tokens, table)


def is_headline(words: list[str]) -> bool:
    """Tell whether capitals carry no news here: most longer words have one."""
    if words[-1] in (".", "!", "?"):
        return False
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(w[0].isupper() for w in long) > _TITLE_CASE_SHARE * len(long)


def _is_loud(word: str, table: Gazetteer) -> bool:
    """Tell whether a headline's word is no known name but an inflected or a shouted word."""
    if known_kind(strip_possessive(word), table) is not None:
        return False
    lower = word.lower()
    stem = lower.removesuffix("s").removesuffix("e")
    return word.isupper() or lower in lexicon().heads or stem in table.lower_words


def _find_common(weighed: list[int], tokens: Tokens) -> set[int]:
    """Return those of some capitalised tokens that are ordinary words here."""
    common: set[int] = set()
    open_words: dict[str, list[int]] = {}
    for at in weighed:
        lower = _cases[tokens.words[at]]
        if lower == "":
            common.add(at)
        elif lower is not None:
            open_words.setdefault(lower, []).append(at)
    # Few are left to look for in the text: a set of all its words takes longer.
    for lower in set(open_words).intersection(tokens.words[: tokens.body]):
        common.update(open_words[lower])
    return common


def _read_case(word: str) -> str | None:
    """Return "" for an ordinary word, None for a short name, else what to look for in the text."""
    table, lower = gazetteer(), strip_possessive(word.lower())
    if word in table.short_places:
        return None
    return "" if lower in table.lower_words and word not in table.organisations else lower


_cases = Surfaces(_read_case)


def _chains(
    capitals: list[int], ranges: list[tuple[int, int]], tokens: Tokens, table: Gazetteer
) -> tuple[list[_Chain], list[int]]:
    """Group the capitals that stand together, small connecting words included.

    Gives the groups, and the capitals that may be ordinary words: opening ones, and all of a
    headline.
    """
    words = tokens.words
    chains: list[_Chain] = []
    weighed: list[int] = []
    begin, index, first, last, previous, headline = 0, -1, 0, 0, -_FAR, False
    for place, at in enumerate(capitals):
        gap = at - previous
        near = gap < _FAR and at < last and words[previous][-2:] not in _OWNING
        if near and (gap == 1 or _continues(previous, at, tokens, table)):
            previous = at
            continue
        if place:
            chains.append((begin, place, index, headline))
        if at >= last:
            while at >= last:
                index += 1
                first, last = ranges[index]
            mine = capitals[place : bisect_left(capitals, last, place)]
            headline = len(mine) > _DENSE * (last - first) and is_headline(words[first:last])
            if headline:
                weighed += mine
        if not headline and (at == first or words[at - 1] in _OPENERS):
            weighed.append(at)
        begin, previous = place, at
    if capitals:
        chains.append((begin, len(capitals), index, headline))
    return chains, weighed


def _continues(previous: int, at: int, tokens: Tokens, table: Gazetteer) -> bool:
    """Tell whether the one or two tokens between two capitals may stand inside a name."""
    word, gap = tokens.words[previous], at - previous
    between = tokens.lower[previous + 1]
    if between not in _INNER:
        return False
    if between == "and" and gap == 2:
        return _joins_organisation(previous, at, tokens, table)
    heads = word in table.organisation_words or word in table.place_words or word in _OF_HEADS
    if gap == 3:
        return heads and between == "of" and tokens.lower[previous + 2] == "the"
    if between == ".":
        return (len(word) == 1 or word in _DOTTED) and tokens.starts[at] - tokens.starts[
            previous
        ] < len(word) + 3
    return heads if between in ("of", "for") else between != "and"


def _joins_organisation(previous: int, at: int, tokens: Tokens, table: Gazetteer) -> bool:
    """Tell whether "and" stands inside a name: "the Securities and Exchange Commission"."""
    words = tokens.words
    start = previous
    while start and words[start - 1][0].isupper():
        start -= 1
    if not start or words[start - 1] != "the" or known_kind(words[previous], table):
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
    text = (
        join_words(tuple(tokens.words[chain[0] : chain[-1]]))
        + " "
        + strip_possessive(tokens.words[chain[-1]])
    )
    if known_kind(text.strip(), table) and len(chain) > 1:
        return [chain]
    pieces: list[list[int]] = [[]]
    for at, ordinary in zip(chain, common, strict=True):
        head = len(chain) > 1 and tokens.words[at] in table.organisation_words
        if ordinary and not (head and not all(common)):
            pieces.append([])
        else:
            pieces[-1].append(at)
    return [piece for piece in pieces if piece]


def _type(start: int, final: int, sentence: int, tokens: Tokens, runs: list[Mention]) -> None:
    """Add the mentions of a chain; neighbours decide where the words alone do not."""
    words, starts = tokens.words, tokens.starts
    key = words[start] if start == final else " ".join(words[start : final + 1])
    for piece in split_chain[key]:
        first, last = start + piece.first, start + piece.last
        kind = piece.kind or _kind_by_neighbours(piece, tokens, first, last)
        text = piece.word or tokens.source(first)[starts[first] : starts[last - 1] + piece.length]
        runs.append(Mention(first, last, sentence, text, kind, piece.role, piece.key))


def _kind_by_neighbours(piece: Piece, tokens: Tokens, first: int, last: int) -> NameKind:
    lower, length = tokens.lower, piece.last - piece.first
    if 1 < length < 4 and last < len(lower) and lower[last] in _SPEECH:
        return "person"
    before = lower[first - 1] if first else ""
    if length < 4 and (before in _PEOPLES_ROLES or (length > 1 and before in _SPEECH)):
        return "person"
    if length < 3 and first and lower[first - 1] in _PLACE_PREPOSITIONS:
        before = lower[first - 2] if first > 1 else ""
        return piece.guess if before in _HOLDINGS else "place"
    return piece.guess


def _in_brackets_after(previous: Mention, run: Mention, tokens: Tokens) -> bool:
    """Tell whether ``run`` is the short form in "Long Name (LN)"."""
    return (
        tokens.words[previous.last] == "("
        and tokens.words[run.last : run.last + 1] == [")"]
        and bool(ACRONYM.match(run.text))
        and previous.last - previous.first > 1
    )
