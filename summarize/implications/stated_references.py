"""Whether a sentence reads well alone, or leans on a sentence before it.

Answered from its words: pronouns, agents known only from before ("the company"), openings that
go on from something. The word lists are this project's own writing.
"""

from __future__ import annotations

import re
from collections.abc import Container

from summarize.implications.lexicon import FUNCTION_WORDS
from summarize.implications.stated_signs import find_signs, read_words, sign
from summarize.support.background import load_background
from summarize.support.matching import NAME_RATE

#: Nouns for whoever acts: with "the" and nothing else they name nobody.
_AGENTS = frozenset(
    """company companies firm firms group groups bank banks club clubs team teams side sides pair
    party parties retailer airline carrier broadcaster publisher lender insurer brewer operator
    manufacturer maker carmaker supplier chain giant developer studio label network newspaper paper
    magazine report study survey researchers scientists authors analysts organisation organization
    agency association union unions charity authority authorities committee commission panel board
    body department ministry court judge jury officials spokesman spokeswoman minister leader
    president chairman chief director manager coach captain player players striker forward winger
    midfielder defender goalkeeper keeper full-back prop lock fly-half scrum-half centre hooker
    champion champions winner winners star singer actor actress band artist rapper author writer
    film-maker duo trio man woman men women boy girl teenager couple victim victims suspect suspects
    driver pilot officer officers police candidate candidates senator lawmaker lawmakers politician
    contract deal""".split()
)
_OPEN_START = re.compile(
    r"(?:he|she|it|they|this|that|these|those|who|which|what|when|where|why|how|his|her|its|their|"
    r"him|them|such|one|another|both|others|neither|either|each|none|here|then|there[’']s|it[’']s|"
    r"[a-z]+[’'](?:s|ll|d|re|ve)|the\s+(?:latter|former|same|two|pair|trio|duo|others?)|nor|or|"
    r"not|than|because|although|though|whether|unless|otherwise|if|\w+ing|asked|told|to|even|"
    r"instead|at\s+each|before\s+too\s+long|more\s+likely|for\s+others?|things|yes|the\s+resulting|"
    r"(?:many|most|some)\s+(?:will|would|may|might|could|are|were|have|had|can))\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset("he she his her him hers they their them it its".split())
_PERSON_PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(_PRONOUNS))})\b", re.IGNORECASE)
#: What stands for something told before.
_LOOSE_ENDS = {
    "this": sign(
        "this that these those",
        r"\b(?:this|that|these|those)\s+(?:is|was|will|would|could|may|might|should|has|had|can|means|"
        r"meant|leads?|led|(?:sort|kind|point|need|matter|issue|level|amount)s?)\b"
        r"|\b(?:that|this|these|those)[,.]|\b(?:of|in|at|on|before|after|by|to|for|with|from|under)"
        r"\s+(?:that|those|these)\s+(?!who\b)[a-z]",
        re.IGNORECASE,
    ),
    "then": sign("then", r"\b(?:could|would|will|may|might)\s+then\b"),
    "the source": sign(
        "source sources people official officials statement report",
        r",\s+the\s+(?:sources?|people|officials?|statement|report)\s+(?:said|added|says)\b",
    ),
    "do so": sign("so", r"\b(?:do|does|did|doing)\s+so\b", re.IGNORECASE),
    "such": sign("such", r"\bsuch\s+(?!as\b)\w", re.IGNORECASE),
    "also ... too": sign("too", r"\balso\b.*\btoo\b", re.IGNORECASE),
    "added": sign("added", r"\badded\s+(?:that\b|\w+\s+(?:could|will|would|may)\b)", re.IGNORECASE),
    # A place told before, and a clause whose subject stands before the comma or further off.
    "there": sign(
        "there", r"\b(?:sold|made|held|used|based|built|played|going|living)\s+there\b", re.I
    ),
    "clause about it": sign(
        "it he she they",
        r",\s+(?:it|he|she|they)(?:['’](?:s|ve|re|ll|d)\b|\s+(?:could|will|would"
        r"|may|might|is|was|are|were|reasons?)\b)",
        re.IGNORECASE,
    ),
    # "Shareholders fear it would ...": many can't be "it".
    "many fear it": sign(
        "it",
        r"\b\w+[^s\W]s\s+(?:have\s+)?(?:fear|feared|believe|believed|warn|warned|say|said)\s+it\b",
    ),
    # Whoever said it stands in another sentence.
    "they said": sign(
        "he she they it",
        r",\s+(?:(?:he|she|they|it)\s+\w+(?:\s+\w+)?|(?:said|added)\s+(?:he|she|they))\.$"
        r"|,\s+(?:he|she|they|it)\s+(?:told|said|added|warned|says?|believes?|thinks?)\b",
    ),
    # "Analysts said its passage may ...": many can't be "it", and nobody else is named yet.
    "many say its": sign(
        "its their his her",
        r"\A[A-Z]\w+s\s+(?:said|say|fear|feared|warn|warned|believe|believed)\s+(?:that\s+)?"
        r"(?:its|their|his|her)\b",
    ),
    "ruled it": sign("ruled", r"\bruled\s+(?:that\s+)?it\b"),
    "those": sign(
        "those",
        r"\bthose\s+(?!(?:who|whose|which|that|in|of|on|at|from|with|under|most|not|responsible"
        r"|\w+ed|\w+ing)\b)(?:[\"“]|\w+\s+(?!(?:\S+\s+){0,4}(?:who|which|that)\b))",
    ),
    "of them": sign("them", r"\A(?:\S+\s+){1,5}(?:of|between|among)\s+them\b", re.IGNORECASE),
    "if that happens": sign("that this", r"\bif\s+(?:that|this)\s+(?:\w+s|is)\b"),
    # "Some say that 25 percent could ...", "..., Mr. Vale adds.": told further up.
    "that share": sign("that", r"\bthat\s+(?:\d[\d.,]*\s+percent|committee|panel|group|team)\b"),
    # "win that case", "shift that balance": told further up.
    "that case": sign(
        "that",
        r"\b(?:win|lose|shift|need|make|take|support|oppose|block|pass|meet|reach|change|end|keep|hold"
        r"|use|solve|address|adopt|approve|reject|fund|fill|close|raise|lower|break)s?\s+that\s+"
        r"(?!(?:will|would|could|may|might|can|is|was|are|were|has|have|had|the|an?)\b)[a-z]",
    ),
    "adds": sign("adds", r",\s+(?:\S+\s+){1,3}adds\.$"),
    "here": sign("here", r"[a-z]\s+here\b(?!\s+to\b)"),
    "which they say": sign("which", r"\bwhich\s+(?:he|she|they)\s+(?:say|says|said)\b"),
    "by the way": sign(
        "however example instance though therefore meanwhile turn well instead",
        r"\s(?:however|for\s+example|for\s+instance|though|therefore|in\s+turn|as\s+well"
        r"|instead)[,.]|\smeanwhile\b",
        re.IGNORECASE,
    ),
}
# "In August it warned ...", "No judge will stop it.": the noun stands in another sentence.
_LOOSE_PRONOUN = re.compile(
    r"(?:in|on|at|until|by|if|as|when|after|before|for|with|from|during|since|while|because|once"
    r"|now|equally,|perhaps|maybe|later|earlier|soon|today|still|yet)"
    r"\s+(?:[\w,]+\s+){0,3}(?:he|she|it|they|his|her|its|their)\b"
    r"|(?:\S+\s+){1,11}(?:it|them|him|her)\.$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"[A-Z]{2,}\s+(?:[A-Z]{2,}\s+[A-Z]{2,}|(?:The|An?|In|It|I|We|They)\b)"
    r"|(?:Story\s+[Hh]ighlights?|[Ss]ee\s+also|Read\s+more)\b"
)
_NAME_OR_NOUN = re.compile(r"[A-Z]\w+|\b(?:the|an?|\d+)\s+\w+|\w{4,}s\b")
#: What says which one is meant ("the chief of the port").
_TOLD_BY = frozenset("of for at behind from in on who that which".split())
# What was said or done long before the day of the article.
_STALE = re.compile(
    r"in\s+(?:19|20)\d\d\b|under\s+(?:current|existing|present)\b|.*\b(?:only|just|as\s+recently\s+as)?\s*(?:last|the\s+previous)\s+(?:month|"
    r"year)\s+(?:that|to)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
# A person by a title and a surname, whom another sentence has introduced.
_TITLED_NAME = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord)\.?\s+([\w-]+)(?!\s+[A-Z])")
# A sentence cut at an initial.
_CUT_SHORT = re.compile(r"(?:^|\W)[A-Z]\.$")
# A character left in its code, marks run together, an address, the credit of a picture.
_GARBLED = sign(
    "",
    r"&#?\w+;|\.-|,-|\"\?|�|\w@\w|\(\d+\s+Images|/File\s+Photo|[a-z]-[A-Z]\w+-[a-z]",
    parts='& .- ,- "? � @ ( /File -',
)
# A heading before its sentence, without a stop: "Trouble ahead The bridge will ...".
_GLUED = re.compile(
    r"[a-z\d’'”\")]\s(?:The|An|In|It|But|For|At|As|On|While|If|When|He|She|They|We|This|That|There|Two"
    r"|Three|Many|Some|Those|These|Its|His|Her|Their|And|After|Before|With|From|By)\s[a-z]"
)
_GLUED_NAME = re.compile(r"[a-z]{4,}\sThe\s[A-Z]\w+\s(?:said|says|is|was|will|has|have|had)\b")
# A word in mid-sentence with a capital that is no name begins a sentence.
_INNER_CAPITAL = re.compile(r"\b([a-z]{3,})\s([A-Z][a-z]{2,})\s(?!(?:the|and|of|for)\b)[a-z]+\b")
#: Share of capitals of a word that is no name; "House", "Senate", "Group" have more.
_NO_NAME_RATE = 0.1
# A standfirst of its own before the first sentence: "moves to curb risky deals Norland's trade is".
_STANDFIRST = re.compile(
    r"\b([a-z]{4,})\s[A-Z][a-z]+(['’]s(?:\s[a-z]+){1,2}?)?\s"
    r"(?:is|was|are|were|will|has|have|had|said)\b"
)
#: Verbs and words whose clause may begin with a name; this project's own list.
_CLAUSE_AHEAD = frozenset(
    """say says said claim claims claimed insist insists insisted believe believes believed think
    thinks thought expect expects expected fear fears feared hope hopes hoped warn warns warned
    argue argues argued find finds found show shows showed suggest suggests suggested report
    reports reported predict predicts predicted note notes noted admit admits admitted know knows
    knew mean means meant see sees agree agrees agreed deny denies denied conclude concludes
    confirm confirms confirmed reveal reveals revealed indicate indicates accept accepts accepted
    feel feels felt signal signals signalled worry worries worried estimate estimates forecast
    forecasts hear heard learn learns declare declares declared announce announces announced
    acknowledge acknowledges promise promises prove proves understand decide decides decided make
    makes made help helps demand demands sure clear certain confident likely saying""".split()
)
# Words that go on from something.
_GOES_ON = re.compile(
    r"(?:plus|also|however|previously|earlier|before|in\s+the\s+past|of\s+course"
    r"|at\s+(?:\w+\s+)?the\s+(?:same\s+)?time"
    r"|as\s+\w+\s+(?:says|said|noted|notes|put|told|wrote|reported)"
    r"|in\s+the\s+meantime|since\s+(?:then|the)|later\s+(?:in|on|that)|once\s+again|far\s+only"
    r"|(?:over|during|in)\s+the\s+same|eventually"
    r"|a\s+(?:separate|second|third|further)|secondly|thirdly|alternatively|likewise|certainly|realistically|indeed|otherwise|similarly"
    r"|rather|thus|hence|further|furthermore|moreover|until\s+then|if\s+so|either\s+way|whatever|besides"
    r"|the\s+(?:question|answer|reason|problem|issue|point|idea|first|second)\b(?!\s+(?:of|for|in)\b)"
    r"|in\s+response|in\s+addition\b(?!\s+to)|in\s+(?:that|this|such)\s+case|as\s+a\s+result)\b",
    re.IGNORECASE,
)


