"""The first page: what was compared, what the texts agree on, the main differences, the limits."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from framing.model import Comparison, Skipped
from framing.model.comparisons import told_by
from framing.profiles.build import FEWEST_ARTICLES
from framing.reporting.alike import told_in_shared_words
from framing.reporting.blocks import Block, Box, Bullets, Paragraph, Section, Words, quiet, strong
from framing.reporting.blocks import words as say
from framing.reporting.figures import findings_figure
from framing.reporting.findings import best_findings
from framing.reporting.names import capital, clip, outlets_az
from framing.reporting.sections.texts import skipped_table
from framing.saying import count, listed

_FOREWARNING = (
    "Every account chooses words, sources and facts. Choosing is not lying, and a difference between "
    "two accounts does not say which of them is right."
)
_NOT_SHOWN = (
    say("whether something is true: two texts may word one fact differently, or share an error"),
    say("what anybody intended: a word may come from a house style, a translation or a hurry"),
    say("how good an outlet is: there is no score here, and none can be made from these numbers"),
)
_NOT_ALIKE = frozenset(("agent", "modality", "numbers"))  # differences in what is told
_NAMED = 6  # outlets named in the first sentence; the title has all
_NUMBERS = ("no", "one", "two", "three")


def nothing_read(skipped: Sequence[Skipped]) -> Section:
    """The only section of a report on nothing."""
    return Section("nothing", "No article could be read", (skipped_table(skipped),))


def at_a_glance(comparison: Comparison, names: dict[str, str]) -> Section:
    """The first page. What the texts tell alike stands before what they tell differently."""
    outlets = comparison.outlets
    n = len(comparison.annotations)
    who = f": {listed([names[o] for o in outlets_az(outlets, names)])}"
    if len(outlets) > _NAMED:
        who = ""
    intro = say(
        strong(capital(comparison.event.label)),
        f". {count(n, 'article')} from {count(len(outlets), 'outlet')}{who}. ",
        _FOREWARNING,
    )
    blocks: list[Block] = [Paragraph(intro)]
    agreed = _agreed(comparison)
    if agreed:
        blocks.append(Box("What most of the texts tell alike", (Bullets(agreed),)))
    blocks += _differences(comparison, names)
    blocks.append(Box("What this does not show", (Bullets(_NOT_SHOWN),)))
    caveats = (*comparison.caveats, *_few(comparison))
    if caveats:
        blocks.append(Box("Keep in mind", (Bullets(tuple(map(say, caveats))),)))
    return Section("glance", "At a glance", tuple(blocks))


def _differences(comparison: Comparison, names: dict[str, str]) -> list[Block]:
    found = best_findings(comparison, names)
    if len(comparison.outlets) < 2:  # the box below says that there is nothing to compare
        return []
    if not found:
        return [Paragraph(say("No clear difference: too little to compare, or alike."))]
    number = _NUMBERS[len(found)]
    head = f"The {number} main differences" if len(found) > 1 else "The main difference"
    sentences = tuple(say(strong(finding.head), f" {finding.counts}") for finding in found)
    blocks: list[Block] = [
        Paragraph(say(strong(f"{head} between these texts"))),
        Bullets(sentences, numbered=len(found) > 1),
    ]
    return [*blocks, findings_figure(found, comparison, names)]


def _few(comparison: Comparison) -> tuple[str, ...]:
    """That texts so few do not show how an outlet writes in general."""
    each = Counter(a.article.outlet.outlet for a in comparison.annotations)
    most = max(each.values(), default=0)
    if len(each) < 2 or most >= FEWEST_ARTICLES:
        return ()
    head = "One text of each outlet" if most == 1 else f"At most {most} texts of an outlet"
    return (f"{head}: differences are between these texts, and too few to be of the outlets.",)


def _agreed(comparison: Comparison, most: int = 3) -> tuple[Words, ...]:
    """The claims that most articles, of two outlets or more, state alike: with no other number, actor
    or degree of certainty, and in words that they share."""
    outlet_of = {a.article.id: a.article.outlet.outlet for a in comparison.annotations}
    rows = []
    for claim in comparison.claims:
        alike = [
            cell
            for cell in claim.cells
            if cell.state.startswith("stated") and not _NOT_ALIKE.intersection(cell.differs)
        ]
        several = len({outlet_of[cell.article] for cell in alike}) > 1
        if several and 2 * told_by(alike) > claim.voices:
            rows.append((told_by(alike), claim))
    rows.sort(key=lambda row: (-row[0], row[1].id))
    shared = (row for row in rows if told_in_shared_words(row[1], comparison))
    return tuple(
        say(clip(claim.label, 150), quiet(f"  ({stated} of {claim.voices} texts)"))
        for stated, claim in islice(shared, most)
    )
