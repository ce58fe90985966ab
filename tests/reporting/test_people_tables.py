"""The tables about people in the page: each number is what its comparison holds, and opens it."""

import pytest
from reporting.pages import demo

from framing.annotation.lexicon.loading import packs_again
from framing.reporting.blocks import Run
from framing.reporting.page.lines import LineBook, Voices
from framing.reporting.page.notebook import Notebook
from framing.reporting.page.tabs.desk import Desk
from framing.reporting.page.tabs.people import people_tables


@pytest.fixture(scope="module")
def comparison():
    return max(demo().comparisons, key=lambda c: len(c.annotations))


@pytest.fixture(scope="module")
def tables(comparison):
    notes = comparison.annotations
    names = {o: o for o in comparison.outlets}
    numbers = {a.article.id: k for k, a in enumerate(notes, start=1)}
    desk = Desk(
        names=names,
        numbers=numbers,
        book=LineBook(notes, numbers, names=names),
        voices=Voices(notes),
        notebook=Notebook([comparison]),
        packs=packs_again(p for a in notes for p in a.packs),
    )
    return {table.caption: table for table in people_tables(comparison, desk)}, desk


def text(cell):
    return "".join(run.text for run in cell)


def test_a_person_stands_with_the_words_of_the_first_mention(comparison, tables):
    table = tables[0]["How people are introduced"]
    for row in table.rows:
        person = text(row[0])
        for outlet, cell in zip(comparison.outlets, row[1:], strict=True):
            mine = [r for r in comparison.introductions if (r.actor, r.outlet) == (person, outlet)]
            if mine:
                assert mine[0].first in text(cell)
                assert text(cell).endswith(f"of {sum(r.of for r in mine)}")
            else:
                assert text(cell) == "not found"


def test_an_answer_is_counted_of_what_was_said(comparison, tables):
    table = tables[0]["Who gets to answer whom"]
    cells = {text(cell) for row in table.rows for cell in row[1:]} - {"not found"}
    assert cells == {f"{r.answered} of {r.quotes}" for r in comparison.replies}


def test_numbers_open_as_many_lines_as_they_say(tables):
    made, desk = tables
    lines = {one.id: one for one in desk.book.lines}
    opened = [
        (run.text, lines[run.lines])
        for table in made.values()
        for row in table.rows
        for cell in row
        for run in cell
        if isinstance(run, Run) and run.lines
    ]
    assert opened
    assert all(number == f"{found.found:,}" for number, found in opened)
