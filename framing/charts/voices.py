"""Who speaks: an outlet's words by voice, and each speaker's words, quoted against reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotation.speakers import OTHER_SIDE
from framing.charts import page
from framing.charts.style import BOLD, GREY, INK, PAPER, SMALL, VOICES, keys, style
from framing.model import Comparison, SourceUse, VoiceKind, VoiceShare
from framing.saying import count

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_NAMES = 0.7, 2.2  # inches for the outlets at the left, fewest and most
_SPEAKERS = 2.2  # inches for the speakers at the left
_TOTALS = 0.95  # inches for the number of words at the right
_MOST = 10  # speakers of an outlet, where the page has room for them
_VOICELESS = "These articles have no words of their own to divide by voice."
_SPEECHLESS = "No speaker was found in these articles."


def plot_voices(
    comparison: Comparison,
    *,
    ax: Axes | None = None,
    names: Mapping[str, str] | None = None,
) -> Axes:
    """One bar an outlet (A-Z), all its words from 0 to 100 %, by whose words they are.

    The number of words is printed in each part that has room for it, and all of them at the right.
    """
    with style():
        parts = [voice for voice in VOICES if any(v.voice == voice for v in comparison.voices)]
        head = page.Head(
            _voice_title(comparison), tuple(keys([VOICES[v] for v in parts], bars=True))
        )
        if not parts:
            return page.say_nothing(head, _VOICELESS, ax=ax)
        shown = page.outlet_names(comparison.annotations, names)
        outlets = page.in_order([v.outlet for v in comparison.voices], shown)
        left = page.label_width([shown.get(o, o) for o in outlets], _NAMES)
        rows = [_outlet_row(shown.get(o, o), left) for o in outlets]
        room, indent = page.row_axes(ax, head, rows=rows, left=left, right=_TOTALS)
        for outlet, y in zip(outlets, page.name_rows(room, rows, indent=indent), strict=True):
            _draw_parts(room, [v for v in comparison.voices if v.outlet == outlet], y)
        room.set_xlim(0, 100)
        room.set_xlabel("% of the outlet’s words")
        return room


def plot_speakers(
    comparison: Comparison,
    *,
    ax: Axes | None = None,
    names: Mapping[str, str] | None = None,
    sides: Mapping[str, str] | None = None,
    most: int | None = None,
) -> Axes:
    """Draw the speakers of each outlet (A-Z) with the words they are given, quoted and reported.

    Speakers with most words first, `most` of each outlet; without it as many as fit an A4 page. A
    speaker's side stands in brackets where an actor list gives one; `sides` names sides by their id.
    """
    with style():
        head = page.Head(
            _speaker_title(comparison),
            tuple(keys([VOICES["direct"], VOICES["indirect"]], bars=True)),
        )
        if not comparison.sources:
            return page.say_nothing(head, _SPEECHLESS, ax=ax)
        shown = page.outlet_names(comparison.annotations, names)
        outlets = page.in_order([s.outlet for s in comparison.sources], shown)
        sources = [_named_side(source, sides or {}) for source in comparison.sources]
        rows, speakers = _fitted(sources, outlets, names=shown, most=most)
        room, indent = page.row_axes(ax, head, rows=rows, left=_SPEAKERS, right=1.75)
        middles = page.name_rows(room, rows, indent=indent)
        places = [y for y, row in zip(middles, rows, strict=True) if not row.heading]
        for speaker, y in zip(speakers, places, strict=True):
            _draw_speaker(room, speaker, y)
        room.set_xlim(left=0)
        room.set_xlabel("words")
        return room


def alt_voices(comparison: Comparison, *, names: Mapping[str, str] | None = None) -> str:
    """Say each outlet's words by voice."""
    shown = page.outlet_names(comparison.annotations, names)
    if not comparison.voices:
        return f"{_voice_title(comparison)}. {_VOICELESS}"
    told = []
    for outlet in page.in_order([v.outlet for v in comparison.voices], shown):
        parts = [v for v in comparison.voices if v.outlet == outlet]
        words = ", ".join(f"{VOICES[v.voice].label} {v.words:,}" for v in parts)
        told.append(f"{shown.get(outlet, outlet)}, of {parts[0].of:,} words: {words}")
    return f"{_voice_title(comparison)}. {'; '.join(told)}."


def alt_speakers(comparison: Comparison, *, names: Mapping[str, str] | None = None) -> str:
    """Say whom each outlet gives most words."""
    shown = page.outlet_names(comparison.annotations, names)
    if not comparison.sources:
        return f"{_speaker_title(comparison)}. {_SPEECHLESS}"
    told = []
    for outlet in page.in_order([s.outlet for s in comparison.sources], shown):
        mine = [s for s in comparison.sources if s.outlet == outlet]
        first = mine[0]
        told.append(
            f"{shown.get(outlet, outlet)}: {count(len(mine), 'speaker')}, most words for "
            f"{first.speaker} ({first.direct_words:,} quoted, {first.indirect_words:,} reported)"
        )
    return f"{_speaker_title(comparison)}. {'; '.join(told)}."


