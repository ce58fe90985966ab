"""A change is told where shuffling the events would not change as much, and nowhere else."""

import random
from dataclasses import replace

import pytest

from framing.model import Annotation, Article, Marker, OutletTag, Span, Voice
from framing.monitoring.changes import Period, find_changes, make_period
from framing.monitoring.report import build_changes, summary
from framing.reporting.blocks import Table
from framing.reporting.pdf import to_pdf


def annotation(id, outlet, markers, words=100):
    article = Article(id, f"{id} " + "w " * words, OutletTag(outlet, outlet.title()))
    marker = Marker(Span(0, 1), "shameful", "evaluative", Voice("outlet"), "body", "general")
    return Annotation(article, words=words, markers=(marker,) * markers)


def period(name, counts, *, others=None):
    """A period of as many events as `counts` has numbers: the markers of outlet a, one article an
    event; `others` are those of outlet b."""
    mine = [annotation(f"{name}-a{k}", "a", n) for k, n in enumerate(counts)]
    theirs = [annotation(f"{name}-b{k}", "b", n) for k, n in enumerate(others or [])]
    events = {f"{name}-{who}{k}": f"{name}-e{k}" for who in "ab" for k in range(len(counts))}
    return Period(name, (*mine, *theirs), events, 0)


def row(changes, against="itself", outlet="a", measure="markers in own voice"):
    (found,) = [
        r for r in changes.rows if (r.outlet, r.measure, r.against) == (outlet, measure, against)
    ]
    return found


OTHERS = "the others on the same events"


def test_a_clear_change_is_told_with_both_numbers():
    found = find_changes(period("w1", [0] * 6), period("w2", [3] * 6))
    change = row(found)
    assert change.verdict == "changed"
    assert (change.before.value, change.now.value) == (0, 30)
    assert change.difference == 30
    assert change.p == pytest.approx(
        2 / 924
    )  # of all ways to deal 12 events, this one and its mirror
    assert "A, markers in own voice: 0.0 per 1,000 words" in summary(found)[0]


def test_one_loud_event_is_no_change():
    found = find_changes(period("w1", [0] * 6), period("w2", [0, 0, 0, 0, 0, 30]))
    assert row(found).now.value == 50
    assert row(found).verdict == "no clear change"


def test_below_four_events_nothing_is_said():
    found = find_changes(period("w1", [0] * 3), period("w2", [9] * 8))
    assert row(found).verdict == "too few events"
    assert row(found).p is None


def test_where_the_topic_moves_all_outlets_none_changed_against_the_others():
    before = period("w1", [0, 1] * 4, others=[1, 0] * 4)
    now = period("w2", [5, 6] * 4, others=[6, 5] * 4)
    found = find_changes(before, now)
    assert row(found).verdict == "changed"
    assert row(found, OTHERS).verdict == "no clear change"
    assert row(found, OTHERS).now.value == pytest.approx(0)


def test_where_one_outlet_moves_it_is_told_who():
    found = find_changes(
        period("w1", [1] * 8, others=[1] * 8), period("w2", [6] * 8, others=[1] * 8)
    )
    assert row(found).verdict == row(found, OTHERS).verdict == "changed"
    assert row(found, outlet="b").verdict == "no clear change"
    told = [line for line in summary(found) if line.startswith("B, markers in own voice")]
    assert all("no clear change in its own number" in line for line in told)


def test_swapping_the_periods_turns_the_sign_and_nothing_else():
    one, two = period("w1", [0, 1, 0, 2, 1]), period("w2", [3, 2, 4, 3, 2])
    there, back = row(find_changes(one, two)), row(find_changes(two, one))
    assert there.difference == pytest.approx(-back.difference)
    assert there.p == pytest.approx(back.p)


def test_weeks_drawn_from_one_process_rarely_change():
    chance = random.Random(5)
    told = 0
    for _ in range(40):
        one, two = ([chance.choice([0, 0, 1, 2, 6]) for _ in range(9)] for _ in range(2))
        told += row(find_changes(period("w1", one), period("w2", two))).verdict == "changed"
    assert told <= 4  # 40 tests of no change at 5 %: two are to be expected


def test_repeats_are_left_out(note):
    text = (
        "The bridge of the town was closed after the flood and nobody can say for how long it is."
    )
    once = note(text, id="one", outlet="north")
    again = note(text + " Updated.", id="two", outlet="north")
    other = note(text, id="three", outlet="south")
    found = make_period("w1", [once, again, other])
    assert [a.article.id for a in found.annotations] == ["one", "three"]
    assert found.repeated == 1
    assert make_period("w1", [once, other], seen=["three"]).repeated == 1


def test_an_outlet_of_one_period_or_none_is_not_compared():
    unknown = replace(
        period("w2", [3] * 6),
        annotations=tuple(annotation(f"w2-a{k}", "unknown", 3) for k in range(6)),
    )
    assert find_changes(period("w1", [0] * 6), unknown).rows == ()


def against(table):
    return {row[2][0].text for row in table.rows}


def test_the_report_shows_all_three_verdicts_and_the_words():
    found = find_changes(period("w1", [0] * 6), period("w2", [3] * 6))
    report = build_changes(found, "Lake")
    assert [section.title for section in report.sections] == [
        "What changed", "No clear change, or too few events", "Method",
    ]  # fmt: skip
    said = repr(report)
    for wanted in ("Changes beyond noise", "Too few events to say", "w2, w2-a0", "Benjamini"):
        assert wanted in said
    tables = [b for b in report.sections[1].blocks if isinstance(b, Table)]
    assert all(table.rows for table in tables)  # none with a head only
    assert all(text in ("itself", "the others") for table in tables for text in against(table))
    pdf = to_pdf(report)
    assert pdf.startswith(b"%PDF")
    assert pdf == to_pdf(build_changes(found, "Lake"))
