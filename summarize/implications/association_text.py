"""Bags of words for the association model: stems of content words, function words, word vectors."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
import Stemmer

Floats = npt.NDArray[np.float64]

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
    """Stems and form words that the model knows, each with its column."""

    stems: Mapping[str, int]
    forms: Mapping[str, int]


def build_lexicon(stems: npt.NDArray[np.uint8], forms: npt.NDArray[np.uint8]) -> Lexicon:
    """Read the lexicon from its bytes, one word a line."""
    lists = (array.tobytes().decode().split("\n") for array in (stems, forms))
    return Lexicon(*({word: i for i, word in enumerate(lines)} for lines in lists))


@attrs.frozen(eq=False)
class Bags:
    """Some texts, one row each: stems (0 or 1), the same and the form at unit length, vectors."""

    words: Any
    content: Any
    form: Any
    vectors: Floats

    def swapped(self) -> Bags:
        """Return the rows in reverse order."""
        return self.take(np.arange(self.words.shape[0])[::-1])

    def take(self, rows: npt.NDArray[np.int64]) -> Bags:
        """Return the given rows."""
        return Bags(self.words[rows], self.content[rows], self.form[rows], self.vectors[rows])


def _bag(lists: Sequence[set[str]], columns: Mapping[str, int]) -> Any:
    indices = [sorted(columns[w] for w in words if w in columns) for words in lists]
    indptr = np.cumsum([0, *map(len, indices)])
    flat = np.array([c for row in indices for c in row], dtype=np.int32)
    return sp.csr_matrix((np.ones(len(flat)), flat, indptr), shape=(len(lists), len(columns)))


def _unit(bag: Any) -> Any:
    sizes = np.asarray(bag.sum(axis=1)).ravel()
    return (sp.diags(1 / np.sqrt(np.maximum(sizes, 1))) @ bag).tocsr()


def read_bags(lexicon: Lexicon, texts: Sequence[str], vectors: Floats) -> Bags:
    """Return the bags of ``texts``; ``vectors`` holds one row per stem."""
    stemmer = Stemmer.Stemmer("english")
    lists = [words(text) for text in texts]
    known = _bag([set(stemmer.stemWords(content_words(found))) for found in lists], lexicon.stems)
    form = _bag([form_words(found) for found in lists], lexicon.forms)
    summed = known @ vectors
    lengths = np.linalg.norm(summed, axis=1, keepdims=True) + 1e-9
    return Bags(known, _unit(known), _unit(form), summed / lengths)
