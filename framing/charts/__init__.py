"""One result in, one matplotlib ``Axes`` (small multiples: ``Figure``) out; no global state.

Every ``plot_x`` has an ``alt_x`` that says in words what the chart shows. Matplotlib is imported by
the first chart that is drawn, not here.
"""

from framing.charts.claims import alt_claims, plot_claims
from framing.charts.order import alt_along, alt_order, plot_along, plot_order
from framing.charts.profiles import alt_profiles, plot_profiles
from framing.charts.shares import alt_shares, plot_shares
from framing.charts.slope import alt_slope, plot_slope
from framing.charts.slots import alt_slots, plot_slots
from framing.charts.style import render, save
from framing.charts.timeline import alt_timeline, plot_timeline
from framing.charts.voices import alt_speakers, alt_voices, plot_speakers, plot_voices
from framing.charts.words import alt_contrasts, alt_words, plot_contrasts, plot_words

__all__ = [
    "alt_along",
    "alt_claims",
    "alt_contrasts",
    "alt_order",
    "alt_profiles",
    "alt_shares",
    "alt_slope",
    "alt_slots",
    "alt_speakers",
    "alt_timeline",
    "alt_voices",
    "alt_words",
    "plot_along",
    "plot_claims",
    "plot_contrasts",
    "plot_order",
    "plot_profiles",
    "plot_shares",
    "plot_slope",
    "plot_slots",
    "plot_speakers",
    "plot_timeline",
    "plot_voices",
    "plot_words",
    "render",
    "save",
]
