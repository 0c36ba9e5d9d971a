"""The view of an article that rules match against: its title and lead as tokens.

Sentences are cut into tokens when a rule asks for them, so most of a long
article is never touched. A reading lives as long as one call of ``imply``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, compress, count, islice
from operator import add, not_

import attrs

from summarize.document import Document
from summarize.implications.lazy import lazy
from summarize.implications.lexicon import ACRONYMS, DAYS, PERSON_ROLES, ROLES
from summarize.implications.lines import LOOSE_END, is_label, skip_dateline
from summarize.implications.stated_cues import lower_in_place
from summarize.implications.topic_words import FICTION, SPORT, SPORT_HINTS
from summarize.text.chunks import split_chunks

#: Sentences of the lead (news tells its event at the top).
LEAD_SENTENCES = 4
#: Sentences that context words may stand in.
CONTEXT_SENTENCES = 6
#: Labels that may stand among these, and sentences that a dateline may open (own choice).
_MOST_LABELS, _DATELINES = 4, 6
#: A sentence shorter than this many tokens is a dateline or a label.
_FEWEST_TOKENS = 6
# Most tokens are words of two letters or more, so these come first; nothing else fits them.
_TOKEN = re.compile(
    r"[^\W\d]\w++(?:[-'’&]\w+)*+|\d+(?:[.,]\d+)*\w*(?:-\w+)*|(?:[^\W\d]\.){2,}"
    r"|\w+(?:[-'’&]\w+)*|\S"
)
_DATELINE = re.compile(
    r"\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+\w+\s+\d+,?\s+\d{4}", re.I
)
# The look-behind stands where it is seldom reached; it means that no word goes on before.
_YEAR = re.compile(r"(?:19|20)(?<!\w..)\d\d\b")
#: A dateline is shorter than this.
_LONGEST_LABEL = 40
#: Short words in names whose point ends nothing.
_SHORT = frozenset(("St.", "Mt.", "Ft."))
_NO_NAMES = ROLES | DAYS | ACRONYMS


@attrs.frozen(eq=False, slots=False)
class Tokens:
    """One sentence as parallel lists: as written, lower case, offsets in the article.

    ``_chunks`` is what stood between white space, ``_places`` where each of these starts.
    """

    index: int
    raw: list[str]
    words: list[str]
    _chunks: list[str]
    _places: list[int]

    def __len__(self) -> int:
        return len(self.raw)

    @lazy
    def starts(self) -> list[int]:
        """Return where each token starts."""
        found: list[int] = []
        for chunk, place in zip(self._chunks, self._places, strict=True):
            plain = chunk.isalnum() or chunk in _SHORT
            found += [place] if plain else [place + m.start() for m in _TOKEN.finditer(chunk)]
        return found

    @lazy
    def ends(self) -> list[int]:
        """Return where each token ends."""
        return list(map(add, self.starts, map(len, self.raw)))

    @lazy
    def common(self) -> list[str]:
        """Return the words that are not (part of) names, in any order.

        Capitalised words count if they are high offices or acronyms of things ("TV"), if they
        open the sentence before a word in lower case or are a role there ("Striker Jon
        Vale"), or if the whole line is capitalised as headlines are.
        """
        words, firsts = self.words, [raw[0] for raw in self.raw]
        upper = [*map(str.isupper, firsts)]
        if sum(upper) > 0.6 * sum(map(str.isalpha, firsts)):
            return words
        both = zip(words, upper, strict=True)
        common = [word for word, capital in both if not capital or word in _NO_NAMES]
        if upper[:1] == [True] and (upper[1:2] != [True] or words[0] in PERSON_ROLES):
            common.append(words[0])
        return common

    def is_capitalised(self, i: int) -> bool:
        """Say whether token ``i`` starts with a capital letter."""
        return self.raw[i][0].isupper()

    @property
    def small(self) -> list[str]:
        """The words that start with a small letter in the text."""
        return [word for word, raw in zip(self.words, self.raw, strict=True) if raw[0].islower()]


def _cut(index: int, chunks: list[str], places: list[int]) -> Tokens:
    """Cut those chunks that are no plain words."""
    raw: list[str] = []
    done, marked = 0, False
    for i in compress(count(), map(not_, map(str.isalnum, chunks))):
        chunk = chunks[i]
        raw += chunks[done:i]
        done = i + 1
        if chunk in _SHORT:
            raw.append(chunk)
        elif chunk[-1] in ",." and chunk[:-1].isalnum():
            raw += (chunk[:-1], chunk[-1])
        else:
            raw += _TOKEN.findall(chunk)
            marked = marked or "'" in chunk or "’" in chunk
    raw += chunks[done:]
    words = [*map(str.lower, raw)]
    if marked:
        words = [word if word.isalnum() else _straighten(word) for word in words]
    return Tokens(index, raw, words, chunks, places)


def _straighten(word: str) -> str:
    """Return a word with straight apostrophes and without the ending of a possessive."""
    word = word.replace("’", "'")
    return word[:-2] if word[-2:] == "'s" and len(word) > 2 else word


def tokenise(text: str, *, index: int = 0) -> Tokens:
    """Cut ``text`` into words, numbers and single marks."""
    return _cut(index, *split_chunks(text))


@attrs.define(eq=False, slots=False)
class Reading:
    """An article's title and sentences as tokens, cut on demand."""

    document: Document
    _cut: dict[int, Tokens] = attrs.field(factory=dict, init=False)

    def tokens(self, index: int) -> Tokens:
        """Return the tokens of one sentence."""
        found = self._cut.get(index)
        if found is None:
            chunks = self.document.chunks
            part = slice(*chunks.firsts[index : index + 2])
            words, starts = chunks.words[part], chunks.starts[part]
            if index < _DATELINES:
                words, starts = skip_dateline(words, starts)
            found = self._cut[index] = _cut(index, words, starts)
        return found

    def sentence(self, index: int) -> str:
        """Return the text of a sentence."""
        bounds = self.document.boundaries
        return self.document.text[int(bounds.starts[index]) : int(bounds.ends[index])]

    @lazy
    def title(self) -> Tokens:
        """Return the headline's tokens, none if there is no headline."""
        return tokenise(self.document.title or "", index=-1)

    @lazy
    def heading(self) -> list[str]:
        """Return the headline's words but those that the opening has as names.

        In a headline that gives every word a capital nothing else tells names.
        """
        names = set[str]()
        for tokens in self.opening:
            both = zip(tokens.words[1:], tokens.raw[1:], strict=True)
            names.update([word for word, raw in both if raw[0].isupper()])
        return [word for word in self.title.common if word not in names]

    @lazy
    def start(self) -> int:
        """Return the index of the first sentence behind datelines and labels."""
        found, text = self.document.boundaries, self.document.text
        for i, (start, end) in enumerate(zip(found.starts, found.ends, strict=True)):
            if end - start >= _LONGEST_LABEL or not _DATELINE.match(text, start, end):
                return i
        return len(found.starts)

    def _find_sentences(self) -> Iterator[Tokens]:
        """Yield the first sentences that are no labels, as tokens."""
        bounds, text, first = self.document.boundaries, self.document.text, self.start
        part = slice(first, first + CONTEXT_SENTENCES + _MOST_LABELS)
        places = zip(bounds.starts[part].tolist(), bounds.ends[part].tolist(), strict=True)
        for index, (start, end) in enumerate(places, first):
            loose = text.startswith(LOOSE_END, end - 2) and not self._is_loose
            if not loose and not is_label(text[start:end]):
                tokens = self.tokens(index)
                if len(tokens.words) >= _FEWEST_TOKENS and not self._repeats_title(tokens):
                    yield tokens

    def _repeats_title(self, tokens: Tokens) -> bool:
        """Say whether a sentence is the headline once more, as pages print it above the text."""
        title, words = self.title.words, tokens.words
        if words[: len(title)] != title or len(words) > len(title) + 1:
            return False
        return tokens.index < len(self.document.boundaries.starts) - 1

    @lazy
    def _sentences(self) -> Iterator[Tokens]:
        return self._find_sentences()

    @lazy
    def _is_loose(self) -> bool:
        """Say whether sentences end in a loose full stop, as links and headings do elsewhere."""
        ends = self.document.boundaries.ends[self.start :][: CONTEXT_SENTENCES + _MOST_LABELS]
        loose = sum(self.document.text.startswith(LOOSE_END, end - 2) for end in ends)
        return 2 * loose >= len(ends)

    @lazy
    def first(self) -> Tokens | None:
        """Return the tokens of the lead's first sentence, ``None`` if there is no lead."""
        return next(self._sentences, None)

    @lazy
    def opening(self) -> list[Tokens]:
        """Return the tokens of the first sentences, lead and a little more, for context."""
        first = self.first
        return [] if first is None else [first, *islice(self._sentences, CONTEXT_SENTENCES - 1)]

    @lazy
    def lead(self) -> list[Tokens]:
        """Return the tokens of the lead."""
        return self.opening[:LEAD_SENTENCES]

    @property
    def is_scrap(self) -> bool:
        """Whether there is no headline and too little text to be like any other."""
        return not self.title.words and len(self.lead) < LEAD_SENTENCES

    @lazy
    def context(self) -> frozenset[str]:
        """Return the common words of title and opening, in lower case; names are left out."""
        read = (self.title, *self.opening)
        return frozenset(chain.from_iterable([tokens.common for tokens in read]))

    @lazy
    def context_sentences(self) -> list[list[str]]:
        """Return the words of the title and of each opening sentence."""
        return [tokens.words for tokens in (self.title, *self.opening)]

    @lazy
    def borrowed(self) -> tuple[int, int]:
        """Return how many words of sport and of fiction the context has."""
        return len(self.context & SPORT), len(self.context & FICTION)

    @lazy
    def is_sport(self) -> bool:
        """Say whether the context has any word of sport."""
        return not self.context.isdisjoint(SPORT) or not self.context.isdisjoint(SPORT_HINTS)

    @lazy
    def last_year(self) -> int:
        """Return the latest year that the article mentions, 0 if none."""
        return max((int(year) for year in _YEAR.findall(self.document.text)), default=0)

    def says(self, beginning: str) -> bool:
        """Say whether a word or phrase of the headline or the text begins so (lower case)."""
        return begins_word(self._everything, beginning)

    @lazy
    def _everything(self) -> str:
        return f"{self.document.title or ''}\n".lower() + self.lower

    @lazy
    def lower(self) -> str:
        """Return the whole text in lower case with every offset kept, apostrophes straight."""
        return lower_in_place(self.document.text)


def begins_word(text: str, beginning: str) -> bool:
    """Say whether some word of a text begins so."""
    at = text.find(beginning)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(beginning, at + 1)
    return at >= 0
