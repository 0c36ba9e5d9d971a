"""Texts to measure on: news from the shared data if it is there, and generated news always."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from functools import cache
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
#: Words in the invented language, and how their frequency falls with rank (Zipf-Mandelbrot;
#: exponent and shift fitted by eye to 2,000 news articles: 200 words make half of all tokens).
_VOCABULARY, _EXPONENT, _SHIFT = 60_000, 1.05, 2.7
#: Mean and deviation of the logarithm of a news sentence's number of words (median 20).
_SENTENCE_MU, _SENTENCE_SIGMA = 2.98, 0.45
#: Words of a document's own subject, and their share of its tokens: what makes sentences
#: resemble each other as they do in news (mean TF-IDF cosine about 0.05).
_SUBJECT_WORDS, _SUBJECT_SHARE = 60, 0.3
_FUNCTION_WORDS = (
    "the of to and a in that is for on with was it as at by he be from his are have said has "
    "but an they will not who their this which or we had more been one were its would about "
    "after there all her also when if out up can than she first into two over some other no "
    "new could last what them him only now then most before between because so such through "
    "any against do very where during how while under own both each being since our me those"
).split()
_ONSETS = "b c d f g h j k l m n p r s t v w br cl dr fl gr pl pr sh st th tr".split()
_NUCLEI = "a e i o u a e i o ai ea io ou".split()
_CODAS = ["", "", "", "n", "r", "s", "t", "l", "nd", "st", "ck", "m"]


@cache
def _words() -> tuple[list[str], np.ndarray]:
    """Return the invented vocabulary in order of frequency, and cumulative probabilities."""
    rng = np.random.default_rng(1)
    words = dict.fromkeys(_FUNCTION_WORDS)
    while len(words) < _VOCABULARY:
        # Rarer words are longer: two syllables at the top, up to five at the bottom.
        syllables = rng.integers(1, 3 + min(2, len(words) // 10_000) + 1)
        parts = [
            _ONSETS[rng.integers(len(_ONSETS))]
            + _NUCLEI[rng.integers(len(_NUCLEI))]
            + _CODAS[rng.integers(len(_CODAS))]
            for _ in range(syllables)
        ]
        words["".join(parts)] = None
    weights = 1 / (np.arange(_VOCABULARY) + _SHIFT) ** _EXPONENT
    return list(words), np.cumsum(weights / weights.sum())


def generate(sentences: int, seed: int) -> str:
    """Return one article of so many sentences, the same for the same seed everywhere."""
    rng = np.random.default_rng((sentences, seed))
    words, cumulative = _words()
    lengths = rng.lognormal(_SENTENCE_MU, _SENTENCE_SIGMA, sentences).astype(int) + 3
    total = int(lengths.sum())
    ranks = np.searchsorted(cumulative, rng.random(total))
    # A longer text has more subjects, so that its sentences don't grow ever more alike.
    subjects = rng.integers(100, _VOCABULARY // 4, (max(1, sentences // 40), _SUBJECT_WORDS))
    owner = np.repeat(np.arange(sentences) * len(subjects) // sentences, lengths)
    own = subjects[owner, (rng.random(total) ** 2 * _SUBJECT_WORDS).astype(int)]
    ranks = np.where(rng.random(total) < _SUBJECT_SHARE, own, ranks)
    ends = np.cumsum(lengths)
    breaks = rng.random(sentences)
    parts = []
    for end, length, gap in zip(ends.tolist(), lengths.tolist(), breaks.tolist(), strict=True):
        tokens = [words[rank] for rank in ranks[end - length : end].tolist()]
        parts += [_write_sentence(tokens, end), "\n\n" if gap < 0.4 else " "]
    return "".join(parts[:-1])


def _write_sentence(tokens: list[str], salt: int) -> str:
    """Add what real sentences have: capitals, names, numbers, titles, commas, quotation."""
    tokens[0] = tokens[0].capitalize()
    if len(tokens) > 8:
        tokens[5] = tokens[5].capitalize()
        tokens[3] += ","
        if salt % 4 == 0:
            tokens[6] = f"{salt % 1000},{salt % 900 + 100}"
        if salt % 9 == 0:
            tokens[4] = "Mr."
        if salt % 7 == 0:
            tokens[1] = f'"{tokens[1]}'
            tokens[-1] += '"'
    return " ".join(tokens) + "."


def generated_news(count: int) -> list[str]:
    """Return articles of a news site's size: 20 sentences or so, 2.7 KB."""
    sizes = np.random.default_rng(7).lognormal(3.0, 0.4, count).astype(int) + 3
    return [generate(int(size), seed) for seed, size in enumerate(sizes)]


def real_news(count: int) -> list[str]:
    """Return BBC articles from the shared data, in an order mixed once, or nothing."""
    folder = Path(os.environ.get("SUMMARIZE_DATA", ROOT.parent / "shared" / "data"))
    path = folder / "archive" / "bbc_2004.jsonl.gz"
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["document"] for line in lines]
    return [texts[i] for i in np.random.default_rng(0).permutation(len(texts))[:count]]


def fingerprint(texts: list[str]) -> dict[str, float | str]:
    """Return what identifies a corpus."""
    digest = hashlib.sha256("\0".join(texts).encode()).hexdigest()
    return {"texts": len(texts), "mean_characters": sum(map(len, texts)) / len(texts),
            "sha256": digest}  # fmt: skip
