"""What is left out of a text before it is compared: layout, and denials that deny nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.support import Checker, Verdict
from summarize.support.reading import drop_idle_negations, read_plainly
from summarize.support.tokens import Vocabulary, tokenise

PIECES = ["1. ", "\n2. ", "\n3", "Keep: ", "Water ", "the cat ", "Bureau of Maps (BM) ", "(", "."]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


def read(text, *articles):
    return " ".join(read_plainly(text, articles).split())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("1. Choose a pot.\n2) Water it.\n3", "Choose a pot. water it."),
        ("1. 3 billion people live there.", "1. 3 billion people live there."),
        ("12 people came.\nIn 2004.", "12 people came. in 2004."),
        ("The Bureau of Land Records (BLR) opened.", "The Bureau of Land Records opened."),
        ("The Bureau of Land Records (NATO) opened.", "The Bureau of Land Records (NATO) opened."),
        ("Local banks (LBs) closed.", "Local banks closed."),
        ("Two things matter: Water and Brandt.", "Two things matter: water and Brandt."),
        ("Two things matter: Qorvexia.", "Two things matter: Qorvexia."),
        ("The Water was cold.", "The Water was cold."),
    ],
)
def test_layout_is_left_out(text, left):
    assert read(text) == left


def test_acronym_that_the_article_has_just_so_stays():
    text = "The Bureau of Land Records (BLR) opened."
    assert read(text, "The clerks of the Bureau of Land Records (BLR) left.") == text
    assert "BLR" not in read(text, "The BLR has left.")


@given(TEXTS)
def test_offsets_are_kept_and_nothing_is_added(text):
    plain = read_plainly(text, ())
    assert len(plain) == len(text)
    assert all(new in (" ", old, old.lower()) for new, old in zip(plain, text, strict=True))


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        ("Not only the mill but the dam froze.", ["Not"]),
        ("It was not just cold but wet. It was not warm.", ["not"]),
        ("It was not only cold. But it was wet.", []),
        ("It is not necessarily cold but wet.", []),
        ("They live at No. 10 and no 12.", ["No", "no"]),
        ("No one came, and nobody did not laugh.", []),
    ],
)
def test_denials_that_deny_nothing(text, idle):
    vocabulary = Vocabulary()
    texts = ["Nothing here.", text]
    tokens = tokenise(texts, vocabulary)
    left = drop_idle_negations(tokens, texts, vocabulary)
    places = set(zip(left.text.tolist(), left.start.tolist(), strict=True))
    every = zip(tokens.text.tolist(), tokens.start.tolist(), tokens.end.tolist(), strict=True)
    assert [texts[t][a:b] for t, a, b in every if (t, a) not in places] == idle


@pytest.mark.parametrize(
    "sentence",
    [
        "The Bureau of Land Records (BLR) opened on Monday.",
        "1. Choose a deep pot with holes.",
        "Two things matter: Water and light.",
        "Not only the mill but also the dam froze in January.",
    ],
)
def test_verbatim_sentences_stay_supported(sentence):
    article = f"Rain fell for most of the week. {sentence} The town waited for better days."
    (check,) = Checker.default().check(article, [sentence])
    assert check.verdict is Verdict.SUPPORTED


def test_a_false_only_is_no_support():
    article = "The harbour was closed on Monday. The mayor of Lisleham paid only for the buses."
    statement = "The mayor of Lisleham paid not only for the buses."
    (check,) = Checker.default().check(article, [statement])
    assert check.verdict is not Verdict.SUPPORTED
