"""Sentences with a cue that make no bullet: nothing is projected, or nobody could read it alone."""

from __future__ import annotations

import pytest

from summarize.document import Document
from summarize.implications.stated import find_candidates
from summarize.implications.stated_condense import condense
from summarize.implications.stated_cues import find_cues
from summarize.implications.stated_names import (
    has_bare_noun,
    has_unknown_acronym,
    names_stranger,
)
from summarize.implications.stated_projection import (
    announces,
    has_lost_speaker,
    is_no_sentence,
    projects_nothing,
)
from summarize.implications.stated_references import opens_with_standfirst, reads_alone

NOTHING: frozenset[str] = frozenset()


def test_a_second_verb_of_speech_needs_its_speaker():
    said = "the plan is likely to pass the council, but warned that the mayor could block it."
    whole = f"Some members acknowledged that {said}"
    assert has_lost_speaker(said)
    assert not has_lost_speaker("The plan is likely to pass, but costs could rise.")
    assert not find_candidates(Document.from_text(whole))


@pytest.mark.parametrize(
    "bullet",
    [
        "Velde moved its archive inland for fear the dyke could give way.",
        "The mayor said it was too early to say whether the dyke could hold.",
        "The clerk asked if the tunnel could be built a year later.",
        "Voters will have to wait for the plan of the council to see if fares could rise.",
        "It remains to be seen how far the toll could slow the traffic.",
        "The number of listed barns in the valley could be as many as 900.",
        "Anglers who fish the upper river may want to read the new rules.",
        "The council should consider a toll that could pay for the bridge.",
        "The longer a ferry lies idle, the more it will cost its owners.",
        "A ballot on street lamps may sound dull to anyone outside Velde.",
        "The drop in eel numbers could at least partly be attributed to the weir.",
        "The rise in visitors is likely linked to the new railway halt.",
        "Velde is recovering from what was likely its driest summer on record.",
        "The film follows two unlikely friends who might lose their farm.",
        "Newcomers are generally expected to bring bread to their neighbours.",
        "No shareholder may hold more than a tenth of the new port company.",
        "Nearly half say they will leave the islands by spring.",
        "More than 60 per cent fear that prices will rise.",
        "The port originally predicted that repairs would take three months.",
        "Without a pass, visitors can expect to pay 40 crowns a day.",
    ],
)
def test_what_projects_nothing(bullet: str) -> None:
    assert projects_nothing(bullet)


@pytest.mark.parametrize(
    "bullet",
    [
        "Rain is likely in the north on Friday.",
        "Exporters will likely lose millions of crowns.",
        "It is likely Holt will stand again.",
        "They'll likely close two of the five schools.",
        "Nearly half of the islanders say they will leave by spring.",
        "The longer pier could bring larger ships to Velde.",
        "Repairs could cost as much as the bridge itself.",
        "The council wants to close the road, which may lengthen journeys.",
    ],
)
def test_what_projects_something(bullet: str) -> None:
    assert not projects_nothing(bullet)


@pytest.mark.parametrize(
    "bullet",
    [
        "Image copyright Velde Press Image caption The bridge will close in May.",
        "Related Coverage Ferries could stop running in May.",
        "The bridge could stay closed for a year Read more.",
        "The port has-warned that ships could be turned away.",
        "Critics say the-bridge could stay closed for a year.",
        "But,the ferry is likely to stop running.",
        "The toll will bring in ?40m a year.",
        "The rebels may gained a foothold in the north.",
        "The parties could agree if they manage to to meet.",
        "The port has warned against a long closure, with its chief Marten Holt saying.",
        "LINDMARK – The port will stay closed for a year.",
    ],
)
def test_what_is_no_sentence(bullet: str) -> None:
    assert is_no_sentence(bullet)


@pytest.mark.parametrize(
    "bullet",
    [
        "The up-to-date timetable could save ten minutes.",
        "A day-to-day ticket may need a new price.",
        "Farmers would proceed with the harvest if it stays dry.",
        "The fleet may need 4,000 new berths.",
    ],
)
def test_what_is_a_sentence(bullet: str) -> None:
    assert not is_no_sentence(bullet)


@pytest.mark.parametrize(
    "bullet",
    [
        "A new toll could undo those modest gains.",
        "Close to 8,000 of them might not survive the winter.",
        "The gap between them is likely to grow.",
        "Analysts said its passage may change little.",
        "Brewers warn of empty shelves if that happens.",
        "The clinic here could become a model for others.",
        "Velde's second ferry meanwhile said it would add sailings.",
        "Since then the port has warned that it could close.",
        "In the meantime an inquiry will be made into the fall of the crane.",
        "At the time engineers said the dyke could hold.",
        "Once again the valley could be cut off by snow.",
        "The court ruled it could take effect in May.",
        "Port officials have said it could be reopened in May.",
        "Trouble ahead Attempts to reopen the bridge are unlikely to succeed.",
        "Rising tolls The Port said it would cut its fees.",
        "For other crops, the losses could be more gradual.",
        "Some brokers say that 25 percent could be lost to the valley mills.",
        "The clerks said that committee could settle the matter by June.",
        "A vote now would likely cost the council its majority, Mr. Vale adds.",
    ],
)
def test_what_leans_on_another_sentence(bullet: str) -> None:
    assert not reads_alone(bullet, NOTHING)


