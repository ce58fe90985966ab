import random
from datetime import date

import pytest

from framing.comparison.compare import compare
from framing.comparison.events import find_events
from framing.comparison.exchange import to_records
from framing.model import Article, Notes

FLOOD = "The river Orla flooded the town of Mirrow after the northern dam broke on Sunday night."
FLOOD2 = "Mirrow is under water: the northern dam on the Orla broke on Sunday and flooded the town."
VOTE = "Parliament in Lanta voted for the budget with 61 votes against 58 after a long debate."
VOTE2 = "The budget passed in Lanta: 61 members of parliament voted for it, 58 against it."


def articles():
    texts = {"a": FLOOD, "b": FLOOD2, "c": VOTE, "d": VOTE2}
    return [Article(k, t, published=date(2024, 5, 1)) for k, t in texts.items()]


def groups(events):
    return {frozenset(event.articles) for event in events}


def test_articles_on_one_happening_are_one_event():
    assert groups(find_events(articles())) == {frozenset("ab"), frozenset("cd")}


def test_shuffling_changes_no_result():
    wanted = find_events(articles())
    for seed in range(5):
        shuffled = articles()
        random.Random(seed).shuffle(shuffled)
        assert find_events(shuffled) == wanted


def test_articles_far_apart_in_time_are_two_events():
    old = Article("z", FLOOD, published=date(2019, 5, 1))
    assert frozenset("ab") in groups(find_events([*articles(), old]))


def test_phases_are_told_from_dates_and_from_what_is_past():
    pieces = [
        Article("a", FLOOD, published=date(2024, 5, 2)),
        Article("b", FLOOD2, published=date(2024, 5, 2)),
        Article("c", FLOOD + " It was long expected.", published=date(2024, 5, 1)),
        Article("d", FLOOD2 + " The town is dry again.", not_before=date(2024, 5, 9)),
    ]
    (event,) = find_events(pieces)
    assert dict(zip(event.articles, event.phases, strict=True)) == {
        "a": "day", "b": "day", "c": "before", "d": "after",
    }  # fmt: skip


def test_every_article_is_in_exactly_one_event():
    events = find_events(articles())
    placed = [name for event in events for name in event.articles]
    assert sorted(placed) == ["a", "b", "c", "d"]
    assert find_events([]) == []


@pytest.fixture
def pair(note):
    north = (
        "The Orla flooded Mirrow on Sunday, killing 3 people. Mayor Jan Novak said that the dam had "
        "been old. The town gets 40 tents.\n\nThe water is falling."
    )
    south = (
        "On Sunday the Orla flooded Mirrow and killed 5 people. The dam was old, said Ana Silva. "
        "Nobody expected rain.\n\nThe water is falling in the town."
    )
    return Notes((note(north, id="n", outlet="north"), note(south, id="s", outlet="south")))


def test_compare_aligns_claims_and_says_what_differs(pair):
    (event,) = find_events(pair)
    comparison = compare(pair, event)
    told = [c for c in comparison.claims if {p.article for p in c.passages} == {"n", "s"}]
    flood = next(c for c in told if "Orla" in c.label)
    assert {cell.state for cell in flood.cells} == {"stated differently"}
    assert all("numbers" in cell.differs for cell in flood.cells)
    alone = next(c for c in comparison.claims if "tents" in c.label)
    assert {cell.article: cell.state for cell in alone.cells}["s"] == "not found"


def test_words_by_voice_add_up_to_all_words(pair):
    (event,) = find_events(pair)
    comparison = compare(pair, event)
    for outlet in comparison.outlets:
        rows = [row for row in comparison.voices if row.outlet == outlet]
        assert sum(row.words for row in rows) == rows[0].of


def test_the_export_has_the_keys_of_the_format(pair):
    (event,) = find_events(pair)
    found = to_records([compare(pair, event)])["events"][0]
    assert {"id", "articles", "claims"} <= set(found)
    assert {"article", "start", "end"} <= set(found["claims"][0]["mentions"][0])


def test_one_article_gives_a_caveat_and_no_contrast(note):
    notes = Notes((note("The Orla flooded Mirrow on Sunday."),))
    comparison = compare(notes, find_events(notes)[0])
    assert comparison.word_choice == ()
    assert any("One article only" in caveat for caveat in comparison.caveats)
