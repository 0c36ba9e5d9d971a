"""Characters, sentences and tokens: text in, arrays and spans out."""
