"""Invented news for the property tests: every word of it is this project's own."""

from __future__ import annotations

from hypothesis import strategies as st

PEOPLE = (
    "Ada Brandt", "Tomas Velen", "Ines Okoro", "Pavel Strand", "Mira Castell", "Jonas Whitlock",
    "Leila Faro", "Oskar Lindqvist",
)  # fmt: skip
PLACES = (
    "Norwood", "Velmira", "Ostburg", "Kalinga Bay", "Tarrant", "Lisleham", "Dunmere", "Porto Alto",
)  # fmt: skip
STRANGERS = ("Quentin Marlowe", "Zubrova", "Hakone Motors", "Wrexley", "Giuditta Penn")
WHO = (
    "the city council", "the port authority", "the regional court", "the national bank",
    "the fire service", "the teachers' union", "the health ministry", "the railway company",
)  # fmt: skip
DID = (
    ("opened", "a new library"), ("closed", "the old harbour"), ("bought", "forty buses"),
    ("rejected", "the housing plan"), ("approved", "a tax on parking"), ("repaired", "the bridge"),
    ("cancelled", "the summer festival"), ("sold", "two hospitals"),
)  # fmt: skip
WHEN = ("on Monday", "on Thursday", "in March", "in October", "last week", "in 2019")
AMOUNTS = (
    "3 million euros",
    "17 workers",
    "240 homes",
    "12 per cent",
    "85 kilometres",
    "9 schools",
)
FILLERS = (
    "Rain fell through most of the afternoon.",
    "Local shops reported brisk trade before the holiday.",
    "A small crowd waited outside with umbrellas.",
    "The debate had gone on since the spring.",
    "Neighbours spoke of a calm and orderly day.",
    "Nobody expected the paperwork to take so long.",
)


@st.composite
def facts(draw: st.DrawFn) -> str:
    """One sentence with a person, a place, an amount and a day."""
    verb, what = draw(st.sampled_from(DID))
    who = draw(st.sampled_from(WHO))
    return (
        f"{who[0].upper()}{who[1:]} in {draw(st.sampled_from(PLACES))} was told that "
        f"{draw(st.sampled_from(PEOPLE))} {verb} {what} {draw(st.sampled_from(WHEN))} "
        f"for {draw(st.sampled_from(AMOUNTS))}."
    )


@st.composite
def plain_facts(draw: st.DrawFn) -> str:
    """A simple sentence with an auxiliary, so that it can be negated."""
    verb, what = draw(st.sampled_from(DID))
    return (
        f"{draw(st.sampled_from(PEOPLE))} has {verb} {what} in {draw(st.sampled_from(PLACES))} "
        f"{draw(st.sampled_from(WHEN))}."
    )


def sentences() -> st.SearchStrategy[str]:
    return facts() | plain_facts()


def articles(least: int = 2, most: int = 8) -> st.SearchStrategy[list[str]]:
    """Distinct sentences of an article, facts and filler mixed."""
    return st.lists(
        sentences() | st.sampled_from(FILLERS), min_size=least, max_size=most, unique=True
    )


def join(pieces: list[str]) -> str:
    return " ".join(pieces)
