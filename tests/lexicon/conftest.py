"""A small pack of a made-up dispute, on disk, that tests change and break."""

import pytest

from framing.annotation.lexicon.loading import load_packs

PAPERS = """name = "river"
title = "The river dispute"
version = "1"
language = "en"
licence = "CC BY 4.0"
note = "For the tests."
audience = "Those who test."
gaps = ["The delta is missing."]
cues = ["river", "dam", "gauge"]
parties = ["north", "south"]
sources = ["Radio South 2020"]
[sides]
north = "North"
south = "South"
"""
TABLES = {
    "markers": """term,form,category,target,valence,convention,slot,neutral,valid_from,valid_to,unless,only,match,no_match,source,note
water thief,noun,naming-epithet,north,-1,southern,neighbour,neighbour,,,,,The water thieves met.,,Radio South 2020,A label of the south for the north.
water miser,noun,naming-epithet,south,-1,northern,neighbour,neighbour,,,old water miser,,The water misers met.,An old water miser sang.,Radio North 2020,A label of the north for the south.
flood,verb,event-naming,@agent,-1,@other,,,,,,gauge,They flooded the gauge.,They flooded the market.,Radio North 2020,What each says of the other.
""",
    "slots": """slot,referent,variant,convention,form
neighbour,the other side,water thief,southern,
neighbour,the other side,water miser,northern,
neighbour,the other side,neighbour,neutral,
""",
    "actors": """actor,side,kind,names,metonyms,adjectives,roles,source
Northland,north,state,Northland,Norburg,Northern;Northerners,,x
Southland,south,state,Southland,Sudburg,Southern;Southerners,mayor [2019-01-01/2020-01-01],x
""",
}


class River:
    """The pack's folder: `river.write("markers", old, new)` changes a table, `river.load()` reads it."""

    def __init__(self, root):
        self.root = root
        self.folder = root / "river"
        self.folder.mkdir()
        (self.folder / "pack.toml").write_text(PAPERS, encoding="utf-8")
        for name, table in TABLES.items():
            (self.folder / f"{name}.csv").write_text(table, encoding="utf-8")

    def write(self, name, old, new):
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def load(self):
        return load_packs(folder=self.root)[0]


@pytest.fixture
def river(tmp_path):
    return River(tmp_path)
