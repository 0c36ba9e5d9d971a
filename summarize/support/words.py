"""Tokens for the support check, and what is known of each word.

A word's *key* is what must agree for two words to count as the same: the stem,
the value of a number, the country of a demonym.
"""

from __future__ import annotations

import re
import struct
from functools import cache, lru_cache

import attrs
import Stemmer

from summarize.facts.names import normalise_name
from summarize.support.background import load_background
from summarize.support.cues import ATTRIBUTIONS, FALLING, MODALS, NEGATIONS, RISING
from summarize.support.thesaurus import load_relations

_UNITS = "one two three four five six seven eight nine".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = r"(?= ?(?:[mb]illion|trillion|per ?cent|%|[mb]n\b))"
#: Numbers (also those that tokenised text has broken: "1. 3 billion", "1 , 500"), dotted
#: acronyms, words. One group, so that ``TOKEN.split`` alternates gaps and tokens. What is no
#: word character is passed over at the first test.
TOKEN = re.compile(
    r"(?=\w)("
    rf"(?:[A-Z]\.){{2,}}|(?=[tfsen])(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS)})\b"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)?"
    rf"|\d{{1,3}}(?: [.,] ?| ?[.,] )\d{{1,3}}{_SCALES}|\d{{1,3}}(?: , \d{{3}})+"
    r"|\d+(?:,\d{3})*(?:\.\d+)?"
    r")"
)
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
#: Citation marks, tags, addresses and field names: not part of what a text claims.
NOISE = re.compile(
    r"\[\d+(?:\s*[,;-]\s*\d+)*\]|</?[a-z]+>|https?://\S+|www\.\S+|\b(?:Title|Section|Text):\s"
)
#: Function words, connectives among them: a match on these alone is no evidence.
FUNCTION_WORDS = frozenset(
    """a an the this that these those and or but nor so if then than as at by for from in into of
    off on onto out over to up with without about after again against all also am is are was were
    be been being have has had having do does did doing will would shall should can could may might
    must it its he him his she her hers they them their theirs we us our ours you your yours i me my
    mine who whom whose which what where when why how there here just only very too more most some
    any each both such own same other while during before between through under one not no never
    said says say d m s t ll re ve don't doesn't didn't isn't wasn't aren't weren't can't won't
    couldn't wouldn't shouldn't haven't hasn't hadn't it's he's she's that's there's i'm i've
    they're we're you're however although though because since until yet
    additionally furthermore moreover therefore thus hence consequently nevertheless nonetheless
    similarly likewise overall finally lastly firstly secondly thirdly alternatively meanwhile
    instead indeed otherwise besides conversely accordingly ultimately specifically particularly
    essentially generally typically usually namely eg ie etc""".split()
)
#: Words with which summaries speak of their text, and words that only say "now": they claim
#: next to nothing about the world.
META_STEMS = frozenset(
    """document text articl passag speaker podcast discuss describ explain mention talk episod
    summari author cover convers host ongo current recent latest situat""".split()
)
_META_WEIGHT = 0.05
_NUMBER_WORDS = {
    **{
        word: value
        for value, word in enumerate(
            "zero - two three four five six seven eight nine ten"
            " eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
        )
        if word != "-"
    },
    **{word: 10 * (i + 2) for i, word in enumerate(_TENS)},
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "dozen": 12,
    "twice": 2,
    "hundred": 100,
    "thousand": 1000,
}


FLAGS = {
    name: 1 << bit
    for bit, name in enumerate(
        """content number digits upper acronym negative modal rising falling verbal seen attributing
        earlier later""".split()
    )
}


#: The layout of a word's record.
RECORD = struct.Struct("9d")


@attrs.frozen
class Word:
    """What is known of one surface form, independent of any text.

    ``measures`` are weight, sentence rate, capital rate and number value (-1 for
    none). ``spellings`` are key, lower case, and its first four and six letters; ``record`` are
    flags, length, initial, letters, stem and the measures as the bytes of doubles, so that many
    words become a table at once: the initial is the first letter (1 to 26, else 0), the letters
    those that an acronym of two to six stands for, in base 27, else 0, the stem the key's
    number in the table of relations, or -1.
    """

    spellings: tuple[str, str, str, str]
    flags: int
    measures: tuple[float, float, float, float]
    record: bytes

    @property
    def key(self) -> str:
        """What must agree for two words to count as the same."""
        return self.spellings[0]


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english", 0)


