"""English inflection for the rule bank: verb forms, plurals, number, possessives.

Regular spelling rules with a table of the irregular words that news uses. The
bank calls it when it loads; no article is ever inflected.
"""

from __future__ import annotations

from functools import lru_cache

_VOWELS = frozenset("aeiou")

# base -> (past, past participle); words equal in both are written once.
IRREGULAR_VERBS = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """\
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become
begin began begun
bend bent|bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown
break broke broken|breed bred
bring brought|broadcast broadcast|build built|burst burst|buy bought|cast cast|catch caught
choose chose chosen
cling clung|come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|dive dived dove
do did done|draw drew drawn
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt
fight fought|find found
flee fled|fly flew flown|forbid forbade forbidden|forecast forecast|forge forged
forgive forgave forgiven
freeze froze frozen|get got|give gave given|go went gone|grind ground|grow grew grown
hang hung hanged|have had
hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|know knew known|lay laid
lead led|leap leapt leaped
leave left|lend lent|let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met
offset offset|overcome overcame overcome
overrun overran overrun|oversee oversaw overseen|overtake overtook overtaken
overthrow overthrew overthrown
override overrode overridden|pay paid|plead pleaded pled|put put|quit quit|read read
rebuild rebuilt|repay repaid|reset reset
rewrite rewrote rewritten|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said
see saw seen|seek sought
sell sold|send sent|set set|shake shook shaken|shed shed|shine shone|shoot shot
show showed shown|shrink shrank shrunk
shut shut|sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid|slit slit
speak spoke spoken
speed sped|spend spent|spill spilled spilt|spin spun|split split|spread spread
spring sprang sprung|stand stood|steal stole stolen
stick stuck|sting stung|strike struck|strive strove striven|swear swore sworn|sweep swept
swim swam swum|swing swung
take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown
undergo underwent undergone
understand understood|undertake undertook undertaken|uphold upheld|upset upset|wake woke woken
wear wore worn|weep wept
win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood
write wrote written""".replace("\n", "|").split("|")
}
# Verbs whose last consonant doubles although the stress rule can't be seen in the spelling.
_DOUBLING = frozenset(
    """acquit admit allot ban bar begin cancel chop clap commit compel control counsel crop cut
    defer deter dip dispel dial drag drop rebut remit abet outwit patrol
    dub equip excel expel fit fuel grab grip grin gun hit hop impel incur infer jam jet jog
    kidnap worship handicap label level marshal model nab
    net occur omit pedal permit pin plan plot plug pop prefer program propel quit quarrel
    ram rebel refer regret
    repel rob rub run scan scrap set shed ship shop shut signal sip sit skid skip slam slap
    slim slip slot snap
    snub spin split spot stab star stem step stir stop strip strap submit swap swim tap tip
    top transfer transmit trap
    travel trim trip tug win wrap zap cap map tap tag rig mob""".split()
)
_IRREGULAR_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet",
    "tooth": "teeth", "mouse": "mice", "life": "lives", "wife": "wives", "knife": "knives",
    "half": "halves", "thief": "thieves", "shelf": "shelves", "wolf": "wolves", "leaf": "leaves",
    "crisis": "crises", "analysis": "analyses", "basis": "bases", "hypothesis": "hypotheses",
    "diagnosis": "diagnoses", "criterion": "criteria", "phenomenon": "phenomena",
    "policeman": "policemen", "fisherman": "fishermen", "gunman": "gunmen",
    "spokesman": "spokesmen",
    "serviceman": "servicemen", "aircraft": "aircraft", "series": "series", "species": "species",
}  # fmt: skip
_SINGULAR_IN_S = frozenset(
    """news crisis basis analysis diagnosis politics economics physics athletics gymnastics
    mathematics measles
    aids headquarters series species chaos virus campus census consensus bonus status focus
    surplus stimulus
    genius lens process progress access success congress business loss class mass press
    crossing address illness
    process stress witness distress unrest process fitness bias canvas gas bus plus corpus
    tennis pus iris exodus
    sepsis paralysis tuberculosis coronavirus thesis emphasis hypothesis synopsis apparatus
    impetus nexus
    rumpus caucus ruckus ethos pathos hiatus""".split()
)  # fmt: skip
#: How words end that only look like superlatives ("latest" tells which, not how far).
_NO_SUPERLATIVES = (
    "arrest", "protest", "request", "harvest", "west", "contest", "interest", "invest", "forest",
    "guest", "honest", "modest", "latest", "test", "unrest", "manifest", "conquest", "behest",
    "priest", "quest", "digest", "suggest", "earnest", "nearest",
)  # fmt: skip
#: Superlatives have more letters ("best" and "worst" apart).
_SHORT = 5
_PLURAL_WITHOUT_S = frozenset(_IRREGULAR_PLURALS.values()) - {"aircraft", "series", "species"}


