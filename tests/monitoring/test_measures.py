"""What is watched is what a profile shows."""

import pytest
from tests_samples import AGENCY, MULTI_PARAGRAPH, SET_OFF, STATED_BY

from framing.monitoring.measures import MEASURES, PER_WORDS, term_measures
from framing.profiles.facets import FACETS

NAMES = {measure.name: measure for measure in MEASURES}
COUNTED = [facet for facet in FACETS if facet.name in NAMES]


@pytest.fixture(scope="module")
def annotations(packs):
    from framing.annotation.annotate import annotate_article
    from framing.model import Article

    texts = (AGENCY, SET_OFF, STATED_BY, MULTI_PARAGRAPH, AGENCY + SET_OFF)
    return [annotate_article(Article(str(k), text), packs) for k, text in enumerate(texts)]


def test_every_measure_is_a_facet():
    assert len(COUNTED) == len(MEASURES)


@pytest.mark.parametrize("facet", COUNTED, ids=lambda facet: facet.name)
def test_the_counts_give_the_facets_value(facet, annotations):
    mine, theirs = NAMES[facet.name].estimate(annotations), facet.measure(annotations)
    assert mine.value == pytest.approx(theirs.value)
    assert mine.unit == theirs.unit


def test_terms_are_watched_when_an_outlets_voice_has_them_often(note):
    often = [note("It is probably so. It is probably not.", id=str(k)) for k in range(3)]
    assert [m.name for m in term_measures(often)] == ["“probably” (hedge)"]
    assert term_measures(often)[0].counts(often[0]) == (2, 8)
    assert term_measures(often)[0].unit == PER_WORDS
    assert term_measures(often[:2]) == []
    quoted = [note("“It is probably so and probably not,” she said.", id=str(k)) for k in range(3)]
    assert term_measures(quoted) == []
