"""Who speaks, from which side, how people are introduced, and who is said to act."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from framing.annotation.speakers import OTHER_SIDE
from framing.model import Agency, Comparison, Introduction
from framing.reporting.blocks import (
    Block,
    Column,
    Paragraph,
    Section,
    Table,
    Words,
    quiet,
    strong,
    words,
)
from framing.reporting.figures import bare, speakers_figure, voices_figure
from framing.reporting.names import clip, side_name
from framing.reporting.sections.columns import (
    Cell,
    in_order,
    many_outlets,
    most_items,
    outlet_table,
)
from framing.saying import count

_SPEAKERS = 5  # speakers drawn for each outlet, fewer where there are many outlets
_LINES = 30  # speakers in the chart
_SIDES = 4  # sides with a column of their own
_PEOPLE = 6  # people whose introductions are shown
_ACTORS = 7  # actors whose clauses are shown
_FEWEST_CLAUSES = 5  # as everywhere in framing: fewer cases say nothing about a share


def who_speaks(comparison: Comparison, names: dict[str, str]) -> Section | None:
    """Own, reported and quoted words; sides; speakers; introductions; who acts."""
    if not comparison.sources:
        return None
    each = max(2, min(_SPEAKERS, _LINES // max(1, len(comparison.outlets))))
    found: list[Block | None] = [
        voices_figure(comparison, names),
        _sides(comparison, names),
        bare(speakers_figure(comparison, names, most=each)),
        _introductions(comparison, names),
        _agency(comparison, names),
    ]
    blocks = tuple(block for block in found if block is not None)
    return Section("speakers", "Who speaks", blocks)


def _sides(comparison: Comparison, names: dict[str, str]) -> Table | None:
    """Attributed words by the side of the speaker, and those of unnamed and official sources."""
    groups: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    totals: dict[str, int] = {}
    for row in comparison.shares:
        if row.by in ("side", "naming", "office"):
            groups[row.by, row.outlet][row.group] += row.words
            totals[row.outlet] = row.of
    everywhere: Counter[str] = Counter()
    for (by, _), counts in groups.items():
        if by == "side":
            everywhere.update(counts)
    listed = [s for s in everywhere if s not in (OTHER_SIDE, "not given")]
    sides = sorted(sorted(listed, key=lambda s: (-everywhere[s], s))[:_SIDES])
    rows = []
    for outlet in (o for o in in_order(comparison, names) if totals.get(o)):
        side, of = groups["side", outlet], totals[outlet]
        rest = side.total() - sum(side[s] for s in sides)
        shown = [side[s] for s in sides] + [rest]
        shown += [groups["naming", outlet]["named"], groups["office", outlet]["official"]]
        rows.append(
            (words(strong(names[outlet])), words(f"{of:,}"), *(_part(n, of) for n in shown))
        )
    if not rows:
        return None
    heads = [side_name(s) for s in sides] + ["Other or not given", "Named", "Official"]
    return Table(
        "Whose side the attributed words come from",
        (
            Column("Outlet", width=2.2 if many_outlets(comparison) else 1.9),
            Column("Attributed words", "right", 1.1),
            *(Column(head, "right") for head in heads),
        ),
        tuple(rows),
        "Words quoted or reported, each once. Named: the speaker has a name. Official: holds a public "
        "office, or is a state or public body.",
    )


def _part(n: int, of: int) -> Words:
    return words(f"{n:,}", quiet(f"  {100 * n / of:.0f}\u00a0%")) if n else words("–")


def _introductions(comparison: Comparison, names: dict[str, str]) -> Table | None:
    """How the people that two outlets name are first called, and how often with a title."""
    people: dict[str, list[Introduction]] = defaultdict(list)
    for row in comparison.introductions:
        people[row.actor].append(row)
    shared = [p for p, rows in people.items() if len({r.outlet for r in rows}) > 1]
    shared.sort(key=lambda p: (-sum(r.of for r in people[p]), p))
    if not shared:
        return None
    order = {a.article.id: n for n, a in enumerate(comparison.annotations)}
    most = most_items(comparison, _PEOPLE)
    items: list[tuple[str, Cell]] = []
    for person in shared[:most]:
        mine = sorted(people[person], key=lambda r: order[r.article])

        def cell(outlet: str, found: Sequence[Introduction] = mine) -> Words:
            return _introduced([row for row in found if row.outlet == outlet])

        items.append((person, cell))
    columns, rows = outlet_table(comparison, names, items, head="Person")
    left = count(len(shared) - most, "more person", "more people")
    more = f" {left} in the exported table." * (len(shared) > most)
    return Table(
        "How people are introduced",
        columns,
        rows,
        "The first naming in the outlet’s first text that names the person; in how many of all its "
        f"namings a title stands with the name. A dash: not named in this outlet’s texts.{more}",
    )


def _introduced(rows: Sequence[Introduction]) -> Words:
    if not rows:
        return ()
    first = rows[0]
    about = first.title or first.description
    head = f"{first.first}, {about}" if about else f"{first.first}, no title or description"
    titled, of = sum(r.titled for r in rows), sum(r.of for r in rows)
    return words(clip(head, 90), quiet(f"\ntitle in {titled} of {of}"))


def _agency(comparison: Comparison, names: dict[str, str]) -> Block | None:
    """Who is said to act and to be acted on, in which form."""
    clauses: dict[str, list[Agency]] = defaultdict(list)
    for row in comparison.agency:
        if row.actor and row.voice in ("outlet", "indirect"):
            clauses[row.actor].append(row)
    total = sum(row.count for rows in clauses.values() for row in rows)
    if total < _FEWEST_CLAUSES:
        told = count(total, "clause") if total else "no clause"
        text = (
            "Who acts and who is acted on is not shown: in the outlets’ own and reported words "
            f"{told} with a listed actor and a listed act of force or coercion {_was(total)} found, "
            f"and fewer than {_FEWEST_CLAUSES} say nothing about a form."
        )
        return Paragraph(words(quiet(text)))
    most = most_items(comparison, _ACTORS)
    order = sorted(clauses, key=lambda a: (-sum(r.count for r in clauses[a]), a))[:most]
    items: list[tuple[str, Cell]] = []
    for actor in sorted(order):

        def cell(outlet: str, found: Sequence[Agency] = clauses[actor]) -> Words:
            return _forms([row for row in found if row.outlet == outlet])

        items.append((actor, cell))
    columns, rows = outlet_table(comparison, names, items, head="Actor")
    return Table(
        "Who acts, who is acted on",
        columns,
        rows,
        "Asserted clauses in the outlets’ own and reported words. “No agent”: the sentence does not "
        "say who did it. A passive can name its agent (“by soldiers”): passives alone say nothing.",
    )


def _was(total: int) -> str:
    return "was" if total < 2 else "were"


def _forms(rows: Sequence[Agency]) -> Words:
    """``acts 5: active 3; noun 2`` and, on the next line, in which forms it is acted on."""
    lines = []
    for role in ("acts", "acted on"):
        forms: Counter[str] = Counter()
        for row in rows:
            if row.role == role:
                forms[row.form] += row.count
        if forms:
            told = "; ".join(f"{form} {n}" for form, n in sorted(forms.items()))
            lines.append(f"{role} {forms.total()}: {told}")
    return words("\n".join(lines)) if lines else ()
