"""Stated implications: what is found, how it is cut, and what never changes."""

import re

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarize.document import Document
from summarize.implications.stated import stated_implications
from summarize.implications.stated_condense import condense
from summarize.implications.stated_cues import find_cues, lower_in_place
from summarize.implications.stated_features import (
    NO_KEY,
    Encoder,
    find_rows,
    group_matrix,
    position_features,
    word_class,
)
from summarize.implications.stated_model import context_features, shipped_model
from summarize.implications.stated_rows import index_rows

ARTICLE = (
    "The harbour at Lindmark was closed on Monday after a crane fell into the main basin. "
    "Two workers were treated for minor injuries.\n\n"
    "The port authority said that repairs to the harbour could take three months. "
    "However, exporters are expected to lose millions of crowns if the basin stays shut. "
    'It will cost us dearly, said one of them.\n\n"We will fight this," a crane driver said. '
    "Food prices are likely to rise if exporters leave the islands, according to the ferry union."
)


def kinds(text: str) -> list[str]:
    return [cue.kind for cue in find_cues(text)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Prices will rise in spring.", "possibility"),
        ("Prices are widely expected to rise.", "expectation"),
        ("Rain is likely.", "expectation"),
        ("The union warned that jobs were at stake.", "warning"),
        ("The collapse raised serious concerns about safety.", "warning"),
        ("The deal paves the way for a merger.", "consequence"),
        ("The court is due to decide on Friday.", "expectation"),
    ],
)
def test_each_kind_of_cue_is_found(sentence: str, kind: str) -> None:
    assert kind in kinds(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The fair opens in May.",
        "Will Turner paid the bill.",
        "She left him everything in her will.",
        "He would have been delighted.",
        "They could not find the key.",
        "The delay was due to the snow.",
        "I would like to thank them.",
        "The song was set to music by a friend.",
        "Warner sold the label.",
        "The strike led to long queues.",
        "The crews are ready to sail.",
    ],
)
def test_look_alikes_are_no_cues(sentence: str) -> None:
    assert find_cues(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "bullet", "speaker"),
    [
        (
            "However, the dam could fail within days.",
            "The dam could fail within days.",
            None,
        ),
        (
            "According to the river board, the dam could fail within days.",
            "The dam could fail within days.",
            "the river board",
        ),
        (
            "The dam could fail within days, said Ana Brod, head of the river board.",
            "The dam could fail within days.",
            "Ana Brod",
        ),
        (
            "Engineers say the dam will fail within days.",
            "Engineers say the dam will fail within days.",
            "Engineers",
        ),
        (
            "Engineers say the dam may fail within days.",
            "The dam may fail within days.",
            "Engineers",
        ),
        (
            "The mayor said the dam would fail within days.",
            "The mayor said the dam would fail within days.",
            "The mayor",
        ),
        (
            "The mayor said she will resign if the dam fails.",
            "The mayor said she will resign if the dam fails.",
            "The mayor",
        ),
        (
            "Engineers say the dam threatens to fail within days.",
            "Engineers say the dam threatens to fail within days.",
            "Engineers",
        ),
        (
            "Much will turn on whether voters believe the dam could fail.",
            "Much will turn on whether voters believe the dam could fail.",
            None,
        ),
        ("BRNO (Reuters) - The dam will be closed.", "The dam will be closed.", None),
        ("BRNO—The dam will be closed.", "The dam will be closed.", None),
    ],
)
def test_attributions_and_connectives_are_cut_where_the_rest_can_stand(
    sentence: str, bullet: str, speaker: str | None
) -> None:
    kept = condense(sentence)
    assert kept is not None
    assert kept.text == bullet
    assert (sentence[slice(*kept.speaker)] if kept.speaker else None) == speaker


def test_bullets_of_an_article_carry_span_cue_and_speaker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("summarize.implications.stated.LOWEST", 0.5)
    document = Document.from_text(ARTICLE, title="Exporters hit by closure of harbour")
    found = stated_implications(document)
    assert [s.text for s in found] == [
        "The port authority said that repairs to the harbour could take three months.",
        "Exporters are expected to lose millions of crowns if the basin stays shut.",
        "Food prices are likely to rise if exporters leave the islands.",
    ]
    assert [s.speaker and s.speaker.slice(ARTICLE) for s in found] == [
        "The port authority",
        None,
        "the ferry union",
    ]
    for stated in found:
        assert stated.cue in ARTICLE[stated.span.start : stated.span.end]
        assert 0.0 <= stated.score <= 1.0
        assert document.sentences[stated.index].span.start <= stated.span.start


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It could take three months to repair the dam.",
        "Will the dam fail within the next few days?",
        'The mayor said: "The dam will fail within days',
        "We will repair the dam within the next few days.",
        "She warned that the dam would fail within days.",
        "This means that the dam will fail within days.",
    ],
)
def test_pronoun_quotation_and_question_give_no_bullet(text: str) -> None:
    assert stated_implications(text) == ()


def test_a_sentence_inside_a_long_quotation_gives_no_bullet() -> None:
    text = '"The dam is old. The dam will fail within a few days. Go home," the mayor said.'
    assert stated_implications(text) == ()


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


SENTENCES = st.sampled_from(
    [
        "But analysts say the tax will hurt small firms, Mr Lund said.",
        "The bank warned of a long slump.",
        "According to Eva Holm, a lawyer, the appeal is likely to fail.",
        "Meanwhile, the mine may close by June.",
        'The "green tax" could be dropped, officials said on Friday.',
        "Snow fell.",
        "It may rain (heavily) tomorrow in İzmir.",
        "\t“The rise will come,” he said.",
    ]
)


