"""Compare the ``sumy_*`` methods with sumy: ``python -m benchmarks.quality.agreement``.

Real news, cut by this library, with sumy's English stop words and Snowball stemmer; words
are runs of word characters. Exits with 1 if a method agrees on a smaller share of the
documents than its floor.
"""

from __future__ import annotations

import json
import sys
import warnings

import numpy as np
from nltk.stem.snowball import EnglishStemmer
from sumy.nlp.stemmers import null_stemmer
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

from benchmarks.quality.data import ARCHIVE, hash_files, read_rows
from summarize.features import read_features
from summarize.integrations.sumy import WordTokenizer, build_document, read_document
from summarize.scoring import SCORERS

DOCUMENTS = 320
#: KL's rounds may take sentences that are worth the same in another order.
FLOORS = {"sumy_kl": 0.98}
SUMY = {
    "sumy_lexrank": LexRankSummarizer,
    "sumy_textrank": TextRankSummarizer,
    "sumy_reduction": ReductionSummarizer,
    "sumy_luhn": LuhnSummarizer,
    "sumy_lsa": LsaSummarizer,
    "sumy_sumbasic": SumBasicSummarizer,
    "sumy_kl": KLSummarizer,
    "sumy_edmundson": EdmundsonSummarizer,
}
#: These count a stop word that shares its stem with so many content words.
SHARING = {"sumy_luhn": 2, "sumy_lsa": 1}
BONUS, STIGMA, NULL = ("new", "said", "first"), ("could", "may"), ("the", "of", "in")


class LowerCase(WordTokenizer):
    """sumy's KL keeps stop words in upper case; this keeps the comparison to the method."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return super().to_words(text.lower())


def rate(summarizer: object, document: object) -> np.ndarray:
    """Return sumy's ratings in document order."""
    ratings = np.zeros(len(document.sentences))

    def record(infos: list) -> list:
        for info in infos:
            ratings[info.order] = info.rating
        return infos

    summarizer(document, record)
    return ratings


def compare(name: str, documents: list, stem: object, stop_words: frozenset[str]) -> list[bool]:
    """Return for every document whether all its scores agree."""
    stem = null_stemmer if name == "sumy_kl" else stem  # sumy's KL does not stem
    summarizer, options = SUMY[name](stem), {}
    if name == "sumy_edmundson":
        words = {"bonus_words": BONUS, "stigma_words": STIGMA, "null_words": NULL}
        for key, value in words.items():
            setattr(summarizer, key, value)
        options = {key: [stem(word) for word in value] for key, value in words.items()}
        stop_words = frozenset()
    else:
        summarizer.stop_words = stop_words
    found = []
    for document in documents:
        features = read_document(document, stem, stop_words, shared=SHARING.get(name))
        scores, expected = SCORERS[name](features, **options), rate(summarizer, document)
        found.append(bool(np.allclose(scores, expected, rtol=1e-9, atol=1e-12)))
    return found


def main() -> None:
    warnings.simplefilter("ignore")
    rows = [row for name in ARCHIVE for row in read_rows(name)[: DOCUMENTS // len(ARCHIVE)]]
    texts = [row["document"] for row in rows]
    features = read_features(texts)
    documents = [build_document(features, i, LowerCase()) for i in range(len(texts))]
    documents = [d for d in documents if len(set(d.sentences)) == len(d.sentences)]
    stem, stop_words = EnglishStemmer().stem, get_stop_words("english")
    print(f"{len(documents)} documents without repeated sentences, sha256 {hash_files(ARCHIVE)}")
    shares = {}
    for name in SUMY:
        agreed = compare(name, documents, stem, stop_words)
        shares[name] = sum(agreed) / len(agreed)
        print(f"{name:16} {sum(agreed)} of {len(agreed)}", flush=True)
    print(json.dumps(shares))
    sys.exit(any(share < FLOORS.get(name, 1.0) for name, share in shares.items()))


if __name__ == "__main__":
    main()
