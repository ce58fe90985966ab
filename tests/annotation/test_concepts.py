"""One name for one thing in all articles of an event."""

import pytest

import framing
from framing.annotation.concepts.find import with_concepts
from framing.annotation.exchange import from_record, to_record
from framing.annotation.lexicon.loading import load_packs
from framing.model import Article

FIRST = (
    "Greek Prime Minister Nikos Pappas met Selin Demir, the Turkish negotiator, in Geneva. "
    "Mr. Pappas spoke of a migrant caravan. The U.N. Border Agency welcomed the talks. "
    "Greek officials said the country would wait."
)
SECOND = (
    "Pappas and Ms. Demir shook hands. The Turkish negotiator smiled. The caravans went on. "
    "The Turks kept silent, but the prime minister wrote a letter. The agency did not answer."
)


@pytest.fixture(scope="module")
def pair():
    packs = load_packs(["general", "world"])
    articles = [Article(id="1", text=FIRST), Article(id="2", text=SECOND)]
    return with_concepts(framing.annotate(articles, packs=["world"]), packs)


def concepts(annotation, words):
    text = annotation.article.text
    return {(m.concept, m.kind) for m in annotation.concepts if m.span.of(text) == words}


def test_people_by_surname_title_and_role(pair):
    pappas, demir = {("nikos pappas", "person")}, {("selin demir", "person")}
    assert concepts(pair[0], "Mr. Pappas") == concepts(pair[1], "Pappas") == pappas
    assert concepts(pair[1], "the prime minister") == pappas
    assert concepts(pair[1], "Ms. Demir") == demir
    assert concepts(pair[1], "The Turkish negotiator") == demir


def test_states_with_their_people_and_seats(pair):
    greece = {("Greece", "body")}
    assert concepts(pair[0], "Greek officials") == greece
    assert concepts(pair[0], "the country") == greece
    assert concepts(pair[1], "The Turks") == {("Turkey", "body")}


def test_things_by_the_stem_of_their_head(pair):
    assert concepts(pair[0], "a migrant caravan") == concepts(pair[1], "The caravans")
    assert concepts(pair[0], "a migrant caravan") == {("caravan", "thing")}


def test_a_verb_with_its_object_is_one_concept(pair):
    assert concepts(pair[1], "wrote a letter") == {("to … letter", "act")}


def test_a_role_of_another_people_is_somebody_else(pair):
    packs = load_packs(["general", "world"])
    third = Article(id="3", text="The Danish prime minister was not there.")
    notes = framing.annotate([Article(id="1", text=FIRST), third], packs=["world"])
    found = with_concepts(notes, packs)[1]
    assert concepts(found, "The Danish prime minister") == {("Denmark", "body")}


def test_a_capitalised_heading_makes_no_person():
    packs = load_packs(["general", "world"])
    text = "Secret Memos Released\n\nThe memos were short. The secret memos are old."
    (found,) = with_concepts(framing.annotate([Article(id="1", text=text)], packs=["world"]), packs)
    assert {c.concept for c in found.concepts if c.span.of(text).endswith("emos")} == {"memo"}
    assert {c.kind for c in found.concepts} <= {"thing", "act"}


def test_plain_annotations_have_no_concepts_and_with_concepts_changes_nothing_else(pair):
    plain = framing.annotate([Article(id="1", text=FIRST)], packs=["world"])[0]
    assert plain.concepts == ()
    assert pair[0].mentions == plain.mentions
    assert pair[0].clauses == plain.clauses


def test_the_export_holds_concepts_on_mentions_and_reads_them_back(pair):
    for annotation in pair:
        record = to_record(annotation)
        assert {"Greece", "Turkey"} & {item["actor"] for item in record["mentions"]}
        assert all(item["concept"] for item in record["mentions"])
        again = from_record(record, annotation.article)
        assert again.concepts == annotation.concepts
        assert again.mentions == annotation.mentions
        assert again.clauses == annotation.clauses
