"""Which single terms are watched beside the facets of a profile."""

from framing.monitoring.measures import estimate, term_measures
from framing.profiles.facets import PER_WORDS


def test_terms_are_watched_when_an_outlets_voice_has_them_often(note):
    often = [note("It is probably so. It is probably not.", id=str(k)) for k in range(3)]
    assert [m.name for m in term_measures(often)] == ["“probably” (hedge)"]
    assert term_measures(often)[0].count(often[0]) == (2, 8)
    assert term_measures(often)[0].unit == PER_WORDS
    assert estimate(term_measures(often)[0], often).value == 250.0
    assert term_measures(often[:2]) == []
    quoted = [note("“It is probably so and probably not,” she said.", id=str(k)) for k in range(3)]
    assert term_measures(quoted) == []
