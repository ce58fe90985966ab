"""All articles of an event are read with the same packs; alone, an article is read as ever."""

from dataclasses import replace
from datetime import date

import pytest

import framing
from framing.annotation.annotate import annotate
from framing.comparison import packs as shared
from framing.comparison.compare import compare
from framing.comparison.packs import with_shared_packs
from framing.model import Article, Corpus, Event, OutletTag

LONG = (
    "Delegations of Russia and Ukraine met in Istanbul on Monday. The talks in Istanbul lasted two "
    "hours. Ukraine spoke of a ceasefire, and Russia of a list of terms. President Volodymyr "
    "Zelensky said in Kyiv that the exchange of prisoners would go on. Vladimir Putin is to be told "
    "of the result by Vladimir Medinsky. Both delegations left Istanbul in the evening. "
)
# long enough for three cues to be asked, and with one
BRIEF = "A delegation of the Kiev regime left late on Monday, after two hours of talks. " + (
    "The hotel was closed to guests, and traffic along the shore was held up until the evening. "
    * 9
)


def article(text, id, outlet):
    return Article(id, text, OutletTag(outlet, outlet), date(2025, 6, 2), language="en")


@pytest.fixture
def two():
    return [article(LONG * 2, "long", "north"), article(BRIEF, "brief", "south")]


def names(annotation):
    return {pack.name for pack in annotation.packs}


def test_a_brief_is_read_with_the_packs_of_the_long_report_on_its_event(two):
    long, brief = annotate(two)
    assert "russia-ukraine" in names(long) - names(brief)
    assert "Kiev regime" not in {m.term for m in brief.markers}
    found = compare([long, brief], Event("e", "talks", ("long", "brief"), ("day",) * 2))
    assert [names(a) for a in found.annotations] == [names(long)] * 2
    assert found.annotations[0] is long
    assert "Kiev regime" in {m.term for m in found.annotations[1].markers}
    assert found.annotations[1] == annotate([two[1]], packs=sorted(names(long) - {"general"}))[0]


def test_a_study_hands_out_the_annotations_that_it_compared(two):
    study = framing.study(Corpus(tuple(two)))
    (event,) = [c for c in study.comparisons if len(c.annotations) == 2]
    assert {names(a) == names(study.notes[0]) for a in study.notes} == {True}
    assert sorted(map(id, event.annotations)) == sorted(map(id, study.notes))
    markers = study.to_frame("markers")
    assert "Kiev regime" in set(markers[markers["article"] == "brief"]["term"])


def test_an_article_of_another_event_or_alone_is_read_as_before(two):
    long, brief = annotate(two)
    alone = compare([long, brief], Event("e", "talks", ("brief",), ("day",)))
    assert alone.annotations == (brief,)


def test_nothing_is_annotated_again_where_all_have_the_same_packs(two, monkeypatch):
    monkeypatch.setattr(shared, "annotate_article", None)  # calling it would raise
    notes = annotate(two, packs=["russia-ukraine"])
    assert with_shared_packs(notes) == tuple(notes)
    assert with_shared_packs([]) == ()


def test_each_article_is_annotated_again_once_at_most_and_by_the_finder_given(two, monkeypatch):
    seen = []
    real = shared.annotate_article

    def counted(article, packs, *, finder):
        seen.append((article.id, finder))
        return real(article, packs)

    monkeypatch.setattr(shared, "annotate_article", counted)
    briefs = [replace(two[1], id=f"b{k}") for k in range(4)]
    finder = object()
    once = with_shared_packs(annotate([two[0], *briefs]), finder=finder)
    assert seen == [(f"b{k}", finder) for k in range(4)]
    assert with_shared_packs(once, finder=finder) == once
    assert len(seen) == 4
