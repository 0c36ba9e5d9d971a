import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import FormatError, InvalidTypeError, InvalidValueError
from summarize.io import SeedBrief, load_seed, parse_seed

ROOT = Path(__file__).parents[2]
GOOD = "One bullet.\nAnother bullet!\nHarbour opens\nThe harbour opened on Monday.\nShips came.\n"

line_text = st.text(
    st.characters(categories=("L", "N", "Zs"), include_characters=",;'-"), min_size=1
).filter(lambda s: s.strip() and s.strip()[0] not in "-*•‣–—" and not s.strip()[0].isdigit())


def test_the_shipped_seed_has_six_bullets_a_headline_and_three_paragraphs() -> None:
    seed = load_seed(ROOT / "seeds" / "aleppo.txt")
    assert len(seed.bullets) == 6
    assert not seed.title.endswith(".")
    assert len(seed.article.split("\n\n")) == 3
    raw = (ROOT / "seeds" / "aleppo.txt").read_text(encoding="utf-8")
    assert raw.split() == " ".join([*seed.bullets, seed.title, seed.article]).split()


def test_parts() -> None:
    assert parse_seed(GOOD) == SeedBrief(
        ("One bullet.", "Another bullet!"),
        "Harbour opens",
        "The harbour opened on Monday.\n\nShips came.",
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("prefix", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark(tmp_path: Path, newline: str, prefix: str) -> None:
    path = tmp_path / "seed.txt"
    path.write_bytes((prefix + GOOD.replace("\n", newline)).encode())
    assert load_seed(path) == parse_seed(GOOD)


@pytest.mark.parametrize("marker", ["- ", "* ", "• ", "1. ", "12) ", "— "])
def test_list_markers_are_dropped(marker: str) -> None:
    assert parse_seed(marker + GOOD) == parse_seed(GOOD)


def test_wrapped_paragraphs_parted_by_blank_lines_stay_as_they_are() -> None:
    seed = parse_seed("A claim.\n\nThe headline\n\nA line that\nis wrapped.\n \nNext paragraph.")
    assert seed.article == "A line that\nis wrapped.\n\nNext paragraph."


@pytest.mark.parametrize(
    "bullet",
    ["He left.”", 'She said "no."', "Really?", "So…", "(It rained.)", "هل سقط المطر؟", "下雨了。"],
)
def test_sentence_ends(bullet: str) -> None:
    assert parse_seed(f"{bullet}\nHeadline\nArticle.").bullets == (bullet,)


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("", ":1:", "the file is empty"),
        (" \n\n\t\n", ":1:", "the file is empty"),
        ("\nOnly a headline\nAn article.", ":2:", "no bullets"),
        ("A bullet.\nAn article.\n\n", ":2:", "no headline"),
        ("A bullet.\n\nThe headline\n\n", ":3:", "no article"),
    ],
)
def test_malformed_files_name_file_line_and_fault(
    tmp_path: Path, text: str, place: str, what: str
) -> None:
    path = tmp_path / "broken.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        load_seed(path)
    message = str(caught.value)
    assert message.startswith(f"{path}{place}")
    assert what in message
    assert "a seed file is" in message


def test_not_utf8_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("A bullet.\nCaf\xe9 opens\nArticle.".encode("latin-1"))
    with pytest.raises(FormatError, match=r"latin\.txt:2: not UTF-8: byte 0xe9 at offset 13"):
        load_seed(path)


def test_binary_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "image.bin"
    path.write_bytes(b"A bullet.\nHead\0line\nArticle.")
    with pytest.raises(FormatError, match=r"image\.bin:2: a NUL character"):
        load_seed(path)


def test_missing_file() -> None:
    with pytest.raises(FileNotFoundError):
        load_seed("no/such/file.txt")


def test_bytes_are_refused_with_advice() -> None:
    with pytest.raises(InvalidTypeError, match=r"load_seed\(path\)"):
        parse_seed(b"A bullet.")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("bullets", "title", "article"),
    [((), "t", "a"), (("b", " "), "t", "a"), (("b",), "", "a"), (("b",), "t", "\n")],
)
def test_a_seed_brief_has_no_empty_part(bullets: tuple[str, ...], title: str, article: str) -> None:
    with pytest.raises(InvalidValueError):
        SeedBrief(bullets, title, article)


@given(st.lists(line_text, min_size=1), line_text, st.lists(line_text, min_size=1))
def test_what_was_put_in_comes_out(bullets: list[str], title: str, article: list[str]) -> None:
    text = "\n".join([*(b + "." for b in bullets), title, *(a + "." for a in article)])
    seed = parse_seed(text)
    assert seed.bullets == tuple((b + ".").strip() for b in bullets)
    assert seed.title == title.strip()
    assert seed.article == "\n\n".join((a + ".").strip() for a in article)


@given(st.text())
def test_any_text_parses_or_is_refused_with_a_place(text: str) -> None:
    try:
        assert parse_seed(text).bullets
    except FormatError as error:
        place = str(error).split(" ", 1)[0]
    else:
        return
    assert re.fullmatch(r"<text>:\d+:", place)
