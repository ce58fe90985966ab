"""Who a source is: texts of one or two sentences, written for the test."""

import pytest

from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.loading import load_packs
from framing.model import Article

PACKS = tuple(load_packs(["general"]))


def speakers(text):
    """The speaker of each quote, in order."""
    return [q.speaker for q in annotate_article(Article("a", text), PACKS).quotes]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokesman for Carla Reyes said the dam was old.", "spokesman for Carla Reyes"),
        ("Supporters of Carla Reyes say the dam is old.", "Supporters of Carla Reyes"),
        ("An aide to President Carla Reyes said the dam was old.", "aide to President Carla Reyes"),
        ("A lawyer for the family, Jean Morel, said the dam was old.", "Jean Morel"),
        ("The head of the board, Minister of Works Jean Morel, said the dam was old.", "Jean Morel"),
        ("Minister of Works Jean Morel said the dam was old.", "Jean Morel"),
        ("Jean Morel, who met Carla Reyes in Quito, said the dam was old.", "Jean Morel"),
        ("Jean Morel, posting on his Blue Sky page, said the dam was old.", "Jean Morel"),
        ("A study released by a bank in Quito found that the dam was old.", "study"),
        ("A spokesman on Friday said the dam was old.", "spokesman"),
        ("The case rests on an auditor’s report, which said the dam was old.", "auditor’s report"),
        ("The Prime Minister’s Office said the dam was old.", "Prime Minister’s Office"),
        ("The mayor, a former “rebel,” said the dam was old.", "mayor"),
        ("The dam is old, said the mayor, Jean Morel.", "Jean Morel"),
        ("On Tuesday, rain hit the dam, the mayor of Quito, Jean Morel, said.", "Jean Morel"),
        ("“The dam is old,” one of them, Jean Morel, 43, said.", "Jean Morel"),
        ("One of the farmers said the dam was old.", "One of the farmers"),
        ("The dam is old, said Green MP Jean Morel.", "Jean Morel"),
        ("Al Jazeera’s report said the dam was old.", "Al Jazeera’s report"),
    ],
)  # fmt: skip
def test_what_a_source_is_called(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The water board said the dam was old. It added that the gates were shut.", "water board"),
        ("Two farmers said the dam was old. They said the gates were shut.", "Two farmers"),
        ("A spokesperson for the water board said the dam was old. Jean Morel left. The spokesperson "
         "said the gates were shut.", "spokesperson for the water board"),
        ("The Ministry of Works said the dam was old. The ministry said the gates were shut.",
         "Ministry of Works"),
        ("Hana Lin said the dam was old. “The gates were shut,” Hana said.", "Hana Lin"),
        ("Carla Reyes said the dam was old. Her son lives near Port Mona. She said the gates were shut.",
         "Carla Reyes"),
        ("Carla Reyes said the dam was old. Nothing leaks, his spokesman said.", "his spokesman"),
        ("Prime Minister Jean Morel said the dam was old. The premier said the gates were shut.",
         "Jean Morel"),
        ("The Works Ministry said the dam was old. The department said the gates were shut.",
         "Works Ministry"),
        ("Carla Reyes insists the dam is old. “They never paint it.”", "Carla Reyes"),
        ("Carla Reyes said the dam was old.\n\n“We saw the gates. We saw the wall.\n\n“We saw the "
         "river,” said Jean Morel.", "Jean Morel"),
        ("“The dam is old,” Carla Reyes told us, adding: “The gates are shut tonight.”", "Carla Reyes"),
        ("The board denied that Carla Reyes had seen it, calling the report false.", "board"),
        ("Jean Morel said the dam was old. Speaking to Carla Reyes, the minister said the gates were "
         "shut.", "Jean Morel"),
        ("Jean Morel said the dam was old. In a call with the board’s Leo Roth, he said the gates were "
         "shut.", "Jean Morel"),
        ("President Carla Reyes said the dam was old. The General Staff said the gates were shut.",
         "General Staff"),
    ],
)  # fmt: skip
def test_whom_the_next_sentence_goes_on_with(text, second):
    assert speakers(text)[1] == second


def test_a_first_name_that_two_people_share_is_nobody():
    text = "Hana Lin and Hana Roth said the dam was old. “The gates were shut,” Hana said."
    assert speakers(text)[1] == "Hana"


def test_a_headline_names_the_office_before_the_text_names_its_holder():
    text = "Dam to be repaired in May — works minister\n\nWorks Minister Jean Morel said the dam was old."
    assert speakers(text) == ["Jean Morel", "Jean Morel"]


def test_a_colon_leads_in_what_somebody_says_but_no_thing():
    assert speakers("The head nurse shrugs: “We have no gloves left.”") == ["head nurse"]
    assert speakers("The rule is simple: “No dogs on the dam.”") == [None]


def test_his_spokesman_is_on_his_side():
    text = "President Volodymyr Zelensky called the governor, his spokesman said."
    note = annotate_article(Article("a", text), tuple(load_packs(["general", "russia-ukraine"])))
    assert [(q.speaker, q.side) for q in note.quotes] == [("his spokesman", "ukraine")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Reuters reported that the dam was old.", "media"),
        ("The dam was old, the BBC reported.", "media"),
        ("The water board said the dam was old.", "body"),
    ],
)
def test_a_news_outlet_is_a_source_of_its_kind(text, kind):
    assert [q.source_kind for q in annotate_article(Article("a", text), PACKS).quotes] == [kind]


@pytest.mark.parametrize("text", ["He met the President", "Talks with the Prime Minister", "MP"])
def test_a_text_may_end_with_a_title(text):
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Lin Wei, a spokesperson for the Taiwan Affairs Office, said the dam was old.", "china"),
        ("Russian envoy to the UN Ivan Orlov said the dam was old.", "russia"),
        ("Leo Roth, the US representative to the UN, said the dam was old.", "usa"),
    ],
)
def test_a_person_is_on_the_side_of_the_body_it_speaks_for(text, side):
    note = annotate_article(Article("a", text), tuple(load_packs()))
    assert [q.side for q in note.quotes] == [side]
