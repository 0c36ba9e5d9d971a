"""The support benchmark's own parts: reading any set, baselines, perturbations, the gate."""

import gzip
import io
import json
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rouge_score import rouge_scorer
from sklearn.metrics import roc_auc_score

from benchmarks import gating
from benchmarks.support import __main__ as command
from benchmarks.support import gate
from benchmarks.support.baselines import (
    bm25,
    index_article,
    lcs_length,
    rouge_l_precision,
    rouge_precision,
    tokenize,
)
from benchmarks.support.datasets import parse_label, read_set, read_sets
from benchmarks.support.metrics import area_under_curve, rank_figures
from benchmarks.support.perturbations import KINDS, PERTURBATIONS, make_suite, read_stories
from benchmarks.support.rewriting import REWRITINGS, compress, reorder
from benchmarks.support.teaching import make_perturbed

WORDS = st.lists(st.sampled_from("ada brandt opened closed the a library harbour in on".split()))
STORY = (
    "The port of Lisleham was shut on Monday after 17 cranes failed. "
    "Harbour master Ada Brandt said the repairs were expected to cost 3 million euros. "
    "She said the Norwood Shipping Company, which owns the cranes, had not answered her letters. "
    "Ferries from Lisleham to Velmira were moved to Dunmere, where passenger numbers rose by 40%. "
    "In 2019, a storm closed the harbour for two weeks and cost the town 85 jobs. "
    "Mayor Tomas Velen told reporters in Norwood that the council will pay for buses until March. "
    "Traders in the old town, who depend on visitors, reported a sharp fall in sales. "
) * 3


def rename(text):
    for old, new in (("Norwood", "Ostburg"), ("Ada Brandt", "Ines Okoro"), ("Velmira", "Tarrant")):
        text = text.replace(old, new)
    return text


@pytest.fixture
def data(tmp_path):
    (tmp_path / "support").mkdir()
    (tmp_path / "archive").mkdir()
    for name, marks in (("bbc_2004", "abcdefghij"), ("wikinews_en", "klmnopqrst")):
        story = STORY if name == "bbc_2004" else rename(STORY)
        rows = [{"document": f"Edition {mark}. {story}"} for mark in marks]
        text = "\n".join(json.dumps(row) for row in rows)
        (tmp_path / "archive" / f"{name}.jsonl.gz").write_bytes(gzip.compress(text.encode()))
    return tmp_path


def write(path, rows):
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("label", "read"),
    [
        (1, 1), (0, 0), (True, 1), (False, 0), (1.0, 1), (0.0, 0), (0.67, 1), (0.2, 0), (2, 0),
        (-1, 0), ("1", 1), ("0", 0), ("1.0", 1), ("supported", 1), ("Supported", 1),
        ("partially_supported", 0), ("not supported", 0), ("ENTAILMENT", 1), ("contradiction", 0),
        ("attributable", 1), ("not attributable", 0), ("faithful", 1), ("unfaithful", 0),
        ("?", None), ([], None),
    ],
)  # fmt: skip
def test_labels_of_any_form(label, read):
    assert parse_label({"label": label}) == read


def test_marks_stand_for_labels():
    assert parse_label({"scores": {"consistency": 5}}) == 1
    assert parse_label({"scores": {"consistency": 4.67}}) == 0
    assert parse_label({}) is None


def test_reads_what_it_can_and_counts_the_rest(tmp_path):
    rows = [
        {"claim": "It opened.", "label": "1", "doc": "It opened. Rain fell."},
        {"claim": "It opened.", "label": 0, "sents": ["It shut.\n", "", "Rain fell."], "gold": [2]},
        {"claim": "It opened.", "sents": ["It shut.", "Rain."], "gold_sets": [[0], [0, 9]]},
        {"claim": "It opened.", "doc": "No label here."},
        {"claim": "", "label": 1, "doc": "No claim here."},
        {"argument": "Another task."},
        "not an object",
    ]
    path = write(tmp_path / "odd.jsonl", rows)
    path.write_text(path.read_text() + "\n{broken\n")
    found = read_set(path)
    assert [row.label for row in found.support] == [1, 0]
    assert [row.gold for row in found.evidence] == [{2}, {0}]
    assert found.unread == 5
    assert [s.text for s in found.support[1].article.sentences] == ["It shut.", "-", "Rain fell."]
    (tmp_path / "odd.jsonl.gz").write_bytes(gzip.compress(path.read_bytes()))
    assert [s.name for s in read_sets(tmp_path)] == ["odd", "odd"]


def test_spans_need_a_majority(tmp_path):
    spans = [{"start": 0, "end": 2, "worker": w} for w in "ab"] + [
        {"start": 3, "end": 9, "worker": "c"}
    ]
    row = {"claim": "It opened.", "label": 0, "doc": "Rain.", "spans": spans, "n_workers": 3}
    (found,) = read_set(write(tmp_path / "a.jsonl", [row])).support
    assert found.spans == ((0, 2), (0, 2), (3, 9))
    assert found.votes == 2


@given(WORDS, WORDS)
def test_rouge_agrees_with_the_reference_package(claim, article):
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeL"])
    index = index_article(" ".join(article))
    theirs = scorer.score(" ".join(article), " ".join(claim))
    ours = (
        rouge_precision(index, " ".join(claim), 1),
        rouge_precision(index, " ".join(claim), 2),
        rouge_l_precision(index, " ".join(claim)),
    )
    stemmed = tokenize(" ".join(claim)) == claim and index.tokens == article
    if stemmed:
        assert ours == pytest.approx([theirs[k].precision for k in ("rouge1", "rouge2", "rougeL")])


