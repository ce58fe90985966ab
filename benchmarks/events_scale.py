"""Events of generated articles: time, memory and what is recovered, against their number.

    python benchmarks/events_scale.py [NUMBER ...] [--workers N]        (1000 10000 100000, 1)

The articles are random pseudo-words: common ones, those of one of 40 topics, and those of their event
(names, numbers, things), of which each article has part. Events have 1 to 40 articles, come out within
three days, over a year. `--workers`: so many processes do the parts of the work. Prints CPU seconds of
this process, of the busiest (with a core for each the run would take about as long as this one) and of
all; clock seconds; peak memory of this process before and with the events, and of all; B-cubed
against the planted events; then how far day by day agrees with all at once. Needs psutil.
"""

import os
import random
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

import psutil
from events import b_cubed
from scale import look

from framing.comparison.events import EventIndex, find_events
from framing.model import Article, Event
from framing.scale.pool import Workers

SIZES = (1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 8, 15, 40)
SYLLABLES = [c + v for c in "b c d f g h k l m n p r s t v z br tr st pl".split()
             for v in "a e i o u ai or en".split()]  # fmt: skip
HEAD = ("articles", "processes", "events", "CPU s, main", "CPU s, busiest", "CPU s, all", "clock s",
        "MB before", "MB, main", "MB, all", "B-cubed")  # fmt: skip
WORDS, DAYS = 200, 365  # words an article, days of a corpus


def main(numbers: list[int], workers: Workers) -> None:
    """Print one line a number of articles, then the line on day by day."""
    list(workers.map(abs, range(64)))  # their start is not measured
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    for number in numbers:
        gold, articles = planted(number)
        peaks, spent = [0.0, 0.0], {}
        before, clock, memory = look([0.0, 0.0], {}), time.perf_counter(), own_memory()
        watch = {"target": look, "args": [peaks, spent], "kwargs": {"forever": True}}
        threading.Thread(**watch, daemon=True).start()
        events = find_events(articles, mapper=workers.each)
        clock = time.perf_counter() - clock
        cpu = {pid: s - before.get(pid, 0) for pid, s in look(peaks, spent).items()}
        seconds = (cpu[os.getpid()], max(cpu.values()), sum(cpu.values()), clock)
        cells = (f"{number:,}", workers.number, f"{len(events):,}", *(f"{s:.1f}" for s in seconds))
        sizes = (memory, peaks[0], peaks[1])
        score = f"{b_cubed(gold, places(events))[2]:.3f}"
        print(
            "| " + " | ".join(map(str, (*cells, *(f"{s:,.0f}" for s in sizes), score))) + " |",
            flush=True,
        )
        del articles, events
    day_by_day(min(10_000, max(numbers)))


def day_by_day(number: int) -> None:
    """Half of the days at once, then the others one at a time, against all at once."""
    _, articles = planted(number, days=60)
    days = defaultdict(list)
    for article in articles:
        days[article.published].append(article)
    index, order, seconds = EventIndex(), sorted(days), []
    index.add(article for day in order[:30] for article in days[day])
    for day in order[30:]:
        started = time.process_time()
        index.add(days[day])
        seconds.append(time.process_time() - started)
    same = b_cubed(places(find_events(articles)), places(index.events()))[2]
    first, last = (sum(part) / 5 for part in (seconds[:5], seconds[-5:]))
    print(
        f"{number} articles of 60 days, the last {len(seconds)} day by day: B-cubed {same:.3f} against "
        f"all at once; CPU seconds a day {first:.2f} (first five), {last:.2f} (last five)"
    )


def places(events: list[Event]) -> dict[str, str]:
    return {name: event.id for event in events for name in event.articles}


def own_memory() -> float:
    """Memory of this process, in MB."""
    return psutil.Process().memory_info().rss / 2**20


def planted(number: int, days: int = DAYS) -> tuple[dict[str, str], list[Article]]:
    """Articles, and the name of the event of each."""
    rng = random.Random(number)
    words = sorted(
        {"".join(rng.choices(SYLLABLES, k=rng.choice((2, 3, 3, 4)))) for _ in range(25_000)}
    )
    rng.shuffle(words)
    topics = [rng.sample(words[1000:], 250) for _ in range(40)]
    gold: dict[str, str] = {}
    articles: list[Article] = []
    while len(articles) < number:
        day = date(2024, 1, 1) + timedelta(days=rng.randrange(days))
        event = f"event {len(articles)}"
        for article in happening(rng, words, rng.choice(topics), day, first=len(articles)):
            gold[article.id] = event
            articles.append(article)
    return {a.id: gold[a.id] for a in articles[:number]}, articles[:number]


def happening(
    rng: random.Random, words: list[str], topic: list[str], day: date, *, first: int
) -> Iterator[Article]:
    """The articles on one event."""
    facts = [word.capitalize() for word in rng.sample(words, 10)] + rng.sample(words, 25)
    facts += [str(rng.randrange(3, 9000)) for _ in range(5)]
    for place in range(rng.choice(SIZES)):
        mine = rng.sample(facts, 24)
        length = max(20, int(rng.lognormvariate(0, 0.35) * WORDS))
        text = zipf(rng, words[:6000], int(0.55 * length)) + zipf(rng, topic, int(0.27 * length))
        text += zipf(rng, mine, int(0.18 * length))
        rng.shuffle(text)
        text.insert(10, f"{day:%A}" if rng.random() < 0.6 else "then")
        lines = (" ".join(text[i : i + 14]) for i in range(0, len(text), 14))
        published = day + timedelta(days=min(int(rng.expovariate(1.2)), 2))
        yield Article(f"a{first + place:07}", ".\n".join(lines) + ".", published=published)


def zipf(rng: random.Random, words: list[str], number: int) -> list[str]:
    weights = list(accumulate(1 / (rank + 5) for rank in range(len(words))))
    return rng.choices(words, cum_weights=weights, k=number)


if __name__ == "__main__":
    given = sys.argv[1:]
    count = int(given.pop(given.index("--workers") + 1)) if "--workers" in given else 1
    sizes = [int(word) for word in given if word != "--workers"] or [1000, 10_000, 100_000]
    with Workers(count) as pool:
        main(sizes, pool)
