"""Word lists that guard the cuts at implication cues (see ``grammar``).

This project's own lists, lower-case.
"""

from __future__ import annotations

AGENTS = frozenset(
    """he she they we i you who one people analyst analysts expert experts critic critics official
    officials minister ministers president government governments police spokesman spokeswoman
    spokesperson judge judges court courts company companies firm firms bank banks team teams
    club clubs coach player players leader leaders lawyer lawyers scientist scientists
    researcher researchers doctor doctors study studies report reports survey surveys poll polls
    research data figures statistics document documents paper papers analysis author authors
    article film book findings results video footage image images map chart charts estimate
    estimates evidence man woman men women someone anyone person parents students residents
    witness witnesses secretary chief chairman chairwoman director executive executives boss
    prosecutor prosecutors candidate candidates king queen prince princess pope senator senators
    lawmakers mp mps voters members councillor councillors union unions investigators
    authorities parliament congress senate council committee commission ministry department
    agency party parties text passage document podcast speaker host hosts episode theory
    theories index book books summary story statement letter email records""".split()
)
"""Nouns that speak or act: with them a cue reports instead of implying."""

NOT_AGENTS = frozenset(
    """number numbers power powers order orders disaster disasters murder murders error errors
    weather takeover takeovers border borders water fire winter summer offer offers matter
    terror center factor factors sector sectors transfer transfers merger mergers river cancer
    fever pressure hunger danger anger quarter tower barrier barriers labor favor surrender
    slaughter closer encounter encounters layer corridor corridors failover rumor rumors
    behavior manoeuvre hangover turnover rollover crossover changeover handover stopover other
    either neither later earlier lower higher further per over under never after former latter
    list artist-led mist twist heist resist consist exist assist insist insister
    winner-takes-all disorder disorders leader-board spillover makeover buyer-beware tremor
    tremors chatter shutter shutters computer computers""".split()
)
"""Nouns that end as agents do ("-er", "-or", "-ist") and are none."""

EVENTS = frozenset(
    """war wars conflict conflicts strike strikes attack attacks offensive offensives death deaths
    rise fall loss losses flood floods storm storms drought deal deals ban bans move moves vote
    votes victory defeat law laws tariff tariffs cut cuts delay delays protest protests clash
    clashes crisis crises arrest arrests policy policies rate rates price prices plan plans this
    that these those it they surge drop decline slump jump boycott coup riot riots raid raids
    truce ceasefire talks trial verdict hack breach leak leaks heat heatwave quake earthquake
    hurricane typhoon wildfire wildfires fire fires bankruptcy collapse growth inflation unrest
    violence fighting advance retreat withdrawal approval refusal dismissal renewal removal
    proposal arrival survival debt debts shift change changes trend trends news work shortage
    lack absence success weakness spread discovery bid launch debut release siege assault blast
    explosion bombings shooting incident tension threat threats merger takeover weather behavior
    dispute row scandal feud recall veto reform reforms rules effect effects step steps campaign
    spill crash demand supply costs fee fees tax taxes sale sales visit summit pact treaty
    accord purge crackdown blockade embargo lockdown epidemic pandemic virus hike hikes use
    cooperation support aid funding""".split()
)
"""Nouns of events, processes and policies without a telling ending."""

NO_SUBJECT_END = frozenset(
    """the a an this that these those its his her their our my your of in on at by for from with to
    and or mixed clear strong warning such any some no more all every each both first last new
    key main match traffic smoke mobile radio television tv bullet data focal share percentage
    starting talking selling it's there not can may will would could should must do does did to
    who""".split()
)
"""Words that no subject ends in: what follows them is a noun, not a verb."""

VACUOUS = frozenset(
    """the a an this that these those it its such all of in on at to for and as is are was were be
    been with by from here there which what so current ongoing recent latest new whole overall
    entire present unfolding evolving already same general broader wider situation situations
    development developments event events move moves news matter matters issue issues
    circumstance circumstances trend trends change changes result results outcome outcomes case
    cases fact facts context state affairs thing things country region area scenario status quo
    incident factors factor reason latest complex dire difficult serious significant major
    important case conditions condition backdrop environment landscape dynamics dynamic decision
    decisions step steps action actions moment time times now today also they them he she we
    both""".split()
)
"""Words that refer without saying to what."""

FINITE = frozenset(
    """is are was were has have had do does did will would can could may might must should be been
    appear appears seem seems remain remains become becomes continue continues flee flees fled
    rise rises rose fall falls fell grow grows grew take takes took make makes made lose loses
    lost win wins won leave leaves left come comes came go goes went keep keeps kept hold holds
    held face faces get gets got give gives gave begin begins began run runs ran meet meets met
    seek seeks sought spread spreads cut cuts hit hits shut shuts put puts set sets let lets
    rage rages flow flows move moves close closes open opens struggle struggles fight fights
    fought push pushes try tries turn turns drop drops drive drives drove climb climbs soar
    soars plunge plunges dwindle dwindles tighten tightens weaken weakens strengthen strengthens
    widen widens gain gains suffer suffers withdraw withdraws withdrew retreat retreats advance
    advances escalate escalates compete competes demand demands refuse refuses prepare prepares
    rush rushes pour pours return returns look looks start starts stop stops build builds built
    buy buys bought sell sells sold pay pays paid spend spends spent send sends sent shift
    shifts change changes age ages shrink shrinks shrank slow slows ease eases mount mounts
    worsen worsens deteriorate deteriorates intensify intensifies clash clashes claim claims
    threaten threatens approach approaches need needs want wants rely relies depend depends
    increase increases decrease decreases decline declines deepen deepens expand expands vote
    votes march marches protest protests strike strikes struck break breaks broke stand stands
    stood know knows knew see sees saw say says said find finds found show shows live lives lack
    lacks exceed exceeds reach reaches enter enters join joins quit quits raise raises melt
    melts burn burns wait waits await awaits migrate migrates arrive arrives die dies cancel
    cancels delay delays ban bans impose imposes sign signs reject rejects agree agrees fail
    fails thin thins vanish vanishes dry dries warm warms surge surges jump jumps slump slumps
    evacuate evacuates consider considers expire expires resume resumes scramble scrambles end
    ends""".split()
)
"""Verb forms, common in news, that end without -ed: signs of a clause."""

PREPOSITIONS = frozenset(
    """of in on at by for from with against between over to into after during among within across
    under amid around about near since that which who whose where when behind beyond through
    toward towards despite without as than along""".split()
)
"""Words that end the head of a noun phrase."""