def _voice_title(comparison: Comparison) -> str:
    return f"Whose words they are: {page.scope(comparison)}"


def _speaker_title(comparison: Comparison) -> str:
    return f"Who speaks: {page.scope(comparison)}"


def _outlet_row(name: str, left: float) -> page.Row:
    label = page.wrap(name, left - page.MARGIN - 0.1)
    return page.Row(label, max(1.3, page.height(label)) + 0.4)


def _draw_parts(ax: Axes, parts: Sequence[VoiceShare], y: float) -> None:
    """One outlet's bar: a part for each voice, its words printed where they fit."""
    found = {part.voice: part for part in parts}
    start = 0.0
    for voice in VOICES:
        if voice not in found:
            continue
        part = found[voice]
        share = 100 * part.words / part.of
        ax.barh(y, share, left=start, height=1.25, **VOICES[voice].bar())
        _print(ax, voice, f"{part.words:,}", place=(start + share / 2, y), share=share)
        start += share
    total = count(parts[0].of, "word")
    page.beside(ax, total, at=(1, y), inches=0.07, size=SMALL[0], color=GREY)


def _print(
    ax: Axes, voice: VoiceKind, text: str, *, place: tuple[float, float], share: float
) -> None:
    if page.measure(text, SMALL) + 0.12 > page.ax_width(ax) * share / 100:
        return
    full = VOICES[voice].fill == "full"
    label = ax.text(
        *place, text, ha="center", va="center_baseline", size=SMALL[0], color=PAPER if full else INK
    )
    if VOICES[voice].hatch:  # a clear space for the number among the hatches
        label.set_bbox({"facecolor": PAPER, "edgecolor": "none", "pad": 1.2})


def _named_side(source: SourceUse, sides: Mapping[str, str]) -> SourceUse:
    """Give the side its name; a speaker of no side that a list knows has none."""
    side = None if source.side in (None, OTHER_SIDE) else sides.get(source.side, source.side)
    return replace(source, side=side)


def _fitted(
    sources: Sequence[SourceUse],
    outlets: Sequence[str],
    *,
    names: Mapping[str, str],
    most: int | None,
) -> tuple[list[page.Row], list[SourceUse]]:
    """Rows for `most` speakers of each outlet, or for as many as an A4 page has room for."""
    for each in [most] if most is not None else range(_MOST, 0, -1):
        rows, speakers = _speaker_rows(sources, outlets, names=names, most=each)
        if page.LINE * page.lines_of(rows) < page.TALLEST - 1:
            break
    return rows, speakers


def _speaker_rows(
    sources: Sequence[SourceUse], outlets: Sequence[str], *, names: Mapping[str, str], most: int
) -> tuple[list[page.Row], list[SourceUse]]:
    """Make a heading for each outlet with its first speakers, and say how many there are."""
    rows: list[page.Row] = []
    speakers: list[SourceUse] = []
    for outlet in outlets:
        mine = [source for source in sources if source.outlet == outlet]
        more = f" ({most} of {count(len(mine), 'speaker')})" if len(mine) > most else ""
        heading = page.wrap(
            names.get(outlet, outlet) + more, page.WIDTH - 2 * page.MARGIN, font=BOLD
        )
        rows.append(page.Row(heading, page.height(heading) + (0.5 if rows else 0.1), heading=True))
        for source in mine[:most]:
            rows.append(_speaker_row(source))
            speakers.append(source)
    return rows, speakers


def _speaker_row(source: SourceUse) -> page.Row:
    shown = source.side and source.side != source.speaker  # not "Ukraine (Ukraine)"
    name = f"{source.speaker} ({source.side})" if shown else source.speaker
    label = page.wrap(name, _SPEAKERS - page.MARGIN - 0.1)
    return page.Row(label, page.height(label) + 0.15)


def _draw_speaker(ax: Axes, source: SourceUse, y: float) -> None:
    quoted, reported = source.direct_words, source.indirect_words
    if quoted:
        ax.barh(y, quoted, height=0.8, **VOICES["direct"].bar())
    if reported:
        ax.barh(y, reported, left=quoted, height=0.8, **VOICES["indirect"].bar())
    ax.annotate(
        f"{quoted:,} quoted, {reported:,} reported",
        (quoted + reported, y),
        xytext=(4, 0),
        textcoords="offset points",
        va="center_baseline",
        size=SMALL[0],
        annotation_clip=False,
    )
