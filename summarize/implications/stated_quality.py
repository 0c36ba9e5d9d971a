"""How likely a stated bullet is sound and reads well alone, by a small learnt model.

A logistic model over what a reader of such bullets trips over: a narrated past, a guess about what
is, a pronoun, a noun that only an earlier sentence explains, a side matter. Names are read alike,
so that renaming changes no score. Learnt by ``benchmarks/implication/train_quality.py`` from
bullets that independent readers judged.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import attrs

from summarize.document import Document, Sentence
from summarize.implications.lexicon import FUNCTION_WORDS
from summarize.implications.stated_condense import Condensed
from summarize.implications.stated_signs import find_signs, read_words, sign

# Words in lower case: names must not change what is kept.
_CONTENT = re.compile(r"\b[a-z][^\W\d_]{3,}")
#: Letters by which inflections of a word are taken for the same.
_BEGINNING = 5
#: Sentences that lead an article.
_LEAD = 2
_FEWEST, _LONG = 12, 28
#: What a probability keeps to 0 and 1; the judged bullets stay far from it.
_SURE = 1e-9
#: Of a shorter article all stands near the lead.
_SHORT = 20
_SAYS = r"(?:sa(?:id|ys?)|warn(?:s|ed)?|predict(?:s|ed)?|believes?|argue[sd]?|suggest(?:s|ed)?)"
_DEFINITE = re.compile(r"\b[Tt]he\s+([a-z]{4,})")
_LONG_WORD = re.compile(r"\w{4,}")
#: What an article has told of by the time it says "the" before it.
_MATTERS = (
    "plan policy report bill law move deal proposal proposals figure figures talks project scheme"
    " system treatment decision measure measures change changes agreement situation committee"
    " council bloc meeting event process program programme hearing discussion debate vote review"
    " inquiry probe investigation case trial ruling verdict summit contract takeover merger sale"
    " offer bid brand product"
)
#: What one look at the words tells; each counts 1 where it is found.
_SAYS_WORDS = (
    "said say says warn warns warned predict predicts predicted believe believes argue argues"
    " argued suggest suggests suggested"
)
_SIGNS = {
    "person pronoun": sign("he she his her hers him"),
    "group pronoun": sign("they their them"),
    "thing pronoun": sign("it its"),
    "demonstrative": sign(
        "that such this those these",
        r"\b(?:that|such|this|those|these)\s+(?:sort|kind|point|need|way|small|large|an?|matter"
        r"|issue|level|amount|end)\b", re.I
    ),
    "detail": sign(
        "will",
        r"\bwill\s+(?:also\s+|then\s+)?(?:be\s+able\s+to|cost|come\s+with|feature|include|allow|let|offer"
        r"|provide|use|show|play|perform|headline|take\s+(?:to|on|place|part)|air|screen|run|appear|join"
        r"|go\s+on|be\s+(?:available|shown|held|played|aired|broadcast|released|sold|used|built|made"
        r"|based|given|housed|offered|launched|introduced))\b"
    ),
    "schedule": sign(
        "will would to",
        r"\b(?:will|would|to)\s+(?:also\s+|then\s+|now\s+)?(?:pay\s+a|lead|chair|take\s+office|take\s+place"
        r"|make\s+a|host|attend|meet|vote|sign|open|explore|keep|close|step\s+down|support|publish"
        r"|present|visit|hold|end\s+with|begin|start|be\s+held|discuss|speak|travel|arrive|return"
        r"|appear|get\s+a|receive|join|replace|run\s+(?:from|until)|proceed|not\s+proceed|announce"
        r"|report|decide|outline|give\s+a|compete|star|showcase|feature)\b",
    ),
    "history": sign(
        "in last earlier ago before previously initially had",
        r"\A(?:In\s+(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October"
        r"|November|December)|Last|Earlier|Before\s+the|Previously|Initially"
        r"|(?:\S+\s){1,2}(?:days|weeks|months|years)\s+ago)\b"
        r"|\b(?:said|warned|told\s+\w+)\s+earlier\b|\binitially\b|\bhad\s+(?:been|said|warned)\b",
    ),
    "matter in hand": sign(_MATTERS, rf"\b[Tt]he\s+(?:{_MATTERS.replace(' ', '|')})\b"),
    "effect": sign(
        "",
        r"\b(?:impact|affect|effect|rise|fall|grow|increase|reduce|cut|lose|gain|boost|hit|damage"
        r"|benefit|risk|threat|pressure|slow|drop|improve|worsen|harm|hurt|help|lead\s+to|result)\w*\b",
        parts="impact affect effect rise fall grow increase reduce cut lose gain boost hit damage"
        " benefit risk threat pressure slow drop improve worsen harm hurt help lead result",
    ),
    "connective": sign("however instead though meanwhile too also earlier"),
    "narrated past": sign(
        "was were had left told thought erupted came went took made did knew felt found faced gave"
        " got used saw",
        rf"\A(?!(?:\S+\s+){{0,9}}{_SAYS}\b)(?:\S+\s+){{1,8}}?(?:was|were|had|left|told|thought|erupted"
        r"|came|went|took|made|did|knew|felt|found|faced|gave|got|used|saw)\b"
    ),
    "guess": sign(
        "may might could",
        r"\b(?:may|might|could)\s+(?:well\s+|also\s+|now\s+)?(?:have\s+(?!to\b|an?\b|the\b|no\b)"
        r"|be\s+(?:from|one\s+of|many|described|looking|an?\b))"
    ),
    "condition": sign("if unless when once"),
    "unconditioned would": sign(
        "would", rf"\A(?!.*\b(?:if|unless|whether|{_SAYS})\b).*\bwould\b", re.S
    ),
    "quantity alone": sign(
        "many others some most things people all",
        r"\A(?:Many|Others|Some|Most|Things|People|All)\s+(?!of\b)",
    ),
    "definite start": sign("the", r"\AThe\s+[a-z]"),
    "quotation": sign("", r"(?<!\w)[\"“'‘]\w", parts="\" “ ' ‘"),
    "dash": sign("", r"\s[-–—]{1,2}\s", parts="- – —"),
    "saying": sign(_SAYS_WORDS, rf"\b{_SAYS}\b"),
    "relative clause": sign("who which", r"\b(?:who|which)\b"),
    "reason": sign("because since as due", r"\b(?:because|since|as|due\s+to)\b"),
    "negation": sign("not no never", r"\b(?:not|no|never)\b|n['’]t\b", parts="n't n’t"),
    "comparison": sign(
        "more less fewer higher lower larger smaller",
        r"\b(?:more|less|fewer|higher|lower|larger|smaller)\b",
    ),
    "economy": sign(
        "growth price prices profit profits sales market markets rate rates inflation demand job"
        " jobs investment investments budget budgets cost costs deficit deficits unemployment"
        " export exports import imports spending tax taxes revenue revenues earnings turnover",
        r"\b(?:growth|prices?|econom\w+|profits?|sales|markets?|rates?|inflation|demand|jobs?"
        r"|investments?|budgets?|costs?|deficits?|unemployment|exports?|imports?|spending|tax(?:es)?"
        r"|revenues?|earnings|turnover)\b",
        parts="econom",
    ),
    "money": sign("percent cent", r"[$£€%]|\bper\s?cent\b", parts="$ £ € %"),
    "number": sign("", r"\d"),
}  # fmt: skip
#: Cues that say much the same, by their first word.
_CUES = {
    "could": "could", "may": "may might", "will": "will won't", "would": "would wouldn't",
    "expected": "expected predicted forecast projected anticipated tipped",
    "likely": "likely unlikely set poised bound certain sure destined on",
    "expects": "expects expect predicts predict forecasts anticipates anticipate foresees foresee"
    " hopes envisages",
    "hoping": "expecting predicting forecasting anticipating hoping",
    "warns": "warn warns warned", "warning": "warning fear fears feared risk risks",
    "raises": "raise raises raised raising heighten heightens heightened stoke stokes stoked"
    " stoking fuel fuels fuelled fueled spark sparks sparked prompt prompts prompted",
    "threatens": "threaten threatens threatened threatening pose poses posed",
    "agenda": "going about due",
}  # fmt: skip
_CUE_OF = {word: f"cue {name}" for name, words in _CUES.items() for word in words.split()}


@attrs.frozen
class Context:
    """What an article's reader knows: words of title and lead, the headline, the text, its length.

    ``heading`` (the title, else the first sentence) and ``lowered`` (the text) are in lower case.
    """

    titled: bool
    title: frozenset[str]
    lead: frozenset[str]
    heading: str
    lowered: str
    count: int

    def tells(self, word: str) -> bool:
        """Say whether the title (without one, the first sentence) has a word, name or not."""
        return word[:_BEGINNING].lower() in self.heading


def read_context(document: Document) -> Context:
    """Return what the measures compare a bullet with."""
    bounds, text = document.boundaries, document.text
    first = [text[a:b] for a, b in zip(bounds.starts[:_LEAD], bounds.ends[:_LEAD], strict=True)]
    lead = " ".join(map(_lower_first, first))
    title = document.title or ""
    return Context(
        bool(title),
        _read_words(title.lower()),
        _read_words(lead),
        (title or first[0]).lower(),
        text.lower(),
        len(bounds.starts),
    )


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _read_words(text: str) -> frozenset[str]:
    """Return how the content words of a text begin."""
    found = _CONTENT.findall(text)
    return frozenset([word[:_BEGINNING] for word in found if word not in FUNCTION_WORDS])


def measure_quality(
    context: Context, sentence: Sentence, kept: Condensed, probability: float
) -> dict[str, float]:
    """Return the measures of a bullet by name; what is not there is 0."""
    text, index = kept.text, sentence.index
    words, own = text.count(" ") + 1, _read_words(_lower_first(text))
    spoken = read_words(text)
    found = dict.fromkeys(find_signs(_SIGNS, text, spoken), 1.0)
    found[_CUE_OF.get(kept.cue.word, "cue other")] = 1.0
    found |= {
        "log odds": _log_odds(probability),
        "first sentence": float(index == 0),
        "second or third": float(index in (1, 2)),
        "depth": min(index, 30) / 30,
        "share of the article": index / max(context.count, _SHORT),
        "title": float(context.titled),
        "title words": min(len(own & context.title), 3) / 3,
        "lead words": len(own & context.lead) / max(1, len(own)),
        "off the topic": float(own.isdisjoint(context.title | context.lead)),
        "aside": float(kept.aside),
        "cut": float(kept.end - kept.start < len(sentence.text) - 1),
        "speaker": float(kept.speaker is not None),
        "long": max(0, words - _LONG) / 10,
        "short": float(words < _FEWEST),
        "commas": text.count(",") / 2,
        "past verbs": text.count("ed ") / 2,
        "known nouns": min(_count_known_nouns(context, sentence.span.start, text), 2) / 2,
        "far from the title": float(not any(map(context.tells, _LONG_WORD.findall(text)))),
    }
    return found


def _log_odds(probability: float) -> float:
    """Return the log odds; a model in single precision may be sure beyond doubt."""
    kept = min(max(probability, _SURE), 1 - _SURE)
    return math.log(kept / (1 - kept))


def _count_known_nouns(context: Context, start: int, text: str) -> int:
    """Count words behind "the" that the article has used before, but the title has not."""
    words = {word[:_BEGINNING] for word in _DEFINITE.findall(text)}
    return sum(
        word not in context.heading and context.lowered.find(word, 0, start) >= 0 for word in words
    )


@attrs.frozen
class QualityModel:
    """Weights of the measures and a bias: a logistic model."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, measures: Mapping[str, float]) -> float:
        """Return the probability in (0, 1) that a reader takes the bullet as it is."""
        terms = [self.weights.get(name, 0.0) * value for name, value in measures.items()]
        return 1 / (1 + math.exp(-self.bias - math.fsum(terms)))


@cache
def shipped_quality() -> QualityModel:
    """Return the model that ships with the library, read once."""
    path = files("summarize") / "data" / "stated_quality.json"
    found = json.loads(path.read_text("utf-8"))
    return QualityModel(found["bias"], found["weights"])
