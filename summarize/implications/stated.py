"""Stated implications: where the article itself projects, expects, warns or draws consequences."""

from __future__ import annotations

import re
from itertools import pairwise

import attrs

from summarize.document import Document, Sentence, Span, as_document
from summarize.implications.stated_condense import Condensed, condense_around
from summarize.implications.stated_cues import (
    check_cues,
    find_places,
    find_sentences,
    lower_in_place,
)
from summarize.implications.stated_features import Floats
from summarize.implications.stated_model import shipped_model
from summarize.implications.stated_names import has_bare_noun, has_unknown_acronym, names_stranger
from summarize.implications.stated_projection import (
    announces,
    has_lost_speaker,
    is_no_sentence,
    projects_nothing,
)
from summarize.implications.stated_quality import (
    bullet_words,
    log_odds,
    measure_text,
    read_context,
    shipped_quality,
)
from summarize.implications.stated_references import opens_with_standfirst, reads_alone

# Bounds in words for a bullet that says enough and can be read at a glance (own choice).
_FEWEST, _MOST = 7, 40


#: Least probability of a bullet: by folds of judged bullets, of those above it 87 in 100 are sound
#: and 91 read well (see ``train_quality``); strict readers of whole articles gave 90 and 84.
LOWEST = 0.75


@attrs.frozen
class Stated:
    """One implication that the article states itself.

    ``index`` is the sentence's; ``span`` covers what was kept of it, ``text`` is the bullet (the
    span word for word), ``score`` the probability in (0, 1) that a reader takes it for a sound
    projection that reads well alone, ``cue`` the words that project, ``speaker`` who says so, if
    the sentence names them.
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


def _outside_quotation(document: Document, index: int, text: str) -> bool:
    """Tell whether a sentence neither starts inside a quotation nor leaves one open."""
    found = document.boundaries
    if text.count('"') % 2 or text.count("“") != text.count("”") or "''" in text:
        return False
    first = int(found.starts[found.paragraphs.searchsorted(found.paragraphs[index])])
    before = document.text[first : int(found.starts[index])]
    return before.count('"') % 2 == 0 and before.count("“") <= before.count("”")


def _first_sentence(document: Document) -> str:
    bounds = document.boundaries
    return document.text[: int(bounds.ends[0])]


def _condense_sentence(
    document: Document, index: int, start: int, end: int, known: frozenset[str], lowered: str
) -> Condensed | None:
    """Return the bullet of a sentence with cue words, None if it has none that reads well alone.

    ``known`` are the headline's words and ``lowered`` is the text, both in lower case.
    """
    chunks, text = document.chunks, document.text[start:end]
    first, last = chunks.firsts[index : index + 2]
    if last - first < _FEWEST or text.endswith("?") or ":" in text:
        return None
    if not _FIRST_PERSON.isdisjoint(map(str.lower, chunks.words[first:last])):
        return None
    if not _outside_quotation(document, index, text):
        return None
    cues = check_cues(text, find_places(chunks, first, last), start)
    if not cues:
        return None
    kept = condense_around(text, cues)
    if not kept or not _FEWEST <= kept.text.count(" ") + 1 <= _MOST:
        return None
    if projects_nothing(kept.text) or is_no_sentence(kept.text):
        return None
    if kept.start and has_lost_speaker(kept.text):
        return None
    if index == 0 and (opens_with_standfirst(kept.text) or announces(kept.text)):
        return None
    return kept if _is_clear(document, start, kept.text, known, lowered) else None


def _is_clear(
    document: Document, start: int, bullet: str, known: frozenset[str], lowered: str
) -> bool:
    """Tell whether a reader of the headline alone knows what a bullet speaks of."""
    if not reads_alone(bullet, known):
        return False
    before, title = document.text[:start], document.title or ""
    return not (
        names_stranger(bullet, before, known)
        or has_bare_noun(bullet, lowered[:start], title or _first_sentence(document))
        or has_unknown_acronym(bullet, before, title)
    )


def _condense_all(document: Document) -> list[tuple[Sentence, Condensed]]:
    """Return the sentences that have a bullet, with it; a cue word must stand alone somewhere."""
    found: list[tuple[Sentence, Condensed]] = []
    places = find_sentences(document.chunks)
    if not places:
        return found
    known = frozenset(re.findall(r"[\w-]+", (document.title or "").lower()))
    bounds, text = document.boundaries, document.text
    lowered = lower_in_place(text)  # once: as often as there are cues it would cost their square
    for index in places:
        start, end = int(bounds.starts[index]), int(bounds.ends[index])
        kept = _condense_sentence(document, index, start, end, known, lowered)
        if kept is not None:
            span, paragraph = Span(start, end), int(bounds.paragraphs[index])
            found.append((Sentence(index, span, paragraph, text[start:end]), kept))
    return found


def find_candidates(document: Document) -> list[tuple[Sentence, Condensed, float]]:
    """Return the sentences that have a bullet, with the probability that they project.

    The model reads the article only if there is one.
    """
    found = _condense_all(document)
    if not found:
        return []
    scores = _read_projections(document)
    return [(sentence, kept, float(scores[sentence.index])) for sentence, kept in found]


def _read_projections(document: Document) -> Floats:
    """Return the probability that each sentence projects."""
    chunks = document.chunks
    sentences = [chunks.words[first:last] for first, last in pairwise(chunks.firsts)]
    return shipped_model().probabilities(sentences)


def stated_implications(article: str | Document) -> tuple[Stated, ...]:
    """Return the implications that the article states itself, in text order.

    Each is a sentence with a cue (a modal, an expectation, a warning, a consequence) that reads
    well alone: no start in a pronoun, a quotation or a fragment. Its text is cut by deletion
    alone. Cost is linear in the text.
    """
    document = as_document(article)
    found = _condense_all(document)
    if not found:
        return ()
    context, quality = read_context(document), shipped_quality()
    able = []
    for sentence, kept in found:
        measures, words = measure_text(context, sentence, kept), bullet_words(kept)
        if quality.bound(measures, words) >= LOWEST:
            able.append((sentence, kept, measures, words))
    if not able:  # the model, the dearest part, could change nothing
        return ()
    scores, stated = _read_projections(document), []
    for sentence, kept, measures, words in able:
        measures["log odds"] = log_odds(float(scores[sentence.index]))
        stated.append(_state(sentence, kept, quality.probability(measures, words)))
    return tuple([one for one in stated if one.score >= LOWEST])


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
