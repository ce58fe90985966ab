"""What a report says, section by section; how it looks is the renderer's business."""

from collections.abc import Sequence
from dataclasses import replace

from framing.model import Comparison, Profile, Skipped
from framing.reporting import sections
from framing.reporting.blocks import Figure, Report, Section
from framing.reporting.names import outlet_names, text_numbers
from framing.saying import count, listed


def build_report(
    comparisons: Sequence[Comparison],
    profiles: Sequence[Profile],
    *,
    skipped: Sequence[Skipped] = (),
    title: str = "",
    made_on: str = "",
    appendix: bool = False,
) -> Report:
    """The content of a comparison report.

    The event with most outlets (then most articles) is told in full; the others follow in short.
    `made_on` is printed as it is given; nothing here looks at the clock. With `appendix` every marker
    of every event is listed, without it one page of the main event's.
    """
    ordered = sorted(comparisons, key=lambda c: (-len(c.outlets), -len(c.annotations), c.event.id))
    names = outlet_names(ordered)
    articles = [a for c in ordered for a in c.annotations]
    outlets = sorted(names[o] for o in {a.article.outlet.outlet for a in articles})
    return Report(
        title=title or _title(ordered, outlets),
        subtitle=f"{count(len(articles), 'article')}, {count(len(outlets), 'outlet')}, "
        f"{count(len(ordered), 'event')}: {listed(outlets)}",
        language="en",
        made_on=made_on,
        sections=tuple(
            _sections(ordered, profiles, skipped=skipped, names=names, appendix=appendix)
        ),
    )


def _title(comparisons: Sequence[Comparison], outlets: Sequence[str]) -> str:
    if not comparisons:
        return "No articles to compare"
    more = f" and {count(len(comparisons) - 1, 'more event')}" if len(comparisons) > 1 else ""
    return f"{count(len(outlets), 'outlet')} on {comparisons[0].event.label}{more}"


def _sections(
    comparisons: Sequence[Comparison],
    profiles: Sequence[Profile],
    *,
    skipped: Sequence[Skipped],
    names: dict[str, str],
    appendix: bool,
) -> list[Section]:
    if not comparisons:
        return [sections.nothing_read(skipped)]
    main = comparisons[0]
    glance = sections.at_a_glance(main, names)
    full = any(isinstance(block, Figure) for block in glance.blocks)
    numbers = text_numbers(comparisons, names)
    found = [
        glance,
        replace(sections.the_texts(comparisons, skipped, names, numbers=numbers), opens_page=full),
        sections.same_thing(main, names, appendix=appendix),
        sections.side_by_side(main, names, numbers),
        sections.word_choice(main, names),
        sections.who_speaks(main, names),
        sections.what_is_told(main, names, numbers, appendix=appendix),
        sections.profiles(profiles, names, printed=True),
        sections.other_events(comparisons, names),
        sections.method(comparisons),
        sections.every_hit(comparisons if appendix else [main], names, numbers, appendix=appendix),
        sections.along_the_texts(main, names, numbers) if appendix else None,
    ]
    return [section for section in found if section is not None and section.blocks]
