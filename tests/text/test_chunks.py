"""Chunks: a split of the text that knows where everything stands."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from summarize.document import Document
from summarize.text.chunks import split_chunks

LETTERS = st.text(alphabet="ab9.,'\"-é\xa0\u3000\u2003 \n\t。！", max_size=700)


@given(LETTERS)
@example("\u3000a b" * 120)
@example("a\u2003 b " * 120)
def test_chunks_are_the_text_between_white_space(text):
    words, starts = split_chunks(text)
    assert words == text.split()
    assert all(text.startswith(word, at) for word, at in zip(words, starts, strict=True))
    assert all(at < following for at, following in pairwise(starts))


@given(LETTERS)
@example("你好。再见。 Good evening.")
def test_sentences_begin_with_a_chunk_of_their_own(text):
    document = Document.from_text(text)
    chunks = document.chunks
    for sentence, (first, last) in zip(document.sentences, pairwise(chunks.firsts), strict=True):
        assert chunks.words[first:last] == sentence.text.split()
        assert chunks.starts[first] == sentence.span.start
