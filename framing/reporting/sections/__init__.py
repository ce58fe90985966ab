"""The sections of a printed report, in the order of its storyboard; some are tabs of the page too."""

from framing.reporting.sections.ending import along_the_texts, every_hit, method
from framing.reporting.sections.glance import at_a_glance, nothing_read
from framing.reporting.sections.overview import other_events, profiles
from framing.reporting.sections.speaking import who_speaks
from framing.reporting.sections.telling import what_is_told
from framing.reporting.sections.texts import the_texts
from framing.reporting.sections.wording import same_thing, side_by_side, word_choice

__all__ = [
    "along_the_texts",
    "at_a_glance",
    "every_hit",
    "method",
    "nothing_read",
    "other_events",
    "profiles",
    "same_thing",
    "side_by_side",
    "the_texts",
    "what_is_told",
    "who_speaks",
    "word_choice",
]
