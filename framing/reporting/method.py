"""The method section and the appendix: how every number came about, and every hit behind it."""

from collections.abc import Sequence

import framing
from framing.comparison import claims, events, wordchoice
from framing.model import Annotation, Comparison
from framing.profiles.build import FEWEST_ARTICLES
from framing.reporting.blocks import (
    Block,
    Bullets,
    Column,
    Paragraph,
    Run,
    Table,
    quiet,
    strong,
    words,
)
from framing.reporting.citation import bibtex, cite_as
from framing.reporting.names import VOICE_MEANING, VOICE_NAMES, clip, count, listed
from framing.reporting.notes import CATEGORY_NAMES
from framing.text.kwic import kwic_line

_LIMITS = (
    "Rules find quotations, speakers and markers without understanding the text; they miss some and "
    "take some wrongly. Every count can be checked in the appendix.",
    "A marker is a documented usage of somebody, not a verdict: the row names whose usage it is, since "
    "when and on whose authority.",
    "“Not found in this article” means that no passage was matched; the article may tell the point in "
    "other words.",
    "Small samples: two articles of each of two outlets can never reach a p-value below 1/3.",
    "A wrong hit can be challenged: name the text, the words and the row in an issue of the project.",
)
_SHOWN_CATEGORIES = frozenset(
    ("naming-epithet", "naming-formal", "naming-ingroup", "spelling", "event-naming", "distancing",
     "evaluative")
)  # fmt: skip
_MOST_HITS = 150  # lines of the appendix; the rest is in the exported table


def method_blocks(comparisons: Sequence[Comparison]) -> tuple[Block, ...]:
    """The methods paragraph, what the user changed, the voices, the limits and the citation."""
    annotations = [a for c in comparisons for a in c.annotations]
    voices = tuple(
        words(strong(VOICE_NAMES[kind]), f": {meaning}.") for kind, meaning in VOICE_MEANING.items()
    )
    return (
        Paragraph(words(methods_paragraph(annotations))),
        *_own_changes(annotations),
        *_corrections(annotations),
        Paragraph(words(strong("Whose words"))),
        Bullets(voices),
        Paragraph(words(strong("Limits"))),
        Bullets(tuple(words(limit) for limit in _LIMITS)),
        Paragraph(words(strong("Cite as"), f" {cite_as()}")),
        Paragraph(words(strong("BibTeX"), " ", Run(" ".join(bibtex().split()), "code"))),
    )


def methods_text(annotations: Sequence[Annotation]) -> str:
    """The methods section as Markdown, for a paper: paragraph, corrections, limits, BibTeX."""
    parts = [methods_paragraph(annotations)]
    for title, lines in (
        ("Own changes to the lexicon packs", _change_lines(annotations)),
        ("Corrections by hand", correction_lines(annotations)),
        ("Limits", _LIMITS),
    ):
        if lines:
            parts.append("\n".join((f"{title}:", "", *(f"- {line}" for line in lines))))
    parts.append(f"Cite as: {cite_as()}")
    return "\n\n".join((*parts, f"```bibtex\n{bibtex()}```")) + "\n"


def methods_paragraph(annotations: Sequence[Annotation]) -> str:
    """What was read, with which packs, and the thresholds behind every number, in one paragraph."""
    packs = sorted({(p.name, p.version) for a in annotations for p in a.packs})
    total = sum(a.words for a in annotations)
    markers = sum(len(a.markers) for a in annotations)
    quotes = sum(len(a.quotes) for a in annotations)
    named = listed([f"{name} {version}" for name, version in packs])
    return (
        f"{count(len(annotations), 'article')} with {total:,} words of own prose were read by framing "
        f"{framing.__version__}. Found: {quotes:,} quotations and {markers:,} markers, with the "
        f"lexicon packs {named}. Articles are one event where their words (TF-IDF of lemmas, names and "
        f"numbers) are {events.THRESHOLD} times as alike as is usual among their neighbours, and they "
        f"lie at most {events.WINDOW} days apart; passages tell the same point from a likeness of "
        f"{claims.THRESHOLD} (shared rare content, lowered for other days, numbers and actors; the "
        f"scale goes to about 3). Word choice: log-odds with a "
        f"Dirichlet prior of {wordchoice.PRIOR_WORDS:.0f} words. Profiles rest on matched events only "
        f"and call fewer than {FEWEST_ARTICLES} articles too few."
    )


def correction_lines(annotations: Sequence[Annotation]) -> list[str]:
    """What a user set right by hand, a line each, in the order of the articles."""
    lines = []
    for annotation in annotations:
        article = annotation.article
        for correction in article.corrections:
            of = ""
            if correction.span:
                of = f" of “{clip(correction.span.of(article.text), 60)}”"
            why = f" ({correction.note})" if correction.note else ""
            lines.append(f"{article.id}: {correction.field}{of} set to {correction.value}{why}")
    return list(dict.fromkeys(lines))


def _corrections(annotations: Sequence[Annotation]) -> tuple[Block, ...]:
    lines = correction_lines(annotations)
    if not lines:
        return ()
    return (
        Paragraph(words(strong("Corrections by hand"))),
        Bullets(tuple(words(line) for line in lines)),
    )


def _own_changes(annotations: Sequence[Annotation]) -> tuple[Block, ...]:
    """What the user's own folder changed in the packs; nothing where it changed nothing."""
    changes = _change_lines(annotations)
    if not changes:
        return ()
    return (
        Paragraph(words(strong("Own changes to the lexicon packs"))),
        Bullets(tuple(words(change) for change in changes)),
    )


def _change_lines(annotations: Sequence[Annotation]) -> list[str]:
    return sorted({f"{p.name}: {c}" for a in annotations for p in a.packs for c in p.changes})


def kwic_table(comparison: Comparison, names: dict[str, str]) -> Table:
    """Every naming, spelling, distancing and evaluative marker in its context, outlets A-Z."""
    rows = []
    for a in sorted(comparison.annotations, key=lambda a: (a.article.outlet.outlet, a.article.id)):
        for marker in a.markers:
            if marker.category not in _SHOWN_CATEGORIES:
                continue
            line = kwic_line(a.article.text, marker.span, width=38)
            speaker = f": {marker.voice.speaker}" if marker.voice.speaker else ""
            rows.append(
                (
                    words(names[a.article.outlet.outlet], quiet(f"\n{a.article.id[:16]}")),
                    words(f"{line.before} ", strong(line.hit), f" {line.behind}"),
                    words(VOICE_NAMES[marker.voice.kind], quiet(speaker)),
                    words(
                        CATEGORY_NAMES[marker.category],
                        quiet("" if marker.convention == "neutral" else f"\n{marker.convention}"),
                    ),
                )
            )
    shown = rows[:_MOST_HITS]
    note = f"{len(shown)} of {len(rows)} lines." if len(rows) > len(shown) else ""
    return Table(
        f"{count(len(rows), 'marker')} in context",
        (
            Column("Outlet and text", width=1.5),
            Column("In context", width=5),
            Column("Whose words", width=1.6),
            Column("Kind, usage", width=1.6),
        ),
        tuple(shown),
        note,
    )
