"""Paragraph and sentence boundaries, found on arrays for a whole batch at once.

Only the gaps of white space between chunks of other characters can be
boundaries (full-width stops aside). Blank lines and unwrapped line breaks
always are; behind ``!`` and ``?`` a gap is one unless a lower-case letter
follows; behind a full stop Punkt's learnt decision applies, and only chunks
that can be abbreviations, initials or numbers need to ask for it.
"""

from __future__ import annotations

import attrs
import numpy as np
from numpy.typing import NDArray

from summarize.text.characters import CLOSER, FULLWIDTH_STOP, SPACE, STOP, Characters
from summarize.text.lines import line_boundaries
from summarize.text.punkt import OPENERS, ends_sentence, suspicious_words

Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

#: Quotes and brackets looked through between a stop and its white space ('.")' and the like).
_CLOSERS_MAX = 4
_LONE_CLOSERS = frozenset('" ” ’ ) ] »'.split())


@attrs.frozen(eq=False)
class Boundaries:
    """Sentences as columns, each of shape (n_sentences,), int64.

    ``starts`` and ``ends`` are offsets into the characters; ``paragraphs`` counts
    up from 0 without gaps. ``chunks`` keeps where the runs between white space start
    if they are known and no sentence begins inside one.
    """

    starts: Integers
    ends: Integers
    paragraphs: Integers
    chunks: Integers | None = None


def find_boundaries(characters: Characters) -> Boundaries:
    """Segment a text. Cost is linear, tens of megabytes a second."""
    starts, ends = _find_chunks(characters)
    if not len(starts):
        return Boundaries(starts, ends, starts, starts)
    hard = line_boundaries(characters, starts, ends)
    boundary = hard.copy()
    boundary[_find_stops(characters, starts, ends, hard)] = True
    cuts = boundary.nonzero()[0]
    found = Boundaries(
        np.concatenate((starts[:1], starts[cuts + 1])),
        np.concatenate((ends[cuts], ends[-1:])),
        np.concatenate((_FIRST, hard[cuts].cumsum())),
        starts,
    )
    return _split_fullwidth(characters, found)


_FIRST = np.zeros(1, np.int64)


def _find_chunks(characters: Characters) -> tuple[Integers, Integers]:
    """Return start and end of every run of characters that are not white space."""
    space = np.ones(len(characters.classes) + 2, bool)
    np.not_equal(characters.classes & SPACE, 0, out=space[1:-1])
    edges = (space[1:] != space[:-1]).nonzero()[0]
    return edges[0::2], edges[1::2]


def _find_stops(characters: Characters, starts: Integers, ends: Integers, hard: Flags) -> list[int]:
    """Return the gaps that are boundaries because a sentence's stop stands before them."""
    text, classes = characters.text, characters.classes
    last = ends[:-1] - 1
    gaps = ((classes[last] & (STOP | CLOSER) != 0) & ~hard).nonzero()[0]
    at, first = last[gaps], starts[gaps]
    for _ in range(_CLOSERS_MAX):
        closed = classes[at] & CLOSER != 0
        if not len(closed.nonzero()[0]):
            break
        at = at - (closed & (at > first))
    stopped = classes[at] & STOP != 0
    gaps, at = gaps[stopped], at[stopped]
    kept: list[int] = []
    suspicious = suspicious_words()
    columns = (gaps, at, starts[gaps], starts[gaps + 1], ends[gaps + 1])
    for gap, stop, start, follow, follow_end in zip(*[c.tolist() for c in columns], strict=True):
        word = text[start:stop]
        plain = text[stop] == "." and len(word) > 1 and word.isalpha()
        if not plain or word.lower() in suspicious:
            line_start = gap == 0 or bool(hard[gap - 1])
            after = text[follow:follow_end]
            if not _is_boundary(word, text[stop], after, line_start=line_start):
                continue
        # A closing quote set off by a space still belongs to the sentence before it.
        lone = follow_end - follow == 1 and text[follow] in _LONE_CLOSERS
        kept.append(gap + lone)
    return [gap for gap in kept if gap < len(hard)]


def _is_boundary(before: str, stop: str, after: str, *, line_start: bool) -> bool:
    """Decide about a stop behind ``before``, its chunk's beginning, and before ``after``."""
    if stop not in ".…":
        return not after.lstrip(OPENERS)[:1].islower()
    if before.rstrip(".…").endswith(("[", "(")):
        return False  # "[...]" marks words left out; Punkt goes on there too
    ellipsis = stop == "…" or before.endswith(".")
    return ends_sentence(before.rstrip(".…"), after, ellipsis=ellipsis, line_start=line_start)


def _split_fullwidth(characters: Characters, found: Boundaries) -> Boundaries:
    """Cut sentences behind full-width stops, which no white space follows."""
    classes, text = characters.classes, characters.text
    if not len(characters.wide_at):
        return found
    stops = np.flatnonzero((classes & FULLWIDTH_STOP) == FULLWIDTH_STOP)
    if not len(stops):
        return found
    starts, ends, paragraphs = found.starts.tolist(), found.ends.tolist(), found.paragraphs.tolist()
    owners = np.searchsorted(found.starts, stops, side="right") - 1
    cuts: dict[int, list[int]] = {}
    for owner, stop in zip(owners.tolist(), stops.tolist(), strict=True):
        end = stop + 1
        while end < ends[owner] and classes[end] & (CLOSER | STOP):
            end += 1
        if end < ends[owner]:
            cuts.setdefault(owner, []).append(end)
    rows: list[tuple[int, int, int]] = []
    for index, (start, end, paragraph) in enumerate(zip(starts, ends, paragraphs, strict=True)):
        for cut in dict.fromkeys(cuts.get(index, ())):
            rows.append((start, cut, paragraph))
            start = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
        rows.append((start, end, paragraph))
    columns = np.array(rows, np.int64).T
    return Boundaries(columns[0], columns[1], columns[2])
