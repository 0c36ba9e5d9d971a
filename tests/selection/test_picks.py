"""Picks are built from columns in bulk: they must be what their constructors make."""

from __future__ import annotations

import attrs
from hypothesis import given
from hypothesis import strategies as st

from summarize import Pick, Reason, Span, Summary, summarize

WORDS = "harbour crane ferry storm café the of £5 1,300 Mr. 北京".split()
TEXT = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(lambda w: f"{' '.join(w)}."),
    max_size=8,
).map("\n\n".join)


@given(TEXT, st.floats(0, 1))
def test_picks_equal_those_their_constructors_make(text: str, diversity: float) -> None:
    summary = summarize(text, method="lexrank", sentences=4, diversity=diversity)
    again = tuple(
        Pick(
            pick.index,
            Span(pick.span.start, pick.span.end),
            pick.text,
            pick.score,
            tuple(
                Reason(reason.term, Span(reason.span.start, reason.span.end), reason.weight)
                for reason in pick.reasons
            ),
        )
        for pick in summary.sentences
    )
    assert Summary(again, "lexrank") == summary
    assert hash(again) == hash(summary.sentences)
    for pick in summary.sentences:
        attrs.validate(pick.span)
        assert type(pick.index) is int
        assert type(pick.score) is float
        assert pick.span.slice(text) == pick.text
        for reason in pick.reasons:
            attrs.validate(reason.span)
            assert reason.span.slice(text) == reason.term
            assert type(reason.weight) is float