@pytest.mark.parametrize(
    "bullet",
    [
        "Only those who live in Velde will keep their berths.",
        "A new toll could hurt those in the poorest villages.",
        "Some 12,000 recruits are expected, but half of them will serve abroad.",
        "The Port of Velde said it would cut its fees.",
    ],
)
def test_what_needs_no_other_sentence(bullet: str) -> None:
    assert reads_alone(bullet, NOTHING)


def test_a_standfirst_run_into_the_first_sentence() -> None:
    assert opens_with_standfirst(
        "Firms told to look abroad despite moves to curb risky deals Norland's trade is expected"
        " to grow."
    )
    assert opens_with_standfirst(
        "Fair will draw more foreign visitors Lindmark was chosen as host, which may help hotels."
    )
    assert not opens_with_standfirst("The owners of oil giant Norol are likely to sell.")
    assert not opens_with_standfirst("A report says Norland is expected to grow.")


def test_who_says_what_they_will_do_announces() -> None:
    assert announces("Norol says it will invest 200m crowns in its plant at Velde.")
    assert announces("Marten Holt announced on Monday that he would stand down in May.")
    assert not announces("Norol says a strike would stop its plant at Velde.")


def test_an_announcement_in_the_lead_is_the_news() -> None:
    text = (
        "The Velde ferry line says it will close its northern route in the autumn. "
        "Shops on the northern islands are likely to lose a third of their trade."
    )
    found = find_candidates(Document.from_text(text, title="Velde line to close northern route"))
    assert [sentence.index for sentence, _, _ in found] == [1]


def test_an_acronym_that_the_article_had_to_explain() -> None:
    before = "The Board of Velde Harbours (BVH) met on Monday. "
    bullet = "The BVH expects that repairs could take three months."
    assert has_unknown_acronym(bullet, before, "Harbour shut")
    assert not has_unknown_acronym(bullet, "", "Harbour shut")
    assert not has_unknown_acronym(bullet, before, "BVH shuts harbour")
    assert not has_unknown_acronym(bullet, before, "Board of Velde Harbours shuts basin")
    assert not has_unknown_acronym(
        "The Board of Velde Harbours (BVH) expects a long closure.", before, "Harbour shut"
    )
    assert not has_unknown_acronym(
        "BVH leader Marten Holt expects a long closure.", before, "Harbour shut"
    )
    united = "The United Nations (UN) met on Monday. "
    assert not has_unknown_acronym("The UN expects a long closure.", united, "Harbour shut")


@pytest.mark.parametrize(
    ("bullet", "before"),
    [
        ("Wen says ferry fares are unlikely to fall.", "Wen Tao, a banker, met owners. "),
        ("Fares are unlikely to fall, according to Holt.", "Marten Holt runs a line. "),
        ("Fares may rise, a risk that Holt said was small.", "Marten Holt runs a line. "),
        ("As the island votes, Holt says he fears a long winter.", "Marten Holt spoke. "),
    ],
)
def test_a_surname_alone(bullet: str, before: str) -> None:
    assert names_stranger(bullet, before, NOTHING)


def test_a_name_inside_another_word_introduces_nobody() -> None:
    before = "Old Linden is a harbour town. "
    assert not names_stranger("Lin says fares are unlikely to fall.", before, NOTHING)


def test_a_noun_with_a_bare_the_that_only_the_article_explains() -> None:
    before = "The old Velde dam was built in 1930. "
    bullet = "Water from the dam is expected to flood two villages."
    assert has_bare_noun(bullet, before, "Villages braced for floods")
    assert not has_bare_noun(bullet, before, "Velde dam may fail")
    assert not has_bare_noun(bullet, "", "Villages braced for floods")
    assert not has_bare_noun(
        "Water from the dam at Velde is expected to flood two villages.", before, "Floods"
    )
    assert not has_bare_noun(
        "A second dam may fail if the dam is not repaired.", before, "Floods near Velde"
    )
    assert not has_bare_noun("The government is expected to step in.", "A government. ", "Floods")


@pytest.mark.parametrize(
    "sentence",
    [
        "Autocrats love parades of military might in the capital.",
        "The auditors said they could give no assurance about the accounts.",
        "Rockets of that kind cannot accurately hit targets at sea.",
        "The fleet could muster no more than three boats in the old days.",
    ],
)
def test_words_that_are_no_cue(sentence: str) -> None:
    assert not [c for c in find_cues(sentence) if c.word in {"might", "could", "cannot"}]


def test_so_far_is_no_connective() -> None:
    kept = condense("So far only one of the funds is likely to be tapped by banks this year.")
    assert kept is not None
    assert kept.text.startswith("So far only")


def test_what_stands_flatly_first_keeps_its_speaker() -> None:
    kept = condense(
        "Marten Holt said the huts are illegal, and the court is expected to have them removed."
    )
    assert kept is not None
    assert kept.text.startswith("Marten Holt said")
