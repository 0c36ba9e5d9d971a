"""Where something is told to happen: "in PLACE" behind a trigger, past an expression of time."""

from __future__ import annotations

from summarize.implications.names import is_possessive, name_end
from summarize.implications.phrases import closes, has_verb_at, skip_time
from summarize.implications.reading import Tokens

_PLACE_PREPOSITIONS = frozenset(
    "in at near across outside inside around off throughout over northwest within".split()
)
_LOCATORS = frozenset(
    """northern southern eastern western central north south east west north-west north-east
    south-west south-east northeastern northwestern southeastern southwestern city town village
    capital province state region of downtown rural nearby port district island coastal""".split()
)


def place_at(tokens: Tokens, i: int) -> tuple[int, int]:
    """Return the token range of "in PLACE" at ``i`` or past a time expression; (0, 0) if none."""
    start, size = skip_time(tokens, i), len(tokens)
    if start >= size or tokens.words[start] not in _PLACE_PREPOSITIONS:
        return 0, 0
    name = start + 1
    name += name < size and tokens.words[name] == "the"
    while name < size and name - start < 5 and tokens.words[name] in _LOCATORS:
        name += 1
    end = name_end(tokens, name)
    if end == name or is_possessive(tokens, end - 1) or not closes(tokens, end):
        return 0, 0
    return (0, 0) if _is_one_place_of(tokens, end) else (start, end)


def _is_one_place_of(tokens: Tokens, end: int) -> bool:
    """Say whether the name that ends here is the first of several ("in Norwick, Selby and Hale").

    A comma and one more name tell where the first is ("in Norwick, Westria,").
    """
    behind = "".join(tokens.words[end : end + 1])
    if behind not in {",", "and"} or end + 1 >= len(tokens):
        return False
    second = name_end(tokens, end + 1)
    if second == end + 1 or behind == "and":
        return second > end + 1 and not has_verb_at(tokens, second)
    third = second + ("".join(tokens.words[second : second + 1]) == ",")
    joined = "".join(tokens.words[third : third + 1]) == "and"
    after = name_end(tokens, third + 1) if joined else 0
    said = third > second and has_verb_at(tokens, after)  # "in Norwick, Westria, and Hale said"
    return after > third + 1 and not said
