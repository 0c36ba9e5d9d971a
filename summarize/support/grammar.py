"""Surface grammar of implication: the cues at which a statement is cut, and their guards.

Every pattern is linear: no nested unbounded repeats. The lists are this
project's own, written from how analysts and news writers phrase a projection.
"""

from __future__ import annotations

import re
from itertools import pairwise


_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

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
_MODAL = rf"(?:may|might|could|would|can|will|{_LIKELY})"
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
    r"(?:signif(?:y|ies|ied)|signals?|signall?ed|suggests?|indicates?|highlight(?:s|ed)?|"
    r"underscor(?:e|es|ed)|underlin(?:e|es|ed)|illustrat(?:e|es|ed)|demonstrat(?:e|es|ed)|"
    r"reflects?|emphasi[sz](?:e|es|ed)|implies|imply|exemplif(?:y|ies|ied)|points? to|"
    r"points? towards?|heralds?|heralded|foreshadow(?:s|ed)?|portends?|bodes?|shows? how|"
    r"opens? the door|opens? the way|paves? the way|sets? the stage|casts? (?:\w+ )?doubts?|"
    r"calls? into question|exacerbates?|complicates?|undermines?|threatens? to|risks? \w+ing|"
    rf"(?:raises?|poses?|heightens?|increases?|fuels?|stokes?|carries|adds? to) {_WEIGHT}{_WORRY}|"
    rf"puts? {_WEIGHT}pressure|poses? {_WEIGHT}(?:challenges?|problems?)|"
    rf"(?:marks?|represents?|constitutes?|serves? as|is|are) an? {_WEIGHT}{_VERDICT}\b"
    r"(?= (?:to|for|in|of|that|from|between|toward))|"
    r"(?:has|have|carries|carry) (?:\w+ ){0,3}(?:implications|consequences|repercussions|"
    r"ramifications))"
)
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
_SEQUEL = r"(?:so|therefore|thus|hence|consequently|as a result|as a consequence)"
_HEDGE = r"(?:potentially|possibly|perhaps|likely|presumably|probably|in turn|thereby|thus|further)"

# --- The cue patterns; group "cue" is the cue without the punctuation before it ------------------

TAIL = re.compile(
    r"(?:\s*[,;–—]\s*(?:and\s+|but\s+)?|\s+(?=with\b))"
    r"(?P<cue>"
    rf"{_HEDGE}\s+(?:{_HEDGE}\s+)?[^\W_]+ing\b|"
    rf"(?:{_HEDGE}\s+){{0,2}}{_SIGNALLING}\b|"
    rf"with\s+(?:[\w-]+\s+(?:and\s+)?){{0,4}}(?:implications|consequences|ramifications|"
    r"repercussions)\b|"
    rf"(?:which|this|that|these|it)\s+{_ADVERB}(?:{_MODAL}|{_SIGNAL})\b|"
    rf"{_SEQUEL},?\s+(?:[\w’'-]+\s+){{1,8}}?{_MODAL}\b"
    r")",
    re.IGNORECASE,
)
"""A tail behind a comma that can only be a projection."""

VERB_CUE = re.compile(
    r"(?<![\w-])(?P<cue>"
    rf"{_ADVERB}{_MODAL}\s+{_ADVERB}(?:be\s+)?(?:{_STRONG}|(?P<weak>{_WEAK}))|"
    rf"{_ADVERB}{_SIGNAL})\b(?!['’-])",
    re.IGNORECASE,
)
"""A verb that turns its subject, an event, into a premise of what follows."""

GROUND = re.compile(
    r"(?:\s*,)?\s+(?P<cue>because of|due to|owing to|given that|now that|thanks to|"
    r"in the wake of|(?P<clause>as|because|since|after|now)|given|following|amid|amidst)\b"
    r"(?!\s+(?:a (?:result|consequence|whole)|well|part|if|though|soon|long|many|much|far|high|low|"
    r"early|late|usual|expected|planned|such|yet|per|opposed|regards|little|few|saying|of)\b)\s+",
    re.IGNORECASE,
)
"""A connective behind a projection that brings its factual ground."""

