"""Signs by which the measures of `stated_quality` read a bullet: what one look at the words tells.

The word lists are this project's own writing.
"""

from __future__ import annotations

import re

from summarize.implications.stated_signs import sign

_SAYS = r"(?:sa(?:id|ys?)|warn(?:s|ed)?|predict(?:s|ed)?|believes?|argue[sd]?|suggest(?:s|ed)?)"
_ANNOUNCES = r"announce[sd]|confirm(?:s|ed)|vow(?:s|ed)|pledge[sd]|promise[sd]|agree[sd]|decide[sd]"
#: What an article has told of by the time it says "the" before it.
_MATTERS = (
    "plan policy report bill law move deal proposal proposals figure figures talks project scheme"
    " system treatment decision measure measures change changes agreement situation committee"
    " council bloc meeting event process program programme hearing discussion debate vote review"
    " inquiry probe investigation case trial ruling verdict summit contract takeover merger sale"
    " offer bid brand product"
)
_SAYS_WORDS = (
    "said say says warn warns warned predict predicts predicted believe believes argue argues"
    " argued suggest suggests suggested"
)
#: Each counts 1 where it is found.
SIGNS = {
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
        r"\bwill\s+(?:also\s+|then\s+|likely\s+)?(?:be\s+able\s+to|cost|come\s+with|feature|include|allow|let|offer"
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
    # What happened: "Four senators announced they ...", "The fair was ...".
    "told in the past": sign(
        "was were did had became came went asked responded called began",
        r"\A(?:\S+\s+){1,6}?(?:was|were|did|had|became|came|went|asked|responded|called|began)\b",
    ),
    "set aside": sign(
        "expected set due poised projected forecast predicted likely",
        r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bwas )(?<!\bwere )(?<!n't )(?<!n’t )(?<!\bnot )"
        r"(?<!\bbeen )(?<!ly )(?<!also )(?<!now )(?<!still )"
        r"\b(?:expected|set|due|poised|projected|forecast|predicted|likely)\s+to\b",
    ),
    # Who says what they themselves will do tells the news, not what comes of it.
    "own act": sign(
        "he she it they",
        rf"\b(?:said|says|told\s\w+|tweeted|insisted|declared|{_ANNOUNCES})\b"
        r"(?:\s+(?:on\s+|last\s+|this\s+)?\w+){0,2}?\s+(?:that\s+)?(?:he|she|it|they)\s+"
        r"(?:will|would|won['’]t|plans?|intends?)\b",
    ),
    "said before": sign(
        "last ago previously earlier long already",
        r"\b(?:said|says|warned|announced|told|ruled|reported)\s+(?:\w+\s+)?(?:last\s+(?:week|month"
        r"|year)|(?:\w+\s+){1,2}(?:days|weeks|months)\s+ago)\b|\blast\s+(?:week|month|year)\s+(?:said"
        r"|warned|announced|told|ruled)\b|\b(?:has|have|had)\s+(?:previously|earlier|long|already)\b",
    ),
    "guess at what is": sign(
        "may might could",
        r"\b(?:may|might|could)\s+(?:well\s+|also\s+|now\s+|even\s+)?be\s+(?:from|one\s+of|many|an?\b"
        r"|the\b|\w+ing\b)",
    ),
    "flat will": sign("will", r"\bwill\s+(?!be\b|have\b|likely\b)"),
    "two modals": sign(
        "could will would may might expected",
        r"\b(?:could|will|would|may|might|expected)\b.*\b(?:could|will|would|may|might|expected)\b",
    ),
    "also did": sign("also", r"\balso\s+(?:said|says|\w+ed)\b"),
    "day": sign("monday tuesday wednesday thursday friday saturday sunday"),
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
CUE_OF = {word: f"cue {name}" for name, words in _CUES.items() for word in words.split()}
