from hypothesis import given
from hypothesis import strategies as st

from framing.text.segment import paragraphs, sentences


def split(text):
    return [span.of(text) for span in sentences(text)]


def test_abbreviations_do_not_end_a_sentence():
    text = "Sen. Ann Lee (R-Ky.) met the U.S. Army at 5 p.m. on Monday. The plan failed."
    assert split(text) == [
        "Sen. Ann Lee (R-Ky.) met the U.S. Army at 5 p.m. on Monday.",
        "The plan failed.",
    ]


def test_a_quoted_question_stays_with_who_asked_it():
    text = '"Why now?" Ms. Lee asked. Nobody knew.'
    assert split(text) == ['"Why now?" Ms. Lee asked.', "Nobody knew."]


def test_a_quotation_begins_a_sentence():
    assert split("He left. “We go on,” he said.") == ["He left.", "“We go on,” he said."]


def test_a_sentence_may_end_with_the_network_x():
    text = "The dam is old, he wrote on X. It will hold. Malcolm X. Shabazz spoke."
    assert [s.of(text) for s in sentences(text)][:2] == [
        "The dam is old, he wrote on X.",
        "It will hold.",
    ]


def test_a_heading_ends_where_its_line_ends():
    assert split("First round\n\nThe talks began.") == ["First round", "The talks began."]


def test_hard_wrapped_lines_are_one_paragraph():
    lines = [
        "The delegations met for the second time this year in the palace on the",
        "lake and talked for more than an hour about the gauges, the dams and the",
        "list of wells that both sides had sent to each other before the meeting",
        "without coming nearer to an agreement on the water that each may take in",
        "summer.",
    ]
    assert len(paragraphs("\n".join(lines) + "\n\nA new paragraph.")) == 2


@given(st.text())
def test_sentences_lie_in_the_text_in_order_and_do_not_overlap(text):
    spans = sentences(text)
    assert all(0 <= a.start < a.end <= len(text) for a in spans)
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert all(span.of(text) == span.of(text).strip() for span in spans)


@given(st.text())
def test_nothing_but_white_space_is_left_out(text):
    kept = "".join(span.of(text) for span in sentences(text))
    assert "".join(kept.split()) == "".join(text.split())
