"""Verbs of news: what ends a noun phrase, may follow an event noun, or is surely a verb."""

from __future__ import annotations

from summarize.implications.morphology import IRREGULAR_VERBS, participles, verb_forms


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Verbs that end a noun phrase without being function words.
COMMON_VERBS = frozenset(
    form
    for base in """say tell take come go begin start continue remain become make give get leave
    bring
    prompt cause spark follow lead mean show help let keep seem appear want need expect try
    happen occur win lose beat kill hit strike rise fall drop raise grow announce reveal confirm
    claim believe think know call ask urge warn add insist accept agree refuse reject deny admit vow
    promise pledge decide choose vote allow include involve create threaten face suffer damage
    destroy injure end close open run put set send see hear find look play hold meet speak fail
    succeed join quit resign arrive reach gain carry break cut pay buy sell spend shut stop halt
    disrupt affect draw mark coincide launch receive describe suggest consider argue blame accuse
    criticise criticize condemn welcome praise back oppose demand seek offer deliver
    provide""".split()
    for form in verb_forms(base)
) - _words(
    """start help need claim call vote face damage end close run put set look play hold gain break
    cut stop halt draw mark launch blame back demand offer fall drop rise hit strike strikes hits
    falls drops rises cuts calls claims votes needs ends runs sets looks plays gains breaks stops
    halts draws marks launches demands offers faces damages want win wins pay show shows view views
    meeting opening closing killing killings beginning building suffering following leading
    spending meaning fighting including leaving offering"""
)

#: Words that are surely verbs, so never adjectives before a noun.
PAST_FORMS = frozenset(
    form for base in IRREGULAR_VERBS for form in participles(base) if form != base
) - _words("lost broken stolen hidden frozen shot sunken torn worn cut set split left found felt")
#: Verb forms that may follow an event noun; any other word in lower case makes a compound of it.
EVENT_VERBS = COMMON_VERBS | frozenset(
    form
    for base in """hit strike kill cut leave rip sweep tear spread erupt break shake rock threaten
    wreck ravage flatten
    engulf destroy damage trap injure wound maim displace disrupt delay close shut halt stop begin
    start end last
    continue enter resume expire loom mount grow spread intensify escalate ease follow come go
    take get gain win lose
    rise fall drop surge plunge slip climb jump soar tumble slide hold draw attract bring push
    drive send force prompt
    trigger spark fuel raise boost hurt help aid benefit cost save make give show reveal prove
    turn move pass fail
    collapse succeed work run cover affect target aim seek involve include require mean remain
    stay stand appear seem
    look happen occur unfold launch open conclude finish mark coincide overshadow dominate divide
    unite face meet suffer
    see hear tell say warn back support create complete value name call land touch batter lash
    pound flood burn
    rage claim bear approach near hinder hamper block bar ban limit allow let need lead return
    arrive
    exceed reach total account represent reflect underline highlight cause result stem sink crash
    explode detonate
    bump throw knock put set dent lift pull undermine weaken strengthen shrink widen narrow double
    treble triple
    become rank rate cross span stretch extend expand impact imperil endanger jeopardise
    jeopardize disappoint
    stun""".split()
    for form in verb_forms(base)
) - _words(
    """aid help benefit cost work force aim back crash result support name value rate bank account
    mean near"""
)
