"""Slots of a premise, filled only from words next to the trigger, verbatim, else left empty."""

from __future__ import annotations

import attrs

from summarize.facts.names import usually_lower
from summarize.implications import lexicon
from summarize.implications.morphology import is_plural, possessive
from summarize.implications.reading import Tokens

_LONGEST_PHRASE = 6
_PLACE_PREPOSITIONS = frozenset(
    "in at near across outside inside around off throughout over northwest within".split()
)
#: Prepositions that bring a noun's complement, unless the trigger names its own.
_COMPLEMENT = frozenset({"of", "on", "against", "over", "with", "between", "into"})
_CONNECTORS = frozenset("of the and de la al el bin du von van der del da di le los las & for 's".split())
_QUANTIFIERS = frozenset(
    "at least more than about around nearly almost up to some over as many an estimated approximately fewer less roughly".split()
)


_NEVER_MODIFIERS = lexicon.FUNCTION_WORDS | lexicon.COMMON_VERBS | lexicon.PAST_FORMS


@attrs.frozen
class Filling:
    """What the slots hold; every value is a piece of the sentence. Empty means not filled."""

    event: str
    about: str = ""
    target: str = ""
    where: str = ""
    place: str = ""
    actor: str = ""
    number: str = ""

    def value(self, slot: str) -> str:
        """Return the text of a slot; ``"actor's"`` is the actor's possessive."""
        if slot == "actor's":
            return possessive(self.actor, common=usually_lower(self.actor)) if self.actor else ""
        found: str = getattr(self, slot)
        return found


def _plain(tokens: Tokens, i: int) -> bool:
    """Say whether token ``i`` is a lower-case content word."""
    raw, word = tokens.raw[i], tokens.words[i]
    return raw[0].islower() and word not in lexicon.FUNCTION_WORDS and raw[-1].isalnum()


def _named(tokens: Tokens, i: int) -> bool:
    raw = tokens.raw[i]
    return raw[0].isupper() and tokens.words[i] not in lexicon.FUNCTION_WORDS | lexicon.DAYS


def name_end(tokens: Tokens, i: int) -> int:
    """Return where the run of capitalised words that starts at ``i`` ends (``i`` if none does)."""
    size = len(tokens)
    if i >= size or not _named(tokens, i):
        return i
    end = i + 1
    while end < size and not tokens.raw[end - 1].endswith(("'s", "’s")):
        if _named(tokens, end):
            end += 1
        elif (
            tokens.words[end] in {"of", "the", "de", "la", "al", "bin", "du", "von", "van", "del", "&"}
            and end + 1 < size
            and (_named(tokens, end + 1) or (tokens.words[end + 1] == "the" and end + 2 < size and _named(tokens, end + 2)))
            and tokens.words[end] not in {"the"}
        ):
            end += 1
            if tokens.words[end] == "the":
                end += 1
        else:
            break
    return end


def _slice(tokens: Tokens, start: int, end: int) -> str:
    """Return tokens as they stand in the text, white space folded."""
    parts = [tokens.raw[start]]
    for i in range(start + 1, end):
        parts.append(" " if tokens.starts[i] > tokens.ends[i - 1] else "")
        parts.append(tokens.raw[i])
    return "".join(parts)


def _closes(tokens: Tokens, i: int) -> bool:
    """Say whether a noun phrase may end before token ``i``."""
    if i >= len(tokens):
        return True
    word = tokens.words[i]
    if word in lexicon.FUNCTION_WORDS or word in lexicon.COMMON_VERBS or word in lexicon.DAYS:
        return True
    return not tokens.raw[i][0].isalnum() and tokens.raw[i] not in "%$£€-/'’&"


def noun_phrase(tokens: Tokens, i: int) -> int:
    """Return where the noun phrase that starts at ``i`` ends, or ``i`` if it can't be told."""
    start, size = i, len(tokens)
    if i < size and tokens.words[i] in {"a", "an", "the"}:
        i += 1
    first = i
    while i < size and i - first <= _LONGEST_PHRASE:
        if _named(tokens, i):
            i = name_end(tokens, i)
        elif (_plain(tokens, i) and tokens.words[i] not in lexicon.COMMON_VERBS and not (
            i > first and tokens.words[i].endswith("ed") and not tokens.words[i].endswith("eed")
        )) or (i == first and tokens.raw[i][0].isdigit() and tokens.raw[i].isdigit()):
            i += 1
        else:
            break
    if i == first or i - first > _LONGEST_PHRASE or tokens.raw[i - 1].endswith(("'s", "’s")):
        return start
    if i == first + 1 and tokens.raw[first].isdigit():
        return start
    if i < size and tokens.words[i].endswith("ed") and tokens.raw[i].islower():
        return i
    return i if _closes(tokens, i) else start


