"""scikit-learn: its own checks, pipelines, grid search, and what ``fit`` learns.

scikit-learn's estimator checks feed tables of numbers; these estimators read texts. So the
checks run twice: on the estimators themselves, where those that need numbers are expected
to fail, and on subclasses that write each row of numbers as a text and do nothing else,
where all of them must pass.
"""

from __future__ import annotations

import pickle
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

import summarize
from summarize.errors import InvalidTypeError, InvalidValueError, SummarizeError, UnknownNameError
from summarize.scoring import Background

pytest.importorskip("sklearn")

from sklearn.base import clone
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.utils.estimator_checks import parametrize_with_checks
from sklearn.utils.validation import validate_data

from summarize.integrations.sklearn import ExtractiveSummarizer, SentenceScorer

TEXTS = [
    "The ferry left the harbour. The storm closed the harbour. The mayor slept.",
    "The council voted on the bridge. The bridge is old. Rain fell.",
    "The storm took a crane. The crane fell on the ferry. Nobody was hurt. The mayor came.",
    "",
]

NUMBERS = "it feeds numbers, and a sample here is a text"
#: Checks that fail on the estimators themselves, and why that is right.
EXPECTED = dict.fromkeys(
    """
    check_complex_data check_dict_unchanged check_dont_overwrite_parameters check_dtype_object
    check_estimators_dtypes check_estimators_fit_returns_self check_estimators_overwrite_params
    check_estimators_pickle check_f_contiguous_array_estimator check_fit1d
    check_fit2d_1feature check_fit2d_1sample check_fit2d_predict1d check_fit_check_is_fitted
    check_fit_idempotent check_fit_score_takes_y check_methods_sample_order_invariance
    check_methods_subset_invariance check_n_features_in check_n_features_in_after_fitting
    check_pipeline_consistency check_positive_only_tag_during_fit check_readonly_memmap_input
    check_transformer_data_not_an_array check_transformer_general
    check_transformer_preserve_dtypes
    """.split(),
    NUMBERS,
) | {
    "check_estimators_empty_data_messages": "texts have no features that could be missing",
    "check_estimators_nan_inf": "NaN is refused as no text, with a message of its own",
    "check_estimator_sparse_array": "a sparse matrix is refused as no texts, with our message",
    "check_estimator_sparse_matrix": "a sparse matrix is refused as no texts, with our message",
    "check_estimator_sparse_tag": "it takes for granted that dense numbers are accepted",
}  # fmt: skip


@parametrize_with_checks(
    [SentenceScorer(), ExtractiveSummarizer()], expected_failed_checks=lambda _: EXPECTED
)
def test_scikit_learns_checks_on_the_estimators(estimator: Any, check: Any) -> None:
    check(estimator)


def write_rows(table: NDArray[np.float64]) -> list[str]:
    """Write every row as a text with one sentence for each number."""
    return [
        "\n\n".join(f"Word{j} near{round(v)} exactly{round(8 * v)}." for j, v in enumerate(row))
        for row in table.tolist()
    ]


class _Rows:
    def _read_texts(self, values: Any, *, reset: bool = False) -> list[str]:
        return write_rows(validate_data(self, values, reset=reset))

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()  # type: ignore[misc]
        tags.input_tags.one_d_array = tags.input_tags.string = False
        return tags


class RowScorer(_Rows, SentenceScorer):
    def transform(self, X: Any) -> Any:  # noqa: N803
        return np.stack(list(super().transform(X)))


class RowSummarizer(_Rows, ExtractiveSummarizer):
    def transform(self, X: Any) -> Any:  # noqa: N803
        return np.array([[len(text), sum(map(ord, text))] for text in super().transform(X)], float)

    def score(self, X: Any, y: Any) -> float:  # noqa: N803
        return float(self.transform(X).mean())


@parametrize_with_checks([RowScorer(), RowSummarizer(method="lexrank")])
def test_scikit_learns_checks_on_rows_written_as_texts(estimator: Any, check: Any) -> None:
    check(estimator)


@pytest.mark.parametrize("method", ["lexrank", "degree", "forward", "lead"])
def test_scores_without_background_are_the_librarys(method: str) -> None:
    rows = SentenceScorer(method, background=False).fit_transform(TEXTS)
    assert [tuple(row) for row in rows] == [summarize.score(text, method=method) for text in TEXTS]
    assert rows.shape == (len(TEXTS),)
    assert [row.shape for row in rows] == [(3,), (3,), (4,), (0,)]


@pytest.mark.parametrize("method", ["auto", "lexrank", "sumbasic"])
def test_summaries_without_background_are_the_librarys(method: str) -> None:
    summarizer = ExtractiveSummarizer(method, sentences=2, background=False)
    expected = [summarize.summarize(text, method=method, sentences=2).text for text in TEXTS]
    assert summarizer.fit_transform(TEXTS).tolist() == expected


def test_options_reach_the_method() -> None:
    plain = SentenceScorer(background=False).fit(TEXTS)
    damped = SentenceScorer(background=False, options={"damping": 0.2}).fit(TEXTS)
    assert tuple(damped.transform(TEXTS)[0]) == summarize.score(
        TEXTS[0], method="lexrank", damping=0.2
    )
    assert tuple(damped.transform(TEXTS)[0]) != tuple(plain.transform(TEXTS)[0])


