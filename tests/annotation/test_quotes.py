"""Constructions of direct, indirect and mixed speech, one sentence each, written for the test."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.loading import load_packs
from framing.annotation.quotation.find import Quotations
from framing.annotation.voice import VoiceMap
from framing.comparison.sourcing import voice_shares
from framing.model import Article, Quote, Span
from framing.text.tokens import count_words

PACKS = tuple(load_packs(["general"]))


def quotes(text):
    """(kind, speaker, content) of each quote."""
    found = annotate_article(Article("a", text), PACKS).quotes
    return [(q.kind, q.speaker, q.content.of(text)) for q in found]


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "content"),
    [
        ("Carla Reyes said that the dam is safe.", "indirect", "Carla Reyes", "the dam is safe"),
        ("Carla Reyes said the dam is safe.", "indirect", "Carla Reyes", "the dam is safe"),
        ("The dam is safe, Carla Reyes said.", "indirect", "Carla Reyes", "The dam is safe"),
        ("The dam is safe, said Carla Reyes.", "indirect", "Carla Reyes", "The dam is safe"),
        ("According to Carla Reyes, the dam is safe.", "indirect", "Carla Reyes", "the dam is safe"),
        ("The dam is safe, according to Carla Reyes.", "indirect", "Carla Reyes", "The dam is safe"),
        ("Carla Reyes told reporters on Monday that the dam is safe.", "indirect", "Carla Reyes",
         "the dam is safe"),
        ("Carla Reyes urged the south to open the gates.", "indirect", "Carla Reyes", "to open the gates"),
        ("Carla Reyes described the draft as detailed.", "indirect", "Carla Reyes",
         "the draft as detailed"),
        ("Carla Reyes asked whether the dam is safe.", "indirect", "Carla Reyes",
         "whether the dam is safe"),
        ('"The dam is quite safe," said Carla Reyes.', "direct", "Carla Reyes", "The dam is quite safe"),
        ('Carla Reyes said: "The dam is quite safe."', "direct", "Carla Reyes", "The dam is quite safe"),
        ("“The dam is quite safe,” Carla Reyes told reporters.", "direct", "Carla Reyes",
         "The dam is quite safe"),
        ("‘The dam is quite safe,’ Carla Reyes said.", "direct", "Carla Reyes", "The dam is quite safe"),
        ('Carla Reyes said the south was "buying time" in Geneva.', "mixed", "Carla Reyes",
         'the south was "buying time" in Geneva'),
        ("«The dam is quite safe,» said Carla Reyes.", "direct", "Carla Reyes", "The dam is quite safe"),
        ("„The dam is quite safe“, said Carla Reyes.", "direct", "Carla Reyes", "The dam is quite safe"),
        ("The dam is “old and in need of repair,” Carla Reyes said.", "mixed", "Carla Reyes",
         "The dam is “old and in need of repair,"),
        ("As Carla Reyes noted, the dam was built in a hurry.", "indirect", "Carla Reyes",
         "the dam was built in a hurry"),
        ("As reported by Carla Reyes, the dam was built in a hurry.", "indirect", "Carla Reyes",
         "the dam was built in a hurry"),
        ("Carla Reyes says there’s a crack in the dam.", "indirect", "Carla Reyes",
         "there’s a crack in the dam"),
        ("Carla Reyes, who runs the board, told us last week that the dam is safe.", "indirect",
         "Carla Reyes", "the dam is safe"),
        ("Carla Reyes said on the radio's “Water Hour” on Sunday that the dam is safe.", "indirect",
         "Carla Reyes", "the dam is safe"),
        ("Carla Reyes called again for both sides to open the gates.", "indirect", "Carla Reyes",
         "both sides to open the gates"),
        ("Carla Reyes Says She Never Promised To Open The Gates", "indirect", "Carla Reyes",
         "She Never Promised To Open The Gates"),
        ("Carla Reyes: The gates will open before the flood", "indirect", "Carla Reyes",
         "The gates will open before the flood"),
        ("— We open the gates tomorrow, — said Carla Reyes.", "direct", "Carla Reyes",
         "We open the gates tomorrow"),
    ],
)  # fmt: skip
def test_constructions(text, kind, speaker, content):
    assert quotes(text) == [(kind, speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The dam was opened on Monday after two days of rain.",
        "The delegations met in the palace and left an hour later.",
        "Talks took place in Geneva.",
        "It is too soon to say whether the dam will hold.",
        "The gates are expected to open in May.",
        "Exclusive: The Gates Open Before the Flood",
        "The bank lent the farms ten million to support the harvest.",
        "Engineers tried to maintain a path across the river and to establish order.",
    ],
)
def test_plain_narration_has_no_quotes(text):
    assert quotes(text) == []


def test_a_set_off_statement_without_marks():
    text = "We never asked for more water. Count the gauges.\n\n- Okafor noted.\n\nTalks go on."
    assert quotes(text)[0][0] == "direct"
    assert quotes(text)[0][2] == "We never asked for more water. Count the gauges"


def test_a_statement_closed_by_dash_and_cue_in_its_own_paragraph():
    text = "We never asked for more water. Count the gauges. - said Tom Okafor."
    assert quotes(text) == [
        ("direct", "Tom Okafor", "We never asked for more water. Count the gauges")
    ]


def test_stated_by_takes_the_sentences_before():
    text = "The dam stays shut. Two gates need repair. This was stated by Jan Novak on Friday."
    assert ("indirect", "Jan Novak", "The dam stays shut. Two gates need repair") in quotes(text)


def test_a_pronoun_is_the_last_speaker():
    text = "Jan Novak said that the dam stays shut. He added that two gates need repair."
    assert [speaker for _, speaker, _ in quotes(text)] == ["Jan Novak", "Jan Novak"]


def test_unnamed_sources_are_called_so():
    text = "A source told the Lake Agency that the talks would end on Friday."
    assert quotes(text)[0][1] == "unnamed source"


@pytest.mark.parametrize(
    ("text", "speaker", "by"),
    [
        ("The Lake Agency quoted Carla Reyes as saying that the dam is safe.", "Carla Reyes",
         "Lake Agency"),
        ("Carla Reyes was quoted by the Lake Agency as saying the dam is safe.", "Carla Reyes",
         "Lake Agency"),
        ("“The dam is quite safe,” the Lake Agency quoted Carla Reyes as saying.", "Carla Reyes",
         "Lake Agency"),
    ],
)  # fmt: skip
def test_who_passes_words_on(text, speaker, by):
    (quote,) = annotate_article(Article("a", text), PACKS).quotes
    assert (quote.speaker, quote.relayed_by) == (speaker, by)


@pytest.mark.parametrize(
    ("text", "speaker", "other"),
    [
        ("The dam has burst, the Lake Agency reported, citing the river board.", "Lake Agency",
         "river board"),
        ("Carla Reyes said that Tom Okafor had promised to open the gates.", "Carla Reyes",
         "Tom Okafor"),
    ],
)  # fmt: skip
def test_words_of_others_inside_a_report(text, speaker, other):
    (quote,) = annotate_article(Article("a", text), PACKS).quotes
    assert quote.speaker == speaker
    assert [(inner.speaker, inner.relayed_by) for inner in quote.relayed] == [(other, speaker)]


def test_what_the_speaker_says_of_himself_is_not_relayed():
    (quote,) = annotate_article(
        Article("a", "Carla Reyes said she hoped the dam would hold."), PACKS
    ).quotes
    assert quote.relayed == ()


MARKS = st.sampled_from(["said", "that", "he", "Reyes", '"', "“", "”", ",", ".", "- ", "according to",
                         "the dam", "is", "\n\n", "told", "‘", "’", "claims", ":"])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKS, max_size=40).map(" ".join))
def test_quotes_never_overlap_and_slice_back(text):
    note = annotate_article(Article("a", text), PACKS)
    spans = [quote.content for quote in note.quotes]
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(q.content.holds(inner.content) for q in note.quotes for inner in q.relayed)


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKS, max_size=40).map(" ".join))
def test_every_word_has_exactly_one_voice(text):
    note = annotate_article(Article("a", text), PACKS)
    voices = VoiceMap.of(note)
    inside = {
        span.start: sum(q.content.holds(span) for q in note.quotes)
        for span in (Span(*m.span()) for m in re.finditer(r"\w+", text))
    }
    kinds = {place: voices.at(Span(place, place + 1)).kind for place in inside}
    assert all((kinds[p] in ("direct", "indirect")) == (n == 1) for p, n in inside.items())
    assert max(inside.values(), default=0) <= 1
    assert sum(row.words for row in voice_shares([note])) == count_words(text)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 400))
def test_losing_a_mark_never_crashes(number):
    text = (
        'Reyes said "we go on" and “we stay”. ‘Why?’ she asked: "Because.\n\n"And so on," he said.'
    )
    places = [i for i, c in enumerate(text) if c in '"“”‘’']
    cut = places[number % len(places)]
    annotate_article(Article("a", text[:cut] + text[cut + 1 :]), PACKS)


def test_another_finder_may_take_the_place_of_the_rules():
    text = "Nobody knows. The dam is old."

    def first_sentence(tokens, cues, *, skip, headline):
        said = Quote(tokens.sentences[0], "direct", "mine", source=Span(0, 6))
        return Quotations((said,), (), ())

    note = annotate_article(Article("a", text), PACKS, finder=first_sentence)
    assert [(q.rule, q.content.of(text)) for q in note.quotes] == [("mine", "Nobody knows.")]
    assert VoiceMap.of(note).at(Span(20, 21)).kind == "outlet"


def contents(text):
    """What each quote says, in order."""
    return [q.content.of(text) for q in annotate_article(Article("a", text), PACKS).quotes]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # one clause round its attribution is one content
        ("The dam, Carla Reyes said, is old.", ["The dam, Carla Reyes said, is old"]),
        ("The dam, engineers believe, was hit.", ["The dam, engineers believe, was hit"]),
        ("The dam, according to Carla Reyes, is old.", ["The dam, according to Carla Reyes, is old"]),
        ("In her words, the dam is old.", ["the dam is old"]),
        ("She dismissed the plan: the dam, in her words, is old.",
         ["the plan", "the dam, in her words, is old"]),
        ("The road is closed: forty cars were hit, according to Carla Reyes.",
         ["The road is closed: forty cars were hit"]),
        # who speaks in the middle of it is not who tells it
        ("On Monday, Carla Reyes spoke in Oslo, Rome and Paris, her spokesman said.",
         ["On Monday, Carla Reyes spoke in Oslo, Rome and Paris"]),
        ("In the board’s view, the dam is old.", ["the dam is old"]),
        # what follows is the outlet's own or another statement
        ("Carla Reyes said the dam was old, a claim that the board denied.", ["the dam was old"]),
        ("Carla Reyes said the dam was old, as water rose in the north.", ["the dam was old"]),
        ("Carla Reyes said the dam was old, while stressing that it would hold.",
         ["the dam was old", "it would hold"]),
        ("The dam is old, Carla Reyes said, adding that it would hold.",
         ["The dam is old", "it would hold"]),
        ("The dam is old, Carla Reyes said, days before the vote.", ["The dam is old"]),
        ("Carla Reyes called the dam “a disgrace,” without giving reasons.", ["the dam “a disgrace,"]),
        ("Carla Reyes promised to repair it but had not done so by May.", ["to repair it"]),
        ("Carla Reyes condemned the delay in a statement on Friday.", ["the delay"]),
        ("Carla Reyes accuses the board of theft and demands that it resign.",
         ["the board of theft", "it resign"]),
        ("Carla Reyes criticised the “secret” plan and called for talks.",
         ["the “secret” plan", "talks"]),
        ("Carla Reyes, who calls the dam a “wreck,” told reporters on Monday that it would hold.",
         ["the dam a “wreck", "it would hold"]),
        ("Carla Reyes said the dam was “old” — a claim that the board denied.", ["the dam was “old"]),
        ("Carla Reyes said the dam was old, a claim Quito denies.", ["the dam was old"]),
        ("As Carla Reyes noted, the talks will continue next week.", ["the talks will continue next week"]),
        # clauses that begin with an amount, a time, a noun in -ing
        ("At least 17 people died in the flood, the board said.", ["At least 17 people died in the flood"]),
        ("As many as a dozen people fled, the board said.", ["As many as a dozen people fled"]),
        ("About 40 houses burned down, the board said.", ["About 40 houses burned down"]),
        ("Overnight, guards shot down 45 drones, the board said.", ["Overnight, guards shot down 45 drones"]),
        ("Despite the truce, shelling continued, both boards said.",
         ["Despite the truce, shelling continued"]),
        # cues behind an aside
        ("The board, however, maintained that the dam was old.", ["the dam was old"]),
        ("Carla Reyes, whose party runs the board, told us that the dam was old.", ["the dam was old"]),
        ("The Board of Public Works reports that the dam is old.", ["the dam is old"]),
        # short utterances of their own
        ("She laughs when asked about the dam. “Which one?” Carla Reyes left.", ["Which one?"]),
    ],
)  # fmt: skip
def test_where_words_of_others_begin_and_end(text, said):
    assert [c.strip(".,") for c in contents(text)] == [s.strip(".,") for s in said]


@pytest.mark.parametrize(
    "text",
    [
        "Carla Reyes declined to comment on the dam.",
        "The board did not respond to a request for comment.",
        "Courier could not independently verify the account.",
        "The engineer asked not to be named.",
        "Carla Reyes left when asked to comment on the dam.",
        "Courier was unable to confirm the account.",
        "Recall that the dam broke in May.",
        "It should be noted that the dam broke in May.",
        "The so-called “war of the dams” has cost millions.",
        "Southern troops attacked the town at dawn.",
        "Neither side announced a date for the next talks.",
        "No official confirmed that the dam was old.",
    ],
)
def test_what_reports_nothing(text):
    assert contents(text) == []


def test_what_was_asked_is_not_what_was_said():
    assert contents("Asked about the dam, Carla Reyes said it was old.") == ["it was old"]
    assert contents("When asked if the dam was safe, Carla Reyes said it was old.") == [
        "it was old"
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Dam to be repaired by autumn - governor", "Dam to be repaired by autumn"),
        ("Dam cannot wait any longer: Reyles", "Dam cannot wait any longer"),
        ("Three hurt near old dam: police", "Three hurt near old dam"),
        ("Ministry of Works: 25 dams closed since May", "25 dams closed since May"),
    ],
)
def test_headlines_that_name_their_source(line, said):
    assert contents(line + "\n\nThe water rose.") == [said]


def test_headlines_that_name_nobody():
    assert contents("War on the dams: What we know\n\nThe water rose.") == []


def test_a_headline_tells_what_happens_meanwhile_itself():
    text = "South denies hiding report on dam as talks begin\n\nThe water rose."
    article = Article("a", text, headline=Span(0, 48))
    quote = annotate_article(article, PACKS).quotes[0]
    assert quote.content.of(text).endswith("report on dam")
