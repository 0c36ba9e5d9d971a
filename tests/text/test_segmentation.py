"""Golden boundaries, NLTK's Punkt as oracle, and what holds for any text."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nltk.tokenize.punkt import PunktParameters as NltkParameters
from nltk.tokenize.punkt import PunktSentenceTokenizer

from summarize.document import Document
from summarize.text.punkt import load_parameters

CASES = json.loads((Path(__file__).parent / "boundaries.json").read_text("utf-8"))
GOLDEN = [case for group in ("in the wild", "synthetic", "negative") for case in CASES[group]]

NEWSLIKE = st.lists(
    st.sampled_from(
        'The A Dr. Mr. J. U.S. p.m. 5 3.5 1. Inc. said. said, rose. "No," "Yes." (Later.) what? '
        "Stop! ... … and Monday it It e.g. [...] - * Nov. – ’tis “Quite.” 。 is. \n \n\n \r\n"
        "".split(" ")
    ),
    max_size=60,
).map(" ".join)


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in Document.from_text(text).sentences]


@pytest.mark.parametrize("parts", GOLDEN, ids=lambda parts: parts[0][:30])
def test_golden_boundaries(parts: list[str]) -> None:
    text = "".join(part if part.endswith("\n") else part + " " for part in parts)
    assert sentences(text) == [part.strip() for part in parts]


@pytest.mark.xfail(strict=True, reason="needs knowledge that Punkt's statistics do not hold")
@pytest.mark.parametrize(("text", "count"), CASES["known failures"])
def test_known_failures(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@cache
def nltk_oracle() -> PunktSentenceTokenizer:
    ours, theirs = load_parameters(), NltkParameters()
    theirs.abbrev_types = set(ours.abbreviations)
    theirs.collocations = {tuple(pair.split()) for pair in ours.collocations}
    theirs.sent_starters = set(ours.sentence_starters)
    for words, flags in (
        (ours.lower_never_mid_upper, 32),
        (ours.lower_and_mid_upper, 32 | 4),
        (ours.begins_lower_never_upper, 16 | 32),
    ):
        for word in words:
            theirs.ortho_context[word] |= flags
    tokenizer = PunktSentenceTokenizer()
    tokenizer._params = theirs
    return tokenizer


PLAIN_WORDS = st.sampled_from(
    "the minister said it would rise in London Mr. Dr. U.S. Inc. Nov. p.m. J. 3.5 20 Monday"
    " council".split()
)
PLAIN_SENTENCE = st.tuples(
    st.sampled_from("The He But Officials In She".split()),
    st.lists(PLAIN_WORDS, min_size=2, max_size=12),
    st.sampled_from("houses people markets talks".split()),
).map(lambda parts: " ".join([parts[0], *parts[1], parts[2]]) + ".")


@given(st.lists(PLAIN_SENTENCE, min_size=1, max_size=8))
def test_agrees_with_nltk_on_plain_news_sentences(parts: list[str]) -> None:
    text = " ".join(parts)
    assume("J. J." not in text)  # ours keeps a name's initials together
    theirs = [text[a:b] for a, b in nltk_oracle().span_tokenize(text)]
    assert sentences(text) == theirs


@given(st.one_of(st.text(), NEWSLIKE))
def test_spans_are_ordered_disjoint_and_leave_only_white_space(text: str) -> None:
    position = 0
    for sentence in Document.from_text(text).sentences:
        assert not text[position : sentence.span.start].strip()
        assert sentence.text == sentence.span.slice(text) == sentence.text.strip() != ""
        position = sentence.span.end
    assert not text[position:].strip()


@given(st.one_of(st.text(), NEWSLIKE))
def test_text_is_rebuilt_from_spans_and_gaps(text: str) -> None:
    rebuilt, position = [], 0
    for sentence in Document.from_text(text).sentences:
        rebuilt += [text[position : sentence.span.start], sentence.text]
        position = sentence.span.end
    assert "".join(rebuilt) + text[position:] == text


@given(st.one_of(st.text(), NEWSLIKE))
def test_paragraphs_hold_their_sentences(text: str) -> None:
    document = Document.from_text(text)
    assert list(document.paragraphs) == sorted(document.paragraphs)
    for sentence in document.sentences:
        paragraph = document.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.span.start < sentence.span.end <= paragraph.end


def test_wrapped_and_unwrapped_text_have_the_same_sentences() -> None:
    import textwrap

    paragraph = (
        "The harbour authority closed the northern pier on Friday after divers found cracks in "
        "four of its pillars. Ferries will leave from the old dock until spring, a spokeswoman "
        "for the authority said. Repairs may cost up to 3.5 million crowns."
    )
    for width in (50, 60, 72, 80):
        wrapped = textwrap.fill(paragraph, width)
        assert [s.replace("\n", " ") for s in sentences(wrapped)] == sentences(paragraph)
