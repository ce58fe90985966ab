"""Holding the tool against people: samples to code, their agreement, and a user's corrections."""
