import pytest

from summarize.errors import FormatError
from summarize.facts.inflection import noun_forms, verb_forms
from summarize.facts.lexicon import compile_lexicon, lexicon


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("arrest", "arrest arrests arresting arrested"),
        ("ban", "ban bans banning banned"),
        ("die", "die dies dying died"),
        ("flee", "flee flees fleeing fled"),
        ("rally", "rally rallies rallying rallied"),
        ("quit", "quit quits quitting quit"),
        ("picket", "picket pickets picketing picketed"),
        ("withdraw", "withdraw withdraws withdrawing withdrew withdrawn"),
        ("panic", "panic panics panicking panicked"),
        ("cancel", "cancel cancels cancelling canceling cancelled canceled"),
        (
            "mobilise",
            "mobilise mobilises mobilising mobilised mobilize mobilizes mobilizing mobilized",
        ),
        ("rise", "rise rises rising rose risen"),
    ],
)
def test_verb_forms(verb: str, forms: str) -> None:
    assert [form for form, _ in verb_forms(verb)] == forms.split()


@pytest.mark.parametrize(
    ("noun", "forms"),
    [("ban", "ban bans"), ("crisis", "crisis crises"), ("gunman", "gunman gunmen"),
     ("embargo", "embargo embargoes"), ("talks", "talks"), ("enquiry", "enquiry enquiries"),
     ("loss", "loss losses")],
)  # fmt: skip
def test_noun_forms(noun: str, forms: str) -> None:
    assert list(noun_forms(noun)) == forms.split()


def _compile(body: dict[str, str]) -> object:
    data = {"sets": {"up": "rise"}, "classes": {"x": {"topic": "sport", **body}}}
    return compile_lexicon(data)


def test_bad_lexicons_are_refused() -> None:
    with pytest.raises(FormatError, match="topic"):
        _compile({"topic": "chess"})
    with pytest.raises(FormatError, match="unknown set"):
        _compile({"pairs": "profit <> @down"})


def test_no_entry_is_listed_under_a_function_word() -> None:
    heads = lexicon().heads
    assert not {"the", "of", "and", "is", "was", "to", "for", "with", "in"} & set(heads)


def test_no_trigger_is_a_name() -> None:
    assert all(head == head.lower() for head in lexicon().heads)