@settings(deadline=None)
@given(st.lists(SENTENCES | st.text(max_size=60), max_size=6))
def test_every_bullet_is_one_stretch_of_the_article(parts: list[str]) -> None:
    text = "\n".join(parts)
    for stated in stated_implications(text):
        kept = " ".join(stated.span.slice(text).split()).rstrip(" ,;:-–—")
        assert stated.text.lower().startswith(kept.lower())
        assert words(stated.text) == words(kept)


@given(st.text(max_size=80))
def test_lowering_keeps_offsets(text: str) -> None:
    assert len(lower_in_place(text)) == len(text)


def test_renaming_a_person_renames_the_bullet_and_nothing_else() -> None:
    one = "Meanwhile, boat sales are likely to rise in Delmar if Ada Okafor keeps prices low."
    other = one.replace("Okafor", "Lindqvist").replace("Delmar", "Brevik")
    (first,), (second,) = stated_implications(one), stated_implications(other)
    renamed = first.text.replace("Okafor", "Lindqvist").replace("Delmar", "Brevik")
    assert second.text == renamed


def test_renaming_changes_no_score(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.implications.stated.LOWEST", 0.2)
    text = "Anna Bell met Tom Reed in Oslo. Analysts say Oslo could lose the games to New Delmar."
    names = {"Anna Bell": "Ji Wu", "Tom Reed": "Ray", "Oslo": "Port Said", "New Delmar": "Ulm"}
    renamed = text
    for old, new in names.items():
        renamed = renamed.replace(old, new)
    (first,), (second,) = stated_implications(text), stated_implications(renamed)
    assert first.score == second.score


def test_rows_are_found_as_a_dictionary_would() -> None:
    known = np.array([3, 7, 9, NO_KEY])
    keys = np.array([9, 4, 3, -5, 8, 10])
    table = {3: 0, 7: 1, 9: 2}
    assert find_rows(keys, known).tolist() == [table.get(k, -1) for k in keys.tolist()]


@pytest.mark.parametrize("count", [0, 1, 9_000])
def test_pairs_are_found_as_a_search_finds_them(count: int) -> None:
    rng = np.random.default_rng(3)
    known = np.unique(rng.integers(0, 300, count) ** 2 // 300 * 200 + rng.integers(0, 200, count))
    rows, columns = rng.integers(-1, 300, 4_000), rng.integers(0, 200, 4_000)
    keys = np.where(rows < 0, -1, rows * 200 + columns)
    found = find_rows(keys, np.append(known, NO_KEY))
    expected = np.where(found >= 0, found + 7, -1)
    assert index_rows(known, (300, 200), 7).find(rows, columns).tolist() == expected.tolist()


def encoder() -> Encoder:
    vocabulary = dict(shipped_model().encoder.vocabulary)
    none = np.array([NO_KEY])
    return Encoder(vocabulary, none, none, np.zeros(0), group_matrix(vocabulary))


def test_control_characters_do_not_shift_sentences() -> None:
    _, starts = encoder().ids(["A dam \x00 broke.", "\x01Two fled.", ""])
    assert len(starts) == 3


@settings(deadline=None, max_examples=30)
@example(["\x01", "\x00"])
@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_a_batch_gives_each_sentence_its_own_tokens(sentences: list[str]) -> None:
    reader = encoder()
    ids, starts = reader.ids(sentences)
    parts = np.split(ids, starts[1:])
    alone = [reader.ids([sentence])[0] for sentence in sentences]
    assert [p.tolist() for p in parts] == [a.tolist() for a in alone]


def test_unknown_words_are_read_by_their_ending() -> None:
    assert [word_class(w) for w in ("1,200", "glimmed", "zorbing", "qux")] == [
        "0",
        "~ed",
        "~ing",
        "~",
    ]


def test_context_holds_neighbours_and_article() -> None:
    scores = np.array([[1.0, 0.0], [3.0, 2.0]], dtype=np.float32)
    context = context_features(scores, position_features(2))
    assert context.shape == (2, 14 + 9)
    assert context[0, :6].tolist() == [1, 0, 0, 0, 3, 2]
    assert context[1, :6].tolist() == [3, 2, 1, 0, 0, 0]
    assert context[0, 6:12].tolist() == [2, 1, 3, 2, 2, 1]


def test_the_model_prefers_projections_to_history() -> None:
    sentences = [
        "The plant opened in 1964.",
        "Analysts expect that demand will fall next year.",
        "He was born in a village near the coast.",
    ]
    scores = shipped_model().probabilities(sentences)
    assert scores.argmax() == 1
    assert scores.shape == (3,)
    assert ((scores > 0) & (scores < 1)).all()


def test_no_sentences_give_no_probabilities() -> None:
    assert shipped_model().probabilities([]).tolist() == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor will host the awards in May.",
        "The play is expected to open in Kelvary on Friday.",
        "Part of the army's course to train pilots has been closed for now.",
        "The rope was tied so that the ship could leave at dawn.",
        "The bill was widely expected to pass the upper house with ease.",
        'The captain said her mother said, "I will be there for you."',
        "Under this deal the market could be opened to foreign firms.",
        "The opposite might just be true of the firms in question.",
    ],
)
def test_agendas_purposes_and_loose_ends_give_nothing(sentence: str) -> None:
    assert condense(sentence) is None
