"""Tables about people: how each is introduced, who acts and is acted on, who gets to answer."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from framing.comparison.introductions import people_named
from framing.model import Agency, Comparison, Introduction, Reply
from framing.reporting.blocks import Column, Run, Table, Words, quiet, strong, words
from framing.reporting.names import capital, side_name
from framing.reporting.page.lines import Place
from framing.reporting.page.tabs.desk import Desk

_MOST_PEOPLE = 15
_MOST_ACTORS = 12
NONE = words(quiet("not found"))


def people_tables(comparison: Comparison, desk: Desk) -> tuple[Table, ...]:
    """The tables that have rows, in the order in which they are read."""
    made = (_introductions(comparison, desk), _agency(comparison, desk), _replies(comparison, desk))
    return tuple(table for table in made if table)


def _columns(
    first: str, comparison: Comparison, desk: Desk, align: Literal["left", "right"]
) -> tuple[Column, ...]:
    outlets = (Column(desk.names[o], align, 2) for o in comparison.outlets)
    return (Column(first, width=2), *outlets)


def _introductions(comparison: Comparison, desk: Desk) -> Table | None:
    """People whom most outlets name, with the words at their first mention."""
    rows: dict[str, dict[str, list[Introduction]]] = defaultdict(lambda: defaultdict(list))
    for row in comparison.introductions:
        rows[row.actor][row.outlet].append(row)
    people = sorted(rows, key=lambda p: (-len(rows[p]), -_mentions(rows[p]), p))[:_MOST_PEOPLE]
    if not people:
        return None
    return Table(
        "How people are introduced",
        _columns("Person", comparison, desk, "left"),
        tuple(
            (
                words(strong(person)),
                *(_introduced(person, o, rows[person].get(o), comparison, desk)
                  for o in comparison.outlets),
            )
            for person in sorted(people)
        ),
        "The first mention in the outlet’s first text that names the person, and how many of all "
        "mentions carry a title; the number opens them.",
    )  # fmt: skip


def _mentions(by_outlet: dict[str, list[Introduction]]) -> int:
    return sum(row.of for rows in by_outlet.values() for row in rows)


def _introduced(
    person: str,
    outlet: str,
    rows: Sequence[Introduction] | None,
    comparison: Comparison,
    desk: Desk,
) -> Words:
    if not rows:
        return NONE
    first = rows[0]
    places = [
        desk.voices.place(a, m.span)
        for a in comparison.annotations
        if a.article.outlet.outlet == outlet
        for m in people_named(a).get(person, ())
    ]
    lead = " ".join(filter(None, (first.title, first.first)))
    told = f"{lead}, {first.description}" if first.description else lead
    of = sum(row.of for row in rows)
    number = desk.book.number(of, f"{desk.names[outlet]}: {person}", places)
    return words(told, quiet(f"\ntitle in {sum(row.titled for row in rows)} of "), number)


def _agency(comparison: Comparison, desk: Desk) -> Table | None:
    """Known actors in clauses of force and restraint, with the form of the clause."""
    rows: dict[tuple[str, str, str], dict[str, list[Agency]]] = defaultdict(
        lambda: defaultdict(list)
    )
    total: dict[str, int] = defaultdict(int)
    for row in comparison.agency:
        if row.actor:
            rows[row.actor, row.role, row.form][row.outlet].append(row)
            total[row.actor] += row.count
    kept = set(sorted(total, key=lambda actor: (-total[actor], actor))[:_MOST_ACTORS])
    keys = sorted(key for key in rows if key[0] in kept)
    if not keys:
        return None
    return Table(
        "Who acts and who is acted on",
        _columns("Actor and form", comparison, desk, "right"),
        tuple(
            (
                words(strong(actor), quiet(f"\n{role}: {form}")),
                *(
                    _clauses(rows[actor, role, form].get(o, ()), f"{desk.names[o]}: {actor}", desk)
                    for o in comparison.outlets
                ),
            )
            for actor, role, form in keys
        ),
        "Clauses about attack, killing, seizure, restraint and the like in any voice; a number opens "
        "them. A passive may name who did it; it proves nothing by itself.",
    )


def _clauses(rows: Iterable[Agency], title: str, desk: Desk) -> Words:
    rows = list(rows)
    places = [Place(p.article, p.span, p.voice) for row in rows for p in row.passages]
    return words(desk.book.number(sum(row.count for row in rows), title, places))


def _replies(comparison: Comparison, desk: Desk) -> Table | None:
    """For two sides: how often one speaks of the other, and how often that one is heard afterwards."""
    rows: dict[tuple[str, str], dict[str, Reply]] = defaultdict(dict)
    for row in comparison.replies:
        rows[row.side, row.about][row.outlet] = row
    if not rows:
        return None
    return Table(
        "Who gets to answer whom",
        _columns("Who speaks of whom", comparison, desk, "right"),
        tuple(
            (
                words(strong(f"{capital(side_name(side))} of {side_name(about)}")),
                *(_answered(rows[side, about].get(o)) for o in comparison.outlets),
            )
            for side, about in sorted(rows)
        ),
        "“2 of 5”: five stretches of speech name the other side, and behind two of them a source of "
        "that side is heard later in the same text.",
    )


def _answered(row: Reply | None) -> Words:
    if row is None:
        return NONE
    return words(Run(f"{row.answered} of {row.quotes}", "plain"))
