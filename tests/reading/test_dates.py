"""Dates: only what the article states of itself, and what it reports as past."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.reading.dates import latest_past, parse_date, parse_year, published, stated_dates

STORY = (
    "The two delegations met for an hour on Monday in the old palace by the river and agreed to "
    "exchange all prisoners who are seriously wounded or very young."
)
JUNE_2 = date(2025, 6, 2)


def day_of(text: str, *, year: int | None = None) -> date | None:
    return published(text, stated_dates(text), year=year)


@pytest.mark.parametrize(
    "value",
    [
        "2025-06-02",
        "2025-06-02T14:05Z",
        "2025-06-02 14:05:30+03:00",
        "2025/06/02",
        "20250602",
        20250602,
        "02.06.2025 14:05",
        "2 June 2025, 14:05",
        "2nd of June 2025",
        "June 2, 2025",
        "Jun. 2, 2025",
        "Monday, June 2, 2025",
        "02-Jun-2025",
        "Mon, 02 Jun 2025 14:05:00 GMT",
        "Published: 2 June 2025",
        "1748870700",
        1748870700,
        1748870700000,
        date(2025, 6, 2),
        datetime(2025, 6, 2, 23, 59),
    ],
)
def test_metadata_in_every_usual_form(value):
    assert parse_date(value) == JUNE_2


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("02/06/2025", None),
        ("2-6-2025", None),
        ("13/06/2025", date(2025, 6, 13)),
        ("06/13/2025", date(2025, 6, 13)),
        ("05/05/2025", date(2025, 5, 5)),
        ("31.02.2025", None),
        ("31/31/2025", None),
    ],
)
def test_an_order_that_can_be_read_two_ways_is_no_date(value, day):
    assert parse_date(value) == day


@pytest.mark.parametrize(
    "value", ["", "soon", None, float("nan"), float("inf"), -1, 0, "2025", "May 2025", "x" * 10_000]
)
def test_what_is_no_date(value):
    assert parse_date(value) is None


def test_a_year_alone():
    assert parse_year("2025") == parse_year(2025) == parse_year(" 2025-06 ") == 2025
    assert parse_year("2025-06-02") is None
    assert parse_year(None) is None


@pytest.mark.parametrize(
    "line",
    [
        "date 2025-06-02",
        "Published: 2 June 2025, 14:05",
        "June 2, 2025",
        "02.06.2025 14:05",
        "2025-06-02T14:05Z",
        "Updated 2 June 2025 at 10:00 BST",
        "Last modified on Mon 2 Jun 2025 14.05 EDT",
        "Monday, 2 June 2025, 14:05",
        "14:05, 2 June 2025",
        "10:30 GMT, June 2, 2025",
        "2 Jun, 2025 15:40",
        "Published On 2 Jun 20252 Jun 2025",
        "Published 10:12 AM EDT, Mon June 2, 2025",
        "June 2, 2025 10:12 PM UTC · Updated 2 hours ago",
        "By Jane Doe | June 2, 2025 | 5 min read",
        "By Jane Doe, June 2, 2025",
        "Posted on June 2, 2025 by Jane",
        "Oslo • NTB • 2 June 2025, 10:12",
        "Published 2 June 2025 Updated 3 June 2025",
        "02.06.25, 09:15 • 1833 views",
    ],
)
def test_header_and_footer_lines(line):
    assert day_of(f"{line}\n\n{STORY}\n\n{STORY}\n") == JUNE_2
    assert day_of(f"Talks end without a truce\n\n{line}\n\n{STORY}\n\n{STORY}\n") == JUNE_2
    assert day_of(f"{STORY}\n\n{STORY}\n\n{line}") == JUNE_2
    spans = [stated.span for stated in stated_dates(f"{line}\n\n{STORY}\n")]
    assert all(span.of(line).strip(" |•·") == span.of(line) for span in spans)


def test_a_date_in_front_of_the_first_words():
    for text in (f" date 2025-06-02 {STORY}", f"\ufeff2025-06-02 {STORY}"):
        (stated,) = stated_dates(text)
        assert stated.day == JUNE_2
        assert stated.span.of(text).endswith("2025-06-02")


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY} It was signed on June 2, 2025.",
        "June 2, 2025 was the day on which everything changed in the old palace by the river.",
        f"Operation Overlord, 6 June 1944\n\n{STORY}",
        f"{STORY}\n\nJune 2, 2025\n\n{STORY}\n\nJune 3, 2025\n\n{STORY}\n\n{STORY}",
        f"{STORY}\n\nSome headline of another story03.11.24, 09:15 • 1833 views\n\n{STORY}",
        f"02/06/2025\n\n{STORY}",
        f"Version 10.12\n\n{STORY}",
        "",
    ],
    ids=["sentence", "subject", "history", "timeline", "link", "two ways", "number", "empty"],
)
def test_what_is_not_the_article_s_own_date(text):
    assert day_of(text) is None


def test_published_goes_before_updated():
    text = f"Updated: 4 June 2025\nPublished: 2 June 2025\n\n{STORY}\n\n{STORY}"
    assert day_of(text) == JUNE_2
    assert [stated.label for stated in stated_dates(text)] == ["updated", "published"]


@pytest.mark.parametrize("place", ["OSLO, June 2.", "NEW YORK, June 2 (AP) —", "PARIS, 2 June -"])
def test_a_dateline_needs_a_year(place):
    text = f"{place} {STORY}"
    assert day_of(text) is None
    assert day_of(text, year=2025) == JUNE_2
    assert day_of(text.replace("June 2", "June 2, 2025").replace("2 June", "2 June 2025")) == JUNE_2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On March 4, 2024, a first round was held in Geneva.", date(2024, 3, 4)),
        ("The envoys met on 4 March 2024 and spoke for a day.", date(2024, 3, 4)),
        (
            "A first round was held on March 4, 2024. Convoys have crossed the line since then: "
            "April 7, 8, 11,13, and 22.",
            date(2024, 4, 22),
        ),
        ("Fighting was heavy on 9, 10 and 12 June 2025.", date(2025, 6, 12)),
        ("Fighting was heavy on 9–12 June 2025.", date(2025, 6, 12)),
        ("He has been in prison since March 3, 2024.", date(2024, 3, 3)),
        ("It was signed on 12.06.2025.", date(2025, 6, 12)),
        ("They met on 5 January 2025, after the attack of December 20.", date(2025, 1, 5)),
        ("On June 2, 2025 20 people died. On June 3, 40 people died.", date(2025, 6, 3)),
    ],
)
def test_days_reported_as_past(text, day):
    assert latest_past(text) == day


@pytest.mark.parametrize(
    "sentence",
    [
        "The next round will take place on June 30.",
        "The next round is scheduled for June 30.",
        "He said the talks resume on June 30.",
        "The deal was to be signed on June 30.",
        "Ministers agreed to meet on June 30.",
        "The truce was extended until June 30.",
        "The envoy had offered to host a session between June 7 and 19.",
        "The law, which was signed in spring, enters into force on June 30.",
        "Negotiators may return by June 30.",
        "They were ready to come back before June 30.",
    ],
)
def test_days_ahead_do_not_count(sentence):
    assert latest_past(f"A first round was held on March 4, 2024. {sentence}") == date(2024, 3, 4)


def test_a_day_without_any_year_is_not_guessed():
    assert latest_past("The talks were held on June 2.") is None
    assert latest_past("The talks were held on June 2.", year=2025) == JUNE_2
    assert latest_past("She was born on Feb. 30, 2025.") is None


@given(st.text(alphabet="JuneMay 0123456789.,-/:—\n", max_size=200), st.integers(1990, 2040))
def test_any_text_has_dates_or_none(text, year):
    for stated in stated_dates(text):
        assert 0 <= stated.span.start < stated.span.end <= len(text)
    assert published(text, stated_dates(text), year=year) is None or text
    latest_past(text, year=year)
    parse_date(text)


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_every_day_is_read_in_every_form(day):
    forms = ("%Y-%m-%d", "%d.%m.%Y", "%B %d, %Y", "%d %b %Y", "%A, %d %B %Y", "%Y/%m/%d")
    for form in forms:
        assert parse_date(day.strftime(form)) == day
        assert day_of(f"Published: {day.strftime(form)}\n\n{STORY}") == day
