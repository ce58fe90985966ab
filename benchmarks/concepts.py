"""One name for one thing across articles: ``python benchmarks/concepts.py FOLDER``.

FOLDER has ``texts/ID.txt`` and ``gold/ID.json`` with ``event`` and ``mentions`` (start, end, concept,
type). Gold's mentions are taken as given; each gets the concept of the found mention that overlaps it
most (intersection over union, at least 0.3), or is alone. B-cubed (Bagga and Baldwin 1998) over all
mentions of an event's articles; every mention weighs the same.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import framing
from framing.annotation.concepts.find import with_concepts
from framing.annotation.lexicon.loading import packs_again
from framing.model import Annotation, ConceptMention, Span

Item = tuple[str, int]  # article, number of its mention
Group = tuple[str, ...]
_LEAST = 0.3


def main(folder: str) -> None:
    root = Path(folder)
    gold = {
        p.stem: json.loads(p.read_text("utf-8")) for p in sorted((root / "gold").glob("*.json"))
    }
    notes = {
        Path(str(a.article.path)).stem: a for a in framing.annotate(framing.read(root / "texts"))
    }
    wanted: dict[Item, Group] = {}
    found: dict[Item, Group] = {}
    kinds: dict[Item, str] = {}
    for event in sorted({g["event"] for g in gold.values()}):
        names = [name for name in gold if gold[name]["event"] == event and name in notes]
        for name, annotation in zip(names, _named([notes[n] for n in names]), strict=True):
            for number, concept in enumerate(_given(annotation, gold[name]["mentions"])):
                item, mention = (name, number), gold[name]["mentions"][number]
                wanted[item] = (event, mention["concept"])
                found[item] = (event, concept) if concept else ("alone", *map(str, item))
                kinds[item] = mention["type"]
    print(f"{len(gold)} articles, {len(wanted)} mentions, "
          f"{sum(g[0] != 'alone' for g in found.values())} of them named")  # fmt: skip
    print("                    n  precision  recall      F1")
    for kind in ("all", *sorted(set(kinds.values()))):
        part = {i: g for i, g in wanted.items() if kind in ("all", kinds[i])}
        p, r = _b_cubed(part, found)
        print(f"{kind:14} {len(part):6}   {p:8.3f} {r:7.3f} {2 * p * r / (p + r or 1):7.3f}")


def _named(annotations: list[Annotation]) -> tuple[Annotation, ...]:
    packs = packs_again(pack for a in annotations for pack in a.packs)
    return with_concepts(annotations, packs)


def _given(annotation: Annotation, mentions: list[dict[str, int]]) -> list[str | None]:
    """The concept of each gold mention; equal spans in gold take equally near concepts in turn."""
    ranks: Counter[Span] = Counter()
    names: list[str | None] = []
    for mention in mentions:
        span = Span(mention["start"], mention["end"])
        shares: dict[float, list[ConceptMention]] = defaultdict(list)
        for concept in annotation.concepts:
            if concept.span.meets(span):
                shares[_overlap(span, concept.span)].append(concept)
        best = max(shares, default=0.0)
        near = shares[best] if best >= _LEAST else []
        names.append(near[ranks[span] % len(near)].concept if near else None)
        ranks[span] += 1
    return names


def _overlap(a: Span, b: Span) -> float:
    return (min(a.end, b.end) - max(a.start, b.start)) / (max(a.end, b.end) - min(a.start, b.start))


def _b_cubed(gold: dict[Item, Group], found: dict[Item, Group]) -> tuple[float, float]:
    cells = Counter((gold[i], found[i]) for i in gold)
    in_gold, in_found = Counter(gold.values()), Counter(found[i] for i in gold)
    precision = sum(n * n / in_found[f] for (_, f), n in cells.items()) / len(gold)
    recall = sum(n * n / in_gold[g] for (g, _), n in cells.items()) / len(gold)
    return precision, recall


if __name__ == "__main__":
    main(sys.argv[1])
