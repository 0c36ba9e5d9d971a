"""Facts of an article: names, quantities and events, each with its place in the text."""
