"""What the words around an event say about it: charges, laws, hopes, years, clauses."""

from __future__ import annotations

import pytest

from summarize import Document
from summarize.implications import polarity
from summarize.implications.history import tells_history
from summarize.implications.names import words_between
from summarize.implications.patterns import parse_pattern
from summarize.implications.phrases import coordinated, noun_phrase
from summarize.implications.reading import Reading, tokenise
from summarize.implications.roles import is_passive
from summarize.implications.triggers import Trigger


def judge(text: str, word: str, *, verb: bool = False) -> tuple[str | None, bool]:
    reading = Reading(Document.from_text(text))
    tokens = reading.tokens(0)
    at = tokens.words.index(word)
    return polarity.judge(reading, tokens, at, at + 1, verb=verb)


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("Police found a man of 30 dead after a murder in the old mill.", "murder", "happened"),
        ("A man of 30 was charged with one count of murder on Friday.", "murder", "alleged"),
        ("Two clerks are being investigated for fraud at the bank.", "fraud", "alleged"),
        ("The court opened an inquiry into embezzlement at the bank.", "embezzlement", "alleged"),
        ("Ministers ordered a review of the law on murder this week.", "murder", None),
        ("The parties spoke about the issue of tax rises all day.", "rises", None),
        ("She is confident of a win at the games in May.", "win", None),
        ("The winger has a ten per cent chance of a return this week.", "return", None),
        ("The firm is considering strikes at night to save money.", "strikes", "proposed"),
        ("The captain backed her rivals to win the series in May.", "win", None),
        ("The claim was dropped by the firm on Friday.", "claim", None),
        ("The firm may launch a bold £8m bid for the mill.", "bid", None),
        ("The firm has launched a bold £8m bid for the mill.", "bid", "happened"),
        ("The firm will launch a bold new £8m bid for the mill.", "bid", "planned"),
        ("The firm plans to launch a bold new £8m bid for the mill.", "bid", "planned"),
        ("The port may be shut because of new safety rules and a strike.", "strike", "happened"),
        ("She will learn whether the firm is to make an offer.", "offer", None),
        ("The club face a home tie with the champions if they win.", "tie", None),
        ("The club lost a home tie even if they led.", "tie", "happened"),
        (
            "The closure plan also prompted the resignation of two clerks.",
            "resignation",
            "happened",
        ),
        ("The plan for the resignation of two clerks was read.", "resignation", "planned"),
        ("Unions have earmarked 3 March for a one-day strike.", "strike", "planned"),
        ("The mayor was keen to hold an early strike.", "strike", None),
        ("Staff were quick to praise last week's summit in May.", "summit", "happened"),
        ("The deal shows what happens if a port is shut.", "deal", "happened"),
        ("Sales of the game have dropped since the claim was made.", "claim", "happened"),
        ("They agreed to look at conditions for resuming talks in May.", "talks", None),
        ("They cleared a hurdle on the path to reaching a lasting accord.", "accord", None),
        ("They cleared a hurdle on the path, reaching a lasting accord.", "accord", "happened"),
        ("The mill gave way to a strike in May.", "strike", "happened"),
        ("The row may give way to an even more bitter strike.", "strike", None),
        ("The firms are in talks over a merger of their mills.", "merger", None),
        ("The firms are in talks over the merger of their mills.", "merger", "happened"),
        ("The panel drew up two articles of impeachment in May.", "impeachment", "proposed"),
        ("The firm has completed its own inquiry into the fire.", "inquiry", None),
        ("The firm has begun its own inquiry into the fire.", "inquiry", "happened"),
        ("She spoke a day after the end of a two-week strike.", "strike", None),
        ("The strike at the mill is over.", "strike", None),
        ("The strike at the mill is over pay.", "strike", "happened"),
        ("The talks at the mill ended without a deal.", "talks", "happened"),
        ("The firm has completed a merger with its rival.", "merger", "happened"),
        ("They set out new demands for the swift release of a clerk.", "release", "proposed"),
        ("The panel is set to resume its inquiry on Tuesday.", "inquiry", "happened"),
        ("The panel is set to open an inquiry on Tuesday.", "inquiry", "planned"),
        ("They cleared the way for only the third trial of a mayor.", "trial", None),
        ("They spoke of last month's fatal shooting in the town.", "shooting", None),
        ("The mayor has the power to pardon the clerk.", "pardon", None),
        ("Staff were sent home pending an inquiry into theft.", "inquiry", "happened"),
        ("Ministers spoke about a pending merger of mills.", "merger", "planned"),
        ("A merger of the two mills has yet to be agreed.", "merger", None),
        ("The mills have yet to agree on a merger.", "merger", None),
        ("A merger of the two mills is good, yet to some it is bad.", "merger", "happened"),
    ],
)
def test_a_noun_that_is_only_named_is_no_event(text, word, modality):
    assert judge(text, word)[0] == modality


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("Crowds called for the president to be impeached.", "impeached", "proposed"),
        ("The player was forced to withdraw from the open.", "withdraw", "happened"),
        ("She became the first woman to win the title.", "win", "happened"),
        ("The coach accepts that he is going to be criticised.", "criticised", "planned"),
        ("She hopes to become the first woman to win the title.", "win", "planned"),
        ("The coach must recall the hooker to win.", "recall", None),
        ("They will ask whether he was criticised.", "criticised", None),
        ("She has poor odds of being the first guest to be chosen.", "chosen", "planned"),
        ("She is the favourite to be chosen on Monday.", "chosen", None),
        ("She aims to forget the loss of her crown by winning a medal.", "winning", "planned"),
        ("The firm could cut its debts by selling the mill.", "selling", None),
        ("The firm cut its debts by selling the mill.", "selling", "happened"),
    ],
)
def test_infinitives_say_whether_the_event_came_about(text, word, modality):
    assert judge(text, word, verb=True)[0] == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The firm may sell the mill and cut the staff.", None),
        ("The firm will sell the mill and cut the staff.", "planned"),
        ("They sell the mill and cut the staff.", "happened"),
        ("They cut the staff if sales fall.", None),
    ],
)
def test_a_base_verb_shares_what_governs_the_verb_before(text, modality):
    reading = Reading(Document.from_text(text))
    tokens = reading.tokens(0)
    at = tokens.words.index("cut")
    assert polarity.judge(reading, tokens, at, at + 1, verb=True, base=True)[0] == modality


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("In 2004 the mill had a strike. It is 2006 now.", "strike", None),
        ("Profits fell in the last quarter of 2004. It is 2006 now.", "fell", "happened"),
        ("The strike began at 1900 local time. It is 2006 now.", "strike", "happened"),
        ("She won the award for 2005 on Friday. It is 2006 now.", "won", "happened"),
        ("He was jailed in 2005 for theft. It is 2006 now.", "jailed", None),
        ("Ada May has jailed the mayor of Kelvary.", "jailed", "happened"),
        ("Ada may have jailed the mayor of Kelvary.", "jailed", None),
        ("They spoke of last year's fatal shooting in the town.", "shooting", None),
        ("Exports fell in 2005, the ministry said. It is 2006 now.", "fell", "happened"),
        ("A pier fell in 2005, the ministry said. It is 2006 now.", "fell", None),
        ("Exports fell for the first time since March 2005. It is 2006 now.", "fell", "happened"),
    ],
)
def test_years_put_events_in_the_past_but_not_reports(text, word, modality):
    verb = word in {"fell", "won", "jailed"}
    assert judge(text, word, verb=verb)[0] == modality


