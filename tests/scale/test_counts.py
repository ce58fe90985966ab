"""Counts add up, however the rows are split."""

from collections import Counter

import pandas as pd
import pyarrow as pa
import pytest
from generated_news import rows
from hypothesis import given, settings
from hypothesis import strategies as st

import framing
from framing.comparison.naming import slot_choices
from framing.scale.batches import annotate_batch
from framing.scale.counts import count_rows, merge

ARTICLES = list(rows(0, 40))
PACKS = ["general", "russia-ukraine", "world"]  # by name: by topic, articles would have others
FOUND = annotate_batch(pa.RecordBatch.from_pylist(ARTICLES), packs=PACKS)
WHOLE = count_rows(FOUND)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_split_in_any_order_adds_up_to_one_pass(data):
    rows = data.draw(st.permutations(range(FOUND.num_rows)))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(rows)), max_size=6)))
    ends = zip([0, *cuts], [*cuts, len(rows)], strict=True)
    table = pa.table(FOUND)
    parts = [count_rows(table.take(pa.array(rows[a:b], pa.int64()))) for a, b in ends]
    while len(parts) > 1:  # some before others, an empty one among them
        taken = data.draw(st.integers(0, len(parts) - 2))
        parts[taken : taken + 2] = [merge([parts[taken + 1], merge([]), parts[taken]])]
    assert parts[0].equals(WHOLE)


def lines(row):
    return [line for line in WHOLE.to_pylist() if line["row"] == row]


@pytest.fixture(scope="module")
def notes():
    return framing.annotate(framing.read(pd.DataFrame(ARTICLES)), packs=PACKS)


def test_markers_and_words_are_those_of_the_frames(notes):
    frame = notes.to_frame("markers")
    wanted = Counter(zip(frame.outlet, frame.voice, frame.category, strict=True))
    found = {(x["outlet"], x["voice"], x["category"]): x["count"] for x in lines("marker")}
    assert found == wanted
    words = Counter()
    for note in notes:
        words[note.article.outlet.outlet] += note.words
    assert {x["outlet"]: x["words"] for x in lines("article")} == words


def test_choices_are_those_of_the_comparison(notes, packs):
    packs = [pack for pack in packs if pack.name in PACKS]
    wanted = {
        (c.slot, c.outlet, c.variant, c.voice): c.count
        for c in slot_choices(tuple(notes), packs)
        if not c.slot.startswith("marks:")  # which words these are, only all articles together tell
    }
    found = {(x["slot"], x["outlet"], x["term"], x["voice"]): x["count"] for x in lines("choice")}
    variants = Counter(slot for slot, variant in {(key[0], key[2]) for key in found})
    assert {key: n for key, n in found.items() if variants[key[0]] > 1} == wanted
    assert len(wanted) > 4


def test_reasons_are_counted():
    bad = annotate_batch(pa.RecordBatch.from_pylist([{"id": "a", "text": ""}] * 3))
    (line,) = count_rows(bad).to_pylist()
    assert (line["row"], line["reason"], line["count"]) == ("skipped", "empty text", 3)
