"""check(), Checker and their values: verdicts, reasons, missing items, bad input."""

import pytest

from summarize import Document
from summarize.document import Span
from summarize.errors import FormatError, InvalidTypeError, InvalidValueError
from summarize.support import Check, Checker, Missing, Verdict, check, load_model
from summarize.support.model import read_model

ARTICLE = (
    "The harbour town of Velde opened its new bridge on Friday after nine years of work. "
    "Mayor Ines Okoro said the bridge cost 48 million euros, far more than planned. "
    "Ferries will keep running until the spring. "
    "The World Ferry Council (WFC) called the decision a relief for commuters."
)


def one(statement, article=ARTICLE):
    (found,) = check(article, [statement])
    return found


def test_a_copied_sentence_is_supported_with_its_span():
    found = one("Ferries will keep running until the spring.")
    assert found.verdict is Verdict.SUPPORTED
    assert any(e.text == "Ferries will keep running until the spring." for e in found.evidence)
    assert all(e.span.slice(ARTICLE) == e.text for e in found.evidence)


def test_an_unseen_name_is_named_in_the_reason():
    found = one("Mayor Ines Okoro opened the new bridge in Velde with Lotte Brandis.")
    assert found.verdict is not Verdict.SUPPORTED
    assert {m.text for m in found.missing if m.kind == "name"} == {"Lotte", "Brandis"}
    assert found.reason == "Lotte and Brandis do not appear in the article"


def test_an_unseen_number_is_missing():
    found = one("Mayor Ines Okoro said the bridge cost 61 million euros, far more than planned.")
    assert found.verdict is not Verdict.SUPPORTED
    assert [m.text for m in found.missing if m.kind == "number"] == ["61"]


def test_a_number_written_otherwise_is_not_missing():
    article = "The fund lost 1. 3 billion crowns and twenty-five clerks in 2019."
    for statement in ("The fund lost 1.3 billion crowns.", "It lost 25 clerks in 2019."):
        assert not [m for m in one(statement, article).missing if m.kind == "number"]


def test_lower_cased_text_has_no_missing_names():
    found = one("mayor ines okoro said the bridge near oldenmark was cheap .")
    assert not [m for m in found.missing if m.kind == "name"]


def test_an_acronym_stands_for_its_name_and_a_people_for_its_country():
    assert not [
        m for m in one("Commuters were relieved, said the WFC.").missing if m.kind == "name"
    ]
    article = "Iran said that its exports grew."
    assert not [
        m for m in one("The growth of Iranian exports", article).missing if m.kind == "name"
    ]


def test_a_denied_copy_is_contradicted():
    found = one("Ferries will not keep running until the spring.")
    assert found.verdict is Verdict.CONTRADICTED
    assert found.evidence


def test_two_claims_of_which_one_holds_are_partial():
    found = one("Ferries will keep running until the spring. Every clerk was dismissed by fax.")
    assert found.verdict is Verdict.PARTIAL
    assert found.overall < one("Ferries will keep running until the spring.").overall


def test_a_premise_is_judged_apart_from_its_projection():
    found = one("The new bridge in Velde may lead to more regional trade.")
    assert [p.slice(found.statement) for p in found.premises] == ["The new bridge in Velde"]
    assert found.verdict is Verdict.SUPPORTED


def test_nothing_claimed_is_vacuous_and_a_question_abstains():
    assert one("This could lead to further delays.").verdict is Verdict.VACUOUS
    assert one("").verdict is Verdict.VACUOUS
    assert one("Did the bridge cost 48 million euros?").verdict is Verdict.ABSTAIN


@pytest.mark.parametrize("article", ["", " \n ", [], ["", "\n"]])
def test_an_empty_article_supports_nothing(article):
    found = one("The bridge opened.", article)
    assert found.verdict is Verdict.UNSUPPORTED
    assert found.probability == 0.0
    assert Checker.default().score_batch([(article, "The bridge opened.")]) == (0.0,)


def test_several_articles_are_one_source():
    parts = [ARTICLE, Document.from_text("Trains to Velde stop at noon.")]
    found = one("Trains to Velde stop at noon.", parts)
    assert found.verdict is Verdict.SUPPORTED
    assert (found.evidence[0].article, found.evidence[0].index) == (1, 0)


def test_every_article_of_a_batch_keeps_its_own_checks():
    other = "A storm closed the airport of Marrin."
    statements = ["Ferries will keep running until the spring.", other]
    both = Checker.default().check_batch([(ARTICLE, statements), (other, statements)])
    assert both == [check(ARTICLE, statements), check(other, statements)]
    assert [c.verdict is Verdict.SUPPORTED for c in (*both[0], *both[1])] == [1, 0, 0, 1]


def test_odd_characters_are_no_obstacle():
    for text in ("\x00\x01", "² ½ ٣", "中文 тест", "\ud800", "!!!", "3,,4 1. .5"):
        assert 0.0 <= one(text).probability <= 1.0
        assert one("The bridge opened.", text).verdict is not Verdict.SUPPORTED


def test_wrong_types_are_named():
    with pytest.raises(InvalidTypeError, match="sequence of str"):
        check(ARTICLE, "one statement")
    with pytest.raises(InvalidTypeError, match="article must be"):
        check(7, ["The bridge opened."])


def test_values_refuse_impossible_states():
    parts = {"statement": "", "missing": (), "reason": "", "premises": (), "consequents": ()}
    with pytest.raises(InvalidValueError, match="needs evidence"):
        Check(verdict=Verdict.SUPPORTED, probability=1.0, overall=1.0, evidence=(), **parts)
    with pytest.raises(InvalidValueError, match=r"\[0, 1\]"):
        Check(verdict=Verdict.ABSTAIN, probability=1.5, overall=1.0, evidence=(), **parts)
    with pytest.raises(ValueError, match="kind"):
        Missing("verb", "ran", Span(0, 3))


def test_a_file_that_is_no_model_is_refused(tmp_path):
    for text in ("{}", "not json", '{"format": "summarize-support-2"}'):
        path = tmp_path / "model.json"
        path.write_text(text)
        with pytest.raises(FormatError):
            load_model(path)
    with pytest.raises(FormatError, match="support model"):
        read_model([])


def test_an_opposite_between_the_same_words_contradicts():
    article = "Sales at the mill rose sharply in March. Output fell a little before the strike."
    turned = one("Sales at the mill fell sharply in March.", article)
    assert turned.verdict is Verdict.CONTRADICTED
    assert "opposite" in turned.reason
    assert one("Output fell a little after the strike.", article).verdict is Verdict.CONTRADICTED
    assert one("Sales at the mill rose sharply in March.", article).verdict is Verdict.SUPPORTED


def test_probability_is_of_the_whole_statement_and_the_verdict_of_its_premises():
    article = "Heavy snow closed the Dunmere pass on Friday. Lorries waited at the foot of a hill."
    premise = "Heavy snow closed the Dunmere pass on Friday"
    told = f"{premise}, potentially leaving lorries at the foot of a hill."
    untold = f"{premise}, potentially ruining the olive harvest of the southern islands."
    first, second = Checker.default().check(article, [told, untold])
    assert first.consequents
    assert second.consequents
    assert first.verdict is second.verdict is Verdict.SUPPORTED
    assert first.overall == second.overall
    assert first.evidence == second.evidence
    assert not second.missing
    assert first.probability > second.probability
