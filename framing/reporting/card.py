"""One finding of one event as one picture: for a slide, a post, a notice board.

The finding is the one that tells most of the event: how often each outlet chose one wording, or named
one side first, with the cases it rests on, an interval, what it does not say, and the texts.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any

from framing.comparison.intervals import share
from framing.comparison.naming import MARKED, Choice, choices
from framing.model import Comparison, Estimate, VoiceKind
from framing.output import write_whole
from framing.reporting.names import VOICE_NAMES, clip, count, day_of, listed, outlet_names
from framing.reporting.notes import MarkerNotes

WIDTH, HEIGHT = 1600, 900  # pixels
_MOST_ROWS = 7
_FEWEST = 5  # cases under which no share is shown, as everywhere in framing
_LEAST_GAP = 0.3  # difference of shares from which the report speaks of a difference
_MARKED_WEIGHT = 3  # a documented convention tells more than a choice between common words
_ENOUGH = 20  # cases beyond which more cases do not make a finding tell more

_CAVEAT = "A wording is a usage, not a verdict: this does not show truth, intent or quality."


@dataclass(frozen=True, slots=True)
class CardRow:
    """One outlet: how often, of how many, the interval (0 to 1; None: too few), and in whose words."""

    name: str
    count: int
    of: int
    value: float | None
    low: float | None
    high: float | None
    voices: str


@dataclass(frozen=True, slots=True)
class Card:
    """What the picture says; `alt` says the same to a screen reader."""

    question: str
    event: str
    rows: tuple[CardRow, ...]
    note: str
    caveat: str
    sources: str
    made_by: str
    alt: str

    def save(self, path: str | Path) -> Path:
        """Write the card as PNG, 1600 pixels wide, with its words as description. Same card, same
        bytes."""
        target = Path(path)
        write_whole(target, _picture(self))
        return target


def card(comparison: Comparison, *, made_on: str = "", notice: str = "") -> Card:
    """The card of one event. With nothing that differs clearly, it says so.

    `made_on` is printed as given; no clock is read.
    """
    import framing

    names = outlet_names([comparison])
    contrast = max(_contrasts(comparison), key=lambda c: (c.weight, c.question), default=None)
    rows = _rows(contrast, names) if contrast else ()
    question = contrast.question if contrast else "No clear difference was found in these texts"
    texts = count(len(comparison.annotations), "article")
    outlets = count(len(comparison.outlets), "outlet")
    event = f"{comparison.event.label[:1].upper()}{comparison.event.label[1:]} · {texts}, {outlets}"
    note = _note(contrast, rows, len(comparison.outlets))
    told = ". ".join(f"{r.name} {r.count} of {r.of}" for r in rows)
    return Card(
        question=question,
        event=event,
        rows=rows,
        note=note,
        caveat=" ".join(filter(None, (_CAVEAT, notice))),
        sources=_sources(comparison, names),
        made_by=" · ".join(filter(None, (f"framing {framing.__version__}", made_on))),
        alt=". ".join(filter(None, (question.rstrip("?"), told, _CAVEAT))),
    )


@dataclass(frozen=True, slots=True)
class _Contrast:
    """Cases by outlet and article: (how many hits, of how many), and the voices of the hits."""

    question: str
    weight: float
    cases: dict[str, dict[str, tuple[int, int]]]
    voices: dict[str, Counter[VoiceKind]]
    note: str


def _contrasts(comparison: Comparison) -> Iterator[_Contrast]:
    packs = MarkerNotes([comparison]).packs
    by_slot: dict[str, list[Choice]] = defaultdict(list)
    for choice in choices(comparison.annotations, packs):
        by_slot[choice.slot].append(choice)
    for found in by_slot.values():
        if len({c.outlet for c in found}) > 1:
            yield from _slot_contrasts(found)
    yield from _order_contrasts(comparison)


def _slot_contrasts(found: Sequence[Choice]) -> Iterator[_Contrast]:
    referent = found[0].referent
    for variant in sorted({c.variant for c in found}):
        hits = [c for c in found if c.variant == variant]
        cases: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
        voices: dict[str, Counter[VoiceKind]] = defaultdict(Counter)
        for c in found:
            k, n = cases[c.outlet].get(c.article, (0, 0))
            cases[c.outlet][c.article] = (k + (c.variant == variant), n + 1)
        for c in hits:
            voices[c.outlet][c.voice] += 1
        typical = variant == MARKED or any(c.convention != "neutral" for c in hits)
        factor = _MARKED_WEIGHT if typical else 1
        question = (
            f"{referent[:1].upper()}{referent[1:]}: how often in quotation marks?"
            if variant == MARKED
            else f"{referent[:1].upper()}{referent[1:]}: how often “{variant}”?"
        )
        usage = sorted({c.convention.capitalize() for c in hits if c.convention != "neutral"})
        note = f"“{variant}”: {listed(usage)} usage." if usage else ""
        weight = factor * _weight(cases)
        if weight:
            yield _Contrast(question, weight, cases, voices, note)


def _order_contrasts(comparison: Comparison) -> Iterator[_Contrast]:
    """Which of two sides is named first where both are named together."""
    everything: Counter[tuple[str, str]] = Counter()
    for row in comparison.emphasis:
        for first, second, n in row.pair_order:
            everything[min(first, second), max(first, second)] += n
    for (first, second), _ in everything.most_common(1):
        cases: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
        for row in comparison.emphasis:
            ahead = sum(n for a, b, n in row.pair_order if (a, b) == (first, second))
            behind = sum(n for a, b, n in row.pair_order if (a, b) == (second, first))
            if ahead + behind:
                cases[row.outlet][row.article] = (ahead, ahead + behind)
        weight = _weight(cases)
        if weight and len(cases) > 1:
            one, two = (side.replace("-", " ").title() for side in (first, second))
            question = f"{one} and {two}: how often is {one} named first?"
            yield _Contrast(question, weight, cases, {}, "")


def _weight(cases: dict[str, dict[str, tuple[int, int]]]) -> float:
    """How far the outlets' shares lie apart, times the cases; 0 where that is no clear difference."""
    totals = [_total(articles) for articles in cases.values()]
    shares = [k / n for k, n in totals if n]
    gap = max(shares) - min(shares) if len(shares) > 1 else 0.0
    return gap * min(sum(n for _, n in totals), _ENOUGH) if gap >= _LEAST_GAP else 0.0