def _ends_consonant_y(word: str) -> bool:
    return len(word) > 1 and word.endswith("y") and word[-2] not in _VOWELS


def _add_s(word: str) -> str:
    if _ends_consonant_y(word):
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in {
        "go",
        "do",
        "veto",
        "echo",
        "undergo",
    }:
        return word + "es"
    return word + "s"


def _doubles(word: str) -> bool:
    """Say whether the last consonant doubles: listed, or one short vowel in a short word."""
    if word in _DOUBLING:
        return True
    return (
        len(word) in (3, 4)
        and sum(letter in _VOWELS for letter in word) == 1
        and word[-1] not in "aeiouwxyhs"
        and word[-2] in _VOWELS
        and word[-3] not in _VOWELS
    )


def _ed_and_ing(word: str) -> tuple[set[str], set[str]]:
    if word.endswith("ie"):
        return {word + "d"}, {word[:-2] + "ying"}
    if word.endswith("ee"):
        return {word + "d"}, {word + "ing"}
    if word.endswith("e"):
        return {word + "d"}, {word[:-1] + "ing"}
    if _ends_consonant_y(word):
        return {word[:-1] + "ied"}, {word + "ing"}
    past, gerund = {word + "ed"}, {word + "ing"}
    if _doubles(word):
        doubled = word + word[-1]
        single_too = word.endswith("l") and len(word) > 4
        past = {doubled + "ed"} | (past if single_too else set())
        gerund = {doubled + "ing"} | (gerund if single_too else set())
    elif word.endswith("c"):
        past, gerund = {word + "ked"}, {word + "king"}
    return past, gerund


@lru_cache(maxsize=8192)
def verb_forms(base: str) -> frozenset[str]:
    """Return all forms of a verb: base, third person, past, participles.

    >>> sorted(verb_forms("ban"))
    ['ban', 'banned', 'banning', 'bans']
    """
    past, gerund = _ed_and_ing(base)
    past = set(IRREGULAR_VERBS.get(base, past))
    return frozenset({base, _add_s(base)} | past | gerund)


def participles(base: str) -> frozenset[str]:
    """Return the past forms of a verb, those that a passive can use."""
    past, _ = _ed_and_ing(base)
    return frozenset(IRREGULAR_VERBS.get(base, past))


def plural(noun: str) -> str:
    """Return the plural of a noun given in the singular.

    >>> plural("crisis"), plural("party"), plural("strike")
    ('crises', 'parties', 'strikes')
    """
    if noun in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[noun]
    if noun.endswith("man") and noun not in {"human", "german", "roman"}:
        return noun[:-2] + "en"
    return _add_s(noun)


@lru_cache(maxsize=8192)
def noun_forms(noun: str) -> frozenset[str]:
    """Return singular and plural of a noun; a word already plural stands alone."""
    return frozenset({noun}) if is_plural(noun) else frozenset({noun, plural(noun)})


def is_superlative(word: str) -> bool:
    """Say whether a word in lower case is a superlative ("worst-ever", "biggest")."""
    if word.endswith("-ever") or word in {"worst", "best"}:
        return True
    return len(word) > _SHORT and word.endswith("est") and not word.endswith(_NO_SUPERLATIVES)


def is_plural(noun: str) -> bool:
    """Say whether a noun, or the head of a noun phrase's last word, is plural."""
    word = noun.rsplit(" ", 1)[-1].lower()
    if word in _PLURAL_WITHOUT_S:
        return True
    if not word.endswith("s") or word.endswith(("ss", "us")) or word in _SINGULAR_IN_S:
        return False
    return word.rsplit("-", 1)[-1] not in _SINGULAR_IN_S


def possessive(name: str, *, common: bool = False) -> str:
    """Return the possessive of a name (``Keys's``) or of a common noun (``Workers'``)."""
    initials = len(name) > 2 and name.endswith("s") and name[:-1].isupper()
    plural_noun = common and name.endswith("s") and is_plural(name)
    return name + ("'" if plural_noun or initials else "'s")