def reads_alone(bullet: str, known: Container[str]) -> bool:
    """Tell whether a bullet needs no sentence before it: no pronoun, quote or fragment start.

    ``known`` are the words, in lower case, that a reader has seen already: the title's.
    """
    if not bullet[0].isalnum() and bullet[0] not in "£$€":
        return False
    words = read_words(bullet)
    if _OPEN_START.match(bullet) or _GOES_ON.match(bullet) or _is_stale(bullet, words):
        return False
    if _HEADING.match(bullet) or _is_glued(bullet):
        return False
    if find_signs(_LOOSE_ENDS, bullet, words):
        return False
    pronouns = not _PRONOUNS.isdisjoint(words)
    if (pronouns and _LOOSE_PRONOUN.match(bullet)) or _opens_with_agent(bullet, known):
        return False
    person = _TITLED_NAME.match(bullet)
    if _is_garbled(bullet) or (person and person.group(1).lower() not in known):
        return False
    pronoun = _PERSON_PRONOUN.search(bullet) if pronouns else None
    return not pronoun or _has_noun(bullet, pronoun.start())


def _is_glued(bullet: str) -> bool:
    """Tell whether a heading or a standfirst stands before the sentence, without a stop."""
    if _GLUED.search(bullet) or _GLUED_NAME.search(bullet):
        return True
    rates = load_background().capital_rates
    return any(
        rates.get(word.lower(), 1.0) < _NO_NAME_RATE and before not in FUNCTION_WORDS
        for before, word in _INNER_CAPITAL.findall(bullet)
    )