@attrs.frozen
class Form:
    """What the spelling alone tells of a token."""

    lower: str
    key: str
    value: float
    upper: bool
    acronym: bool


def read_form(surface: str) -> Form:
    """Return lower case, key and number value of ``surface``, without the background table."""
    lower = surface.lower().replace("’", "'")
    if lower[0].isalpha():
        lower = lower.replace(".", "")
        lower = lower[:-2] if lower.endswith("'s") and len(lower) > 2 else lower
    upper = surface[0].isupper()
    acronym = upper and len(lower) > 1 and surface.removesuffix("'s").removesuffix("’s").isupper()
    value = _number_value(lower)
    if value >= 0:
        key = f"#{value:.12g}"
    elif acronym and lower in FUNCTION_WORDS:
        key = lower + "."
    else:
        name = normalise_name(surface) if upper and len(lower) > 2 else lower
        key = _stemmer().stemWord(name if name != surface.lower() else lower)
    return Form(lower, key, value, upper, acronym)


@lru_cache(maxsize=200_000)
def analyse(surface: str) -> Word:
    """Return what is known of ``surface``; about 5 µs for a form not seen before."""
    form = read_form(surface)
    lower, key = form.lower, form.key
    background = load_background()
    named = {
        "content": form.value >= 0 or key.endswith(".") or lower not in FUNCTION_WORDS,
        "number": form.value >= 0,
        "digits": surface[0].isdigit(),
        "upper": form.upper,
        "acronym": form.acronym,
        "negative": lower in NEGATIONS or lower.endswith("n't"),
        "modal": lower in MODALS,
        "rising": lower in RISING,
        "falling": lower in FALLING,
        "verbal": lower.endswith(("ed", "ing")),
        "seen": lower in background.capital_rates,
        "attributing": lower in ATTRIBUTIONS,
        "earlier": lower in ("before", "until"),
        "later": lower in ("after", "since"),
    }
    flags = sum(FLAGS[name] for name, holds in named.items() if holds)
    measures = (
        _META_WEIGHT if key in META_STEMS else background.weight(key),
        background.sentence_rate(key),
        background.capital_rates.get(lower, 0.0),
        form.value,
    )
    letters = read_initials(lower) if form.acronym and 2 <= len(lower) <= 6 else 0
    stem = load_relations().stems.get(key, -1)
    record = RECORD.pack(flags, len(lower), _letter(lower[0]), letters, stem, *measures)
    return Word((key, lower, lower[:4], lower[:6]), flags, measures, record)


def _letter(character: str) -> int:
    code = ord(character) - ord("a") + 1
    return code if 1 <= code <= 26 else 0


def read_initials(letters: str) -> int:
    """Return lower-case letters as a number in base 27, 0 if one is not from a to z."""
    codes = [_letter(letter) for letter in letters]
    value = 0
    for code in codes:
        value = value * 27 + code
    return value if all(codes) else 0


def _number_value(lower: str) -> float:
    """Return the number that a token writes, or -1."""
    if lower[0].isdigit():
        digits = lower.replace(" ", "")
        if _DECIMAL_COMMA.fullmatch(digits):
            digits = digits.replace(",", ".")
        try:
            return float(digits.replace(",", ""))
        except ValueError:
            return -1.0
    if lower in _NUMBER_WORDS:
        return float(_NUMBER_WORDS[lower])
    tens, _, unit = lower.partition("-")
    return float(_NUMBER_WORDS[tens] + _UNITS.index(unit) + 1) if unit else -1.0


def clean(text: str) -> str:
    """Blank out noise, keeping every offset."""
    if "[" in text or "<" in text or "www." in text or ":" in text:
        return NOISE.sub(lambda match: " " * len(match.group()), text)
    return text
