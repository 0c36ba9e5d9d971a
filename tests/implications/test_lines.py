"""Datelines, captions, links and names: what is cut off, and what is not read as news."""

from __future__ import annotations

import pytest

from summarize import Document
from summarize.implications.lines import is_label
from summarize.implications.reading import Reading

NEWS = "Dock workers began a strike in Kelvary on Monday."


@pytest.mark.parametrize(
    "dateline",
    [
        "(WNS)",
        "(WNS) -- ",
        "Port Kelvary (WNS)",
        "Port Kelvary, Westria (The Kelvary Post)",
        "PORT KELVARY, Westria, March 3 (Wire) -- ",
        "PORT KELVARY (Wire) - ",
        "PORT KELVARY - ",
        "PORT KELVARY, March 3 – ",
        "Source: Wire| 2018-09-10 17:09|Editor: Ann Video Player Close KELVARY, Sept. 10 (WNS) -- ",
        "People wait at a gate of the port, May 3, 2018 (WNS) KELVARY, May 3 (WNS) -- ",
    ],
)
def test_a_dateline_is_no_part_of_a_sentence(dateline):
    text = f"{dateline}{NEWS}"
    tokens = Reading(Document.from_text(text)).tokens(0)
    assert tokens.raw[:3] == ["Dock", "workers", "began"]
    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == tokens.raw


@pytest.mark.parametrize(
    "text",
    [
        "Acme Works (AW) began a strike in Kelvary on Monday.",
        "Kelvary - a port in the north - is shut by a strike.",
        "The union (which has ten members) began a strike - its first.",
        "(Few of them) began a strike.",
    ],
)
def test_other_brackets_and_dashes_stay(text):
    tokens = Reading(Document.from_text(text)).tokens(0)
    assert tokens.starts[0] == 0


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("File Photo: Workers hold a strike at the port in May.", True),
        ("Photo taken on Monday shows a strike at the port.", True),
        ("Workers stand at a gate in Kelvary, Westria, March 3, 2017.", True),
        ("Source: Wire| Editor: Ann Low Video Player Close", True),
        ("Read more: Strike shuts the port", True),
        ("Image copyright Wire Image caption Workers began a strike in May", True),
        ("Media playback is unsupported on your device Media caption The strike", True),
        ("Enlarge this image toggle caption Ann Low/WNS Ann Low/WNS", True),
        ("FILE - In this March 3, 2017, file photo, workers hold a strike.", True),
        ("This Monday, March 3, 2017 photo provided by the union shows a strike.", True),
        ("CLOSE Dock workers began a strike in Kelvary on Monday.", True),
        ("Workers hold a strike at the port. (AP Photo/Ann Low)", True),
        ("By Ann Low and Jon R. Vale", True),
        ("By Ann Low, Port Reporter, and Jon Vale.", True),
        ("By Monday Ann Low had called a strike at the port.", False),
        ("Correction: An earlier version of this story named the port.", True),
        ("Close ties to the union helped the strike at the port.", False),
        ("This strike is about a photo that the port released.", False),
        ("The file - a list of names - was taken in the strike.", False),
        ("Photos of the strike were shown on Monday.", False),
        ("The strike began on March 3, 2017, workers said.", False),
        (f"Source: Wire| Editor: Ann Video Player Close KELVARY, May 3 (WNS) -- {NEWS}", False),
    ],
)
def test_captions_and_links_are_labels(line, label):
    assert is_label(line) is label


def test_a_loose_stop_sets_a_line_apart_unless_all_have_it():
    link = "Port strike seen by thousands ."
    reading = Reading(Document.from_text(f"{link}\n\n{NEWS}\n\nIt was calm in the town at noon."))
    assert [tokens.index for tokens in reading.lead] == [1, 2]
    spaced = Reading(Document.from_text("\n".join([link, "Workers began a strike at the port ."])))
    assert [tokens.index for tokens in spaced.lead] == [0, 1]


def test_the_headline_said_again_is_not_the_lead():
    title = "Dock Workers Begin a Strike in Kelvary"
    reading = Reading(Document.from_text(f"{title}\n\n{NEWS}", title=title))
    assert [tokens.index for tokens in reading.lead] == [1]
    alone = Reading(Document.from_text(f"{title}.", title=title))
    assert [tokens.index for tokens in alone.lead] == [0]


@pytest.mark.parametrize(
    ("text", "word", "counts"),
    [
        ("(WNS)Doctors have found a cure for the fever.", "doctors", True),
        ("Striker Jon Vale is out for a month.", "striker", True),
        ("The old mill is seen on TV by some MPs in May.", "tv", True),
        ("Jon Striker is out for a month.", "striker", False),
        ("Vale is out for a month, Low said.", "low", False),
    ],
)
def test_roles_and_acronyms_count_as_words_and_names_do_not(text, word, counts):
    assert (word in Reading(Document.from_text(text)).tokens(0).common) is counts
