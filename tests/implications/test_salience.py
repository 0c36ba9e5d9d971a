"""Salience: learnt weights, and consequents in the order that the word association gives them."""

import math
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import Document
from summarize.implications import imply
from summarize.implications.association import shipped_model, sum_vectors
from summarize.implications.association_text import Bags
from summarize.implications.reading import tokenise
from summarize.implications.rule import Consequent
from summarize.implications.salience import order_consequents, salience_weights
from summarize.implications.wording import parse_template
from tests.processes import run_code

FLOOD = "flooding rivers and damaging homes"
TEXTS = ("increase costs for insurers", "win votes in parliament", "lower the fares")
STRIKE = "Dock workers began a strike in Kelvary on Monday, their union said."
NAMES = ("Kelvary", "Tarvos", "Lindmark", "Ostrel")


def consequent(text: str) -> Consequent:
    return Consequent("could", parse_template(text), "economy", parse_template("The {event}"))


CONSEQUENTS = tuple(consequent(text) for text in TEXTS)


def order(text: str, consequents: tuple[Consequent, ...] = CONSEQUENTS) -> list[str]:
    return [c.text.source for c, _ in order_consequents(consequents, tokenise(text))]


def test_weights_are_positive_shares_that_add_up_to_one():
    weights = salience_weights()
    assert set(weights) == {"position", "title", "repetition", "similarity", "slots"}
    assert all(weight > 0 for weight in weights.values())
    assert sum(weights.values()) == pytest.approx(1.0, abs=1e-3)


def test_weights_say_where_they_come_from():
    text = (files("summarize") / "data" / "salience_weights.json").read_text("utf-8")
    assert all(f'"{field}"' in text for field in ("source", "sha256", "date", "made_by"))


def test_the_best_effect_comes_first_wherever_it_is_listed():
    heavy = f"The rain fell for days, {FLOOD} in the valley."
    assert order(heavy)[0] == TEXTS[0]
    assert order(heavy) == order(heavy, CONSEQUENTS[::-1])


def test_the_order_is_that_of_the_vectors():
    model = shipped_model()
    cause = "rain closed the roads"
    stems = sorted(model.lexicon.stems[stem] for stem in ("rain", "close", "road"))
    (vector,) = sum_vectors(Bags((stems,), ([],)), model.causes)
    read = model.read(TEXTS).stems
    effects = sum_vectors(Bags(read, ([],) * len(read)), model.effects)
    nearness = dict(zip(TEXTS, (effects @ vector).tolist(), strict=True))
    assert order(cause) == sorted(TEXTS, key=nearness.__getitem__, reverse=True)


def test_shares_add_up_and_likes_keep_their_order():
    twins = (consequent(TEXTS[1]), consequent(TEXTS[1]), consequent(TEXTS[0]))
    found = order_consequents(twins, tokenise(FLOOD))
    assert math.fsum(share for _, share in found) == pytest.approx(1.0, abs=1e-3)
    first, second = (c for c, _ in found if c.text.source == TEXTS[1])
    assert first is twins[0]
    assert second is twins[1]


def test_a_single_consequent_has_the_whole_share():
    assert order_consequents(CONSEQUENTS[:1], tokenise(FLOOD)) == [(CONSEQUENTS[0], 1.0)]


def test_a_passage_without_known_words_keeps_the_listed_order():
    for passage in ("STRIKE HITS PORT", "of the", ""):
        assert order(passage) == list(TEXTS)


def test_slots_of_a_consequent_do_not_count():
    plain, slotted = consequent("lower the fares"), consequent("lower the fares[ in {place}]")
    shares = [share for _, share in order_consequents((plain, slotted), tokenise(FLOOD))]
    assert shares == [0.5, 0.5]


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_names_change_no_share(one: str, other: str):
    text = "{} was hit by a strike that closed the port of {}, workers said."
    there = order_consequents(CONSEQUENTS, tokenise(text.format(one, other)))
    assert there == order_consequents(CONSEQUENTS, tokenise(text.format("Acme", "Bora")))


def test_bullets_carry_the_association_and_follow_it(small):
    document = Document.from_text(STRIKE)
    bullets = [bullet for bullet in imply(document, bank=small) if bullet.kind == "rule"]
    shares = [dict(bullet.parts)["association"] for bullet in bullets]
    assert len(shares) > 1
    assert shares == sorted(shares, reverse=True)


def test_the_order_is_the_same_under_any_hash_seed():
    code = (
        "from summarize import Document; from summarize.implications import imply;"
        f"print([b.parts for b in imply(Document.from_text({STRIKE!r}))])"
    )
    assert len({run_code(code, seed=seed) for seed in ("0", "7")}) == 1
