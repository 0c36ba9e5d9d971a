"""Surface grammar of implication: the cues at which a statement is cut, and their guards.

Every pattern is linear: no nested unbounded repeats. All but :data:`INITIAL_GROUND` are for
text in lower case. The lists are this project's own, written from how analysts and news
writers phrase a projection.
"""

from __future__ import annotations

import re
from itertools import pairwise

from summarize.support.lexicon import (
    AGENTS,
    EVENTS,
    FINITE,
    NO_SUBJECT_END,
    NOT_AGENTS,
    PREPOSITIONS,
    VACUOUS,
)

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLAUSE_END = re.compile(r"[,;:]\s|\b(?:who|which|that)\b")
_ADVERB_END = re.compile(
    r"(?:\s+(?:then|also|now|thus|therefore|later|still|simply|[a-z]+ly))+\s*$"
)
CONDITION = re.compile(r"[\W_]*(?:if|unless|when|whenever|were|should|had)\b")
"""A condition in front: what follows is no consequence of a fact."""

# --- Pieces of the cue patterns -----------------------------------------------------------------

_ADVERB = (
    r"(?:(?:further|also|well|soon|eventually|potentially|ultimately|possibly|even|now|still|yet|"
    r"significantly|seriously|likely|thus|therefore|thereby|in turn|easily|inadvertently|instead|"
    r"perhaps|clearly|once again|again|only)\s+){0,2}"
)
_LIKELY = (
    r"(?:is|are|was|were|seems?|looks?|appears?) (?:likely|unlikely|expected|set|poised|bound) to|"
    r"threatens? to|(?:has|have) the potential to"
)
_MODAL = rf"(?:may|might|could|would|will|{_LIKELY})"
_STRONG = (
    r"(?:lead to|result in|cause|trigger|prompt|spark|provoke|fuel|exacerbate|worsen|deepen|"
    r"aggravate|undermine|destabili[sz]e|embolden|complicate|hamper|hinder|jeopardi[sz]e|strain|"
    r"reshape|accelerate|encourage|deter|discourage|influence|intensify|heighten|pave the way|"
    r"open the door|set the stage|bring about|contribute to|give rise to|escalate|inflame|"
    r"put (?:\w+ ){0,2}pressure|usher in|set off|unleash|erode|disrupt|redefine|alter|stoke|"
    r"dent|derail|stall|spur|galvani[sz]e|alienate|isolate|set a (?:\w+ )?precedent|"
    r"have (?:\w+ ){0,3}(?:implications|consequences|repercussions|ramifications|effects?|impacts?)"
    r"|force|impact|invite|precipitate|translate into|spill over|send)"
)
_WEAK = (
    r"(?:affect|increase|raise|reduce|drive|draw|push|boost|hurt|damage|ease|help|change|shift|"
    r"strengthen|weaken|threaten|cost|slow|delay|lower|limit|test|benefit|leave|make|allow|create|"
    r"attract|add|divert|improve|harm|mean|bring|turn|signal|mark|expose|become|dampen|support)"
)
_WEIGHT = r"(?:(?!\b(?:that|which|who)\b)[\w’'-]+\s+){0,4}"
_WORRY = (
    r"(?:risks?|fears?|concerns?|questions?|doubts?|prospects?|possibility|possibilities|"
    r"spectre|specter|hopes|stakes|likelihood|alarms?|tensions|expectations|chances?|worries|"
    r"uncertainty|speculation|pressure|odds|threat|danger|dilemmas?)"
)
_VERDICT = (
    r"(?:shift|shifts|turning point|milestone|setback|blow|step|escalation|challenges?|threats?|"
    r"risks?|opportunity|departure|test|boost|watershed|change|low point|breakthrough|reminder|"
    r"warning|sign|signal|hurdle|danger|moment|crossroads)"
)
_SIGNAL = (
    r"(?:signif(?:y|ies|ied)|(?P<report>suggests?|indicates?|implies|imply|points? towards?|"
    r"(?<!\d )points? to(?! \w+ (?:the|a)\b)|signals?(?! (?:of|from|and|were|are)\b))|"
    r"highlight(?:s(?! (?:of|from|were|are|and)\b)|ed)?|"
    r"underscor(?:e|es|ed)|underlin(?:e|es|ed)|illustrates?|demonstrates?|reflects?|"
    r"emphasi[sz]es?|exemplif(?:y|ies|ied)|heralds?|heralded|foreshadow(?:s|ed)?|portends?|bodes?|"
    r"shows? how|"
    r"opens? the door|opens? the way|paves? the way|sets? the stage|casts? (?:\w+ )?doubts?|"
    r"calls? into question|exacerbates?|complicates?|undermines?|threatens? to|"
    r"risks? (?!during)\w+ing|"
    rf"(?:raises?|poses?|heightens?|increases?|fuels?|stokes?|carries|adds? to) {_WEIGHT}{_WORRY}|"
    rf"puts? {_WEIGHT}pressure|poses? {_WEIGHT}(?:challenges?|problems?)|"
    rf"(?:marks?|represents?|constitutes?|serves? as|is|are) an? {_WEIGHT}{_VERDICT}\b"
    r"(?= (?:to|for|in|of|that|from|between|toward))|"
    r"(?:has|have|carries|carry) (?:\w+ ){0,3}(?:implications|consequences|repercussions|"
    r"ramifications))"
)
_SIGNAL_UNNAMED = _SIGNAL.replace("?P<report>", "?:")
_SIGNALLING = (
    r"(?:highlighting|underscoring|underlining|signall?ing|signifying|suggesting|indicating|"
    r"illustrating|demonstrating|reflecting|emphasi[sz]ing|implying|threatening|paving the way|"
    r"setting the stage|opening the door|opening the way|casting (?:\w+ )?doubts?|complicating|"
    r"exacerbating|jeopardi[sz]ing|undermining|foreshadowing|heralding|calling into question|"
    r"deepening|worsening|heightening|intensifying|destabili[sz]ing|"
    rf"(?:raising|fuell?ing|sparking|stoking|increasing|posing|creating|adding to) {_WEIGHT}"
    rf"{_WORRY}|putting {_WEIGHT}pressure|adding {_WEIGHT}pressure|"
    r"(?:making|leaving) (?:[\w’'-]+ ){1,4}(?:more|less) (?:likely|difficult|vulnerable|\w+able))"
)
_SEQUEL = r"(?:so(?! that)|therefore|thus|hence|consequently|as a result|as a consequence)"
_HEDGE = r"(?:potentially|possibly|perhaps|likely|presumably|probably|in turn|thereby|thus|further)"

