"""The same bits in every process, for any hash seed, number of threads and history."""

from __future__ import annotations

import pytest

from tests.processes import run_code

SCRIPT = """
import hashlib, random
from summarize.features import read_features
from summarize.scoring import SCORERS, Background, score_features

def generate(seed, sentences):
    draw = random.Random(seed)
    words = [a + b + c for a in "bcdfg" for b in ("an", "el", "ir") for c in ("to", "ma", "su")]
    weights = [1 / (1 + i) for i in range(len(words))]
    rows = (draw.choices(words, weights, k=draw.randint(3, 20)) for _ in range(sentences))
    return " ".join(" ".join(row).capitalize() + "." for row in rows)

texts = [generate(seed, size) for seed, size in enumerate((3, 30, 90, 150, 700, 0, 12))]
if {reverse}:
    read_features(["unseen words come before the others", *reversed(texts)])
features = read_features(texts, titles=["banto belma"] * len(texts))
options = {{
    "relevance": {{"query": "belma canto"}},
    "sumy_edmundson": {{"bonus_words": ["banto"], "stigma_words": [], "null_words": ["belma"]}},
}}
digest = hashlib.sha256()
for name in SCORERS:
    if name in ("sumy_kl", "sumy_sumbasic"):
        continue  # as many rounds as sentences
    digest.update(score_features(features, name, **options.get(name, {{}})).tobytes())
for extra in ({{"threshold": 0.2}}, {{"query": "canto"}}, {{"idf": Background.default()}}):
    digest.update(score_features(features, "lexrank", **extra).tobytes())
digest.update(score_features(features, "pacsum", beta=0.2).tobytes())
print(digest.hexdigest())
"""


def run(*, seed: str, threads: str, reverse: bool) -> str:
    settings = dict.fromkeys(
        ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), threads
    )
    return run_code(SCRIPT.format(reverse=reverse), seed=seed, **settings)


@pytest.mark.slow
def test_scores_are_the_same_everywhere() -> None:
    expected = run(seed="0", threads="1", reverse=False)
    assert run(seed="1", threads="2", reverse=False) == expected
    assert run(seed="2", threads="4", reverse=True) == expected
