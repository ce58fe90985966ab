"""The demo as a pack, and a made-up event with everything that could give an outlet away."""

from dataclasses import dataclass

import pytest

import framing
from framing.classroom.pack import Pack, classroom
from framing.demo import ARTICLES, OUTLETS
from framing.reading.outlets.table import OutletTable, load_outlets

# Two invented outlets on one invented event. Names, domains, a byline with a person's name that
# comes back in the text, a credit, a dateline, the name of the other outlet, and two listed insults.
LANTERN = """The bridge at Oster reopens after four months

By Maria Quill, Oster Lantern
June 3, 2025

OSTER, June 3 (Oster Lantern) - The stone bridge at Oster reopened on Tuesday after four months of work, the river board said. The ferry that had replaced it made its last run on Monday evening.

River board chairman Jan Novak said that the work had cost 2 million crowns. "We kept our word," Novak told the Oster Lantern. He stressed that the town would not have to pay for the ferry.

Deputy mayor Ana Silva claimed that the board had promised to reopen the bridge in April. She called the delay a scandal and asked for the contract to be published. Some of the drivers shouted at her that moskals and ukrops should keep out of it, Maria Quill reported from the bank.

The board will publish the contract on 20 June, Novak said. Tidewater News had reported a later date.

Read more at www.oster-lantern.example
"""
TIDEWATER = """Oster bridge open again; town asks for contract

Tidewater News staff

OSTER, June 3. /Tidewater News/. The stone bridge at Oster was open again on Tuesday after four months of work, according to the river board. The ferry stopped on Monday evening.

Deputy mayor Ana Silva said that the board had promised to reopen the bridge in April. "Four months is too long for a town with one road," she told Tidewater News. Silva asked for the contract to be published.

Chairman Jan Novak admitted that the work had been slow. He claimed that the work cost 2 million crowns, and noted that the town would not pay for the ferry. So-called experts of the board had said that the stone would last for a hundred years, Tidewater News writes.

The contract will be published on 20 June, the board said.
"""
TABLE = """outlet,name,names,domains,kind,country,owner_type,owner_source,credit_lines
oster-lantern,Oster Lantern,The Lantern of Oster,oster-lantern.example,newspaper,,,invented for a test,
tidewater-news,Tidewater News,Tidewater,tidewater.example,agency,,,invented for a test,
"""


# Twelve invented outlets that tell the same story: acronyms, accents, a second alphabet, a name of
# three words, names that begin alike. Each has its own reporter, domain and file name.
TWELVE = (
    ("harbour-gazette", "Harbour Gazette", "Lena Marsh"),
    ("harbour-times", "Harbour Times", "Otto Reed"),
    ("le-reveil", "Le Réveil de l’Évêché", "Zoé Martin"),
    ("northern-ledger", "Northern Ledger", "Amir Dale"),
    ("obuda-hirlap", "Óbuda Hírlap", "Réka Szabó"),
    ("oster-lantern", "Oster Lantern", "Maria Quill"),
    ("quay-bulletin", "Quay Bulletin", "Ines Cole"),
    ("rvn", "RVN", "Tom Vane"),
    ("sud-morgenpost", "Süddeutsche Morgenpost am Sonntag", "Jürgen Voß"),
    ("tidewater-news", "Tidewater News", "Nils Berg"),
    ("vestnik", "Вестник Заречья", "Olga Lind"),
    ("zarechje-daily", "Zarechje Daily", "Petr Hall"),
)


def twelve_texts():
    """File name and text of each of the twelve, by turns in one of two tellings."""
    for number, (outlet, name, person) in enumerate(TWELVE):
        telling, told_by = (
            (LANTERN, "Oster Lantern") if number % 2 else (TIDEWATER, "Tidewater News")
        )
        text = telling.replace("Tidewater News had reported", "Other papers had reported")
        text = text.replace(told_by, name).replace("Maria Quill", person)
        text = text.replace("oster-lantern.example", f"{outlet}.example")
        yield f"{outlet}_2025-06-03_bridge.txt", text.replace("2 million", f"{number + 2} million")


def twelve_table():
    """The twelve as a table of outlets."""
    rows = [
        f"{outlet},{name},,{outlet}.example,newspaper,,,invented for a test,"
        for outlet, name, _ in TWELVE
    ]
    return "\n".join([TABLE.partition("\n")[0], *rows, ""])


@dataclass(frozen=True)
class Made:
    """A pack, its files, and the table of outlets it was made with."""

    pack: Pack
    files: dict[str, bytes]
    table: OutletTable
    comparisons: tuple


@pytest.fixture(scope="session")
def demo():
    return framing.study(ARTICLES, outlets=OUTLETS)


@pytest.fixture(scope="session")
def made(demo):
    pack = classroom(demo.comparisons, made_on="22 November 2026", outlets=OUTLETS)
    return Made(pack, pack.files(), load_outlets(OUTLETS), demo.comparisons)


@pytest.fixture(scope="session")
def bridge(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bridge")
    (folder / "lantern_2025-06-03_bridge.txt").write_text(LANTERN, encoding="utf-8")
    (folder / "tidewater_2025-06-03_bridge.txt").write_text(TIDEWATER, encoding="utf-8")
    table = folder.parent / "bridge-outlets.csv"
    table.write_text(TABLE, encoding="utf-8")
    study = framing.study(folder, outlets=table)
    pack = classroom(study.comparisons, outlets=table)
    return Made(pack, pack.files(), load_outlets(table), study.comparisons)


@pytest.fixture(scope="session")
def twelve(tmp_path_factory):
    folder = tmp_path_factory.mktemp("twelve")
    for name, text in twelve_texts():
        (folder / name).write_text(text, encoding="utf-8")
    table = folder.parent / "twelve-outlets.csv"
    table.write_text(twelve_table(), encoding="utf-8")
    study = framing.study(folder, outlets=table)
    pack = classroom(study.comparisons, outlets=table)
    return Made(pack, pack.files(), load_outlets(table), study.comparisons)


@pytest.fixture(params=["demo", "bridge", "twelve"])
def any_pack(request):
    return request.getfixturevalue("made" if request.param == "demo" else request.param)
