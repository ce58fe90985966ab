"""Wire copies: found when cut, framed or retold in part; not found for the same event alone."""

import random
import time
from dataclasses import replace

import pytest

from framing.model import Article, Region, Span
from framing.reading.duplicates import near_duplicates

WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("l", "n", "r", "st")]


def prose(seed: int, words: int = 300) -> str:
    source = random.Random(seed)
    return " ".join(source.choice(WORDS) for _ in range(words))


def articles(**texts: str) -> list[Article]:
    return [Article(id, text) for id, text in texts.items()]


def test_copies_are_grouped_in_the_order_given():
    one, two = prose(1), prose(2)
    group = articles(a=one, b=two, c=prose(3), d=one.upper(), e=f"{two}.", f=one)
    assert near_duplicates(group) == [("a", "d", "f"), ("b", "e")]


def test_a_copy_may_be_cut_and_set_in_a_longer_text():
    wire = prose(1)
    cut = " ".join(wire.split()[:120])
    longer = f"{prose(2, 400)} {wire} {prose(3, 400)}"
    assert near_duplicates(articles(wire=wire, cut=cut, longer=longer)) == [
        ("wire", "cut", "longer")
    ]


@pytest.mark.parametrize(("copied", "is_copy"), [(0.45, False), (0.75, True)])
def test_the_share_that_makes_a_copy(copied, is_copy):
    wire = prose(1, 400)
    half = f"{' '.join(wire.split()[: int(400 * copied)])} {prose(2, int(400 * (1 - copied)))}"
    assert bool(near_duplicates(articles(wire=wire, half=half))) is is_copy


def test_a_shared_statement_makes_no_copy():
    statement = prose(9, 60)
    group = articles(a=f"{prose(1)} {statement}", b=f"{statement} {prose(2)}")
    assert near_duplicates(group) == []


def test_what_is_not_prose_does_not_count():
    footer = prose(9, 100)
    group = []
    for seed in (1, 2):
        text = f"{prose(seed, 50)}\n{footer}"
        group.append(Article(str(seed), text))
    assert near_duplicates(group) == [("1", "2")]
    marked = [
        replace(a, regions=(Region(Span(a.text.index("\n") + 1, len(a.text)), "other"),))
        for a in group
    ]
    assert near_duplicates(marked) == []


def test_short_and_empty_texts():
    group = articles(a="", b=" ", c="Talks end", d="talks END!", e="Talks", f="...")
    assert near_duplicates(group) == [("c", "d")]
    assert near_duplicates([]) == []


def test_many_copies_of_one_text_are_one_group():
    wire = prose(1)
    group = [Article(str(n), f"{prose(n + 10, 60)} {wire}") for n in range(150)]
    assert near_duplicates(group) == [tuple(str(n) for n in range(150))]


def test_time_grows_with_the_number_of_articles_not_its_square():
    def seconds(count: int) -> float:
        group = [Article(str(n), prose(n, 120)) for n in range(count)]
        start = time.process_time()
        assert near_duplicates(group) == []
        return time.process_time() - start

    seconds(100)
    assert seconds(3200) < 20 * max(seconds(400), 0.02)
