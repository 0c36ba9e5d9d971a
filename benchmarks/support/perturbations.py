"""A suite of true and false statements made from the news archive, split by story.

Positives are sentences of a story: half verbatim, half rewritten (see
``rewriting``). Negatives are those with one thing made wrong. Each statement
comes with the story as it is (*present*) and with its source sentence deleted
(*removed*); then a statement can only be supported if the story tells it again
elsewhere (see :func:`find_retold`).
"""

from __future__ import annotations

import random
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import attrs

from benchmarks.support.baselines import index_article, tokenize
from benchmarks.support.datasets import read_lines
from benchmarks.support.rewriting import rewrite
from summarize.document import Document

ARCHIVES = ("archive/bbc_2004.jsonl.gz", "archive/wikinews_en.jsonl.gz")
LENGTHS = range(10, 36)  # words: shorter sentences say little, longer ones are lists
#: Share of content words that a window of the rest must have to count as telling it again.
RETOLD = 0.6

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_NAME = re.compile(
    r"(?<=[a-z,0-9] )(?!(?:Mr|Mrs|Ms|Dr|Sir|The|I)\b)"
    r"[A-Z][a-zA-Z]+(?: (?!The\b)[A-Z][a-zA-Z’'-]*[a-z])*(?![\w-])"
)
_NUMBER = re.compile(r"(?<![\w.,])[$£€]?(\d[\d,]*(?:\.\d+)?)")
_DATE = re.compile(
    rf"\b(?:{'|'.join(_DAYS)}|(?:(?<=in )|(?<=on )|(?<=of )|(?<=since )|(?<=last )|(?<=\d ))"
    rf"(?:{'|'.join(_MONTHS)})|(?:{'|'.join(_MONTHS)})(?= \d)|(?:19|20)\d\d)\b"
)
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|would|has|have|had|can|could|should)\b(?! (?:not|no|never)\b)"
)
_OPPOSITE_PAIRS = """
rose/fell rise/fall rises/falls rising/falling increased/decreased increase/decrease
increases/decreases increasing/decreasing higher/lower highest/lowest gained/lost gains/losses
grew/shrank growing/shrinking growth/decline jumped/plunged surged/slumped climbed/dropped won/lost
win/lose winning/losing victory/defeat improved/worsened improving/worsening strengthened/weakened
stronger/weaker expanded/contracted best/worst better/worse largest/smallest biggest/smallest
larger/smaller before/after opened/closed accepted/rejected approved/rejected success/failure
buy/sell bought/sold buying/selling above/below raised/lowered supported/opposed support/oppose
early/late older/younger cheaper/dearer faster/slower arrived/departed allowed/forbade first/last
positive/negative optimistic/pessimistic welcomed/condemned praised/criticised increase/cut
backed/opposed boost/blow strong/weak""".split()
OPPOSITES = {
    word: other
    for pair in reversed(_OPPOSITE_PAIRS)
    for word, other in (pair.split("/"), pair.split("/")[::-1])
}
_DIRECTION = re.compile(
    r"(?<![\w-])(?:" + "|".join(sorted(OPPOSITES, key=len)[::-1]) + r"|up(?= [$£€]?\d)|"
    r"down(?= [$£€]?\d)|more(?= than)|less(?= than))(?![\w-])"
)
_MORE_OPPOSITES = {"up": "down", "down": "up", "more": "less", "less": "more"}
_BESIDE = re.compile(r"(?:and|or|to|of|in|from|against|with|v|the)$")
_JOINT = re.compile(r" (?=(?:and|but|in|on|at|to|for|with|by|after|as|that|of|from|when|while)\b)")


@attrs.frozen
class Case:
    """One statement of the suite.

    ``kind`` is ``verbatim``, ``rewritten`` or the name of a perturbation;
    ``source`` tells whether its sentence is in the article; ``retold`` whether
    the rest of the story tells the unperturbed sentence again.
    """

    kind: str
    statement: str
    article: str
    source: bool
    retold: bool
    story: str

    @property
    def positive(self) -> bool:
        return self.kind in ("verbatim", "rewritten")


@attrs.frozen(eq=False)
class Story:
    """A story, its sentences that can serve as statements, and its names."""

    key: str
    document: Document
    usable: tuple[int, ...]
    names: tuple[str, ...]


def read_stories(data: Path, *, split: str = "test") -> list[Story]:
    """Read the archive's stories of a split: 40% ``test``, the rest ``train``, fixed by their text.

    Copies of a story (same first 200 characters) count once.
    """
    stories = []
    seen = set()
    for archive in ARCHIVES:
        for number, row in enumerate(read_lines(data / archive)):
            text = str(row.get("document", "")).strip()
            start = " ".join(text.split())[:200]
            tested = zlib.crc32(start.encode()) % 10 < 4
            if start in seen or not 1200 < len(text) < 6000 or tested != (split == "test"):
                continue
            seen.add(start)
            stories.append(_read_story(f"{archive[8:11]}{number}", text))
    return [story for story in stories if story.usable]


