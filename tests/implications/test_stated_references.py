"""Which stated sentences lean on a sentence before them."""

from __future__ import annotations

import pytest

from summarize.implications.stated_names import names_stranger
from summarize.implications.stated_references import reads_alone

NOTHING: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    "bullet",
    [
        "The company warned that repairs could cost it a year's profit.",
        "The airline expects to cut three routes.",
        "It may take three months to repair the dam.",
        "Despite insisting he wants to stay, the keeper may leave Velde.",
        "Shopkeepers fear it would close the street for a year.",
        "In 2014 engineers warned that the dam might fail.",
        "The mayor warned only last month that the dam might fail.",
        "A higher toll would not keep lorries out of Velde, he added.",
        "In August it warned that the dam might fail.",
        "Trouble ahead The bridge will close for a year.",
        "Plus, the bridge will close for a year.",
        "A separate study warns that the bridge may close.",
        "However the bridge will close for a year.",
        "Exporters would then lose millions of crowns.",
        "The bridge will close for a year, the sources said.",
        "At the same time exporters could lose millions of crowns.",
        "At much the same time, exporters could lose millions of crowns.",
        "As Holt says, exporters could lose millions of crowns.",
        "Rather, exporters could lose millions of crowns.",
        "Should Velde win that case the ferry could come back.",
        "With two tolls to come, it's likely that exporters could lose millions.",
        "See also Why exporters could lose millions of crowns.",
        "Exporters, however, could lose millions of crowns.",
        "The bridge will close for a year.-Exporters could lose millions.",
        "VELDE (3 Images) The bridge will close for a year.",
    ],
)
def test_bullets_that_lean_on_another_sentence(bullet: str) -> None:
    assert not reads_alone(bullet, NOTHING)


@pytest.mark.parametrize(
    "bullet",
    [
        "The chief of the port authority said that repairs could take three months.",
        "The port authority said that repairs could take three months.",
        "The Velde company warned that repairs could cost it a year's profit.",
        "The closure raises fears of shortages in the northern islands.",
        "Marten Holt said he expects the bridge to reopen in May.",
        "Exporters say they expect to lose millions of crowns.",
        "In addition to the bridge, the ferry will close for a year.",
    ],
)
def test_bullets_that_stand_alone(bullet: str) -> None:
    assert reads_alone(bullet, NOTHING)


def test_an_agent_of_the_title_is_known() -> None:
    bullet = "The airline expects to cut three routes."
    assert reads_alone(bullet, frozenset({"airline", "routes"}))
    assert not reads_alone(bullet, frozenset({"routes"}))


BEFORE = "Marten Holt, who runs the port of Velde, spoke on Monday. Orlin lost a ferry last year. "


@pytest.mark.parametrize(
    ("bullet", "title", "stranger"),
    [
        ("Holt expects repairs to take a year.", "", True),
        ("Repairs could take a year, Holt said.", "", True),
        ("The mayor said that Holt warned of delays.", "", True),
        ("Holt expects repairs to take a year.", "Holt runs out of patience", False),
        ("Marten Holt expects repairs to take a year.", "", False),
        ("Velde expects repairs to take a year.", "", False),
        ("Orlin expects repairs to take a year.", "", False),
        ("Repairs are expected to take a year.", "", False),
        ("Exporters expect repairs to take a year.", "", False),
    ],
)
def test_a_surname_needs_its_full_name(bullet: str, title: str, stranger: bool) -> None:
    known = frozenset(title.lower().split())
    assert names_stranger(bullet, BEFORE, known) is stranger
