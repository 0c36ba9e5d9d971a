from __future__ import annotations

import attrs
import pytest

from summarize.errors import FormatError, InvalidTypeError
from summarize.implications import Bank, imply, verify
from summarize.implications.bank import build_bank


@attrs.frozen
class Brief:
    bullets: tuple[str, ...]
    title: str
    article: str


def flood(place: str, homes: str, *bullets: str) -> Brief:
    article = (
        f"A flood in {place} drowned cattle and wrecked {homes} homes on Monday. Rescue crews "
        f"carried water and food to farmers. The river fell on Tuesday, officials in {place} said."
    )
    told = bullets or (f"The flood in {place} could lead to a shortage of clean water in {place}.",)
    return Brief(told, f"Flood hits {place}", article)


TWO = (flood("Norrin", "forty"), flood("Velland", "sixty"))
ARTICLE = "A flood in Kelvary destroyed six homes on Sunday. Rescue crews brought food to farmers."


def precedents(bank, article=ARTICLE):
    return [b for b in imply(article, bank=bank) if b.kind == "precedent"]


def test_what_two_articles_share_is_promoted():
    bank = Bank.learn(TWO)
    found = precedents(bank)
    assert [b.text for b in found] == [
        "The flood in Kelvary could lead to a shortage of clean water."
    ]
    assert dict(found[0].counts) == {"articles": 2, "bullets": 2}
    assert verify(found[0], ARTICLE, bank)


def test_one_article_is_kept_and_not_used():
    bank = Bank.learn(TWO[:1])
    assert [len(p.articles) for p in bank.precedents] == [1]
    assert precedents(bank) == []


def test_a_brief_twice_is_one_article():
    bank = Bank.learn((TWO[0], TWO[0]))
    assert [len(p.articles) for p in bank.precedents] == [1]


def test_what_the_article_does_not_say_teaches_nothing():
    lies = [
        flood(place, "ten", f"The earthquake in {place} could lead to a shortage of bread.",
              "The visit of the Queen suggests a change of mind about dams.")
        for place in ("Norrin", "Velland", "Kelvary")
    ]  # fmt: skip
    assert Bank.learn(lies).precedents == ()


def test_names_leave_no_trace():
    bank = Bank.learn(TWO)
    for precedent in bank.precedents:
        assert "Norrin" not in precedent.text
        assert "Velland" not in precedent.text
        assert not {"norrin", "velland"} & set(precedent.context)


def test_saved_and_loaded_it_is_the_same(tmp_path):
    bank = Bank.learn(TWO)
    bank.save(tmp_path / "learnt.toml")
    again = Bank.load(tmp_path / "learnt.toml")
    assert again.fingerprint == bank.fingerprint
    assert again.precedents == bank.precedents


def test_banks_learnt_apart_merge_to_the_bank_learnt_together():
    apart = Bank.learn(TWO[:1]).merged(Bank.learn(TWO[1:]))
    assert apart.precedents == Bank.learn(TWO).precedents
    assert apart.fingerprint == Bank.learn(TWO[::-1]).fingerprint
    assert apart.merged(apart).fingerprint == apart.fingerprint


def test_a_merged_bank_has_the_rules_too(small):
    bank = small.merged(Bank.learn(TWO))
    assert bank.rule("test-strike")
    assert precedents(bank)
    assert bank.fingerprint != small.fingerprint


def test_a_context_without_shared_words_keeps_it_silent():
    bank = Bank.learn(TWO)
    assert precedents(bank, "A flood of joy met the band on Sunday.") == []


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"flood"', '"Flood"', "one lower-case noun"),
        ('"could lead to"', '"will"', "unknown hedge"),
        ("{place}", "{galaxy}", "unknown slot"),
        ("bullets = 2", "bullets = 0", "must be a count"),
        ("bullets = 2", "bullets = 2\nrun = 1", "needs event"),
        ('articles = ["', 'articles = ["xyz", "', "hexadecimal"),
    ],
)
def test_an_edited_file_is_checked(tmp_path, old, new, reason):
    Bank.learn(TWO).save(tmp_path / "learnt.toml")
    text = (tmp_path / "learnt.toml").read_text()
    assert old in text
    with pytest.raises(FormatError, match=reason):
        build_bank([("learnt.toml", text.replace(old, new).encode())])


def test_only_briefs_teach():
    with pytest.raises(InvalidTypeError, match="a brief needs bullets, title and article"):
        Bank.learn(["a text"])
