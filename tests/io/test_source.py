from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import FormatError, InvalidValueError
from summarize.io import Source, load_seed, read_source, read_statements

ROOT = Path(__file__).parents[2]
SEED = (ROOT / "seeds" / "aleppo.txt").read_text(encoding="utf-8")
LONG = "The harbour opened on Monday after a long repair. Ships came in from three ports."


def test_a_seed_file_is_recognised() -> None:
    seed = load_seed(ROOT / "seeds" / "aleppo.txt")
    assert read_source(SEED) == Source(seed.article, seed.title, seed.bullets)
    assert read_source(SEED, layout="seed") == read_source(SEED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LONG, Source(LONG)),
        (f"Harbour opens\n\n{LONG}", Source(LONG, "Harbour opens")),
        (f"\n\nHarbour opens\n{LONG}\nMore.", Source(f"{LONG}\nMore.", "Harbour opens")),
        ("no full stop", Source("no full stop")),
        ("One.\nTwo.\nThree.", Source("One.\nTwo.\nThree.")),
    ],
)
def test_plain_articles(text: str, expected: Source) -> None:
    assert read_source(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The harbour opened on Monday after a\nlong repair. Ships came\nin from three ports.",
        f"One sentence.\n\nAnother one.\n\nA subheading\n\n{LONG}\n",
        f"{LONG}\n{LONG}\nA subheading\n{LONG}\n{LONG}\n{LONG}",
        f"A lead paragraph.\nA subheading\n{LONG}",
        f"It opened.\nIt rained and then the\nwind came up. {LONG}",
        f"{'First claim is long. ' * 1}\nSecond claim.\nHeadline\nShort.",
        f"Claim one.\nClaim two.\n{'very long line ' * 20}\n{LONG * 9}",
    ],
)
def test_what_only_resembles_a_seed_or_a_headline_stays_whole(text: str) -> None:
    assert read_source(text) == Source(text)


def test_layout_text_takes_everything_and_seed_demands_one() -> None:
    assert read_source(SEED, layout="text") == Source(SEED)
    with pytest.raises(FormatError, match=r"news\.txt:1: no headline"):
        read_source(LONG, layout="seed", source="news.txt")
    with pytest.raises(InvalidValueError, match="auto, seed, text, got 'html'"):
        read_source(LONG, layout="html")


@pytest.mark.parametrize("layout", ["auto", "seed", "text"])
@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\u2003"])
def test_blank_text_is_refused(text: str, layout: str) -> None:
    with pytest.raises(FormatError, match="nothing to read"):
        read_source(text, layout=layout)


def test_statements() -> None:
    assert read_statements("- One thing\n\n2. Another thing.\n") == ("One thing", "Another thing.")
    assert read_statements(SEED) == load_seed(ROOT / "seeds" / "aleppo.txt").bullets
    with pytest.raises(FormatError, match="no statements"):
        read_statements("\n \n")


@given(st.text().filter(lambda text: text.strip()))
def test_no_word_is_lost(text: str) -> None:
    found = read_source(text)
    parts = [*found.bullets, found.title or "", found.article]
    if not found.bullets:
        assert " ".join(parts).split() == text.split()
