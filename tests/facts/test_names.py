import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import errors
from summarize.document import Document, Span
from summarize.facts import facts
from summarize.facts.names import Name, find_names, normalise_name, usually_lower


def kinds(text: str) -> dict[str, str]:
    return {name.text: name.kind for name in find_names(text)}


def entities(text: str) -> dict[str, int]:
    return {name.text: name.entity for name in find_names(text)}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Syrian", "syria"),
        ("Syrians", "syria"),
        ("Syria's", "syria"),
        ("Syria’s", "syria"),
        ("U.S.", "united states"),
        ("US", "united states"),
        ("Americans", "united states"),
        ("United States", "united states"),
        ("Britain", "united kingdom"),
        ("French", "france"),
        ("Netherlands", "netherlands"),
        ("Dutch", "netherlands"),
        ("Mr", "mr"),
        ("us", "us"),
        ("Okafor's", "okafor"),
        ("polish", "polish"),
        ("Polish", "poland"),
    ],
)
def test_normalised_form(word: str, expected: str) -> None:
    assert normalise_name(word) == expected


def test_roles_are_no_part_of_a_name() -> None:
    found = kinds("Kenyan Foreign Minister Amina Otieno met President Luis Varga in Nairobi.")
    assert found == {
        "Kenyan": "group",
        "Amina Otieno": "person",
        "Luis Varga": "person",
        "Nairobi": "place",
    }


def test_place_before_a_role_is_a_name_of_its_own() -> None:
    assert kinds("Then US President Ellen Marsh spoke.")["Ellen Marsh"] == "person"
    assert kinds("Then US President Ellen Marsh spoke.")["US"] == "place"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Shares in Halden Bank fell.", "Halden Bank", "organisation"),
        ("He left the Northwind Corporation.", "Northwind Corporation", "organisation"),
        ("Officials at the Department of Marine Affairs agreed.",
         "Department of Marine Affairs", "organisation"),
        ("It was told to the Fisheries and Harbours Commission.",
         "Fisheries and Harbours Commission", "organisation"),
        ("They swam across Lake Orven.", "Lake Orven", "place"),
        ("The talks began in Brussels.", "Brussels", "place"),
        ("The fire spread near Valdoro.", "Valdoro", "place"),
        ("Some Democrats left.", "Democrats", "group"),
        ("The EU agreed.", "EU", "organisation"),
        ("Yesterday Maria Lopez won.", "Maria Lopez", "person"),
    ],
)  # fmt: skip
def test_kind(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind


def test_short_forms_join() -> None:
    found = entities(
        "The Harbour Workers Union (HWU) met Peter Lindqvist. Lindqvist said HWU members and"
        " Lindqvist's staff agreed. The union's Harbour Workers Union badge was shown."
    )
    assert found["HWU"] == found["Harbour Workers Union"]
    assert found["Lindqvist"] == found["Peter Lindqvist"]
    assert found["HWU"] != found["Lindqvist"]


def test_acronym_of_small_words_joins() -> None:
    found = entities("Fighters of Jabhat Tahrir al-Noor fled. Later JTN denied it.")
    assert found["JTN"] == found["Jabhat Tahrir al-Noor"]


def test_a_country_and_its_people_share_an_entity() -> None:
    found = entities(
        "Troops left Syria. Most Syrian towns were quiet, and U.S. and American aid came."
    )
    assert found["Syria"] == found["Syrian"]
    assert found["U.S."] == found["American"]
    assert found["Syria"] != found["American"]


def test_two_people_of_one_family_stay_apart() -> None:
    found = entities("Anna Berg met Paul Berg in Oslo.")
    assert found["Anna Berg"] != found["Paul Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "Shares rose. Profits fell. Analysts said so.",
        "In March the sales fell, and on Monday they rose again.",
        "I think that he was there. But it was late.",
        "They won Sunday's race and lost May’s.",
        "Reading is fun. Nice weather helps.",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert find_names(text) == ()


def test_headline_capitals_say_nothing() -> None:
    title = "Strong Winds Batter Northern Coast As Storm Nears Lisbon"
    assert [name.text for name in find_names(title)] == ["Lisbon"]


def test_all_capitals_without_known_names() -> None:
    assert [name.text for name in find_names("THE PRICE OF BREAD ROSE AGAIN")] == []


def test_months_that_are_names() -> None:
    assert list(kinds("Theresa May left in May, and Mrs May's aide left in June.")) == [
        "Theresa May",
        "May",
    ]


def test_lower_case_text_gives_known_places_and_peoples() -> None:
    text = "the turkish army left northern syria, and new york sent nice polish mobile phones."
    assert [(name.text, name.kind) for name in find_names(text)] == [
        ("turkish", "group"),
        ("syria", "place"),
        ("new york", "place"),
    ]


def test_the_own_use_of_a_word_decides_at_a_sentence_start() -> None:
    text = "Walnut growers met. They said that walnut prices fell."
    assert find_names(text) == ()


def test_usually_lower() -> None:
    assert usually_lower("Profits")
    assert not usually_lower("Bush")


def test_spans_and_sentences() -> None:
    text = "Mrs Ada Obi's firm left Lagos.  She joined the World Bank."
    document = Document.from_text(text)
    for name in find_names(document):
        assert name.span.slice(text) == name.text
        sentence = document.sentences[name.sentence].span
        assert sentence.start <= name.span.start < name.span.end <= sentence.end


def test_given_names_replace_the_own() -> None:
    text = "The zorblatt bank arrested John Smith."
    own = Name("zorblatt bank", Span(4, 17), 0, "organisation", 7)
    fact = facts(text, names=[own])[0]
    assert fact.who is not None
    assert (fact.who.head, fact.who.entity) == ("zorblatt bank", 7)
    titled = facts(Document.from_text(text, title="John Smith arrested"), names=[own])[0]
    assert titled.whom is not None
    assert titled.whom.entity == 8
    with pytest.raises(errors.InvalidValueError, match="does not stand there"):
        facts(text, names=[Name("bank zorblatt", Span(4, 17), 0, "organisation", 7)])


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    found = find_names(text)
    assert all(name.span.slice(text) == name.text for name in found)
    assert [name.span for name in found] == sorted(name.span for name in found)
    assert {name.entity for name in found} == set(range(len({name.entity for name in found})))
