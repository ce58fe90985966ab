"""Quotations: marks and what they are for, direct, indirect and mixed quotes with cue and source."""
