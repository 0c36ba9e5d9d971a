from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Document
from summarize.document import Span
from summarize.errors import InvalidValueError
from summarize.implications import Bank, imply, verify
from summarize.implications.bank import build_bank
from summarize.implications.engine import rule_bullets
from summarize.implications.matching import title_rules
from summarize.implications.reading import Reading

TRANSPORT = 'class = "transport"'


def texts(text, bank, title=None):
    return [b.text for b in rule_bullets(Document.from_text(text, title=title), bank)]


def test_a_bullet_has_its_proof(strike, small):
    first = next(b for b in imply(strike, bank=small) if b.hedge == "could")
    assert first.text == "The strike in Kelvary could disrupt services."
    assert (first.rule, first.hedge, first.consequence) == ("test-strike", "could", "transport")
    assert first.premises[0].text == "Dock workers began a strike in Kelvary on Monday."
    assert [evidence.index for evidence in first.premises] == [0, 3]
    assert first.trigger.slice(strike.text) == "strike"
    assert first.bank == small.fingerprint
    assert dict(first.parts)["title"] == 1.0


def test_a_str_and_a_document_give_the_same(small):
    text = "Dock workers began a strike in Kelvary on Monday."
    assert imply(text, bank=small) == imply(Document.from_text(text), bank=small)


@pytest.mark.parametrize(
    ("title", "premise"),
    [
        ("Workers to hold strike in Kelvary", "The planned strike could disrupt services."),
        ("Workers hold strike in Kelvary", "The strike could disrupt services."),
        ("Port sues to block strike", "The strike could disrupt services."),
        ("Ships wait outside port", ""),
    ],
)
def test_below_the_first_sentence_an_event_is_told_as_its_headline_tells_it(title, premise, small):
    text = "Ships waited outside the port on Friday. The strike by workers is about pay."
    assert texts(text, small, title)[:1] == ([premise] if premise else [])


def test_many_that_one_verb_meets_are_plural(rule_text, tmp_path):
    path = tmp_path / "held.toml"
    path.write_text(
        rule_text.replace("picket = picketing of", "detain = detention").replace(
            '  "Workers picketed the mill on Friday.",', '  "Police detained workers on Friday.",'
        ),
        encoding="utf-8",
    )
    held = Bank.load(path)
    text = "Police detained {} on Friday, union workers said."
    assert texts(text.format("eight clerks"), held)[0].startswith("The detentions ")
    assert texts(text.format("one clerk"), held)[0].startswith("The detention ")


def test_the_limit_holds(strike, bank):
    for limit in range(7):
        assert len(imply(strike, bank=bank, limit=limit)) <= limit
    with pytest.raises(InvalidValueError, match="limit must be 0 or more"):
        imply(strike, limit=-1)


@pytest.mark.parametrize(
    "text", ["", " \n ", "...", "12 34", "\0", "Ok.", "罢工。", "\ud800 strike"]
)
def test_texts_without_events_give_nothing(text, small):
    assert imply(text, bank=small) == ()


def test_other_languages_are_not_covered(small):
    text = "Dock workers began a strike in Kelvary on Monday."
    assert imply(Document.from_text(text, language="de"), bank=small) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Dock workers did not begin a strike in Kelvary on Monday.",
        "No strike began on Monday, workers said.",
        "Workers have never held a strike here.",
        "Workers averted a strike on Monday.",
        "Workers denied that a strike had begun.",
        "The strike by workers was called off on Monday.",
        "The union ruled out a strike on Monday.",
        "If workers began a strike, the port would close.",
        "Did the workers begin a strike on Monday?",
        'The union said: "We are not children. Workers love a strike and a song."',
        "Workers remembered the strike of 1926 with a walk.",
        "A man who joined a strike of workers married on Monday.",
        "Workers escaped a lightning strike on Monday.",
        "Workers cheered a Strike Force parade on Monday.",
        "Strike pay rose on Monday, workers said.",
        "Workers raised the question of picketing the mill.",
        "Workers held talks about picketing the mill.",
        "Workers are keen on picketing the mill.",
    ],
)
def test_what_did_not_happen_is_silent(text, small):
    assert texts(text, small) == []


