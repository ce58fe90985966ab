"""The main differences of a comparison as full sentences with their counts.

A finding is chosen by how far the outlets' choices inside one slot lie apart and on how many cases
that rests; nothing here says which choice is right. Where there are articles enough for a test, what
dealing the articles out to the outlets at random gives as well is no finding.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.annotation.speakers import OTHER_SIDE
from framing.charts.shares import Question, Tally
from framing.comparison.alternation import article_test
from framing.comparison.naming import MARKED
from framing.model import Annotation, Comparison, SlotChoice, VoiceKind
from framing.reporting.names import capital, listed, side_name

MOST = 3
"""Findings on the first page: what a reader keeps in mind after one minute."""

_LISTED = 6  # outlets named in a sentence; of more, the two ends, and the figure has all
_FEWEST = 3, 2  # cases of an outlet whose share counts, where two outlets have as many
_LEAST_GAP = 0.3  # difference of shares that is said
_LEAST_SIDE_GAP = 0.2  # the same for words of speakers, of which there are hundreds
_CHANCE = 0.05  # p (of many slots: q) above which a test that could see a difference saw none
_MARKED_WEIGHT = 3  # a documented convention tells more than a choice between common words


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence, and how strongly it asks for the first page (larger first).

    `about` says what it counts: ``slot:`` and the slot, ``speakers:`` and the side, ``order``,
    ``points``; a page that has the lines behind the counts finds them by it. `question` holds the
    same counts for a chart, by voice where the cases have one.
    """

    sentence: str
    weight: float
    about: str
    question: Question


def main_findings(comparison: Comparison, names: dict[str, str]) -> list[str]:
    """At most `MOST` sentences, one a kind of difference, the clearest first."""
    return [finding.sentence for finding in best_findings(comparison, names)]


def best_findings(comparison: Comparison, names: dict[str, str]) -> list[Finding]:
    """The findings behind `main_findings`."""
    kinds = (
        _slot_findings(comparison, names),
        _order_findings(comparison, names),
        _source_findings(comparison, names),
        _claim_findings(comparison, names),
    )
    best = [max(found, key=lambda f: (f.weight, f.sentence)) for found in kinds if found]
    best.sort(key=lambda f: -f.weight)
    spare = sorted((f for f in kinds[0] if f not in best), key=lambda f: -f.weight)
    return (best + spare)[:MOST]


def contrasting_slots(comparison: Comparison, names: dict[str, str]) -> list[str]:
    """The slots in which the outlets chose differently, the clearest first."""
    found = sorted(_slot_findings(comparison, names), key=lambda f: (-f.weight, f.about))
    return [finding.about.removeprefix("slot:") for finding in found]


def _slot_findings(comparison: Comparison, names: dict[str, str]) -> list[Finding]:
    """Slots in which the outlets chose differently."""
    by_slot: dict[str, list[SlotChoice]] = defaultdict(list)
    for row in comparison.slots:
        by_slot[row.slot].append(row)
    chance = {
        row.slot
        for row in comparison.alternations
        if row.wording == "outlet" and row.q is not None and row.q > _CHANCE
    }
    found = (_slot_finding(rows, names) for slot, rows in by_slot.items() if slot not in chance)
    return [finding for finding in found if finding]


def _slot_finding(rows: Sequence[SlotChoice], names: dict[str, str]) -> Finding | None:
    totals = _totals((row.outlet, row.variant, row.count) for row in rows)
    variant = _most_contrasting(totals)
    gap = _gap([Tally(o, {None: c[variant]}, c.total()) for o, c in totals.items()])
    if len(totals) < 2 or gap < _LEAST_GAP:
        return None
    parts: dict[str, Counter[VoiceKind | None]] = defaultdict(Counter)
    for row in rows:
        if row.variant == variant:
            parts[row.outlet][row.voice] += row.count
    tallies = [Tally(outlet, parts[outlet], counts.total()) for outlet, counts in totals.items()]
    marked = variant == MARKED or any(
        row.variant == variant and row.convention != "neutral" for row in rows
    )
    cases = min(sum(tally.of for tally in tallies), 20)
    referent, told = rows[0].referent, _told(tallies, names, unit=" cases")
    if variant == MARKED:
        sentence = f"For {referent}, quotation marks stand round it in: {told}."
        title = f"{capital(referent)} in quotation marks"
    else:
        sentence = f"For {referent}, “{variant}” is the choice in: {told}."
        title = f"{capital(referent)} called “{variant}”"
    weight = gap * cases * (_MARKED_WEIGHT if marked else 1)
    return Finding(sentence, weight, f"slot:{rows[0].slot}", Question(title, tuple(tallies)))


def _totals(rows: Iterable[tuple[str, str, int]]) -> dict[str, Counter[str]]:
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for outlet, variant, n in rows:
        totals[outlet][variant] += n
    return totals


def _most_contrasting(totals: dict[str, Counter[str]]) -> str:
    """The variant whose share differs most between two outlets; quotation marks before others."""
    variants = sorted({variant for counts in totals.values() for variant in counts})
    gaps = {
        v: _gap([Tally(o, {None: counts[v]}, counts.total()) for o, counts in totals.items()])
        for v in variants
    }
    return max(variants, key=lambda v: (v == MARKED, gaps[v]))


def _gap(tallies: Sequence[Tally]) -> float:
    """How far the shares of two outlets lie apart (0 to 1), of those with the most of `_FEWEST` cases
    that two outlets have; what one case shows is no difference."""
    for fewest in _FEWEST:
        shares = [tally.count / tally.of for tally in tallies if tally.of >= fewest]
        if len(shares) > 1:
            return max(shares) - min(shares)
    return 0.0


