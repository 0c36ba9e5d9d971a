"""Text as given, with its paragraphs and sentences as spans."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import cached_property
from itertools import repeat
from typing import Any, TypeVar

import attrs

from summarize.errors import InvalidTypeError, InvalidValueError, shorten
from summarize.text.characters import read_characters
from summarize.text.chunks import Chunks, read_chunks
from summarize.text.segmentation import Boundaries, find_boundaries

Value = TypeVar("Value", bound=attrs.AttrsInstance)


@attrs.frozen(order=True, init=False)
class Span:
    """Half-open range ``[start, end)`` of code points in a text.

    Raises :class:`InvalidValueError` unless ``0 <= start <= end``.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # By hand: there are many spans, and attrs takes half as long again with a validator.
        if not 0 <= start <= end:
            raise InvalidValueError(f"a span needs 0 <= start <= end, got {start=}, {end=}")
        _set_start(self, start)
        _set_end(self, end)

    def slice(self, text: str) -> str:
        """Return the part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


# What a frozen class leaves of assignment.
_set_start, _set_end = (Span.__dict__[name].__set__ for name in ("start", "end"))


@attrs.frozen
class Sentence:
    """One sentence: its index in the document, its place, its paragraph's index, its text."""

    index: int
    span: Span
    paragraph: int
    text: str


@attrs.frozen(slots=False)
class Document:
    """An article: the text exactly as given, and where its sentences are.

    Sentence spans are ordered and disjoint; only white space lies between them.
    Build one with :meth:`from_text`.
    """

    text: str
    title: str | None
    language: str
    boundaries: Boundaries = attrs.field(repr=False, eq=False)

    @classmethod
    def from_text(cls, text: str, *, title: str | None = None, language: str = "en") -> Document:
        """Find the paragraphs and sentences of ``text``.

        ``title`` is the headline, if it is known apart from the text. Cost is
        linear in the text's length. Raises :class:`InvalidTypeError` if ``text``
        is not a ``str``. Empty or blank text gives a document without sentences.
        """
        if not isinstance(text, str):
            raise InvalidTypeError(
                f"text must be a str, got {type(text).__name__} {shorten(text)}; "
                "decode bytes first, for example data.decode('utf-8')"
            )
        found = find_boundaries(read_characters(text))
        return cls(text, title, language, found)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in text order."""
        found = self.boundaries
        starts, ends = found.starts.tolist(), found.ends.tolist()
        return tuple(
            build_values(
                Sentence,
                list(range(len(starts))),
                build_values(Span, starts, ends),
                found.paragraphs.tolist(),
                map(self.text.__getitem__, map(slice, starts, ends)),
            )
        )

    @cached_property
    def chunks(self) -> Chunks:
        """What stands between white space, sentence by sentence."""
        return read_chunks(self.text, self.boundaries)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The span of every paragraph that holds a sentence, in text order."""
        bounds: dict[int, Span] = {}
        for sentence in self.sentences:
            first = bounds.get(sentence.paragraph, sentence.span)
            bounds[sentence.paragraph] = Span(first.start, sentence.span.end)
        return tuple(bounds.values())


def as_document(text: str | Document, *, language: str = "en") -> Document:
    """Return ``text`` as a :class:`Document`; a document passes through unchanged."""
    return text if isinstance(text, Document) else Document.from_text(text, language=language)


def build_values(kind: type[Value], first: list[Any], *others: Iterable[Any]) -> list[Value]:
    """Build values from columns, one a field, without a call of Python code for each.

    The fields are set as the class's own ``__init__`` sets them, without its checks,
    which these columns must pass by the way they are made.
    """
    values = list(map(object.__new__, repeat(kind, len(first))))
    for field, column in zip(attrs.fields(kind), (first, *others), strict=True):
        deque(map(getattr(kind, field.name).__set__, values, column), maxlen=0)
    return values
