"""Which units are drawn, and what each stands for."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.errors import FramingWarning, OptionError
from framing.model import Event
from framing.validation.coding.codebook import NONE
from framing.validation.coding.sampling import allocate, draw
from framing.validation.coding.units import make_units

SIZES = st.dictionaries(
    st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.sampled_from([NONE, "outlet"])),
    st.integers(1, 50),
    min_size=1,
)


@given(SIZES, st.integers(1, 300))
def test_allocation_gives_what_was_asked_for_and_never_more_than_there_is(sizes, size):
    parts = allocate(sizes, size)
    assert sum(parts.values()) == min(size, sum(sizes.values()))
    assert all(0 <= parts[name] <= sizes[name] for name in sizes)


def test_small_strata_are_drawn_whole_and_a_third_is_blank():
    sizes = {("a", "hedge", "outlet"): 2, ("a", "booster", "outlet"): 90, ("a", NONE, NONE): 500}
    parts = allocate(sizes, 60)
    assert parts == {
        ("a", "hedge", "outlet"): 2, ("a", "booster", "outlet"): 38, ("a", NONE, NONE): 20,
    }  # fmt: skip


def test_the_weights_stand_for_the_whole_corpus(notes):
    units = make_units("sentences", notes)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FramingWarning)
        sample = draw(units, 20, seed=3)
    seen = {d.unit.stratum for d in sample}
    assert len(sample) == 20
    assert sum(d.weight for d in sample) == pytest.approx(sum(u.stratum in seen for u in units))


def test_the_same_seed_draws_the_same_and_another_seed_another(notes):
    units = make_units("quotes", notes)
    one, two, other = (draw(units, 8, seed=seed) for seed in (1, 1, 2))
    assert one == two
    assert [d.unit.id for d in one] != [d.unit.id for d in other]


def test_the_order_of_the_corpus_changes_nothing(notes):
    one = draw(make_units("quotes", notes), 8, seed=1)
    other = draw(make_units("quotes", notes[::-1]), 8, seed=1)
    assert one == other


def test_fewer_units_than_strata_are_told(notes):
    with pytest.warns(FramingWarning, match="go unseen"):
        draw(make_units("sentences", notes), 3)


def test_sentences_carry_the_tools_answer_by_category_and_voice(notes):
    units = {u.text: u for u in make_units("sentences", notes)}
    tool = units["It was a shameful day for the whole valley."].tool
    assert tool["evaluative"] == "outlet"
    assert units["Nobody signed the paper."].tool == {"any": "no"}
    assert units["Nobody signed the paper."].stratum == ("north", NONE, NONE)


def test_quotes_carry_kind_and_speaker(notes):
    units = {u.text: u for u in make_units("quotes", notes)}
    said = units["“We will study the draft,” envoy Tom Okafor said."]
    assert said.tool["voice"] == "direct"
    assert said.tool["speaker"] == "Tom Okafor"
    assert said.before == "Talks on the water of the lake ended without a deal on Monday."
    assert units["Nobody signed the paper."].tool == {"voice": "outlet", "speaker": ""}


def test_events_are_pairs_of_articles(notes):
    event = Event("e1", "talks", ("north-1", "south-1", "wire-1"), ("undated",) * 3)
    units = make_units("events", notes, [event, Event("e2", "bridge", ("north-2",), ("undated",))])
    together = {u.article for u in units if u.tool["relation"] == "same event"}
    assert together == {"north-1 | south-1", "north-1 | wire-1", "south-1 | wire-1"}
    assert len(units) == 6


def test_unknown_units_and_sizes_are_refused(notes):
    with pytest.raises(OptionError, match="sentences, quotes, events"):
        make_units("words", notes)
    with pytest.raises(OptionError, match="1 or more"):
        draw([], 0)