@pytest.mark.parametrize(
    ("text", "word", "background"),
    [
        ("The singer, who came to fame in May, has won an award.", "won", False),
        ("The singer, who has won an award, came to fame in May.", "won", True),
        ("The singer who won an award came to fame in May.", "won", True),
        ("A phone that reads cards and pays has been banned in Kelvary.", "banned", False),
        ("The mill where ten people work is to be closed in May.", "closed", False),
        ("A man who officials say was banned from the port spoke on Monday.", "banned", True),
        ("A man who was banned from the port spoke on Monday.", "banned", True),
        ("They spoke of a rumour that the union was banned from the port.", "banned", True),
    ],
)
def test_a_relative_clause_ends_at_its_comma(text, word, background):
    assert judge(text, word, verb=True)[1] is background


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("Crowds are demanding that the mayor lift the curfew in town.", "lift", "proposed"),
        ("Crowds are glad that the mayor lifted the curfew in town.", "lifted", "happened"),
        ("The port is close to signing the lease.", "signing", None),
        ("The port won praise for signing the lease.", "signing", "happened"),
        ("They made the case for closing the port.", "closing", None),
        ("Members read a bill banning boats in the bay.", "banning", "proposed"),
        ("Members passed a bill banning boats in the bay.", "banning", "happened"),
        ("The mayor could sign a law banning boats in the bay.", "banning", None),
        ("The mayor read a bill, banning boats in the bay.", "banning", "happened"),
        ("Most clerks support banning boats in the bay.", "banning", "proposed"),
        ("He was stopping at the bay in a boat some years ago.", "stopping", None),
        ("He was stopping at the bay, which he left years ago.", "stopping", "happened"),
        ("Boats were stopping at the bay, more than a year ago.", "stopping", "happened"),
        ("The mayor told them of her plan: close the port by May.", "close", None),
        ("The mayor told them of her plan: boats close the port by May.", "close", "happened"),
    ],
)
def test_what_is_demanded_or_drafted_is_no_settled_event(text, word, modality):
    reading = Reading(Document.from_text(text))
    tokens = reading.tokens(0)
    at = tokens.words.index(word)
    base = not word.endswith(("ed", "ing"))
    assert polarity.judge(reading, tokens, at, at + 1, verb=True, base=base)[0] == modality


