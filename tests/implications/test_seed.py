"""The seed article with its bullets taken away (a regression example, not a measure)."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarize import Document
from summarize.implications import imply, verify
from summarize.io.seed import load_seed

SEED = Path(__file__).parents[2] / "seeds" / "aleppo.txt"
THEMES = (
    "balance of power",
    "regional stability",
    "escalation",
    "military strateg",
    "humanitarian",
)


@pytest.fixture(scope="module")
def article():
    seed = load_seed(SEED)
    return Document.from_text(seed.article, title=seed.title)


def test_five_bullets_that_meet_the_themes(article):
    texts = [bullet.text for bullet in imply(article)]
    assert len(texts) >= 5
    assert sum(any(theme in text for text in texts) for theme in THEMES) >= 4


def test_no_bullet_says_what_the_article_does_not(article):
    for bullet in imply(article):
        for absent in ("Turk", "displace", "flee", "refugee", "Iranian", "official", "senior"):
            assert absent not in bullet.text
        names = [word for word in bullet.text.split()[1:] if word[0].isupper()]
        assert all(name.strip(".,'s") in article.text for name in names)


def test_its_proofs_replay(article):
    assert all(verify(bullet, article) for bullet in imply(article))


def test_without_the_event_there_is_no_bullet(article):
    for bullet in imply(article):
        text = article.text
        for evidence in sorted(bullet.premises, key=lambda e: -e.span.start):
            text = text[: evidence.span.start] + text[evidence.span.end :]
        left = imply(Document.from_text(text, title=article.title))
        assert bullet.text not in [other.text for other in left]
