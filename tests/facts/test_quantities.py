from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import errors
from summarize.document import Span
from summarize.facts.quantities import Quantity, find_quantities


def one(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "written", "value", "unit", "kind"),
    [
        ("It cost $1.13bn then.", "$1.13bn", 1.13e9, "USD", "money"),
        ("It cost £75m then.", "£75m", 75e6, "GBP", "money"),
        ("It cost 20 million euros then.", "20 million euros", 20e6, "EUR", "money"),
        ("About 40% left.", "40%", 40, "%", "percent"),
        ("About 40 per cent left.", "40 per cent", 40, "%", "percent"),
        ("It rose 2.5 percentage points.", "2.5 percentage points", 2.5, "point", "percent"),
        ("He saw 1,200 workers.", "1,200", 1200, "workers", "number"),
        ("He saw 1.2 million people.", "1.2 million", 1.2e6, "people", "number"),
        ("He saw 1. 3 billion people.", "1. 3 billion", 1.3e9, "people", "number"),
        ("He saw twenty-five ships.", "twenty-five", 25, "ships", "number"),
        ("He saw two hundred and five ships.", "two hundred and five", 205, "ships", "number"),
        ("He saw six hundred thousand ships.", "six hundred thousand", 600000, "ships", "number"),
        ("He saw a dozen ships.", "a dozen", 12, "ships", "number"),
        ("He saw dozens of ships.", "dozens", 24, "ships", "number"),
        ("It took three months.", "three months", 3, "month", "duration"),
        ("A 10-year plan.", "10-year", 10, "year", "duration"),
        ("It ran 5.5 km.", "5.5 km", 5.5, "kilometre", "measure"),
        ("It began at 6am.", "6am", 360, "360", "time"),
        ("It began at 12:30pm.", "12:30pm", 750, "750", "time"),
        ("They won 3-1 there.", "3-1", 3, "3-1", "score"),
        ("On November 29, 2024 it began.", "November 29, 2024", 2024, "2024-11-29", "date"),
        ("On 4 January 2019 it began.", "4 January 2019", 2019, "2019-01-04", "date"),
        ("In March 2004 it began.", "March 2004", 2004, "2004-03", "date"),
        ("On 4 January it began.", "4 January", 0, "--01-04", "date"),
        ("In 2004 it began.", "2004", 2004, "2004", "date"),
        ("The third man.", "third", 3, None, "ordinal"),
        ("The 21st man.", "21st", 21, None, "ordinal"),
    ],
)
def test_reading(text: str, written: str, value: float, unit: str | None, kind: str) -> None:
    found = one(text)
    assert found.span.slice(text) == written
    assert found.value == pytest.approx(value)
    assert (found.unit, found.kind) == (unit, kind)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("More than 50 ships sank.", "at least"),
        ("At least 50 ships sank.", "at least"),
        ("Up to 50 ships sank.", "at most"),
        ("Some 50 ships sank.", "about"),
        ("Nearly $50 sank.", "at most"),
        ("Then 50 ships sank.", "exact"),
    ],
)
def test_bound(text: str, bound: str) -> None:
    assert one(text).bound == bound


@pytest.mark.parametrize(
    "text",
    ["No one came.", "The second ² came.", "It may come; they march on.", "A man and a dog."],
)
def test_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


def test_a_year_ends_a_sentence_before_a_count() -> None:
    values = [q.value for q in find_quantities("It was so in 2004. 40 per cent of men left.")]
    assert values == [2004, 40]


def test_matches() -> None:
    exact, rounded, other = (one(f"They have {n} ships.") for n in ("1,204", "1,200", "900"))
    assert exact.matches(rounded)
    assert rounded.matches(exact)
    assert not exact.matches(other)
    assert not exact.matches(rounded, rounding=0)
    assert one("in 2004").matches(one("in March 2004"))
    assert not one("in 2005").matches(one("in March 2004"))
    assert one("on 4 January").matches(one("on 4 January 2019"))
    assert not one("on 5 January").matches(one("on 4 January 2019"))
    assert not one("$5").matches(one("5%"))
    assert one("$5").matches(one("5 of them"))
    with pytest.raises(errors.InvalidValueError, match="rounding"):
        exact.matches(other, rounding=1.5)


@given(st.integers(0, 10**9), st.sampled_from(["", " million", "%", " years"]))
def test_value_of_any_number(number: int, unit: str) -> None:
    text = f"They counted {number:,}{unit}."
    found = find_quantities(text)
    if unit:
        assert found[0].value == pytest.approx(number * (1e6 if "million" in unit else 1))


@given(st.text(alphabet="0123456789.,%$£ -abmillontwefouhrd\n²٣", max_size=60))
def test_any_text(text: str) -> None:
    found = find_quantities(text)
    assert all(isinstance(q.span, Span) and q.span.slice(text).strip() for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(q.matches(q) for q in found)