def test_fit_learns_the_background_and_methods_use_it() -> None:
    scorer = SentenceScorer("lexrank").fit(TEXTS[:3])
    assert scorer.background_ == Background.fit(TEXTS[:3])
    expected = summarize.score(TEXTS[0], method="lexrank", idf=scorer.background_)
    assert tuple(scorer.transform(TEXTS)[0]) == expected
    assert expected != summarize.score(TEXTS[0], method="lexrank")
    summarizer = ExtractiveSummarizer("lexrank", sentences=1).fit(TEXTS[:3])
    assert (
        summarizer.transform(TEXTS[:1])[0]
        == summarize.summarize(TEXTS[0], method="lexrank", sentences=1, idf=scorer.background_).text
    )


@given(st.permutations(range(len(TEXTS))), st.integers(1, len(TEXTS)))
def test_parts_in_any_order_teach_what_the_whole_does(order: list[int], cut: int) -> None:
    texts = [TEXTS[i] for i in order]
    parts = SentenceScorer().partial_fit(texts[:cut])
    if texts[cut:]:
        parts.partial_fit(texts[cut:])
    assert parts.background_ == SentenceScorer().fit(TEXTS).background_


def test_a_fitted_estimator_travels_and_a_clone_forgets() -> None:
    summarizer = ExtractiveSummarizer("lexrank", words=9).fit(TEXTS)
    again = pickle.loads(pickle.dumps(summarizer))
    assert again.transform(TEXTS).tolist() == summarizer.transform(TEXTS).tolist()
    assert not hasattr(clone(summarizer), "background_")
    assert clone(summarizer).get_params() == summarizer.get_params()


def test_texts_come_as_list_array_or_one_column() -> None:
    summarizer = ExtractiveSummarizer(sentences=1).fit(TEXTS)
    expected = summarizer.transform(TEXTS).tolist()
    for texts in (tuple(TEXTS), np.array(TEXTS), np.array(TEXTS, object), np.array(TEXTS)[:, None]):
        assert summarizer.transform(texts).tolist() == expected


@pytest.mark.parametrize(
    ("texts", "error"),
    [
        ("a single text", InvalidTypeError),
        (iter(TEXTS), InvalidTypeError),
        ([], InvalidValueError),
        ([1.5], InvalidTypeError),
        ([TEXTS[0], None], InvalidTypeError),
        (np.array([TEXTS, TEXTS]), InvalidValueError),
        (np.eye(3), InvalidValueError),
    ],
)
def test_what_is_no_column_of_texts_is_refused(texts: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        ExtractiveSummarizer().fit(texts)


@pytest.mark.parametrize(
    ("summarizer", "error"),
    [
        (ExtractiveSummarizer("no such method"), UnknownNameError),
        (ExtractiveSummarizer(language="no such language"), UnknownNameError),
        (ExtractiveSummarizer(words=-1), InvalidValueError),
        (ExtractiveSummarizer(diversity=3), InvalidValueError),
        (ExtractiveSummarizer(options={"no_such_option": 1}), InvalidTypeError),
    ],
)
def test_wrong_parameters_are_found_by_fit(
    summarizer: ExtractiveSummarizer, error: type[Exception]
) -> None:
    with pytest.raises(error):
        summarizer.fit(TEXTS)


def test_a_scorer_that_fails_names_its_text() -> None:
    def fail(features: Any) -> Any:
        raise ZeroDivisionError("no reason")

    with pytest.raises(SummarizeError, match="text 0: ZeroDivisionError: no reason"):
        ExtractiveSummarizer(fail).fit_transform(TEXTS)


def test_names_of_the_output() -> None:
    assert SentenceScorer().get_feature_names_out().tolist() == ["scores"]
    assert ExtractiveSummarizer().get_feature_names_out().tolist() == ["summary"]


def test_pipeline_and_grid_search() -> None:
    texts = ["The storm hit. Nobody cared. Waves rose.", "The vote passed. Nobody cared."] * 6
    labels = [0, 1] * 6
    pipeline = make_pipeline(ExtractiveSummarizer(), TfidfVectorizer(), LogisticRegression())
    search = GridSearchCV(
        pipeline,
        {
            "extractivesummarizer__sentences": [1, 2],
            "extractivesummarizer__method": ["lead", "lexrank"],
        },
        cv=2,
    ).fit(texts, labels)
    assert search.best_score_ == 1.0
    assert search.predict(["The storm hit. Waves rose."]).tolist() == [0]


def test_grid_search_by_references() -> None:
    references = ["The ferry left the harbour.", "The council voted on the bridge.",
                  "The storm took a crane.", ""]  # fmt: skip
    search = GridSearchCV(ExtractiveSummarizer("lead"), {"sentences": [1, 2, 3]}, cv=2).fit(
        TEXTS, references
    )
    assert search.best_params_ == {"sentences": 1}
    assert search.best_estimator_.score(TEXTS[:3], references[:3]) == 1.0
