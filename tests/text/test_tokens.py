import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.text.chunks import chunk
from framing.text.tokens import count_words, tokenize


def tags(text):
    tokens = tokenize(text)
    return dict(zip(tokens.words, tokens.tags, strict=True))


def letters(text):
    tokens = tokenize(text)
    return chunk(tokens, 0, len(tokens)).letters


def test_tags_follow_the_context():
    found = tags("The talks held in Geneva produced results and they expected to leave.")
    assert (found["held"], found["produced"], found["expected"]) == ("VBN", "VBD", "VBD")
    assert found["leave"] == "VB"


@pytest.mark.parametrize("people", ["Russian", "Ukrainian", "American", "Chinese"])
def test_peoples_are_tagged_alike(people):
    found = tags(
        f"Ten schools were hit by {people} shelling, and {people} shelling of the port went on."
    )
    assert (found[people.lower()], found["shelling"]) == ("JJ", "NN")


def test_an_action_of_somebody_is_a_noun():
    assert tags("They feared enemy shelling of the port.")["shelling"] == "NN"
    assert tags("There is a man speaking of the port.")["speaking"] == "VBG"


def test_marks_do_not_change_a_part_of_speech():
    plain = tags("They waited for a memorandum from the south.")
    marked = tags('They waited for a "memorandum" from the south.')
    assert {word: tag for word, tag in marked.items() if word != '"'} == plain


def test_a_word_gets_no_tag_that_its_form_excludes():
    assert tags("Traders say business is poor.")["business"] == "NN"


def test_typographic_apostrophes_split_clitics():
    assert tokenize("It doesn’t say Putin’s name.").words == [
        "it", "does", "n't", "say", "putin", "'s", "name", ".",
    ]  # fmt: skip


def test_chunks_of_a_plain_sentence():
    assert letters("The minister said that the talks will be held in June.") == "nvqnvpn."


@given(st.text())
def test_tokens_slice_back_to_the_text_and_cover_every_letter(text):
    tokens = tokenize(text)
    assert all(s < e for s, e in zip(tokens.starts, tokens.ends, strict=True))
    inside = sum(e - s for s, e in zip(tokens.starts, tokens.ends, strict=True))
    assert inside == sum(len(piece) for span in tokens.sentences for piece in span.of(text).split())


@given(st.text(alphabet="abc ’'-.,1", max_size=80))
def test_counting_words_ignores_what_stands_round_them(text):
    assert count_words(f"  {text} — ") == count_words(text)
