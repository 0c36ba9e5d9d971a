"""Scores, similarities and a budget in; indices of sentences out."""
