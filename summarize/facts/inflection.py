"""All inflections of English verbs and nouns: regular spelling rules and irregular tables."""

from __future__ import annotations

from functools import cache
from typing import Literal

#: What a verb form can be: base, third person present, -ing, past, past participle, or past and
#: participle alike.
VerbForm = Literal["base", "present", "ing", "past", "participle", "ed"]

# base past participle; "a/b" gives alternatives.
_IRREGULAR_VERBS = """
arise arose arisen;bear bore born/borne;beat beat beaten;become became become;begin began begun
bend bent bent;bet bet bet;bid bid bid;bind bound bound;bite bit bitten;bleed bled bled
blow blew blown;break broke broken;breed bred bred;bring brought brought
broadcast broadcast broadcast;build built built;burn burned/burnt burned/burnt;burst burst burst
buy bought bought;cast cast cast;catch caught caught;choose chose chosen;cling clung clung
come came come;cost cost cost;cut cut cut;deal dealt dealt;dig dug dug;dive dived/dove dived
draw drew drawn;drink drank drunk;drive drove driven;eat ate eaten;fall fell fallen;feed fed fed
feel felt felt;fight fought fought;find found found;flee fled fled;fling flung flung
fly flew flown;forbid forbade forbidden;forecast forecast forecast;forget forgot forgotten
forgive forgave forgiven;freeze froze frozen;get got got/gotten;give gave given;go went gone
grind ground ground;grow grew grown;hang hung hung;have had had;hear heard heard;hide hid hidden
hit hit hit;hold held held;hurt hurt hurt;keep kept kept;know knew known;lay laid laid
lead led led;leap leaped/leapt leaped/leapt;leave left left;lend lent lent;let let let
lie lay lain;light lit lit;lose lost lost;make made made;mean meant meant;meet met met
overcome overcame overcome;overrun overran overrun;oversee oversaw overseen
overtake overtook overtaken;overthrow overthrew overthrown;pay paid paid
plead pleaded/pled pleaded/pled;put put put;quit quit quit;read read read;rebuild rebuilt rebuilt
ride rode ridden;ring rang rung;rise rose risen;run ran run;say said said;see saw seen
seek sought sought;sell sold sold;send sent sent;set set set;shake shook shaken;shed shed shed
shine shone shone;shoot shot shot;show showed shown;shrink shrank shrunk;shut shut shut
sing sang sung;sink sank sunk;sit sat sat;sleep slept slept;slide slid slid;slit slit slit
speak spoke spoken;speed sped sped;spend spent spent;spill spilled/spilt spilled/spilt
spin spun spun;split split split;spread spread spread;spring sprang sprung;stand stood stood
steal stole stolen;stick stuck stuck;sting stung stung;strike struck struck/stricken
strive strove striven;swear swore sworn;sweep swept swept;swell swelled swollen;swim swam swum
swing swung swung;take took taken;teach taught taught;tear tore torn;tell told told
think thought thought;throw threw thrown;undergo underwent undergone
understand understood understood;undertake undertook undertaken;uphold upheld upheld
upset upset upset;wake woke woken;wear wore worn;wed wed/wedded wed/wedded;weep wept wept
win won won;withdraw withdrew withdrawn;withhold withheld withheld;write wrote written
retake retook retaken;resell resold resold;withstand withstood withstood;foresee foresaw foreseen
rewrite rewrote rewritten
""".strip().replace("\n", ";")
_BE = (
    ("am", "present"), ("is", "present"), ("are", "present"), ("was", "past"), ("were", "past"),
    ("be", "base"), ("been", "participle"), ("being", "ing"),
)  # fmt: skip
# Two-syllable verbs with the stress at the end double their last letter; "l" doubles in Britain.
_DOUBLING = frozenset(
    "admit commit permit submit omit refer prefer occur deter rebel expel compel propel repel"
    " control patrol regret abet equip cancel travel quarrel label model fuel rival signal level"
    " marshal channel pedal shovel kidnap worship program transfer defer incur recur concur".split()
)
_BRITISH_L = frozenset(
    "cancel travel quarrel label model fuel signal level marshal channel".split()
)
_IRREGULAR_NOUNS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet",
    "tooth": "teeth", "life": "lives", "wife": "wives", "leaf": "leaves", "thief": "thieves",
    "knife": "knives", "half": "halves", "crisis": "crises", "analysis": "analyses",
    "series": "series", "species": "species", "aircraft": "aircraft", "spacecraft": "spacecraft",
    "police": "police", "troops": "troops", "hero": "heroes", "veto": "vetoes", "echo": "echoes",
    "embargo": "embargoes", "volcano": "volcanoes", "tornado": "tornadoes", "potato": "potatoes",
    "gunman": "gunmen", "policeman": "policemen", "serviceman": "servicemen",
}  # fmt: skip
_VOWELS = "aeiou"


