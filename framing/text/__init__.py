"""Plain text, no opinions: folding, sentences, words, parts of speech, keyword in context."""
