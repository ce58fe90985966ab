"""Both sides in each other's place: the results swap at equal size, for every pack of two parties."""

import pytest

from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.loading import load_packs
from framing.annotation.lexicon.tools.coverage import camps, one_sided, slot_coverage
from framing.annotation.lexicon.tools.mirror import (
    FILE,
    mirror_faults,
    mirror_texts,
    partner_of,
    swap,
    without_sides,
)
from framing.model import Article

PACKS = {pack.name: pack for pack in load_packs()}
BESIDE = (PACKS["general"], PACKS["world"])
CONFLICTS = sorted(name for name, pack in PACKS.items() if pack.parties)
SIDED = sorted(name for name, pack in PACKS.items() if len(camps(pack)) == 2)


def facts(text, name, *terms):
    """(target, convention, valence) of the markers of the rows called `terms`."""
    note = annotate_article(Article("x", text), (*BESIDE, PACKS[name]))
    return [(m.target, m.convention, m.valence) for m in note.markers if m.term in terms]


def test_there_are_conflict_packs_and_each_has_texts():
    assert {"israel-palestine", "russia-ukraine", "us-politics"} <= set(CONFLICTS)
    for name in CONFLICTS:
        assert len((PACKS[name].path / FILE).read_text("utf-8").splitlines()) > 20
        assert len(mirror_texts(PACKS[name])) >= 20


@pytest.mark.parametrize("name", CONFLICTS)
def test_with_the_sides_swapped_the_results_swap(name):
    faults = mirror_faults(PACKS[name], beside=BESIDE, texts=mirror_texts(PACKS[name]))
    assert faults == [], "\n".join(map(str, faults))


@pytest.mark.parametrize("name", SIDED)
def test_no_row_is_one_sided_without_a_reason(name):
    lacking = [s.slot for s in slot_coverage(PACKS[name]) if s.lacking and not s.reason]
    assert lacking == []
    assert [row.term.term for row in one_sided(PACKS[name]) if not row.reason] == []


@pytest.mark.parametrize("name", SIDED)
def test_no_reason_stands_for_a_row_that_is_answered(name):
    needed = {row.term.term for row in one_sided(PACKS[name])}
    needed |= {s.slot for s in slot_coverage(PACKS[name]) if s.lacking}
    assert set(PACKS[name].lonely) <= needed


def test_every_mirror_names_two_slots_or_two_actors():
    for pack in PACKS.values():
        slots = {row.slot for row in pack.slots}
        actors = {actor.name: actor.side for actor in pack.actors}
        for one, other in pack.mirrors.items():
            both_slots = one in slots and other in slots
            both_actors = {actors.get(one), actors.get(other)} == set(pack.parties)
            assert both_slots or both_actors, f"{pack.name}: {one} = {other}"


@pytest.mark.parametrize(
    ("verb", "term", "valence"),
    [("liberated", "liberate", 1), ("occupied", "occupy", -1)],
)
def test_mirror_markers_are_opposite_at_equal_strength(verb, term, valence):
    def found(who):
        return facts(f"{who} forces {verb} the town near Kherson.", "russia-ukraine", term)

    [(target, convention, one)], [(other_target, other_convention, two)] = (
        found("Russian"), found("Ukrainian"),
    )  # fmt: skip
    assert (target, other_target) == ("russia", "ukraine")
    assert one == two == valence
    own = valence > 0
    assert convention == ("russian" if own else "ukrainian")
    assert other_convention == ("ukrainian" if own else "russian")


@pytest.mark.parametrize(
    ("name", "text", "term"),
    [
        ("russia-ukraine", "Russian forces liberated the village.", "liberate"),
        ("russia-ukraine", "Ukraine occupied the valley near Kherson.", "occupy"),
        ("israel-palestine", "Palestine committed genocide in the valley, and Gaza was cut off.", "genocide"),
        ("us-politics", "Democrats weaponized the Justice Department.", "weaponize"),
    ],
)  # fmt: skip
def test_with_an_unknown_referent_a_mirror_marker_is_unresolved(name, text, term):
    stranger = without_sides(text, PACKS[name])
    assert "Norland" in stranger
    assert facts(text, name, term)[0][0] in PACKS[name].parties
    assert [(t, c) for t, c, _ in facts(stranger, name, term)] == [(None, "unresolved")]