def _read_story(key: str, text: str) -> Story:
    document = Document.from_text(text)
    usable = tuple(
        s.index
        for s in document.sentences
        if len(s.text.split()) in LENGTHS
        and s.text.endswith(".")
        and s.text[0].isupper()
        and not re.search(r"[\n:;]|^[A-Z] |, [A-Z] [A-Z]", s.text)
        and s.text.count('"') % 2 == 0
    )
    names = dict.fromkeys(m.group() for s in document.sentences for m in _NAME.finditer(s.text))
    return Story(key, document, usable, tuple(names))


def _replace(text: str, found: re.Match[str], other: str) -> str:
    return text[: found.start()] + other + text[found.end() :]


def _listed(between: str) -> bool:
    """Whether two names stand in a list or side by side: nothing but names and "and" between."""
    words = re.findall(r"[\w’'-]+", between)
    return all(word[0].isupper() or _BESIDE.match(word) for word in words) or words[0] in (
        "'s",
        "’s",
    )


def _names(text: str) -> list[re.Match[str]]:
    calendar = {*_DAYS, *_MONTHS}
    return [m for m in _NAME.finditer(text) if calendar.isdisjoint(m.group().split())]


def _strangers(text: str, names: Iterable[str]) -> list[str]:
    """Names none of whose words starts like a word of ``text``, a day or a month."""
    starts = {word[:3].lower() for word in (*re.findall(r"\w+", text), *_DAYS, *_MONTHS)}
    return [n for n in names if starts.isdisjoint(word[:3].lower() for word in n.split())]


def swap_name_out(text: str, story: Story, other: Story, rng: random.Random) -> str | None:
    """Put a name of another story for one of the sentence's names."""
    names = _names(text)
    strangers = [name for name in other.names if name not in story.document.text]
    strangers = _strangers(text, strangers)
    return _replace(text, rng.choice(names), rng.choice(strangers)) if names and strangers else None


def swap_name_in(text: str, story: Story, _other: Story, rng: random.Random) -> str | None:
    """Put another name of the same story for one of the sentence's names."""
    names = _names(text)
    strangers = _strangers(text, story.names)
    return _replace(text, rng.choice(names), rng.choice(strangers)) if names and strangers else None


def change_number(text: str, story: Story, _other: Story, rng: random.Random) -> str | None:
    """Change a number to one that differs by a fifth or more and is not in the story."""
    found = [m for m in _NUMBER.finditer(text) if not re.fullmatch(r"(?:19|20)\d\d", m[1])]
    if not found:
        return None
    at = rng.choice(found)
    old = float(at[1].replace(",", ""))
    for _ in range(20):
        new = re.sub(r"\d", lambda _: rng.choice("123456789"), at[1])
        far = abs(float(new.replace(",", "")) - old) >= 0.2 * old
        if far and new not in story.document.text:
            return text[: at.start(1)] + new + text[at.end(1) :]
    return None


def negate(text: str, _story: Story, _other: Story, _rng: random.Random) -> str | None:
    """Put "not" behind the first auxiliary, or take the sentence's "not" away."""
    if found := _AUXILIARY.search(text):
        return text[: found.end()] + " not" + text[found.end() :]
    return text.replace(" not ", " ", 1) if " not " in text else None


def swap_roles(text: str, _story: Story, _other: Story, rng: random.Random) -> str | None:
    """Exchange two names that aren't just listed side by side."""
    names = _names(text)
    pairs = [
        (a, b)
        for i, a in enumerate(names)
        for b in names[i + 1 :]
        if not set(a.group().split()) & set(b.group().split())
        and not _listed(text[a.end() : b.start()])
        and len(text[a.end() : b.start()].split()) >= 2
    ]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    between = text[a.end() : b.start()]
    return text[: a.start()] + b.group() + between + a.group() + text[b.end() :]


def move_date(text: str, _story: Story, _other: Story, rng: random.Random) -> str | None:
    """Change a weekday, month or year to another."""
    found = list(_DATE.finditer(text))
    if not found:
        return None
    at = rng.choice(found)
    old = at.group()
    for kind in (_DAYS, _MONTHS):
        if old in kind:
            return _replace(text, at, rng.choice([word for word in kind if word != old]))
    return _replace(text, at, str(int(old) + rng.choice((-7, -4, -3, -2, 2, 3, 4, 7))))


def reverse_direction(text: str, _story: Story, _other: Story, rng: random.Random) -> str | None:
    """Put the opposite for a word of direction or comparison."""
    found = list(_DIRECTION.finditer(text))
    if not found:
        return None
    at = rng.choice(found)
    return _replace(text, at, _MORE_OPPOSITES.get(at.group()) or OPPOSITES[at.group()])


