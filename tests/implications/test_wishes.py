"""What is only wished for, settled since, one of many, or the farthest of its kind."""

from __future__ import annotations

import pytest

from summarize import Document, imply
from summarize.implications import polarity
from summarize.implications.bank import build_bank
from summarize.implications.history import is_settled
from summarize.implications.lines import is_label, skip_dateline
from summarize.implications.morphology import is_superlative
from summarize.implications.phrases import coordinated, noun_phrase
from summarize.implications.places import place_at
from summarize.implications.reading import Reading, tokenise
from summarize.implications.slots import Grammar, fill


def judge(text: str, word: str, *, verb: bool = False) -> str | None:
    reading = Reading(Document.from_text(text))
    tokens = reading.tokens(0)
    at = tokens.words.index(word)
    return polarity.judge(reading, tokens, at, at + 1, verb=verb)[0]


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("Most bankers call a slump likely, a survey found.", "slump", None),
        ("A strike at the port is very likely, the union said.", "strike", None),
        ("A strike at the port is likely to cost millions.", "strike", "happened"),
        ("The strike is likely to cost the port millions.", "strike", "happened"),
        ("A raid is the only way to free them, she said.", "raid", None),
        ("A raid is one way the army answers.", "raid", "happened"),
        ("The mayor has argued for a tax cut on small firms.", "cut", "proposed"),
        ("The union has lobbied for a long strike.", "strike", "proposed"),
        ("The union went for a long strike.", "strike", "happened"),
        ("Rows grew about expulsions on a new scale promised by the party.", "expulsions",
         "planned"),
        ("The tariffs threatened by the minister are steep.", "tariffs", "threatened"),
        ("The tariffs paid by the firms are steep.", "tariffs", "happened"),
        ("The mayor promised a ceasefire in the quarter.", "ceasefire", "planned"),
        ("The keeper has been promised a transfer by his club.", "transfer", "happened"),
        ("The mayor endorses legalisation of the drink.", "legalisation", "proposed"),
        ("The mayor supports the legalisation of the drink.", "legalisation", "happened"),
        ("The mayor supports strikes at the port.", "strikes", "happened"),
        ("The crews are trained to fight wildfires near Selby.", "wildfires", None),
        ("It fell short of the kind of sweeping reform they sought.", "reform", None),
        ("It is a new kind of sweeping reform.", "reform", "happened"),
        ("The crews had to fight wildfires near Selby.", "wildfires", "happened"),
    ],
)  # fmt: skip
def test_what_is_only_wished_for_is_no_event(text, word, modality):
    assert judge(text, word) == modality


def test_talks_over_doing_something_have_not_done_it():
    assert judge("Talks over closing the port broke down.", "closing", verb=True) is None


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("It was one of the deadliest storms on record in Selby.", None),
        ("It was one of the storms that hit Selby.", "happened"),
        ("In one case, storms tore the roof off a mill.", None),
        ("In one night, storms tore the roof off a mill.", "happened"),
    ],
)
def test_one_picked_out_of_many_is_not_the_news(text, modality):
    assert judge(text, "storms") == modality


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("The council approved tough new sanctions on Friday.", True),
        ("The sanctions were imposed on Friday.", True),
        ("The sanctions are under way.", True),
        ("The sanctions have not been imposed.", False),
        ("The sanctions are to be imposed in May.", False),
        ("The house approved the sanctions on Friday.", False),
        ("The council signed a letter about the sanctions.", False),
        ("The council is considering sanctions.", False),
    ],
)
def test_what_was_planned_may_have_been_settled(text, settled):
    assert is_settled(Reading(Document.from_text(text)), "sanctions") == settled


RULE = """
topic = "politics"

[[rule]]
id = "measure"
family = "sanctions"
nouns = ["sanctions"]
verbs = ["impeach = question of impeachment of"]
planned = true
fires = [
  "The council imposed sanctions on Westria.",
  "New sanctions hit the firm on Friday.",
  "The house impeached the mayor on Friday.",
]
silent = [
  "There are no sanctions.",
  "Nobody impeached the mayor.",
  "The council dropped its sanctions.",
]
[[rule.consequents]]
hedge = "could"
text = "disrupt trade across the border"
class = "trade"
"""


