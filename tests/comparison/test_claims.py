"""Claims: what several articles tell, found in other words, and what each puts differently."""

import random
import time
from datetime import date, timedelta

import pytest
from comparison.claim_events import Agreement, agreement, read_events

from framing.comparison.claims import align_claims

DAY = date(2024, 3, 14)  # a Thursday

HARBOUR = """\
The ferry Halcyon sank off the port of Sarn on Wednesday night, the coast guard said.

Rescue teams pulled 214 passengers from the water. Nineteen people died, according to the hospital in Sarn.

The captain was arrested on Thursday morning. Divers will search the wreck on Friday."""
LAKE = """\
Police in Sarn have detained the captain of the Halcyon, which capsized near the port on Wednesday.

The coast guard said that 214 people were rescued. The hospital put the number of dead at 23 people.

The minister of transport promised new rules for ferries."""
MARKET = """\
The central bank of Lorn raised interest rates to 6 percent.

Analysts had expected the bank to wait until the summer."""


@pytest.fixture
def event(note):
    def make(*texts, days=None):
        days = days or [DAY] * len(texts)
        return [
            note(text, id=f"a{n}", outlet=f"o{n}", published=day)
            for n, (text, day) in enumerate(zip(texts, days, strict=True), start=1)
        ]

    return make


def told(annotations, claim):
    """Article to the words of the claim in it."""
    texts = {a.article.id: a.article.text for a in annotations}
    found = {}
    for passage in claim.passages:
        found.setdefault(passage.article, []).append(passage.span.of(texts[passage.article]))
    return found


def claim_with(annotations, *words, **options):
    """The claim that has a passage with all of `words`, told by most."""
    for claim in align_claims(annotations, **options):
        passages = [text for texts in told(annotations, claim).values() for text in texts]
        if any(all(word in text for word in words) for text in passages):
            return claim
    raise AssertionError(f"no claim with {words}")


def cell(claim, article):
    return next(c for c in claim.cells if c.article == article)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("sank off the port", "capsized near the port"),
        ("pulled 214 passengers", "214 people were rescued"),
        ("captain was arrested", "detained the captain"),
    ],
)
def test_one_fact_in_other_words_is_one_claim(event, first, second):
    articles = event(HARBOUR, LAKE)
    found = told(articles, claim_with(articles, first))
    assert any(second in text for text in found.get("a2", [])), found


def test_unrelated_articles_share_no_claim(event):
    articles = event(HARBOUR, MARKET)
    assert all(len(told(articles, claim)) == 1 for claim in align_claims(articles))


def test_sentences_with_the_same_verb_and_sides_but_another_thing_are_two_claims(event):
    articles = event(
        "Chad handed over a list of missing fishermen to Niger.",
        "Niger handed over its reply on the border bridge to Chad.",
        "The teams met in the capital and spoke for three hours.",
    )
    assert all(len(told(articles, claim)) == 1 for claim in align_claims(articles))


def test_a_sentence_with_two_facts_is_in_two_claims(event):
    articles = event(
        "Chad released 40 fishermen and banned foreign trawlers from the lake.",
        "All 40 fishermen were freed by Chad.",
        "Foreign trawlers are now banned from the lake, the ministry in Chad said.",
    )
    freed = told(articles, claim_with(articles, "freed"))
    banned = told(articles, claim_with(articles, "now banned"))
    assert "fishermen" in freed["a1"][0]
    assert "trawlers" in banned["a1"][0]
    assert set(freed) == {"a1", "a2"}
    assert set(banned) == {"a1", "a3"}


def test_the_order_of_the_articles_changes_nothing(event):
    articles = event(HARBOUR, LAKE, MARKET)
    wanted = align_claims(articles)
    for seed in range(4):
        shuffled = list(articles)
        random.Random(seed).shuffle(shuffled)
        for mine, theirs in zip(align_claims(shuffled), wanted, strict=True):
            assert (mine.id, mine.label, mine.passages) == (
                theirs.id,
                theirs.label,
                theirs.passages,
            )
            assert set(mine.cells) == set(theirs.cells)