@given(st.lists(st.integers(0, 4)), st.lists(st.integers(0, 4)))
def test_subsequence_agrees_with_the_textbook_table(first, second):
    table = np.zeros((len(first) + 1, len(second) + 1), int)
    for i, a in enumerate(first):
        for j, b in enumerate(second):
            table[i + 1, j + 1] = (
                table[i, j] + 1 if a == b else max(table[i, j + 1], table[i + 1, j])
            )
    assert lcs_length(first, second) == table[-1, -1]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5)), min_size=2))
def test_area_agrees_with_scikit_learn(rows):
    labels, scores = zip(*rows, strict=True)
    if len(set(labels)) == 2:
        assert area_under_curve(labels, scores) == pytest.approx(roc_auc_score(labels, scores))


def test_rank_figures_and_bm25():
    assert rank_figures([1, 2, float("inf")]) == {"hit@1": 1 / 3, "mrr": 0.5, "queries": 3}
    index = index_article(
        "The harbour shut. A library opened in Norwood. Rain fell on the harbour."
    )
    assert bm25(index, "the library of Norwood").argmax() == 1
    assert not bm25(index, "unrelated entirely").any()


@pytest.mark.parametrize("name", REWRITINGS)
def test_rewriting_says_something_else(name):
    sentences = STORY.split(". ")[:7]
    made = [REWRITINGS[name](f"{s}.", random.Random(1)) for s in sentences]
    assert any(made)
    assert all(m is None or m != f"{s}." for m, s in zip(made, sentences, strict=True))


def test_rewriting_examples():
    rng = random.Random(0)
    assert reorder("In 2019, a storm closed the harbour.", rng) == (
        "A storm closed the harbour in 2019."
    )
    assert reorder("Ada Brandt said the repairs would take a month.", rng) == (
        "The repairs would take a month, Ada Brandt said."
    )
    assert compress("The company, which owns the cranes, had not answered any letters.", rng) == (
        "The company had not answered any letters."
    )


def test_suite_holds_every_kind_and_its_labels_are_right(data):
    stories = read_stories(data) + read_stories(data, split="train")
    cases = make_suite(stories, sentences=7)
    assert {case.kind for case in cases} == {*KINDS, "verbatim", "rewritten"}
    for case in cases:
        if case.kind == "verbatim":
            assert (case.statement in case.article) or not case.source
        if case.kind in (*PERTURBATIONS, "splice"):
            assert case.statement not in case.article
    assert cases == make_suite(stories, sentences=7)


def test_splits_share_no_story(data):
    test, train = (read_stories(data, split=split) for split in ("test", "train"))
    assert len(test) + len(train) == 20
    assert not {s.document.text for s in test} & {s.document.text for s in train}


def test_command_measures_sets_it_has_never_seen(data, capsys):
    article = "The port of Lisleham was shut on Monday. Ada Brandt blamed 17 broken cranes."
    rows = [
        {"claim": "The port of Lisleham was shut on Monday.", "label": "supported", "doc": article},
        {"claim": "The port of Velmira was sold to Wrexley.", "label": "refuted", "doc": article},
    ]
    write(data / "support" / "fresh.jsonl", rows)
    sents = {"claim": "Ada Brandt blamed cranes.", "sents": article.split(". "), "gold": [1]}
    write(data / "support" / "fresh_evidence.jsonl", [sents])
    assert command.main(["--data", str(data), "--shipped", "--fast", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["support"]["fresh"]["auc"] == 1.0
    assert figures["evidence"]["fresh_evidence"]["ours"]["hit@1"] == 1.0
    assert command.main(["--data", str(data), "--shipped", "--fast", "--out", str(data / "o")]) == 0
    assert "fresh_evidence bm25" in capsys.readouterr().out
    assert (data / "o" / "support_risk_coverage.png").stat().st_size > 0


def test_without_data_nothing_pretends_to_pass(tmp_path, capsys):
    assert command.main(["--data", str(tmp_path), "--shipped"]) == gating.NO_DATA
    assert gate.main(["--data", str(tmp_path)]) == gating.NO_DATA
    assert "not run" in capsys.readouterr().err


def test_gate_fails_below_a_floor_and_on_absent_figures():
    bounds = {"floors": {"a/b": 0.5, "a/c": 0.1}, "ceilings": {"a/d": 0.2}}
    assert gating.find_failures({"a": {"b": 0.5, "c": 0.2, "d": 0.2}}, bounds) == []
    failures = gating.find_failures({"a": {"b": 0.49, "d": 0.3}}, bounds)
    assert len(failures) == 3
    assert "a/c is absent" in failures[1]


def test_gate_refuses_other_data():
    stream = io.StringIO()
    figures = {"run": {"mode": "shipped", "corpus": "0" * 64}}
    assert gate.report(figures, stream=stream) == gating.OTHER_DATA
    assert "not run" in stream.getvalue()


def test_made_cases_teach_as_they_are_and_again_joined_or_in_lower_case(data):
    triples = make_perturbed(data)
    plain, again = triples[: len(triples) // 2], triples[len(triples) // 2 :]
    assert len(plain) == len(again) > 20
    for (article, statement, label), (same, changed, kept) in zip(plain, again, strict=True):
        assert (article, label) == (same, kept)
        assert statement.lower().rstrip(".!?") in changed.lower()
    assert any(changed.islower() for _, changed, _ in again)
    longer = [
        len(new) > len(old) + 40 for (_, old, _), (_, new, _) in zip(plain, again, strict=True)
    ]
    assert any(longer)
    assert not all(longer)
