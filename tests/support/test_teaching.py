"""What teaches the support model beside the labelled sets."""

import gzip
import json
import random

import numpy as np
import pytest

from benchmarks.support.fitting import fit_weights
from benchmarks.support.passages import LONGEST, Passages, draw_length
from benchmarks.support.teaching import make_passages

FILLER = [f"The {colour} boats lay still in the bay." for colour in "red blue green grey".split()]
EVIDENCE = "Ada Brandt sold the old mill to the town of Dunmere."
HIGHLIGHT = "The old mill was sold to Dunmere."


@pytest.fixture
def passages():
    return Passages.read(" ".join([*FILLER, EVIDENCE, *FILLER]))


def test_true_passages_hold_the_evidence_and_those_away_do_not(passages):
    rng = random.Random(1)
    for _ in range(40):
        assert EVIDENCE in passages.draw_true(HIGHLIGHT, rng)
        assert EVIDENCE not in passages.draw_away(HIGHLIGHT, rng)
        assert passages.draw_false(HIGHLIGHT, rng)


def test_nothing_is_away_from_the_only_sentence():
    assert Passages.read(EVIDENCE).draw_away(HIGHLIGHT, random.Random(1)) == ""


def test_lengths_are_even_by_their_logarithm():
    rng = random.Random(2)
    lengths = [draw_length(rng) for _ in range(2000)]
    assert min(lengths) == 1
    assert max(lengths) == LONGEST
    assert 0.4 < np.mean(np.array(lengths) <= LONGEST**0.5) < 0.6


def write(path, rows):
    path.parent.mkdir(exist_ok=True)
    text = "\n".join(json.dumps(row) for row in rows)
    path.write_bytes(gzip.compress(text.encode()))


def test_passages_come_from_the_news_highlights(tmp_path):
    names = "Velmira Norwood Lisleham Ostburg".split()
    rows = [
        {
            "document": " ".join([*FILLER, f"Ada Brandt of {name} sold the old mill.", *FILLER]),
            "summary": f"The old mill was sold by Ada Brandt of {name}.",
        }
        for name in names
    ]
    write(tmp_path / "summarisation" / "cnndm_validation_1000.jsonl.gz", rows)
    triples = make_passages(tmp_path)
    assert triples == make_passages(tmp_path)
    for text, highlight, label in triples:
        name = next(name for name in names if name in highlight)
        assert (f"Ada Brandt of {name} sold" in text) == bool(label)
    assert {label for _, _, label in triples} == {0, 1}
    assert make_passages(tmp_path / "nowhere") == []


def test_what_length_explains_within_a_set_teaches_nothing_else():
    rng = np.random.default_rng(3)
    length = rng.normal(size=400)
    labels = (length + 0.3 * rng.normal(size=400) > 0).astype(float)
    features = np.stack([length + 0.1 * rng.normal(size=400), rng.normal(size=400)], axis=1)
    signs = np.array([1, 1])
    told = fit_weights([features], [labels], signs, [1.0], [length])
    untold = fit_weights([features], [labels], signs, [1.0], [np.zeros(400)])
    assert told[0] < untold[0] / 2
