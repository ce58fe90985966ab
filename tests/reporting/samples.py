"""Reports that several tests look at: the demo's, and made-up sets that crowd or starve a page."""

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random

from charts.conftest import NAMES
from reporting.pages import demo

import framing
from framing.annotation.annotate import annotate
from framing.comparison.compare import compare
from framing.demo import NOTICE
from framing.model import Article, Event, OutletTag
from framing.reporting.report import report

LATER = " Talks on the valley go on in Kyiv on Tuesday, the spokesman of the ministry said."


@cache
def demo_report():
    study = demo()
    return report(study.comparisons, study.profiles, notice=NOTICE, made_on="2 June 2026")


def report_of(articles, *, label="a made-up event", phases=None):
    """The report of articles that are taken for one event."""
    notes = annotate(articles)
    ids = tuple(a.id for a in articles)
    comparison = compare(notes, Event("e1", label, ids, phases or ("day",) * len(ids)))
    return report([comparison], framing.profile([comparison]))


def demo_texts():
    """The texts of the demo without their headers, bylines and links."""
    return [n.article.text.split("\n\n", 1)[-1] for n in demo().notes]


def article(number, outlet, day=date(2025, 6, 2), *, name=None, text=None):
    texts = demo_texts()
    text = texts[number % len(texts)] if text is None else text
    return Article(f"a{number:02}", text, OutletTag(f"o{outlet:02}", name or NAMES[outlet]), day)


@cache
def sample(name):
    """One of: one article, a pair, outlets with long names, no dates, many outlets."""
    if name == "one":
        return report_of([article(4, 0)])
    if name == "pair":
        return report_of([article(4, 0), article(6, 1)])
    if name == "undated":
        found = [article(n, 3 + n % 3, None) for n in (4, 5, 6, 8)]
        return report_of(found, phases=("undated",) * 4)
    return report_of(many(), label=f"{'a very long label of an event, ' * 3}(2 June 2025)")


def many(outlets=12, articles=40):
    """Articles dealt out to outlets at random: there is no difference to find."""
    dice, found = Random(3), []
    for n in range(articles):
        outlet = n if n < outlets else dice.randrange(outlets)
        day = None if n % 6 == 5 else date(2025, 6, 2) + timedelta(days=dice.choice((-1, 0, 0, 5)))
        text = demo_texts()[dice.randrange(12)] + LATER
        made = article(n, outlet, day, text=text)
        found.append(replace(made, id=f"{n:02}-an-article-with-a-long-file-name-{n}"))
    return found


SAMPLES = ("one", "pair", "undated", "many")
