"""A small corpus of three invented outlets on two happenings, annotated once."""

import pytest

from framing.annotation.annotate import annotate_article
from framing.model import Article, OutletTag

TEXTS = {
    ("north-1", "north"): (
        "Talks on the lake end without a deal\n\nTalks on the water of the lake ended on Monday "
        "without a deal. The so-called experts of the south probably knew it before. Minister Ana "
        'Reyes said that the draft was "a joke". She added that gauges do not lie.\n\n'
        "It was a shameful day for the whole valley. Nobody signed the paper.\n"
    ),
    ("north-2", "north"): (
        "Bridge closed after the flood\n\nThe bridge over the river was closed on Tuesday. Engineers "
        "said the pillars may have moved. Mayor Jan Novak claimed the repairs would take a week.\n\n"
        "The bus takes another road. Shops are certainly open.\n"
    ),
    ("south-1", "south"): (
        "Lake talks: no deal yet\n\nTalks on the water of the lake ended without a deal on Monday. "
        '“We will study the draft,” envoy Tom Okafor said. According to him, the north "bought '
        'time".\n\nThe deal could perhaps be signed in April. The gauges were built in 1962.\n'
    ),
    ("wire-1", "wire"): (
        "No deal on lake water\n\nTalks on the water of the lake ended on Monday without a deal, the "
        "two sides said. Okafor told reporters his side would study the draft. Reyes called the "
        "draft a joke.\n\nThe next talks are in April. It will clearly be a long spring.\n"
    ),
}


@pytest.fixture(scope="session")
def notes(packs):
    return [
        annotate_article(Article(id, text, OutletTag(outlet, outlet.upper())), packs)
        for (id, outlet), text in TEXTS.items()
    ]