INITIAL_GROUND = re.compile(
    r"\s*(?P<cue>As|Because of|Because|Given that|Given|Due to|Owing to|Amid|Amidst|Following|With|"
    r"Since|After|In the wake of|In light of|Now that)\b(?!\s+(?:a result|of|for|well)\b)"
    r"\s[^;.]*?,\s+",
)
"""The ground in front: "With rates falling, ...", up to the first comma."""

PROJECTION = re.compile(
    rf"\b(?:may|might|could|{_LIKELY})\b|"
    rf"\b{_WORRY}\b[^,;.]{{0,60}}?\b(?:grows?|mounts?|rises?|increases?|looms?|intensif(?:y|ies))\b",
    re.IGNORECASE,
)
"""A clause that only projects, without an event as the subject of a causal verb."""

# --- Guards ------------------------------------------------------------------------------------

_REPORTED = (
    r"(?:said|says?|saying|told|tells?|warn(?:s|ed|ing)?|argue[sd]?|arguing|believe[sd]?|claim(?:s|ed)?|"
    r"insist(?:s|ed)?|predict(?:s|ed)?|forecasts?|fear(?:s|ed)?|think|thinks|thought|announced|"
    r"explain(?:s|ed)?|report(?:s|ed)? that|add(?:s|ed) that|stat(?:es|ed) that|note[sd]? that|"
    r"caution(?:s|ed)?|estimate[sd]?|hope[sd]? that|asked|asks|wonder(?:s|ed)?|suggested that|"
    r"according to|acknowledge[sd]?|admit(?:s|ted)?|stress(?:es|ed)?|concluded?)"
)
ATTRIBUTION = re.compile(rf"(?<!be )\b{_REPORTED}\b", re.IGNORECASE)
"""Somebody is reported as saying what follows."""

TRAILING_ATTRIBUTION = re.compile(
    rf"[,”\"’']\s*(?:(?:[\w.’'-]+\s+){{1,6}}{_REPORTED}|{_REPORTED}(?:\s+[\w.’'-]+){{1,8}})"
    r"[\s.!\"”]*$",
    re.IGNORECASE,
)
"""The sentence ends in ", analysts said"."""

QUOTATION = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")
"""Quoted words are somebody's, and are never cut."""

TRIGGERS = frozenset(
    """may might could would can will likely unlikely expected poised bound set threatens threaten
    potential signify signifies signified signal signals signaled signalled suggest suggests
    indicate indicates highlight highlights highlighted underscore underscores underscored underline
    underlines underlined illustrate illustrates illustrated demonstrate demonstrates demonstrated
    reflect reflects emphasize emphasizes emphasized emphasise emphasises emphasised implies imply
    exemplify exemplifies exemplified point points herald heralds heralded foreshadow foreshadows
    foreshadowed portend portends bode bodes show shows open opens pave paves cast casts call calls
    exacerbate exacerbates complicate complicates undermine undermines risk risks raise raises pose
    poses heighten heightens increase increases fuel fuels stoke stokes carry carries add adds put
    puts mark marks represent represents constitute constitutes serve serves sign reminder test blow
    shift step escalation challenge threat setback milestone breakthrough implications consequences
    ramifications repercussions potentially possibly perhaps further thereby thus presumably
    probably highlighting underscoring underlining signaling signalling signifying suggesting
    indicating illustrating demonstrating reflecting emphasizing emphasising implying threatening
    paving setting opening casting complicating exacerbating jeopardizing jeopardising undermining
    foreshadowing heralding calling deepening worsening heightening intensifying destabilizing
    destabilising raising fuelling fueling sparking stoking increasing posing creating adding
    putting making leaving so therefore hence consequently result consequence""".split()
)
"""Words of which every cut needs at least one: statements without them are left whole, fast."""

