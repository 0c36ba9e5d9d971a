"""Stated implications: where the article itself projects, expects, warns or draws consequences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

import attrs

from summarize.document import Document, Sentence, Span, as_document
from summarize.implications.lexicon import FUNCTION_WORDS
from summarize.implications.stated_condense import Condensed, condense_around
from summarize.implications.stated_cues import Hit, check_cues, find_hits
from summarize.implications.stated_model import shipped_model
from summarize.implications.stated_references import reads_alone

# Bounds in words for a bullet that says enough and can be read at a glance (own choice).
_FEWEST, _MOST = 7, 40


# Scores below which a cue was, on reading 300 bullets of the news archives, mostly no projection:
# reported pasts ("would"), noun uses, descriptions in relative clauses.
_KIND_FLOORS = {"expectation": 0.04, "possibility": 0.08, "warning": 0.05, "consequence": 0.08}
_WORD_FLOORS = {
    **dict.fromkeys(("would", "wouldn't", "cannot", "raising"), 0.3),
    **dict.fromkeys(("threat", "threats", "threatened", "fear", "risk"), 0.2),
    **dict.fromkeys(("led", "resulted", "paved", "opened", "fears", "feared"), 0.15),
    **dict.fromkeys(("consequence", "consequences", "implication", "implications"), 0.15),
    "might": 0.12,
    "will": 0.05,
}
_ASIDE_FLOOR = 0.35
# Far down without a word in common with title and lead it is a side matter, unless the model is
# sure.
_SIDE_FLOOR, _FAR = 0.4, 20
# The model takes the first sentences for the main event, projecting or not.
_LEAD = 2
# Words in lower case: names must not change what is kept.
_CONTENT = re.compile(r"\b[a-z][^\W\d_]{3,}")
# Letters by which inflections of a word are taken for the same.
_BEGINNING = 5


@attrs.frozen
class Stated:
    """One implication that the article states itself.

    ``index`` is the sentence's; ``span`` covers what was kept of it, ``text`` is the bullet (the
    span word for word), ``score`` the probability in [0, 1] that a
    reader marks the sentence as an expectation or a consequence, ``cue`` the words that
    project, ``speaker`` who says so, if the sentence names them.
    """

    index: int
    span: Span
    text: str
    score: float
    cue: str
    speaker: Span | None


_FIRST_PERSON = frozenset(
    "i we you my our your me us i'm we're i've we've we'll i'll i'd you're".split()
)


def _outside_quotation(document: Document, sentence: Sentence) -> bool:
    """Tell whether the sentence neither starts inside a quotation nor leaves one open."""
    text, found = sentence.text, document.boundaries
    if text.count('"') % 2 or text.count("“") != text.count("”") or "''" in text:
        return False
    first = int(found.starts[found.paragraphs.searchsorted(sentence.paragraph)])
    before = document.text[first : sentence.span.start]
    return before.count('"') % 2 == 0 and before.count("“") <= before.count("”")


def _condense_sentence(
    document: Document, index: int, hits: list[tuple[int, Hit]], known: frozenset[str]
) -> Condensed | None:
    """Return the bullet of a sentence with cue words, None if it has none that reads well alone."""
    chunks, sentence = document.chunks, document.sentences[index]
    text, start = sentence.text, sentence.span.start
    words = chunks.words[chunks.firsts[index] : chunks.firsts[index + 1]]
    if len(words) < _FEWEST or text.endswith("?") or ":" in text:
        return None
    if not _FIRST_PERSON.isdisjoint(map(str.lower, words)):
        return None
    cues = check_cues(text, [(chunks.starts[at] - start, hit) for at, hit in hits])
    if not cues or not _outside_quotation(document, sentence):
        return None
    kept = condense_around(text, cues)
    if not kept or not _FEWEST <= kept.text.count(" ") + 1 <= _MOST:
        return None
    return kept if reads_alone(kept.text, known) else None


def _condense_all(document: Document) -> list[tuple[Sentence, Condensed]]:
    """Return the sentences that have a bullet, with it; a cue word must stand alone somewhere."""
    found: list[tuple[Sentence, Condensed]] = []
    ends = iter(document.chunks.firsts)
    end, index = next(ends), -1
    by_sentence: dict[int, list[tuple[int, Hit]]] = {}
    for at, hit in find_hits(document.chunks.words):
        while at >= end:
            end, index = next(ends), index + 1
        by_sentence.setdefault(index, []).append((at, hit))
    known = frozenset(re.findall(r"[\w-]+", (document.title or "").lower()))
    for index, hits in by_sentence.items():
        if any(hit.alone for _, hit in hits):
            kept = _condense_sentence(document, index, hits, known)
            if kept is not None:
                found.append((document.sentences[index], kept))
    return found


def stated_implications(article: str | Document) -> tuple[Stated, ...]:
    """Return the implications that the article states itself, in text order.

    Each is a sentence with a cue (a modal, an expectation, a warning, a consequence) that reads
    well alone: no start in a pronoun, a quotation or a fragment. Its text is cut by deletion
    alone. Cost is linear in the text; the model reads the article only if there is a candidate.
    """
    document = as_document(article)
    found = _condense_all(document)
    if not found:
        return ()
    chunks = document.chunks
    sentences = [chunks.words[first:last] for first, last in pairwise(chunks.firsts)]
    scores = shipped_model().probabilities(sentences)
    topic = _read_topics([document.title or "", *(s.text for s in document.sentences[:_LEAD])])
    return tuple(
        _state(sentence, kept, score)
        for sentence, kept in found
        if (score := float(scores[sentence.index])) >= _floor(sentence, kept, topic)
    )


def _read_topics(texts: Iterable[str]) -> frozenset[str]:
    """Return how the content words of some texts begin."""
    words = (word for text in texts for word in _CONTENT.findall(text))
    return frozenset(word[:_BEGINNING] for word in words if word not in FUNCTION_WORDS)


def _floor(sentence: Sentence, kept: Condensed, topic: frozenset[str]) -> float:
    """Return the score from which a cue of this sort was found to mean a projection."""
    if kept.aside:
        return _ASIDE_FLOOR
    if sentence.index >= _FAR and topic.isdisjoint(_read_topics([sentence.text])):
        return _SIDE_FLOOR
    floor = _WORD_FLOORS.get(kept.cue.word, _KIND_FLOORS[kept.cue.kind])
    return floor / 2 if sentence.index < _LEAD else floor


def _state(sentence: Sentence, kept: Condensed, score: float) -> Stated:
    """Return the bullet with its offsets moved from the sentence to the article."""
    at = sentence.span.start
    return Stated(
        sentence.index,
        Span(at + kept.start, at + kept.end),
        kept.text,
        score,
        sentence.text[kept.cue.start : kept.cue.end],
        Span(at + kept.speaker[0], at + kept.speaker[1]) if kept.speaker else None,
    )
