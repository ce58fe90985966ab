"""The tests and measures behind the comparisons, on plain counts: no article is read here."""
