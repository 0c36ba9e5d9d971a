from __future__ import annotations

import pytest

from summarize import Document
from summarize.implications import Bank

RULE = """
topic = "labour"

[[rule]]
id = "{id}"
family = "strike"
nouns = ["strike", "walkout"]
verbs = ["picket = picketing of"]
except = ["lightning strike"]
require = [["union", "workers"]]
planned = true
fires = [
  "Dock workers began a strike in Kelvary on Monday, their union said.",
  "A walkout by workers has closed the port.",
  "Workers picketed the mill on Friday.",
]
silent = [
  "Dock workers called off a strike, their union said.",
  "A lightning strike hit a mast near the workers.",
  "There is no strike, the union said.",
]
[[rule.consequents]]
hedge = "could"
text = "disrupt services[ in {{place}}]"
class = "transport"
[[rule.consequents]]
hedge = "puts pressure on"
text = "the two sides to return to talks"
class = "labour relations"
"""


@pytest.fixture(scope="session")
def bank() -> Bank:
    return Bank.default()


@pytest.fixture
def rule_text() -> str:
    return RULE.format(id="test-strike")


@pytest.fixture
def small(tmp_path, rule_text) -> Bank:
    path = tmp_path / "small.toml"
    path.write_text(rule_text, encoding="utf-8")
    return Bank.load(path)


@pytest.fixture
def strike() -> Document:
    return Document.from_text(
        "Dock workers began a strike in Kelvary on Monday. Their union wants better pay.\n\n"
        "Ships waited outside the port. The strike is the first in nine years, workers said.",
        title="Dock workers strike in Kelvary",
    )