# --- The cue patterns; group "cue" is the cue without the punctuation before it ------------------

TAIL = re.compile(
    r"(?:\s*[,;–—]\s*(?:and\s+|but\s+)?|\s+(?=with\b))"
    r"(?P<cue>"
    rf"{_HEDGE}\s+(?:{_HEDGE}\s+)?[^\W_]+ing\b|"
    rf"(?:{_HEDGE}\s+){{0,2}}{_SIGNALLING}\b|"
    rf"with\s+(?:[\w-]+\s+(?:and\s+)?){{0,4}}(?:implications|consequences|ramifications|"
    r"repercussions)\b|"
    rf"(?P<anaphor>which|this|that|these|it)\s+{_ADVERB}"
    rf"(?:{_MODAL}\s+{_ADVERB}(?:{_STRONG}|{_WEAK})|{_SIGNAL_UNNAMED})\b|"
    rf"{_SEQUEL},?\s+(?:[\w’'-]+\s+){{1,8}}?{_MODAL}\b"
    r")",
)
"""A tail behind a comma that can only be a projection."""

VERB_CUE = re.compile(
    r"(?<![\w-])(?P<cue>"
    rf"{_ADVERB}{_MODAL}\s+{_ADVERB}(?:be\s+)?(?:{_STRONG}|(?P<weak>{_WEAK}))|"
    rf"{_ADVERB}{_SIGNAL})\b(?!['’-])",
)
"""A verb that turns its subject, an event, into a premise of what follows."""

GROUND = re.compile(
    r"(?:\s*,)?\s+(?P<cue>because of|due to|owing to|given that|now that|thanks to|"
    r"in the wake of|(?P<clause>as|because|since|after)|given|following|amid|amidst)\b"
    r"(?!\s+(?:a (?:result|consequence|whole)|well|part|if|though|soon|long|many|much|far|high|low|"
    r"early|late|usual|expected|planned|such|yet|per|opposed|regards|little|few|saying|of)\b)\s+",
)
"""A connective behind a projection that brings its factual ground."""

