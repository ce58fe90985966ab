"""Readability, lexical diversity, collocations and generic frames."""

import pytest
import textstat

from framing.annotation.lexicon.loading import load_packs
from framing.comparison.collocations import collocations
from framing.comparison.genericframes import FRAMES, frame_cues, frame_use
from framing.comparison.readability import moving_type_token_ratio, readability
from framing.data import lexicon_folder, read_rows
from framing.errors import LexiconError

EASY = (
    "The cat sat. The dog ran. It was hot. We ate fish. He had fun. She was glad. They sang. " * 5
)
HARD = (
    "Notwithstanding considerable institutional opposition, parliamentary representatives "
    "subsequently reconsidered supplementary infrastructure appropriations throughout autumn. "
) * 9


def test_hard_prose_asks_for_more_years_of_school(note):
    easy, hard = readability([note(EASY, id="a"), note(HARD, id="b")])
    assert easy.highest < hard.lowest
    assert easy.lix < 25 < 60 < hard.lix
    assert [name for name, _ in easy.grades] == [
        "Automated Readability Index",
        "Coleman-Liau",
        "RIX",
    ]
    assert easy.lowest == min(g for _, g in easy.grades)


def test_formulas_are_textstats_on_our_sentences(note):
    text = (
        "The council met for 3 hours today. Nobody expected the northern barrier to break. " * 8
    ).strip()
    (row,) = readability([note(text)])
    assert dict(row.grades)["Coleman-Liau"] == round(textstat.coleman_liau_index(text), 1)
    assert row.lix == round(textstat.lix(text), 1)


def test_abbreviations_do_not_end_a_sentence(note):
    plain = "The council met envoys from the US in the old town hall today. " * 12
    (a,) = readability([note(plain.strip())])
    (b,) = readability([note(plain.replace("US", "U.S.").strip())])
    assert a.sentences == b.sentences == 12
    assert a.lix == pytest.approx(b.lix, abs=0.2)


def test_short_texts_have_no_grade(note):
    (row,) = readability([note("The river rose.")])
    assert (row.grades, row.lowest, row.lix, row.mattr) == ((), None, None, None)


def test_moving_ratio_by_hand():
    words = "a b a c".split()
    assert moving_type_token_ratio(words, window=2) == 1.0
    assert moving_type_token_ratio(words, window=3) == pytest.approx((2 / 3 + 1) / 2)
    assert moving_type_token_ratio(["a"] * 150) == pytest.approx(0.01)
    assert moving_type_token_ratio(words) is None


def test_moving_ratio_equals_the_slow_way():
    words = ("the dam broke and the town by the river was flooded again " * 30).split()
    windows = [words[i : i + 100] for i in range(len(words) - 99)]
    wanted = sum(len(set(w)) / 100 for w in windows) / len(windows)
    assert moving_type_token_ratio(words) == pytest.approx(wanted)


def test_words_near_an_actor_by_voice(note):
    text = (
        "Stubborn Russia waited. The stubborn envoys of Russia waited. Rain fell on the hills. "
        "“Generous Russia waits,” said Ana Silva. Snow fell on the quiet hills and fields."
    )
    rows = collocations([note(text, only=("general", "world"))])
    near = {(r.actor, r.voice, r.word): r for r in rows}
    row = near["Russia", "outlet", "stubborn"]
    assert (row.together, row.count, row.articles) == (2, 2, 1)
    assert row.strength == 14
    assert not any(word == "generous" for _, voice, word in near if voice == "outlet")
    assert not any(word in ("hills", "the") for _, _, word in near)


def test_frames_are_cues_with_their_place_and_voice(note):
    text = (
        "The parties were at odds over the budget. The mayor accused the council of negligence. "
        "“It is our moral duty,” said Ana Silva. The plan costs 4 million euros and unemployment rose."
    )
    annotation = note(text, only=("general",))
    cues = frame_cues(annotation)
    assert {c.frame for c in cues} >= {"conflict", "economic", "morality", "responsibility"}
    for cue in cues:
        assert cue.span.of(text)
    assert next(c for c in cues if c.cue == "at odds").voice == "outlet"
    assert next(c for c in cues if c.cue == "moral duty").voice == "direct"
    uses = {u.frame: u for u in frame_use([annotation])}
    assert tuple(uses) == FRAMES
    assert uses["conflict"].count == sum(c.frame == "conflict" for c in cues)
    assert uses["conflict"].estimate.low is None  # one article


def test_inflected_cues_and_the_longer_of_two(note):
    cues = frame_cues(note("The council accuses the mayor. It was a moral obligation."))
    assert [c.cue for c in cues] == ["accuse", "moral obligation"]


def test_the_shipped_cues_have_a_source_and_no_double():
    path = lexicon_folder() / "general" / "frames.csv"
    rows = [row for _, row in read_rows(path, error=LexiconError)]
    assert {row["frame"] for row in rows} == set(FRAMES)
    assert all(row["item"] and "Semetko" in row["source"] for row in rows)
    assert len({row["cue"] for row in rows}) == len(rows)
    assert load_packs(["general"])  # the extra table leaves the pack as it was


def test_a_faulty_table_is_named_with_its_line(note, tmp_path):
    table = tmp_path / "frames.csv"
    table.write_text("frame,item,cue,form,source\nhorror,1,ghost,noun,me\n")
    with pytest.raises(LexiconError, match="frames.csv:2: frame 'horror'"):
        frame_cues(note("A ghost."), path=table)