def test_what_all_tell_comes_first_and_of_that_what_they_tell_alike(event):
    articles = event(HARBOUR, LAKE)
    cells = [
        (
            sum(c.state.startswith("stated") for c in claim.cells),
            any(c.differs for c in claim.cells),
        )
        for claim in align_claims(articles)
    ]
    assert cells == sorted(cells, key=lambda item: (-item[0], item[1]))
    assert cells[0] == (2, False)


def test_numbers_that_differ_are_named_with_both_values(event):
    articles = event(
        "The flood destroyed 300 houses in Sarn.",
        "About two hundred houses in Sarn were destroyed.",
    )
    found = cell(claim_with(articles, "300 houses"), "a1")
    assert found.state == "stated differently"
    (difference,) = [d for d in found.details if d.kind == "numbers"]
    assert (difference.here, difference.elsewhere) == ("300 houses", "two hundred houses")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Floods destroyed 6,000 houses in Sarn.", "Six thousand houses were destroyed in Sarn."),
        ("Floods destroyed 6 000 houses in Sarn.", "6,000 houses were destroyed in Sarn."),
        ("Floods destroyed 1.5 million trees.", "1,500,000 trees were destroyed by floods."),
        ("The talks in Sarn lasted an hour.", "The negotiations in Sarn went on for one hour."),
    ],
)
def test_one_number_in_two_spellings_is_no_difference(event, one, other):
    articles = event(one, other)
    assert "numbers" not in cell(align_claims(articles)[0], "a1").differs


def test_a_number_that_only_one_gives_is_no_difference(event):
    articles = event(
        "The flood destroyed 300 houses in Sarn.", "The flood in Sarn destroyed many houses."
    )
    claim = claim_with(articles, "300 houses")
    assert set(told(articles, claim)) == {"a1", "a2"}
    assert "numbers" not in cell(claim, "a1").differs


def test_one_side_alone_against_both_together_is_a_difference_of_agent(event):
    articles = event(
        "Chad will return 500 captured fishermen next week.",
        "Chad and Niger agreed on the return of 500 captured fishermen.",
    )
    found = cell(claim_with(articles, "500"), "a1")
    (difference,) = [d for d in found.details if d.kind == "agent"]
    assert (difference.here, difference.elsewhere) == ("Chad", "Chad and Niger")


def test_who_took_the_initiative_is_a_difference_of_agent(event):
    articles = event(
        "The border talks in Sarn resumed on 11 March at the request of Niger.",
        "The border talks in Sarn resumed on 11 March after a long break.",
    )
    claim = claim_with(articles, "talks in Sarn")
    assert [d.here for d in cell(claim, "a2").details] == ["no one named"]
    assert [d.elsewhere for d in cell(claim, "a2").details] == ["at the initiative of Niger"]


def test_planned_here_and_done_there_is_a_difference_of_modality(event):
    articles = event(
        "The museum in Sarn will return the bronze masks to the royal family.",
        "The museum in Sarn returned the bronze masks to the royal family.",
    )
    found = cell(claim_with(articles, "bronze"), "a1")
    assert "modality" in found.differs
    assert [(d.here, d.elsewhere) for d in found.details if d.kind == "modality"] == [
        ("as planned", "as a fact")
    ]


def test_who_vouches_for_it_is_a_difference_of_attribution(event):
    articles = event(
        "The bridge over the Orla collapsed after an explosion.",
        "The bridge over the Orla collapsed after an explosion, the governor Ana Brandt said.",
    )
    claim = claim_with(articles, "bridge over the Orla")
    assert cell(claim, "a2").differs == ("attribution",)
    (difference,) = cell(claim, "a2").details
    assert (difference.here, difference.elsewhere) == ("Ana Brandt", "the outlet")


def test_alone_against_together_names_the_word_that_says_so(event):
    articles = event(
        "Chad will unilaterally return 500 captured fishermen next week.",
        "Chad and Niger agreed on the return of 500 captured fishermen.",
    )
    found = cell(claim_with(articles, "500"), "a1")
    (difference,) = [d for d in found.details if d.kind == "agent"]
    assert difference.here == "Chad, unilaterally"


