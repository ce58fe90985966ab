"""Hostile input and harm: what is tried, and what must be true afterwards."""
