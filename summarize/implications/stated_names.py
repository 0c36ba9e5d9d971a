"""Names that only an earlier sentence explains: "Holt warned ..." after "Marten Holt, a pilot".

A reader of the bullet has the headline and nothing else. What goes for surnames goes for
acronyms: "the BVH" after "Board of Velde Harbours (BVH)".
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from summarize.implications.lexicon import FUNCTION_WORDS
from summarize.implications.stated_signs import read_words
from summarize.support.background import load_background
from summarize.support.matching import NAME_RATE

_SAYING = frozenset(
    "said says say warned warns added adds predicted predicts believes believed thinks insisted"
    " insists argued argues claimed claims noted notes stressed confirmed announced suggested"
    " suggests explained told expects expected hopes fears admitted stated declared cautioned"
    " acknowledged wrote according".split()
)
_SAYS = "|".join(sorted(_SAYING - {"according"}))
_NAME = r"[A-Z][^\W\d_][\w’'-]*"
# A single name as the subject of the bullet, or of a verb of saying inside it.
_SUBJECT = re.compile(rf"({_NAME}?)(?:['’]s)?\s+[a-z]")
_SPEAKER = re.compile(
    rf"(?:(?<=[,;]\s)|(?<=\b(?:that|whom)\s)|(?<=\b(?:which|while|where)\s))({_NAME})\s+"
    rf"(?:{_SAYS}|was|is)\b|\baccording\s+to\s+({_NAME})(?=[,.])"
)
# No word that ends a sentence, but for initials and short titles ("J.", "Mrs.").
_WORD_BEFORE = re.compile(r"([\w’'-]+|[A-Z][a-z]{0,2}\.) $")
# A given name behind it, as where surnames come first ("Wen Tao, a banker").
_GIVEN_BEHIND = re.compile(rf" {_NAME}(?:, (?:an?|the|\w+ )|['’]s\b)")
#: How far back a word may begin.
_LONGEST_WORD = 40
# Beside whoever speaks for it, an acronym is a label ("PCS leader Mark Holt").
_ACRONYM = re.compile(
    r"(?<![\w&.])[A-Z]{2,6}(?=s?\b)(?![&.]|\s(?:leader|boss|chief|president|director|chair\w*"
    r"|executive|analyst|spokes\w+)\b)"
)
#: Short forms that need no long one; this project's own list.
_WORLD_KNOWN = frozenset(
    """UK US USA UN EU NATO UAE BBC CNN NBC ABC CBS FBI CIA NSA NASA WHO IMF WTO OPEC UNICEF UNESCO
    GDP CEO CFO AI TV PC IT DNA HIV AIDS NHS GOP MP MPs PM AM FM DC NYC LA USB GPS SMS DVD CD PR VIP
    ID EV IPO VAT GMT EST EDT ET BST CET NGO BP GM BMW IBM HSBC KPMG UBS AT NFL NBA MLB NHL FIFA
    UEFA WWII SUV MRI ISIS ISIL IS AP AFP NAFTA ASEAN OECD ECB IAEA IPCC CDC FDA EPA IRS SEC FAA
    LGBT SARS COVID ICBM II III IV""".split()
)

# "the dam" without a word before or behind the noun that says which.
_BARE = re.compile(
    r"\b[Tt]he\s+([a-z]{3,})(?=[,.;:]|['’]s\b|\s(?:is|are|was|were|will|would|could|may|might|can|has"
    r"|have|had|should|must|said|says|to|and|or|but|as|by|if|before|after|because|while|when|than"
    r"|also|soon|now|until|unless|since|without|again|too|this|next|last|so|does|did|do|takes?"
    r"|expects?|hopes?|likely|more|\w+ly|\w+ed|\w+ing)\b)"
)
#: Nouns that "the" alone makes plain, and words that are no nouns; this project's own list.
_PLAIN_NOUNS = frozenset(
    """government country world economy public market markets president media future year week month
    end day nation police weather environment internet past time united way same first last next
    latest most best worst only others region population people area areas present summer winter
    spring autumn weekend morning afternoon evening night ground rest opportunity chance need
    ability risk right possibility decision fact coming stock street road press poor rich young
    elderly dead sick unemployed military army navy prime foreign central local national
    international late early middle top bottom""".split()
)
#: Letters by which inflections of a noun are taken for the same.
_BEGINNING = 5


def names_stranger(bullet: str, before: str, known: Container[str]) -> bool:
    """Tell whether a bullet's subject or speaker is a surname that stands for a full name.

    ``before`` is what the article says ahead of it, ``known`` the headline's words in lower case.
    """
    return any(
        name.lower() not in known and _is_introduced(name, before) for name in _lone_names(bullet)
    )


def _lone_names(bullet: str) -> Iterator[str]:
    if not _SAYING.isdisjoint(read_words(bullet)):
        for match in _SPEAKER.finditer(bullet):
            yield match.group(1) or match.group(2)
    subject = _SUBJECT.match(bullet)
    if subject and _is_name(subject.group(1)):
        yield subject.group(1)


def _is_name(word: str) -> bool:
    """Tell whether a first word has its capital because it is a name."""
    return load_background().capital_rates.get(word.lower(), 1.0) > NAME_RATE


def _is_introduced(name: str, before: str) -> bool:
    """Tell whether a name first stands beside another one, as surnames do."""
    first = re.search(rf"(?<![\w-]){re.escape(name)}(?!\w)", before) if name in before else None
    if not first:
        return False
    at = first.start()
    found = _WORD_BEFORE.search(before, max(0, at - _LONGEST_WORD), at)
    if found and found.group(1)[0].isupper() and found.group(1).lower() not in FUNCTION_WORDS:
        return True
    return bool(_GIVEN_BEHIND.match(before, first.end()))


def has_unknown_acronym(bullet: str, before: str, title: str) -> bool:
    """Tell whether a bullet has an acronym that the article had to explain, and the title hasn't.

    What the article uses without a word on it is taken to be known to everybody.
    """
    return any(
        short not in _WORLD_KNOWN
        and short not in title
        and not _is_spelled_out(short, bullet)
        and not _is_spelled_out(short, title, re.IGNORECASE)
        and _is_spelled_out(short, before)
        for short in {match.group() for match in _ACRONYM.finditer(bullet)}
    )


def _is_spelled_out(short: str, text: str, flags: int = 0) -> bool:
    """Tell whether a text gives an acronym beside its long form, or that long form alone."""
    if re.search(rf"\({short}s?\)|\bor {short}\b|\b{short}s? \([A-Za-z]", text):
        return True
    gap = r"(?:\w*[\s-]+(?:(?:of|for|and|the|on|in)\s+){0,2})"
    return re.search(r"\b" + gap.join(short) + r"[a-z]", text, flags) is not None


def has_bare_noun(bullet: str, before: str, title: str) -> bool:
    """Tell whether a bullet speaks of "the dam" that only ``before`` tells of, not the title.

    ``before`` is what the article says ahead of it, in lower case. Without a title the article's
    first sentence stands for it.
    """
    nouns = [match for match in _BARE.finditer(bullet) if match.group(1) not in _PLAIN_NOUNS]
    if not nouns:
        return False
    title, lowered = title.lower(), bullet.lower()
    for match in nouns:
        start = match.group(1)[:_BEGINNING]
        told = start in title or lowered.find(" " + start, 0, match.start()) >= 0
        if not told and start in before:
            return True
    return False
