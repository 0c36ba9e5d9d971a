"""Texts as the association model reads them: stems of content words, and words of form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import attrs
import numpy as np
import numpy.typing as npt
import Stemmer

_LISTED = """
a an the of in on at to for from by with as and or but that which who whom whose this these
those it its he she they we i you him her them his their our my your us me is are was were be been
being am has have had do does did will would could should may might can must shall not no so if
than then there here also very more most some any all each every other such only just own same said
"""
FUNCTION_WORDS = frozenset(_LISTED.split())
NAME, NUMBER = "NAME", "0"
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d[\d.,]*")


def words(text: str) -> list[str]:
    """Return lower-case words; numbers as ``0``, capitalised words but the first as ``NAME``."""
    found = []
    for place, word in enumerate(_WORD.findall(text)):
        if word[0].isdigit():
            found.append(NUMBER)
        elif place and word[0].isupper():
            found.append(NAME)
        else:
            found.append(word.lower().replace("’", "'"))
    return found


def content_words(found: Sequence[str]) -> list[str]:
    """Return the words that are no function words, names, numbers or single letters."""
    return [w for w in found if w not in FUNCTION_WORDS and w not in (NAME, NUMBER) and len(w) > 1]


def form_words(found: Sequence[str]) -> set[str]:
    """Return what shows the form of a text: first and last word, function words, endings."""
    form = {w for w in found if w in FUNCTION_WORDS or w in (NAME, NUMBER)}
    form |= {f"~{w[-2:]}" for w in found if w.endswith(("ed", "ng")) and w not in FUNCTION_WORDS}
    return form | {f"^{found[0]}", f"{found[-1]}$"} if found else form


@attrs.frozen(eq=False)
class Lexicon:
    """The terms that the model knows, each with its number: stems first, then form words."""

    stems: Mapping[str, int]
    forms: Mapping[str, int]

    def __len__(self) -> int:
        return len(self.stems) + len(self.forms)


def build_lexicon(stems: npt.NDArray[np.uint8], forms: npt.NDArray[np.uint8]) -> Lexicon:
    """Read the lexicon from its bytes, one word a line."""
    lists = [array.tobytes().decode().split("\n") for array in (stems, forms)]
    size = len(lists[0])
    return Lexicon(
        {word: i for i, word in enumerate(lists[0])},
        {word: i + size for i, word in enumerate(lists[1])},
    )


@attrs.frozen(eq=False)
class Bags:
    """Some texts: the numbers of each one's stems and of its form words, ascending."""

    stems: tuple[list[int], ...]
    forms: tuple[list[int], ...]

    def __len__(self) -> int:
        return len(self.stems)

    def parts(self) -> tuple[list[int], ...]:
        """Return the stems of each text, then the form words of each."""
        return self.stems + self.forms

    def sizes(self) -> npt.NDArray[np.float64]:
        """Return how many terms each part has, 1 for none, so that it can divide."""
        return np.array([len(part) or 1 for part in self.parts()], dtype=np.float64)

    def swapped(self) -> Bags:
        """Return the texts in reverse order."""
        return Bags(self.stems[::-1], self.forms[::-1])

    def take(self, rows: npt.NDArray[np.int64]) -> Bags:
        """Return the given texts."""
        return Bags(tuple(self.stems[i] for i in rows), tuple(self.forms[i] for i in rows))


def read_bags(lexicon: Lexicon, texts: Sequence[str]) -> Bags:
    """Return the bags of ``texts``; a repeated text is read once."""
    stemmer = Stemmer.Stemmer("english")
    read = {}
    for text in dict.fromkeys(texts):
        found = words(text)
        stems = stemmer.stemWords(content_words(found))
        read[text] = (_known(set(stems), lexicon.stems), _known(form_words(found), lexicon.forms))
    return Bags(tuple(read[text][0] for text in texts), tuple(read[text][1] for text in texts))


def _known(terms: set[str], numbers: Mapping[str, int]) -> list[int]:
    return sorted(numbers[term] for term in terms if term in numbers)