@pytest.mark.parametrize(
    ("text", "premise"),
    [
        ("Ministers put forward proposed sanctions on Friday. The council approved the sanctions.",
         "The sanctions could"),
        ("Ministers put forward proposed sanctions on Friday. They met in Selby.",
         "The proposed sanctions could"),
        ("Members voted to impeach the mayor on Friday.",
         "The question of impeachment of the mayor could"),
    ],
)  # fmt: skip
def test_a_bullet_says_planned_only_of_what_is_to_come(text, premise):
    found = [b.text for b in imply(text, bank=build_bank([("x.toml", RULE.encode())]))]
    assert found[0].startswith(premise)


@pytest.mark.parametrize("word", ["worst", "worst-ever", "deadliest", "fiercest", "best"])
def test_superlatives_are_known(word):
    assert is_superlative(word)


@pytest.mark.parametrize("word", ["arrest", "forest", "latest", "nest", "contest", "east", "worse"])
def test_words_that_only_end_so_are_none(word):
    assert not is_superlative(word)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("They met the worst-ever wildfires", "wildfires"),
        ("They met the deadliest forest wildfires", "forest wildfires"),
        ("They met the large forest wildfires", "large forest wildfires"),
    ],
)
def test_a_superlative_is_left_out_as_its_limits_are(text, event):
    tokens = tokenise(text)
    end = len(tokens)
    assert fill(tokens, end - 1, end, Grammar("", "", False, False, False)).event == event


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("votes in Selby, Westria and Hale will follow", ""),
        ("votes in Selby and Hale.", ""),
        ("votes in Selby, Westria, on Friday", "in Selby"),
        ("votes in Selby and others", "in Selby"),
        ("votes in Selby and Hale said so", "in Selby"),
    ],
)
def test_one_of_several_places_is_not_the_place(text, place):
    tokens = tokenise(text)
    start, end = place_at(tokens, 1)
    assert " ".join(tokens.raw[start:end]) == place


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("vetoed the first bill sent to him", ""),
        ("vetoed the first bill, a reform", "the first bill"),
        ("vetoed the bill sent to him", "the bill"),
        ("hosted the major industrialized powers", ""),
        ("denounced the bill and former President Ada Mee on Friday warned them", "the bill"),
        ("denounced the bill and former President Ada Mee, a lawyer, warned them", "the bill"),
        ("denounced the bill and former President Ada Mee on Friday.",
         "the bill and former President Ada Mee"),
    ],
)  # fmt: skip
def test_a_phrase_is_whole_and_no_more(text, phrase):
    tokens = tokenise(text)
    end = coordinated(tokens, 0, noun_phrase(tokens, 1))
    assert " ".join(tokens.raw[1:end]) == phrase


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Updated at 5:54 p.m. ET Police shut the port.", "Police shut the port."),
        ("UPDATED 6:46 p.m. ET Police shut the port.", "Police shut the port."),
        ("Updated at 4 p.m. ET Friday Police shut the port.", "Police shut the port."),
        ("Updated rules for ports took force.", "Updated rules for ports took force."),
    ],
)
def test_when_a_page_was_changed_is_no_news(line, left):
    chunks = line.split()
    places = [line.index(chunk) for chunk in chunks]
    kept, starts = skip_dateline(chunks, places)
    assert " ".join(kept) == left
    assert not kept or line.startswith(kept[0], starts[0])


def test_the_claim_that_is_checked_is_no_news():
    assert is_label("The claim: Police shut the port in May.")
    assert not is_label("The claim was made in May.")


def test_an_organisation_called_planned_plans_nothing():
    title = "Unions, Planned Oakwood sue over closures"
    reading = Reading(Document.from_text("Unions met on Friday.", title=title))
    words = reading.title.words
    at = words.index("sue")
    assert polarity.judge(reading, reading.title, at, at + 1, verb=True)[0] == "happened"
