"""Each method against a dense computation by its formula, and against scipy and scikit-learn."""

from __future__ import annotations

import math
from collections import Counter

import attrs
import numpy as np
import pytest
import scipy.linalg
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfTransformer

from summarize.errors import InvalidTypeError, InvalidValueError, UnknownNameError
from summarize.features import Features, read_features
from summarize.scoring import SCORERS, Background, overlap, score_features
from summarize.scoring.ensemble import rank_sentences
from summarize.scoring.similarity import find_edges, join_edges
from summarize.scoring.weighting import count_matches, relevance, weigh_terms
from summarize.scoring.words import features_from_words
from tests.scoring.documents import documents, read

some = settings(max_examples=60, deadline=None)


def tfidf(features: Features) -> np.ndarray:
    counts = features.counts.toarray()
    if not counts.size:
        return counts
    return TfidfTransformer(smooth_idf=False).fit_transform(counts).toarray()


def stationary(similarity: np.ndarray, damping: float, jumps: np.ndarray) -> np.ndarray:
    """Return the leading left eigenvector of the Google matrix, by scipy."""
    degrees = similarity.sum(axis=1, keepdims=True)
    steps = np.where(degrees > 0, similarity / np.where(degrees > 0, degrees, 1.0), 0.0)
    follow = np.where(degrees > 0, damping, 0.0)
    google = follow * steps + (1 - follow) * jumps / jumps.sum()
    values, left = scipy.linalg.eig(google, left=True, right=False)
    vector = np.abs(left[:, np.argmax(values.real)].real)
    return vector / vector.sum()


@some
@given(words=documents)
def test_weights_are_scikit_learns(words: list[list[str]]) -> None:
    features = read([words])
    ours = features.normalise(weigh_terms(features)).toarray()
    np.testing.assert_allclose(ours, tfidf(features), atol=1e-12)


@some
@given(words=documents.filter(len), damping=st.sampled_from([0.0, 0.5, 0.85, 0.99]))
def test_lexrank_is_the_leading_eigenvector(words: list[list[str]], damping: float) -> None:
    features = read([words])
    dense = tfidf(features)
    similarity = dense @ dense.T
    flat = np.ones(len(words))
    expected = stationary(similarity, damping, flat)
    np.testing.assert_allclose(SCORERS["lexrank"](features, damping=damping), expected, atol=1e-7)
    graph = (np.triu(similarity, 1) > 0.3).astype(float)
    graph = graph + graph.T + np.diag(similarity.diagonal() > 0.5)
    if not np.isclose(similarity, 0.3, atol=1e-9).any():
        ours = SCORERS["lexrank"](features, damping=damping, threshold=0.3)
        np.testing.assert_allclose(ours, stationary(graph, damping, flat), atol=1e-7)


@some
@given(words=documents.filter(len))
def test_biased_lexrank_jumps_to_what_is_relevant(words: list[list[str]]) -> None:
    features = read([words])
    dense = tfidf(features)
    jumps = relevance(features, query="ash dew dew")
    expected = stationary(dense @ dense.T, 0.85, jumps if jumps.any() else np.ones(len(words)))
    ours = SCORERS["lexrank"](features, query="ash dew dew")
    np.testing.assert_allclose(ours, expected, atol=1e-7)


def overlap_matrix(words: list[list[str]]) -> np.ndarray:
    """Return TextRank's similarities, straight from the formula."""
    counts = [Counter(word for word in sentence if word != "the") for sentence in words]
    result = np.zeros((len(words), len(words)))
    for i, a in enumerate(counts):
        for j, b in enumerate(counts):
            bottom = math.log(max(a.total(), 1)) + math.log(max(b.total(), 1))
            result[i, j] = sum(a[w] * b[w] for w in a) / (bottom or 1.0)
    return result