def test_a_text_that_names_the_initiator_in_other_words_is_not_said_to_name_no_one(event):
    articles = event(
        "The border talks in Sarn resumed on 11 March at the request of Niger.",
        "The border talks in Sarn resumed on 11 March as Niger had proposed.",
    )
    claim = claim_with(articles, "talks in Sarn")
    assert "no one named" not in [d.here for c in claim.cells for d in c.details]


def test_a_documented_wording_of_the_other_convention_is_a_difference_of_naming(event):
    articles = event(
        "The ministers discussed the special military operation with the bishops.",
        "The ministers discussed the full-scale invasion with the bishops.",
    )
    found = cell(claim_with(articles, "bishops"), "a1")
    assert [(d.here, d.elsewhere) for d in found.details if d.kind == "naming"] == [
        ("special military operation", "full-scale invasion")
    ]


def test_an_article_older_than_the_fact_could_not_know_it(event):
    early = "Divers prepared to search the wreck of the Halcyon near the port of Sarn."
    articles = event(HARBOUR, early, days=[DAY, DAY - timedelta(days=3)])
    claim = claim_with(articles, "captain was arrested")
    assert cell(claim, "a2").state == "not yet knowable"
    assert cell(claim_with(articles, "prepared to search"), "a1").state != "not yet knowable"


def test_background_is_not_taken_for_the_news(event):
    """The same words of two occasions: each article tells one of them as background."""
    articles = event(
        "The delegations agreed on Thursday to exchange 90 captured pilots.\n\n"
        "The first round of talks was held on 2 February. The delegations agreed to reopen the bridge.",
        "The delegations agreed to exchange 90 captured pilots.\n\n"
        "On 2 February the first round of talks was held. The delegations agreed to reopen the bridge.",
    )
    bridge = claim_with(articles, "reopen the bridge")
    assert set(told(articles, bridge)) == {"a1", "a2"}
    assert all("pilots" not in text for texts in told(articles, bridge).values() for text in texts)


def test_regions_that_tell_nothing_are_in_no_claim(event):
    articles = event(
        "date 2024-03-14\n\nThe ferry Halcyon sank near Sarn.", "The Halcyon sank off Sarn."
    )
    claim = claim_with(articles, "Halcyon")
    assert told(articles, claim)["a1"] == ["The ferry Halcyon sank near Sarn"]


def test_labels_are_short_and_without_quotation_marks(event):
    articles = event(
        HARBOUR,
        LAKE
        + " “The captain was drunk as a lord, and the whole disgraceful crew with him,” one said.",
    )
    for claim in align_claims(articles):
        assert 0 < len(claim.label) <= 121
        assert not set(claim.label) & set('“”"«»')
        assert claim.label[0] == claim.label[0].upper()


def test_every_passage_lies_in_its_article_and_every_article_has_a_cell(event):
    articles = event(HARBOUR, LAKE, MARKET)
    lengths = {a.article.id: len(a.article.text) for a in articles}
    for claim in align_claims(articles):
        assert [c.article for c in claim.cells] == ["a1", "a2", "a3"]
        stated = {c.article for c in claim.cells if c.state.startswith("stated")}
        assert stated == {p.article for p in claim.passages}
        assert all(0 <= p.span.start < p.span.end <= lengths[p.article] for p in claim.passages)
        assert all(bool(c.differs) == bool(c.details) for c in claim.cells)


def test_nothing_comes_of_nothing(event):
    assert align_claims([]) == ()
    assert align_claims(event("", "  \n ")) == ()
    (claim,) = align_claims(event("The ferry Halcyon sank near Sarn."))
    assert claim.cells[0].state == "stated"


def test_characters_that_cannot_be_written_do_no_harm(event):
    assert align_claims(event("The \udcff ferry Hal\udcffcyon sank \u202e near the port of Sarn."))


WIRE = HARBOUR + "\n\nThe port of Sarn will stay closed until Sunday."


