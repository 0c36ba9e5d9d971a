import pytest

from benchmarks.implication.events import classify, evaluate_events
from summarize.facts import facts


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The union demanded an inquiry.", "REQUEST"),
        ("The envoy rejected the proposal.", "REJECT"),
        ("Norway will provide food aid.", "AGREE"),
        ("The air force will bomb the bridge.", "THREATEN"),
        ("The government did not ratify the treaty.", "REJECT"),
        ("It was a mild and quiet afternoon.", "NONE"),
    ],
)
def test_class_of_a_sentence(text: str, event: str) -> None:
    assert classify(facts(text)) == event


def test_labels_of_both_versions_count() -> None:
    rows = [
        {"text": "The union demanded an inquiry.", "event": "DEMAND"},
        {"text": "The bishop condemned the war.", "event": "DISAPPROVE"},
        {"text": "Rebels shelled the town.", "event": "ASSAULT"},
        {"text": "It was a mild and quiet afternoon.", "event": "AID"},
    ]
    result = evaluate_events(rows)
    assert (result["rows"], result["accuracy"], result["without_event"]) == (4, 0.75, 1)
    assert result["recall"] == {"ACCUSE": 1.0, "AID": 0.0, "ASSAULT": 1.0, "REQUEST": 1.0}


def test_no_rows() -> None:
    assert evaluate_events([])["accuracy"] == 0.0
