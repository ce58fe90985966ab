"""Our own words hold no word that our own lexicon would mark; no outlet is graded."""

import re
from dataclasses import fields, is_dataclass

import pytest

from framing.annotation.annotate import annotate_article
from framing.classroom.setting import blocks
from framing.model import Article
from framing.reporting.card import card
from framing.reporting.names import headline_of

LOADED = frozenset(
    ("naming-epithet", "naming-ingroup", "evaluative", "distancing", "booster", "event-naming")
)
FORBIDDEN = re.compile(
    r"\b(?:biased?|propaganda|mouthpiece|lies|liar|honest|balanced|fake)\b", re.I
)


def strings(value):
    """The words of a document; texts to work on (excerpts, cards, examples) are not ours to clean."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)
    elif is_dataclass(value) and not isinstance(
        value, blocks.NumberedText | blocks.Cards | blocks.Example
    ):
        for field in fields(value):
            yield from strings(getattr(value, field.name))


def own_words(text, pack):
    """`text` without words of articles (quotations, headlines, sentences, answers) and of packs."""
    for annotation in pack.lesson.original.annotations:
        text = text.replace(headline_of(annotation), "")
    for taken in pack.lesson.cards:
        text = text.replace(taken.text, "")
    for answer in (words for point in pack.lesson.agree for words in point):
        text = text.replace(answer, "")
    items = [item for found in pack.lesson.answers for item in found.items]
    notes = {note for i in items for note in (i.why, i.source, i.neutral)}
    for note in sorted(notes - {""}, key=len, reverse=True):  # packs answer for their own tone
        text = text.replace(note, "")
    for row in pack.lesson.rows:
        for answer in row.answers:
            text = text.replace(answer, "")
    return re.sub(r"“[^”]*”|\"[^\"]*\"", "", text)


def marked(text, packs):
    found = annotate_article(Article("own", text + "."), packs).markers
    return [m.span.of(text) for m in found if m.category in LOADED]


@pytest.fixture(
    params=[
        "made",
        "bridge",
        "twelve",
    ]
)
def own_pack(request):
    return request.getfixturevalue(request.param)


def test_product_text_passes_our_own_lexicon(own_pack, packs):
    from framing.classroom.pages.samples import transfer_items

    samples = {s for item in transfer_items() for s in (item.words, item.why, item.neutral)}
    faults = []
    for document in own_pack.pack.documents:
        for text in set(strings(document)) - samples:
            own = own_words(text, own_pack.pack)
            faults += [(document.name, word, text) for word in marked(own, packs)]
            if FORBIDDEN.search(own):
                faults.append((document.name, "forbidden", text))
    speakers = {item.speaker for found in own_pack.pack.lesson.answers for item in found.items}
    assert [f for f in faults if not any(s and s in f[2] for s in speakers)] == []


def test_a_loaded_word_in_our_text_would_be_found(packs):
    assert marked("The outrageous text", packs) == ["outrageous"]


def test_a_card_passes_too(demo, packs):
    for comparison in demo.comparisons:
        made = card(comparison)
        for text in (made.note, made.caveat, made.made_by):
            assert marked(re.sub(r"“[^”]*”", "", text), packs) == []


@pytest.mark.parametrize("word", ["propaganda", "balanced", "lies"])
def test_the_forbidden_words_are_seen(word):
    assert FORBIDDEN.search(f"a {word} text")