@pytest.mark.parametrize(
    ("text", "premise"),
    [
        ("Workers plan a strike in May, the union said.", "The planned strike could disrupt"),
        ("Workers are to hold a 24-hour strike, the union said.", "The planned 24-hour strike"),
        ("The union threatened a strike on Monday.", "The threatened strike could"),
        (
            "The workers began a bitter strike in northern Kelvary.",
            "The bitter strike in northern Kelvary",
        ),
        ("Two strikes by workers closed the port.", "The strikes could"),
        ("Workers picketed the old mill on Friday.", "Workers' picketing of the old mill could"),
        ("Acme's strike began on Monday, workers said.", "Acme's strike could"),
        ("Acme faced a strike of workers, the union said.", "The strike of workers could"),
        ("The agency reported heavy strikes in Kelvary, workers said.", "The heavy strikes in Kel"),
        ("Workers began a badly timed strike in Kelvary.", "The badly timed strike in Kelvary"),
        ("Workers began a strike on land on Monday.", "The strike could"),
        ("Workers began a strike over the Mee mill of Mee.", "The strike could"),
        ("Workers began a strike over shares in Kelvary.", "The strike over shares could"),
        ("Tom van der Mee's strike began, workers said.", "Tom van der Mee's strike could"),
        ("Tarik al-Mee's strike began, workers said.", "Tarik al-Mee's strike could"),
        ("Acirians have picketed the mill with the workers.", "The picketing of the mill could"),
        (
            "Acme picketed the old mill on Friday. One of the workers told Acme of it.",
            "The picketing of the old mill",
        ),
        (
            "Acme picketed the old mill on Friday. One of the workers joined Acme there.",
            "Acme's picketing of the old mill",
        ),
    ],
)  # fmt: skip
def test_premises_say_what_the_text_says(text, premise, small):
    assert any(found.startswith(premise) for found in texts(text, small))


@pytest.mark.parametrize(
    ("opening", "found"),
    [
        ("In 2011 dock workers began a strike in Kelvary, their union said in 2015.", False),
        ("Last summer dock workers began a strike in Kelvary.", False),
        ("Two years ago dock workers began a strike in Kelvary.", False),
        ("Last summer they were calm, but now dock workers began a strike in Kelvary.", True),
        ("Last Friday dock workers began a strike in Kelvary.", True),
        ("Last summer was marked by a strike of workers, a report says.", True),
    ],
)
def test_a_sentence_that_opens_in_the_past_tells_history(opening, found, small):
    assert bool(texts(opening, small)) is found


def test_a_title_makes_the_past_news(small):
    text = "Last summer dock workers began a strike in Kelvary."
    assert texts(text, small, title="Workers' strike in Kelvary")


@pytest.mark.parametrize(
    ("topic", "text", "found"),
    [
        ("sport", "Tom Hale ran the mill in Kelvary.", False),
        ("sport", "Low ran the mill in Kelvary on Friday.", True),
        ("sport", "She ran the mill in Kelvary on Friday.", True),
        ("health", "Tom Hale ran the mill in Kelvary.", True),
    ],
)
def test_results_of_others_do_not_follow(topic, text, found, rule_text, tmp_path):
    path = tmp_path / "race.toml"
    second = rule_text.replace('"test-strike"', '"test-race"').replace('topic = "labour"', "")
    second = second.replace('nouns = ["strike", "walkout"]', "").replace("picket =", "run =")
    second = second.replace("picketing", "running")
    first = rule_text.replace('topic = "labour"', f'topic = "{topic}"')
    path.write_text((first + second).replace('[["union", "workers"]]', "[]"))
    lead = f"Ann Low had the fans cheer as the strike of the season began. {text}"
    found_texts = texts(lead, Bank.load(path), title="Low and fans cheer a strike")
    assert any("running" in text for text in found_texts) is found


@pytest.mark.parametrize(
    ("leads", "text", "title", "found"),
    [
        ("true", "A strike began on Friday. The mill in Kelvary ran again.", "Strike", False),
        ("false", "A strike began on Friday. The mill in Kelvary ran again.", "Strike", True),
        ("true", "The mill in Kelvary ran again. A strike began on Friday.", "Strike", False),
        ("true", "The mill in Kelvary ran again. A strike began on Friday.", None, True),
        ("true", "A strike began on Friday. The mill ran in Kelvary.", "Mill runs", True),
    ],
)
def test_a_rule_that_leads_is_told_by_the_headline(leads, text, title, found, rule_text, tmp_path):
    path = tmp_path / "run.toml"
    second = rule_text.replace('"test-strike"', f'"test-run"\nleads = {leads}')
    second = second.replace('topic = "labour"', "").replace("picketing", "running")
    second = second.replace('nouns = ["strike", "walkout"]', "").replace("picket =", "run =")
    path.write_text((rule_text + second).replace('[["union", "workers"]]', "[]"))
    found_texts = texts(text, Bank.load(path), title=title)
    assert any("running" in text for text in found_texts) is found


