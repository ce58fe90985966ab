"""Negative controls: comparisons that must find nothing, run on the articles at hand.

One outlet split in halves, the outlets' names dealt out at random, one text under two names. A method
that finds outlets different here would find them different anywhere. A test at 5 % may fail in one of
twenty tries; `passed` allows for that.
"""

from collections.abc import Sequence
from dataclasses import replace

from framing.comparison.distance import Bags, bags_of, distance
from framing.comparison.statistics.corrections import FALSE_RATE
from framing.comparison.statistics.permutation import SEED, smallest_p
from framing.comparison.wordchoice import telling_words, word_choice
from framing.model import UNKNOWN, Annotation, Comparison, Control

TRIES = 20
_DEALINGS = 200  # per try; p below 0.05 needs no more
_SHARE_FALSE_ALARM = 0.01  # chance that sound methods are called unsound


def negative_controls(comparisons: Sequence[Comparison]) -> tuple[Control, ...]:
    """Run the three controls; those for which the articles are too few say so."""
    notes = [(a, c.event.id) for c in comparisons for a in c.annotations]
    bags = bags_of(notes)
    return (_halves(bags), _shuffled(bags), _two_names([a for a, _ in notes]))


def passed(control: Control) -> bool:
    """Whether differences were found no oftener than `rate` allows (binomial test, 1 %)."""
    if not control.tried:
        return True
    from scipy.stats import binom

    return bool(binom.sf(control.found - 1, control.tried, control.rate) > _SHARE_FALSE_ALARM)


def control_line(controls: Sequence[Control]) -> str:
    """One sentence for a report: what each control found, of how many tries."""
    told = []
    for control in controls:
        if control.tried:
            verdict = "no difference" if passed(control) else "A DIFFERENCE: trust no p-value here"
            told.append(f"{control.name}: {verdict} ({control.found} of {control.tried} tries)")
        else:
            told.append(f"{control.name}: {control.note}")
    return (
        f"Negative controls (chance may find a difference in {FALSE_RATE:.0%} of tries): "
        f"{'; '.join(told)}."
    )


def _halves(bags: Bags) -> Control:
    """The outlet with most articles, split at random over all its events together: it wrote them all,
    and often one an event."""
    name = "one outlet split in halves"
    sizes = {o: bags.labels.count(o) for o in sorted(set(bags.labels) - {UNKNOWN})}
    if not sizes:
        return _too_few(name)
    outlet = max(sizes, key=lambda o: (sizes[o], o))
    mine = bags.of([i for i, label in enumerate(bags.labels) if label == outlet])
    together = replace(mine, events=[""] * len(mine.labels))
    return _tries(name, together, [str(i % 2) for i in range(len(mine.labels))])


def _shuffled(bags: Bags) -> Control:
    """The two outlets with most articles, their names dealt out at random inside each event."""
    name = "outlets' names shuffled"
    outlets = sorted(set(bags.labels) - {UNKNOWN}, key=lambda o: (-bags.labels.count(o), o))[:2]
    if len(outlets) < 2:
        return _too_few(name)
    mine = bags.of([i for i, label in enumerate(bags.labels) if label in outlets])
    return _tries(name, mine, [str(outlets.index(label)) for label in mine.labels])


def _tries(name: str, bags: Bags, labels: Sequence[str]) -> Control:
    """Deal `labels` out inside the events `TRIES` times and compare the two sides each time."""
    import numpy as np

    order = sorted(range(len(labels)), key=lambda i: (bags.events[i], i))
    bags, numbers = bags.of(order), [labels[i] for i in order]
    if smallest_p([int(n) for n in numbers], bags.events) > FALSE_RATE:
        return _too_few(name)
    # not the draws with which the test deals, and others for other articles: twenty fixed splits could
    # be unlucky with one make-up of a corpus in every report
    rng = np.random.default_rng([SEED, int(bags.counts.sum())])
    found = 0
    for _ in range(TRIES):
        dealt = np.array(numbers)
        for event in sorted(set(bags.events)):
            where = [i for i, e in enumerate(bags.events) if e == event]
            dealt[where] = rng.permutation(dealt[where])
        named = replace(bags, labels=[str(label) for label in dealt])
        row = distance(named, ("0", "1"), most=_DEALINGS)
        found += row is not None and row.p <= FALSE_RATE
    return Control(name, TRIES, found, FALSE_RATE)


def _two_names(annotations: Sequence[Annotation]) -> Control:
    """The longest article against itself under another name."""
    name = "one text under two names"
    if not annotations:
        return _too_few(name)
    longest = max(annotations, key=lambda a: (a.words, a.article.id))
    copies = [_named(longest, outlet) for outlet in ("first name", "second name")]
    rows = word_choice(copies, outlets=("first name", "second name"))
    apart = distance(bags_of([(c, "") for c in copies]), ("first name", "second name"))
    differs = any(abs(row.z) > 1e-9 for row in rows) or bool(telling_words(rows))
    return Control(name, 1, int(differs or bool(apart and apart.value > 1e-6)), FALSE_RATE)


def _named(annotation: Annotation, outlet: str) -> Annotation:
    tag = replace(annotation.article.outlet, outlet=outlet)
    return replace(annotation, article=replace(annotation.article, outlet=tag))


def _too_few(name: str) -> Control:
    return Control(name, 0, 0, FALSE_RATE, "too few articles to try")
