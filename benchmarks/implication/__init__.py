"""Benchmarks of implications: stated sentences, cause and effect, event classes, bullets."""
