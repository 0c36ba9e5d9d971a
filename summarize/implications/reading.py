"""The view of an article that rules match against: its title and lead as tokens.

Sentences are cut into tokens when a rule asks for them, so most of a long
article is never touched. A reading lives as long as one call of ``imply``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, chain, compress, islice
from operator import add, not_

import attrs

from summarize.document import Document, Sentence
from summarize.implications.lexicon import DAYS, ROLES
from summarize.implications.topic_words import FICTION, SPORT, SPORT_HINTS

#: Sentences of the lead (news tells its event at the top).
LEAD_SENTENCES = 4
#: Sentences that context words may stand in.
CONTEXT_SENTENCES = 6
#: A sentence shorter than this many tokens is a dateline or a label.
_FEWEST_TOKENS = 6
# Most tokens are words of two letters or more, so these come first; nothing else fits them.
_TOKEN = re.compile(
    r"(?:[^\W\d]\w++(?:[-'’&]\w+)*+|\d+(?:[.,]\d+)*\w*(?:-\w+)*|(?:[^\W\d]\.){2,}"
    r"|\w+(?:[-'’&]\w+)*|\S)\s*+"
)
_DATELINE = re.compile(
    r"\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+\w+\s+\d+,?\s+\d{4}", re.I
)
# The look-behind stands where it is seldom reached; it means that no word goes on before.
_YEAR = re.compile(r"(?:19|20)(?<!\w..)\d\d\b")
_ROLES_AND_DAYS = ROLES | DAYS


@attrs.frozen(eq=False, slots=False)
class Tokens:
    """One sentence as parallel lists: as written, lower case, offsets in the article.

    ``_parts`` are the tokens with the white space behind them, ``_offset`` is where they begin.
    """

    index: int
    raw: list[str]
    words: list[str]
    _parts: list[str]
    _offset: int

    def __len__(self) -> int:
        return len(self.raw)

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts."""
        return list(accumulate(map(len, self._parts), initial=self._offset))[:-1]

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends."""
        return list(map(add, self.starts, map(len, self.raw)))

    def is_capitalised(self, i: int) -> bool:
        """Say whether token ``i`` starts with a capital letter."""
        return self.raw[i][0].isupper()


def tokenise(text: str, *, index: int = 0, offset: int = 0) -> Tokens:
    """Cut ``text`` into words, numbers and single marks; offsets start at ``offset``."""
    body = text.lstrip()
    parts = _TOKEN.findall(body)
    raw = list(map(str.rstrip, parts))
    words = list(map(str.lower, raw))
    curly = "’" in text
    if curly:
        words = [word.replace("’", "'") for word in words]
    if curly or "'" in text:
        words = [word[:-2] if word[-2:] == "'s" and len(word) > 2 else word for word in words]
    return Tokens(index, raw, words, parts, offset + len(text) - len(body))


def common_words(tokens: Tokens) -> list[str]:
    """Return the words that are not (part of) names.

    Capitalised words count if they are roles, if they open the sentence before a
    word in lower case, or if the whole line is capitalised as headlines are.
    """
    firsts = [raw[0] for raw in tokens.raw]
    upper = list(map(str.isupper, firsts))
    if sum(upper) > 0.6 * sum(map(str.isalpha, firsts)):
        return tokens.words
    common = list(compress(tokens.words, map(not_, upper)))
    common += [word for word in compress(tokens.words, upper) if word in _ROLES_AND_DAYS]
    if upper[:1] == [True] and upper[1:2] != [True]:
        common.append(tokens.words[0])
    return common


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

    def _long_sentences(self) -> Iterator[Tokens]:
        """Yield the first sentences that are no labels, as tokens."""
        for sentence in self.body[: CONTEXT_SENTENCES + 2]:
            tokens = self.tokens(sentence.index)
            if len(tokens.words) >= _FEWEST_TOKENS:
                yield tokens

    @cached_property
    def first(self) -> Tokens | None:
        """The tokens of the lead's first sentence, ``None`` if there is no lead."""
        return next(self._long_sentences(), None)

    @cached_property
    def opening(self) -> list[Tokens]:
        """The tokens of the first sentences, lead and a little more, for context."""
        return list(islice(self._long_sentences(), CONTEXT_SENTENCES))

    @cached_property
    def lead(self) -> list[Tokens]:
        """The tokens of the lead."""
        return self.opening[:LEAD_SENTENCES]

    @cached_property
    def context(self) -> frozenset[str]:
        """The common words of the title and the opening, in lower case; names are left out."""
        return frozenset(chain.from_iterable(map(common_words, (self.title, *self.opening))))

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
    def lowered(self) -> tuple[str, list[int]]:
        """The body in lower case, a line break around each sentence, and where these start."""
        texts = [f"\n{sentence.text.lower()}" for sentence in self.body]
        starts = list(accumulate(map(len, texts), initial=0))
        return "".join(texts).replace("’", "'") + "\n", starts

    @cached_property
    def lower(self) -> str:
        """The whole text in lower case, apostrophes straight."""
        return self.document.text.lower().replace("’", "'")
