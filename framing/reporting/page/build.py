"""From comparisons to everything that stands on the page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from framing.model import Annotation, Comparison, Profile, Skipped
from framing.reading.outlets.table import OutletTable, load_outlets
from framing.reporting import sections
from framing.reporting.blind import Mask, outlet_strings
from framing.reporting.blocks import Block, Report
from framing.reporting.names import in_order, outlet_names, outlets_az
from framing.reporting.page.exercise import excerpts
from framing.reporting.page.lines import LineBook, Voices
from framing.reporting.page.notebook import GROUPS, Notebook
from framing.reporting.page.records import Excerpt, Name, Page, Part, Tab, Text
from framing.reporting.page.tabs.claims import claims_blocks, points
from framing.reporting.page.tabs.compare import compare_blocks, pair_blocks
from framing.reporting.page.tabs.desk import Desk
from framing.reporting.page.tabs.method import method_tab
from framing.reporting.page.tabs.profiles import profiles_blocks
from framing.reporting.page.tabs.voices import voices_blocks
from framing.reporting.page.tabs.words import words_blocks
from framing.reporting.page.texts import Reader, marked_words

_MOST_EVENTS = 12  # events on one page, those with most outlets; a page of more is slow to open
_MOST_DRAWN = 4  # events that get charts: a chart is as large as three articles


Blocks = Callable[[Comparison, bool], tuple[Block, ...]]


def build_page(
    report: Report,
    comparisons: Sequence[Comparison],
    profiles: Sequence[Profile],
    *,
    skipped: Sequence[Skipped] = (),
) -> Page:
    """The page for a report: `report` gives title, dates and notice, the rest is built from results.

    Events are ordered as in the printed report: those with most outlets, then most articles, first.
    """
    ordered = sorted(comparisons, key=lambda c: (-len(c.outlets), -len(c.annotations), c.event.id))
    shown = [c for c in ordered if c.annotations][:_MOST_EVENTS]
    if not shown:
        return _empty(report, skipped)
    names = outlet_names(shown)
    shown = [replace(c, outlets=tuple(outlets_az(c.outlets, names))) for c in shown]
    order = _in_order(shown, names)
    numbers = {a.article.id: n for n, a in enumerate(order, start=1)}
    notebook, voices = Notebook(shown), Voices(order)
    book = LineBook(order, numbers, names=names)
    desk = Desk(names, numbers, book, voices, notebook, notebook.papers.packs)
    tabs = _tabs(shown, profiles, desk)
    table = load_outlets()
    method = method_tab(shown, desk, skipped=skipped, left=len(ordered) - len(shown))
    texts = tuple(_texts(shown, order, desk))
    tried = tuple(_excerpts(shown, desk, table))
    used = {mark.note.group for text in texts for mark in marked_words(text)}
    return Page(
        title=report.title,
        subtitle=report.subtitle,
        language=report.language,
        made_on=report.made_on,
        notice=report.notice,
        events=tuple((c.event.id, c.event.label) for c in shown),
        compare=Tab("compare", "Compare", _parts(shown, lambda c, _: compare_blocks(c, desk))),
        tabs=tabs,
        method=Tab("method", "Method", (Part("", "", method),)),
        texts=texts,
        excerpts=tried,
        groups=tuple(group for group in GROUPS if group in used),
        notes=notebook.notes,
        lines=book.lines,
        names=tuple(_names(order, names, table)),
    )


def _tabs(shown: Sequence[Comparison], profiles: Sequence[Profile], desk: Desk) -> tuple[Tab, ...]:
    return (
        Tab("words", "Words", _parts(shown, lambda c, d: words_blocks(c, desk, drawn=d))),
        Tab("claims", "Claims", _parts(shown, lambda c, d: _claims(c, desk, drawn=d))),
        Tab("voices", "Voices", _parts(shown, lambda c, d: voices_blocks(c, desk, drawn=d))),
        Tab("profiles", "Profiles", (Part("", "", profiles_blocks(profiles, shown, desk)),)),
    )


def _claims(comparison: Comparison, desk: Desk, *, drawn: bool) -> tuple[Block, ...]:
    return (*pair_blocks(comparison, desk), *claims_blocks(comparison, desk, drawn=drawn))


def _parts(shown: Sequence[Comparison], blocks: Blocks) -> tuple[Part, ...]:
    return tuple(
        Part(c.event.id, c.event.label, blocks(c, n < _MOST_DRAWN)) for n, c in enumerate(shown)
    )


def _in_order(shown: Sequence[Comparison], names: Mapping[str, str]) -> list[Annotation]:
    """All articles by event, outlet (A-Z) and date."""
    return [a for c in shown for a in in_order(c.annotations, names)]


def _texts(shown: Sequence[Comparison], order: Sequence[Annotation], desk: Desk) -> Iterator[Text]:
    by_id = {a.article.id: a for a in order}
    for comparison in shown:
        event = comparison.event
        reader = Reader(desk.notebook, desk.voices, desk.names, points(comparison, desk))
        phases = dict(zip(event.articles, event.phases, strict=True))
        mine = {a.article.id for a in comparison.annotations}
        for name in (n for n in by_id if n in mine):
            number = desk.numbers[name]
            yield reader.text(
                by_id[name], number=number, event=event.id, phase=phases.get(name, "")
            )


def _excerpts(shown: Sequence[Comparison], desk: Desk, table: OutletTable) -> Iterator[Excerpt]:
    articles = [a.article for c in shown for a in c.annotations]
    mask = Mask.of(articles, table, {})
    for comparison in shown:
        yield from excerpts(comparison, desk.numbers, notebook=desk.notebook, mask=mask)


def _names(
    order: Sequence[Annotation], names: Mapping[str, str], table: OutletTable
) -> Iterator[Name]:
    """The strings to hide, longest first, and the letter that stands for each outlet, A-Z."""
    known = sorted((o for o in names if o != "unknown"), key=lambda o: (names[o], o))
    letters = {outlet: f"Outlet {_letter(n)}" for n, outlet in enumerate(known)}
    strings: dict[str, str] = {}
    for annotation in order:
        article = annotation.article
        strings |= outlet_strings(article, table)
        if article.outlet.outlet in letters:
            strings |= {names[article.outlet.outlet]: article.outlet.outlet}
    for string in sorted(strings, key=lambda s: (-len(s), s)):
        row = table.ids.get(strings[string])
        instead = letters.get(strings[string], "another outlet")
        yield Name(string, instead, exact=row is not None and not row.generic)


def _letter(n: int) -> str:
    """A, B ... Z, AA, AB ..."""
    return (_letter(n // 26 - 1) if n >= 26 else "") + chr(ord("A") + n % 26)


def _empty(report: Report, skipped: Sequence[Skipped]) -> Page:
    section = sections.nothing_read(skipped)
    return Page(
        title=report.title,
        subtitle=report.subtitle,
        language=report.language,
        made_on=report.made_on,
        notice=report.notice,
        events=(),
        compare=Tab("compare", section.title, (Part("", "", section.blocks),)),
        tabs=(),
        method=Tab("method", "Method", ()),
        texts=(),
        excerpts=(),
        groups=(),
        notes=(),
        lines=(),
        names=(),
    )
