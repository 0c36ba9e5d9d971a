"""How likely an event is the one that an article tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Document, imply
from summarize.implications.bank import Bank
from summarize.implications.confidence import (
    ConfidenceModel,
    Standing,
    is_dated,
    is_sure,
    measure_event,
    shipped_confidence,
)
from summarize.implications.matching import find_candidates
from summarize.implications.reading import Reading

SHARES = st.floats(0, 1)
PARTS = {"similarity": 0.2, "position": 1.0, "repetition": 0.2, "slots": 1.0}


def measure(
    told: bool | None = True,
    headline: float = 0.1,
    *,
    aside: bool = False,
    dated: bool = False,
    **parts: float,
) -> dict[str, float]:
    standing = Standing(told, headline, leads=True, aside=aside, dated=dated)
    return measure_event(PARTS | parts, standing, noun=True, words=1, happened=True)


def confidence(measures: dict[str, float], rule: str = "no-such-rule") -> float:
    return shipped_confidence().confidence(measures, rule)


@given(SHARES, SHARES, SHARES, st.sampled_from([True, False, None]))
def test_every_measure_is_a_share(similarity, headline, repetition, told):
    found = measure(told, headline, similarity=similarity, repetition=repetition)
    assert all(0 <= value <= 1 for value in found.values())
    assert 0 < confidence(found) < 1


@given(st.floats(0, 0.45), st.sampled_from([True, False, None]))
def test_the_more_alike_the_surer(similarity, told):
    less, more = measure(told, similarity=similarity), measure(told, similarity=similarity + 0.05)
    assert confidence(less) < confidence(more)


def test_what_the_headline_tells_is_surer():
    assert confidence(measure(told=True)) > confidence(measure(told=False))


@pytest.mark.parametrize("told", [True, None])
def test_a_headline_is_compared_only_if_it_tells_nothing_of_the_event(told):
    assert measure(told, 0.0) == measure(told, 0.3)
    assert confidence(measure(told=False, headline=0.3)) > confidence(measure(False, 0.0))


@pytest.mark.parametrize(
    ("sentence", "dated"),
    [
        ("In August 2018 the port closed.", True),
        ("The port closed in August 2018.", True),
        ("In November, the port closed.", True),
        ("The port closed last year.", True),
        ("Three weeks ago the port closed.", True),
        ("Earlier this week, the port closed.", True),
        ("In recent months the port has closed.", True),
        ("The port will close in August.", False),
        ("The port closed on Monday.", False),
        ("At last years of work are over.", False),
    ],
)
def test_a_sentence_of_an_earlier_day_is_less_sure(sentence, dated):
    assert is_dated(sentence) is dated
    assert confidence(measure(dated=True)) < confidence(measure())


def test_the_record_of_a_rule_is_added_to_its_log_odds():
    model = ConfidenceModel(0.0, {"told": 1.0}, {"strike": -1.0, "storm": 2.0})
    assert model.confidence({"told": 1.0}, "strike") == 0.5
    assert model.confidence({}, "unknown") == 0.5
    assert model.confidence({}, "storm") == pytest.approx(0.8808, abs=1e-4)


def test_what_no_headline_tells_must_be_surer_and_alike():
    alike, strange = {"similarity": 0.3}, {"similarity": 0.1}
    for told, other in ((0.0, False), (1.0, True)):
        assert is_sure(0.77, {"told": told, **alike}) is other
        assert is_sure(0.9, {"told": told, **strange}) is other
        assert is_sure(0.9, {"told": told, **alike})
        assert not is_sure(0.5, {"told": told, **alike})


def test_the_shipped_model_knows_every_measure_and_only_rules_of_the_bank():
    model = shipped_confidence()
    assert model.weights.keys() == measure().keys()
    assert model.rules.keys() <= {rule.id for rule in Bank.default().rules}


ON_TOPIC = (
    " The judge told the court that he had shown no remorse. Prosecutors said that he stole from"
    " shops for years. He pleaded guilty in May."
)
OFF_TOPIC = (
    " Violins, cellos and flutes filled the concert hall until midnight while dancers in costumes"
    " stepped over a stage of snow, roses and candles. The soprano sang old ballads about rivers,"
    " horses and the moon to an audience of children and students. Painters showed portraits,"
    " landscapes, maps, carved wooden birds and photographs of villages and gardens."
)


JAILED = "A man was jailed for theft on Monday after a trial, police said."


def prison_confidence(text: str, title: str | None) -> float:
    reading = Reading(Document.from_text(text, title=title))
    (found,) = (
        candidate
        for candidate in find_candidates(reading, Bank.default())
        if candidate.match.event.rule.id == "prison-sentence"
    )
    return confidence(found.measures, "prison-sentence")


@pytest.mark.parametrize("title", [None, "Silent ovens", "Thief jailed"])
def test_an_article_that_is_like_its_rule_is_surer(title):
    alike = prison_confidence(JAILED + ON_TOPIC, title)
    assert alike > prison_confidence(JAILED + OFF_TOPIC, title)


def test_a_headline_of_the_event_is_surer_than_one_like_it_than_any_other():
    titles = ("Thief jailed", "Judge hears of thefts", "Silent ovens")
    found = [prison_confidence(JAILED + ON_TOPIC, title) for title in titles]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("title", ["Thief jailed", "Judge sends thief to prison", None])
def test_what_is_kept_says_how_likely_it_is(title):
    document = Document.from_text(JAILED + ON_TOPIC, title=title)
    found = [bullet for bullet in imply(document) if bullet.rule == "prison-sentence"]
    assert found
    assert all(0.75 <= dict(bullet.parts)["confidence"] < 1 for bullet in found)
    seen = find_candidates(Reading(document), Bank.default())
    assert {bullet.rule for bullet in found} <= {c.match.event.rule.id for c in seen}
