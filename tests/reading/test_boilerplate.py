"""What is marked as not prose, and, at least as important, what is not."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.model import Region, RegionKind, Span
from framing.reading.boilerplate import Layout, labels, read_layout
from framing.reading.dates import stated_dates

BODY = (
    "The two delegations met for an hour on Monday in the old palace by the river and agreed to "
    "exchange all prisoners who are seriously wounded or very young."
)
STORY = [
    "Neither of the two would say when the lists, which fill several hundred pages, will be read.",
    "The host had asked for a truce of thirty days, and it repeated on Monday that it would wait.",
    "Trains with the wounded left the border town at noon, a reporter for a local paper wrote.",
    "In the square below the palace a few hundred people had waited since the morning for news.",
]
MORE = "Both sides said that a third round of talks would follow before the end of the month."


def layout(text: str, *, credits: tuple[str, ...] = (), title: Span | None = None) -> Layout:
    return read_layout(
        text,
        title=title,
        dates=[stated.span for stated in stated_dates(text)],
        credits=[Span(text.index(c), text.index(c) + len(c)) for c in credits],
    )


def marked(text: str, **options) -> list[tuple[str, str]]:
    return [(region.kind, region.span.of(text)) for region in layout(text, **options).regions]


def between(line: str) -> list[tuple[str, str]]:
    """What is marked of a line in the middle of a story."""
    return marked("\n\n".join([BODY, MORE, STORY[0], line, STORY[1], *STORY[2:]]))


def above(line: str) -> list[tuple[str, str]]:
    return marked("\n\n".join(["Talks end without a truce", line, BODY, MORE, *STORY]))


def below(line: str) -> list[tuple[str, str]]:
    return marked("\n\n".join([BODY, MORE, *STORY, line]))


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("view-count", "• 1570 views"),
        ("view-count", "•\u00a01570\u00a0views"),
        ("view-count", "1,204 views"),
        ("view-count", "Views: 1204"),
        ("view-count", "1.2K shares"),
        (
            "related-link",
            "Ministers prepare for a second round of talks03.11.24, 09:15 • 1833 views",
        ),
        ("related-link", "Ministers prepare for a second round 03.11.2024, 09:15"),
        ("related-link", "READ ALSO: Ministers prepare for a second round"),
        ("related-link", "Read more: Ministers prepare for a second round"),
        ("related-link", "See also"),
        ("related-link", "Related: What the first round brought"),
        ("related-link", "More on this story"),
        ("related-link", "WATCH: Delegations arrive at the palace"),
        ("related-link", "Read more about the talks"),
        ("other", "5 min read"),
        ("other", "Reading time: 3 min"),
        ("other", "Share on Facebook"),
        ("other", "Follow us on Telegram"),
        ("other", "Follow Jane Doe on Twitter @janedoe."),
        ("other", "Subscribe to our newsletter"),
        ("other", "Sign up to First Light, our free daily newsletter"),
        ("other", "Sign up for the newsletter here"),
        ("other", "Click here to see the list."),
        ("other", "ADVERTISEMENT"),
        ("other", "Photo: Reuters"),
        ("other", "Image caption, The delegations sat at a long table"),
        ("other", "Getty Images"),
        ("other", "(Photo by Jane Doe/Getty Images)"),
        ("other", "FILE - In this photo from May 16, delegations arrive. (AP Photo/Jane Doe)"),
        ("other", "A man walks past a mural in the old town [Jane Doe/AFP]"),
        ("other", "Copyright 2024 The Associated Press. All rights reserved."),
        ("other", "© 2025 Harbour Times"),
        ("other", "Our Standards: The Thomson Reuters Trust Principles."),
        ("other", "This story was updated at 14:05 to add a statement."),
        ("other", "___"),
        ("byline", "Reporting by Jane Doe and John Roe; editing by Max Poe"),
        ("byline", "(Reporting by Jane Doe; Writing by John Roe)"),
        ("byline", "(Reporting by the Lima desk; editing by the night desk)"),
    ],
)
def test_lines_that_say_what_they_are(kind, line):
    for place in (between, above, below):
        assert place(line) == [(kind, line)], place.__name__


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("byline", "By Jane Doe"),
        ("byline", "By Jane Doe, CNN"),
        ("byline", "By JANE DOE and JOHN ROE"),
        ("byline", "Jane Doe, Moscow correspondent"),
        ("byline", "Jane Doe contributed to this report."),
        ("byline", "Source: Xinhua"),
        ("byline", "Oslo • NTB"),
        ("date-header", "Published"),
        ("date-header", "2 hours ago"),
        ("date-header", "2 June 2025"),
        ("ticker", "$38.120.04"),
        ("ticker", "EUR/USD 1.08 ▲"),
        ("ticker", "USD 38.12 EUR 40.75"),
        ("other", "Tags: talks, prisoners"),
        ("other", "Print"),
        ("other", "OPINION"),
    ],
)
def test_lines_that_count_at_the_edges_only(kind, line):
    assert above(line) == [(kind, line)]
    assert all(found == "section-heading" for found, _ in between(line))


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by 3 percent on Monday after the talks had ended without a truce.",
        "Subscribe, he said, to nothing that you have not read.",
        "Background: the first round was held in May and ended with an exchange of prisoners.",
        "Analysis of the list took a week, the ministry said.",
        "By Friday the lists had been handed over.",
        "Follow the money, the prosecutor said.",
        "Copyright law was not on the table, the minister said.",
        "The talks ended on Monday without a statement. (Reuters)",
        "$38.5 million was pledged by three states.",
        "Photo editors were kept out of the hall, a reporter said.",
        "Source: the minister of defence, speaking on a radio programme on Monday",
        "1,204 views were heard in the hearing, the clerk said.",
        "This report was handed to both delegations and updated by them on Monday.",
        "Join us, the minister asked the other states.",
        "Read more carefully, the judge said. The clerk nodded.",
        "The report has been seen by News Agency.",
        "– And the children? a reporter asked.",
        "- a list of names",
        "• a map of the crossing points",
        "1. Jane Doe (last week: 2.)",
        "“Nothing is agreed until all is agreed.” ― Jane Doe",
        "We will not leave this table until it is done - Jane Doe",
        "No one at the ministry has said so far whether the observers would be let in",
        "MODERATOR: The next question goes to the delegate from the north of the country",
        "The agenda was this: A list of names and a map of the crossing points",
        "He said:",
        "and then it began to rain",
    ],
)
def test_prose_is_left_alone(line):
    assert between(line) == []


@pytest.mark.parametrize(
    "quote",
    [
        "We will not leave this table until every name on the list has been read aloud",
        "Nothing is agreed until all is agreed",
        "Who gains by waiting? The list is long and winter is near",
    ],
)
@pytest.mark.parametrize("closing", ["- Doe noted.", "– said the diplomat.", "— Jane Doe"])
def test_a_quotation_set_off_without_marks_is_prose(quote, closing):
    text = "\n\n".join([BODY, quote, closing, MORE])
    assert marked(text) == []


def test_lists_poems_and_dialogue_are_prose():
    poem = [
        "I had a house by the river",
        "I had a boat on the stream",
        "I had a name in the village",
    ]
    items = ["He had brought:", "- a list of names", "- a map", "Two letters"]
    names = ["Jane Doe", "John Roe", "Max Poe"]
    text = "\n".join([BODY, *poem, MORE, *items, MORE, *names])
    assert marked(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Roe explains: The port will stay shut until the last of the mines is cleared",
        "Grain ships left the harbour before dawn without an escort - Roe",
        "Two neighbours settle their quarrel over the river dam – Water Ministry",
        "Ministers Say Third Round Could Follow Before End of the Month",
    ],
)
def test_headlines_of_other_stories_between_paragraphs(line):
    assert between(line) == [("related-link", line)]
    assert below(line) == [("related-link", line)]


@pytest.mark.parametrize(
    "line",
    ["Seating", "What came before", "Negotiators’ names", "'No time to lose'", "MARKETS WAIT",
     "Where the trains will stop", "River and dam: what divides them"],
)  # fmt: skip
def test_crossheads_stay_prose_and_are_told(line):
    assert between(line) == [("section-heading", line)]
    assert below(line) == [] or below(line)[0][0] == "byline"


def test_questions_are_crossheads_where_there_are_several():
    one = [BODY, "What happens next?", MORE]
    assert marked("\n\n".join(one)) == []
    both = marked("\n\n".join([*one, "Who was there?", STORY[0]]))
    assert both == [
        ("section-heading", "What happens next?"),
        ("section-heading", "Who was there?"),
    ]


def test_links_under_a_label_with_their_dates():
    links = ["Ministers prepare for a second round", "31 May", "What do we know about the swap?"]
    text = "\n".join([BODY, "More on this story", *links, MORE])
    assert marked(text) == [("related-link", line) for line in ("More on this story", *links)]


def test_names_under_a_text():
    for names in (["Jane Doe"], ["Jane Doe", "Jane Doe"]):
        assert marked("\n\n".join([BODY, MORE, *names])) == [("byline", name) for name in names]


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("WASHINGTON —", " " + BODY),
        ("WEST POINT, N.Y. —", " " + BODY),
        ("PARIS, June 2 (Agency) -", " " + BODY),
        ("Paris (Agency) –", " " + BODY),
        ("(Agency) -", " " + BODY),
    ],
)
def test_datelines_of_any_outlet(dateline, rest):
    text = f"Talks end without a truce\n\n{dateline}{rest}\n\n{MORE}"
    found = layout(text)
    assert [(r.kind, r.span.of(text)) for r in found.regions] == [("other", dateline)]
    assert found.headline is not None
    assert marked(f"{dateline}{rest}\n\n{MORE}") == [("other", dateline)]
    assert layout(f"{dateline}{rest}\n\n{MORE}").headline is None


def test_no_dateline():
    for start in ("U.S. officials", "SMITH--Jane Doe", "I - the writer -", "NATO-led forces"):
        assert marked(f"{start} {BODY}\n\n{MORE}") == []


def test_credits_found_elsewhere_are_marked():
    text = f"OSLO, June 2. /NTB/. {BODY}\n\n{MORE} /NTB/"
    assert marked(text, credits=("OSLO, June 2. /NTB/.",)) == [("other", "OSLO, June 2. /NTB/.")]
    line = f"Talks end\n\nOSLO • NTB WIRE\n\n{BODY}"
    assert marked(line, credits=("OSLO • NTB WIRE",)) == [("byline", "OSLO • NTB WIRE")]


@pytest.mark.parametrize(
    ("first", "is_headline"),
    [
        ("Talks end without a truce", True),
        ("Why did the talks end without a truce?", True),
        ("Talks End Without a Truce or a Date for Another Round.", True),
        ("The talks have ended.", False),
        ("The two delegations met, and then: nothing:", False),
        ("- he said", False),
        ("and then it began", False),
        (MORE, False),
    ],
)
def test_headline(first, is_headline):
    text = f"{first}\n\n{BODY}\n\n{STORY[0]}"
    assert layout(text).headline == (Span(0, len(first)) if is_headline else None)


def test_a_headline_with_a_full_stop_that_the_lead_repeats():
    first = "Minister secretly met rebel leader in mountain palace."
    lead = (
        "The minister met the rebel leader secretly in a mountain palace in May, three people said."
    )
    assert layout(f"{first}\n\n{lead}\n\n{BODY}").headline == Span(0, len(first))


def test_a_headline_behind_a_section_name_and_its_repeat():
    text = f"World\n\nTalks end without a truce\n\nTALKS END WITHOUT A TRUCE.\n\n{BODY}\n\n{MORE}"
    found = layout(text)
    assert found.headline is not None
    assert found.headline.of(text) == "Talks end without a truce"
    assert ("repeated-headline", "TALKS END WITHOUT A TRUCE.") in marked(text)


def test_a_known_title_is_the_headline_and_never_a_region():
    for title in ("READ MORE: Talks end", "Jane Doe", "5 min read"):
        text = f"{title}\n\n{BODY}\n\n{title}\n\n{MORE}"
        found = layout(text, title=Span(0, len(title)))
        assert found.headline == Span(0, len(title))
        assert found.regions[0].span.start > len(title)


def test_the_head_and_foot_of_a_page():
    text = "\n".join(
        [
            "Two sides trade lists of prisoners after palace talks",
            "Published",
            "2 June 2025",
            "Jane Doe",
            "Harbour News, Oslo",
            "By Jane Doe | June 2, 2025 | 5 min read",
            "Image source, Getty Images",
            f"OSLO (Harbour News) — {BODY}",
            MORE,
            "Jane Doe contributed to this report. Additional reporting by John Roe",
            "Copyright 2025 Harbour News. All rights reserved.",
        ]
    )
    assert [(kind, words) for kind, words in marked(text)] == [
        ("date-header", "Published"),
        ("date-header", "2 June 2025"),
        ("byline", "Jane Doe"),
        ("byline", "Harbour News, Oslo"),
        ("byline", "By Jane Doe"),
        ("date-header", "June 2, 2025"),
        ("other", "5 min read"),
        ("other", "Image source, Getty Images"),
        ("other", "OSLO (Harbour News) —"),
        ("byline", "Jane Doe contributed to this report. Additional reporting by John Roe"),
        ("other", "Copyright 2025 Harbour News. All rights reserved."),
    ]


def test_a_credit_behind_the_last_words():
    tail = "(Reporting by Jane Doe; Editing by John Roe)"
    assert marked(f"{BODY}\n\n{MORE} {tail}") == [("byline", tail)]


def test_every_rule_is_of_a_known_kind():
    kinds = {kind for _, rules in labels._table().values() for kind in rules.values()}
    assert kinds <= set(get_args(RegionKind))


LINES = st.sampled_from(
    [
        BODY, MORE, "Seating", "Jane Doe", "By Jane Doe", "5 min read", "See also", "• 12 views | x",
        "OSLO — It rained.", "date 2025-06-02 OSLO, June 2. /NTB/. It rained.", "- he said.", "|",
        "Talks end without a truce", "June 2, 2025 | 14:05 • 1833 views", "", " ", "•", "___", "1.",
    ]
)  # fmt: skip


@settings(deadline=None)
@given(
    text=st.one_of(
        st.text(max_size=300),
        st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=14).map("\n".join),
        st.lists(LINES, max_size=14).map("\r\n\r\n".join),
    ),
    data=st.data(),
)
def test_regions_lie_in_the_text_and_never_overlap(text, data):
    ends = st.integers(0, len(text))
    credit, title = (Span(*sorted(data.draw(st.tuples(ends, ends)))) for _ in range(2))
    found = read_layout(
        text,
        dates=[stated.span for stated in stated_dates(text)],
        credits=[credit] if len(credit) else [],
        title=title if title.of(text).strip() == title.of(text) != "" else None,
    )
    edges = [edge for region in found.regions for edge in (region.span.start, region.span.end)]
    assert edges == sorted(edges)
    assert all(region.span.of(text).strip("\ufeff \n") for region in found.regions)
    assert all(isinstance(region, Region) for region in found.regions)
    if found.headline:
        assert found.headline.of(text).strip() == found.headline.of(text) != ""
        assert not any(found.headline.meets(region.span) for region in found.regions)