def test_copies_of_one_text_are_one_voice_and_each_is_named(event):
    articles = event(WIRE, WIRE, WIRE, LAKE)
    claims = align_claims(articles, copies=[("a2", "a1", "a3")])
    captain = next(c for c in claims if "captain" in c.label.lower())
    assert (captain.told, captain.voices) == (2, 2)
    assert set(told(articles, captain)) == {"a1", "a2", "a3", "a4"}
    assert [cell.copy_of for cell in captain.cells] == ["", "a1", "a1", ""]
    port = next(c for c in claims if "until Sunday" in told(articles, c).get("a3", [""])[0])
    assert port.told == 1
    assert {c.article for c in port.cells if c.state == "stated"} == {"a1", "a2", "a3"}


def test_what_only_copies_tell_does_not_come_before_what_two_texts_tell(event):
    articles = event(WIRE, WIRE, WIRE, LAKE)
    counts = [claim.told for claim in align_claims(articles, copies=[("a1", "a2", "a3")])]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 2 and counts[-1] == 1


def test_copies_do_not_change_what_the_others_share(event):
    once, thrice = event(WIRE, LAKE), event(WIRE, LAKE, WIRE, WIRE)
    labels = [c.label for c in align_claims(once) if c.told == 2]
    folded = align_claims(thrice, copies=[("a1", "a3", "a4")])
    assert [c.label for c in folded if c.told == 2] == labels
    assert labels


def test_a_copy_with_a_sentence_more_is_alone_with_it(event):
    articles = event(WIRE, WIRE + " Two fishing boats were damaged at the quay.", LAKE)
    claims = align_claims(articles, copies=[("a1", "a2")])
    quay = next(c for c in claims if "quay" in str(told(articles, c)))
    assert [cell.state for cell in quay.cells] == ["not found", "stated", "not found"]


@pytest.mark.parametrize(
    ("half", "events", "precision", "recall"),
    [("tune", 9, 0.7, 0.32), ("held_out", 7, 0.53, 0.26)],
)
def test_claims_of_made_up_events_agree_with_those_marked_by_hand(half, events, precision, recall):
    """Measured by `benchmarks/claims_made_up.py`; the tune half chose weights and thresholds."""
    marked = read_events(half)
    found = sum((agreement(e, align_claims(e.notes)) for e in marked), Agreement())
    assert len(marked) == events
    assert found.precision >= precision
    assert found.recall >= recall


def test_made_up_events_come_out_the_same_in_any_order():
    for made_up in read_events("tune"):
        wanted = [(c.label, c.passages) for c in align_claims(made_up.notes)]
        backwards = align_claims(made_up.notes[::-1])
        assert [(c.label, c.passages) for c in backwards] == wanted


BRIDGE = "The two ministers signed the bridge contract in Sarn"


@pytest.mark.parametrize(
    ("one", "other", "here", "elsewhere"),
    [
        (" ahead of the talks.", " during the talks.", "ahead of the talks", "during the talks"),
        (
            " only at the second round.",
            " a week before the second round.",
            "only at the second round",
            "a week before the second round",
        ),
        (" in advance.", " at the meeting.", "in advance", "at the meeting"),
        (
            " after the hearing.",
            " shortly before the hearing.",
            "after the hearing",
            "shortly before the hearing",
        ),
        (
            " before the delegations met.",
            " in the course of the talks.",
            "before the delegations met",
            "in the course of the talks",
        ),
        (" on 2 March.", " on March 5.", "on 2 March", "on March 5"),
        (" on Monday.", " on Wednesday.", "on Monday", "on Wednesday"),
    ],
)
def test_another_time_is_a_difference_of_time(event, one, other, here, elsewhere):
    articles = event(BRIDGE + one, BRIDGE + other)
    claim = claim_with(articles, "contract")
    (difference,) = [d for d in cell(claim, "a1").details if d.kind == "time"]
    assert (difference.here, difference.elsewhere) == (here, elsewhere)
    (difference,) = [d for d in cell(claim, "a2").details if d.kind == "time"]
    assert (difference.here, difference.elsewhere) == (elsewhere, here)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (" on Monday.", " on March 11."),  # the Monday before the 14th
        (" during the talks.", " at the negotiations."),
        (" during the talks.", "."),
        (" before the first round.", " during the second round."),
        (" for only 300 crowns at the talks.", "."),
        (" in March.", " in the spring."),
    ],
)
def test_one_time_in_other_words_is_no_difference_of_time(event, one, other):
    articles = event(BRIDGE + one, BRIDGE + other)
    claim = claim_with(articles, "contract")
    assert {"a1", "a2"} <= {p.article for p in claim.passages}
    assert "time" not in cell(claim, "a1").differs