def _told(tallies: Sequence[Tally], names: dict[str, str], *, unit: str = "") -> str:
    """Each outlet's count, outlets A-Z; of very many outlets the least and the greatest share."""
    ordered = sorted(tallies, key=lambda tally: names[tally.outlet].casefold())
    if len(ordered) <= _LISTED:
        return listed([f"{names[t.outlet]} {t.count:,} of {t.of:,}" for t in ordered]) + unit
    enough = [t for t in ordered if t.of >= _FEWEST[0]] or ordered
    low = min(enough, key=lambda t: t.count / t.of)
    high = max(enough, key=lambda t: t.count / t.of)
    ends = [f"{t.count:,} of {t.of:,} ({names[t.outlet]})" for t in (low, high)]
    return f"from {ends[0]} to {ends[1]}{unit}; the chart has all {len(ordered)} outlets"


def _by_chance(counts: Sequence[tuple[int, int]], outlets: Sequence[str]) -> bool:
    """Whether a test by article could have seen a difference and saw none."""
    p, least = article_test(counts, outlets)
    return least <= _CHANCE < p


def _words_of(annotation: Annotation, side: str) -> tuple[int, int]:
    """Attributed words of an article: of speakers from a side, of all others."""
    mine = sum(quote.words for quote in annotation.quotes if quote.side == side)
    return mine, sum(quote.words for quote in annotation.quotes) - mine


def _order_findings(comparison: Comparison, names: dict[str, str]) -> list[Finding]:
    """Which of two sides is named first when both are named together."""
    orders: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for row in comparison.emphasis:
        for first, second, n in row.pair_order:
            orders[row.outlet][first, second] += n
    everything: Counter[tuple[str, str]] = sum(orders.values(), Counter())
    if not everything:
        return []
    commonest = max(everything, key=lambda pair: (everything[pair], pair))
    first, second = min(commonest), max(commonest)
    tallies = [
        Tally(outlet, {None: counts[first, second]}, of)
        for outlet, counts in orders.items()
        if (of := counts[first, second] + counts[second, first])
    ]
    gap = _gap(tallies)
    counts = [
        (
            sum(n for a, b, n in row.pair_order if (a, b) == (first, second)),
            sum(n for a, b, n in row.pair_order if (a, b) == (second, first)),
        )
        for row in comparison.emphasis
    ]
    by_chance = _by_chance(counts, [row.outlet for row in comparison.emphasis])
    if len(tallies) < 2 or gap < _LEAST_GAP or by_chance:
        return []
    one, other = side_name(first), side_name(second)
    told = _told(tallies, names)
    sentence = f"Where {one} and {other} are named as a pair, {one} comes first in: {told}."
    question = Question(f"{one} named before {other}, of all pairs", tuple(tallies))
    return [Finding(sentence, gap * min(sum(everything.values()), 20), "order", question)]


def _source_findings(comparison: Comparison, names: dict[str, str]) -> list[Finding]:
    """Whose side the reported and quoted words come from."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    totals: dict[str, int] = {}
    for row in comparison.shares:
        if row.by == "side" and row.of:
            words[row.outlet][row.group] += row.words
            totals[row.outlet] = row.of
    sides = {side for counts in words.values() for side in counts} - {OTHER_SIDE, "not given"}
    if len(words) < 2 or not sides:
        return []
    tallies = {
        side: [Tally(outlet, {None: words[outlet][side]}, of) for outlet, of in totals.items()]
        for side in sides
    }
    side = max(sorted(sides), key=lambda s: (_gap(tallies[s]), s))
    gap, name = _gap(tallies[side]), side_name(side)
    counts = [_words_of(annotation, side) for annotation in comparison.annotations]
    outlets = [annotation.article.outlet.outlet for annotation in comparison.annotations]
    if gap < _LEAST_SIDE_GAP or _by_chance(counts, outlets):
        return []
    told = _told(tallies[side], names, unit=" attributed words")
    sentence = f"Words of speakers from the side of {name}: {told}."
    question = Question(f"Attributed words: speakers from the side of {name}", tuple(tallies[side]))
    return [Finding(sentence, gap * 10, f"speakers:{side}", question)]


def _claim_findings(comparison: Comparison, names: dict[str, str]) -> list[Finding]:
    """How many of the claims that two outlets or more tell each outlet tells."""
    outlet_of = {a.article.id: a.article.outlet.outlet for a in comparison.annotations}
    told: Counter[str] = Counter()
    shared = 0
    for claim in comparison.claims:
        outlets = {outlet_of[c.article] for c in claim.cells if c.state.startswith("stated")}
        if len(outlets) > 1:
            shared += 1
            told.update(outlets)
    if shared < 2 or not _alike_many(comparison):  # more articles tell more points
        return []
    tallies = tuple(Tally(outlet, {None: told[outlet]}, shared) for outlet in comparison.outlets)
    gap = _gap(tallies)
    if not gap:  # each outlet tells as many: no difference
        return []
    if len(tallies) <= _LISTED:
        ordered = sorted(comparison.outlets, key=lambda outlet: names[outlet].casefold())
        counts = listed([f"{names[outlet]} {told[outlet]}" for outlet in ordered])
    else:
        counts = _told(tallies, names)
    sentence = f"Of {shared} points that at least two outlets tell, found were: {counts}."
    question = Question("Points found, of those that two outlets tell", tallies)
    return [Finding(sentence, gap * min(shared, 10), "points", question)]


def _alike_many(comparison: Comparison) -> bool:
    """Whether the outlets have equally many articles here."""
    each = Counter(a.article.outlet.outlet for a in comparison.annotations)
    return len(set(each.values())) == 1
