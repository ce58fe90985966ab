"""Passives and their agents against a table of sentences: ``python benchmarks/passives.py TABLE.tsv``.

The table has one row a predicate: ``id text start end optional agent_start agent_end`` (offsets into
``text``, tabs between), and one row without offsets for a sentence that has none. A passive is right
when its predicate shares a character with a required participle; one on an optional participle counts
neither way. An agent is right when the two spans share half of the shorter.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

import framing
from framing.model import Article, Clause, Span

Pair = tuple[Span, Span | None]


def main(table: str) -> None:
    texts: dict[str, str] = {}
    gold: dict[str, tuple[list[Pair], list[Pair]]] = defaultdict(lambda: ([], []))
    with Path(table).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            texts[row["id"]] = row["text"]
            if row["start"]:
                agent = _span(row, "agent_start", "agent_end")
                predicate = _span(row, "start", "end")
                assert predicate is not None
                gold[row["id"]][bool(row["optional"])].append((predicate, agent))
    notes = framing.annotate(
        (Article(id=name, text=text) for name, text in texts.items()), packs=["general"]
    )
    counts: dict[str, list[int]] = {"passives": [0, 0, 0], "agents": [0, 0, 0]}
    for annotation in notes:
        passives = [c for c in annotation.clauses if c.voice == "passive"]
        _count(counts, passives, *gold[annotation.article.id])
    print(f"{len(texts)} sentences")
    print("            right missed  extra   precision  recall      F1")
    for name, (right, missed, extra) in counts.items():
        if not right + missed:
            print(f"{name:10} none in the table: not scored")
            continue
        p, r = right / ((right + extra) or 1), right / ((right + missed) or 1)
        f = 2 * right / ((2 * right + missed + extra) or 1)
        print(f"{name:10} {right:6} {missed:6} {extra:6}   {p:9.3f} {r:7.3f} {f:7.3f}")


def _span(row: dict[str, str], first: str, last: str) -> Span | None:
    return Span(int(row[first]), int(row[last])) if row[first] else None


def _count(
    counts: dict[str, list[int]], found: list[Clause], required: list[Pair], optional: list[Pair]
) -> None:
    for predicate, agent in required:
        clause = _take(predicate, found)
        named = clause.agent if clause else None
        right = bool(agent and named and _same(agent, named))
        _add(counts["passives"], clause is not None, clause is None, 0)
        _add(counts["agents"], right, bool(agent) and not right, bool(named) and not right)
    for predicate, _ in optional:
        _take(predicate, found)
    _add(counts["passives"], 0, 0, len(found))


def _take(predicate: Span, found: list[Clause]) -> Clause | None:
    """Remove and return the clause whose predicate meets `predicate`, the shortest of several."""
    hits = [clause for clause in found if clause.predicate.meets(predicate)]
    best = min(hits, key=lambda clause: len(clause.predicate), default=None)
    if best is not None:
        found.remove(best)
    return best


def _same(a: Span, b: Span) -> bool:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return 2 * shared >= min(len(a), len(b))


def _add(tally: list[int], right: int, missed: int, extra: int) -> None:
    for k, n in enumerate((right, missed, extra)):
        tally[k] += n


if __name__ == "__main__":
    main(sys.argv[1])
