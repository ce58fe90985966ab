"""Entman's functions: places to read, with their sentences, and no rate."""

from framing.comparison.compare import compare
from framing.comparison.functions import FUNCTIONS, function_cues
from framing.data import lexicon_folder, read_rows
from framing.errors import LexiconError
from framing.model import Event

TEXT = (
    "The drought is a threat to the valley. It was caused by two dry winters. "
    "The mayor condemned the dam's owner. The council urged the state to pay."
)


def test_each_function_points_at_its_sentence(note):
    annotation = note(TEXT)
    found = [(cue.frame, cue.span.of(TEXT)) for cue in function_cues([annotation])]
    assert found == [
        ("problem", "threat"),
        ("cause", "caused by"),
        ("judgement", "condemned"),
        ("remedy", "urged"),
    ]


def test_the_table_has_the_sentence_an_analyst_should_read(note):
    comparison = compare([note(TEXT)], Event("e", "x", ("a",), ("day",)))
    rows = comparison.to_frame("functions").to_dict("records")
    assert [row["function"] for row in rows] == list(FUNCTIONS)
    assert rows[1]["sentence"] == "It was caused by two dry winters."
    assert not {"value", "rate", "share"} & set(rows[0])


def test_every_cue_has_a_function_and_a_source():
    path = lexicon_folder() / "general" / "functions.csv"
    rows = [row for _, row in read_rows(path, error=LexiconError)]
    assert {row["frame"] for row in rows} == set(FUNCTIONS)
    assert all(row["source"] for row in rows)