_PREPOSITIONS = frozenset(
    """of in on at by for from with against between over to into after during among within across
    under amid around about near since that which who whose where when behind beyond through
    toward towards despite without as than along""".split()
)
_AGENTS = frozenset(
    """he she they we i you who one people analyst analysts expert experts critic critics official
    officials minister ministers president government governments police spokesman spokeswoman
    spokesperson judge judges court courts company companies firm firms bank banks team teams club
    clubs coach player players leader leaders lawyer lawyers scientist scientists researcher
    researchers doctor doctors study studies report reports survey surveys poll polls research data
    figures statistics document documents paper papers analysis author authors article film book
    findings results video footage image images map chart charts estimate estimates evidence man
    woman men women someone anyone person parents students residents witness witnesses secretary
    chief chairman chairwoman director executive executives boss prosecutor prosecutors candidate
    candidates king queen prince princess pope senator senators lawmakers mp mps voters members
    councillor councillors union unions investigators authorities parliament congress senate council
    committee commission ministry department agency party parties text passage document podcast
    speaker host hosts episode summary story statement letter email records""".split()
)
_NOT_AGENTS = frozenset(
    """number numbers power powers order orders disaster disasters murder murders error errors weather
    takeover takeovers border borders water fire winter summer offer offers matter terror center
    factor factors sector sectors transfer transfers merger mergers river cancer fever pressure
    hunger danger anger quarter tower barrier barriers labor favor surrender slaughter closer
    encounter encounters layer corridor corridors failover rumor rumors behavior manoeuvre
    hangover turnover rollover crossover changeover handover stopover other either neither later
    earlier lower higher further per over under never after former latter list artist-led mist twist
    heist resist consist exist assist insist insister winner-takes-all disorder disorders leader-board
    spillover makeover buyer-beware tremor tremors chatter shutter shutters computer computers""".split()
)
_AGENT_ENDING = ("er", "ers", "or", "ors", "ist", "ists", "man", "men", "woman", "women")
_EVENT_ENDING = (
    "ion ions ment ments ing ings ance ances ence ences ure ures ship sis ses ity ities ness "
    "ism age ages ency encies out outs".split()
)
_EVENT_ENDINGS = tuple(_EVENT_ENDING)
_EVENTS = frozenset(
    """war wars conflict conflicts strike strikes attack attacks offensive offensives death deaths rise
    fall loss losses flood floods storm storms drought deal deals ban bans move moves vote votes
    victory defeat law laws tariff tariffs cut cuts delay delays protest protests clash clashes crisis
    crises arrest arrests policy policies rate rates price prices plan plans this that these those it
    they surge drop decline slump jump boycott coup riot riots raid raids truce ceasefire talks trial
    verdict hack breach leak leaks heat heatwave quake earthquake hurricane typhoon wildfire wildfires
    fire fires bankruptcy collapse growth inflation unrest violence fighting advance retreat withdrawal
    approval refusal dismissal renewal removal proposal arrival survival debt debts shift change
    changes trend trends news work shortage lack absence success weakness spread discovery bid launch
    debut release siege assault blast explosion bombings shooting incident tension threat threats
    merger takeover weather behavior dispute row scandal feud recall veto reform reforms rules
    effect effects step steps campaign spill crash demand supply costs fee fees tax taxes sale sales
    visit summit pact treaty accord purge crackdown blockade embargo lockdown epidemic pandemic virus
    hike hikes use cooperation support aid funding""".split()
)
_NOUN_BEFORE = frozenset(
    """the a an this that these those its his her their our my your of in on at by for from with to
    and or mixed clear strong warning such any some no more all every each both first last
    new key main match traffic smoke mobile radio television tv bullet data focal share percentage
    starting talking selling it's there not""".split()
)
_VACUOUS = frozenset(
    """the a an this that these those it its such all of in on at to for and as is are was were be
    been with by from here there which what so current ongoing recent latest new whole overall entire
    present unfolding evolving already same general broader wider situation situations development
    developments event events move moves news matter matters issue issues circumstance circumstances
    trend trends change changes result results outcome outcomes case cases fact facts context state
    affairs thing things country region area scenario status quo incident factors factor reason
    latest complex dire difficult serious significant major important case conditions condition
    backdrop environment landscape dynamics dynamic decision decisions step steps action actions
    moment time times now today also they them he she we both""".split()
)
_FINITE = frozenset(
    """is are was were has have had do does did will would can could may might must should be been
    appear appears seem seems remain remains become becomes continue continues flee flees fled rise
    rises rose fall falls fell grow grows grew take takes took make makes made lose loses lost win
    wins won leave leaves left come comes came go goes went keep keeps kept hold holds held face
    faces get gets got give gives gave begin begins began run runs ran meet meets met seek seeks
    sought spread spreads cut cuts hit hits shut shuts put puts set sets let lets rage rages flow
    flows move moves close closes open opens struggle struggles fight fights fought push pushes try
    tries turn turns drop drops drive drives drove climb climbs soar soars plunge plunges dwindle
    dwindles tighten tightens weaken weakens strengthen strengthens widen widens gain gains suffer
    suffers withdraw withdraws withdrew retreat retreats advance advances escalate escalates compete
    competes demand demands refuse refuses prepare prepares rush rushes pour pours return returns
    look looks start starts stop stops build builds built buy buys bought sell sells sold pay pays
    paid spend spends spent send sends sent shift shifts change changes age ages shrink shrinks
    shrank slow slows ease eases mount mounts worsen worsens deteriorate deteriorates intensify
    intensifies clash clashes claim claims threaten threatens approach approaches need needs want
    wants rely relies depend depends increase increases decrease decreases decline declines deepen
    deepens expand expands vote votes march marches protest protests strike strikes struck break
    breaks broke stand stands stood know knows knew see sees saw say says said find finds found
    show shows live lives lack lacks exceed exceeds reach reaches enter enters join joins quit quits
    raise raises melt melts burn burns wait waits await awaits migrate migrates arrive arrives
    die dies cancel cancels delay delays ban bans impose imposes sign signs reject rejects agree
    agrees fail fails thin thins vanish vanishes dry dries warm warms surge surges jump jumps slump
    slumps evacuate evacuates consider considers expire expires resume resumes scramble
    scrambles end ends""".split()
)


