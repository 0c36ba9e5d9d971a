"""Tokens and codes: the short ways taken give what the plain definitions give."""

import re

from hypothesis import given
from hypothesis import strategies as st

from summarize.facts.codes import QUOTES, find_notable, read_classes, read_codes
from summarize.facts.lexicon import lexicon
from summarize.facts.times import TIME_WORDS
from summarize.facts.tokens import tokenise
from summarize.facts.words import CLASS_OF, CONTENT, SPEECH

TOKEN = re.compile(r"\w+(?:[.,'’\-&]\w+)*(?:(?<=\.[^\W\d_])\.)?|\S")
PIECES = ["U.S.", "Lima", "riverbank", "don't", "1,200", "_a_", "mill_", "É", "ß", "İ", "a\u0301"]
MARKS = [",", ".", "_", "?", "’s", "-", "&", '"', "…", " ", "\n", "\u3000"]
texts = st.lists(st.sampled_from(PIECES + MARKS) | st.characters(), max_size=30).map("".join)
words = st.lists(
    st.sampled_from([*sorted(lexicon().heads)[::40], *sorted(TIME_WORDS)[::9], *sorted(CLASS_OF)])
    | st.sampled_from(["riverbank", "zzz"])
)


@given(texts)
def test_tokens_are_those_of_the_pattern(text: str) -> None:
    tokens = tokenise(text)
    found = list(TOKEN.finditer(text))
    assert tokens.words == [match.group() for match in found]
    assert tokens.starts == [match.start() for match in found]
    assert tokens.lower == [word.lower() for word in tokens.words]
    pairs = zip(tokens.words, tokens.lower, strict=True)
    assert tokens.capitals == [i for i, (word, lower) in enumerate(pairs) if word != lower]


@given(words)
def test_codes_hold_what_the_tables_say(lower: list[str]) -> None:
    codes = read_codes(lower)
    assert read_classes(codes) == [CLASS_OF.get(word, CONTENT) for word in lower]
    heads, times, speech, quotes = find_notable(codes)
    assert heads == [i for i, word in enumerate(lower) if word in lexicon().heads]
    assert times == [i for i, word in enumerate(lower) if word in TIME_WORDS]
    assert speech == [i for i, word in enumerate(lower) if CLASS_OF.get(word) == SPEECH]
    assert quotes == [i for i, word in enumerate(lower) if word in QUOTES]
