"""In which order an outlet names two sides together: "Russia and Ukraine", "Ukrainian-Russian talks".

Counted are exactly two sides joined by "and", "or", "&", a hyphen, a dash or a slash: by their names,
by persons and bodies that belong to them, or by their adjectives. A list of three or more has an
order of its own and is no pair; the words of a quotation are not the outlet's. Lines that link to
another text of the outlet count, for they are its headlines; bylines and tickers do not.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from framing.annotation.lexicon.matching import Matcher
from framing.annotation.lexicon.records import Pack
from framing.annotation.voice import VoiceMap
from framing.comparison.naming import own_lines
from framing.model import Annotation, Span
from framing.text.zones import ZoneMap

PairCount = tuple[str, str, int]
Unit = tuple[Span, str]  # where a side is named, and its id

_JOINT = re.compile(r"(?:['’ʼ]s?)?(?:\s+(?:and|or|&)\s+|\s*[-‐‑–—/]\s*)(?:the\s+)?")
_LIST = re.compile(r"(?:['’ʼ]s?)?\s*,\s*(?:(?:and|or)\s+)?(?:the\s+)?")


def pair_order(annotation: Annotation, packs: Sequence[Pack]) -> tuple[PairCount, ...]:
    """(side named first, side named second, how often), sides A-Z."""
    text = annotation.article.text
    counts: Counter[tuple[str, str]] = Counter()
    for chain in _chains(text, _units(annotation, packs)):
        if len(chain) == 2 and chain[0] != chain[1]:
            counts[chain[0], chain[1]] += 1
    return tuple((a, b, n) for (a, b), n in sorted(counts.items()))


def _chains(text: str, units: Sequence[Unit]) -> list[list[str]]:
    """The sides of each run of names that conjunctions or commas join. A conjunction ends a list:
    what follows a comma after it belongs to something else."""
    chains: list[list[str]] = []
    open_list = False
    for (before, _), (span, side) in pairwise([(Span(0, 0), ""), *units]):
        between = text[before.end : span.start]
        is_list = bool(_LIST.fullmatch(between))
        if open_list and (is_list or _JOINT.fullmatch(between)):
            chains[-1].append(side)
            open_list = is_list and not between.strip(" ,'’ʼs")
        else:
            chains.append([side])
            open_list = True
    return chains


def _units(annotation: Annotation, packs: Sequence[Pack]) -> list[Unit]:
    """Where a side is named in the outlet's own words, in order; mentions and bare adjectives."""
    text = annotation.article.text
    voices, zones = VoiceMap.of(annotation), ZoneMap(annotation.article)
    links = own_lines(annotation.article)
    units = [(m.span, m.side) for m in annotation.mentions if m.side]
    taken = {span.start for span, _ in units}
    for hit in _adjectives(tuple(packs)).find(text):
        if hit.start not in taken:
            units.append((Span(hit.start, hit.end), hit.key))
            taken.add(hit.start)
    kept: list[Unit] = []
    for span, side in sorted(units, key=lambda unit: unit[0]):
        inside = kept and span.start < kept[-1][0].end
        aside = zones.at(span.start) == "aside" and not any(link.holds(span) for link in links)
        if not inside and not aside and voices.at(span).kind != "direct":
            kept.append((span, side))
    return kept


@cache
def _adjectives(packs: tuple[Pack, ...]) -> Matcher[str]:
    topic_first = sorted(packs, key=lambda pack: (not pack.parties, pack.name))
    return Matcher(
        (adjective, actor.side)
        for pack in topic_first
        for actor in pack.actors
        if actor.side and actor.kind != "guard"
        for adjective in actor.adjectives
    )
