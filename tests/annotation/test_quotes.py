"""Constructions of direct, indirect and mixed speech, one sentence each, written for the test."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.loading import load_packs
from framing.model import Article

PACKS = tuple(load_packs(["general"]))


def quotes(text):
    """(kind, speaker, content) of each quote."""
    found = annotate_article(Article("a", text), PACKS).quotes
    return [(q.kind, q.speaker, q.content.of(text)) for q in found]


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "content"),
    [
        ("Carla Reyes said that the dam is safe.", "indirect", "Carla Reyes", "the dam is safe"),
        ("Carla Reyes said the dam is safe.", "indirect", "Carla Reyes", "the dam is safe"),
        ("The dam is safe, Carla Reyes said.", "indirect", "Carla Reyes", "The dam is safe"),
        ("The dam is safe, said Carla Reyes.", "indirect", "Carla Reyes", "The dam is safe"),
        ("According to Carla Reyes, the dam is safe.", "indirect", "Carla Reyes", "the dam is safe"),
        ("The dam is safe, according to Carla Reyes.", "indirect", "Carla Reyes", "The dam is safe"),
        ("Carla Reyes told reporters on Monday that the dam is safe.", "indirect", "Carla Reyes",
         "the dam is safe"),
        ("Carla Reyes urged the south to open the gates.", "indirect", "Carla Reyes", "to open the gates"),
        ("Carla Reyes described the draft as detailed.", "indirect", "Carla Reyes",
         "the draft as detailed"),
        ("Carla Reyes asked whether the dam is safe.", "indirect", "Carla Reyes",
         "whether the dam is safe"),
        ('"The dam is quite safe," said Carla Reyes.', "direct", "Carla Reyes", "The dam is quite safe"),
        ('Carla Reyes said: "The dam is quite safe."', "direct", "Carla Reyes", "The dam is quite safe"),
        ("“The dam is quite safe,” Carla Reyes told reporters.", "direct", "Carla Reyes",
         "The dam is quite safe"),
        ("‘The dam is quite safe,’ Carla Reyes said.", "direct", "Carla Reyes", "The dam is quite safe"),
        ('Carla Reyes said the south was "buying time" in Geneva.', "mixed", "Carla Reyes",
         'the south was "buying time" in Geneva'),
    ],
)  # fmt: skip
def test_constructions(text, kind, speaker, content):
    assert quotes(text) == [(kind, speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The dam was opened on Monday after two days of rain.",
        "The delegations met in the palace and left an hour later.",
        "Talks took place in Geneva.",
    ],
)
def test_plain_narration_has_no_quotes(text):
    assert quotes(text) == []


def test_a_set_off_statement_without_marks():
    text = "We never asked for more water. Count the gauges.\n\n- Okafor noted.\n\nTalks go on."
    assert quotes(text)[0][0] == "direct"
    assert quotes(text)[0][2] == "We never asked for more water. Count the gauges"


def test_a_statement_closed_by_dash_and_cue_in_its_own_paragraph():
    text = "We never asked for more water. Count the gauges. - said Tom Okafor."
    assert quotes(text) == [
        ("direct", "Tom Okafor", "We never asked for more water. Count the gauges")
    ]


def test_stated_by_takes_the_sentences_before():
    text = "The dam stays shut. Two gates need repair. This was stated by Jan Novak on Friday."
    assert ("indirect", "Jan Novak", "The dam stays shut. Two gates need repair") in quotes(text)


def test_a_pronoun_is_the_last_speaker():
    text = "Jan Novak said that the dam stays shut. He added that two gates need repair."
    assert [speaker for _, speaker, _ in quotes(text)] == ["Jan Novak", "Jan Novak"]


def test_unnamed_sources_are_called_so():
    text = "A source told the Lake Agency that the talks would end on Friday."
    assert quotes(text)[0][1] == "unnamed source"


MARKS = st.sampled_from(["said", "that", "he", "Reyes", '"', "“", "”", ",", ".", "- ", "according to",
                         "the dam", "is", "\n\n", "told", "‘", "’", "claims", ":"])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKS, max_size=40).map(" ".join))
def test_quotes_never_overlap_and_slice_back(text):
    note = annotate_article(Article("a", text), PACKS)
    spans = [quote.content for quote in note.quotes]
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 400))
def test_losing_a_mark_never_crashes(number):
    text = (
        'Reyes said "we go on" and “we stay”. ‘Why?’ she asked: "Because.\n\n"And so on," he said.'
    )
    places = [i for i, c in enumerate(text) if c in '"“”‘’']
    cut = places[number % len(places)]
    annotate_article(Article("a", text[:cut] + text[cut + 1 :]), PACKS)
