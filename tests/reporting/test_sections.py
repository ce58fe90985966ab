"""What the printed report says: before any layout."""

import ast
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from reporting.pages import demo
from reporting.samples import NAMES, article, demo_report, demo_texts, report_of, sample

import framing
from framing.annotation.annotate import annotate, annotate_article
from framing.comparison.compare import compare
from framing.model import (
    Agency,
    Article,
    Claim,
    ClaimCell,
    Difference,
    Event,
    Evidence,
    Passage,
    Region,
    SlotChoice,
    Span,
    Voice,
)
from framing.reporting import blocks, sections
from framing.reporting.alike import told_in_shared_words
from framing.reporting.findings import best_findings, contrasting_slots, main_findings
from framing.reporting.names import outlet_names, text_numbers
from framing.reporting.notes import MarkerNotes
from framing.reporting.passages import _passage, best_pairs
from framing.reporting.sections.ending import ON_ONE_PAGE, every_hit


def main_event():
    return max(demo().comparisons, key=lambda c: (len(c.outlets), len(c.annotations)))


def section(report, name):
    return next((s for s in report.content.sections if s.id == name), None)


def table(found, start):
    return next(
        (b for b in found.blocks if isinstance(b, blocks.Table) and b.caption.startswith(start)),
        None,
    )


def text(cell):
    return "".join(run.text for run in cell)


def whole(value):
    """All text of blocks, in order."""
    if isinstance(value, str):
        return f" {value}"
    if isinstance(value, tuple | list):
        return "".join(map(whole, value))
    names = ("title", "caption", "text", "words", "items", "blocks", "rows", "note", "alt")
    return "".join(whole(getattr(value, n)) for n in names if hasattr(value, n))


def test_what_the_texts_agree_on_stands_before_what_differs():
    first = demo_report().content.sections[0]
    titles = [b.title for b in first.blocks if isinstance(b, blocks.Box)]
    assert titles[0] == "What most of the texts tell alike"
    kinds = [type(b).__name__ for b in first.blocks]
    assert kinds.index("Box") < kinds.index("Bullets") < kinds.index("Figure")
    assert "Choosing is not lying" in whole(first.blocks)
    assert "What this does not show" in titles


def test_the_differences_on_page_1_have_counts_that_the_tables_repeat():
    comparison = main_event()
    names = outlet_names([comparison])
    for finding in best_findings(comparison, names):
        for row in finding.question.rows:
            said = f"{names[row.outlet]} {row.count:,} of {row.of:,}"
            assert said in finding.sentence
    about = {f.about.split(":")[0] for f in best_findings(comparison, names)}
    assert len(about) > 1  # one a kind of difference before two of a kind


def test_texts_dealt_out_at_random_differ_in_nothing():
    first = sample("many").content.sections[0]
    assert "No clear difference" in whole(first.blocks)
    assert not any(isinstance(b, blocks.Figure) for b in first.blocks)


def test_a_slot_that_a_test_by_article_calls_chance_is_no_finding():
    comparison = main_event()
    names = outlet_names([comparison])
    slots = contrasting_slots(comparison, names)
    row = next(a for a in comparison.alternations if a.slot == slots[0] and a.wording == "outlet")
    others = tuple(a for a in comparison.alternations if a is not row)

    def found(**values):
        changed = (*others, replace(row, **values))
        return contrasting_slots(replace(comparison, alternations=changed), names)

    assert slots[0] in found(p_articles=0.4, q=None)  # too few articles to say
    assert slots[0] in found(p_articles=0.01, q=0.04)
    assert slots[0] not in found(p_articles=0.01, q=0.06)  # one of many slots


def test_one_article_says_that_there_is_nothing_to_compare():
    made = sample("one")
    first = whole(made.content.sections[0].blocks)
    assert "difference" not in first.replace("a difference between two accounts", "")
    assert "One outlet only" in first
    assert [s.id for s in made.content.sections if s.id in ("choice", "pairs", "profiles")] == []
    words = table(section(made, "words"), "What each")
    assert [c.title for c in words.columns] == ["What is named", NAMES[0]]  # no test to show


