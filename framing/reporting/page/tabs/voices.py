"""The tab Voices: whose words an outlet gives, who speaks, who is named first and how."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from framing.model import Annotation, Comparison, Quote, SourceUse, VoiceKind
from framing.reporting.blocks import (
    Block,
    Column,
    Paragraph,
    Run,
    Table,
    Words,
    quiet,
    strong,
    words,
)
from framing.reporting.figures import order_figure, speakers_figure, voices_figure
from framing.reporting.names import VOICE_NAMES, capital, side_name
from framing.reporting.page.evidence import own_places, pair_places, quote_places
from framing.reporting.page.lines import Place
from framing.reporting.page.tabs.desk import VOICES, Desk
from framing.reporting.page.tabs.people import people_tables

_MOST_SPEAKERS = 12  # speakers of one outlet
Keep = Callable[[Quote], bool]


def voices_blocks(comparison: Comparison, desk: Desk, *, drawn: bool) -> tuple[Block, ...]:
    """The blocks of the tab for one event; `drawn` says whether to draw charts too."""
    names = dict(desk.names)
    blocks: list[Block] = []
    if comparison.voices:
        blocks += [voices_figure(comparison, names)] if drawn else []
        blocks.append(_share_table(comparison, desk))
    if comparison.sources:
        blocks += [speakers_figure(comparison, names)] if drawn else []
        blocks += [order_figure(comparison, names, of="speakers")] if drawn else []
        blocks.append(_speaker_table(comparison, desk))
    pairs = _pair_table(comparison, desk)
    blocks += [pairs] if pairs else []
    blocks += people_tables(comparison, desk)
    return tuple(blocks) or (Paragraph(words("Nobody is quoted or reported in these texts.")),)


def _of_outlet(comparison: Comparison, outlet: str) -> list[Annotation]:
    return [a for a in comparison.annotations if a.article.outlet.outlet == outlet]


def _share_table(comparison: Comparison, desk: Desk) -> Table:
    rows = []
    for outlet in comparison.outlets:
        counts = {row.voice: row.words for row in comparison.voices if row.outlet == outlet}
        total = sum(counts.values())
        cells = [_share_cell(comparison, outlet, v, counts.get(v, 0), desk) for v in VOICES]
        rows.append((words(strong(desk.names[outlet])), *cells, words(f"{total:,}")))
    columns = [Column(capital(VOICE_NAMES[voice]), "right") for voice in VOICES]
    return Table(
        "Whose words: words of the articles’ own prose",
        (Column("Outlet", width=1.6), *columns, Column("All words", "right")),
        tuple(rows),
        "Each number opens the quotations, the reports or the sentences that it counts the words of.",
    )


def _share_cell(comparison: Comparison, outlet: str, voice: VoiceKind, n: int, desk: Desk) -> Words:
    mine = _of_outlet(comparison, outlet)
    if voice == "outlet":
        places = own_places(mine, desk.voices)
    else:
        places = [p for p in _all_quotes(mine, desk) if p.voice.kind == voice]
    title = f"{desk.names[outlet]}: {VOICE_NAMES[voice]}"
    return words(Run(f"{n:,}", "plain", desk.book.add(title, places) if n else ""))


def _all_quotes(annotations: Sequence[Annotation], desk: Desk) -> list[Place]:
    unclear = [desk.voices.place(a, s) for a in annotations for s in a.unclear]
    return quote_places(annotations, desk.voices, lambda q: True) + unclear


def _speaker_table(comparison: Comparison, desk: Desk) -> Table:
    rows = []
    for outlet in comparison.outlets:
        mine = [row for row in comparison.sources if row.outlet == outlet]
        rows += [_speaker_row(comparison, row, desk) for row in mine[:_MOST_SPEAKERS]]
    return Table(
        "Who is given room: the speakers with most words in each outlet",
        (
            Column("Outlet", width=1.4),
            Column("Speaker and side", width=3),
            Column("Times", "right", 0.7),
            Column("Words quoted", "right"),
            Column("Words reported", "right"),
        ),
        tuple(rows),
        "Times: stretches of speech attributed to the speaker; the number opens them.",
    )


def _speaker_row(comparison: Comparison, row: SourceUse, desk: Desk) -> tuple[Words, ...]:
    keep: Keep = lambda q: q.speaker == row.speaker  # noqa: E731
    places = quote_places(_of_outlet(comparison, row.outlet), desk.voices, keep)
    title = f"{desk.names[row.outlet]}: {row.speaker}"
    side = f"\n{side_name(row.side)}" if row.side else ""
    return (
        words(strong(desk.names[row.outlet])),
        words(row.speaker, quiet(side)),
        words(desk.book.number(row.quotes, title, places, kind="strong")),
        words(f"{row.direct_words:,}"),
        words(f"{row.indirect_words:,}"),
    )


def _pair_table(comparison: Comparison, desk: Desk) -> Table | None:
    """Who comes first where two sides are named together."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in comparison.emphasis:
        for first, second, n in row.pair_order:
            counts[first, second][row.outlet] += n
    if not counts:
        return None
    places = pair_places(comparison, desk.packs, desk.voices)
    rows = []
    for first, second in sorted(counts, key=lambda p: (sorted(p), p)):
        title = f"{side_name(first)} before {side_name(second)}"
        cells = [
            words(
                desk.book.number(
                    counts[first, second][o],
                    f"{desk.names[o]}: {title}",
                    places.get((o, first, second), []),
                )
            )
            for o in comparison.outlets
        ]
        rows.append((words(strong(title)), *cells))
    return Table(
        "Who is named first where two are named together",
        (Column("Order", width=2), *(Column(desk.names[o], "right") for o in comparison.outlets)),
        tuple(rows),
        "Such as “Russia and Ukraine”, in the outlet’s own or reported words.",
    )
