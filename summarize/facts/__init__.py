"""Facts of an article: names, quantities and events, each with its place in the text."""

from summarize.facts.events import event_classes, facts
from summarize.facts.fact import Fact, Part, Time

__all__ = ["Fact", "Part", "Time", "event_classes", "facts"]