def opens_with_standfirst(bullet: str) -> bool:
    """Tell whether an article's first sentence has what stands above it in front, without a stop.

    A role before a name is singular ("oil giant Norol will ..."); a noun in the plural, or a
    possessive name behind any noun, begins another clause.
    """
    return any(
        before not in _CLAUSE_AHEAD
        and before not in FUNCTION_WORDS
        and bool(owner or (before[-1] == "s" and before[-2] not in "su"))
        for before, owner in _STANDFIRST.findall(bullet)
    )


def _is_garbled(bullet: str) -> bool:
    return _GARBLED.stands_in(bullet, frozenset()) or _CUT_SHORT.match(bullet[-3:]) is not None


def _is_stale(bullet: str, words: frozenset[str]) -> bool:
    """Tell whether a bullet is of what was said or done long ago."""
    dated = bullet[:2] in ("In", "Un") or "month" in words or "year" in words
    return dated and _STALE.match(bullet) is not None


def _opens_with_agent(bullet: str, known: Container[str]) -> bool:
    """Tell whether the subject is an agent without a name: "The company warned ..."."""
    if "The" not in bullet[:4]:
        return False
    first, agent, after = [*re.findall(r"[\w-]+", bullet), "", "", ""][:3]
    return first == "The" and agent in _AGENTS and agent not in known and after not in _TOLD_BY


def _has_noun(bullet: str, end: int) -> bool:
    """Tell whether what a pronoun at ``end`` may stand for comes before it.

    The first word has a capital anyway: alone it counts only if it is mostly a name.
    """
    first = _WORD.match(bullet)
    start = first.end() if first else 0
    if first and load_background().capital_rates.get(first.group().lower(), 1.0) > NAME_RATE:
        return True
    if re.match(r"(?:the|an?|\w{4,}s)\b", bullet, re.IGNORECASE):
        return bool(_NAME_OR_NOUN.search(bullet, 0, end))
    return bool(_NAME_OR_NOUN.search(bullet, start, end))
