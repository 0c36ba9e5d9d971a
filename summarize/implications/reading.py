"""The view of an article that rules match against: its title and lead as tokens.

Sentences are cut into tokens when a rule asks for them, so most of a long
article is never touched. A reading lives as long as one call of ``imply``.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import accumulate
from operator import add

import attrs

from summarize.document import Document, Sentence
from summarize.implications.lexicon import DAYS, FICTION, ROLES, SPORT, SPORT_HINTS

#: Sentences of the lead (news tells its event at the top).
LEAD_SENTENCES = 4
#: Sentences that context words may stand in.
CONTEXT_SENTENCES = 6
#: A sentence shorter than this many tokens is a dateline or a label.
_FEWEST_TOKENS = 6
_TOKEN = re.compile(r"(?:\d+(?:[.,]\d+)*\w*(?:-\w+)*|(?:[^\W\d]\.){2,}|\w+(?:[-'’&]\w+)*|\S)\s*")
_DATELINE = re.compile(
    r"\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+\w+\s+\d+,?\s+\d{4}", re.I
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@attrs.frozen(eq=False)
class Tokens:
    """One sentence as parallel lists: as written, lower case, offsets in the article."""

    index: int
    raw: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.raw)

    def is_capitalised(self, i: int) -> bool:
        """Say whether token ``i`` starts with a capital letter."""
        return self.raw[i][0].isupper()


def tokenise(text: str, *, index: int = 0, offset: int = 0) -> Tokens:
    """Cut ``text`` into words, numbers and single marks; offsets start at ``offset``."""
    body = text.lstrip()
    parts = _TOKEN.findall(body)
    starts = list(accumulate(map(len, parts), initial=offset + len(text) - len(body)))[:-1]
    raw = list(map(str.rstrip, parts))
    words = list(map(str.lower, raw))
    if "’" in text:
        words = [word.replace("’", "'") for word in words]
    if "'" in text or "’" in text:
        words = [word[:-2] if word[-2:] == "'s" and len(word) > 2 else word for word in words]
    return Tokens(index, raw, words, starts, list(map(add, starts, map(len, raw))))


def common_words(tokens: Tokens) -> list[str]:
    """Return the words that are not (part of) names.

    Capitalised words count if they are roles, if they open the sentence before a
    word in lower case, or if the whole line is capitalised as headlines are.
    """
    upper = [raw[0].isupper() for raw in tokens.raw]
    if sum(upper) > 0.6 * sum(raw[0].isalpha() for raw in tokens.raw):
        return tokens.words
    return [
        word
        for i, word in enumerate(tokens.words)
        if not upper[i]
        or word in ROLES
        or word in DAYS
        or (i == 0 and not (len(upper) > 1 and upper[1]))
    ]


@attrs.define(eq=False, slots=False)
class Reading:
    """An article's title and sentences as tokens, cut on demand."""

    document: Document
    _cut: dict[int, Tokens] = attrs.field(factory=dict, init=False)

    def tokens(self, index: int) -> Tokens:
        """Return the tokens of one sentence."""
        found = self._cut.get(index)
        if found is None:
            sentence = self.document.sentences[index]
            found = tokenise(sentence.text, index=index, offset=sentence.span.start)
            self._cut[index] = found
        return found

    @cached_property
    def title(self) -> Tokens:
        """The headline's tokens, none if there is no headline."""
        return tokenise(self.document.title or "", index=-1)

    @cached_property
    def body(self) -> list[Sentence]:
        """The sentences, without datelines and labels at the start."""
        sentences = self.document.sentences
        first = 0
        while first < len(sentences) and (
            _DATELINE.match(sentences[first].text) and len(sentences[first].text) < 40
        ):
            first += 1
        return list(sentences[first:])

    @cached_property
    def opening(self) -> list[Tokens]:
        """The tokens of the first sentences, lead and a little more, for context."""
        found: list[Tokens] = []
        for sentence in self.body[: CONTEXT_SENTENCES + 2]:
            tokens = self.tokens(sentence.index)
            if len(tokens) >= _FEWEST_TOKENS:
                found.append(tokens)
            if len(found) == CONTEXT_SENTENCES:
                break
        return found

    @cached_property
    def lead(self) -> list[Tokens]:
        """The tokens of the lead."""
        return self.opening[:LEAD_SENTENCES]

    @cached_property
    def context(self) -> frozenset[str]:
        """The common words of the title and the opening, in lower case; names are left out."""
        words: set[str] = set()
        for tokens in (self.title, *self.opening):
            words.update(common_words(tokens))
        return frozenset(words)

    @cached_property
    def context_sentences(self) -> list[list[str]]:
        """The words of the title and of each opening sentence."""
        return [tokens.words for tokens in (self.title, *self.opening)]

    @cached_property
    def borrowed(self) -> tuple[int, int]:
        """How many words of sport and of fiction the context has."""
        return len(self.context & SPORT), len(self.context & FICTION)

    @cached_property
    def is_sport(self) -> bool:
        """Whether the context has any word of sport."""
        return not self.context.isdisjoint(SPORT) or not self.context.isdisjoint(SPORT_HINTS)

    @cached_property
    def last_year(self) -> int:
        """The latest year that the article mentions, 0 if none."""
        return max((int(year) for year in _YEAR.findall(self.document.text)), default=0)

    @cached_property
    def lowered(self) -> list[tuple[Sentence, str]]:
        """The sentences of the body with their text in lower case."""
        return [(sentence, sentence.text.lower()) for sentence in self.body]

    @cached_property
    def lower(self) -> str:
        """The whole text in lower case."""
        return self.document.text.lower()