def test_a_process_that_another_sentence_ends_is_no_news():
    text = "The firm began an inquiry into the fire in May. {} in June, it said."
    assert judge(text.format("The inquiry was completed early"), "inquiry")[0] == "happened"
    assert judge(text.format("It completed the inquiry"), "inquiry")[0] is None


def test_a_year_above_puts_what_is_named_again_in_the_past():
    text = "Did rivals plan the 1963 {0} of the mayor? {1} It is 2013 now."
    again = "Crowds spoke about the {0} of the mayor at length."
    reading = Reading(Document.from_text(text.format("murder", again.format("murder"))))
    tokens = reading.tokens(1)
    at = tokens.words.index("murder")
    assert polarity.judge(reading, tokens, at, at + 1, verb=False)[0] is None
    reading = Reading(Document.from_text(text.format("visit", again.format("murder"))))
    assert polarity.judge(reading, reading.tokens(1), at, at + 1, verb=False)[0] == "happened"


@pytest.mark.parametrize(
    ("title", "modality"),
    [
        ("Boat ban dropped from bill", None),
        ("Boat ban dropped", None),
        ("Boat ban delayed opening of pier", "happened"),
        ("Boat ban in bay", "happened"),
    ],
)
def test_a_headline_undoes_without_an_auxiliary(title, modality):
    reading = Reading(Document.from_text("The bay was calm on Friday.", title=title))
    assert polarity.judge(reading, reading.title, 1, 2, verb=False)[0] == modality


def test_what_stands_among_many_is_background():
    assert judge("It is the first out of hundreds of strikes at the mill.", "strikes")[1]
    assert not judge("It is the first of hundreds of new strikes at the mill.", "strikes")[1]