def _coordinated(tokens: Tokens, before: int, stop: int) -> int:
    """Extend a phrase over "and ..." so that nothing is cut off; ``before + 1`` if that fails."""
    between = tokens.words[before] == "between"
    if stop < len(tokens) and stop > before + 1 and tokens.words[stop] in {"and", "or"}:
        second = noun_phrase(tokens, stop + 1)
        whole = second > stop + 1 and second - before <= _LONGEST_PHRASE + 3
        if whole and (second >= len(tokens) or tokens.words[second] not in {"and", "or"}):
            return second
        return before + 1
    return before + 1 if between else stop


def _skip_time(tokens: Tokens, i: int) -> int:
    """Step over one time expression ("on Friday", "late yesterday evening")."""
    j, size = i, len(tokens)
    while j < size and j - i < 5 and (
        tokens.words[j] in lexicon.TIME_WORDS or (tokens.raw[j].isdigit() and j > i)
    ):
        if tokens.words[j] in {"in", "at", "the"} and not (
            j + 1 < size and tokens.words[j + 1] in lexicon.TIME_WORDS
        ):
            break
        j += 1
    return j


def place_at(tokens: Tokens, i: int) -> tuple[int, int]:
    """Return the token range (preposition, end) of "in PLACE" at ``i``, past a time expression."""
    i = _skip_time(tokens, i)
    size = len(tokens)
    if i >= size or tokens.words[i] not in _PLACE_PREPOSITIONS:
        return 0, 0
    start = j = i
    j += 1
    if j < size and tokens.words[j] in {"the"}:
        j += 1
    while j < size and j - start < 5 and tokens.words[j] in {
        "northern", "southern", "eastern", "western", "central", "north", "south", "east", "west",
        "north-west", "north-east", "south-west", "south-east", "northeastern", "northwestern",
        "southeastern", "southwestern", "city", "town", "village", "capital", "province", "state",
        "region", "of", "downtown", "rural", "nearby", "port", "district", "island", "coastal",
    }:
        j += 1
    end = name_end(tokens, j)
    if end == j or tokens.raw[end - 1].endswith(("'s", "’s")) or not _closes(tokens, end):
        return 0, 0
    return start, end


def _number_at(tokens: Tokens, i: int) -> int:
    """Return where a quantity with its noun ends ("at least 12 people"), or ``i``."""
    start, size = i, len(tokens)
    while i < size and tokens.words[i] in _QUANTIFIERS and i - start < 3:
        i += 1
    if i >= size or not (tokens.raw[i].replace(",", "").isdigit() or tokens.words[i] in lexicon.NUMBER_WORDS):
        return start
    while i < size and (tokens.raw[i].replace(",", "").isdigit() or tokens.words[i] in lexicon.NUMBER_WORDS):
        i += 1
    end = i
    while end < size and _plain(tokens, end) and tokens.words[end] not in lexicon.COMMON_VERBS and end - i < 3:
        end += 1
    return end if end > i and _closes(tokens, end) else start


def _actor_before(tokens: Tokens, i: int) -> str:
    """Return the named subject right before the verb at ``i`` when it opens the sentence."""
    while i > 0 and tokens.words[i - 1] in {"has", "have", "had", "also", "has", "officially"}:
        i -= 1
    end = i
    start = end
    while start > 0 and (_named(tokens, start - 1)):
        start -= 1
    if start == end or tokens.raw[end - 1].endswith(("'s", "’s")):
        return ""
    if tokens.words[start] in lexicon.NUMBER_WORDS | lexicon.TIME_WORDS:
        return ""
    lead = tokens.words[:start]
    article = lead == ["the"]
    if lead and not article and not (lead[-1] == "," and tokens.words[0] in lexicon.PREPOSITIONS | lexicon.DAYS | {"yesterday", "today"} and lead.count(",") == 1):
        return ""
    if start == 0 and end == 1 and usually_lower(tokens.raw[0]) and not is_plural(tokens.words[0]):
        return ""
    name = _slice(tokens, start, end)
    return f"the {name}" if article else name


