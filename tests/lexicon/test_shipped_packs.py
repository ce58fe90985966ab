"""The shipped packs hold to their own rules."""

from framing.annotation.lexicon.loading import load_packs
from framing.annotation.lexicon.tools.checking import check_packs
from framing.data import lexicon_folder


def test_every_row_works_and_none_stands_twice():
    assert check_packs(load_packs()) == []


def test_the_packs_are_there_and_have_papers():
    packs = {pack.name: pack for pack in load_packs()}
    assert {"general", "world", "russia-ukraine", "israel-palestine", "us-politics", "migration",
            "climate"} <= set(packs)  # fmt: skip
    assert all(pack.licence == "CC BY 4.0" and pack.note for pack in packs.values())
    assert sum(len(pack.terms) for pack in packs.values()) >= 2500
    assert (lexicon_folder() / "LICENSE").exists()


def test_parties_are_sides_in_alphabetical_order():
    for pack in load_packs():
        assert list(pack.parties) == sorted(pack.parties)
        assert set(pack.parties) <= set(pack.sides)