def _halves(text: str) -> tuple[str, str] | None:
    """Cut at the joint nearest to the middle."""
    joints = [
        m.start()
        for m in _JOINT.finditer(text)
        if min(len(text[: m.start()].split()), len(text[m.start() :].split())) >= 5
    ]
    if not joints:
        return None
    at = min(joints, key=lambda i: abs(i - len(text) / 2))
    return text[:at], text[at:]


Perturbation = Callable[[str, Story, Story, random.Random], str | None]

PERTURBATIONS: dict[str, Perturbation] = {
    "name_out": swap_name_out,
    "name_in": swap_name_in,
    "number": change_number,
    "negation": negate,
    "roles": swap_roles,
    "date": move_date,
    "direction": reverse_direction,
}
"""Each makes one thing of a sentence wrong, or returns None; "splice" and "other" need more."""

KINDS = (*PERTURBATIONS, "splice", "other")


def _without(story: Story, *gone: int) -> str:
    """The story's text with the sentences of these indices deleted."""
    text = story.document.text
    for index in sorted(gone, reverse=True):
        span = story.document.sentences[index].span
        text = text[: span.start] + text[span.end :]
    return text


def find_retold(story: Story) -> frozenset[int]:
    """Return the usable sentences that the rest of the story tells again.

    Their names and numbers stand elsewhere in the story, and two neighbouring
    other sentences have at least :data:`RETOLD` of their other content words.
    """
    index = index_article(story.document)
    found = set()
    for k in story.usable:
        sentence = story.document.sentences[k].text
        names = {stem for m in _names(sentence) for stem in tokenize(m.group())}
        names |= {stem for m in _NUMBER.finditer(sentence) for stem in tokenize(m[1])}
        content = index.sentences[k].keys() - names
        counts = Counter(
            {name: index.frequencies[name] for name in names & index.frequencies.keys()}
        )
        counts.subtract(index.sentences[k].keys() & names)
        others = [c.keys() if i != k else set() for i, c in enumerate(index.sentences)]
        near = max(len(content & (a | b)) for a, b in pairwise([set(), *others]))
        if all(counts[name] > 0 for name in counts) and near >= RETOLD * max(1, len(content)):
            found.add(k)
    return frozenset(found)


def _make_cases(
    story: Story, index: int, other: Story, rng: random.Random, *, rewritten: bool, retold: bool
) -> Iterator[Case]:
    """All cases of one sentence: a positive, and every perturbation that applies."""
    sentence = story.document.sentences[index].text
    full, rest = story.document.text, _without(story, index)
    changed = rewrite(sentence, rng) if rewritten else None
    if rewritten and changed is None:
        return
    base, kind = (changed[0], "rewritten") if changed else (sentence, "verbatim")
    made: list[tuple[str, str, str]] = [(kind, base, rest)]
    for name, perturb in PERTURBATIONS.items():
        wrong = perturb(base, story, other, rng)
        if wrong is not None and wrong not in full:
            made.append((name, wrong, rest))
    made += _make_foreign(story, index, base, other, rng)
    for name, statement, without in made:
        for source, article in ((True, full), (False, without)):
            yield Case(name, statement, article, source, retold, story.key)


def _make_foreign(
    story: Story, index: int, base: str, other: Story, rng: random.Random
) -> list[tuple[str, str, str]]:
    """Splice with another sentence of the story, and a sentence of another story."""
    made = []
    partners = [i for i in story.usable if abs(i - index) > 1]
    first = _halves(base)
    if partners and first:
        partner = rng.choice(partners)
        second = _halves(story.document.sentences[partner].text)
        if second and first[0] + second[1] not in story.document.text:
            made.append(("splice", first[0] + second[1], _without(story, index, partner)))
    foreign = other.document.sentences[rng.choice(other.usable)].text
    made.append(("other", foreign, _without(story, index)))
    return made


def make_suite(
    stories: Sequence[Story], *, stories_at_most: int = 250, sentences: int = 4, seed: int = 11
) -> list[Case]:
    """Make the cases of a seeded sample of stories: ``sentences`` of each, half rewritten.

    All other stories add the cases, source removed, of their sentences that are told again.
    """
    rng = random.Random(seed)
    order = rng.sample(list(stories), len(stories))
    cases: list[Case] = []
    for at, story in enumerate(order):
        retold = find_retold(story)
        sampled = at < stories_at_most
        pool = story.usable if sampled else sorted(retold)
        picks = rng.sample(pool, min(sentences, len(pool)))
        for turn, index in enumerate(picks):
            made = _make_cases(
                story,
                index,
                order[(at + 1) % len(order)],
                rng,
                rewritten=(turn + at) % 2 == 1,
                retold=index in retold,
            )
            cases += [case for case in made if sampled or not case.source]
    return cases
