"""The measures against slow, plain definitions of the same."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize import Document
from summarize.support.engine import read_case, run, whole_case
from summarize.support.index import Index, Members, Patterns, largest, ranges, smallest
from summarize.support.subsequences import measure_common
from summarize.support.words import TOKEN, analyse, read_form

KEYS = st.lists(st.integers(0, 6), max_size=30)
WORDS = st.sampled_from("river Ana mill 12 froze the of beside Bo burned quickly 7 dam".split())
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


def measures(article, statement):
    (batch,) = run([whole_case((Document.from_text(article),), statement)])
    return {k: float(v[0]) for k, v in batch.article.measures.columns.items()}


def keys_of(text):
    return [read_form(token).key for token in TOKEN.findall(text)]


@given(KEYS, KEYS)
def test_index_finds_and_counts(keys, queries):
    index = Index.build(np.array(keys, np.int64))
    asked = np.array(queries, np.int64)
    rank = index.find(asked)
    assert (rank >= 0).tolist() == [q in keys for q in queries]
    assert Members.build(np.array(keys, np.int64)).holds(asked).tolist() == [
        q in keys for q in queries
    ]
    low, high = np.full(len(asked), 2), np.full(len(asked), 9)
    assert index.within(rank, low, high).tolist() == [q in keys[2:9] for q in queries]
    query, place = index.expand(rank)
    expected = [(i, p) for i, q in enumerate(queries) for p, k in enumerate(keys) if k == q]
    assert list(zip(query.tolist(), place.tolist(), strict=True)) == expected


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-9, 9)), max_size=20))
def test_reductions_by_group(pairs):
    groups = np.array([g for g, _ in pairs], np.int64)
    values = np.array([v for _, v in pairs], float)
    for reduce, plain in ((largest, max), (smallest, min)):
        expected = [plain((v for g, v in pairs if g == k), default=0) for k in range(5)]
        assert reduce(values, groups, 5).tolist() == expected


def test_ranges_of_nothing_and_something():
    starts, counts = np.array([5, 1, 7]), np.array([2, 0, 3])
    assert ranges(starts, counts).tolist() == [5, 6, 7, 8, 9]


@given(KEYS, KEYS)
def test_subsequence_is_the_textbook_one(left, right):
    table = np.zeros((len(left) + 1, len(right) + 1), int)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            best = max(table[i, j + 1], table[i + 1, j])
            table[i + 1, j + 1] = table[i, j] + 1 if a == b else best
    # Two units with the same keys, the second one beside a text cut short. Key 0 is none.
    unit, width = np.repeat([0, 1], len(left)), max([*left, *right, 0]) + 2
    place, keys = np.tile(np.arange(len(left)), 2), np.array(left * 2, np.int64) + 1
    patterns = Patterns.build(np.array([0, width]), 2 * width, unit, place, keys)
    length = np.array([len(right), len(right) // 2])
    keys = np.array([*right, 9], np.int64) + 1
    found, counted = measure_common(
        patterns, np.arange(2), np.zeros(2, np.int64), length, keys, np.array([3, 3], np.uint64)
    )
    assert found.tolist() == [table[-1, -1], table[-1, len(right) // 2]]
    assert counted[0] == table[min(2, len(left)), -1]


@settings(deadline=None, max_examples=60)
@given(TEXTS, TEXTS)
def test_grams_and_coverage_are_the_plain_ones(article, statement):
    found = measures(article, statement)
    theirs, ours = keys_of(article), keys_of(statement)
    for n, name in ((1, "p1"), (2, "p2"), (3, "p3")):
        held = set(zip(*(theirs[i:] for i in range(n)), strict=False))
        grams = list(zip(*(ours[i:] for i in range(n)), strict=False))
        expected = sum(g in held for g in grams) / max(len(grams), 1)
        assert np.isclose(found[name], expected)
    words = [analyse(token) for token in TOKEN.findall(statement)]
    content = [w for w in words if w.flags & 1]
    mass = sum(w.measures[0] for w in content) + 1e-9
    covered = sum(w.measures[0] for w in content if w.key in theirs)
    assert np.isclose(found["covered"], covered / mass)


@settings(deadline=None, max_examples=40)
@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS, TEXTS)
def test_more_text_never_lowers_coverage(pieces, more, statement):
    before = measures("\n\n".join(pieces), statement)
    after = measures("\n\n".join([*pieces, more]), statement)
    for name in ("covered", "covered_soft", "covered_one", "covered_three", "p1", "skips"):
        assert after[name] >= before[name] - 1e-9


@settings(deadline=None, max_examples=40)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.lists(TEXTS, min_size=1, max_size=4))
def test_a_batch_measures_what_single_cases_do(articles, statements):
    documents = [Document.from_text(text) for text in articles]
    cases = [read_case((d,), s) for d in documents for s in statements]
    together = np.vstack([batch.article.features for batch in run(cases)])
    alone = np.vstack([next(iter(run([case]))).article.features for case in cases])
    assert (together == alone).all()