def _modifiers(tokens: Tokens, start: int) -> tuple[int, str]:
    """Return where the adjectives before a noun trigger begin, and a possessor that stands before them."""
    i = start
    while i > 0 and start - i < 4:
        word, raw = tokens.words[i - 1], tokens.raw[i - 1]
        if word in lexicon.DETERMINERS or word in {"its", "his", "her", "their"}:
            return i, ""
        if raw.endswith(("'s", "’s")) and raw[0].isupper() and _possessor_opens(tokens, i - 1):
            return i, _possessor(tokens, i - 1)
        if not raw[-1].isalpha() or word in _NEVER_MODIFIERS:
            break
        i -= 1
    return start, ""


def _possessor_opens(tokens: Tokens, i: int) -> bool:
    return tokens.words[i] not in lexicon.DAYS | lexicon.FUNCTION_WORDS


def _possessor(tokens: Tokens, i: int) -> str:
    start = i
    while start > 0 and _named(tokens, start - 1):
        start -= 1
    name = _slice(tokens, start, i + 1)[:-2]
    return f"the {name}" if start > 0 and tokens.words[start - 1] == "the" else name


def _event_noun(tokens: Tokens, start: int, end: int) -> tuple[str, str]:
    """Return the noun with its adjectives, and its possessor."""
    first, owner = _modifiers(tokens, start)
    while first < start and tokens.words[first] in lexicon.DEICTIC:
        first += 1
    noun = " ".join(tokens.words[i] if not _acronym(tokens, i) else tokens.raw[i] for i in range(start, end))
    if first == start:
        return noun, owner
    return f"{_slice(tokens, first, start)} {noun}", owner


def _acronym(tokens: Tokens, i: int) -> bool:
    raw = tokens.raw[i]
    return len(raw) > 1 and raw[1:2].isupper()


def fill(tokens: Tokens, start: int, end: int, *, noun: str, preposition: str, verb: bool, passive: bool, gap: bool = False) -> Filling:
    """Fill the slots for the trigger at tokens ``[start, end)``.

    ``noun`` is the trigger's nominalisation, empty to take the trigger itself;
    ``preposition`` introduces a verb's object; ``gap`` tells that the trigger
    spans its object ("cut ... rate").
    """
    event, actor = (noun, "") if noun else _event_noun(tokens, start, end)
    about = target = ""
    here = end
    size = len(tokens)
    if verb:
        actor = "" if passive else _actor_before(tokens, start)
        if passive:
            about_range = _passive_subject(tokens, start)
        else:
            about_range = _object(tokens, start, end, gap=gap)
            here = max(end, about_range[1])
        if about_range[1] > about_range[0] and preposition:
            text = _slice(tokens, *about_range)
            about = f"{preposition} {_lower_article(text)}"
            target = text if _is_name(tokens, *about_range) else ""
    elif here < size and tokens.words[here] in ({preposition} if preposition else _COMPLEMENT):
        stop = _coordinated(tokens, here, noun_phrase(tokens, here + 1))
        if stop > here + 1:
            about = _slice(tokens, here, stop)
            target = _slice(tokens, here + 1, stop) if _is_name(tokens, here + 1, stop) else ""
            here = stop
    number_end = _number_at(tokens, end)
    number = _slice(tokens, end, number_end) if number_end > end else ""
    place_start, place_end = place_at(tokens, max(here, number_end))
    where = _slice(tokens, place_start, place_end) if place_end else ""
    place = where.partition(" ")[2]
    return Filling(event, about, target, where, place, actor, number)


def _object(tokens: Tokens, start: int, end: int, *, gap: bool) -> tuple[int, int]:
    """Return the token range of a verb's object, empty if it can't be told."""
    first = start + 1 if gap else end
    stop = _coordinated(tokens, first - 1, noun_phrase(tokens, first))
    if gap and stop < end and not (stop == end - 1 and tokens.words[stop] in lexicon.PREPOSITIONS):
        return end, end
    return first, stop


def _passive_subject(tokens: Tokens, verb: int) -> tuple[int, int]:
    """Return the subject of "SUBJECT was VERBed" when it opens the sentence, else an empty range."""
    aux = verb
    while aux > 0 and (tokens.words[aux - 1] in lexicon.AUXILIARIES or tokens.words[aux - 1] in lexicon.ADVERBS):
        aux -= 1
    if aux == verb or aux == 0 or noun_phrase(tokens, 0) != aux:
        return 0, 0
    return 0, aux


def _lower_article(text: str) -> str:
    for article in ("The ", "A ", "An "):
        if text.startswith(article):
            return article.lower() + text[len(article):]
    return text


def _is_name(tokens: Tokens, start: int, end: int) -> bool:
    if tokens.words[start] == "the":
        start += 1
    return start < end and name_end(tokens, start) == end
