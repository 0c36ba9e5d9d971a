"""Groups of words whose counts the stated-implication model reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Groups of words that mark tense, modality, expectation and consequence; this project's own lists.
GROUPS: Final[Mapping[str, str]] = {
    "will": "will won't shall 'll",
    "would": "would wouldn't",
    "could": "could couldn't",
    "may": "may might",
    "should": "should must ought need needs",
    "can": "can cannot can't",
    "have": "have",
    "expectation": "expect expects expected expecting expectation expectations anticipate"
    " anticipates anticipated await awaits awaiting",
    "likelihood": "likely unlikely probably possible possibly perhaps potentially potential"
    " inevitable inevitably certain doubt doubtful",
    "forecast": "forecast forecasts forecasting predict predicts predicted predicting prediction"
    " predictions projected projection projections foresee foresees outlook prospect prospects"
    " estimate estimates estimated forecasters",
    "warning": "warn warns warned warning warnings caution cautioned cautions alert alerts",
    "fear": "fear fears feared fearing worry worries worried worrying concern concerns concerned"
    " anxiety nervous jittery",
    "risk": "risk risks risky risking threat threats threaten threatens threatened threatening"
    " danger dangers dangerous jeopardise jeopardize jeopardy vulnerable loom looms looming",
    "hope": "hope hopes hoped hoping hopefully optimistic optimism pessimistic pessimism confident"
    " confidence",
    "plan": "plan plans planned planning intend intends intended aim aims aimed propose proposed"
    " proposes pledge pledged promise promised promises vow vowed schedule scheduled prepare"
    " preparing consider considering",
    "readiness": "set due poised bound sure slated ready about going track course",
    "belief": "believe believes believed think thinks say says sees see",
    "consequence": "lead leads leading led result results resulting resulted cause causes caused"
    " causing prompt prompts prompted prompting spark sparked sparks sparking trigger triggered"
    " triggers triggering force forced forces forcing consequence consequences impact impacts"
    " aftermath effect effects affect affects affected implications disrupt disrupted disruption",
    "harm": "closed suspended cancelled canceled evacuated evacuate evacuations halted grounded"
    " stranded delayed delays shut injured damaged destroyed hospital hospitalized displaced",
    "raising": "raise raises raised raising fuel fuelled fueled fueling heighten heightened stoke"
    " stoked",
    "condition": "if unless whether provided depend depends depending otherwise",
    "until": "until before once when after while",
    "future": "next tomorrow coming future upcoming forthcoming soon later eventually ahead"
    " long-term term remains yet further",
    "change": "increase increases increasing decline declines improve improves improving worsen"
    " worsening grow grows growing growth rise rises rising fall falls falling drop slow slows"
    " slowing boost hurt help weaken strengthen reduce expand shrink deteriorate escalate continue"
    " continues remain recover recovery",
    "past": "last ago yesterday earlier previous previously former since formerly",
    "was": "was were had did",
    "is": "is are has do does",
    "be": "be been being become",
    "said": "said told added according",
    "watchers": "analyst analysts economist economists expert experts official officials critics"
    " investors observers",
    "person": "i we my our us you your me",
    "negation": "not no never don't doesn't didn't isn't aren't wasn't",
    "contrast": "but however yet still although though despite",
    "that": "that",
    "to": "to",
    "quote": '" “ ”',
    "money": "$ £ €",
    "percent": "% percent",
    "bracket": "( )",
    "question": "?",
    "number": "0",
    "ed": "~ed",
    "ing": "~ing",
}