@some
@given(words=documents.filter(len))
@pytest.mark.parametrize("long", [0, 300])
def test_textrank_is_the_leading_eigenvector(long: int, words: list[list[str]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(overlap, "_LONG", long)  # both ways to the same product
        scores = SCORERS["textrank"](read([words]))
    expected = stationary(overlap_matrix(words), 0.85, np.ones(len(words)))
    np.testing.assert_allclose(scores, expected, atol=1e-7)


@some
@given(logs=st.lists(st.integers(1, 5000).map(math.log), min_size=1, max_size=40))
def test_factors_make_up_the_denominators(logs: list[float]) -> None:
    values = np.array(logs)
    columns, signs = overlap._factor_denominators(values)
    sums = values[:, None] + values
    expected = 1.0 / np.where(sums > 0, sums, 1.0)
    np.testing.assert_allclose((columns * signs) @ columns.T, expected, rtol=1e-12)
    assert columns.shape[1] < 30


@some
@given(words=documents.filter(len))
def test_bm25_textrank_is_the_leading_eigenvector(words: list[list[str]]) -> None:
    counts = [Counter(word for word in sentence if word != "the") for sentence in words]
    n, terms = len(words), sorted({w for c in counts for w in c})
    df = {w: sum(w in c for c in counts) for w in terms}
    idf = {w: math.log((n - df[w] + 0.5) / (df[w] + 0.5)) for w in terms}
    good = [value for value in idf.values() if value > 0]
    floor = 0.25 * sum(good) / len(good) if good else 1.0
    idf = {w: value if value > 0 else floor for w, value in idf.items()}
    mean = sum(c.total() for c in counts) / n or 1.0
    matrix = np.zeros((n, n))
    for i, asked in enumerate(counts):
        for j, held in enumerate(counts):
            slack = 1.2 * (1 - 0.75 + 0.75 * held.total() / mean)
            matrix[i, j] = sum(
                asked[w] * idf[w] * held[w] * 2.2 / (held[w] + slack) for w in asked if held[w]
            )
    expected = stationary((matrix + matrix.T) / 2, 0.85, np.ones(n))
    np.testing.assert_allclose(SCORERS["textrank_bm25"](read([words])), expected, atol=1e-7)


@some
@given(words=documents, before=st.floats(-1, 1), beta=st.sampled_from([0.0, 0.2, 0.7]))
def test_pacsum_sums_edges_by_direction(words: list[list[str]], before: float, beta: float) -> None:
    features = read([words])
    dense = tfidf(features)
    similarity = dense @ dense.T
    upper = np.triu(similarity, 1)
    edges = np.maximum(0, upper - beta * upper.max(initial=0.0)) * (upper > 0)
    expected = before * edges.sum(axis=0) + 2.0 * edges.sum(axis=1)
    ours = SCORERS["pacsum"](features, beta=beta, before=before, after=2.0)
    np.testing.assert_allclose(ours, expected, atol=1e-9)


def test_the_title_counts_if_it_is_known() -> None:
    texts = ["Ships sank. Storms came. Ships and storms again.", "Storms came. Ships sank."]
    plain = SCORERS["forward"](read_features(texts))
    titled = read_features(texts, titles=["Storms at sea", None])
    gains = SCORERS["forward"](titled, title=0.5) - plain
    np.testing.assert_allclose(gains, 0.5 * relevance(titled, query=["Storms at sea", None]))
    assert (gains > 0).tolist() == [False, True, True, False, False]
    assert SCORERS["forward"](titled, title=0.0).tobytes() == plain.tobytes()


@some
@given(words=documents, factor=st.sampled_from([0.25, 2.0, 8.0]))
def test_scaling_terms_changes_nothing(words: list[list[str]], factor: float) -> None:
    features = read([words])
    scaled = attrs.evolve(features, counts=features.counts * factor)
    for name in ("lexrank", "degree", "centroid", "forward", "pacsum", "luhn", "sumbasic"):
        np.testing.assert_allclose(SCORERS[name](scaled), SCORERS[name](features), rtol=1e-9)
    for threshold in (0.1, 0.4):
        one, other = (SCORERS["lexrank"](f, threshold=threshold) for f in (features, scaled))
        np.testing.assert_allclose(one, other, rtol=1e-9)
    np.testing.assert_allclose(
        SCORERS["lsa"](scaled), factor * SCORERS["lsa"](features), rtol=1e-6, atol=1e-9
    )


def test_long_columns_are_summed_like_short_ones() -> None:
    words = [[f"w{i % 3}", f"v{i % 7}", "all"] for i in range(200)]
    features = features_from_words([words])
    dense = features.normalise(features.counts).toarray()
    expected = np.triu(dense @ dense.T, 1).sum(axis=1)
    ours = SCORERS["forward"](features, position=0.0)
    np.testing.assert_allclose(ours, expected / expected.max(), atol=1e-9)


@some
@given(words=documents.filter(len), variant=st.sampled_from(["steinberger", "cross", "gong"]))
def test_lsa_against_a_dense_svd(words: list[list[str]], variant: str) -> None:
    features = read([words])
    matrix = weigh_terms(features).toarray()
    scores = SCORERS["lsa"](features, variant=variant)
    if not matrix.any():
        assert not scores.any()
        return
    _, sizes, rows = np.linalg.svd(matrix.T, full_matrices=False)
    used = sizes >= sizes[0] / 2 * (1 - 1e-9)
    if variant == "steinberger":
        expected = np.sqrt(((sizes[used, None] * rows[used]) ** 2).sum(axis=0))
        np.testing.assert_allclose(scores, expected, atol=1e-7)
    elif (np.diff(sizes[used]) < -1e-3).all():
        entries = np.abs(rows[used])
        if variant == "gong":
            assert scores.max() == used.sum()
            assert np.isclose(entries[0, np.argmax(scores)], entries[0].max())
        else:
            kept = np.where(entries > entries.mean(axis=1, keepdims=True), entries, 0.0)
            near = np.isclose(entries, entries.mean(axis=1, keepdims=True)).any()
            if not near:
                np.testing.assert_allclose(scores, sizes[used] @ kept, atol=1e-7)


def test_lanczos_agrees_with_the_dense_decomposition() -> None:
    draw = np.random.default_rng(0)
    weights = 1.0 / np.arange(1, 200)
    words = [
        [f"w{i}" for i in draw.choice(199, size=12, p=weights / weights.sum())] for _ in range(150)
    ]
    features = features_from_words([words])
    matrix = weigh_terms(features).toarray()
    _, sizes, rows = np.linalg.svd(matrix.T, full_matrices=False)
    expected = np.sqrt(((sizes[:5, None] * rows[:5]) ** 2).sum(axis=0))
    np.testing.assert_allclose(SCORERS["lsa"](features, topics=5), expected, rtol=1e-6)


def test_luhn_finds_the_densest_cluster() -> None:
    words = [
        ["ash", "x1", "the", "ash", "x2", "x3", "the", "x4", "bay"],  # ash x the ash | bay
        ["bay", "the", "the", "the", "bay"],
        ["bay", "the", "the", "the", "the", "bay"],
        ["the"],
    ]
    features = features_from_words([words], stop_words=["the"])
    expected = [4 / 4, 4 / 5, 0.0, 0.0]
    np.testing.assert_allclose(SCORERS["luhn"](features, minimum=2), expected)
    np.testing.assert_allclose(
        SCORERS["luhn"](features, minimum=2, gap=5), [9 / 9, 4 / 5, 4 / 6, 0]
    )
    assert SCORERS["luhn"](features, minimum=9).tolist() == [0.0] * 4


@some
@given(words=documents.filter(len))
def test_sumbasic_and_kl_follow_their_formulas(words: list[list[str]]) -> None:
    counts = [Counter(word for word in sentence if word != "the") for sentence in words]
    total = sum(counts, Counter())
    chance = {w: total[w] / total.total() for w in total}
    mean = [sum(chance[w] * c[w] for w in c) / max(c.total(), 1) for c in counts]
    features = read([words])
    np.testing.assert_allclose(SCORERS["sumbasic"](features), mean, atol=1e-12)
    kl = [
        -sum(p * math.log(p / ((c[w] + 0.7 * p) / (c.total() + 0.7))) for w, p in chance.items())
        for c in counts
    ]
    np.testing.assert_allclose(SCORERS["kl"](features, smoothing=0.7), kl, atol=1e-12)


def test_edmundsons_weights_weigh() -> None:
    text = "Prices rose in May. It was significant. Prices of coal were unclear.\n\nThe end came."
    features = read_features([text], titles=["Coal prices"])
    clues = {
        name: SCORERS["edmundson"](features, **{**dict.fromkeys(WEIGHTS, 0.0), name: 1.0})
        for name in WEIGHTS
    }
    assert clues["cue"].tolist() == [0.0, 1.0, -1.0, 0.0]
    assert clues["key"].tolist() == [1.0, 0.0, 1.0, 0.0]
    assert clues["title"].tolist() == [0.5, 0.0, 1.0, 0.0]
    assert clues["location"].tolist() == [1.0, 0.5, 1.0, 1.0]
    both = SCORERS["edmundson"](features, cue=3.0, key=0.0, title=0.5, location=0.0)
    np.testing.assert_allclose(both, 3.0 * clues["cue"] + 0.5 * clues["title"])


WEIGHTS = ("cue", "key", "title", "location")


def test_ranks_and_their_fusion() -> None:
    features = features_from_words([[["a"], ["b"], ["c"]], [["d"]]])
    assert rank_sentences(features, np.array([2.0, 5.0, 2.0, 1.0])).tolist() == [2.5, 1, 2.5, 1]
    fused = score_features(features, "ensemble", methods=["lead", "position"], weights=[1, 3])
    np.testing.assert_allclose(fused, [1.0, 61 / 62, 61 / 63, 1.0])
    reverse = lambda features: -SCORERS["lead"](features)  # noqa: E731
    fused = score_features(features, "ensemble", methods=["lead", reverse], weights=[1, 3])
    assert np.argsort(-fused[:3]).tolist() == [2, 1, 0]


def test_edges_do_not_depend_on_the_block(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = np.random.default_rng(1)
    words = [[f"w{i}" for i in draw.integers(0, 30, 6)] for _ in range(60)]
    features = features_from_words([words, words[:7]])
    matrix = features.normalise(features.counts)
    floors = np.array([0.3, 0.1])
    whole = find_edges(features, matrix, floors)
    monkeypatch.setattr("summarize.scoring.similarity._BLOCK", 37)
    for one, other in zip(whole, find_edges(features, matrix, floors), strict=True):
        assert one.tobytes() == other.tobytes()
    dense = matrix.toarray() @ matrix.toarray().T
    graph = join_edges(*whole, np.zeros(len(dense))).toarray()
    np.fill_diagonal(dense, 0.0)
    limit = floors[features.documents][:, None]
    np.testing.assert_allclose(graph, np.where(dense > limit, dense, 0.0), atol=1e-12)


def test_queries_are_read_like_the_text() -> None:
    texts = ["Floods hit towns. The river rose.", "Rivers rise. Towns flood."]
    features = read_features(texts)
    assert count_matches(features, "the FLOODED river's rivers").sum() > 0
    one = relevance(features, query="flooding")
    assert (one > 0).tolist() == [True, False, False, True]
    each = relevance(features, query=["river", None])
    assert each[1] > 0
    assert each[2:].tolist() == [0.0, 0.0]
    alone = relevance(read_features(texts[1:]), query="flooding")
    assert alone.tobytes() == one[2:].tobytes()
    background = Background.fit(["river " * 3, "river and town", "flood"])
    assert relevance(features, query="river", idf=background)[1] > 0


@pytest.mark.parametrize(
    ("method", "options", "error"),
    [
        ("nothing", {}, UnknownNameError),
        ("lexrank", {"dampening": 0.5}, InvalidTypeError),
        ("relevance", {}, InvalidTypeError),
        ("relevance", {"query": 3}, InvalidTypeError),
        ("relevance", {"query": ["a", "b"]}, InvalidValueError),
        ("lexrank", {"damping": 1.0}, InvalidValueError),
        ("lexrank", {"threshold": -0.1}, InvalidValueError),
        ("pacsum", {"beta": 1.0}, InvalidValueError),
        ("lsa", {"topics": 0}, InvalidValueError),
        ("lsa", {"variant": "other"}, UnknownNameError),
        ("position", {"law": "other"}, UnknownNameError),
        ("luhn", {"gap": 0}, InvalidValueError),
        ("kl", {"smoothing": 0.0}, InvalidValueError),
        ("edmundson", {"cue": -1.0}, InvalidValueError),
        ("ensemble", {"methods": ()}, InvalidValueError),
        ("ensemble", {"weights": (1.0,)}, InvalidValueError),
    ],
)
def test_wrong_options_are_refused(method: str, options: dict, error: type[Exception]) -> None:
    features = read_features(["One sentence. Another one."])
    with pytest.raises(error):
        score_features(features, method, **options)