INITIAL_GROUND = re.compile(
    r"\s*(?P<cue>As|Because of|Because|Given that|Given|Due to|Owing to|Amid|Amidst|Following|With|"
    r"Since|After|In the wake of|In light of|Now that)\b(?!\s+(?:a result|of|for|well)\b)"
    r"\s[^;.]*?,\s+",
)
"""The ground in front: "With rates falling, ...", up to the first comma."""

PROJECTION = re.compile(
    rf"\b(?:(?:may|might|could)(?! have (?:been|[^\W_]+(?:ed|en|wn|ne|de))\b)|{_LIKELY})\b|"
    rf"\b{_WORRY}\b[^,;.]{{0,60}}?\b(?:grows?|mounts?|rises?|increases?|looms?|intensif(?:y|ies))\b",
)
"""A clause that only projects, without an event as the subject of a causal verb."""

PROJECTING = frozenset(
    """may might could likely unlikely expected set poised bound threaten threatens potential grow
    grows mount mounts rise rises increase increases loom looms intensify intensifies""".split()
)
"""Words of which :data:`PROJECTION` needs one: a search without them is saved."""

# --- Guards ------------------------------------------------------------------------------------

_REPORTED = (
    r"(?:said|says?|saying|told|tells?|warn(?:s|ed|ing)?|argue[sd]?|arguing|believe[sd]?|claim(?:s|ed)?|"
    r"insist(?:s|ed)?|predict(?:s|ed)?|forecasts?|fear(?:s|ed)?|think|thinks|thought|announced|"
    r"explain(?:s|ed)?|report(?:s|ed)? that|add(?:s|ed) that|stat(?:es|ed) that|note[sd]? that|"
    r"caution(?:s|ed)?|estimate[sd]?|hope[sd]? that|asked|asks|wonder(?:s|ed)?|suggested that|"
    r"according to|acknowledge[sd]?|admit(?:s|ted)?|stress(?:es|ed)?|concluded?)"
)
ATTRIBUTION = re.compile(rf"(?<!be )\b{_REPORTED}\b")
"""Somebody is reported as saying what follows."""

TRAILING_ATTRIBUTION = re.compile(
    rf"[,”\"’']\s*(?:(?:[\w.’'-]+\s+){{1,6}}{_REPORTED}|{_REPORTED}(?:\s+[\w.’'-]+){{1,8}})"
    r"[\s.!\"”]*$",
)
"""The sentence ends in ", analysts said"."""

QUOTATION = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")
"""Quoted words are somebody's, and are never cut."""

TRIGGERS = frozenset(
    """may might could would can will likely unlikely expected poised bound set threatens threaten
    potential signify signifies signified signal signals signaled signalled suggest suggests
    indicate indicates highlight highlights highlighted underscore underscores underscored
    underline underlines underlined illustrate illustrates illustrated demonstrate demonstrates
    demonstrated reflect reflects emphasize emphasizes emphasized emphasise emphasises
    emphasised implies imply exemplify exemplifies exemplified point points herald heralds
    heralded foreshadow foreshadows foreshadowed portend portends bode bodes show shows open
    opens pave paves cast casts call calls exacerbate exacerbates complicate complicates
    undermine undermines risk risks raise raises pose poses heighten heightens increase
    increases fuel fuels stoke stokes carry carries add adds put puts mark marks represent
    represents constitute constitutes serve serves sign reminder test blow shift step escalation
    challenge threat setback milestone breakthrough implications consequences ramifications
    repercussions potentially possibly perhaps further thereby thus presumably probably
    highlighting underscoring underlining signaling signalling signifying suggesting indicating
    illustrating demonstrating reflecting emphasizing emphasising implying threatening paving
    setting opening casting complicating exacerbating jeopardizing jeopardising undermining
    foreshadowing heralding calling deepening worsening heightening intensifying destabilizing
    destabilising raising fuelling fueling sparking stoking increasing posing creating adding
    putting making leaving so therefore hence consequently result consequence""".split()
)
"""Words of which every cut needs at least one: statements without them are left whole, fast."""

