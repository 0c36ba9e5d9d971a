"""Texts cut into chunks first have the tokens that the pattern finds in them whole."""

from hypothesis import given
from hypothesis import strategies as st

from summarize.support.tokens import Vocabulary, tokenise
from summarize.support.words import TOKEN, clean

WORDS = (
    "1 5 12 300 500 2003 1,487 3.5 million billion per cent percent % mn bn . , ; - twenty-one"
    " U.S. A. O'Neill ’s it's ünder İs _x x_1 [3] <b> Title: www.a.b 今日は。"
)
PIECES = st.sampled_from([*WORDS.split(), " ", "  ", "\n", "\t", "\u00a0", "\0"])
TEXTS = st.lists(PIECES, max_size=25)


@given(st.lists(TEXTS.map("".join) | TEXTS.map(" ".join), max_size=3))
def test_tokens_are_those_of_the_pattern(texts):
    vocabulary = Vocabulary()
    tokens = tokenise(texts, vocabulary)
    surfaces = list(vocabulary)
    found = [
        (surfaces[word], *bounds)
        for word, *bounds in zip(tokens.word, tokens.start, tokens.end, tokens.text, strict=True)
    ]
    expected = [
        (match[0], *match.span(), number)
        for number, text in enumerate(texts)
        for match in TOKEN.finditer(clean(text))
    ]
    assert found == expected