@cache
def _irregular() -> dict[str, tuple[list[str], list[str]]]:
    table = {}
    for row in _IRREGULAR_VERBS.split(";"):
        base, past, participle = row.split()
        table[base] = (past.split("/"), participle.split("/"))
    return table


@cache
def irregular_pasts() -> frozenset[str]:
    """Return the past forms of irregular verbs that are neither base nor participle: "took"."""
    return frozenset(
        past
        for base, (pasts, participles) in _irregular().items()
        for past in pasts
        if past != base and past not in participles
    )


def verb_forms(verb: str) -> tuple[tuple[str, VerbForm], ...]:
    """Return every form of ``verb`` with what it is; -ise verbs come in -ize spelling too."""
    if verb == "be":
        return _BE  # type: ignore[return-value]
    if verb in _MODALS:
        return ((verb, "base"),)
    forms: list[tuple[str, VerbForm]] = [(verb, "base"), (_add_s(verb), "present")]
    forms += [(form, "ing") for form in _add_suffix(verb, "ing")]
    irregular = _irregular().get(verb)
    if irregular is None:
        forms += [(form, "ed") for form in _add_suffix(verb, "ed")]
    else:
        past, participle = irregular
        forms += [(form, "ed" if form in participle else "past") for form in past]
        forms += [(form, "participle") for form in participle if form not in past]
    if verb.endswith(("ise", "yse")) and verb not in _NO_ZED:
        stem = len(verb) - 2
        forms += [(form[:stem] + "z" + form[stem + 1 :], tag) for form, tag in forms[:]]
    return tuple(dict.fromkeys(forms))


_MODALS = frozenset("will would shall should can could may might must".split())
_NO_ZED = frozenset(
    "rise raise exercise advise revise supervise devise surprise promise compromise despise"
    " premise televise merchandise franchise praise improvise advertise".split()
)


def noun_forms(noun: str) -> tuple[str, ...]:
    """Return singular and plural of ``noun``."""
    if noun in _IRREGULAR_NOUNS:
        return tuple(dict.fromkeys((noun, _IRREGULAR_NOUNS[noun])))
    if noun.endswith("s") and not noun.endswith("ss"):
        return (noun,)
    return noun, _add_s(noun)


def _add_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in ("go", "do", "undergo"):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _add_suffix(verb: str, suffix: str) -> tuple[str, ...]:
    """Add -ed or -ing with the usual changes of spelling."""
    if verb.endswith("ie") and suffix == "ing":
        return (verb[:-2] + "ying",)
    if verb.endswith(("ee", "oe", "ye")):
        return (verb + ("d" if suffix == "ed" else suffix),)
    if verb.endswith("e"):
        return (verb[:-1] + suffix,)
    if verb.endswith("y") and verb[-2] not in _VOWELS and suffix == "ed":
        return (verb[:-1] + "ied",)
    if verb.endswith("c"):
        return (verb + "k" + suffix,)
    if _doubles(verb):
        doubled = (verb + verb[-1] + suffix,)
        return (*doubled, verb + suffix) if verb in _BRITISH_L else doubled
    return (verb + suffix,)


def _doubles(verb: str) -> bool:
    if verb in _DOUBLING:
        return True
    if len(verb) < 3 or verb[-1] in _VOWELS + "wxyh" or verb[-2] not in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in verb.replace("qu", "q")) == 1
