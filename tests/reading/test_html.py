"""Saved web pages: the article and nothing beside it."""

from datetime import date
from pathlib import Path

import pytest

from framing.errors import InputError
from framing.reading.files import read

STORY = [
    "The two delegations agreed on Monday to exchange all seriously wounded prisoners, officials said.",
    "“We have done what we could,” the head of one delegation said. “The rest is up to the leaders.”",
    "Both sides will hand over the bodies of thousands of soldiers, a step that had been delayed.",
    "The foreign minister of the host country said that he hoped for a third round this month.",
]
TITLE = "Delegations agree on prisoner exchange"
LD = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
    '"headline":"Delegations agree on prisoner exchange",'
    '"datePublished":"2025-06-02T23:30:00-04:00","dateModified":"2025-06-04",'
    '"publisher":{"@type":"Organization","name":"Harbour Times"}}</script>'
)


def body(*paragraphs: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or STORY)


def page(
    inner: str = "", *, head: str = "", before: str = "", after: str = "", lang: str = "en-GB"
) -> str:
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{TITLE}</title>'
        f"{head}</head><body>{before}<main><article><h1>{TITLE}</h1>{inner or body()}</article></main>"
        f"{after}</body></html>"
    )


def save(tmp_path: Path, html: str | bytes, name: str = "page.html") -> Path:
    path = tmp_path / name
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    return path


def test_paragraphs_headings_and_metadata(tmp_path):
    head = (
        f'{LD}<meta property="og:site_name" content="Harbour Times">'
        '<link rel="canonical" href="https://harbour.example/world/exchange">'
    )
    inner = body(*STORY[:2]) + "<h2>What was agreed</h2>" + body(*STORY[2:])
    path = save(tmp_path, page(inner, head=head))
    (article,) = read(path)
    expected = [TITLE, *STORY[:2], "What was agreed", *STORY[2:]]
    assert article.text == "\n\n".join(expected)
    assert article.headline is not None
    assert article.headline.of(article.text) == TITLE
    assert article.published == date(2025, 6, 2)
    assert article.outlet.name == "Harbour Times"
    assert article.url == "https://harbour.example/world/exchange"
    assert (article.id, article.path, article.language) == ("page", str(path), "en")
    kinds = {region.span.of(article.text): region.kind for region in article.regions}
    assert kinds == {"What was agreed": "section-heading"}


def test_what_stands_beside_the_article_is_left_out(tmp_path):
    before = (
        '<div id="cookie-banner"><p>We use cookies to improve your visit. Accept all.</p></div>'
        "<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul>"
        "</nav></header>"
    )
    inner = (
        body(*STORY[:2])
        + "<script>var words = 'never in the text';</script><style>p {color: red}</style>"
        + '<aside class="related"><h3>Related</h3><ul><li><a href="/a">Ministers prepare for a second '
        "round of talks in the palace</a></li></ul></aside>" + body(*STORY[2:])
    )
    after = (
        '<section id="comments" class="comments"><h3>Comments</h3><p>This is a comment that nobody '
        "should ever see in the text of an article.</p></section>"
        "<footer><p>Copyright Harbour Times. All rights reserved. Subscribe now.</p></footer>"
    )
    (article,) = read(save(tmp_path, page(inner, before=before, after=after)))
    assert article.text == "\n\n".join([TITLE, *STORY])


def test_the_date_of_another_story_is_not_the_page_s(tmp_path):
    after = (
        '<aside><ul><li><time datetime="2019-03-03">3 March</time> Another story</li></ul></aside>'
    )
    assert read(save(tmp_path, page(after=after)))[0].published is None
    inner = body(*STORY, "The treaty was signed on May 3, 2019 in the old palace by the river.")
    (article,) = read(save(tmp_path, page(inner, after="<footer>Copyright 2021</footer>")))
    assert (article.published, article.not_before) == (None, date(2019, 5, 3))


@pytest.mark.parametrize(
    "html",
    [
        "<html><head><title>Harbour Times</title></head><body><nav><ul><li><a href='/'>Home</a></li>"
        "<li><a href='/s'>Sport</a></li></ul></nav><ul><li><a href='/1'>Ministers prepare for second "
        "round</a></li><li><a href='/2'>Prices rise again in the north</a></li></ul></body></html>",
        "<html><body><h1>Talks end</h1><p>Subscribe to read this.</p><p>Log in.</p></body></html>",
        "<html></html>",
        "<html><body>" + "<div>" * 5000 + body() + "</div>" * 5000,
        "<",
        "<!doctype html>",
        "no markup at all",
    ],
    ids=["menu", "paywall", "void", "deep", "bracket", "doctype", "plain"],
)
def test_a_page_without_an_article_is_skipped(tmp_path, html):
    save(tmp_path, page(), "good.html")
    path = save(tmp_path, html)
    corpus = read(tmp_path)
    assert [article.id for article in corpus] == ["good"]
    assert corpus.skipped[0].reason == "no article found in this page"
    with pytest.raises(InputError, match="no article found in this page"):
        read(path)


def test_broken_markup_is_read(tmp_path):
    html = f"<html><body><p>{STORY[0]}<p>{STORY[2]} <b>and <i>{STORY[3]}"
    (article,) = read(save(tmp_path, html, "page.htm"))
    assert STORY[0] in article.text
    assert STORY[3] in article.text


def test_an_entity_bomb_does_not_go_off(tmp_path):
    entities = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {name} "{f"&{of};" * 10}">'
        for of, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    html = f'<?xml version="1.0"?><!DOCTYPE html [{entities}]>{page(body() + "<p>&i;</p>")}'
    (article,) = read(save(tmp_path, html))
    assert STORY[0] in article.text
    assert len(article.text) < 5000


def test_a_page_of_three_megabytes(tmp_path):
    paragraphs = [f"Paragraph {n} says that the {STORY[0][4:]}" for n in range(25_000)]
    path = save(tmp_path, page(body(*paragraphs)))
    assert path.stat().st_size > 2_500_000
    (article,) = read(path)
    assert article.text.count("Paragraph") == 25_000


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("cp1251", '<meta charset="windows-1251">'),
        ("utf-8", ""),
        ("utf-16", ""),
    ],
)
def test_the_page_s_own_encoding(tmp_path, encoding, head):
    words = "Делегации договорились об обмене пленными, сообщил после встречи министр обороны."
    inner = f"<html><head>{head}</head><body>{body(words, words)}</body></html>"
    html = f'<?xml version="1.0" encoding="{encoding}"?>{inner}'
    (article,) = read(save(tmp_path, html.encode(encoding)))
    assert words in article.text
    assert article.language == "ru"