def _total(articles: dict[str, tuple[int, int]]) -> tuple[int, int]:
    return sum(k for k, _ in articles.values()), sum(n for _, n in articles.values())


def _rows(contrast: _Contrast, names: dict[str, str]) -> tuple[CardRow, ...]:
    """One row an outlet, A-Z; where there are too many, those with most cases."""
    most = sorted(contrast.cases, key=lambda o: (-_total(contrast.cases[o])[1], names[o]))
    shown = sorted(most[:_MOST_ROWS], key=lambda o: names[o].casefold())
    return tuple(_row(contrast, outlet, names[outlet]) for outlet in shown)


def _row(contrast: _Contrast, outlet: str, name: str) -> CardRow:
    articles = contrast.cases[outlet]
    k, n = _total(articles)
    estimate: Estimate = share(
        [a for a, _ in articles.values()], [b for _, b in articles.values()], fewest=_FEWEST
    )
    voices = contrast.voices.get(outlet, Counter())
    split = ", ".join(f"{voices[v]} {VOICE_NAMES[v]}" for v in VOICE_NAMES if voices[v])
    return CardRow(clip(name, 26), k, n, estimate.value, estimate.low, estimate.high, split)


def _note(contrast: _Contrast | None, rows: Sequence[CardRow], outlets: int) -> str:
    if contrast is None:
        return "Too little to compare, or alike."
    notes = [contrast.note] if contrast.note else []
    if any(row.value is not None for row in rows):
        notes.append("Dot: share; line: 95 % interval.")
    if any(row.value is None for row in rows):
        notes.append(f"Hollow: under {_FEWEST} cases, too few for a share.")
    if len(rows) < outlets:
        notes.append(f"{len(rows)} of {outlets} outlets have such cases and are shown.")
    return " ".join(notes)


def _sources(comparison: Comparison, names: dict[str, str]) -> str:
    """The texts by outlet, A-Z, with their dates, cut where there are many."""
    days: dict[str, list[str]] = defaultdict(list)
    for annotation in comparison.annotations:
        days[names[annotation.article.outlet.outlet]].append(day_of(annotation.article))
    told = [
        f"{name} ({', '.join(dict.fromkeys(found))})"
        for name, found in sorted(days.items(), key=lambda item: item[0].casefold())
    ]
    return "Texts: " + clip("; ".join(told), 230)


def _picture(found: Card) -> bytes:
    import matplotlib
    import typst

    template = resources.files("framing.reporting") / "templates" / "card.typ"
    fonts = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    with resources.as_file(template) as path:
        drawn: Any = typst.compile(
            str(path),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            sys_inputs={"card": json.dumps(asdict(found))},
            timestamp=0,
            format="png",
            ppi=144,
        )
    return _described(drawn if isinstance(drawn, bytes) else drawn[0], found)


def _described(png: bytes, found: Card) -> bytes:
    """The picture with title and description inside, for programs that read them out."""
    from PIL import Image, PngImagePlugin

    told = PngImagePlugin.PngInfo()
    told.add_itxt("Title", found.question)
    told.add_itxt("Description", found.alt)
    buffer = BytesIO()
    with Image.open(BytesIO(png)) as picture:
        picture.convert("RGB").save(buffer, "png", pnginfo=told)
    return buffer.getvalue()
