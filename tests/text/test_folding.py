from hypothesis import example, given
from hypothesis import strategies as st

from framing.text.folding import fold


@given(st.text())
@example("İstanbul ﬁ ß ŉ ΐ")
@example("\U0001f1fa\U0001f1e6 Київ’s")
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


def test_case_accents_apostrophes_and_spaces_do_not_matter():
    assert fold("So-called “Kiev’s”") == "so called  kiev s "
    assert fold("Erdoğan\u00a0said") == "erdogan said"
    assert fold("leadersʼ") == "leaders "
