import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests_samples import TEXTS

from framing.annotation.annotate import annotate_article
from framing.annotation.exchange import from_record, to_record
from framing.annotation.lexicon.loading import load_packs
from framing.model import Article

PACKS = tuple(load_packs(["general", "russia-ukraine"]))


def round_trip(article):
    note = annotate_article(article, PACKS)
    record = json.loads(json.dumps(to_record(note)))
    return note, from_record(record, article)


@pytest.mark.parametrize("text", TEXTS)
def test_a_record_gives_the_annotation_back(text):
    note, again = round_trip(Article("a", text))
    assert again == note
    assert note.sentences


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_the_round_trip_is_the_identity_for_any_text(text):
    note, again = round_trip(Article("a", text))
    assert again == note


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=200).map(lambda s: f"Kiev said that {s} the so-called “memorandum” may {s}.")
)
def test_every_offset_slices_back_into_the_text(text):
    note = annotate_article(Article("a", text), PACKS)
    for marker in note.markers:
        assert 0 <= marker.span.start < marker.span.end <= len(text)
        assert marker.voice.kind in ("outlet", "direct", "indirect", "unclear")
    for mention in note.mentions:
        assert mention.span.of(text).strip()


def test_the_record_has_the_keys_of_the_export_format():
    text = TEXTS[0] + " Reyes claimed that the so-called memorandum may fail."
    record = to_record(annotate_article(Article("a", text, path="a.txt"), PACKS))
    assert {"id", "path", "outlet", "published", "language", "headline", "boilerplate", "quotes",
            "quotation_marks", "markers", "mentions"} <= set(record)  # fmt: skip
    assert {"start", "end", "kind", "cue", "speaker", "side"} <= set(record["quotes"][0])
    assert {"start", "end", "category", "target", "valence", "convention", "voice", "speaker", "term",
            "pack"} <= set(record["markers"][0])  # fmt: skip
