"""Documents for sumy: generated, or read; and sumy's own ratings of them."""

from __future__ import annotations

import itertools
import random

import numpy as np
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers.edmundson import EdmundsonSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from summarize.integrations.sumy import WordTokenizer

SUMY = {
    "sumy_lexrank": LexRankSummarizer,
    "sumy_textrank": TextRankSummarizer,
    "sumy_reduction": ReductionSummarizer,
    "sumy_luhn": LuhnSummarizer,
    "sumy_lsa": LsaSummarizer,
    "sumy_sumbasic": SumBasicSummarizer,
    "sumy_kl": KLSummarizer,
}
STOP_WORDS = ("the", "of", "and", "in")
_SYLLABLES = ("ba", "do", "ki", "lu", "me", "na", "po", "ri", "su", "te")


def generate_words(count: int) -> list[str]:
    """Return distinct words, the shorter the earlier."""
    words, number = [], 0
    while len(words) < count:
        digits, rest = "", number
        while rest or not digits:
            digits, rest = _SYLLABLES[rest % 10] + digits, rest // 10
        words.append(digits)
        number += 1
    return words


def generate_document(seed: int, *, heading: bool = False) -> ObjectDocumentModel:
    """Return a document of Zipfian words and stop words; no sentence comes twice."""
    draw = random.Random(seed)
    vocabulary = generate_words(draw.choice((12, 60, 250)))
    weights = [1.0 / (1 + i) for i in range(len(vocabulary))]
    texts: dict[str, None] = {}
    for _ in range(draw.randint(1, 25)):
        words = draw.choices(vocabulary, weights, k=draw.choice((1, 2, 5, 8, 12, 20)))
        words += draw.choices(STOP_WORDS, k=draw.randint(0, 4))
        draw.shuffle(words)
        texts[" ".join(words)] = None
    return build_document(list(texts), " ".join(vocabulary[:3]) if heading else "", draw)


def build_document(texts: list[str], title: str, draw: random.Random) -> ObjectDocumentModel:
    """Cut sentences into paragraphs; the title is a heading if there is one."""
    tokenizer = WordTokenizer()
    sentences = [Sentence(text, tokenizer) for text in texts]
    cuts = sorted({0, len(texts), *(draw.randint(0, len(texts)) for _ in range(4))})
    parts = [sentences[a:b] for a, b in itertools.pairwise(cuts)]
    if title:
        parts[0].insert(0, Sentence(title, tokenizer, is_heading=True))
    return ObjectDocumentModel([Paragraph(part) for part in parts])


def rate(summarizer: object, document: ObjectDocumentModel) -> np.ndarray:
    """Return sumy's ratings in document order."""
    ratings = np.zeros(len(document.sentences))

    def record(infos):
        for info in infos:
            ratings[info.order] = info.rating
        return infos

    summarizer(document, record)
    return ratings


def make_summarizer(name: str, stem, stop_words) -> object:
    summarizer = SUMY[name](stem)
    summarizer.stop_words = frozenset(stop_words)
    return summarizer


def make_edmundson(stem, bonus, stigma, null, **weights) -> object:
    summarizer = EdmundsonSummarizer(stem, **weights)
    summarizer.bonus_words, summarizer.stigma_words, summarizer.null_words = bonus, stigma, null
    return summarizer
