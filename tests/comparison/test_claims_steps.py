"""The steps to a claim, one by one: passages, numbers and days, occasions, grouping, export."""

from datetime import date

import pytest

from framing.comparison.claims.grouping import group
from framing.comparison.claims.meaning.concepts import concept, concepts, lemma, rarity
from framing.comparison.claims.meaning.content import contents_of
from framing.comparison.claims.meaning.figures import days, numbers
from framing.comparison.claims.meaning.occasions import occasions
from framing.comparison.claims.passages import passages_of
from framing.comparison.claims.vocabulary.groups import ROWS
from framing.comparison.compare import compare
from framing.comparison.exchange import to_records
from framing.model import Event
from framing.text.tokens import tokenize

DAY = date(2024, 3, 14)  # a Thursday


def cut(note, text):
    return [part.text for part in passages_of(note(text))]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        (
            "The guards fired into the air and arrested four smugglers.",
            ["The guards fired into the air", "arrested four smugglers"],
        ),
        (
            "The river rose two metres; the old mill was swept away.",
            ["The river rose two metres", "the old mill was swept away"],
        ),
        (
            "The mayor opened the bridge, which had been closed for a year.",
            ["The mayor opened the bridge", "which had been closed for a year"],
        ),
        (
            "The strike closed the port, leaving forty ships at anchor.",
            ["The strike closed the port", "leaving forty ships at anchor"],
        ),
        (
            "The minister, Ana Brandt, said that the dam would hold until the summer.",
            ["the dam would hold until the summer"],
        ),
        (
            "Flags of Chad, Niger, and Mali were placed behind the table.",
            ["Flags of Chad, Niger, and Mali were placed behind the table"],
        ),
        ("“The dam will hold,” he said.", ["The dam will hold"]),
    ],
)
def test_a_passage_is_one_statement(note, text, passages):
    assert cut(note, text) == passages


def test_passages_do_not_overlap_and_stay_in_their_sentence(note):
    annotation = note(
        "Chad freed 40 fishermen and banned trawlers, while Niger, which had asked for more, said the "
        "talks would go on; nobody knows for how long.\n\nIt rained."
    )
    parts = passages_of(annotation)
    spans = [part.span for part in parts]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert all(annotation.sentences[p.sentence].holds(p.span) for p in parts)


def test_a_second_predicate_has_the_subject_of_the_first(note):
    first, second = passages_of(note("Chad freed 40 fishermen and banned foreign trawlers."))
    whens = occasions([first, second])
    _, content = contents_of([first, second], whens)
    assert second.text == "banned foreign trawlers"
    assert content.agents == {"chad": "Chad"}


def test_a_second_predicate_has_all_of_a_joint_subject(note):
    parts = passages_of(note("Chad and Niger freed 40 fishermen and are planning a new exchange."))
    content = contents_of(parts, occasions(parts))[1]
    assert content.agents == {"both": "Chad and Niger"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("6,000 houses", [6000]),
        ("6 000 houses", [6000]),
        ("six thousand houses", [6000]),
        ("two and forty-five", [2, 45]),
        ("2.5 million people", [2_500_000]),
        ("$300m and €2bn", [300_000_000, 2_000_000_000]),
        ("40% of 12 dozen", [40, 144]),
        ("an hour and a half", [1]),
        ("one of the men", []),
        ("a hundred men", [100]),
        ("the 1990s", []),
    ],
)
def test_numbers_are_read_in_figures_and_in_words(text, values):
    tokens = tokenize(text)
    assert [n.value for n in numbers(tokens, first=0, last=len(tokens))] == values


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on May 9", date(2024, 5, 9)),
        ("on 9 May 2023", date(2023, 5, 9)),
        ("on December 30", date(2023, 12, 30)),  # the nearest to mid-March
        ("on Monday", date(2024, 3, 11)),
        ("on Thursday", DAY),
        ("will meet on Monday", date(2024, 3, 18)),
        ("yesterday", date(2024, 3, 13)),
    ],
)
def test_days_are_read_from_dates_and_from_the_day_of_the_article(text, day):
    tokens = tokenize(text)
    found = days(tokens, first=0, last=len(tokens), around=DAY, published=DAY)
    assert [d.day for d in found] == [day]


@pytest.mark.parametrize(
    "text", ["they may 16 times", "march 12 miles", "until Monday", "February 31", "in 2022"]
)
def test_what_is_no_day_is_not_read_as_one(text):
    tokens = tokenize(text)
    assert list(days(tokens, first=0, last=len(tokens), around=DAY, published=DAY)) == []


def test_weekdays_say_nothing_where_the_article_has_no_date():
    tokens = tokenize("on Monday")
    assert list(days(tokens, first=0, last=2, around=DAY, published=None)) == []