def is_vacuous(text: str) -> bool:
    """Whether ``text`` refers without saying to what: "The situation", "These developments"."""
    return all(word in _VACUOUS for word in _WORD.findall(text.lower()))


def _head(subject: str) -> str:
    """Return the head noun of the noun phrase that ends ``subject``, as written."""
    chunks = [c for c in re.split(r"[,;:–—]\s", subject + " ") if _WORD.search(c)]
    if not chunks:
        return ""
    # "The offensive, launched on Monday, may ...": the subject stands before the inserted clause.
    chunk = chunks[0] if subject.rstrip().endswith(",") else chunks[-1]
    words = _WORD.findall(chunk)
    for word, following in pairwise(words):
        if following.lower() in _PREPOSITIONS and word.lower() not in _PREPOSITIONS:
            return word
    return words[-1]


def is_agent(subject: str) -> bool:
    """Whether the subject speaks or acts (a person, a study, a name), so nothing is implied.

    Also true where the cue is no verb at all, because a determiner or
    preposition stands before it ("the signals").
    """
    words = _WORD.findall(subject)
    if not words or words[-1].lower() in _NOUN_BEFORE and words[-1].lower() not in _EVENTS:
        return True
    head = _head(subject)
    low = head.lower()
    if low in _EVENTS or low.endswith(_EVENT_ENDINGS):
        return False
    if low in _AGENTS or (low.endswith(_AGENT_ENDING) and low not in _NOT_AGENTS):
        return True
    return head[:1].isupper() and words[0] != head


def is_event(subject: str) -> bool:
    """Whether the subject's head names an event, process or policy, not a thing or a person."""
    low = _head(subject).lower()
    return low in _EVENTS or low.endswith(_EVENT_ENDINGS)


def holds_clause(text: str) -> bool:
    """Whether ``text`` starts with a clause: a finite verb within its first twelve words.

    The first word does not count, so that a bare noun phrase ("as a mediator")
    is not taken for one.
    """
    words = _WORD.findall(re.split(r"[,;:]\s", text, maxsplit=1)[0])[:12]
    return any(
        word.lower() in _FINITE or (word.endswith("ed") and len(word) > 4 and word.islower())
        for word in words[1:]
    )
