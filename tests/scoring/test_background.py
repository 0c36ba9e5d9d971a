"""Background document frequencies: a monoid, files, weights."""

from __future__ import annotations

import copy
import json
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import FormatError, InvalidTypeError, InvalidValueError, UnknownNameError
from summarize.features import read_features
from summarize.scoring import SCORERS, Background
from summarize.scoring.weighting import column_weights

texts = st.lists(
    st.lists(st.sampled_from("ash bays cod dew elm".split())).map(" ".join), max_size=6
)


calm = settings(max_examples=50, deadline=None)


@st.composite
def backgrounds(draw: st.DrawFn) -> Background:
    documents = draw(st.integers(1, 50))
    counts = draw(
        st.dictionaries(st.text("abc", min_size=1, max_size=3), st.integers(1, documents))
    )
    return Background(documents, counts)


@calm
@given(backgrounds(), backgrounds(), backgrounds())
def test_merging_is_a_commutative_monoid(a: Background, b: Background, c: Background) -> None:
    assert a.merge(b) == b.merge(a)
    assert a.merge(b).merge(c) == a.merge(b.merge(c))
    assert a.merge(Background.empty()) == a


@calm
@given(texts, texts)
def test_counting_in_parts_is_counting_at_once(one: list[str], other: list[str]) -> None:
    parts = Background.fit(one).merge(Background.fit(other))
    assert parts == Background.fit(one + other)
    assert parts == Background.fit(other + one)


def test_frequencies_count_documents_by_stem() -> None:
    background = Background.fit(["Floods. The flood flooded towns.", "A town.", ""])
    assert background.documents == 3
    assert background.frequencies == {"flood": 1, "town": 2}
    assert background.idf("town") == pytest.approx(math.log(4 / 3) + 1)
    assert background.idf("unseen") == pytest.approx(math.log(4) + 1)
    assert background.trim(2).frequencies == {"town": 2}


@pytest.mark.parametrize("name", ["counts.json", "counts.npz"])
@calm
@given(background=backgrounds())
def test_files_keep_everything(
    tmp_path_factory: pytest.TempPathFactory, name: str, background: Background
) -> None:
    path = tmp_path_factory.mktemp("background") / name
    for value in (background, Background.empty("de")):
        value.save(path)
        assert Background.load(path) == value


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", "[]"),
        ("a.json", "{}"),
        ("a.json", "not json"),
        ("a.json", json.dumps({"documents": 1, "frequencies": {"x": 5}, "language": "en"})),
        ("a.npz", "not npz"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(FormatError, match="background"):
        Background.load(tmp_path / name)


def test_wrong_values_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="between 1 and the 2 documents"):
        Background(2, {"x": 3})
    with pytest.raises(InvalidValueError, match="'en' and 'de'"):
        Background.empty().merge(Background.empty("de"))
    with pytest.raises(UnknownNameError, match=r"Background\.fit"):
        Background.default("de")
    with pytest.raises(InvalidTypeError, match="Background"):
        column_weights(read_features(["Some words."]), "en")  # type: ignore[arg-type]


def test_scorers_weigh_by_the_background() -> None:
    text = "The town floods. The zyzzyva floods."
    background = Background.fit(["town"] * 9 + ["zyzzyva"])
    features = read_features([text])
    plain, weighed = (SCORERS["centroid"](features, idf=idf) for idf in (None, background))
    assert plain[0] == pytest.approx(plain[1])
    assert weighed[1] > weighed[0]
    stems = features.tokens.vocabulary.stems_from(0)
    columns = [stems[i] for i in features.tokens.stems[features.column_tokens]]
    expected = [background.idf(stem) for stem in columns]
    assert column_weights(features, background).tolist() == pytest.approx(expected)
    later = read_features(["Entirely different wording appears."])
    assert column_weights(later, background).tolist() == pytest.approx([background.idf("x")] * 4)


def test_a_copy_has_the_counts_alone() -> None:
    background = Background.fit(["town", "flood"])
    column_weights(read_features(["The town."]), background)
    assert copy.deepcopy(background) == background


def test_the_default_knows_english() -> None:
    background = Background.default()
    assert background is Background.default()
    assert background.documents > 1000
    assert background.idf("peopl") < background.idf("earthquak") < background.idf("zyzzyva")
