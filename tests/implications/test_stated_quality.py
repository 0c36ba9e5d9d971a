"""The model that tells which stated bullets a reader takes: its measures and its weights."""

import json
from importlib.resources import files

import pytest

from summarize.document import Document
from summarize.implications.stated import find_candidates
from summarize.implications.stated_quality import (
    QualityModel,
    measure_quality,
    measure_text,
    plain_words,
    read_context,
    share_of_word,
    shipped_quality,
)

OPENING = "The harbour at Lindmark was shut on Monday. Ferries lay idle. "


def measure(sentence: str, *, title: str | None = "Harbour shut") -> dict[str, float]:
    document = Document.from_text(OPENING + sentence, title=title)
    [(found, kept, probability)] = find_candidates(document)
    return measure_quality(read_context(document), found, kept, probability)


@pytest.mark.parametrize(
    ("sentence", "sign"),
    [
        ("Olga Brandt warned that her crews could lose their jobs by spring.", "person pronoun"),
        ("Exporters fear that they could lose their oldest customers abroad.", "group pronoun"),
        ("Exporters are expected to lose millions of crowns if it stays shut.", "condition"),
        ("Freight prices are expected to rise by a tenth over the summer.", "economy"),
        ("Repairs are likely to cost more than the town has ever spent.", "comparison"),
        ("A ferry crossing could now be one of the hardest tickets to get.", "guess"),
        ("A longer pier would mean calmer berths all winter.", "unconditioned would"),
        ("The ferries of Lindmark could soon sail from a smaller basin.", "definite start"),
    ],
)  # fmt: skip
def test_a_sign_is_measured_where_it_stands(sentence: str, sign: str) -> None:
    assert measure(sentence)[sign] == 1.0


def test_a_sign_is_not_measured_elsewhere() -> None:
    found = measure("Exporters are expected to lose millions of crowns this winter alone.")
    assert not {"person pronoun", "condition", "guess", "narrated past", "definite start"} & set(
        found
    )


def test_the_topic_is_read_from_title_and_lead() -> None:
    near = measure("Ferries are expected to leave from the smaller basin on Friday.")
    far = measure("Wine growers are expected to bring in a poor vintage this autumn.")
    assert near["off the topic"] == 0.0
    assert near["lead words"] > far["lead words"] == 0.0
    assert far["off the topic"] == 1.0


def test_a_noun_that_only_the_text_has_used_is_counted() -> None:
    document = Document.from_text(
        OPENING
        + "A crane had toppled. The crane that fell is expected to be lifted out by Friday.",
        title="Harbour shut",
    )
    [(sentence, kept, probability)] = find_candidates(document)
    measured = measure_quality(read_context(document), sentence, kept, probability)
    assert measured["known nouns"] == 0.5


def test_names_change_no_measure() -> None:
    text = "Exporters in Lindmark are expected to lose their best customers in Tarvia this winter."
    other = text.replace("Lindmark", "Osterby").replace("Tarvia", "Vellamo")
    assert measure(text, title="Lindmark harbour shut") == measure(
        other, title="Osterby harbour shut"
    )


def test_a_model_that_is_sure_gives_finite_log_odds() -> None:
    document = Document.from_text(OPENING + "Exporters are expected to lose customers this winter.")
    [(sentence, kept, _)] = find_candidates(document)
    context = read_context(document)
    low, high = (measure_quality(context, sentence, kept, p)["log odds"] for p in (0.0, 1.0))
    assert high == -low == 2.0


def test_the_model_is_logistic() -> None:
    model = QualityModel(0.0, {"condition": 2.0}, {"harbour": 1.0, "quay": -1.0})
    assert model.probability({}, ()) == 0.5
    measures = {"condition": 1.0, "other": 9.0}
    assert model.probability(measures, ()) == pytest.approx(0.8808, abs=1e-4)
    assert model.probability({}, {"harbour", "unheard"}) > 0.5
    assert model.probability({}, {"harbour", "quay"}) == 0.5


@pytest.mark.parametrize("probability", [0.0, 0.02, 0.5, 0.97, 1.0])
def test_no_probability_passes_the_bound(probability: float) -> None:
    document = Document.from_text(OPENING + "Exporters are expected to lose customers this winter.")
    [(sentence, kept, _)] = find_candidates(document)
    context, words, quality = read_context(document), plain_words(kept.text), shipped_quality()
    bound = quality.bound(measure_text(context, sentence, kept), words)
    measures = measure_quality(context, sentence, kept, probability)
    assert quality.probability(measures, words) <= bound


def test_the_words_of_a_bullet_are_no_names() -> None:
    found = plain_words("The Lindmark ferry-house may shut by noon, said Holt.")
    assert found == {"the", "ferry", "may", "shut", "by", "noon", "said"}
    assert "exporters" not in plain_words("Exporters may leave.")


def test_known_words_share_a_fixed_length() -> None:
    assert 4 * share_of_word(4) ** 2 == pytest.approx(share_of_word(1) ** 2)
    assert share_of_word(0) == share_of_word(1)


def test_the_shipped_weights_say_where_they_come_from() -> None:
    path = files("summarize") / "data" / "stated_quality.json"
    found = json.loads(path.read_text("utf-8"))
    assert {"made_by", "date", "sha256", "bullets", "by_folds"} <= set(found)
    assert shipped_quality().weights == found["weights"]
    assert found["weights"]["person pronoun"] < 0 < found["weights"]["log odds"]
