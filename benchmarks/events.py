"""Events against a set whose events are known: B-cubed, the threshold fixed on one half of them.

    python benchmarks/events.py ARTICLES.jsonl

A line of ARTICLES.jsonl is an article with ``id``, ``text``, ``event``, and ``title`` and ``published``
where they are known. All articles are grouped together; each is scored with the events of its half
(even or odd SHA-1 of the event's name). Prints both halves for several thresholds, and the second
half at the threshold that is best on the first. An article that cannot be read (no text) is alone.
"""

import hashlib
import json
import sys
import time
from collections import Counter
from pathlib import Path

from framing.comparison.events import THRESHOLD, find_events
from framing.model import Event
from framing.reading.files import read

THRESHOLDS = (0.9, 0.95, 1.0, THRESHOLD, 1.08, 1.12)


def main(path: Path) -> None:
    """Score the articles of `path` and print the table."""
    lines = path.read_text("utf-8").splitlines()
    gold = {str(row["id"]): str(row["event"]) for row in map(json.loads, filter(None, lines))}
    articles = read(path)
    print(f"{len(gold)} articles, {len(set(gold.values()))} events; {len(articles)} with a text")
    print(
        f"{'threshold':>10}{'first half':>12}{'other half':>12}{'both':>8}{'P':>8}{'R':>8}{'s':>7}"
    )
    results = {}
    for threshold in THRESHOLDS:
        started = time.perf_counter()
        found = place(find_events(articles, threshold=threshold), gold)
        seconds = time.perf_counter() - started
        halves = [b_cubed(gold, found, half=half)[2] for half in (0, 1)]
        precision, recall, both = b_cubed(gold, found)
        results[threshold] = halves
        cells = "".join(f"{value:>{width}.3f}" for value, width in zip(
            (*halves, both, precision, recall), (12, 12, 8, 8, 8), strict=True))  # fmt: skip
        mark = "  shipped" if threshold == THRESHOLD else ""
        print(f"{threshold:>10}{cells}{seconds:>7.1f}{mark}")
    best = max(results, key=lambda threshold: results[threshold][0])
    print(f"best on the first half: {best}; there the other half has {results[best][1]:.3f}")


def place(events: list[Event], gold: dict[str, str]) -> dict[str, str]:
    """The found event of each article; one that is in none is alone."""
    found = {name: event.id for event in events for name in event.articles}
    return {name: found.get(name, f"alone {name}") for name in gold}


def b_cubed(
    gold: dict[str, str], found: dict[str, str], half: int | None = None
) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 (Bagga and Baldwin 1998) over the articles of one half."""
    both = Counter((gold[name], found[name]) for name in gold)
    events, groups = Counter(gold.values()), Counter(found.values())
    names = [name for name in gold if half is None or half_of(gold[name]) == half]
    shared = [both[gold[name], found[name]] for name in names]
    precision = sum(n / groups[found[k]] for k, n in zip(names, shared, strict=True)) / len(names)
    recall = sum(n / events[gold[k]] for k, n in zip(names, shared, strict=True)) / len(names)
    return precision, recall, 2 * precision * recall / (precision + recall)


def half_of(event: str) -> int:
    return int(hashlib.sha1(event.encode("utf-8")).hexdigest(), 16) % 2


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