def test_an_event_leads_by_its_opening_though_it_is_told_better_below(small):
    opening = "The workers began a strike on Monday, the union said."
    text = f"{opening} Acme's strike in Kelvary goes on, workers said."
    found = texts(text, small, title="Ships wait outside port")
    assert found
    assert all(bullet.startswith("The strike ") for bullet in found)


def test_what_it_follows_does_not_lead_unless_the_title_has_it(small):
    text = "Ships waited outside the port on Friday following a strike by workers in Kelvary."
    assert texts(text, small, title="Ships wait outside port") == []
    assert texts(text, small, title="Strike of workers shuts port")


def test_a_noun_s_preposition_must_follow(rule_text, tmp_path):
    path = tmp_path / "bound.toml"
    path.write_text(rule_text.replace('"walkout"]', '"walkout of"]'))
    bound = Bank.load(path)
    assert texts("A walkout by workers has closed the port.", bound) == []
    of = texts("A walkout of workers has closed the port.", bound)
    assert of
    assert all(text.startswith("The walkout of workers ") for text in of)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Singer Ann Strike backs dock workers' union", False),
        ("Dock strike begins in Kelvary", True),
        ("Strike begins in Kelvary", True),
        ("Talks on STRIKE begin in Kelvary", True),
        ("Port calm as Strike Mee nears", True),
        ("Union Holds Strike In Kelvary Port", True),
    ],
)
def test_a_headline_s_surname_is_no_event(title, found, small):
    reading = Reading(Document.from_text("", title=title))
    assert bool(title_rules(reading, small)) is found


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        ("Dock workers began a strike in Kelvary. Ferries still run.", None, 2),
        ("Dock workers began a strike in Kelvary. Overstopped ferries still run.", None, 2),
        ("Dock workers began a strike in Kelvary. Ferries no longer ran: Stopped.", None, 1),
        ("Dock workers began a strike in Kelvary. Many left.", "Strike stops ferries", 1),
    ],
)
def test_a_consequent_goes_once_the_article_has_what_it_must_not(text, title, found, rule_text):
    bank = build_bank(
        [("x.toml", rule_text.replace(TRANSPORT, f'{TRANSPORT}\nunless = ["stop"]').encode())]
    )
    assert len(texts(text, bank, title)) == found


def test_a_rule_without_consequents_left_gives_nothing(rule_text):
    shut = rule_text.replace('\nclass = "', '\nunless = ["ferries"]\nclass = "')
    bank = build_bank([("x.toml", shut.encode())])
    assert not texts("Dock workers began a strike in Kelvary. Ferries still run.", bank)


@pytest.mark.parametrize(
    ("text", "premise"),
    [
        (
            "Three dockers have both been arrested over a theft in Kelvary.",
            "The arrests ",
        ),
        ("Mills are set to arrest a docker over a theft in Kelvary.", "The planned arrest "),
        ("A docker has been arrested over a theft in Kelvary.", "The arrest of a docker "),
        ("Police have arrested a docker over a theft in Kelvary.", "The arrest of "),
        ("Two directors of the mill have resigned in Kelvary.", "The resignations in "),
        ("A director of the mill had resigned in Kelvary.", "The resignation in "),
        ("Two unions have withdrawn a plan for Kelvary.", "The withdrawal of "),
    ],
)
def test_what_befalls_each_of_several_is_plural(text, premise, rule_text):
    more = '"arrest = arrest of", "resign = resignation", "withdraw = withdrawal of"'
    verbs = f'verbs = [{more}, "picket = picketing of"]'
    changed = rule_text.replace('verbs = ["picket = picketing of"]', verbs)
    changed = changed.replace('require = [["union", "workers"]]', "require = []")
    bank = build_bank([("x.toml", changed.encode())])
    found = texts(text, bank)
    assert {bullet.startswith(premise) for bullet in found} == {True}, found


