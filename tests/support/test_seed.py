"""The seed's table: what its article supports, whatever its people and places are called."""

from pathlib import Path

import pytest

from summarize.io.seed import load_seed
from summarize.support import Checker, Verdict

SEED = load_seed(Path(__file__).parents[2] / "seeds" / "aleppo.txt")
#: Names for names, longest first. Adjectives go with their places, as the article mixes them.
RENAMED = (
    {},
    {
        "Hayat Tahrir al-Sham": "Jabhat Nasr al-Wadi",
        "HTS": "JNW",
        "Benjamin Netanyahu": "Markus Oberlin",
        "Netanyahu": "Oberlin",
        "Al Andalus": "Al Zahra",
        "Basel Square": "Marden Square",
        "Aleppo": "Dornau",
        "Syrian": "Velmirian",
        "Syria": "Velmiria",
        "Iranian": "Kestrian",
        "Iran": "Kestria",
        "Israeli": "Tolmian",
        "Israel": "Tolmia",
        "Russia": "Ostrava",
        "Turkey": "Paravel",
        "Islamist": "Unionist",
    },
    {
        "Hayat Tahrir al-Sham": "Frente Libre del Norte",
        "HTS": "FLN",
        "Benjamin Netanyahu": "Hector Salinas",
        "Netanyahu": "Salinas",
        "Al Andalus": "San Marcos",
        "Basel Square": "Bolivar Square",
        "Aleppo": "Maracaibo",
        "Syrian": "Venezuelan",
        "Syria": "Venezuela",
        "Iranian": "Cuban",
        "Iran": "Cuba",
        "Israeli": "Colombian",
        "Israel": "Colombia",
        "Russia": "China",
        "Turkey": "Brazil",
        "Islamist": "Marxist",
    },
)


def rename(text, names):
    for old, new in names.items():
        text = text.replace(old, new)
    return text


@pytest.fixture(params=RENAMED, ids=["as it is", "invented", "other places"])
def checked(request):
    article = rename(SEED.article, request.param)
    bullets = [rename(bullet, request.param) for bullet in SEED.bullets]
    return request.param, Checker.default().check(article, bullets)


def premises_of(check):
    return [span.slice(check.statement) for span in check.premises]


def missing_of(check):
    return {item.text for item in check.missing}


def test_offensive_holds_but_not_who_loses_ground(checked):
    names, (check, *_) = checked
    assert check.verdict in (Verdict.SUPPORTED, Verdict.PARTIAL)
    assert premises_of(check)[0] == rename("The rebel offensive in Aleppo", names)
    assert not missing_of(check) & {"rebel", "offensive", rename("Aleppo", names)}


def test_outside_power_that_never_appears(checked):
    names, (_, check, *_) = checked
    stranger = rename("Turkey", names)
    assert check.verdict is Verdict.UNSUPPORTED
    assert stranger in missing_of(check)
    assert f"{stranger} does not appear in the article" in check.reason


def test_deaths_that_no_sentence_tells(checked):
    _, (_, _, check, *_) = checked
    assert check.verdict is Verdict.UNSUPPORTED


def test_ongoing_conflict(checked):
    names, (_, _, _, check, *_) = checked
    assert check.verdict is Verdict.SUPPORTED
    assert any(rename("Aleppo", names) in piece.text for piece in check.evidence)


def test_vacuous_premise(checked):
    _, (_, _, _, _, check, _) = checked
    assert check.verdict is Verdict.VACUOUS
    assert premises_of(check) == ["The situation"]


def test_displacement_that_is_not_stated(checked):
    _, (*_, check) = checked
    assert check.verdict is Verdict.UNSUPPORTED
    assert "civilians flee the violence" in premises_of(check)[0]
