"""The main differences of a comparison as full sentences with their counts.

A finding is chosen by how far the outlets' choices inside one slot lie apart and on how many cases
that rests; nothing here says which choice is right. Cases so few that they would often fall like this
by chance carry no finding. Where there are articles enough for a test, what dealing the articles out
to the outlets at random gives as well is no finding either.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from framing.annotation.speakers import OTHER_SIDE
from framing.charts.shares import Question, Tally
from framing.comparison.alternation import article_test
from framing.comparison.naming import MARKED
from framing.comparison.statistics.exact import exact_p
from framing.model import Annotation, Comparison, SlotChoice, VoiceKind
from framing.reporting.names import capital, outlets_az, side_name
from framing.saying import listed

MOST = 3
"""Findings on the first page: what a reader keeps in mind after one minute."""

_LISTED = 6  # outlets named in a sentence; of more, the two ends, and the figure has all
_FEWEST = 3, 2  # cases of an outlet whose share counts, where two outlets have as many
_LEAST_GAP = 0.3  # difference of shares that is said
_LEAST_SIDE_GAP = 0.2  # the same for words of speakers, of which there are hundreds
_QUOTATIONS = 3  # of a side in the outlet that gives it more words
_CARRIED = (
    0.1  # Fisher's p of the two outlets furthest apart; two cases against three just reach it
)
_MANY = 100  # cases from which a gap as wide as those below needs no such test
_CHANCE = 0.05  # p (of many slots: q) above which a test that could see a difference saw none
_MARKED_WEIGHT = 3  # a documented convention tells more than a choice between common words


RULE = (
    "A main difference is one between the two outlets furthest apart: their shares differ by at least "
    f"{_LEAST_GAP} ({_LEAST_SIDE_GAP} for words of speakers) on so many cases that independent ones "
    f"would fall like this in at most {_CARRIED:.0%} of tries, such as none of two against three of "
    "three, and the counts of all outlets together as seldom; words of speakers are those of at least "
    f"{_QUOTATIONS} quotations or reports. Where articles are enough for a test by article, that test "
    "finds it too."
)
"""What counts as a main difference, for the methods of a report."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What differs, the counts it rests on, and how strongly it asks for the first page (larger first).

    `head` names the two outlets furthest apart, `counts` has all. `about` says what it counts:
    ``slot:`` and the slot, ``speakers:`` and the side, ``order``, ``points``; a page that has the lines
    behind the counts finds them by it. `question` holds the same counts for a chart, by voice where
    the cases have one. `between` are the two outlets furthest apart, the lesser share first.
    """

    head: str
    counts: str
    weight: float
    about: str
    question: Question
    between: tuple[str, str]

    @property
    def sentence(self) -> str:
        """What differs and the counts, as running text."""
        return f"{self.head} {self.counts}"


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
    parts: dict[str, Counter[VoiceKind | None]] = defaultdict(Counter)
    for row in rows:
        if row.variant == variant:
            parts[row.outlet][row.voice] += row.count
    tallies = [Tally(outlet, parts[outlet], counts.total()) for outlet, counts in totals.items()]
    between = _clear_ends(tallies, names, gap=_LEAST_GAP)
    if not between:
        return None
    marked = variant == MARKED or any(
        row.variant == variant and row.convention != "neutral" for row in rows
    )
    low, high = (names[outlet] for outlet in between)
    referent = rows[0].referent
    if variant == MARKED:
        head = f"{high} puts {referent} in quotation marks more often than {low}."
        title = f"{capital(referent)} in quotation marks"
    else:
        head = f"{high} says “{variant}” for {referent} more often than {low}."
        title = f"{capital(referent)} called “{variant}”"
    cases = min(sum(tally.of for tally in tallies), 20)
    weight = _gap(tallies) * cases * (_MARKED_WEIGHT if marked else 1)
    told, question = _told(tallies, names, unit=" cases"), Question(title, tuple(tallies))
    return Finding(head, f"{told}.", weight, f"slot:{rows[0].slot}", question, between)


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
    """How far the shares of two outlets lie apart, 0 to 1; what one case shows is no difference."""
    ends = _ends(tallies)
    return _share(ends[1]) - _share(ends[0]) if ends else 0.0


def _ends(tallies: Sequence[Tally]) -> tuple[Tally, Tally] | None:
    """The outlets with the least and the greatest share, of those with the most of `_FEWEST` cases
    that two outlets have."""
    for fewest in _FEWEST:
        enough = [tally for tally in tallies if tally.of >= fewest]
        if len(enough) > 1:
            return min(enough, key=_share), max(enough, key=_share)
    return None


def _share(tally: Tally) -> float:
    return tally.count / tally.of


def _clear_ends(
    tallies: Sequence[Tally], names: dict[str, str], *, gap: float
) -> tuple[str, str] | None:
    """The two outlets furthest apart, the lesser share first, if they are `gap` apart and so many
    cases would seldom fall like this by chance."""
    ordered = sorted(tallies, key=lambda tally: (names[tally.outlet].casefold(), tally.outlet))
    ends = _ends(ordered)
    if not ends or _gap(ordered) < gap:
        return None
    between = ends[0].outlet, ends[1].outlet
    if max(tally.of for tally in ends) > _MANY:
        return between
    able = [tally for tally in ordered if tally.of >= _FEWEST[-1]]
    # the two furthest apart of many outlets are so by chance more often than two are
    return between if _carried(ends) and _carried(able) else None


def _carried(tallies: Sequence[Tally]) -> bool:
    """Whether so many cases would seldom fall like this by chance."""
    return exact_p([[tally.count, tally.of - tally.count] for tally in tallies]) <= _CARRIED


def _told(tallies: Sequence[Tally], names: dict[str, str], *, unit: str = "") -> str:
    """Each outlet's count, outlets A-Z; of very many outlets the least and the greatest share."""
    if len(tallies) <= _LISTED:
        rows = {tally.outlet: tally for tally in tallies}
        told = [f"{names[o]} {rows[o].count:,} of {rows[o].of:,}" for o in outlets_az(rows, names)]
        return listed(told) + unit
    ends = _ends(sorted(tallies, key=lambda tally: names[tally.outlet].casefold()))
    assert ends  # a finding has two outlets with cases enough
    parts = [f"{t.count:,} of {t.of:,} ({names[t.outlet]})" for t in ends]
    return f"From {parts[0]} to {parts[1]}{unit}; the chart has all {len(tallies)} outlets"


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
    counts = [
        (
            sum(n for a, b, n in row.pair_order if (a, b) == (first, second)),
            sum(n for a, b, n in row.pair_order if (a, b) == (second, first)),
        )
        for row in comparison.emphasis
    ]
    between = _clear_ends(tallies, names, gap=_LEAST_GAP)
    if not between or _by_chance(counts, [row.outlet for row in comparison.emphasis]):
        return []
    one, other = side_name(first), side_name(second)
    low, high = (names[outlet] for outlet in between)
    head = f"{high} names {one} before {other} more often than {low}."
    told = _told(tallies, names, unit=" pairs")
    question = Question(f"{one} named before {other}, of all pairs", tuple(tallies))
    weight = _gap(tallies) * min(sum(everything.values()), 20)
    return [Finding(head, f"{told}.", weight, "order", question, between)]


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
    counts = [_words_of(annotation, side) for annotation in comparison.annotations]
    outlets = [annotation.article.outlet.outlet for annotation in comparison.annotations]
    between = _clear_ends(tallies[side], names, gap=_LEAST_SIDE_GAP)
    if not between or _by_chance(counts, outlets):
        return []
    if _quotations(comparison, side, outlet=between[1]) < _QUOTATIONS:
        return []
    name = side_name(side)
    low, high = (names[outlet] for outlet in between)
    head = (
        f"{high} gives speakers from the side of {name} a larger part of the words it quotes or "
        f"reports than {low}."
    )
    told = _told(tallies[side], names, unit=" words")
    question = Question(
        f"Words quoted or reported: speakers from the side of {name}", tuple(tallies[side])
    )
    weight = _gap(tallies[side]) * 10
    return [Finding(head, f"{told}.", weight, f"speakers:{side}", question, between)]


def _quotations(comparison: Comparison, side: str, *, outlet: str) -> int:
    """An outlet's quotations and reports from a side: the words of one are one case, not many."""
    mine = (a for a in comparison.annotations if a.article.outlet.outlet == outlet)
    return sum(quote.side == side and quote.zone != "aside" for a in mine for quote in a.quotes)


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
    between = _clear_ends(tallies, names, gap=_LEAST_GAP)
    if not between:
        return []
    low, high = (names[outlet] for outlet in between)
    head = f"{high} tells more of the points that at least two outlets tell than {low}."
    question = Question("Points found, of those that two outlets tell", tallies)
    weight = _gap(tallies) * min(shared, 10)
    return [Finding(head, f"{_told(tallies, names)}.", weight, "points", question, between)]


def _alike_many(comparison: Comparison) -> bool:
    """Whether the outlets have equally many articles here."""
    each = Counter(a.article.outlet.outlet for a in comparison.annotations)
    return len(set(each.values())) == 1
