"""Signs that two passages tell different things: read by the rules and by what is learnt alike."""

from datetime import date

from framing.comparison.claims.meaning.content import Content
from framing.comparison.claims.meaning.occasions import BACKGROUND

_ONE_DAY = 1  # days at most between two dates that are taken for one
_FEW_DAYS = 2  # days at most between two articles that tell the same state of things


def days_apart(a: Content, b: Content) -> bool:
    """Whether both are dated, and not within a day of each other."""
    if not (a.when.days and b.when.days):
        return False
    return min(_apart(x, y) for x in a.when.days for y in b.when.days) > _ONE_DAY


def only_one_today(a: Content, b: Content) -> bool:
    """Whether one is dated as background, and the other, undated, is of its article's day."""
    if bool(a.when.days) == bool(b.when.days):
        return False
    dated, other = (a, b) if a.when.days else (b, a)
    today = other.when.article
    return bool(today) and min(abs(day - today) for day in dated.when.days if today) > BACKGROUND


def articles_apart(a: Content, b: Content) -> bool:
    """Whether both are undated, and their articles some days apart."""
    if a.when.days or b.when.days or not (a.when.article and b.when.article):
        return False
    return _apart(a.when.article, b.when.article) > _FEW_DAYS


def other_occasion(a: Content, b: Content) -> bool:
    """Whether both are numbered and not alike: the first round and the second."""
    return bool(a.ordinals and b.ordinals) and a.ordinals.isdisjoint(b.ordinals)


def agents_apart(a: Content, b: Content) -> bool:
    """Whether both name who acts, and nobody is named by both."""
    return bool(a.agents and b.agents) and a.agents.keys().isdisjoint(b.agents)


def _apart(a: date, b: date) -> int:
    return abs((a - b).days)
