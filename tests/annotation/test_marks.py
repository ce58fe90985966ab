import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.annotation.quotation.marks import pair_marks
from framing.text.segment import paragraphs, sentences


def pairs(text):
    return pair_marks(text, paragraphs(text), sentences(text))


def shown(text):
    return [pair.span.of(text) for pair in pairs(text)]


@pytest.mark.parametrize(
    "quoted",
    [
        '"We go on"',
        "“We go on”",
        "«We go on»",
        "„We go on“",
        "„We go on”",
        "``We go on''",
        "‘We go on’",
    ],
)
def test_every_style_of_marks(quoted):
    assert shown(f"She said {quoted} and left.") == [quoted]


def test_apostrophes_are_no_marks():
    assert (
        shown("The parties’ list isn't Putin’s; the ’90s and rock 'n' roll, the leaders' say.")
        == []
    )


def test_british_single_marks_with_apostrophes_inside():
    text = "‘We can’t go on like this,’ she said. The sides’ envoys left."
    assert shown(text) == ["‘We can’t go on like this,’"]


def test_nested_marks():
    text = "She said, \"I heard 'no way' from them.\""
    assert shown(text) == ["\"I heard 'no way' from them.\"", "'no way'"]


def test_one_stray_mark_costs_one_sentence():
    text = 'He took the "stray road home. She said "one" and "two" later.'
    found = pairs(text)
    assert [p.span.of(text) for p in found if p.closed] == ['"one"', '"two"']
    assert [p.span.of(text) for p in found if not p.closed] == ['"stray road home.']


def test_a_quotation_of_several_paragraphs():
    text = "“One. Two.\n\n“Three,” he said."
    assert [(p.span.of(text), p.closed) for p in pairs(text)] == [
        ("“One. Two.", False),
        ("“Three,”", True),
    ]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`", max_size=120))
def test_pairs_of_one_kind_never_overlap_and_lie_in_the_text(text):
    found = pairs(text)
    for single in (False, True):
        spans = [p.span for p in found if p.single == single]
        assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert all(
        0 <= p.span.start <= p.inner.start <= p.inner.end <= p.span.end <= len(text) for p in found
    )