def test_a_year_before_what_an_event_was_part_of_puts_it_in_the_past():
    text = "A man shot {} at the mill is free. It is 2015 now."
    assert judge(text.format("in a 2014 raid"), "shot", verb=True)[0] is None
    assert judge(text.format("for a 2014 award"), "shot", verb=True)[0] == "happened"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("a ban on plastic bags", "a ban"),
        ("Sen. Ann Low isn't sure", "Sen. Ann Low"),
        ("the mayor Ada F. Mee during a trip", "the mayor Ada F. Mee"),
        ("the mayor Ada Mee. She left", "the mayor Ada Mee"),
        ("front-runner Ann Low soundly, winning most seats", "front-runner Ann Low"),
        ("the family assembly in May", "the family assembly"),
        ("an additional 1,000 clerks to the mill", "an additional 1,000 clerks"),
        ("1,500 clerks to the mill", "1,500 clerks"),
        ("more than 900 clerks to the mill", "more than 900 clerks"),
        ("1,500 to the mill", ""),
        ("possible links between the mill and the port", ""),
        ("close ties with the port", ""),
        ("close ties of the port with the mill", "close ties of the port"),
        ("the mayor Ada Mee proves the point", "the mayor Ada Mee"),
        ("a gray, fossilised jawbone of a whale", ""),
        ("a Vallejo, Westria, woman was found", ""),
        ("Tom Hale of dodging the issue", "Tom Hale"),
        ("the art of dodging the issue", ""),
        ("submitting her entry for the race", ""),
        ("new film, which opens in May", ""),
        ("a united Westria akin to a single state", "a united Westria"),
        ("the harbour next to the mill", "the harbour"),
        ("what went wrong at the mill", ""),
        ("claims Norwick Town broke the rules", ""),
        ("fears the mill may close", ""),
        ("the belief that it may close", ""),
        ("claims against the mayor", "claims"),
        ('the musical "Blue Barn" in May', ""),
        ("a ban foreign, some say", ""),
        ("the young of the town", "the young of the town"),
        ("US bank Acme over its fees", "US bank Acme"),
        ("a US bank over its fees", "a US bank"),
        ("us over its fees", ""),
        ("the Norwick to Kelvary line", ""),
        ("the Norwick to be shut", "the Norwick"),
    ],
)
def test_a_phrase_that_breaks_off_is_no_phrase(text, phrase):
    tokens = tokenise(text)
    end = noun_phrase(tokens, 0)
    assert (words_between(tokens, 0, end) if end else "") == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("beat Ann Low and win her first title", "Ann Low"),
        ("beat Ann Low and face Carla Meer in May", "Ann Low"),
        ("beat Ann Low and takes gold in May", "Ann Low"),
        ("beat Ann Low and Carla Meer in May", "Ann Low and Carla Meer"),
        ("between police and face the crowd", ""),
        ("denounced the bill and Mayor Ann Low said so", "the bill"),
        ("denounced the bill and Mayor Ann Low in May", "the bill and Mayor Ann Low"),
    ],
)
def test_a_verb_after_and_is_no_part_of_an_object(text, phrase):
    tokens = tokenise(text)
    end = coordinated(tokens, 0, noun_phrase(tokens, 1))
    assert (words_between(tokens, 1, end) if end > 1 else "") == phrase


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dock workers began a strike in Kelvary last year.", True),
        ("Dock workers began a strike in Kelvary over last year's pay.", False),
        ("Dock workers began a strike, as they did last year.", False),
        ("Dock workers held a strike each week in the last year.", False),
        ("Dock workers began a strike in Kelvary last Friday.", False),
    ],
)
def test_below_the_first_sentence_last_year_tells_history(text, told):
    reading = Reading(Document.from_text(f"Ships waited outside the port on Friday. {text}"))
    tokens = reading.tokens(1)
    at = tokens.words.index("strike")
    assert tells_history(reading, tokens, at, at + 1, verb=False) is told


@pytest.mark.parametrize(
    ("trigger", "text", "passive"),
    [
        ("come|came under fire = criticism of", "Ann Low has come under fire for it.", True),
        ("charged with = charges", "Ann Low was held on Friday and charged with fraud.", True),
        ("charged with = charges", "Police were calm and charged with dogs.", False),
        ("comes to a stop = stop", "Acme comes to a stop at its mill.", False),
        ("files a lawsuit = lawsuit", "Acme files a lawsuit over its mill.", False),
    ],
)
def test_who_comes_under_something_does_not_do_it(trigger, text, passive):
    pattern = parse_pattern(trigger.partition(" = ")[0], "phrase")
    tokens = tokenise(text)
    start = next(i for i in range(len(tokens)) if pattern.match(tokens.words, i, len(tokens)) > 0)
    end = pattern.match(tokens.words, start, len(tokens))
    found = Trigger(pattern, "phrase", "", "", frozenset())
    assert is_passive(tokens, found, start, end) is passive
