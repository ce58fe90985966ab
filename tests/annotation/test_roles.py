"""Which side a mirror word is about, read from the sentence; every case holds with the sides swapped."""

import pytest

from framing.model import Span

TOPIC = " Ukraine and Russia met in Moscow; the Kremlin and Kyiv sent envoys."
SIDES = {"A": ("Ukrainian", "Ukraine", "ukraine", "ukrainian"),
         "B": ("Russian", "Russia", "russia", "russian")}  # fmt: skip


def filled(text, *, swapped):
    """`text` with ``A.adj``, ``A``, ``B.adj`` and ``B`` as the two sides, or the other way round."""
    order = ("B", "A") if swapped else ("A", "B")
    for key, name in zip("AB", order, strict=True):
        adjective, state, *_ = SIDES[name]
        text = text.replace(f"{key}.adj", adjective).replace(f"{key}.state", state)
    return text, {key: SIDES[name][2:] for key, name in zip("AB", order, strict=True)}


CASES = [
    # term, sentence, whom it is about, whose usage it is; A and B are the sides
    ("liberate", "A.adj forces liberated the village.", "A", "A"),
    ("liberate", "The village was liberated by A.adj troops.", "A", "A"),
    ("liberate", "A.adj troops want to drive out B.adj soldiers and liberate the town.", "A", "A"),
    ("eliminate", "A.adj forces eliminated 40 B.adj soldiers near the river.", "B", "A"),
    ("eliminate", "Forty B.adj soldiers were eliminated near the river.", "B", "A"),
    ("eliminate", "A.adj forces eliminated 40 soldiers near the river.", "B", "A"),
    ("provocation", "The envoy says A.state is preparing a provocation.", "A", "B"),
    ("provocation", "Schools closed after a A.adj provocation.", "A", "B"),
    ("enemy", "A.adj troops repelled three enemy attacks.", "B", "A"),
    ("the enemy", "The enemy shelled A.adj positions at dawn.", "B", "A"),
    ("enemy", "A.adj crews destroyed about 40 enemy drones.", "B", "A"),
    ("enemy", "A.adj crews destroyed more than 40 enemy drones.", "B", "A"),
    ("occupation", "The town was under the occupation of A.adj troops.", "A", "B"),
]


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(("term", "sentence", "about", "usage"), CASES)
def test_the_sentence_tells_whose_act_it_is(note, term, sentence, about, usage, swapped):
    text, sides = filled(sentence + " ", swapped=swapped)
    made = note(text + TOPIC, only=("general", "russia-ukraine"))
    found = {(m.target, m.convention) for m in made.markers if m.term == term}
    assert found == {(sides[about][0], sides[usage][1])}


@pytest.mark.parametrize(
    ("term", "sentence"),
    [
        ("liberate", "The village was liberated in autumn."),
        ("the enemy", "The enemy lost four tanks."),
        ("aggression", "They spoke about aggression in football."),
    ],
)
def test_where_the_sentence_does_not_tell_the_side_stays_open(note, term, sentence):
    made = note(f"{sentence}\n\n{TOPIC}", only=("general", "russia-ukraine"))
    assert {m.convention for m in made.markers if m.term == term} <= {"unresolved"}


def test_words_that_contradict_each_other_leave_the_opponent_open(note):
    text = (
        "Russian invaders hold the bridge. Russian troops repelled the enemy near the lake." + TOPIC
    )
    made = note(text, only=("general", "russia-ukraine"))
    assert {m.convention for m in made.markers if m.term == "the enemy"} == {"unresolved"}


def test_a_speaker_calls_the_other_side_so(note):
    text = "“The enemy will pay for this, and soon,” said Kremlin spokesman Dmitry Peskov." + TOPIC
    made = note(text, only=("general", "russia-ukraine"))
    assert {(m.target, m.convention) for m in made.markers if m.term == "the enemy"} == {
        ("ukraine", "russian")
    }


def test_a_term_held_at_a_distance_is_no_use_of_it(note):
    text = "Nobody recognises the puppet “LPR”, the envoy said." + TOPIC
    made = note(text, only=("general", "russia-ukraine"))
    found = {m.convention for m in made.markers if m.term == "LPR"}
    assert found == {"unresolved"}


HEADLINES = [
    # headline, lead, whom the headline's "enemy" is, whose usage it is
    ("Enemy shells Tokmak overnight", "B.adj forces shelled Tokmak at dawn.", "B", "A"),
    ("Ten houses burn after enemy strike in Tokmak",
     "B.adj artillery struck a street of Tokmak at dawn; ten houses burn.", "B", "A"),
    ("Enemy drone falls on farm in Tokmak", "A farm in Tokmak was hit by a B.adj drone.", "B", "A"),
    ("Enemy forces destroyed or damaged ten schools in A.state",
     "Ten schools were destroyed or damaged by B.adj shelling, the ministry counted.", "B", "A"),
]  # fmt: skip


def headed(note, headline, lead):
    """The annotation of a text that begins with a headline."""
    packs = ("general", "russia-ukraine")
    return note(f"{headline}\n\n{lead}", only=packs, headline=Span(0, len(headline)))


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(("headline", "lead", "about", "usage"), HEADLINES)
def test_a_lead_tells_whom_the_headline_calls_so(note, headline, lead, about, usage, swapped):
    headline, sides = filled(headline, swapped=swapped)
    made = headed(note, headline, filled(lead, swapped=swapped)[0])
    found = {(m.target, m.convention) for m in made.markers if m.term == "enemy"}
    assert found == {(sides[about][0], sides[usage][1])}


def test_a_lead_that_calls_somebody_so_itself_does_not_settle_the_headline(note):
    lead = "Ukrainian troops shelled an enemy column near Tokmak."
    made = headed(note, "Enemy shells column near Tokmak", lead.replace("Ukrainian troops", "They"))
    assert {m.convention for m in made.markers if "enemy" in m.term} == {"unresolved"}


@pytest.mark.parametrize(
    ("place", "about", "usage"),
    [
        ("Poltava", "russia", "ukrainian"),
        ("Voronezh", "ukraine", "russian"),
        ("Donetsk", None, "unresolved"),  # both states call it theirs
    ],
)
def test_an_undisputed_place_tells_who_shelled_it(note, place, about, usage):
    text = f"Two people were hurt in enemy shelling of {place}.\n\n{TOPIC}"
    made = note(text, only=("general", "russia-ukraine"))
    assert {(m.target, m.convention) for m in made.markers if m.term == "enemy"} == {(about, usage)}


def test_what_follows_a_dash_does_not_bear_the_name_before_it(note):
    text = f"They prepare a victory over the enemy — Ukraine Today.\n\n{TOPIC}"
    made = note(text, only=("general", "russia-ukraine"))
    assert {m.convention for m in made.markers if m.term == "the enemy"} == {"unresolved"}
