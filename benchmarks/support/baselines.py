"""What a user would try first: TF-IDF cosine, BM25, ROUGE precision, name overlap.

All work on Snowball stems of words and numbers. Inverse document frequencies are
those of the article's own sentences. Each baseline gives one figure a pair,
higher for better support.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import attrs
import numpy as np
import Stemmer

from summarize.document import Document, as_document

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’][^\W\d_]+)?")
STOP_WORDS = frozenset(
    """a an the this that these those and or but nor so if then than as at by for from in into of
    off on onto out over to up with without about after again all also am is are was were be been
    being have has had having do does did will would shall should can could may might must it its
    he him his she her they them their we us our you your i me my who whom whose which what where
    when why how there here just only very too more most some any each both such own same other
    while during before between through under not no""".split()
)
_STEMMER = Stemmer.Stemmer("english")


def tokenize(text: str) -> list[str]:
    """Stems of words, digits as they are, function words kept."""
    return _STEMMER.stemWords(
        [t.lower().replace("’", "'").removesuffix("'s") for t in _TOKEN.findall(text)]
    )


@attrs.frozen(eq=False)
class Index:
    """An article counted once for all baselines."""

    tokens: list[str]
    sentences: list[Counter[str]]
    lengths: np.ndarray
    frequencies: Counter[str]
    surface: frozenset[str]


def index_article(article: str | Document) -> Index:
    """Count the terms of an article's sentences."""
    document = as_document(article)
    tokens = [tokenize(sentence.text) for sentence in document.sentences]
    content = [Counter(t for t in sentence if t not in STOP_WORDS) for sentence in tokens]
    return Index(
        [t for sentence in tokens for t in sentence],
        content,
        np.array([max(1, sum(c.values())) for c in content], float),
        Counter(term for counts in content for term in counts),
        frozenset(t.lower().removesuffix("'s") for t in _TOKEN.findall(document.text)),
    )


def bm25(index: Index, statement: str, *, k1: float = 1.2, b: float = 0.75) -> np.ndarray:
    """Okapi BM25 of every sentence, with the article's own sentence frequencies."""
    scores = np.zeros(len(index.sentences))
    average = index.lengths.mean() if len(scores) else 1.0
    norm = k1 * (1 - b + b * index.lengths / average)
    n = len(scores)
    for term in dict.fromkeys(t for t in tokenize(statement) if t not in STOP_WORDS):
        df = index.frequencies[term]
        if df:
            counts = np.array([c[term] for c in index.sentences], float)
            scores += (
                math.log(1 + (n - df + 0.5) / (df + 0.5)) * counts * (k1 + 1) / (counts + norm)
            )
    return scores


def bm25_share(index: Index, statement: str) -> float:
    """Best sentence's BM25 as a share of what the statement's terms could reach at most."""
    n = len(index.sentences)
    terms = {t for t in tokenize(statement) if t not in STOP_WORDS}
    most = 2.2 * sum(
        math.log(1 + (n - index.frequencies[t] + 0.5) / (index.frequencies[t] + 0.5)) for t in terms
    )
    return float(bm25(index, statement).max(initial=0.0) / most) if most else 0.0


def tfidf(index: Index, statement: str) -> np.ndarray:
    """TF-IDF cosine of the statement with every sentence."""
    n = len(index.sentences)
    idf = {t: math.log((1 + n) / (1 + df)) + 1 for t, df in index.frequencies.items()}
    unseen = math.log(1 + n) + 1
    query = Counter(t for t in tokenize(statement) if t not in STOP_WORDS)
    weights = {t: c * idf.get(t, unseen) for t, c in query.items()}
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    scores = np.zeros(n)
    for i, counts in enumerate(index.sentences):
        dot = sum(w * counts[t] * idf[t] for t, w in weights.items() if t in counts)
        if dot:
            scores[i] = dot / length / math.sqrt(sum((c * idf[t]) ** 2 for t, c in counts.items()))
    return scores


def tfidf_cosine(index: Index, statement: str) -> float:
    """Best sentence's TF-IDF cosine."""
    return float(tfidf(index, statement).max(initial=0.0))


def rouge_precision(index: Index, statement: str, n: int) -> float:
    """ROUGE-N precision of the statement against the whole article (clipped counts)."""
    claim = tokenize(statement)
    wanted = Counter(zip(*(claim[i:] for i in range(n)), strict=False))
    there = Counter(zip(*(index.tokens[i:] for i in range(n)), strict=False))
    total = sum(wanted.values())
    return sum(min(c, there[g]) for g, c in wanted.items()) / total if total else 0.0


def lcs_length(first: Sequence[str], second: Sequence[str]) -> int:
    """Longest common subsequence, bit-parallel (Hyyrö 2004): cost len(second) big-int steps."""
    masks: dict[str, int] = {}
    for i, token in enumerate(first):
        masks[token] = masks.get(token, 0) | 1 << i
    full = (1 << len(first)) - 1
    state = full
    for token in second:
        match = state & masks.get(token, 0)
        if match:
            state = ((state + match) | (state - match)) & full
    return len(first) - state.bit_count()


def rouge_l_precision(index: Index, statement: str) -> float:
    """ROUGE-L precision of the statement against the whole article."""
    claim = tokenize(statement)
    return lcs_length(claim, index.tokens) / len(claim) if claim else 0.0


def name_overlap(index: Index, statement: str) -> float:
    """Share of the statement's capitalised words and numbers that the article has."""
    words = _TOKEN.findall(statement)
    names = [w for i, w in enumerate(words) if w[0].isdigit() or (i and w[0].isupper())]
    if not names:
        return 1.0
    return sum(w.lower().removesuffix("'s") in index.surface for w in names) / len(names)


BASELINES = {
    "tfidf_cosine": tfidf_cosine,
    "bm25": bm25_share,
    "rouge1_precision": lambda index, statement: rouge_precision(index, statement, 1),
    "rouge2_precision": lambda index, statement: rouge_precision(index, statement, 2),
    "rougeL_precision": rouge_l_precision,
    "name_overlap": name_overlap,
}
"""Each takes an index and a statement and gives one figure."""
