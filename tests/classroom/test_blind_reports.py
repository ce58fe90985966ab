"""``report --blind``, ``--outlets``, ``--event``, ``--lang-labels``, and the card."""

import io
import re
from dataclasses import replace

import pytest
from tests_files import everything_in, forbidden, leaks

from framing.errors import OptionError
from framing.model import SlotChoice
from framing.reporting.blind import THIS, blind
from framing.reporting.card import HEIGHT, WIDTH, card
from framing.reporting.findings import best_findings
from framing.reporting.labels import labels_file, labels_of, read_labels, with_labels
from framing.reporting.names import day_of, outlet_names
from framing.reporting.notes import MarkerNotes
from framing.reporting.report import report
from framing.reporting.selection import only_event, only_outlets


@pytest.fixture(scope="module")
def hidden(demo):
    from framing.demo import OUTLETS

    return blind(demo.comparisons, demo.profiles, skipped=demo.notes.skipped, outlets=OUTLETS)


@pytest.mark.parametrize("ending", ["pdf", "html"])
def test_a_blind_report_names_no_outlet(hidden, made, ending, tmp_path):
    path = tmp_path / f"r.{ending}"
    report(hidden.comparisons, hidden.profiles, skipped=hidden.skipped).save(path)
    text = everything_in(path.name, path.read_bytes())
    for kind, strings in forbidden(made).items():
        assert leaks(text, strings) == [], kind
    assert "Outlet A" in text and "Outlet C" in text


def test_sources_of_the_lexicon_name_no_outlet_in_a_blind_report(demo, hidden):
    shown, kept = MarkerNotes(demo.comparisons), MarkerNotes(hidden.comparisons)
    markers = [m for c in demo.comparisons for a in c.annotations for m in a.markers]
    before = " ".join(shown.explain(marker) for marker in markers)
    after = " ".join(kept.explain(marker) for marker in markers)
    assert "TASS" in before and "TASS" not in after
    assert "[an outlet] English" in after


def test_one_text_an_outlet_makes_text_a_and_text_b(bridge):
    found = blind(bridge.comparisons)
    assert sorted(found.names.values()) == ["Text A", "Text B"]
    assert sorted(found.articles.values()) == ["A", "B"]


def test_every_place_still_points_at_the_same_words(demo, hidden):
    for before, after in zip(demo.comparisons, hidden.comparisons, strict=True):
        for old, new in zip(before.annotations, after.annotations, strict=True):
            assert len(new.sentences) == len(old.sentences)
            kept = {m.span.of(new.article.text) for m in new.markers}
            assert kept <= {m.span.of(old.article.text) for m in old.markers}
            for q_old, q_new in zip(old.quotes, new.quotes, strict=True):
                words = q_new.content.of(new.article.text)
                if THIS not in words and "[" not in words:
                    assert words == q_old.content.of(old.article.text)


def test_letters_do_not_follow_the_alphabet_of_names(demo, hidden):
    again = blind(demo.comparisons)
    assert again.names == hidden.names  # the same texts get the same letters
    assert list(hidden.names) != sorted(hidden.names)


def test_a_list_of_outlets_is_not_in_the_order_of_their_names(hidden):
    listed = [c for h in hidden.comparisons for c in h.caveats if c.startswith("The outlets have")]
    orders = [re.findall(r"Outlet (\w)", caveat) for caveat in listed]
    assert orders and all(order == sorted(order) for order in orders)


def test_only_some_outlets(demo):
    part = only_outlets(demo, ["Harbour Wire", "volga-dispatch"])
    assert {a.article.outlet.outlet for a in part.notes} == {"harbour-wire", "volga-dispatch"}
    assert all(set(c.outlets) <= {"harbour-wire", "volga-dispatch"} for c in part.comparisons)
    with pytest.raises(OptionError, match="'tass'; there are: dnipro-courier, harbour-wire"):
        only_outlets(demo, ["tass"])


def test_one_event_by_number_or_id(demo):
    second = demo.comparisons[1].event.id
    assert only_event(demo, "2").comparisons[0].event.id == second
    assert only_event(demo, second).events[0].id == second
    with pytest.raises(OptionError, match="no event '99'; there are: 1: e-"):
        only_event(demo, "99")


