"""Events found in parts, elsewhere and in any order, are those of one process, to the byte."""

import json
import pickle
import random
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from generated_news import rows
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.comparison.events import describe, find_events, index
from framing.comparison.events.items import Vocabulary, item_of, read_shard
from framing.comparison.exchange import events_to_records
from framing.model import Article
from framing.reading import duplicates

DAY = date(2025, 3, 3)


def articles(number):
    """Some of a few days, some without a date, every ninth a copy of the one before."""
    rng = random.Random(number)
    found = []
    for place, row in enumerate(rows(0, number)):
        day = None if place % 11 == 3 else DAY + timedelta(rng.randrange(12))
        text = found[-1].text + " Again." if place % 9 == 8 else f"{row['title']}\n\n{row['text']}"
        found.append(Article(row["id"], text, published=day))
    return found


def table(events) -> bytes:
    return json.dumps(events_to_records(events), sort_keys=True).encode()


def elsewhere(seed):
    """A `map` that sends function, items and results as other processes get them, and does the items
    in another order."""

    def mapped(function, items):
        sent = [pickle.dumps((function, item)) for item in items]
        order = list(range(len(sent)))
        random.Random(seed).shuffle(order)
        done = {}
        for place in order:
            task, item = pickle.loads(sent[place])
            done[place] = pickle.dumps(task(item))
        return [pickle.loads(done[place]) for place in range(len(sent))]

    return mapped


PIECES = articles(150)
ALONE = find_events(PIECES)


def test_the_articles_have_what_is_hard():
    assert len(ALONE) > 5
    assert any(event.copies for event in ALONE)
    assert max(len(event.articles) for event in ALONE) > 3
    assert any(phase == "undated" for event in ALONE for phase in event.phases)


@settings(max_examples=12, deadline=None)
@given(
    seed=st.integers(0, 999),
    shard=st.integers(1, 200),
    shingles=st.integers(300, 30_000),
    labels=st.integers(1, 40),
)
def test_no_split_and_no_order_of_the_parts_changes_a_byte(seed, shard, shingles, labels):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "_SHARD", shard)
        patch.setattr(duplicates, "_PART", shingles)
        patch.setattr(describe, "_PART", labels)
        found = find_events(PIECES, mapper=elsewhere(seed))
    assert found == ALONE
    assert table(found) == table(ALONE)


@pytest.mark.parametrize("size", [1, 7, 500])
def test_blocks_of_days_are_found_apart(monkeypatch, size):
    """How large a block is decides which words are rare around it, so each size is held against itself."""
    monkeypatch.setattr("framing.comparison.events.neighbours._BLOCK", size)
    assert table(find_events(PIECES, mapper=elsewhere(size))) == table(find_events(PIECES))


@settings(max_examples=20, deadline=None)
@given(cuts=st.lists(st.integers(0, 60), max_size=6))
def test_document_frequencies_add_up(cuts):
    some = PIECES[:60]
    whole, _ = counted([some])
    borders = [0, *sorted(cuts), 60]
    parts, spreads = counted([some[a:b] for a, b in zip(borders, borders[1:], strict=False)])
    assert parts.words == whole.words
    assert parts.texts == whole.texts == 60
    assert parts.spread.tolist() == whole.spread.tolist()
    padded = [np.pad(spread, (0, len(whole.words) - len(spread))) for spread in spreads]
    assert np.array_equal(sum(padded), whole.spread)
    assert whole.spread.max() > 20


def counted(shards):
    """The vocabulary of all, and the document frequencies of each shard alone."""
    words, spreads = Vocabulary(), []
    for some in shards:
        shard = read_shard(some)
        numbers = words.numbers(shard)
        items = [
            item_of(article, features, numbers=numbers, days=(0, 0))
            for article, features in zip(some, shard.features, strict=True)
        ]
        before = np.pad(words.spread, (0, len(words.words) - len(words.spread)))
        words.count(items)
        spreads.append(words.spread - before)
    return words, spreads


def test_what_the_pool_finds_is_the_same(two):
    assert table(find_events(PIECES, mapper=two.each)) == table(ALONE)


def test_an_index_that_grows_in_parts_is_the_same():
    grown = {}
    for name, mapper in (("one", map), ("other", elsewhere(1))):
        growing = index.EventIndex(mapper=mapper)
        for day in sorted({piece.published or DAY for piece in PIECES}):
            growing.add(piece for piece in PIECES if (piece.published or DAY) == day)
        grown[name] = table(growing.events())
    assert grown["one"] == grown["other"]


def test_copies_of_many_texts_are_found_in_any_number_of_parts(monkeypatch):
    copies = [replace(PIECES[3], id=f"copy-{n}") for n in range(40)]
    pieces = [*PIECES, *copies]
    whole = duplicates.near_duplicates(pieces)
    assert any(len(group) >= 41 for group in whole)
    monkeypatch.setattr(duplicates, "_PART", 50)
    assert duplicates.near_duplicates(pieces) == whole
