"""Events of generated articles: time, memory and what is recovered, against their number.

    python benchmarks/events_scale.py [NUMBER ...] [--workers N]        (1000 10000 100000, 1)

The articles are random pseudo-words: common ones, those of one of 40 topics, and those of their event
(names, numbers, things), of which each article has part. Events have 1 to 40 articles, come out within
three days, over a year. Prints CPU (of this process) and clock seconds, peak memory of the process
(without and with the events), B-cubed against the planted events; then how far day by day agrees with
all at once. `--workers`: so many processes find what each text says by itself.
"""

import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from events import b_cubed

from framing.comparison.events import EventIndex, find_events
from framing.model import Article, Event
from framing.scale.pool import Workers

SIZES = (1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 8, 15, 40)
SYLLABLES = [c + v for c in "b c d f g h k l m n p r s t v z br tr st pl".split()
             for v in "a e i o u ai or en".split()]  # fmt: skip
WORDS, DAYS = 200, 365  # words an article, days of a corpus


def main(numbers: list[int], workers: Workers) -> None:
    """Print one line a number of articles, then the line on day by day."""
    list(workers.map(abs, range(64)))  # their start is not measured
    print(
        f"{'articles':>9}{'events':>8}{'CPU s':>8}{'clock s':>9}{'ms each':>9}{'MB':>12}{'B-cubed':>9}"
    )
    for number in numbers:
        gold, articles = planted(number)
        before, cpu, clock = peak(), time.process_time(), time.perf_counter()
        events = find_events(articles, mapper=workers.map)
        cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
        memory, score = f"{before} > {peak()}", b_cubed(gold, places(events))[2]
        cells = f"{number:>9}{len(events):>8}{cpu:>8.1f}{clock:>9.1f}{1000 * cpu / number:>9.2f}"
        print(f"{cells}{memory:>12}{score:>9.3f}", flush=True)
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


def peak() -> int:
    """Peak memory of this process, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


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
