"""Shared by all tests: articles from strings, and the packs loaded once."""

import pytest

from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.loading import load_packs
from framing.model import Annotation, Article, OutletTag


@pytest.fixture(scope="session")
def packs():
    return tuple(load_packs())


@pytest.fixture(scope="session")
def general(packs):
    return tuple(pack for pack in packs if pack.name in ("general", "world"))


@pytest.fixture
def note(packs):
    """Annotate a text as an article of its own: ``note(text, id="a", outlet="x")``."""

    def make(
        text: str, *, id: str = "a", outlet: str = "x", published=None, only=None, headline=None
    ) -> Annotation:
        article = Article(id, text, OutletTag(outlet, outlet.upper()), published, headline=headline)
        chosen = packs if only is None else tuple(p for p in packs if p.name in only)
        return annotate_article(article, chosen)

    return make
