"""What a language adds to plain words: a Snowball stemmer and a stop list."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import attrs
import Stemmer

from summarize.errors import UnknownNameError

#: ISO 639-1 codes of the Snowball stemmers (Porter 2001, "Snowball").
_SNOWBALL = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian", "it": "italian",
    "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip

#: Function words, written for this project. Other languages have no list: their
#: frequent words are held down by the background document frequencies, if given.
_STOP_WORDS = {
    "en": """
a about above across after again against ago all almost along already also although always am
among an and another any anyone anything are aren't around as at away back be became because been
before being below between both but by came can can't cannot come could couldn't did didn't do does
doesn't doing don't done down during each either else enough even ever every everyone everything
few first for from further get give go going gone got had hadn't has hasn't have haven't having he
he'd he'll he's her here here's hers herself him himself his how how's however i i'd i'll i'm i've
if in indeed instead into is isn't it it'd it'll it's its itself just keep kept last least less let
let's like made make many may me meanwhile might mine more most much must mustn't my myself near
need neither never next no nobody nor not nothing now of off often on once one only onto or other
others our ours ourselves out over own per perhaps put quite rather really said same say says see
several shall she she'd she'll she's should shouldn't since so some someone something soon still
such take taken than that that's the their theirs them themselves then there there's therefore
these they they'd they'll they're they've thing things this those though through thus to together
too took toward towards two under until up upon us use used very via was wasn't way we we'd we'll
we're we've well went were weren't what what's whatever when when's where where's whether which
while who who's whole whom whose why why's will with within without won't would wouldn't yet you
you'd you'll you're you've your yours yourself yourselves
mr mrs ms dr s t d ll m re ve
""",
    "de": """
aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch
auf aus bei bin bis bist da damit dann das dass dein deine dem den denn der des dessen dich die dies
diese dieselbe diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines
einig einige er es etwas euch euer für gegen gewesen hab habe haben hat hatte hatten hier hin hinter
ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist jede jedem jeden jeder jedes jene
jetzt kann kein keine können könnte machen man manche mein meine mich mir mit muss musste nach nicht
nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner sich sie sind so solche soll
sollte sondern sonst über um und uns unser unter viel vom von vor während war waren was weg weil
weiter welche wenn werde werden wer wie wieder will wir wird wirst wo wollen würde würden zu zum zur
zwar zwischen
""",
    "fr": """
à au aucun aussi autre aux avec avoir avait avaient ayant c' car ce cela celle celles celui ces cet
cette ceux chaque ci comme comment d' dans de des donc dont du elle elles en encore entre est et eu
eux été être était étaient faire fait fois font il ils j' je l' la là le les leur leurs lui l'on ma
mais me même mes moi moins mon n' ne ni nos notre nous on ont ou où par parce pas peu peut plus pour
pourquoi qu qu' quand que quel quelle quelles quels qui s' sa sans se selon sera ses si soit son
sont sous sur ta te tes toi ton tous tout toute toutes très tu un une vos votre vous y a ai c d j l
m n s t
""",
    "es": """
a al algo algunas algunos ante antes aquí como con contra cual cuando de del desde donde durante e
el él ella ellas ellos en entre era eran es esa esas ese eso esos esta está están estas este esto
estos fue fueron ha había han hasta hay la las le les lo los más me mi mis mucho muy nada ni no nos
nosotros o os otra otras otro otros para pero poco por porque que qué quien se según ser si sí sido
sin sobre son su sus también tanto te tiene tienen todo todos tu un una uno unos y ya yo
""",
}


@attrs.frozen
class Language:
    """One language: ``stem`` maps a lower-case word to its stem, ``stem_all`` a list of them."""

    code: str
    stop_words: frozenset[str]
    stem: Callable[[str], str] = attrs.field(eq=False)
    stem_all: Callable[[list[str]], list[str]] = attrs.field(eq=False)


def _keep(word: str) -> str:
    return word


def _keep_all(words: list[str]) -> list[str]:
    return words


@cache
def load_language(code: str) -> Language:
    """Return the language for an ISO 639-1 code.

    Raises :class:`UnknownNameError` for anything but two or three lower-case
    letters. A code without a Snowball stemmer is accepted: its words stay as
    they are.
    """
    if not isinstance(code, str) or not (
        code.isascii() and code.isalpha() and code.islower() and len(code) in (2, 3)
    ):
        raise UnknownNameError(
            f"unknown language {code!r}: expected an ISO 639 code such as 'en'; "
            f"with a stemmer: {', '.join(sorted(_SNOWBALL))}"
        )
    name = _SNOWBALL.get(code)
    stop_words = frozenset(_STOP_WORDS.get(code, "").split())
    if name not in Stemmer.algorithms():
        return Language(code, stop_words, _keep, _keep_all)
    # No cache in the stemmer: a vocabulary asks for every word once.
    stemmer = Stemmer.Stemmer(name, 0)
    return Language(code, stop_words, stemmer.stemWord, stemmer.stemWords)