@pytest.mark.parametrize(
    ("name", "text", "swapped"),
    [
        ("russia-ukraine", "Ukraine’s army held an airfield.", "Russia’s army held an airfield."),
        ("russia-ukraine", "A Ukrainian mayor met the FSB.", "A Russian mayor met the SBU."),
        ("russia-ukraine", "The Kiev regime fell.", "The Kremlin regime fell."),
        ("russia-ukraine", "Shells fell on Artyomovsk.", "Shells fell on Bakhmut."),
        ("russia-ukraine", "Putin spoke; Zelensky did not.", "Zelensky spoke; Putin did not."),
        ("israel-palestine", "An Israeli met Abbas.", "A Palestinian met Netanyahu."),
        ("us-politics", "Republicans cheered Biden.", "Democrats cheered Trump."),
        ("russia-ukraine", "The river froze.", "The river froze."),
    ],
)
def test_swap(name, text, swapped):
    assert swap(text, PACKS[name]) == swapped


def test_a_partner_has_the_mirrored_values():
    for name in CONFLICTS:
        pack = PACKS[name]
        pairs = [(t, partner_of(t, pack)) for t in pack.terms if partner_of(t, pack)]
        assert len(pairs) > 40
        for term, answer in pairs:
            assert (term.category, term.valence) == (answer.category, answer.valence)
            assert {term.convention, answer.convention} == set(camps(pack))


PAPERS = """name = "river"
title = "The river dispute"
version = "1"
language = "en"
licence = "CC BY 4.0"
note = "For the tests."
parties = ["north", "south"]
[sides]
north = "North"
south = "South"
"""
ACTORS = """actor,side,kind,names,adjectives,source
Northland,north,state,Northland,Northern,x
Southland,south,state,Southland,Southern,x
"""
HEAD = "term,form,category,target,valence,convention,slot,match,source,note\n"
THIEF = (
    "water thief,noun,naming-epithet,north,-1,southern,{slot},The water thieves met.,Radio 2020,x\n"
)
MISER = "water miser,noun,naming-epithet,south,{valence},northern,{slot},The water misers met.,Radio 2020,x\n"


def river(tmp_path, rows, papers=PAPERS):
    folder = tmp_path / "river"
    folder.mkdir()
    (folder / "pack.toml").write_text(papers)
    (folder / "actors.csv").write_text(ACTORS)
    (folder / "markers.csv").write_text(HEAD + rows)
    return load_packs(folder=tmp_path)[0]


def test_a_planted_one_sided_row_is_found_and_a_reason_settles_it(tmp_path):
    pack = river(tmp_path, THIEF.format(slot=""))
    assert [(row.term.term, row.reason) for row in one_sided(pack)] == [("water thief", "")]
    rows = THIEF.format(slot="") + MISER.format(slot="", valence=1)
    (tmp_path / "river" / "markers.csv").write_text(HEAD + rows)
    pack = load_packs(folder=tmp_path)[0]
    assert [(row.term.term, row.reason) for row in one_sided(pack)] == [
        ("water thief", ""), ("water miser", ""),
    ]  # fmt: skip
    (tmp_path / "river" / "pack.toml").write_text(
        PAPERS + '[lonely]\n"water thief" = "no other"\n"water miser" = "praise"\n'
    )
    pack = load_packs(folder=tmp_path)[0]
    assert [row.reason for row in one_sided(pack)] == ["no other", "praise"]


def test_a_row_is_answered_by_a_row_of_mirrored_value(tmp_path):
    pack = river(tmp_path, THIEF.format(slot="") + MISER.format(slot="", valence=-1))
    assert list(one_sided(pack)) == []
    assert swap("The water thieves met in Northland.", pack) == "The water misers met in Southland."
    texts = ["The water thieves met.", "Southland kept its water misers."]
    assert mirror_faults(pack, beside=BESIDE, texts=texts) == []


def test_a_rule_that_knows_one_side_is_found(tmp_path):
    """A guard that holds for one of the two rows only."""
    rows = THIEF.format(slot="") + MISER.format(slot="", valence=-1)
    guarded = HEAD.replace("match", "unless,no_match,match") + rows.replace(
        "southern,,", "southern,,old water thief,An old water thief sang.,"
    ).replace("northern,,", "northern,,,,")
    pack = river(tmp_path, rows)
    (tmp_path / "river" / "markers.csv").write_text(guarded)
    pack = load_packs(folder=tmp_path)[0]
    faults = mirror_faults(pack, beside=BESIDE, texts=["An old water miser sang."])
    assert len(faults) == 1
    assert "does not swap: An old water miser sang." in str(faults[0])
