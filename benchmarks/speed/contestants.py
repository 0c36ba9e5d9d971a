"""What is measured: functions from texts to summaries of three sentences, ours and the peers'.

A peer that is not installed raises ImportError in its builder and is reported as
missing. Peers get the cheapest fair set-up: objects that can be kept are built
once, and where one needs sentences or NLTK's data it gets NLTK's Punkt with our
parameters (pure Python, as it would load it).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from summarize.scoring import SCORERS
from summarize.streaming import Failure, summarize_many

Contestant = Callable[[list[str]], None]

SENTENCES = 3
#: The characters of three BBC sentences, for peers whose budget is characters.
CHARACTERS = 400

SUMY_METHODS = {
    "lex_rank": "LexRankSummarizer",
    "text_rank": "TextRankSummarizer",
    "luhn": "LuhnSummarizer",
    "sum_basic": "SumBasicSummarizer",
    "kl": "KLSummarizer",
    "lsa": "LsaSummarizer",
    "reduction": "ReductionSummarizer",
    "edmundson": "EdmundsonSummarizer",
}
#: Our methods by their sumy counterpart.
COUNTERPARTS = {
    "lex_rank": "lexrank",
    "text_rank": "textrank",
    "luhn": "luhn",
    "sum_basic": "sumbasic",
    "kl": "kl",
    "lsa": "lsa",
    "reduction": "degree",
    "edmundson": "edmundson",
}


def build_floor() -> Contestant:
    """Reading the words, and nothing else."""
    find = re.compile(r"\w+").findall

    def run(texts: list[str]) -> None:
        for text in texts:
            find(text.lower())

    return run


def build_ours(method: str) -> Contestant:
    def run(texts: list[str]) -> None:
        for result in summarize_many(texts, method=method, sentences=SENTENCES):
            if isinstance(result, Failure):
                raise RuntimeError(result.reason)

    return run


@cache
def _punkt() -> Any:
    from benchmarks.segmentation.agreement import nltk_tokenizer

    return nltk_tokenizer()


def build_lead_punkt() -> Contestant:
    punkt = _punkt()

    def run(texts: list[str]) -> None:
        for text in texts:
            punkt.tokenize(text)[:SENTENCES]

    return run


@cache
def sumy_parser() -> Callable[[str], Any]:
    """Return sumy's parser with its own tokenizer, our Punkt parameters in the place of NLTK's."""
    from nltk.tokenize import NLTKWordTokenizer
    from sumy.nlp.tokenizers import Tokenizer
    from sumy.parsers.plaintext import PlaintextParser

    split = NLTKWordTokenizer().tokenize

    class Words:
        @staticmethod
        def tokenize(text: str) -> list[str]:
            # What nltk.word_tokenize does, which sumy calls: sentences once more, then words.
            return [word for sentence in _punkt().tokenize(text) for word in split(sentence)]

    tokenizer = Tokenizer.__new__(Tokenizer)
    tokenizer._language = "english"
    tokenizer._sentence_tokenizer = _punkt()
    tokenizer._word_tokenizer = Words()
    return lambda text: PlaintextParser.from_string(text, tokenizer).document


def build_sumy(name: str) -> Contestant:
    from importlib import import_module

    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    module = import_module(f"sumy.summarizers.{name}")
    summarizer = getattr(module, SUMY_METHODS[name])(Stemmer("english"))
    parse = sumy_parser()
    if name == "edmundson":
        summarizer.bonus_words = ["significant", "important", "report", "new"]
        summarizer.stigma_words = ["hardly", "impossible", "perhaps"]
        summarizer.null_words = get_stop_words("english")
    else:
        summarizer.stop_words = get_stop_words("english")

    def run(texts: list[str]) -> None:
        for text in texts:
            summarizer(parse(text), SENTENCES)

    return run


def build_summa() -> Contestant:
    from summa.summarizer import summarize

    def run(texts: list[str]) -> None:
        for text in texts:
            summarize(text, words=CHARACTERS // 6)

    return run


def build_lede(mode: str) -> Contestant:
    import lede

    def run(texts: list[str]) -> None:
        for text in texts:
            lede.summarize(text, max_length=CHARACTERS, mode=mode)

    return run


def build_lexrank() -> Contestant:
    from lexrank import STOPWORDS, LexRank

    from benchmarks.speed.texts import generated_news

    punkt = _punkt()
    ranker = LexRank([punkt.tokenize(t) for t in generated_news(20)], stopwords=STOPWORDS["en"])

    def run(texts: list[str]) -> None:
        for text in texts:
            ranker.get_summary(punkt.tokenize(text), summary_size=SENTENCES, threshold=0.1)

    return run


def build_pytextrank() -> Contestant:
    import pytextrank
    import spacy

    models = [name for name in spacy.util.get_installed_models() if "core_web_sm" in name]
    if not models:
        raise ImportError("no English spaCy model is installed")
    nlp = spacy.load(models[0])
    nlp.add_pipe("textrank")
    assert pytextrank.__version__

    def run(texts: list[str]) -> None:
        for text in texts:
            list(nlp(text)._.textrank.summary(limit_sentences=SENTENCES))

    return run


def build_trimwise() -> Contestant:
    from trimwise import Trimmer

    trimmer = Trimmer()

    def run(texts: list[str]) -> None:
        for text in texts:
            trimmer.trim(text, CHARACTERS, unit="characters", strategy="structural")

    return run


def build_precis() -> Contestant:
    from precis_summary import rake

    def run(texts: list[str]) -> None:
        for text in texts:
            rake.telegram_precis(text)

    return run


#: Methods that need an option of their own to run at all.
_NEEDY = ("relevance", "sumy_edmundson")


def ours() -> dict[str, Callable[[], Contestant]]:
    return {
        f"ours {name}": lambda name=name: build_ours(name) for name in SCORERS if name not in _NEEDY
    }  # type: ignore[misc]


def peers() -> dict[str, Callable[[], Contestant]]:
    sumy = {f"sumy {name}": lambda name=name: build_sumy(name) for name in SUMY_METHODS}  # type: ignore[misc]
    return sumy | {
        "summa": build_summa,
        "lede default": lambda: build_lede("default"),
        "lede coverage": lambda: build_lede("coverage"),
        "lexrank": build_lexrank,
        "pytextrank": build_pytextrank,
        "trimwise structural": build_trimwise,
        "precis-summary": build_precis,
        "punkt lead": build_lead_punkt,
    }
