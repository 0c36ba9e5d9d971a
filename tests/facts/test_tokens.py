"""Tokens and codes: the short ways taken give what the plain definitions give."""

import re

from hypothesis import given
from hypothesis import strategies as st

from summarize.document import Document
from summarize.facts import codes
from summarize.facts.gazetteer import gazetteer
from summarize.facts.lexicon import lexicon
from summarize.facts.tokens import tokenise, tokenise_document
from summarize.facts.units import MONTHS, TIME_WORDS
from summarize.facts.words import CLASS_OF, CONTENT, PUNCT, SPEECH

TOKEN = re.compile(r"\w+(?:[.,'’\-&]\w+)*(?:(?<=\.[^\W\d_])\.)?|\S")
PIECES = [
    "U.S.",
    "U",
    "Lima",
    "riverbank",
    "don't",
    "1,200",
    "_a_",
    "mill_",
    "É",
    "ß",
    "İ",
    "a\u0301",
]
MARKS = [",", ".", "_", "?", "’s", "-", "&", '"', "…", " ", "\n", "\u3000"]
NAMES = ["The", "al-Hasa", "El-Sayed", "al-pine", "Monday's", "BUT", "I", "US", "Said", "May"]
texts = st.lists(st.sampled_from(PIECES + MARKS) | st.characters(), max_size=30).map("".join)
words = st.lists(
    st.sampled_from([*sorted(lexicon().heads)[::40], *sorted(TIME_WORDS)[::9], *sorted(CLASS_OF)])
    | st.sampled_from(["riverbank", "zzz", *NAMES])
)


@given(texts)
def test_tokens_are_those_of_the_pattern(text: str) -> None:
    tokens = tokenise(text)
    found = list(TOKEN.finditer(text))
    assert tokens.words == [match.group() for match in found]
    assert tokens.starts == [match.start() for match in found]
    assert tokens.lower == [word.lower() for word in tokens.words]
    assert tokens.codes == bytes(map(codes.read_code, tokens.words))


@given(texts, texts)
def test_the_tokens_of_a_title_follow_with_offsets_of_their_own(text: str, title: str) -> None:
    document = Document.from_text(text, title=title)
    body, head, both = tokenise(text), tokenise(title), tokenise_document(document)
    assert both.text == text
    assert both.title == title
    if not title:
        assert both == tokenise_document(Document.from_text(text))
        return
    assert both.words[both.body] == codes.BREAK
    assert both.words[both.body + 1 :] == head.words
    assert both.starts[both.body + 1 :] == head.starts
    for at, (word, start) in enumerate(zip(both.words, both.starts, strict=True)):
        assert at == both.body or both.source(at).startswith(word, start)
    if not set(text) & set("。！？｡"):  # a sentence may begin inside a run of characters there
        assert both.words[: both.body] == body.words


@given(words)
def test_codes_hold_what_the_tables_say(written: list[str]) -> None:
    found = bytes(map(codes.read_code, written))
    lower = [word.lower() for word in written]
    classes = [CLASS_OF.get(word, PUNCT if word in codes.QUOTES else CONTENT) for word in lower]
    assert codes.read_classes(found) == classes

    def check(table: bytes, expected: list[bool]) -> None:
        assert codes.find_places(found, table) == [i for i, hit in enumerate(expected) if hit]

    check(codes.HEADS, [word in lexicon().heads for word in lower])
    check(codes.TIMES, [word in TIME_WORDS for word in lower])
    check(codes.SPEECHES, [CLASS_OF.get(word) == SPEECH for word in lower])
    check(codes.MARKS, [word in codes.QUOTES for word in lower])
    check(codes.CAPITALS, [word != small for word, small in zip(written, lower, strict=True)])


@given(words)
def test_a_name_is_a_capital_that_says_something(written: list[str]) -> None:
    marked = codes.find_places(bytes(map(codes.read_code, written)), codes.NAMES)
    arabic = [word.startswith(("al-", "el-", "El-")) and word[3:4].isupper() for word in written]
    capital = [word[0].isupper() or after for word, after in zip(written, arabic, strict=True)]
    known = [word not in gazetteer().never for word in written]
    assert marked == [i for i in range(len(written)) if capital[i] and known[i]]


def test_months_are_marked_as_such() -> None:
    forms = [month + end for month in MONTHS for end in ("", "'s", "’s")]
    assert all(codes.MONTHS[codes.read_code(form.capitalize())] for form in forms)
    assert not any(codes.MONTHS[codes.read_code(form)] for form in forms)
    assert not any(codes.MONTHS[codes.read_code(word)] for word in ("Lima", "The", "It", "."))
