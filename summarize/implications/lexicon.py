"""Closed word lists of the implication engine: function words, polarity and modality cues."""

from __future__ import annotations

from summarize.implications.morphology import IRREGULAR_VERBS, participles, verb_forms


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _all_forms(text: str) -> frozenset[str]:
    return frozenset(form for base in text.split() for form in verb_forms(base))


DETERMINERS = _words("a an the this these")
POSSESSIVES = _words("its his her their our my your whose")
PRONOUNS = _words(
    "he she it they him them i we us you who which that whom this these those itself himself"
)
PREPOSITIONS = _words(
    """of in on at by for from to with against over under into about between among across near
    after before during since until amid despite through throughout around outside inside within
    towards toward following off out up down as than like without upon via per behind along beyond
    because while when where if although though whether unless but and or nor so yet including
    involving"""
)
AUXILIARIES = _words(
    """is are was were be been being am has have had having do does did will would can could may
    might must shall should 's 're 've 'll won't can't isn't aren't wasn't weren't hasn't haven't
    hadn't don't doesn't didn't wouldn't couldn't cannot"""
)
BE = _words("is are was were be been being am get gets got getting")
BE_NOW = _words("is are was were be being seems remains 's")
ADVERBS = _words(
    """not also only just still now then already again never ever yesterday today tomorrow tonight
    here there later earlier recently soon once twice ago late early officially reportedly allegedly
    apparently successfully narrowly heavily briefly formally finally eventually immediately
    initially
    sharply further more less most very too even however meanwhile today nearly almost about
    temporarily permanently unanimously publicly secretly repeatedly last next this"""
)
DAYS = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    monday's tuesday's wednesday's thursday's friday's saturday's sunday's"""
)
TIME_WORDS = (
    _words(
        """yesterday today tonight morning afternoon evening night week weekend month year early
        late last
    this earlier local time noon midnight gmt utc p.m. a.m. pm am on in the at"""
    )
    | DAYS
)
_CLOSED = PREPOSITIONS | DETERMINERS | POSSESSIVES | PRONOUNS | AUXILIARIES | ADVERBS
FUNCTION_WORDS = _CLOSED | _words(
    "those any some all both each every no another other same such many few several much there"
)  # fmt: skip
NUMBER_WORDS = _words(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred hundreds thousand thousands million millions billion billions dozen dozens trillion"""
)
NEGATORS = _words(
    "not no never neither nor none nobody nothing without cannot hardly barely scarcely"
) | _all_forms("deny")
#: Words that undo a following event within a few tokens ("denied the attack", "to avert a strike").
AVERTERS = _all_forms(
    """avoid avert prevent cancel postpone delay deny reject lift scrap drop withdraw foil thwart
    block refuse
    decline oppose resist overturn repeal rescind reverse suspend shelve abandon dismiss quash
    revoke veto
    forestall preclude defuse deter drop stop halt end discourage delay rule fail
    dodge ease resolve defer waive relax unlike"""
) - _words(
    """ruling rules rule rulings drops dropping dropped drop blocks block refuses refuse ends
    end easing halts stops"""
) | _words(
    """escaped escapes denial refusal rejection avoidance cancellation prevention failure against
    absence lack"""
)  # fmt: skip
#: What governs "to VERB" when the verb's event has come about ("came back to win").
ACHIEVED = _all_forms(
    "manage help recover rally fight battle return join continue begin start produce"
) | _words(
    """went goes came comes turned gathered flocked queued first youngest oldest forced resolve
    courage recovery comeback fightback fought hung dug survived"""
)
#: Event nouns that are verbs right behind "to" ("backed them to win").
NOUN_OR_VERB = _words(
    """win strike protest ban attack visit return draw riot march rally launch delay change review
    study report survey appeal pledge vow promise praise fine debut award exit move merge raid
    crash fire probe tackle ambush siege fall rise drop cut boycott halt veto overhaul reform"""
)
#: What governs "to VERB" when nobody says that it came about.
TRIED = _all_forms("try attempt struggle strive") | _words(
    """effort efforts attempts chance chances opportunity right ability odds favourite favourites
    favorite favorites tipped contender contenders candidate candidates keen eager willing anxious
    desperate happy reluctant unwilling ready determined free able unable unlikely hopeful hard
    difficult easy tempted power powers authority yet"""
)
#: Verbs whose definite object is there already ("to resume the talks").
GOING_ON = _words(
    """resume continue extend expand discuss review debate protest oppose challenge investigate
    condemn criticise criticize defend fight tackle join address"""
)
#: What an event is only hoped for by, whatever stands between ("a slim chance of a title win").
HOPED = _words(
    """chance chances hopes hope dream dreams confident capable ability prospects odds favourite
    favorite tipped bidding"""
)
#: Words that undo a plan although they don't undo an event.
DROPPED = _all_forms("drop shelve ditch bury freeze axe halt stop end block")
#: The same words when they follow the event ("the strike was called off").
UNDONE_AFTER = _all_forms(
    """avert avoid cancel postpone delay deny reject lift scrap withdraw foil thwart block
    overturn repeal
    rescind reverse suspend shelve abandon quash revoke veto prevent end fail defer halt stop"""
) | _words("off false untrue unfounded hoax")
#: The same after a form of "be" only ("the claim was dropped", but "sales have dropped").
UNDONE_PASSIVE = _words("dropped dismissed")
CONDITIONALS = _words(
    "if unless whether would could might may should must hypothetical were-to in-case can confident"
)
#: What a rule or a law is called; an event behind it ("the law on murder") has not happened.
LAWS = _words(
    """law laws rule rules legislation act regulation regulations code guidelines policy policies
    bill bills defence defences protection insurance insured debate guidance advice fight battle
    campaign measures issue issues question questions topic subject idea matter rumours rumors
    speculation talk"""
)
#: Before "to", "for" or "of": what follows is aimed at, and not there yet.
AIMS = _words(
    """path road route step steps conditions condition basis framework preparations pressure close
    closer nearer way push grounds case"""
)
#: Of these, those that are so only before what is new ("close to a deal").
AIMS_AT_NEW = _words("close closer nearer way push case step steps pressure grounds basis")
#: Talks, and what they are to bring if it is new ("talks on a merger").
TALKS = _words("talks negotiations discussions consultations")
#: What a verb in -ing behind it tells the aim of, and verbs that say that it has gone through.
BILLS = _words("bill bills proposal proposals draft legislation amendment resolution law laws")
PASSED = _all_forms("pass approve sign enact adopt") | _words("enactment passage")
#: Verbs whose "that" is followed by what is wished for.
DEMANDING = _all_forms("demand insist urge recommend propose request ask require")
#: Words of suspicion and charge before "with", "of", "into", "for" or "over" and a noun.
CHARGES = _all_forms("charge investigate prosecute indict sue question try probe") | _words(
    """trial guilty counts count suspicion suspect inquiry inquiries investigation investigations
    probes charges review reviews wanted warrant"""
)
LINKS_CHARGE = _words("with of into for over")
PLANNED = {
    **dict.fromkeys(_all_forms(
        """plan schedule intend aim prepare expect agree decide vow pledge vote promise
        want hope set move earmark"""
    ), "planned"),
    **dict.fromkeys(_words(
        """will shall due set plans planning ready poised likely bound considering
        awaiting awaits await mulling weighing pending upcoming forthcoming looming imminent future
        possible potential
        expected planned scheduled"""
    ), "planned"),
    **dict.fromkeys(_all_forms(
        """propose suggest recommend call urge seek consider ask"""
    ) | _words(
        """demands demanded demanding support supports favor favors favour favours supporting
        advocating advocates favouring favoring"""
    ), "proposed"),
    **dict.fromkeys(_words("proposal proposals proposed suggested calls plea pleas"), "proposed"),
    **dict.fromkeys(_all_forms("threaten warn fear risk"), "threatened"),
    **dict.fromkeys(_words(
        """threat threats warning warnings fears risk possibility prospect danger"""
    ), "threatened"),
}  # fmt: skip
#: Of these, cues that may be nouns.
PLAN_NOUNS = _words(
    """plan plans proposal proposals threat threats fear fears risk risks warning warnings call
    calls hope hopes move moves vote votes promise promises pledge pledges vow vows possibility
    prospect danger aim aims plea pleas future"""
)
#: Words before "of VERBing" and its like: it is talked of or wished, and not done.
NOTIONS = _words(
    """issue question possibility idea prospect option chance notion thought hope means way aim
    purpose method risk danger subject topic talks discussions negotiations keen interested
    support"""
)
#: What is done "for" something that is wanted ("argued for a tax cut").
SOUGHT = _all_forms("argue advocate lobby press push campaign plead")
#: What backs a thing that is only named, without an article ("supports legalisation").
BACKING = _all_forms("support favor favour endorse embrace advocate champion tout") | _words(
    "backs backed backing"
)
#: What something is made or ready for, that need not come about.
MEANT = _words("trained designed equipped built meant intended taught")
#: What may stand between "be" and "to" when an event is to come.
GOING_TO = ADVERBS | _words("going about over under")
#: Of these, cues that warn of "a", not of "the" (known) event.
WARNING = _all_forms("warn fear risk")
#: Of these, cues only with "to", "for" or "on" behind them.
PLANNED_WITH_TO = _all_forms(
    "agree set move vote hope prepare decide consider suggest ask call"
) | _words("demands support supports favor favors favour favours")
ALLEGED = _words(
    """alleged allegedly accused accuses accuse accusing suspected suspicion claims claimed claim
    allegation allegations allegedly purported purportedly rumoured rumored rumours rumors
    reportedly
    supposed apparent"""
)
CLAIMING = _words("claiming claims claimed alleging alleges alleged allegedly reportedly")
#: A clause that starts so tells the background.
RELATIVES = _words("who which whose whom where")
BACKGROUND = _words(
    """after following since when because despite amid before as during while until though although
    over"""
)
PAST_CUES = _words(
    """ago anniversary commemorate commemorates commemorating commemorated remembers remembered
    historical decades century previously formerly memorial"""
)
#: Periods that reports are made for; they are over when the news comes.
PERIODS = _words("quarter months half half-year fiscal full-year financial % percent cent")
#: Adjectives that put the event itself in the past.
PAST_ADJECTIVES = _words("former previous past earlier historic last's")
UNDOING_PARTICLES = {
    "off": _all_forms("call head stave fend ward fight"),
    "out": _all_forms("rule pull"),
    "up": _all_forms("give"),
    "down": _all_forms("turn back vote strike"),
    "away": _all_forms("back"),
}
#: Adjectives before an event noun that only place it in a series or in time.
DEICTIC = _words(
    """first second third fourth fifth last latest next new another other same recent current
    initial final earlier own controversial so-called much-anticipated long-awaited"""
)
#: Common nouns that are written with a capital before or inside names without being names.
ROLES = _words(
    """president prime minister chancellor secretary governor senator judge court parliament
    congress
    senate government police army navy king queen pope mayor ministry department"""
)
#: Acronyms of common nouns, written with capitals though no names.
ACRONYMS = _words(
    """tv dvd dvds cd cds pc pcs mp mps meps mep pm ceo ceos cfo gdp gnp dna hiv aids ipo ipos mba
    vip vips pow pows ngo ngos uav ufo suv suvs gps sms atm"""
)
IRREGULAR_PARTICIPLES = frozenset(form for base in IRREGULAR_VERBS for form in participles(base))
#: Words after a noun trigger that put it in the future.
AHEAD = _words("scheduled due slated planned expected set")
#: Prepositions that end the reach of a cue to the left of a noun trigger.
LOCATING = _words("in at during by from with after following amid since despite as")
#: Prepositions before a definite event that is background rather than news.
OBLIQUE = _words(
    """in about of over before since for at during from to into ahead under until through because
    around"""
)
#: Prepositions before an event that is only the scene of another ("at a fundraising event").
ATTENDED = _words("at during before amid about since despite")
#: Roles that open a sentence before a name without being part of it.
PERSON_ROLES = _words(
    """actor actress author boss captain carmaker coach comedian conductor cyclist defender designer
    director drummer economist forward goalkeeper golfer guitarist hooker jockey keeper lawyer
    manager midfielder musician novelist painter playwright poet presenter producer prop rapper
    rower runner scientist screenwriter scrum-half singer songwriter sprinter striker swimmer
    teenager writer winger fly-half full-back lock centre opener batsman bowler skipper brewer
    retailer airline supermarket broadcaster insurer bookmaker tycoon campaigner historian"""
)
#: Countable nouns that need an article: alone they are the front of a phrase that was misread.
COUNTABLE = _words(
    """rival firm company group maker giant chain operator retailer bank man woman boy girl star
    player
    striker captain coach manager president minister leader actor actress singer band airline
    carmaker newspaper club team side country city town state judge court lawyer doctor officer
    album single series drama novel
    bid call claim offer deal plan decision e-mail website drug film song book show ban law"""
)
#: Adjectives and their like that go with the preposition behind them, not with the noun before.
LEADING_ON = _words(
    """akin due according prior next close similar contrary relative thanks subject able unable
    likely unlikely available responsible capable ahead instead regardless such rather ready
    willing eligible equal equivalent adjacent worth full short guilty loyal"""
)
#: Adjectives that are hardly ever nouns, so no phrase ends in one.
ADJECTIVES = _words(
    """new old big small large huge great good bad young former main major minor several various
    certain such other own entire whole very sole upcoming deputy joint nuclear political economic
    financial military social foreign medical legal presidential parliamentary cultural religious
    sexual racial environmental domestic strong weak recent early late severe serious heavy"""
)
#: Nouns that a clause may follow without "that" ("claims the mayor lied").
CLAUSE_NOUNS = _words(
    """allegation allegations claim claims fear fears report reports suggestion suggestions rumour
    rumours rumor rumors hope hopes concern concerns evidence accusation accusations suspicion
    suspicions speculation belief fact way"""
)