def test_labels_of_the_reader_replace_ours_and_nothing_else(demo, tmp_path):
    content = report(demo.comparisons[:1], demo.profiles).content
    (tmp_path / "l.toml").write_text(
        '[labels]\n"At a glance" = "Auf einen Blick"\n"Nowhere" = "Nirgends"\n"The texts" = ""\n'
    )
    done = with_labels(content, read_labels(tmp_path / "l.toml"))
    assert [s.title for s in done.report.sections][:2] == ["Auf einen Blick", "The texts"]
    assert done.used == ("At a glance",) and done.unused == ("Nowhere",)
    assert [s.id for s in done.report.sections] == [s.id for s in content.sections]


def test_a_labels_file_reads_back_and_holds_every_label(demo, tmp_path):
    content = report(demo.comparisons[:1], demo.profiles).content
    (tmp_path / "l.toml").write_text(labels_file(content).replace(' = ""', ' = "x"'))
    assert set(read_labels(tmp_path / "l.toml")) == set(labels_of(content))
    with pytest.raises(OptionError, match="framing labels"):
        read_labels(tmp_path / "none.toml")


def test_a_card_is_1600_wide_and_says_in_words_what_it_shows(demo, tmp_path):
    from PIL import Image

    made = card(demo.comparisons[-1], made_on="22 November 2026")
    data = made.save(tmp_path / "card.png").read_bytes()
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.size == (WIDTH, HEIGHT)
        assert picture.info["Description"] == made.alt
    assert all(f"{row.name} {row.count} of {row.of}" in made.alt for row in made.rows)
    assert made.save(tmp_path / "again.png").read_bytes() == data


def test_a_card_shows_no_share_for_few_cases(demo):
    for comparison in demo.comparisons:
        for row in card(comparison).rows:
            assert (row.value is None) == (row.of < 5)
            if row.value is not None:
                assert row.value == row.count / row.of


def test_a_card_says_what_page_1_says_first(demo):
    for comparison in demo.comparisons:
        names = outlet_names([comparison])
        found = best_findings(comparison, names)
        made = card(comparison)
        assert made.answer == (found[0].head if found else "")
        if found:
            assert made.question == found[0].question.title
            counts = {(names[r.outlet], r.count, r.of) for r in found[0].question.rows if r.of}
            assert {(r.name, r.count, r.of) for r in made.rows} == counts


def test_a_card_of_chance_says_that_nothing_differs():
    from reporting.samples import sample

    made = card(sample("many").comparisons[0])
    assert made.rows == () and made.answer == ""
    assert "No clear difference" in made.question


def test_a_card_of_one_article_says_that_nothing_differs(demo):
    single = next(c for c in demo.comparisons if len(c.annotations) == 1)
    made = card(single)
    assert made.rows == () and made.question == "One outlet only: nothing to compare"


def test_a_card_names_the_two_outlets_of_its_answer_and_cuts_between_texts():
    from reporting.samples import sample

    comparison = sample("many").comparisons[0]
    outlets = comparison.outlets
    names = outlet_names([comparison])
    few = {outlets[0]: (0, 9), outlets[-1]: (9, 0)}  # all others have more cases, all alike
    rows = [
        SlotChoice("x", "it", outlet, variant, "neutral", "outlet", n, sum(counts))
        for outlet in outlets
        for counts in [few.get(outlet, (10, 10))]
        for variant, n in zip(("north", "south"), counts, strict=True)
        if n
    ]
    made = card(replace(comparison, slots=tuple(rows), alternations=()))
    shown = {row.name for row in made.rows}
    assert len(shown) == 7
    assert {names[outlet][:12] for outlet in few} <= {name[:12] for name in shown}
    assert made.sources.endswith("more outlets")
    assert all(part.endswith(")") for part in made.sources.split("; ")[:-1])


def test_texts_of_one_day_have_it_once(demo):
    pair = next(c for c in demo.comparisons if len(c.outlets) == 3 and len(c.annotations) == 3)
    (day,) = {day_of(a.article) for a in pair.annotations}
    assert card(pair).sources == f"Texts ({day}): Dnipro Courier; Harbour Wire; Volga Dispatch"


def test_a_blind_card_names_no_outlet(hidden, made, tmp_path):
    for number, comparison in enumerate(hidden.comparisons):
        found = card(comparison)
        path = found.save(tmp_path / f"{number}.png")
        words = " ".join(
            map(str, (found.question, found.answer, found.event, found.sources, found.alt))
        )
        text = words + everything_in(path.name, path.read_bytes())
        assert leaks(text, forbidden(made)["outlet strings"]) == []