def test_an_occasion_dated_in_one_article_is_dated_in_all(note):
    annotations = [
        note("The first round of talks was held on 2 February.", id="a", published=DAY),
        note("After the first round of talks the bridge was reopened.", id="b", published=DAY),
        note("The bridge was painted green by schoolchildren.", id="c", published=DAY),
    ]
    parts = [part for annotation in annotations for part in passages_of(annotation)]
    told = {part.article: when.days for part, when in zip(parts, occasions(parts), strict=True)}
    assert told == {"a": {date(2024, 2, 2)}, "b": {date(2024, 2, 2)}, "c": frozenset()}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The museum returned the masks in May.", "real"),
        ("The museum will return the masks.", "planned"),
        ("The museum may return the masks.", "open"),
        ("The museum agreed to return the masks.", "planned"),
        ("The museum has not returned the masks.", "not"),
        ("No fewer than 30 masks were returned.", "real"),
        ("The museum returned the masks that the family had asked for.", "real"),
    ],
)
def test_how_certain_a_passage_is(note, text, status):
    parts = passages_of(note(text))
    assert contents_of(parts, occasions(parts))[0].status == status


def test_near_synonyms_and_forms_are_one_concept():
    assert concept(lemma("negotiations")) == concept(lemma("talks"))
    assert concept(lemma("withdrew")) == concept(lemma("withdrawal"))
    assert concept(lemma("severely")) == concept(lemma("serious"))
    assert concept(lemma("masks")) != concept(lemma("bridge"))
    assert rarity("government") < rarity("moratorium") <= 1


def test_a_word_of_two_groups_stands_for_both():
    assert set(concepts("strike")) > {concept("walkout")}
    assert concepts("strike")[0] == concept("bombardment")


@pytest.mark.parametrize(
    ("text", "phrase", "single"),
    [
        ("The board turned the offer down.", "turned the offer down", "reject"),
        ("Nine miners lost their lives.", "lost their lives", "die"),
        ("The minister stepped down.", "stepped down", "resign"),
        ("Lorn handed over the masks.", "handed over", "transfer"),
    ],
)
def test_a_phrase_is_one_concept_with_the_word_that_means_the_same(note, text, phrase, single):
    parts = passages_of(note(text))
    (content,) = contents_of(parts, occasions(parts))
    assert phrase in text
    assert concept(single) in content.weights


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Chadian villages were flooded.", "a:Chad"),
        ("The next round is due in early July.", "t:7"),
        ("The Defence Minister Ilse Varga left Sarn.", concept("minister")),
        ("The Defence Minister Ilse Varga left Sarn.", "n:varga"),
    ],
)
def test_peoples_months_and_titles_are_read(note, text, feature):
    parts = passages_of(note(text))
    (content,) = contents_of(parts, occasions(parts))
    assert feature in content.weights


def test_who_receives_is_not_who_gives(note):
    parts = passages_of(note("Chad has received the list from Niger."))
    assert contents_of(parts, occasions(parts))[0].agents == {}


def test_every_group_of_synonyms_has_two_words_and_no_word_twice():
    rows = [row.split() for row in ROWS.strip().split("\n")]
    assert all(len(row) > 1 for row in rows)
    words = [(row[0], word) for row in rows for word in row[1:]]
    assert len(words) == len(set(words))


def test_groups_do_not_chain():
    """Each passage is like the next one only: a chain of six is not one claim."""
    articles = list("abcdef")
    chain = [(i, i + 1, 0.9) for i in range(5)]
    assert max(len(members) for members in group(articles, chain, threshold=0.5)) == 2


def test_a_passage_that_fits_two_groups_is_in_both():
    articles = ["a", "b", "c", "d", "e"]
    pairs = [(0, 1, 1.2), (2, 3, 1.2), (0, 4, 1.1), (1, 4, 1.1), (2, 4, 0.9), (3, 4, 0.9)]
    assert group(articles, pairs, threshold=0.5) == [[0, 1, 4], [2, 3, 4]]


def test_a_passage_that_is_only_near_to_a_second_group_stays_in_one():
    articles = ["a", "b", "c", "d", "e"]
    pairs = [(0, 1, 1.2), (2, 3, 1.2), (0, 4, 1.1), (1, 4, 1.1), (2, 4, 0.6), (3, 4, 0.6)]
    assert group(articles, pairs, threshold=0.5) == [[0, 1, 4], [2, 3]]


def test_a_group_that_another_holds_whole_is_no_claim_of_its_own():
    articles = ["a", "a", "b", "b", "c", "c"]
    inside = [(0, 2, 1.5), (1, 3, 1.4)]
    across = [(i, j, 0.9) for i in (0, 2) for j in (4, 5)] + [(i, 4, 0.9) for i in (1, 3)]
    groups = group(articles, inside + across, threshold=0.5)
    assert not any(set(one) < set(other) for one in groups for other in groups)


def test_nobody_is_left_out_of_the_groups():
    assert group(["a", "b"], [], threshold=0.5) == [[0], [1]]
    assert group([], [], threshold=0.5) == []


def test_the_export_has_what_differs_and_both_wordings(note):
    annotations = [
        note("The flood destroyed 300 houses in Sarn.", id="a", outlet="x", published=DAY),
        note("About two hundred houses in Sarn were destroyed.", id="b", outlet="y", published=DAY),
    ]
    event = Event("e", "flood", ("a", "b"), ("day", "day"))
    (record,) = to_records([compare(annotations, event)])["events"]
    article = record["claims"][0]["articles"]["a"]
    assert article["state"] == "stated differently"
    assert article["differs"] == ["numbers"]
    assert article["details"] == [
        {"kind": "numbers", "here": "300 houses", "elsewhere": "two hundred houses"}
    ]
