"""Say the same in other words: compression, clauses in another order, synonyms.

Rules over the surface of a news sentence that keep its truth: what they make is
still supported by the sentence. They serve as positives that are no copies.
"""

from __future__ import annotations

import random
import re

_SHORTEST = 6  # words: below it a compression says too little to be a statement of its own
_SYNONYMS_MOST = 3
_FUNCTION_START = re.compile(
    r"(?:The|A|An|It|He|She|They|We|This|That|These|Those|There|Its|His|Her|Their|Some|Many|Most|"
    r"More|All|Both|About|Around|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|One|Police|Officials|"
    r"Analysts|Experts|Shares|Sales|Profits|Workers|People|Prices|Demand|Under|In|On|At|After)\b"
)
_OPENING = re.compile(
    r"^((?:On|In|At|During|After|Before|Since|By|Last|Earlier|Following|Despite|Under|For|Until|"
    r"According to|Because of|As part of|Along with|Throughout|Over|Within)\b[^,;:\"“”]{2,70}), "
    r"(?!(?:who|which|where|whose|and|or)\b)(?=[A-Za-z])"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_NO_STRANDING = "".join(f"(?<! {word})" for word in "for at to in of by and".split())
_CLOSING = re.compile(
    rf"^(.{{25,}}?{_NO_STRANDING}) ((?:on {_DAY}|in {_MONTH}|in (?:19|20)\d\d|"
    r"last (?:week|month|year|night)|"
    r"(?:after|before|when|while|because|although|despite|following|during|since|until) "
    r"[^,;:\"“”]{8,90}))\.$"
)
_SAYS = r"(?:said|says|announced|added|claimed|warned|believes|argued|reported|explained|stated)"
_SPEAKER_FIRST = re.compile(
    rf"^((?:(?!which|who|that)[^\s,;:\"“”]+ ){{1,7}}?)({_SAYS}) "
    r"(?:that )?((?:the|a|an|it|he|she|they|there|this|these|its|his|her|their|many|most|[A-Z])"
    r"(?![’'])\b[^\"“”]{20,})\.$"
)
_SPEAKER_LAST = re.compile(rf"^([^\"“”]{{20,}}), ([^,;:\"“”]{{2,60}}?) ({_SAYS})\.$")
_ANAPHORS = r"he|she|it|they|his|her|its|their|this|that|these|those|who|which|then|so"
_TWO_CLAUSES = re.compile(
    rf"^([^,;:\"“”]{{25,}}), and (?!(?:{_ANAPHORS})\b)((?:[^,;:\"“”]+ ){{4,}}[^,;:\"“”]+)\.$"
)
_CUTS = (
    re.compile(r"\s*\([^()]*\)"),
    re.compile(r", (?:who|which|where|whose)\b[^,;:.\"“”]{3,90},(?= )"),
    re.compile(
        r", (?:which|who|where|while|although|with|adding|including|leaving|making|taking|saying|"
        r"bringing|giving|forcing|sending|compared|despite|according)\b[^;:\"“”]*(?=\.$)"
    ),
)
_FILLERS = re.compile(
    r" (?:also|still|already|recently|very|largely|particularly|currently|now|just|finally|clearly|"
    r"further|however|really|quite|actually|subsequently|eventually|previously|itself)(?= [a-z])"
)

SYNONYMS = {
    word: other.replace("_", " ")
    for pair in """
    said=stated says=states told=informed announced=declared firm=company firms=companies
    company=firm companies=firms bought=purchased buy=purchase buying=purchasing began=started
    begin=start begins=starts begun=started started=began ended=finished big=large bigger=larger
    biggest=largest large=big small=little quick=fast rapid=swift important=significant
    showed=demonstrated helped=assisted helping=assisting help=assist
    tried=attempted trying=attempting allow=permit allowed=permitted
    allows=permits allowing=permitting banned=prohibited ban=prohibition
    needed=required
    children=kids killed=slain injured=hurt
    hurt=injured attack=assault attacks=assaults attacked=assaulted fighting=combat
    cars=vehicles plane=aircraft planes=aircraft house=home houses=homes road=street job=post
    jobs=posts workers=employees staff=employees boss=chief bosses=chiefs money=cash
    profits=earnings profit=earnings revenue=income revenues=income sales=turnover
    talks=negotiations deal=agreement deals=agreements agreement=deal
    choose=select chosen=selected chose=selected picked=chosen
    expects=anticipates expected=anticipated expect=anticipate believe=think believes=thinks
    believed=thought film=movie films=movies movie=film movies=films singer=vocalist award=prize
    awards=prizes prize=award match=game matches=games game=match injury=wound injuries=wounds
    coach=trainer squad=team victory=win defeat=loss triumph=victory
    fans=supporters supporters=fans player=athlete government=administration leader=head
    law=legislation laws=legislation election=poll
    elections=polls voters=electors nation=country country=nation countries=nations
    nations=countries border=frontier war=conflict conflict=war weapons=arms soldiers=troops
    troops=soldiers army=military rose=increased
    increased=rose fell=dropped falling=dropping dropped=fell
    decline=fall slump=slide grew=expanded jumped=leapt
    surged=soared cutting=reducing reduce=cut reduced=cut
    improve=enhance improved=enhanced chief=principal key=crucial crucial=vital
    major=leading easy=simple dangerous=hazardous around=about
    almost=nearly nearly=almost although=though though=although many=numerous
    several=various recent=latest latest=newest previous=earlier current=present
    problem=difficulty problems=difficulties issue=matter issues=matters idea=notion ideas=notions
    research=study study=investigation scientists=researchers
    researchers=scientists found=discovered find=discover discovered=found revealed=disclosed
    reveal=disclose confirmed=verified denied=rejected rejected=refused refused=declined
    criticised=condemned praised=commended warned=cautioned claims=alleges claimed=alleged
    agreed=consented decided=resolved decision=ruling launched=introduced
    released=issued published=issued arrested=detained detained=held
    arrest=detention accused=charged trial=hearing jailed=imprisoned prison=jail jail=prison
    closed=shut shut=closed opened=unveiled build=construct built=constructed buildings=structures
    arrived=came returned=came_back moved=shifted
    users=customers customers=clients consumers=shoppers
    shoppers=consumers computer=machine computers=machines phone=telephone phones=telephones
    website=site websites=sites internet=web web=internet photo=picture photos=pictures
    pictures=images tv=television television=tv chances=opportunities
    concern=worry concerns=worries concerned=worried fear=worry fears=worries fire=blaze
    blaze=fire storm=tempest doctor=physician doctors=physicians patients=sufferers
    illness=disease disease=illness year-on-year=annually yearly=annual quickly=rapidly
    rapidly=quickly""".split()
    for word, other in [pair.split("=")]
}
"""Words for words of the same inflection, as news uses them; written for this benchmark."""

_FORMATS = (
    (re.compile(r"(?<=\d)bn\b"), " billion"),
    (re.compile(r"(?<=\d)m\b"), " million"),
    (re.compile(r"(?<=\d)%"), " per cent"),
)
_REPLACEABLE = re.compile(
    r"(?<![\w'’-])(" + "|".join(sorted(SYNONYMS, key=len)[::-1]) + r")(?![\w'’-])"
)


def _lower_start(text: str) -> str:
    """Lower the first letter unless it may start a name."""
    return text[0].lower() + text[1:] if _FUNCTION_START.match(text) else text


def _upper_start(text: str) -> str:
    return text[0].upper() + text[1:]


def compress(sentence: str, _rng: random.Random) -> str | None:
    """Leave out insertions, tails and openings; None when less than three words would go."""
    short = sentence
    for cut in _CUTS:
        shorter = cut.sub("", short)
        if len(shorter.split()) >= _SHORTEST:
            short = shorter
    opening = _OPENING.match(short)
    if opening and len(short[opening.end() :].split()) >= _SHORTEST:
        short = _upper_start(short[opening.end() :])
    short = _FILLERS.sub("", short)
    return short if len(short.split()) <= len(sentence.split()) - 3 else None


def reorder(sentence: str, _rng: random.Random) -> str | None:
    """Move an adverbial, the speaker or a clause to the sentence's other end."""
    if (found := _OPENING.match(sentence)) and sentence.endswith("."):
        opening = found[1][0].lower() + found[1][1:]
        return f"{_upper_start(sentence[found.end() : -1])} {opening}."
    if found := _SPEAKER_LAST.match(sentence):
        return f"{_upper_start(found[2])} {found[3]} {_lower_start(found[1])}."
    if found := _CLOSING.match(sentence):
        return f"{_upper_start(found[2])}, {_lower_start(found[1])}."
    if found := _SPEAKER_FIRST.match(sentence):
        return f"{_upper_start(found[3])}, {_lower_start(found[1].strip())} {found[2]}."
    if found := _TWO_CLAUSES.match(sentence):
        return f"{_upper_start(found[2])}, and {_lower_start(found[1])}."
    return None


def substitute(sentence: str, rng: random.Random) -> str | None:
    """Put synonyms for up to three words, and write quantities out; None when nothing fits."""
    found = list(_REPLACEABLE.finditer(sentence))
    chosen = {m.start() for m in rng.sample(found, min(_SYNONYMS_MOST, len(found)))}
    changed = _REPLACEABLE.sub(lambda m: SYNONYMS[m[1]] if m.start() in chosen else m[1], sentence)
    for pattern, words in _FORMATS:
        changed = pattern.sub(words, changed)
    return changed if changed != sentence else None


REWRITINGS = {"compressed": compress, "reordered": reorder, "synonyms": substitute}


def rewrite(sentence: str, rng: random.Random) -> tuple[str, tuple[str, ...]] | None:
    """Apply one or two rewritings, the first that fit in random order; None when none does."""
    names = list(REWRITINGS)
    rng.shuffle(names)
    done = []
    wanted = rng.choice((1, 2))
    for name in names:
        other = REWRITINGS[name](sentence, rng)
        if other is not None and other != sentence:
            sentence = other
            done.append(name)
        if len(done) == wanted:
            break
    return (sentence, tuple(done)) if done else None
