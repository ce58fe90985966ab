"""Passives, agents, patients, active clauses and nouns of action."""

import time

import pytest

from framing.annotation.actions import KINDS, actions_of
from framing.annotation.lexicon.loading import load_packs
from framing.data import lexicon_folder, read_rows
from framing.errors import LexiconError
from framing.text.clauses.find import find_clauses
from framing.text.tokens import tokenize

GENERAL = tuple(load_packs(["general"]))


def clauses(text):
    found = find_clauses(tokenize(text), actions_of(GENERAL))
    words = lambda span: span.of(text) if span else None  # noqa: E731
    return [(c.voice, words(c.predicate), words(c.agent), words(c.patient)) for c in found]


def passives(text):
    return [predicate for voice, predicate, _, _ in clauses(text) if voice == "passive"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The depot was hit at dawn.", ["was hit"]),
        ("Were the hostages released?", ["Were the hostages released"]),
        ("Why was he sacked?", ["was he sacked"]),
        ("The road is being repaired.", ["being repaired"]),
        ("The vote is expected to be held in June.", ["is expected", "be held"]),
        ("Having been warned twice, they left.", ["been warned"]),
        ("It had not yet been confirmed.", ["been confirmed"]),
        ("Nobody wasn't told.", ["wasn't told"]),
        ("He got fired on Friday.", ["got fired"]),
        ("It’s called a truce.", ["’s called"]),
        ("It’s taken years.", []),
        ("The bill was, as the speaker put it, buried.", ["was, as the speaker put it, buried"]),
        ("She was “detained” for hours.", ["was “detained"]),
        ("The man shot by guards survived.", ["shot"]),
        ("He was arrested, charged and fined.", ["was arrested", "charged", "fined"]),
        ("He was sworn in and thanked the voters.", ["was sworn"]),
        ("Two people killed in Izmir fire", ["killed"]),
    ],
)
def test_passives(text, expected):
    assert passives(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She is interested in chess.",
        "They were married for years.",
        "He is very worried.",
        "He was more tired than hurt.",
        "We are used to waiting.",
        "The claim is undisputed.",
        "He has gone home and is gone for good.",
        "Prices rose by 5 per cent.",
        "The committee is well-known.",
        "The mayor’s promised reform stalled.",
    ],
)
def test_states_and_perfects_are_no_passives(text):
    assert passives(text) == []


def test_a_state_with_an_agent_is_a_passive():
    assert clauses("She was surprised by the guards.")[0][2] == "the guards"


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The ship was boarded by two officers.", "two officers"),
        ("The ship was boarded on Monday by marines.", "marines"),
        ("It was hit, reportedly by a drone.", "a drone"),
        ("He was struck by what he saw.", "what he saw"),
        ("The law was passed by a majority of the chamber.", "a majority of the chamber"),
        ("It was broken by that same rule.", "that same rule"),
        ("It was signed by Monday.", None),
        ("It was finished by the end of the week.", None),
        ("Output was cut by 10 per cent.", None),
        ("It was cut by a third.", None),
        ("It was built by 1998.", None),
        ("He was told by phone.", None),
        ("It was solved by closing the road.", None),
        ("He was named in a report by the auditors.", None),
        ("She was harmed by herself.", None),
        ("It was won by far.", None),
    ],
)
def test_agents(text, agent):
    assert [a for voice, _, a, _ in clauses(text) if voice == "passive"] == [agent]


def test_a_shared_auxiliary_shares_the_agent():
    found = clauses("The convoy was stopped and looted by bandits.")
    assert [(p, a) for _, p, a, _ in found] == [("was stopped", "bandits"), ("looted", "bandits")]


