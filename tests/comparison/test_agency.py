"""Who acts and who is acted on, by actor, form and voice."""

from collections import Counter
from datetime import date

import framing
from framing.model import Article, Event, OutletTag

PACKS = ["israel-palestine", "russia-ukraine", "world"]


def compared(*texts):
    articles = [
        Article(
            id=str(i),
            text=text,
            outlet=OutletTag(outlet=name, name=name),
            published=date(2025, 1, 2),
        )
        for i, (name, text) in enumerate(texts)
    ]
    notes = framing.annotate(articles, packs=PACKS)
    event = Event("e", "event", tuple(a.id for a in articles), ("day",) * len(articles))
    return framing.compare(notes, event)


def rows(comparison, **wanted):
    found = [r for r in comparison.agency if all(getattr(r, k) == v for k, v in wanted.items())]
    return [(r.outlet, r.actor, r.role, r.form, r.count, r.of) for r in found]


def test_the_same_event_in_four_forms():
    comparison = compared(
        ("a", "Chadian jets bombed two camps. Sudanese soldiers were killed by Chadian troops."),
        (
            "b",
            "Sudanese soldiers were killed on Friday. The killing of Sudanese soldiers was denounced.",
        ),
    )
    assert rows(comparison, actor="Chad") == [
        ("a", "Chad", "acts", "active", 1, 2),
        ("a", "Chad", "acts", "passive", 1, 2),
    ]
    assert rows(comparison, actor="Sudan") == [
        ("a", "Sudan", "acted on", "passive", 1, 1),
        ("b", "Sudan", "acted on", "noun, no agent", 1, 2),
        ("b", "Sudan", "acted on", "passive, no agent", 1, 2),
    ]


def test_whom_no_list_knows_counts_as_nobody_in_particular():
    comparison = compared(("a", "Robbers kidnapped a clerk."))
    assert rows(comparison) == [
        ("a", None, "acted on", "active", 1, 1),
        ("a", None, "acts", "active", 1, 1),
    ]


def test_only_the_head_of_a_phrase_is_the_actor():
    comparison = compared(
        ("a", "Police detained critics of Chad. Dozens of Chadians were deported.")
    )
    assert rows(comparison, actor="Chad") == [("a", "Chad", "acted on", "passive, no agent", 1, 1)]


def test_voices_are_kept_apart():
    comparison = compared(
        ("a", "Chadian troops shelled a market. “Chadian troops shelled a school,” Omar Said said.")
    )
    assert [(r.voice, r.count, r.of) for r in comparison.agency if r.actor == "Chad"] == [
        ("direct", 1, 1),
        ("outlet", 1, 1),
    ]


def test_denials_and_threats_do_not_count():
    comparison = compared(("a", "Chad did not attack the convoy. Chad may invade Sudan."))
    assert comparison.agency == ()


def test_sides_are_treated_alike():
    for one, other in (("Israeli", "Palestinian"), ("Russian", "Ukrainian")):
        text = "{0} forces shelled a village. Three {1} civilians were killed. The {0} attack on the town"
        text += " was condemned. {1} soldiers were captured by {0} troops."
        straight = compared(("a", text.format(one, other)))
        swapped = compared(("a", text.format(other, one)))
        sides = {row.side for row in straight.agency} - {None}
        assert len(sides) == 2
        first, second = sorted(sides)
        mirror = {first: second, second: first, None: None}
        assert by_side(straight) == {
            (mirror[s], *rest): n for (s, *rest), n in by_side(swapped).items()
        }


def by_side(comparison):
    counts = Counter()
    for row in comparison.agency:
        counts[row.side, row.role, row.form, row.voice] += row.count
    return counts


def test_the_table_shows_the_sentences():
    comparison = compared(("a", "It rained. The camp was shelled by Chadian troops. It was late."))
    frame = comparison.to_frame("agency")
    row = frame[frame["actor"] == "Chad"].iloc[0]
    assert row["sentence"] == "The camp was shelled by Chadian troops."
    assert (row["form"], row["count"], row["of"], row["voice"]) == ("passive", 1, 1, "outlet")
