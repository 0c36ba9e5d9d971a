"""What a headline says of an event's words, and what it need not say."""

from __future__ import annotations

import pytest

from summarize.implications.headlines import drop_vague, follow_number, is_untold, is_vague
from summarize.implications.patterns import parse_pattern
from summarize.implications.reading import tokenise
from summarize.implications.roles import is_noun
from summarize.implications.slots import Filling, Grammar, fill
from summarize.implications.triggers import Trigger


def words(title: str) -> list[str]:
    return tokenise(title).words


@pytest.mark.parametrize(
    ("noun", "title", "vague"),
    [
        ("opposition to the bill", "Mayor takes aim at her rivals", True),
        ("opposition to the bill", "Mayor takes aim at boat law", False),
        ("opposition to the bill", "", False),
        ("opposition to the bridge", "Mayor takes aim at her rivals", False),
        ("passage of the bill", "Council ends long day", False),
        ("defence of the record", "Mayor defends handling of row", True),
        ("rejection of the idea", "Mayor rejects idea of a toll", False),
        ("bill", "Mayor takes aim at her rivals", False),
    ],
)
def test_a_noun_that_points_at_what_no_headline_names_is_vague(noun, title, vague):
    assert is_vague(noun, words(title)) is vague


def test_an_empty_complement_is_left_out():
    filling = Filling("veto", about="of a measure", actor="Ann Low")
    assert drop_vague(filling, words("Low issues veto on tolls")).about == ""
    assert drop_vague(filling, words("Low vetoes toll bill")) == filling
    assert drop_vague(filling, []) == filling


@pytest.mark.parametrize(
    ("about", "title", "expected"),
    [
        ("to supporters", "Neck and neck in Northport primary", True),
        ("to supporters", "Low thanks supporters", False),
        ("over roads", "Road plan is scrapped", False),
        ("to Northport", "Neck and neck in the primary", False),
        ("of it", "Neck and neck in the primary", True),
        ("to supporters", "", False),
        ("", "Neck and neck in the primary", False),
    ],
)
def test_a_phrase_is_untold_if_its_headline_has_no_word_of_it(about, title, expected):
    assert is_untold(about, words(title)) is expected


def test_an_untold_complement_with_of_is_left_out():
    filling = Filling("summit", about="of the major")
    assert drop_vague(filling, words("Low offers golf course for summit")).about == ""
    named = Filling("summit", about="of the Seven")
    assert drop_vague(named, words("Low offers golf course for summit")) == named


@pytest.mark.parametrize(
    ("event", "title", "expected"),
    [
        ("missile launches", "Westria condemned over missile launch", "missile launch"),
        ("attack", "Ten police killed in attacks", "attacks"),
        ("attack", "Low attacks her rivals", "attack"),
        ("strikes", "Dock workers strike over pay", "strikes"),
        ("protests", "Westria protest law is passed", "protests"),
        ("two attacks", "Ten killed in attack", "two attacks"),
        ("protests", "A protest and more protests", "protests"),
    ],
)
def test_a_bare_event_has_the_number_of_its_headline(event, title, expected):
    assert follow_number(Filling(event), words(title)).event == expected


def test_an_event_with_a_place_keeps_its_number():
    filling = Filling("attack", where="in Kelvary", place="Kelvary")
    assert follow_number(filling, words("Ten police killed in attacks")) == filling


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Demonstrators have protested in Kelvary.", ""),
        ("Protesters have protested in Kelvary.", ""),
        ("We've protested in Kelvary.", ""),
        ("Today, I'd protested in Kelvary.", ""),
        ("O'Low has protested in Kelvary.", "O'Low"),
        ("Norwick Council has protested in Kelvary.", "Norwick Council"),
    ],
)
def test_an_actor_that_only_repeats_the_event_or_is_none_is_left_out(text, actor):
    tokens = tokenise(text)
    at = tokens.words.index("protested")
    grammar = Grammar("protest", "", verb=True, passive=False, gap=False)
    assert fill(tokens, at, at + 1, grammar).actor == actor


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Strikes on an unheard-of scale shut the port.", ""),
        ("Strikes on the east coast shut the port.", "on the east coast"),
    ],
)
def test_how_an_event_was_is_no_complement(text, about):
    grammar = Grammar("", "", verb=False, passive=False, gap=False)
    assert fill(tokenise(text), 0, 1, grammar).about == about


def test_a_court_has_its_ruling():
    tokens = tokenise("The Kelvary High Court has ruled on boats.")
    at = tokens.words.index("ruled")
    grammar = Grammar("court ruling", "", verb=True, passive=False, gap=False)
    filling = fill(tokens, at, at + 1, grammar)
    assert (filling.actor, filling.event) == ("the Kelvary High Court", "ruling")


def test_laws_on_sentencing_sentence_nobody():
    tokens = tokenise("They spoke of sentencing laws in May.")
    trigger = Trigger(parse_pattern("sentence", "verb"), "verb", "", "", frozenset({"sentence"}))
    assert is_noun(tokens, trigger, 3)
    assert not is_noun(tokenise("They spoke of sentencing him in May."), trigger, 3)