def test_an_agent_is_not_taken_from_another_participle():
    found = clauses("Aid was sent to towns ravaged by the storm.")
    assert [(p, a) for _, p, a, _ in found] == [("was sent", None), ("ravaged", "the storm")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets bombed two camps.", ("active", "bombed", "Jets", "two camps")),
        ("Gunmen fired at a bus.", ("active", "fired", "Gunmen", "a bus")),
        ("The shelling of the port.", ("nominal", "shelling", None, "the port")),
        ("Chad's raid on the camp failed.", ("nominal", "raid", "Chad", "the camp")),
        ("The Chadian raid failed.", ("nominal", "raid", "Chadian", None)),
        ("The killing of two men by police.", ("nominal", "killing", "police", "two men")),
        ("Rebels carried out an attack on a mine.", ("nominal", "attack", "Rebels", "a mine")),
        ("The attack on Monday failed.", ("nominal", "attack", None, None)),
        ("Last week's raid failed.", ("nominal", "raid", None, None)),
        ("Tuesday's Chadian raid failed.", ("nominal", "raid", "Chadian", None)),
        ("The army's raid failed.", ("nominal", "raid", "The army", None)),
        ("The singer's murder is old.", ("nominal", "murder", None, "The singer")),
        ("Okoro's arrest came late.", ("nominal", "arrest", None, "Okoro")),
        ("Chad's arrest of Okoro came late.", ("nominal", "arrest", "Chad", "Okoro")),
        ("The singer's murder by rebels is old.", ("nominal", "murder", "rebels", "The singer")),
        ("The mine's seizure by rebels is old.", ("nominal", "seizure", "rebels", "The mine")),
        ("The mine's seizure is old.", ("nominal", "seizure", None, None)),
        ("The brothers' killings are old.", ("nominal", "killings", None, None)),
    ],
)
def test_actions(text, expected):
    assert clauses(text) == [expected]


def test_verbs_share_a_subject_and_a_relative_takes_its_noun():
    found = clauses("The rebels, who seized a mast, shelled the camp and killed at least six men.")
    assert [(p, a) for _, p, a, _ in found] == [
        ("seized", "The rebels"),
        ("shelled", "The rebels"),
        ("killed", "The rebels"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They struck a deal.",
        "He had a heart attack.",
        "The film captured the mood.",
        "The board fired the coach.",
        "Hotels offered an attack plan.",
        "Crews began a 48-hour strike over pay.",
        "The ferry strike went on.",
    ],
)
def test_other_senses_are_no_actions(text):
    assert clauses(text) == []


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("They bombed the port.", True),
        ("They did not bomb the port.", False),
        ("They may bomb the port.", False),
        ("They want to bomb the port.", False),
    ],
)
def test_what_is_denied_possible_or_wanted_is_not_asserted(text, asserted):
    assert [c.asserted for c in find_clauses(tokenize(text), actions_of(GENERAL))] == [asserted]


def test_the_span_of_a_clause_holds_its_parts():
    text = "On Friday the town was shelled by tanks again."
    (clause,) = find_clauses(tokenize(text), actions_of(GENERAL))
    assert clause.span.of(text) == "the town was shelled by tanks"


def test_every_listed_row_has_a_kind_and_a_source():
    for name in ("actions.csv", "adjectival.csv"):
        rows = [
            row for _, row in read_rows(lexicon_folder() / "general" / name, error=LexiconError)
        ]
        assert len(rows) > 40
        assert all(row["source"] for row in rows)
    assert {a.kind for listed in actions_of(GENERAL).values() for a in listed} == set(KINDS)


def test_a_row_of_no_kind_is_refused_with_its_line(tmp_path):
    from dataclasses import replace

    (tmp_path / "actions.csv").write_text("word,form,kind\nstrike,verb,mischief\n")
    with pytest.raises(LexiconError, match=r"actions.csv:2: no kind 'mischief'; there are: attack"):
        actions_of((replace(GENERAL[0], path=tmp_path),))


def test_clauses_cost_little():
    text = (
        "The village was shelled by troops on Monday, the mayor of the town said in a letter. "
        * 300
    )
    tokens = tokenize(text)
    actions = actions_of(GENERAL)
    find_clauses(tokens, actions)
    started = time.process_time()
    find_clauses(tokens, actions)
    # every sentence here has two clauses; news has one in three. A loose bound for slow machines.
    assert len(tokens) / (time.process_time() - started) > 60_000
