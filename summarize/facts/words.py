"""Closed word classes of English, as needed to read clauses. Written for this project."""

from __future__ import annotations

CONTENT, DET, PREP, PRON, AUX, NEG, CONJ, REL, SUB, ADV, PUNCT, SPEECH = range(12)

_CLASSES = {
    DET: "the a an this these those his her its their our my your some any no every each several"
    " many both another more most few other such all",
    PREP: "of in on at by with from to for over under against into onto upon about between among"
    " during without within through across near off towards toward around behind beyond above"
    " below despite amid amidst outside inside following including like than per via up down out",
    PRON: "he she they it we i you him them us me himself herself itself themselves there"
    " everyone nobody everybody someone anyone something nothing anything everything one"
    " this that's it's he's she's they're we're i'm who's",
    AUX: "am is are was were be been being has have had having do does did will would shall should"
    " can could may might must get gets got getting isn't aren't wasn't weren't hasn't haven't"
    " hadn't don't doesn't didn't won't wouldn't shouldn't can't cannot couldn't mustn't isn’t"
    " aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t shouldn’t"
    " can’t couldn’t mustn’t he'll they'll it'll we'll i'll he'd they'd we've they've i've",
    NEG: "not never n't n’t",
    CONJ: "and or but nor yet &",
    REL: "who whom whose which that where",
    SUB: "when while after before as because since if although though unless until till once"
    " whether whilst so whereas whenever wherever why how what",
    ADV: "also now already still just then again soon often always even only later earlier once"
    " almost nearly twice together abroad too away back home ago ever dead alive yesterday"
    " today tonight meanwhile"
    " monday tuesday wednesday thursday friday saturday sunday january february april june july"
    " august september october november december however therefore thus perhaps instead far"
    " much very quite rather else first finally"
    " allegedly reportedly apparently officially formally previously recently immediately",
    PUNCT: ". , ; : ( ) [ ] ? ! \" “ ” ‘ … — – - ' ’ * • / |",
    SPEECH: "according said says say saying told tells added adds announced announces"
    " claimed claims"
    " claim believe think insist argue warn"
    " insisted insists confirmed confirms stated states argued argues explained reported reports"
    " revealed reveals believes believed thinks thought admitted admits estimated estimates"
    " predicted predicts suggested suggests showed shows hopes hoped noted notes acknowledged"
    " maintained tweeted wrote declared declares warned warns disclosed conceded alleged alleges",
}  # fmt: skip
#: Reporting verbs that need no "that" or quotation mark after them.
PLAIN_SPEECH = frozenset("said says told tells added adds insisted insists".split())
FUNCTION_CLASSES = frozenset((DET, PREP, PRON, AUX, NEG, CONJ, REL, SUB))
#: Lower-case word to its class; words not listed are content words.
CLASS_OF = {word: code for code, words in _CLASSES.items() for word in words.split()}

BE = frozenset("am is are was were be been being isn't aren't wasn't weren't isn’t aren’t wasn’t"
               " weren’t get gets got getting".split())  # fmt: skip
HAVE = frozenset(
    "has have had having hasn't haven't hadn't hasn’t haven’t hadn’t i've we've they've".split()
)
FUTURE = frozenset("will shall won't won’t he'll they'll it'll we'll i'll".split())
POSSIBLE = frozenset(
    "would could may might can should must wouldn't couldn't shouldn't can't cannot wouldn’t"
    " couldn’t shouldn’t can’t he'd they'd".split()
)
TO_BE = frozenset("is are was were".split())

#: Words before "to" or "-ing" under which the event is only intended ...
PLANNING = frozenset(
    "plan plans planned planning set due going expected expects expect agree agrees agreed decide"
    " decides decided intend intends intended prepare prepares prepared preparing scheduled vow"
    " vows vowed pledge pledges pledged promise promises promised want wants wanted hope hopes"
    " hoped hoping aim aims aimed aiming seek seeks sought seeking try tries tried trying attempt"
    " attempts attempted attempting bid poised ready willing about likely bound determined"
    " is are was were offer offers offered propose proposes proposed proposing".split()
)
#: ... demanded, feared or merely thought of ...
WISHING = frozenset(
    "urge urges urged ask asks asked order orders ordered call calls called demand demands demanded"
    " consider considers considered considering threaten threatens threatened threatening able"
    " allow allows allowed unlikely possible power right pressure want need needs needed"
    " fear fears feared risk risks risked force permission told tell chance opportunity"
    " fears concern concerns appeal appeals appealed discuss discussed mull suggest suggested"
    " recommend recommended".split()
)
#: ... or does not come about ...
FAILING = frozenset(
    "fail fails failed failing refuse refuses refused refusing decline declines declined unable"
    " unwilling avoid avoids avoided avoiding avert averts averted averting prevent prevents"
    " prevented preventing escape escapes escaped reject rejects rejected rejecting foil foils"
    " foiled foiling thwart thwarts thwarted cancel cancels cancelled canceled stop stops stopped"
    " block blocks blocked postpone postpones postponed abandon abandons abandoned halt halted"
    " oppose opposes opposed scrap scrapped scraps without forbid resist resists ban banned"
    " bans".split()
)
#: ... or is denied ...
DENYING = frozenset("deny denies denied denying denial disputes disputed refute refutes".split())
#: ... or only said of someone.
ALLEGING = frozenset(
    "accuse accuses accused accusing allege alleges alleged suspected suspicion allegation"
    " allegations accusation accusations claim claims claimed charged suspected allegedly"
    " reportedly rumoured apparently suspect accusing".split()
)
#: Words before a noun that say the event is not, or not yet, a fact.
UNREAL_ADJECTIVES = {
    **dict.fromkeys(
        "planned proposed forthcoming upcoming scheduled future expected intended".split(),
        "planned",
    ),
    **dict.fromkeys(
        "possible potential threatened feared likely hypothetical attempted would-be"
        " imminent".split(),
        "possible",
    ),
    **dict.fromkeys("alleged suspected rumoured supposed".split(), "alleged"),
}
#: Plural nouns without a final "s".
PLURALS = frozenset("people police men women children troops gunmen policemen staff mps".split())
#: Words that open a subordinate clause, or stand in for one ("during the talks").
OPENING_WORDS = frozenset("after before since following despite during".split())
#: Subjects that deny their verb.
NOBODY = frozenset("no nothing nobody none neither".split())
CONDITIONS = frozenset("if unless whether".split())
HEDGING_ADVERBS = frozenset("allegedly reportedly apparently".split())
#: Verbs that seldom lack an object: without one, their -ed form before a preposition is passive.
TRANSITIVE = frozenset(
    "kill injure wound arrest detain jail charge ban sack appoint elect name kidnap murder convict"
    " sentence hurt displace rescue evacuate accuse suspect capture seize destroy damage hold hit"
    " award nominate shoot stab bomb rape hijack torture abduct oust sue buy acquire release"
    " publish launch unveil sign find make infect deploy impose lift seal score deport"
    " expel".split()
)
#: Verbs without an object: headlines leave out "be" before other -ed forms ("man jailed in ...").
INTRANSITIVE = frozenset(
    "die crash collapse explode resign protest rally riot march retire disappear vanish drown clash"
    " quit flee walk step stand erupt disagree triumph speak vote meet agree decline".split()
)
#: Nouns whose "of" phrase is who did it ("the resignation of ..."), not whom it befell.
OF_IS_SUBJECT = frozenset(
    "resignation death departure retirement withdrawal retreat collapse victory defeat win visit"
    " surrender funeral birth wedding marriage disappearance comeback return refusal threat".split()
)