@pytest.mark.parametrize(
    ("text", "premise"),
    [
        ("MPs have said that workers in Kelvary need rest.", "The report "),
        ("The Kelvary High Court ruled for the workers on Monday.", "The ruling "),
    ],
)
def test_roles_and_acronyms_are_no_names(text, premise, rule_text):
    phrases = 'phrases = ["mps have said = report", "court ruled = ruling"]'
    bank = build_bank(
        [("x.toml", rule_text.replace('except = ["lightning strike"]', phrases).encode())]
    )
    assert {bullet.startswith(premise) for bullet in texts(text, bank)} == {True}


def test_a_saint_does_not_end_a_phrase(rule_text):
    verbs = 'verbs = ["close = closure of", "picket = picketing of"]'
    changed = rule_text.replace('verbs = ["picket = picketing of"]', verbs)
    bank = build_bank([("x.toml", changed.encode())])
    found = texts("Workers closed St. Orla's Bridge in Kelvary on Monday.", bank)
    assert {"closure of St. Orla's Bridge in Kelvary" in bullet for bullet in found} == {True}


def test_hedges_agree_in_number(small):
    one = texts("A strike by workers closed the port.", small)
    many = texts("Two strikes by workers closed the port.", small)
    assert any(text.startswith("The strike puts pressure on") for text in one)
    assert any(text.startswith("The strikes put pressure on") for text in many)


def test_a_proof_replays(strike, small):
    for bullet in imply(strike, bank=small):
        assert verify(bullet, strike, small)


def _other_bank(rule_text, tmp_path):
    path = tmp_path / "other.toml"
    path.write_text(rule_text.replace("disrupt", "affect"))
    return Bank.load(path)


def test_a_changed_proof_fails_with_the_reason(strike, small, rule_text, tmp_path):
    bullet = next(b for b in imply(strike, bank=small) if b.hedge == "could")
    evidence = bullet.premises[0]
    moved = attrs.evolve(evidence, span=Span(evidence.span.start + 1, evidence.span.end))
    changes = {
        "does not give the text": attrs.evolve(bullet, text=bullet.text.replace("could", "will")),
        "does not say": attrs.evolve(bullet, premises=(moved,)),
        "not those that the replay gives": attrs.evolve(bullet, trigger=Span(0, 4)),
        "has no rule": attrs.evolve(bullet, rule="no-such-rule"),
        "the bank is another": attrs.evolve(bullet, bank="0" * 64),
    }
    for reason, changed in changes.items():
        result = verify(changed, strike, small)
        assert not result
        assert reason in result.reason
    assert "the bank is another" in verify(bullet, strike, _other_bank(rule_text, tmp_path)).reason
    for premises in ((evidence,), bullet.premises[::-1]):
        assert not verify(attrs.evolve(bullet, premises=premises), strike, small)


def test_a_changed_article_fails_with_the_reason(strike, small):
    bullet = next(b for b in imply(strike, bank=small) if b.kind == "rule")
    gone = Document.from_text(strike.text.replace("a strike in", "a party in"), title=strike.title)
    assert "does not say" in verify(bullet, gone, small).reason
    later = Document.from_text(strike.text + " More follows.", title=strike.title)
    assert "the article has changed" in verify(bullet, later, small).reason
    untitled = Document.from_text(strike.text)
    assert "the article has changed" in verify(bullet, untitled, small).reason


def test_classes_are_spread(strike, bank):
    kinds = [b.consequence for b in imply(strike, bank=bank) if b.kind == "rule"]
    assert len(kinds) == len(set(kinds))


@given(st.text(max_size=300))
def test_any_text_is_taken_and_every_bullet_replays(text):
    for bullet in imply(text):
        assert verify(bullet, text)


@given(
    st.lists(
        st.sampled_from("a the strike in Kelvary workers not . , union “ ” began".split()),
        max_size=40,
    )
)
def test_any_order_of_words_is_taken(small_words):
    text = " ".join(small_words)
    for bullet in imply(text):
        assert verify(bullet, text)


@pytest.mark.parametrize("title", ["Port strike planned", "In one strike", "Strike to resume"])
def test_a_headline_may_end_anywhere(title):
    text = "Dock workers plan a strike at the port of Kelvary on Monday, their union said."
    imply(Document.from_text(text, title=title))