def test_one_word_for_two_days_is_told_with_the_dates(event):
    told = "Dolna's minister signed the new bridge contract on Monday."
    articles = event(told, told.replace("new ", ""), days=[date(2025, 6, 3), date(2025, 6, 10)])
    details = [d for c in (1, 2) for d in cell(claim_with(articles, "contract"), f"a{c}").details]
    times = {text for d in details if d.kind == "time" for text in (d.here, d.elsewhere)}
    assert times == {"on Monday (2025-06-02)", "on Monday (2025-06-09)"}


def test_the_next_day_is_counted_from_the_day_told_before(event):
    articles = event(
        "The two ministers met in Sarn on 2 March. The next day they signed the bridge contract.",
        "On 5 March the two ministers signed the bridge contract.",
        "On 3 March the two ministers signed the bridge contract.",
    )
    signed = claim_with(articles, "signed the bridge contract")
    told_of = {d.kind: d for d in cell(signed, "a2").details}
    assert told_of["time"].here == "On 5 March"
    assert "next day" in told_of["time"].elsewhere.lower()
    pair = claim_with(articles[::2], "signed the bridge contract")
    assert "time" not in cell(pair, "a1").differs


def test_a_stressed_time_differs_from_a_text_that_names_none(event):
    articles = event(
        "Niger only handed over its draft treaty to Chad during the talks.",
        "Niger handed over its draft treaty to Chad.",
    )
    claim = claim_with(articles, "draft treaty")
    (difference,) = [d for d in cell(claim, "a1").details if d.kind == "time"]
    assert (difference.here, difference.elsewhere) == ("during the talks", "no time named")


def test_what_did_not_happen_is_at_no_time(event):
    articles = event(
        BRIDGE.replace("signed", "have not signed") + " before the talks.",
        BRIDGE + " at the talks.",
    )
    assert "time" not in cell(claim_with(articles, "contract"), "a2").differs


def test_a_passage_left_alone_joins_a_claim_by_related_words(event):
    """Rules find nothing in common enough; place, sentence and related words do."""
    lines = [
        "Lawyers for the farmers took the water company to court on Tuesday.",
        "The growers want 40,000 crowns each for a lost harvest.",
    ]
    others = [
        "Farmers filed a lawsuit against the water company on Tuesday.",
        "They demand 40,000 crowns apiece, because the crops were ruined.",
    ]
    articles = event("\n\n".join(lines), "\n\n".join(others))
    money = told(articles, claim_with(articles, "40,000"))
    assert set(money) == {"a1", "a2"}


def test_what_is_told_by_all_stays_first_whatever_differs(event):
    articles = event(
        "The dam at Hesk broke on Monday. Engineers had warned of cracks only before the flood.",
        "The dam at Hesk broke on Monday. A museum in Lorn opened a show of clocks.",
        "The dam at Hesk broke on Monday.",
    )
    assert [claim.told for claim in align_claims(articles)] == [3, 1, 1]


def test_forty_articles_take_seconds(event):
    """Sentences of a few hundred words each from a common stock: far more alike than news is."""
    stock = [s for e in read_events("tune") for n in e.notes for s in n.article.text.split(". ")]
    draw = random.Random(1)
    texts = [". ".join(draw.sample(stock, 25)) for _ in range(40)]
    articles = event(*texts)
    start = time.process_time()
    claims = align_claims(articles)
    assert time.process_time() - start < 20
    assert max(claim.told for claim in claims) > 10
