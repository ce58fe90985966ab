from hypothesis import given
from hypothesis import strategies as st

from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.matching import Matcher
from framing.text.folding import fold

WORDS = ["Kiev", "so-called", "people’s republic", "may", "May", "aggressor state"]


def found(text, phrases=WORDS):
    matcher = Matcher((phrase, phrase) for phrase in phrases)
    return [(text[hit.start : hit.end], hit.key) for hit in matcher.find(text)]


def test_possessives_hyphens_apostrophes_and_nbsp():
    assert found("Kiev’s so called plan") == [("Kiev", "Kiev"), ("so called", "so-called")]
    assert found("the People's Republic", ["people’s republic"]) == [
        ("People's Republic", "people’s republic")
    ]
    assert found("aggressor\u00a0state") == [("aggressor\u00a0state", "aggressor state")]


def test_a_capital_in_the_term_must_be_one_in_the_text():
    assert found("In May it may rain; MAY") == [
        ("May", "may"), ("May", "May"), ("may", "may"), ("MAY", "may"), ("MAY", "May"),
    ]  # fmt: skip
    assert found("kiev KIEV") == [("KIEV", "Kiev")]


def test_whole_words_only_and_no_match_across_a_comma():
    assert found("Kievan Rus, maybe, aggressor, state") == []


def test_offsets_hold_where_lower_casing_would_shift_them():
    text = "İstanbul, İstanbul: Kiev"
    matcher = Matcher([("Kiev", "x")])
    hit = matcher.find(text)[0]
    assert text[hit.start : hit.end] == "Kiev"


@given(st.text(), st.lists(st.text(min_size=1, max_size=12), max_size=8))
def test_every_hit_folds_to_its_phrase(text, phrases):
    matcher = Matcher((phrase, phrase) for phrase in phrases)
    for hit in matcher.find(text):
        assert fold(text[hit.start : hit.end]) == fold(hit.key).strip()


@given(st.sampled_from(["claim", "tell", "deny", "slam", "admit", "lash out", "panic", "agree"]))
def test_verb_forms_are_found(verb):
    for form in forms_of(verb, "verb"):
        assert found(f"they {form} now", forms_of(verb, "verb")) == [(form, form)]


def test_irregular_and_doubled_forms():
    assert forms_of("lash out", "verb") == ("lash out", "lashes out", "lashed out", "lashing out")
    assert "told" in forms_of("tell", "verb")
    assert "admitted" in forms_of("admit", "verb")
    assert "panicked" in forms_of("panic", "verb")
    assert forms_of("aggressor state", "noun") == ("aggressor state", "aggressor states")
