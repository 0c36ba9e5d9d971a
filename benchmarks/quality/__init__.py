"""How good the summaries are: choice of the default method, gates, background counts."""
