"""The tables behind name finding, read once, on first use."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files

import attrs

from summarize.facts.surfaces import strip_possessive
from summarize.facts.words import CLASS_OF, FUNCTION_CLASSES

# Words of peoples that are ordinary words in lower case.
_ORDINARY = frozenset("polish pole poles swede swedes".split())


@attrs.frozen
class Gazetteer:
    """Look-up tables of names; keys are as written unless said otherwise.

    ``places`` maps a lower-case place to the form it is compared by (a country for its other
    names); ``peoples`` maps "Syrian" and "Syrians" to "syria". ``lower_words`` are words that
    news usually writes in lower case. ``titles`` are the roles after which only a person's
    name follows; words in ``never`` are no names in spite of their capital.
    """

    places: dict[str, str]
    short_places: dict[str, str]
    peoples: dict[str, str]
    organisations: frozenset[str]
    groups: frozenset[str]
    organisation_words: frozenset[str]
    place_words: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    first_names: frozenset[str]
    directions: frozenset[str]
    lower_words: frozenset[str]
    never: frozenset[str]

    def place(self, name: str) -> str | None:
        """Return the canonical place that ``name`` (as written) means, or None."""
        return self.short_places.get(name) or self.places.get(name.lower())

    def people(self, word: str) -> str | None:
        """Return the country of a people's name in any case ("syrian's"), or None."""
        if word in _ORDINARY:
            return None
        return self.peoples.get(strip_possessive(word).capitalize())

    def canonical(self, name: str) -> str:
        """Return the form by which ``name`` is compared (lower case)."""
        known = self.peoples.get(name) or self.place(name)
        if known is not None:
            return known
        if name.lower() in self.lower_words or name in _ORDINARY:
            return name.lower()
        return self.peoples.get(name.capitalize(), name.lower())


@cache
def gazetteer() -> Gazetteer:
    """Return the shipped tables (some 5 ms at first call)."""
    data = files("summarize") / "data"
    lists = tomllib.loads((data / "facts_words.toml").read_text(encoding="utf-8"))
    case = json.loads((data / "facts_case.json").read_text(encoding="utf-8"))
    places, peoples = _read_places((data / "facts_places.txt").read_text(encoding="utf-8"))
    for name in _names(lists["regions"]):
        places.setdefault(name, name.lower())
    short = {name: place for name, place in places.items() if len(name) < 4 or name.isupper()}
    return Gazetteer(
        places={name.lower(): place for name, place in places.items() if name not in short},
        short_places=short,
        peoples=peoples,
        organisations=frozenset(_names(lists["organisations"])),
        groups=frozenset(_names(lists["groups"])),
        organisation_words=frozenset(lists["organisation_words"].split()),
        place_words=frozenset(lists["place_words"].split()),
        roles=frozenset(lists["roles"].split()) | frozenset(lists["titles"].split()),
        titles=frozenset(lists["titles"].split()),
        first_names=frozenset(lists["first_names"].split()),
        directions=frozenset(lists["directions"].split()),
        lower_words=frozenset(case["words"].split()),
        never=_never_names(lists, short),
    )


def _never_names(lists: dict[str, str], short_places: dict[str, str]) -> frozenset[str]:
    """Return the capitalised words that are no names: of the calendar, and "The", "But", "I"."""
    function = {word for word, kind in CLASS_OF.items() if kind in FUNCTION_CLASSES}
    opening = {word.capitalize() for word in function} | {word.upper() for word in function}
    names = set(short_places) | set(lists["first_names"].split())
    calendar = lists["calendar"].split()
    owned = {day + mark for day in calendar for mark in ("'s", "’s")}
    return frozenset(calendar) | owned | (opening - names)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.replace("\n", ";").split(";") if name.strip()]


def _read_places(text: str) -> tuple[dict[str, str], dict[str, str]]:
    """Read the table of countries into (place to canonical form, people to country)."""
    places: dict[str, str] = {}
    peoples: dict[str, str] = {}
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        country, aliases, demonyms, cities = line.split(";")
        key = country.lower()
        for name in [country, *_split(aliases)]:
            places[name] = key
            places[name.rstrip(".")] = key
        for name in _split(cities):
            places.setdefault(name, name.lower())
        for name in _split(demonyms):
            peoples[name] = key
            if not name.endswith(("ese", "ish", "ch", "ss", "sh", "men", "man")):
                peoples[name + "s"] = key
    return places, peoples


def _split(field: str) -> list[str]:
    return [part.strip() for part in field.split(",") if part.strip()]
