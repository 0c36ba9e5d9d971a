"""Streams: order, equality with single calls, failures, early ends, and processes."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summarize
from summarize import Document, Failure, Summary, summarize_many
from summarize.errors import InvalidTypeError, InvalidValueError, SummarizeError, UnknownNameError
from summarize.streaming import batches
from tests.streaming import scorers

WORDS = "harbour crane ferry storm council budget vote bridge river flood mayor clerk".split()
SENTENCES = [
    f"The {a} near the {b} was closed after the {c}."
    for a, b, c in itertools.islice(itertools.permutations(WORDS, 3), 0, 1200, 7)
]
TEXTS = [" ".join(SENTENCES[i : i + 1 + i % 9]) for i in range(150)]
TEXT = st.lists(st.sampled_from(SENTENCES), max_size=6).map(" ".join)


def children() -> set[int]:
    return {child.pid for child in multiprocessing.active_children() if child.pid is not None}


@given(
    st.lists(TEXT | TEXT.map(Document.from_text) | st.none() | st.binary(max_size=3), max_size=9),
    st.integers(1, 10),
    st.integers(1, 500),
)
def test_results_are_those_of_single_calls(texts: list, size: int, characters: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batches, "_CHARACTERS_MAX", characters)
        results = list(summarize_many(texts, method="lexrank", sentences=2, batch_size=size))
    assert len(results) == len(texts)
    for index, (text, result) in enumerate(zip(texts, results, strict=True)):
        if isinstance(text, str | Document):
            assert result == summarize.summarize(text, method="lexrank", sentences=2)
        else:
            assert isinstance(result, Failure)
            assert (result.index, result.error_type) == (index, "InvalidTypeError")
            assert type(text).__name__ in result.reason


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 40), st.booleans()), max_size=40), st.integers(1, 7))
def test_batches_keep_both_limits(items: list[tuple[int, bool]], size: int) -> None:
    texts = [None if bad else "x" * length for length, bad in items]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(batches, "_CHARACTERS_MAX", 50)
        found = list(batches.read_batches(texts, size))
    assert [index for batch in found for index, _ in batch] == list(range(len(texts)))
    for batch in found:
        assert len(batch) <= size
        total = sum(len(text) for _, text in batch if isinstance(text, str))
        assert total <= 50 or len(batch) == 1


def test_a_scorer_that_raises_fails_only_its_text() -> None:
    texts = [*TEXTS[:3], "We refuse to go on.", *TEXTS[3:6]]
    results = list(summarize_many(texts, method=scorers.picky))
    assert results[3] == Failure(3, "refused", "ZeroDivisionError")
    assert results[:3] + results[4:] == [
        summarize.summarize(text, method=scorers.picky) for text in TEXTS[:6]
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        {"limit": 60.0, "length": len},
        {"method": "lexrank", "query": "the mayor"},
        {"words": 9, "diversity": 0.9},
        {"ratio": 0.4, "language": "de"},
        {"characters": 100, "method": "sumbasic"},
    ],
)
@pytest.mark.parametrize("workers", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_arguments_are_those_of_summarize(arguments: dict, workers: int) -> None:
    results = list(summarize_many(TEXTS[:9], workers=workers, **arguments))
    assert results == [summarize.summarize(text, **arguments) for text in TEXTS[:9]]


def test_an_endless_stream_is_read_a_batch_at_a_time() -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        for text in itertools.cycle(TEXTS):
            read += 1
            yield text

    results = summarize_many(endless(), batch_size=10)
    assert read == 0
    for _ in range(25):
        next(results)
    assert read <= 31  # three batches and the text that closes the third
    results.close()


@pytest.mark.parametrize("workers", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_stream_that_raises_delivers_what_it_gave(workers: int) -> None:
    def broken() -> Iterator[str]:
        yield from TEXTS[:5]
        raise OSError("the disk is gone")

    delivered = []
    with pytest.raises(OSError, match="the disk is gone"):
        delivered.extend(summarize_many(broken(), workers=workers, batch_size=2))
    results = summarize_many(broken(), workers=workers, batch_size=2)
    assert [next(results) for _ in range(5)] == [summarize.summarize(t) for t in TEXTS[:5]]
    with pytest.raises(OSError, match="the disk is gone"):
        next(results)
    assert not children()


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"texts": "one text"}, InvalidTypeError),
        ({"texts": Document.from_text("One text.")}, InvalidTypeError),
        ({"texts": 3}, InvalidTypeError),
        ({"texts": [], "workers": 0}, InvalidValueError),
        ({"texts": [], "workers": True}, InvalidTypeError),
        ({"texts": [], "workers": 1.5}, InvalidTypeError),
        ({"texts": [], "batch_size": 0}, InvalidValueError),
        ({"texts": [], "method": "no such method"}, UnknownNameError),
        ({"texts": [], "method": "lead", "no_such_option": 1}, InvalidTypeError),
        ({"texts": [], "sentences": -1}, InvalidValueError),
        ({"texts": [], "diversity": 2}, InvalidValueError),
        ({"texts": [], "language": "no such language"}, UnknownNameError),
        ({"texts": [], "method": lambda features: features.positions, "workers": 2},
         InvalidTypeError),
    ],
)  # fmt: skip
def test_wrong_arguments_raise_at_the_call(arguments: dict, error: type[Exception]) -> None:
    with pytest.raises(error):
        summarize_many(**arguments)


def test_a_failure_is_frozen() -> None:
    with pytest.raises(AttributeError):
        Failure(0, "a", "b").index = 1  # type: ignore[misc]


@pytest.mark.slow
@pytest.mark.parametrize("batch_size", [1, 7, 128])
def test_workers_change_nothing(batch_size: int) -> None:
    texts = [*TEXTS[:40], None, Document.from_text(TEXTS[8]), b"bytes", *TEXTS[40:]]
    alone = list(summarize_many(texts, method="lexrank"))
    together = list(summarize_many(texts, method="lexrank", workers=2, batch_size=batch_size))
    assert together == alone
    assert [type(r) for r in alone].count(Failure) == 2
    assert not children()


@pytest.mark.slow
def test_workers_read_ahead_only_so_far() -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        for text in itertools.cycle(TEXTS):
            read += 1
            yield text

    results = summarize_many(endless(), workers=2, batch_size=3)
    assert isinstance(next(results), Summary)
    assert read <= (2 * 2 + 1) * 3 + 1
    assert children()
    results.close()
    assert not children()


@pytest.mark.slow
def test_a_worker_that_dies_costs_only_its_text() -> None:
    texts = [*TEXTS[:5], "They die here.", *TEXTS[5:9]]
    results = list(summarize_many(texts, method=scorers.deadly, workers=2, batch_size=2))
    failure = results.pop(5)
    assert isinstance(failure, Failure)
    assert (failure.index, failure.error_type) == (5, "BrokenProcessPool")
    assert results == [summarize.summarize(text, method=scorers.deadly) for text in TEXTS[:9]]
    assert not children()


class Unsendable(str):
    def __reduce__(self) -> tuple:
        raise TypeError("this str stays at home")


@pytest.mark.slow
def test_a_text_that_can_not_be_sent_costs_only_itself() -> None:
    texts = [TEXTS[0], Unsendable("A text. It stays."), TEXTS[1]]
    results = list(summarize_many(texts, workers=2))
    assert results[1] == Failure(1, "this str stays at home", "TypeError")
    assert results[::2] == [summarize.summarize(text) for text in TEXTS[:2]]


@pytest.mark.slow
def test_closing_early_does_not_wait_for_busy_workers() -> None:
    texts = [TEXTS[0], "This one is slow.", "This one is slow as well."]
    results = summarize_many(texts, method=scorers.slow, workers=2, batch_size=1)
    assert isinstance(next(results), Summary)
    begin = time.monotonic()
    results.close()
    assert time.monotonic() - begin < 20  # not the minute that the scorer sleeps
    assert not children()


def run_script(folder: Path, body: str) -> subprocess.Popen[str]:
    script = folder / "script.py"
    script.write_text(textwrap.dedent(body), encoding="utf-8")
    root = str(Path(__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": root}, start_new_session=True,
    )  # fmt: skip


SLOW_SCRIPT = """
    import multiprocessing
    import summarize
    from tests.streaming.scorers import slow

    if __name__ == "__main__":
        texts = ["A first text."] + ["A slow text."] * 9
        results = summarize.summarize_many(texts, method=slow, workers=2, batch_size=1)
        next(results)
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)
        next(results)
"""


def wait_until_gone(pids: list[int]) -> bool:
    for _ in range(200):
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="reads /proc")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_their_parent(tmp_path: Path, sign: signal.Signals) -> None:
    process = run_script(tmp_path, SLOW_SCRIPT)
    assert process.stdout is not None
    assert process.stderr is not None
    pids = [int(pid) for pid in process.stdout.readline().split()]
    assert pids
    if sign == signal.SIGINT:
        os.killpg(process.pid, sign)  # as a terminal does: parent and workers alike
    else:
        process.send_signal(sign)
    assert process.wait(20) != 0
    errors = process.stderr.read()
    process.stdout.close()
    process.stderr.close()
    assert wait_until_gone(pids)
    assert errors.count("KeyboardInterrupt") == (sign == signal.SIGINT)


@pytest.mark.slow
def test_a_script_without_guard_is_told_so(tmp_path: Path) -> None:
    process = run_script(
        tmp_path,
        """
        import summarize
        list(summarize.summarize_many(["A text."], workers=2))
        """,
    )
    _, errors = process.communicate(timeout=60)
    assert process.returncode != 0
    assert '`if __name__ == "__main__":`' in errors
    assert SummarizeError.__name__ in errors.splitlines()[-1]
