"""The method section: how every number came about, what the lists cover, and the limits of both."""

from collections import Counter
from collections.abc import Sequence

import framing
from framing.annotation.lexicon.records import Pack
from framing.comparison import claims, events, wordchoice
from framing.comparison.controls import control_line, negative_controls
from framing.model import Annotation, Comparison
from framing.profiles.build import FEWEST_ARTICLES
from framing.reporting.blocks import (
    Block,
    Box,
    Bullets,
    Column,
    Paragraph,
    Table,
    quiet,
    strong,
    words,
)
from framing.reporting.citation import bibtex, cite_as
from framing.reporting.findings import RULE
from framing.reporting.names import VOICE_MEANING, VOICE_NAMES, clip, usage_name
from framing.saying import count, listed

_LIMITS = (
    "Rules find quotations, speakers and markers without understanding the text; they miss some and "
    "take some wrongly. The markers in context show what was counted.",
    "A marker is a documented usage of somebody, not a verdict: the row names whose usage it is, since "
    "when and on whose authority.",
    "“Not found in this article” means that no passage was matched; the article may tell the point in "
    "other words.",
    "Small samples: two articles of each of two outlets can never reach a p-value below 1/3.",
    "A wrong hit can be challenged: name the text, the words and the row in an issue of the project.",
)
_USAGES = {"@own": "a side’s word for itself", "@other": "a side’s word for the other"}


def method_blocks(comparisons: Sequence[Comparison]) -> tuple[Block, ...]:
    """The methods paragraph, what the user changed, the voices, the limits and the citation."""
    annotations = [a for c in comparisons for a in c.annotations]
    voices = [
        part
        for kind, meaning in VOICE_MEANING.items()
        for part in (strong(VOICE_NAMES[kind]), f": {meaning}. ")
    ]
    return (
        Paragraph(words(methods_paragraph(annotations))),
        Paragraph(words(control_line(negative_controls(comparisons)))),
        Paragraph(words(RULE)),
        *_own_changes(annotations),
        *_corrections(annotations),
        Paragraph(words("Whose words – ", *voices)),
        Box("Limits", (Bullets(tuple(words(limit) for limit in _LIMITS)),)),
        Paragraph(words(strong("Cite as "), quiet(cite_as()))),
        Paragraph(words(strong("BibTeX "), quiet(" ".join(bibtex().split())))),
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
        f"lie at most {events.WINDOW} days apart; passages tell the same claim from a likeness of "
        f"{claims.THRESHOLD} (shared rare content, lowered for other days, numbers and actors; the "
        f"scale goes to about 3), and those that this leaves alone from a probability of "
        f"{claims.PROBABLE} by a model fitted on made-up events. Word choice: log-odds with a "
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


def coverage_table(packs: Sequence[Pack]) -> Table:
    """How many rows of each pack document whose usage: an uneven list finds unevenly."""
    rows = []
    for pack in packs:
        if not pack.terms:
            continue
        usage = Counter(term.convention for term in pack.terms)
        told = ", ".join(
            f"{_USAGES.get(name) or usage_name(name)} {n:,}" for name, n in sorted(usage.items())
        )
        rows.append(
            (
                words(strong(pack.title), quiet(f"\n{pack.name} {pack.version}")),
                words(f"{len(pack.terms):,}"),
                words(told),
            )
        )
    return Table(
        "What the lists cover: rows by whose usage they document",
        (Column("Pack", width=3.7), Column("Rows", "right", 0.6), Column("By usage", width=4)),
        tuple(rows),
        "Whoever is documented more is found more: compare choices inside one thing named, not totals.",
    )
