import numpy as np
import pytest
from comparison.made_up import NAMES, article, events
from scipy.spatial.distance import jensenshannon

from framing.comparison.classifier import FEWEST_ARTICLES, plain_words, tell_apart
from framing.comparison.distance import bags_of, distance, outlet_distances
from framing.comparison.statistics.divergence import jensen_shannon
from framing.errors import OptionError
from framing.frames import records_frame
from framing.model import Annotation, Article, OutletTag, Span


def test_the_distance_equals_scipys():
    rng = np.random.default_rng(1)
    counts = rng.integers(0, 9, (6, 40))
    ways = np.array([[1, 1, 0, 0, 0, 1], [0, 1, 0, 1, 0, 1]])
    wanted = [
        jensenshannon(counts[way == 1].sum(axis=0), counts[way == 0].sum(axis=0), base=2)
        for way in ways
    ]
    assert jensen_shannon(counts, ways).tolist() == pytest.approx(wanted)


def test_a_planted_difference_is_found_and_none_where_there_is_none():
    (apart,) = outlet_distances(events(6, 2, habit=6.0))
    assert apart.p <= 0.01
    assert apart.beyond_chance > 0.05
    assert (apart.articles, apart.events, apart.outlets) == ((12, 12), 6, ("north", "south"))
    p_values = [outlet_distances(events(4, 2, seed=s))[0].p for s in range(20)]
    assert sum(p <= 0.05 for p in p_values) <= 4
    assert 0.2 < np.mean(p_values) < 0.8


def test_topic_is_no_difference_of_outlets():
    """Each outlet writes mostly on another event: names are dealt out inside events only."""
    rng = np.random.default_rng(2)
    notes = []
    for topic, sizes in ((0, (9, 2)), (5, (2, 9))):
        for outlet, n in zip(("north", "south"), sizes, strict=True):
            notes += [
                (article(rng, id=f"{topic}{outlet}{k}", outlet=outlet, topic=topic), str(topic))
                for k in range(n)
            ]
    inside = distance(bags_of(notes), ("north", "south"))
    across = distance(bags_of([(a, "one") for a, _ in notes]), ("north", "south"))
    assert across.p <= 0.05 < inside.p


def test_the_smallest_p_is_told_and_never_undercut():
    (one,) = outlet_distances(events(1, 2, habit=9.0))
    assert one.smallest_p == pytest.approx(1 / 3)
    assert one.p >= one.smallest_p


def test_one_text_under_two_names_is_at_no_distance():
    rng = np.random.default_rng(3)
    text = article(rng, id="x", outlet="north")
    twin = Annotation(Article("y", text.article.text, OutletTag("south", "South")), words=300)
    found = distance(bags_of([(text, "e"), (twin, "e")]), ("north", "south"))
    assert found.value == 0
    assert found.p == 1


def test_outlets_without_a_shared_event_have_no_distance():
    pieces = events(1, 1)[0].annotations
    bags = bags_of([(pieces[0], "e1"), (pieces[1], "e2")])
    assert distance(bags, ("north", "south")) is None
    assert outlet_distances([]) == ()


def test_markers_may_be_counted_and_other_things_may_not(note):
    notes = [
        (note("The dam apparently failed. Perhaps it will rain.", id="a", outlet="x"), "e"),
        (note("The dam apparently failed. Perhaps it will rain.", id="b", outlet="y"), "e"),
    ]
    bags = bags_of(notes, of="markers")
    assert bags.counts.sum() >= 4
    with pytest.raises(OptionError, match="words, markers"):
        bags_of(notes, of="letters")


def test_distances_come_as_a_frame():
    frame = records_frame(outlet_distances(events(2, 2)))
    assert list(frame["events"]) == [2]
    assert {"value", "expected", "p", "smallest_p"} <= set(frame.columns)


def test_outlets_with_a_habit_are_told_apart_on_unseen_events():
    found = tell_apart(events(8, 2, habit=8.0))
    assert found.accuracy > 0.8
    assert found.p <= 0.01
    assert found.chance == pytest.approx(0.5, abs=0.1)
    telling = {word for outlet, word, _ in found.words if outlet == "north"}
    assert len(telling & set(NAMES[20:30])) >= 6


def test_outlets_without_one_are_not():
    accuracies = [tell_apart(events(6, 2, seed=s)) for s in range(8)]
    assert sum(f.p <= 0.05 for f in accuracies) <= 2
    assert np.mean([f.accuracy for f in accuracies]) == pytest.approx(0.5, abs=0.12)


def test_too_few_articles_give_a_note_and_no_number():
    for few in (events(3, 4), events(4, 1), []):
        found = tell_apart(few)
        assert found.accuracy is None
        assert found.note.startswith("too few")
        assert str(FEWEST_ARTICLES) in found.note


def test_names_and_repeated_sentences_do_not_tell_the_outlet():
    """Without a habit, a signature and the outlet's own name would tell it at once."""
    signed = events(6, 2)
    for comparison in signed:
        assert len({a.article.outlet.name for a in comparison.annotations}) == 2
    text = "North learned that the dam broke. Follow us on all channels. The end."
    sentences = (Span(0, 33), Span(34, 60), Span(61, 69))
    note = Annotation(Article("a", text, OutletTag("north", "North")), sentences, words=12)
    found = plain_words(note, ["North", "South"], frozenset({"follow us on all channels"}))
    assert found == ["learned", "that", "the", "dam", "broke", "the", "end"]


def test_the_same_articles_give_the_same_numbers():
    assert tell_apart(events(5, 2, habit=3.0)) == tell_apart(events(5, 2, habit=3.0))
    assert outlet_distances(events(5, 3)) == outlet_distances(events(5, 3))