def test_texts_are_numbered_by_event_outlet_and_date_with_their_school_years():
    made = demo_report()
    rows = table(section(made, "texts"), "The texts").rows
    assert [text(row[0]) for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    outlets = [text(row[1]).split("\n")[0] for row in rows]
    assert outlets[:3] == sorted(outlets[:3])
    assert all("–" in text(row[4]) or text(row[4]).isdigit() for row in rows)
    assert "event 1, " in text(rows[0][2])


def test_copies_and_short_texts_are_said():
    texts = [n.article.text for n in demo().notes]
    made = report_of(
        [
            article(1, 0, text=texts[4]),
            article(2, 1, text=texts[4]),
            article(3, 2, text="Kyiv won."),
        ]
    )
    comparison = made.comparisons[0]
    event = replace(comparison.event, copies=(("a01", "a02"),))
    again = framing.report([replace(comparison, event=event)])
    rows = table(section(again, "texts"), "The texts").rows
    said = [text(row[2]) for row in rows]
    assert sum("one text with no." in cell for cell in said) == 2
    assert "too short" in [text(row[4]) for row in rows]


def test_the_slot_table_has_counts_by_voice_the_least_p_and_the_documented_usage():
    found = table(section(demo_report(), "words"), "What each")
    comparison = main_event()
    by_slot = {}
    for row in comparison.slots:
        by_slot.setdefault(row.slot, set()).add(row.outlet)
    assert len(found.rows) == sum(len(outlets) > 1 for outlets in by_slot.values())
    row = next(r for r in found.rows if text(r[0]) == "The capital of Ukraine")
    uses = [c for c in comparison.slots if c.slot == "capital" and c.variant == "Kiev"]
    split = "/".join(
        str(sum(c.count for c in uses if c.voice == v)) for v in ("outlet", "indirect", "direct")
    )
    assert f"Kiev {sum(c.count for c in uses)} ({split})" in " ".join(map(text, row))
    assert "Documented usage – Russian: " in found.note
    assert "Ukrainian: " in found.note


def test_p_is_printed_only_where_so_many_articles_could_show_a_difference():
    comparison = main_event()
    names = outlet_names([comparison])
    row = next(a for a in comparison.alternations if (a.slot, a.wording) == ("capital", "outlet"))
    assert row.smallest_p > 0.05
    few = table(sections.same_thing(comparison, names), "What each")
    assert "p by article" not in few.columns[-1].title
    assert "could find no difference: none is printed" in few.note
    rows = (replace(row, p_articles=0.21, smallest_p=0.01),)
    able = table(sections.same_thing(replace(comparison, alternations=rows), names), "What each")
    assert able.columns[-1].title == "p by article (least)"
    found = {text(r[0]): text(r[-1]) for r in able.rows}
    assert found["The capital of Ukraine"] == "0.21 (0.01)"
    assert {*found.values()} == {"0.21 (0.01)", "–"}


def test_the_slot_table_says_how_to_read_its_counts_before_it():
    first = section(demo_report(), "words").blocks[0]
    assert "(in own words / reported / quoted)" in whole(first)


def test_with_many_outlets_a_table_has_a_row_an_outlet_and_an_appendix_has_the_rest():
    made = sample("many")
    comparison = made.comparisons[0]
    found = table(section(made, "words"), "What each")
    assert [c.title for c in found.columns][:2] == ["Outlet", "The Russian state"]
    assert len(found.columns) == 5
    rows = {text(row[0]): row for row in found.rows}
    assert len(found.rows) == len(comparison.outlets) + 1
    assert "p by article (least)" in rows
    used = Counter()
    for choice in comparison.slots:
        if choice.slot == "capital" and choice.outlet == "o00":
            used[choice.variant] += choice.count
    capital = [c.title for c in found.columns].index("The capital of Ukraine")
    for variant, n in used.items():
        assert f"{variant}\u00a0{n}" in text(rows[NAMES[0]][capital])
    more = framing.report(made.comparisons, appendix=True)
    tables = [b for b in section(more, "words").blocks if isinstance(b, blocks.Table)]
    titles = [c.title for t in tables for c in t.columns[1:]]
    assert len(titles) == len(set(titles)) > 4
    left = int(re.search(r"(\d+) more things in the exported table", found.note)[1])
    assert len(titles) == 4 + left
    assert "exported table" not in tables[0].note


def test_dots_of_many_outlets_that_choose_alike_are_not_drawn():
    assert not [b for b in section(sample("many"), "words").blocks if isinstance(b, blocks.Figure)]


def test_many_texts_have_a_line_each():
    assert table(section(sample("many"), "texts"), "The texts").small
    assert not table(section(demo_report(), "texts"), "The texts").small


def test_outlets_stand_in_the_order_of_the_charts():
    rows = table(section(sample("many"), "speakers"), "Whose side").rows
    outlets = [text(row[0]) for row in rows]
    assert outlets.index("Óbuda Hírlap") == outlets.index("Northern Post") + 1
    numbered = [
        text(r[1]).split("  ")[0] for r in table(section(sample("many"), "texts"), "The t").rows
    ]
    firsts = list(dict.fromkeys(next(o for o in outlets if t.startswith(o)) for t in numbered))
    assert firsts == outlets


def test_the_appendix_has_where_claims_and_speakers_stand_and_markers_along_each_text():
    made = demo_report()
    assert not [s for s in made.content.sections if s.id == "along"]
    more = framing.report(made.comparisons, appendix=True)
    drawn = [b.name for b in section(more, "claims").blocks if isinstance(b, blocks.Figure)]
    assert drawn[-2:] == ["order-claims", "order-speakers"]
    along = section(more, "along").blocks
    assert len(along) == len(main_event().annotations)
    assert "markers along the text" in along[0].alt


def test_a_few_cases_carry_no_main_difference():
    """Two cases against two may fall apart by chance; two against three seldom do."""

    def found(one, other):
        rows = [
            SlotChoice("capital", "the capital", o, v, "neutral", "outlet", n, n)
            for o, v, n in (("x", "Kiev", one), ("y", "Kyiv", other))
        ]
        comparison = replace(
            sample("pair").comparisons[0], slots=tuple(rows), alternations=(), outlets=("x", "y")
        )
        return contrasting_slots(comparison, {"x": "X", "y": "Y"})

    assert found(2, 2) == []
    assert found(2, 3) == ["capital"]
    assert found(1, 9) == []


def test_a_difference_names_the_outlets_furthest_apart_and_then_all_counts():
    comparison = main_event()
    names = outlet_names([comparison])
    for finding in best_findings(comparison, names):
        rows = sorted((r for r in finding.question.rows if r.of > 1), key=lambda r: r.count / r.of)
        assert finding.head.startswith(names[rows[-1].outlet])
        assert names[rows[0].outlet] in finding.head
        assert finding.sentence == f"{finding.head} {finding.counts}"
    first = demo_report().content.sections[0]
    item = next(b for b in first.blocks if isinstance(b, blocks.Bullets)).items[0]
    assert [run.kind for run in item] == ["strong", "plain"]


def test_one_text_an_outlet_is_said_to_be_too_few_to_speak_of_outlets():
    assert "One text of each outlet" in whole(sample("pair").content.sections[0].blocks)
    assert "At most 2 texts of an outlet" in whole(demo_report().content.sections[0].blocks)
    assert "of each outlet:" not in whole(sample("many").content.sections[0].blocks)


def test_passages_of_the_same_words_are_no_pair():
    texts = demo_texts()
    made = report_of([article(1, 0, text=texts[4]), article(2, 1, text=texts[4])])
    assert not [s for s in made.content.sections if s.id == "pairs"]


def claim_of(comparison, *told, states=("stated", "stated"), differs=()):
    """A comparison with one claim: the words of each of its articles that tell it."""
    articles = [a.article for a in comparison.annotations]
    places = [
        Span(a.text.index(t), a.text.index(t) + len(t))
        for a, t in zip(articles, told, strict=False)
    ]
    claim = Claim(
        "c1",
        told[0],
        tuple(Passage(a.id, p, Voice("outlet")) for a, p in zip(articles, places, strict=False)),
        tuple(ClaimCell(a.id, s, differs) for a, s in zip(articles, states, strict=False)),
    )
    return replace(comparison, claims=(claim,))


@cache
def two_texts():
    """Two outlets that word one thing each in its way, and another thing each alone."""
    one = "The aggressor state bombed a bridge near Kyiv, killing 12 people. It rained in Lviv."
    other = (
        "A bridge near Kiev was bombed and 12 people died on Monday. “The Kiev regime lies,” said "
        "Ivan Petrov, “and we are sorry for it.”"
    )
    return report_of([article(1, 0, text=one), article(2, 1, text=other)]).comparisons[0]


def pairs_of(comparison):
    names = outlet_names([comparison])
    return best_pairs(comparison, names, notes=MarkerNotes([comparison]))


def test_a_passage_is_whole_sentences_with_the_marks_that_close_them():
    (pair,) = pairs_of(
        claim_of(two_texts(), "bombed a bridge near Kyiv", "A bridge near Kiev was bombed")
    )
    assert pair.left.text == "The aggressor state bombed a bridge near Kyiv, killing 12 people."
    assert pair.right.text == "A bridge near Kiev was bombed and 12 people died on Monday."
    for comparison in demo().comparisons:
        ends = {s.of(a.article.text)[-9:] for a in comparison.annotations for s in a.sentences}
        for found in pairs_of(comparison):
            assert {found.left.text[-9:], found.right.text[-9:]} <= ends


def test_a_note_is_told_in_full_once():
    marker = next(m for a in two_texts().annotations for m in a.markers if m.term == "Kiev")
    notes = MarkerNotes([two_texts()])
    first, second, third = (notes.explain_once(marker) for _ in range(3))
    assert first == notes.explain(marker) and "(Source: " in first
    assert second == third == "Spelling; Russian usage; neutral wording: Kyiv, as above."


def test_a_quoted_stretch_has_its_marks():
    lies = "The Kiev regime lies"
    made = claim_of(two_texts(), "The aggressor state bombed a bridge near Kyiv", lies)
    comparison = replace(made, claims=(replace(made.claims[0], label=f"{lies}, a bridge of Kyiv"),))
    note = comparison.annotations[1]
    passage = _passage(
        note,
        Span(note.article.text.index("“"), len(note.article.text)),
        names={note.article.id: ("Outlet", "text 2")},
        notes=MarkerNotes([comparison]),
    )
    start, end, *_ = passage.voices[0]
    assert passage.text[start:end] == "“The Kiev regime lies,”"


def test_tellings_that_share_no_words_are_neither_a_pair_nor_agreement():
    apart = claim_of(two_texts(), "It rained in Lviv", "The Kiev regime lies")
    assert pairs_of(apart) == []
    assert not told_in_shared_words(apart.claims[0], apart)
    names = outlet_names([apart])
    assert "tell alike" not in whole(sections.at_a_glance(apart, names).blocks)
    near = claim_of(two_texts(), "bombed a bridge near Kyiv", "A bridge near Kiev was bombed")
    assert "tell alike" in whole(sections.at_a_glance(near, names).blocks)


@pytest.mark.parametrize(
    ("kind", "alike"), [("numbers", False), ("modality", False), ("naming", True)]
)
def test_what_is_told_with_other_numbers_is_no_agreement(kind, alike):
    made = claim_of(
        two_texts(),
        "bombed a bridge near Kyiv",
        "A bridge near Kiev was bombed",
        states=("stated differently", "stated differently"),
        differs=(kind,),
    )
    first = whole(sections.at_a_glance(made, outlet_names([made])).blocks)
    assert ("tell alike" in first) == alike


def test_the_furthest_apart_of_many_outlets_are_no_finding_where_all_are_alike_by_chance():
    made = sample("many").comparisons[0]
    names = outlet_names([made])

    def rows(counts):
        for outlet, (one, other) in zip(made.outlets, counts, strict=False):
            for variant, n in (("north", one), ("south", other)):
                if n:
                    yield SlotChoice(
                        "x", "it", outlet, variant, "neutral", "outlet", n, one + other
                    )

    def found(counts):
        outlets = made.outlets[: len(counts)]
        part = replace(made, slots=tuple(rows(counts)), outlets=outlets, alternations=())
        return contrasting_slots(part, names)

    ends = [(2, 4), (4, 0)]
    assert found(ends) == ["x"]
    assert found([*ends, (1, 2), (2, 1), (2, 2), (1, 1), (1, 3), (3, 1), (2, 2), (1, 2)]) == []


def test_one_long_quotation_is_no_main_difference():
    def about(comparison):
        return [f.about for f in best_findings(comparison, outlet_names([comparison]))]

    event = next(c for c in demo().comparisons if "speakers:russia" in about(c))
    found = next(
        f for f in best_findings(event, outlet_names([event])) if f.about == "speakers:russia"
    )

    def with_two(annotation):
        if annotation.article.outlet.outlet != found.between[1]:
            return annotation
        theirs = [q for q in annotation.quotes if q.side == "russia"][:2]
        rest = [q for q in annotation.quotes if q.side != "russia"]
        return replace(annotation, quotes=tuple(theirs + rest))

    fewer = replace(event, annotations=tuple(map(with_two, event.annotations)))
    assert "speakers:russia" not in about(fewer)


def test_what_proves_the_outlet_is_in_quotation_marks_only_where_the_text_has_it():
    def proof(*evidence):
        made = two_texts()
        first = made.annotations[0]
        tag = replace(first.article.outlet, name="Lake Post", evidence=evidence)
        note = replace(first, article=replace(first.article, outlet=tag))
        made = replace(made, annotations=(note, *made.annotations[1:]))
        names = outlet_names([made])
        numbers = text_numbers([made], names)
        found = table(sections.the_texts([made], (), names, numbers=numbers), "The texts")
        return next(text(row[1]) for row in found.rows if text(row[1]).startswith("Lake Post"))

    assert proof() == "Lake Post\nno evidence found"
    assert proof(Evidence("outlet", "Lake Post")) == "Lake Post\nnamed with the text"
    assert proof(Evidence("url", "lake.example")) == "Lake Post\nlake.example"
    credit = Evidence("byline", "Lake Post reports", Span(0, 3))
    assert proof(credit) == "Lake Post\n“Lake Post reports”"


def test_one_outlet_has_no_chart_of_choices():
    assert not [b for b in section(sample("one"), "words").blocks if isinstance(b, blocks.Figure)]
    assert [b for b in section(sample("pair"), "words").blocks if isinstance(b, blocks.Figure)]


def test_that_copies_count_once_is_said_where_there_are_copies():
    made = claim_of(two_texts(), "bombed a bridge near Kyiv", "A bridge near Kiev was bombed")
    numbers = text_numbers([made], outlet_names([made]))

    def caption(comparison):
        return sections.what_is_told(comparison, outlet_names([made]), numbers).blocks[0].caption

    assert "Copies of one text" not in caption(made)
    (claim,) = made.claims
    cells = (claim.cells[0], replace(claim.cells[1], copy_of=claim.cells[0].article))
    # two voices are needed for a point that texts share
    third = replace(claim.cells[0], article="a third")
    copied = replace(made, claims=(replace(claim, cells=(*cells, third)),))
    assert "Copies of one text count once." in caption(copied)


def test_a_marker_in_a_link_is_not_listed_and_the_context_ends_with_the_paragraph():
    said = "Kiev is far away, they say.\n\nThe Kiev regime lied again.\n\nRead also: Kiev in flames"
    link = Region(Span(said.index("Read also"), len(said)), "related-link")
    made = report_of([replace(article(1, 0, text=said), regions=(link,))])
    rows = [[text(cell) for cell in row] for row in section(made, "hits").blocks[0].rows]
    assert [(row[2], row[3]) for row in rows if row[3].startswith("Kiev")][:2] == [
        ("", "Kiev is far away, they say."),
        ("The", "Kiev regime lied again."),
    ]
    assert not [row for row in rows if "flames" in row[3]]


def test_words_are_drawn_only_where_the_interval_leaves_out_chance():
    chance = section(sample("pair"), "choice")
    assert "leaves out chance" in whole(chance.blocks)
    assert not [b for b in chance.blocks if isinstance(b, blocks.Figure)]
    clear = section(sample("many"), "choice").blocks[0]
    assert isinstance(clear, blocks.Figure)
    comparison = sample("many").comparisons[0]
    sure = {w.term for w in comparison.word_choice if w.z > 1.96}
    assert set(re.findall(r"“([^”]+)” \(", clear.alt)) <= sure


def test_passages_stand_outlets_a_to_z_with_the_numbers_of_their_texts():
    made = demo_report()
    ordered = sorted(
        made.comparisons, key=lambda c: (-len(c.outlets), -len(c.annotations), c.event.id)
    )
    numbers = text_numbers(ordered, outlet_names(ordered))
    pairs = [b for b in section(made, "pairs").blocks if isinstance(b, blocks.SideBySide)]
    assert pairs
    for pair in pairs:
        assert pair.left.title < pair.right.title
        number = int(pair.left.place.split(",")[0].removeprefix("text "))
        name = next(key for key, n in numbers.items() if n == number)
        note = next(a for c in ordered for a in c.annotations if a.article.id == name)
        assert pair.left.text in note.article.text


def test_sides_add_up_to_the_attributed_words():
    found = table(section(demo_report(), "speakers"), "Whose side")
    heads = [c.title for c in found.columns]
    last = heads.index("Other or not given")
    for row in found.rows:
        words = [int(text(c).split()[0].replace(",", "").replace("–", "0")) for c in row[1:]]
        assert sum(words[1:last]) == words[0]


def test_people_are_introduced_with_their_first_naming_and_their_titles():
    found = table(section(demo_report(), "speakers"), "How people")
    comparison = main_event()
    row = found.rows[0]
    person, outlets = text(row[0]), [c.title for c in found.columns[1:]]
    names = outlet_names([comparison])
    for outlet, cell in zip(outlets, row[1:], strict=True):
        mine = [
            i for i in comparison.introductions if i.actor == person and names[i.outlet] == outlet
        ]
        titled, of = sum(i.titled for i in mine), sum(i.of for i in mine)
        assert text(cell) == "–" if not mine else f"title in {titled} of {of}" in text(cell)
    assert any(i.first in text(c) for i in comparison.introductions for c in row[1:])


def acting(outlet, actor, form, n, role="acts"):
    passage = Passage("a", Span(0, 1), Voice("outlet"))
    return Agency(outlet, actor, None, role, form, "outlet", n, n, (passage,))


def test_who_acts_is_a_table_where_there_are_clauses_enough_and_a_sentence_where_not():
    comparison, names = main_event(), outlet_names([main_event()])
    first, second = comparison.outlets[:2]
    rows = (acting(first, "Army", "active", 3), acting(second, "Army", "passive", 2, "acted on"))
    many = sections.who_speaks(replace(comparison, agency=rows), names)
    (row,) = table(many, "Who acts").rows
    assert [text(c) for c in row[:3]] == ["Army", "acts 3: active 3", "acted on 2: passive 2"]
    few = sections.who_speaks(replace(comparison, agency=rows[1:]), names)
    assert table(few, "Who acts") is None
    assert "2 clauses with a listed actor" in whole(few.blocks)


def test_points_told_differently_name_both_wordings_and_the_text():
    comparison, names = main_event(), outlet_names([main_event()])
    claim = next(c for c in comparison.claims if sum(x.state == "stated" for x in c.cells) > 1)
    detail = (Difference("numbers", "an hour", "two hours"), Difference("attribution", "A", "B"))
    cells = tuple(replace(c, details=() if n else detail) for n, c in enumerate(claim.cells))
    changed = replace(comparison, claims=(replace(claim, cells=cells),))
    numbers = text_numbers([comparison], names)
    (row,) = table(sections.what_is_told(changed, names, numbers), "Claims that").rows
    outlet = next(
        a.article.outlet.outlet for a in comparison.annotations if a.article.id == cells[0].article
    )
    said = f"{names[outlet]} (text {numbers[cells[0].article]}): an hour; elsewhere: two hours"
    assert text(row[2]) == said  # who says it is told where nothing else differs
    assert text(row[3]) == "numbers"


def test_pairs_of_sides_count_who_comes_first():
    comparison = main_event()
    found = table(section(demo_report(), "claims"), "Who is named first")
    names = outlet_names([comparison])
    ahead, of = 0, 0
    volga = next(o for o, name in names.items() if name == found.columns[-1].title)
    for row in comparison.emphasis:
        for first, second, n in row.pair_order:
            if row.outlet == volga and {first, second} == {"russia", "ukraine"}:
                ahead, of = ahead + n * (first == "russia"), of + n
    row = next(r for r in found.rows if text(r[0]) == "Russia before Ukraine")
    assert text(row[-1]) == (f"{ahead} of {of}" if of else "–")


def test_the_method_has_the_negative_controls_and_what_the_lists_cover():
    said = whole(section(demo_report(), "method").blocks)
    assert "Negative controls (chance may find a difference in 5% of tries)" in said
    assert "one text under two names: no difference (0 of 1 tries)" in said
    assert "What the lists cover" in said
    assert "differ by at least 0.3 (0.2 for words of speakers)" in said
    assert "in at most 10% of tries" in said
    assert "@software{framing" in said


def test_facets_without_cases_are_named_and_not_drawn():
    made = []
    for p in sample("pair").profiles:
        facets = [
            replace(f, estimate=replace(f.estimate, value=None)) if f.name == "hedges" else f
            for f in p.facets
        ]
        made.append(replace(p, facets=tuple(facets)))
    names = outlet_names(sample("pair").comparisons)
    found = sections.profiles(made, names, printed=True)
    assert "Too few cases in every outlet: hedges." in whole(found.blocks)
    assert not [b for b in found.blocks if isinstance(b, blocks.Figure) and "hedges: " in b.alt]


def test_of_many_outlets_those_with_articles_enough_are_drawn_and_caveats_name_the_others():
    found = section(sample("many"), "profiles")
    drawn = next(b for b in found.blocks if isinstance(b, blocks.Figure))
    each = Counter(a.article.outlet.name for a in sample("many").comparisons[0].annotations)
    assert {name for name in each if f"{name} " in drawn.alt} == {n for n in each if each[n] > 2}
    told = whole([b for b in found.blocks if isinstance(b, blocks.Bullets)])
    assert "Al Bahr and Ørsted Tidende: Too few articles (1, fewer than 5)" in told


def test_two_outlets_over_five_events_have_a_slope():
    three = [c for c in demo().comparisons if len(c.outlets) > 1]
    names = outlet_names(three)
    few = sections.other_events(three, names)
    assert not [b for b in few.blocks if isinstance(b, blocks.Figure)]
    six = [
        replace(c, event=replace(c.event, id=f"e{n}", label=f"event {n}"))
        for n, c in enumerate(three * 2)
    ]
    figures = [b for b in sections.other_events(six, names).blocks if isinstance(b, blocks.Figure)]
    assert [f.name for f in figures] == ["slope"]
    assert "6 events, 2 outlets" in figures[0].alt


def test_an_event_of_one_outlet_has_nothing_to_compare():
    said = whole(section(demo_report(), "others").blocks)
    assert said.count("One outlet only: nothing to compare.") == 2


def test_markers_in_context_fill_a_page_and_the_appendix_has_all():
    made = sample("many")
    short = section(made, "hits").blocks[0]
    assert len(short.rows) == ON_ONE_PAGE
    assert short.small
    outlets = [text(row[1]).split(" ", 1)[1] for row in short.rows]
    counts = [outlets.count(name) for name in set(outlets)]
    assert max(counts) - min(counts) <= 1  # as many of each outlet
    report = framing.report(made.comparisons, appendix=True)
    every = section(report, "hits").blocks[0]
    assert short.caption == f"{ON_ONE_PAGE} of {len(every.rows)} markers in context"
    assert "--appendix" in short.note
    assert "--appendix" not in every.note


def test_a_line_has_its_words_as_they_stand_in_the_text():
    comparison = main_event()
    names = outlet_names([comparison])
    numbers = text_numbers([comparison], names)
    rows = every_hit([comparison], names, numbers).blocks[0].rows
    texts = {
        numbers[a.article.id]: " ".join(a.article.text.split()) for a in comparison.annotations
    }
    for row in rows:
        number = int(text(row[1]).split(" ")[0])
        before, behind = text(row[2]).removeprefix("… "), text(row[3]).removesuffix(" …")
        assert behind.strip() in texts[number].replace("\u00ad", "")
        assert before in texts[number].replace("\u00ad", "")


@pytest.mark.parametrize("name", ["one", "pair", "undated", "many"])
def test_no_table_has_a_row_of_another_length(name):
    for found in sample(name).content.sections:
        for block in found.blocks:
            if isinstance(block, blocks.Table):
                assert {len(row) for row in block.rows} == {len(block.columns)}, block.caption


LOADED = frozenset(("naming-epithet", "naming-ingroup", "evaluative", "distancing", "booster"))


def own_strings():
    """The strings in the code of the printed report that a reader may see."""
    for path in sorted(Path(sections.__file__).parent.glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        docs = {
            ast.get_docstring(n, clean=False)
            for n in ast.walk(tree)
            if hasattr(n, "body") and isinstance(n, ast.Module | ast.FunctionDef | ast.ClassDef)
        }
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and " " in text and text not in docs:
                yield text


def test_our_own_words_hold_no_word_that_our_lexicon_marks(packs):
    said = "\n\n".join(dict.fromkeys(own_strings()))
    assert "Choosing is not lying" in said
    found = annotate_article(Article("own", re.sub(r"“[^”]*”", "", said)), packs).markers
    assert [m.span for m in found if m.category in LOADED] == []


def test_what_is_equal_is_no_main_difference():
    """Two outlets that tell all points alike: with two of them every shared point is told by both."""
    pair = sample("pair").comparisons[0]
    names = {outlet: outlet for outlet in pair.outlets}
    assert not [s for s in main_findings(pair, names) if "points that at least" in s]


def test_a_stretch_of_speech_takes_the_stop_behind_it():
    comparisons = demo().comparisons
    pairs = [
        pair
        for c in comparisons
        for pair in best_pairs(c, outlet_names([c]), notes=MarkerNotes([c]), most=99)
    ]
    passages = [passage for pair in pairs for passage in (pair.left, pair.right)]
    behind = [p.text[end : end + 1] for p in passages for _, end, _, _ in p.voices]
    assert len(behind) > 5 and not set(behind) & set(",.;:!?")
    assert any(p.text[end - 1] in ",." for p in passages for _, end, _, _ in p.voices)


def told_twice(one, two, *, differs=()):
    """A comparison of two outlets with one claim, told by the whole of each text; the second puts
    differently what `differs` says."""
    notes = annotate([article(0, 0, text=one), article(1, 1, text=two)])
    ids = tuple(a.article.id for a in notes)
    found = compare(notes, Event("e1", "a made-up event", ids, ("day", "day")))
    passages = tuple(
        Passage(a.article.id, Span(0, len(a.article.text) - 1), Voice("outlet")) for a in notes
    )
    cells = (
        ClaimCell(ids[0], "stated"),
        ClaimCell(ids[1], "stated differently" if differs else "stated", differs),
    )
    return replace(found, claims=(Claim("c1", one[:-1], passages, cells),))


@pytest.mark.parametrize(
    ("one", "two", "pairs"),
    [
        ("The hall on Mill Street was shut.", "The board clearly shut the hall for good.", 1),
        ("The hall on Mill Street was shut.", "Buses ran late in the hall.", 0),  # one word
        ("Russia wrote to Ukraine again.", "Ukraine met Russia at noon.", 0),  # parties only
        ("Russia shut the hall.", "Russia clearly left the hall.", 0),  # a party and a word
        ("Mill Street.", "The hall on Mill Street was shut.", 0),  # a name states nothing
    ],
)
def test_passages_side_by_side_share_more_than_a_word(one, two, pairs):
    found = told_twice(one, two)
    shown = best_pairs(found, outlet_names([found]), notes=MarkerNotes([found]))
    assert len(shown) == pairs


def test_where_nobody_of_the_lists_is_named_no_chart_says_where():
    for text, drawn in (("The hall was shut.", False), ("Russia had the hall shut.", True)):
        found = told_twice(text, text.replace("shut", "closed"))
        names = outlet_names([found])
        part = sections.what_is_told(found, names, text_numbers([found], names))
        figures = [b for b in part.blocks if isinstance(b, blocks.Figure)]
        assert any("named" in figure.alt for figure in figures) == drawn


def test_a_link_to_another_story_is_not_set_beside_a_text():
    found = told_twice("The hall was shut.", "The hall was clearly shut.")
    last = found.annotations[-1]
    link = Region(Span(0, len(last.article.text)), "related-link")
    aside = replace(last, article=replace(last.article, regions=(link,)))
    beside = replace(found, annotations=(*found.annotations[:-1], aside))
    for comparison, pairs in ((found, 1), (beside, 0)):
        shown = best_pairs(comparison, outlet_names([found]), notes=MarkerNotes([found]))
        assert len(shown) == pairs


@pytest.mark.parametrize(
    ("differs", "alike"),
    [((), True), (("naming",), True), (("agent",), False), (("numbers", "naming"), False)],
)
def test_what_texts_tell_alike_has_no_other_number_actor_or_certainty(differs, alike):
    found = told_twice("The hall was shut.", "The hall was shut for good.", differs=differs)
    first = sections.at_a_glance(found, outlet_names([found]))
    boxes = [b for b in first.blocks if isinstance(b, blocks.Box) and "tell alike" in b.title]
    assert ["(2 of 2 texts)" in whole(box.blocks) for box in boxes] == [True] * alike
