"""Lexicon packs: the records of a pack, reading and checking them, finding their terms in a text."""