MODALS = frozenset(
    "may might could would can will expected poised bound set threatens threaten unlikely".split()
)
"""Triggers that are no cue of a consequence without one of :data:`EFFECTS`."""

EFFECTS = frozenset(
    """lead result cause trigger prompt spark provoke fuel exacerbate worsen deepen aggravate
    undermine destabilise destabilize embolden complicate hamper hinder jeopardise jeopardize strain
    reshape accelerate encourage deter discourage influence intensify heighten pave open set bring
    contribute give escalate inflame put usher unleash erode disrupt redefine alter stoke dent
    derail stall spur galvanise galvanize alienate isolate effect effects impact impacts force
    invite precipitate translate spill send affect increase raise reduce drive draw push boost hurt
    damage ease help change shift strengthen weaken threaten threatens cost slow delay lower limit
    test benefit leave make allow create attract add divert improve harm mean turn signal mark
    expose become dampen support turning opportunity departure watershed low warning hurdle danger
    moment crossroads""".split()
)
"""Verbs of consequence, and the nouns of verdicts that are no triggers themselves."""

_AGENT_ENDING = ("er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women")
_EVENT_ENDINGS = tuple(
    "ion ions ment ments ing ings ance ances ence ences ure ures ship sis ses ity ities ness "
    "ism age ages ency encies out outs".split()
)

CUE_STARTS = TRIGGERS | frozenset(
    """is are was were has have seem seems look looks appear appears also well soon eventually
    ultimately even now still yet significantly seriously in easily inadvertently instead clearly
    once again only""".split()
)
"""Words that a verb cue can start with, its adverbs included."""


def is_vacuous(text: str) -> bool:
    """Whether ``text`` refers without saying to what: "The situation", "These developments"."""
    return all(match[0] in VACUOUS for match in _WORD.finditer(text.lower()))


def _head(subject: str) -> str:
    """Return the head noun of the noun phrase that ends ``subject``, as written."""
    chunks = [c for c in re.split(r"[,;:–—]\s", subject + " ") if _WORD.search(c)]
    if not chunks:
        return ""
    # "The offensive, launched on Monday, may ...": the subject stands before the inserted clause.
    chunk = chunks[0] if subject.rstrip().endswith(",") else chunks[-1]
    words: list[str] = _WORD.findall(_ADVERB_END.sub("", chunk)) or _WORD.findall(chunk)
    for word, following in pairwise(words):
        if following.lower() in PREPOSITIONS and word.lower() not in PREPOSITIONS:
            return word
    return words[-1]


def is_agent(subject: str, *, reporting: bool = False) -> bool:
    """Whether the subject speaks or acts (a person, a study, a name), so nothing is implied.

    Also true where the cue is no verb at all, because a determiner or
    preposition stands before it ("the signals"). A capital at the start of the
    sentence counts as a name only before a ``reporting`` verb ("Ann suggests").
    """
    words = _WORD.findall(subject)
    last = words[-1].lower() if words else ""
    if not words or (last in NO_SUBJECT_END and last not in EVENTS):
        return True
    head = _head(subject)
    low = head.lower()
    if reporting and (words[-1][:1].isupper() or low == "it"):
        return True
    if low in AGENTS:
        return True
    if low in EVENTS or low.endswith(_EVENT_ENDINGS):
        return False
    if low.endswith(_AGENT_ENDING) and low not in NOT_AGENTS:
        return True
    return head[:1].isupper() and (reporting or words[0] != head or words.count(head) > 1)


def is_event(subject: str) -> bool:
    """Whether the subject's head names an event, process or policy, not a thing or a person."""
    low = _head(subject).lower()
    return low in EVENTS or low.endswith(_EVENT_ENDINGS)


def holds_clause(text: str) -> bool:
    """Whether ``text`` starts with a clause: a finite verb within its first twelve words.

    The first word does not count, so that a bare noun phrase ("as a mediator")
    is not taken for one.
    """
    words = _WORD.findall(_CLAUSE_END.split(text, maxsplit=1)[0])[:12]
    return any(
        word.lower() in FINITE or (word.endswith("ed") and len(word) > 4 and word.islower())
        for word in words[1:]
    )
