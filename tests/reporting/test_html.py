"""The page as a file: its policy, its links, its escaping, its size; no browser needed."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from reporting import pages
from reporting.pages import OWNED, article, demo, demo_html, demo_page, hostile_html, html_of

from framing.model import Skipped
from framing.reporting import vector
from framing.reporting.blocks import Figure, Table
from framing.reporting.html import visible
from framing.reporting.names import capital
from framing.reporting.page import exercise
from framing.reporting.report import report


class Outline(HTMLParser):
    """What a browser would make of the page: elements with their attributes, inline code, text."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.inline, self.words, self._in = [], {}, [], None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._in = tag if tag in ("script", "style") else None

    def handle_endtag(self, tag):
        self._in = None

    def handle_data(self, data):
        if self._in:
            self.inline.setdefault(self._in, []).append(data)
        else:
            self.words.append(data)

    def all(self, name):
        return [attrs[name] for _, attrs in self.elements if name in attrs]


@pytest.fixture(scope="module")
def outline():
    return Outline(demo_html())


def test_the_policy_allows_nothing_but_the_page_s_own_style_and_scripts(outline):
    policy = next(a["content"] for t, a in outline.elements if a.get("http-equiv"))
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy
    for kind in ("script", "style"):
        hashes = [
            f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
            for code in outline.inline[kind]
        ]
        assert rules[f"{kind}-src"].split() == hashes


def test_nothing_points_out_of_the_page(outline):
    assert all(link.startswith("#") for link in outline.all("href"))
    for name in ("src", "srcset", "data", "poster", "action", "background", "xlink:href"):
        assert outline.all(name) == []
    assert "url(" not in "".join(outline.inline["style"])
    assert [
        v for _, a in outline.elements for v in a.values() if v and re.search(r"url\((?!#f)", v)
    ] == []


def test_no_inline_style_and_no_handlers(outline):
    names = {name for _, attrs in outline.elements for name in attrs}
    assert "style" not in names
    assert {name for name in names if name.startswith("on")} == set()


@pytest.mark.parametrize("make", [demo_html, hostile_html])
def test_ids_are_unique_and_links_arrive(make):
    outline = Outline(make())
    ids = outline.all("id")
    assert len(ids) == len(set(ids))
    targets = outline.all("href") + [f"#{v}" for v in outline.all("aria-labelledby")]
    assert {t for t in targets if t[1:] not in ids} == set()


def test_every_number_has_as_many_lines_as_it_says():
    lines = demo_page().lines
    assert len(lines) > 100
    assert [(it.title, it.found, it.stated) for it in lines if it.found != it.stated] == []


def test_every_count_of_the_slots_opens_its_lines():
    page = demo_page()
    lines = {it.id: it for it in page.lines}
    words = next(tab for tab in page.tabs if tab.id == "words")
    tables = [b for part in words.parts for b in part.blocks if getattr(b, "rows", None)]
    opened = 0
    for table in tables:
        for row in table.rows:
            for run in (run for cell in row for run in cell if run.lines):
                name, _, voice = run.lines.partition(":")
                found = lines[name]
                mine = [line for line in found.lines if voice in ("", line.voice)]
                if len(found.lines) == found.found:
                    assert len(mine) == int(run.text)
                opened += 1
    assert opened > 100


def test_article_text_is_text():
    outline = Outline(hostile_html())
    tags = [tag for tag, _ in outline.elements]
    assert tags.count("script") == 2
    assert not {"img", "iframe", "object", "embed", "form", "base", "link"} & set(tags)
    assert {n for _, attrs in outline.elements for n in attrs if n.startswith("on")} == set()
    shown = "".join(outline.words)
    assert f"<script>{OWNED}</script>" in shown
    assert "{{ 7 * 7 }}" in shown


def test_characters_that_reorder_or_cannot_be_written_are_replaced():
    html = hostile_html()
    assert not re.search("[\x00-\x08\x1b\u202a-\u202e\u2066-\u2069\ud800-\udfff\uffff]", html)
    html.encode("utf-8")
    assert visible("a\u202eb\x00") == "a\ufffdb\ufffd"
    assert visible("Київ, العاصمة, e\u0301\u200d") == "Київ, العاصمة, e\u0301\u200d"


def test_twenty_articles_stay_under_three_megabytes():
    assert len(pages.many_html().encode("utf-8")) < 3_000_000


def test_same_input_same_bytes():
    study = demo()
    again = report(study.comparisons[:1], study.profiles)
    assert again._html() == again._html()


def test_notes_name_usage_source_date_wording_and_caution():
    notes = {note.term: dict(note.fields) for note in demo_page().notes}
    note = notes["aggressor state"]
    assert note["Whose usage"].startswith("Ukrainian usage")
    assert "27 Jan 2015" in note["Source"]
    assert note["Date"] == "since 27 January 2015"
    assert note["Neutral wording"] == "Russia"
    assert note["What is documented"] and note["Be careful"] and note["Challenge this"]
    assert all(fields["Source"] and fields["Neutral wording"] for fields in notes.values())


def test_every_article_is_on_the_page_word_for_word():
    texts = demo_page().texts
    articles = {n.article.text for n in demo().notes}
    assert len(texts) == len(articles)
    for text in texts:
        said = [
            "".join(piece.text for stretch in p.stretches for piece in stretch.pieces)
            for p in text.paragraphs
        ]
        assert any(all(paragraph in whole for paragraph in said) for whole in articles)
        whole = next(w for w in articles if all(paragraph in w for paragraph in said))
        assert "".join("".join(said).split()) == "".join(whole.split())


def test_an_exercise_names_no_outlet():
    names = [name.string for name in demo_page().names]
    assert "Dnipro Courier" in names
    for piece in demo_page().excerpts:
        shown = " ".join(word.text for p in piece.paragraphs for word in p)
        assert [name for name in names if name.casefold() in shown.casefold()] == []


def test_one_article():
    html = html_of(article("Kiev said on Monday that the aggressor state must stop. Kyiv agreed."))
    assert "One article only" in html
    assert "A profile needs an event that two outlets report" in html


def test_two_outlets_with_an_article_each():
    one = article(
        "Kiev said on Monday that 20 prisoners came home.", id="1", outlet="a", name="Alpha"
    )
    two = article(
        "Kyiv said on Monday that 20 prisoners came home.", id="2", outlet="b", name="Beta"
    )
    html = html_of(one, two)
    assert 'Text 1: <span class="by">Alpha</span>' in html
    assert "too few" in html


def test_nothing_read():
    html = report([], skipped=[Skipped("x/<b>.txt", "empty")])._html()
    assert "x/&lt;b&gt;.txt" in html
    assert "<script" not in html


def test_product_text_has_no_loaded_word(note):
    """The page's own words pass its own lists; what it must not say of a text or an outlet."""
    html = html_of(article("It rained."))
    shown = " ".join(" ".join(Outline(html).words).split())
    code = "".join(Outline(html).inline["script"])
    told = re.findall(r'"([A-Z][^"\n]{8,})"|`([^`\n]{8,})`', code)
    assert len(told) > 5
    said = (" ".join(text for pair in told for text in pair) + shown).lower()
    banned = "biased propaganda mouthpiece lies dishonest honest omitted suppressed manipulat"
    assert [word for word in banned.split() if word in said] == []
    found = {
        m.term
        for m in note(shown).markers
        if m.category in ("naming-epithet", "naming-ingroup", "distancing")
        and m.pack != "typography"
    }
    assert found == set()


def test_a_chart_becomes_plain_attributes():
    svg = (
        '<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" onload="x()"><metadata>m</metadata>'
        '<defs><style>*{x:y}</style><path id="m1" d="M 0.123456 1" style="stroke: #000"/></defs>'
        '<use xlink:href="#m1" clip-path="url(#c1)"/><clipPath id="c1"/><g id="unused"/>'
        '<image xlink:href="https://example.org/a.png"/>'
        "<text style=\"font: bold 9.5px 'DejaVu Sans', Verdana; fill: #111\">a &lt; b</text></svg>"
    )
    clean = vector.inline_svg(svg, "f1-")
    assert 'id="f1-m1"' in clean and 'href="#f1-m1"' in clean and "url(#f1-c1)" in clean
    assert 'font-weight="bold"' in clean and 'font-size="9.5px"' in clean and 'fill="#111"' in clean
    assert "0.12" in clean and "0.123456" not in clean
    for gone in ("style=", "<style", "metadata", "onload", "example.org", "unused", "xlink"):
        assert gone not in clean
    assert "a &lt; b" in clean


def test_where_claims_speakers_and_markers_stand_is_drawn_in_their_tabs():
    page = demo_page()
    tabs = {tab.id: tab for tab in page.tabs}
    first = {
        name: [b for b in tab.parts[0].blocks if isinstance(b, Figure)]
        for name, tab in tabs.items()
    }
    assert [f.name for f in first["claims"]][-2:] == ["order", "order-claims"]
    assert "order-speakers" in [f.name for f in first["voices"]]
    along = [f for f in first["words"] if f.name.startswith("along-")]
    assert [f.name for f in along] == [f"along-{n}" for n in range(1, len(along) + 1)]
    assert "verb of saying" in along[0].alt  # a name, not an id


def test_outlets_stand_a_to_z_by_their_names_and_not_by_their_ids():
    a = article("Kiev said that talks go on in Istanbul.", id="1", outlet="z", name="Alder Post")
    b = article("Kyiv said that talks go on in Istanbul.", id="2", outlet="a", name="Zagreb Danas")
    said = html_of(a, b)
    heads = re.findall(r'<th scope="col"[^>]*>(Alder Post|Zagreb Danas)</th>', said)
    assert heads and heads[0] == "Alder Post"


def tab(page, name):
    return next(t for t in page.tabs if t.id == name)


def test_a_piece_to_try_ends_with_a_sentence_and_with_who_said_it(note):
    text = (
        "The board of the pool said on Monday that the talks on Mill Street would go on in May. "
        "Nobody in the town had asked for them, and the mayor of Oster was not in the room that day."
        "\n\nWe kept our word, and the aggressor state knows that we did so from the first day on"
        "\n\n- wrote Novak.\n\nBy O.H., Pier Post"
    )
    windows = [[span.of(text) for span in window] for window in exercise._windows(note(text))]
    assert windows
    assert all(window[-1] in (text.split("\n\n")[0], "- wrote Novak.") for window in windows)


def test_words_used_once_are_not_used_more_and_names_keep_their_capitals():
    page = demo_page()
    tables = [
        b for part in tab(page, "words").parts for b in part.blocks
        if isinstance(b, Table) and b.caption.startswith("Words an outlet uses more")
    ]  # fmt: skip
    rows = [row for found in tables for row in found.rows]
    assert rows and all(int(row[2][0].text.replace(",", "")) >= 2 for row in rows)
    terms = {"".join(run.text for run in row[1]) for row in rows}
    assert "Istanbul" in terms and "istanbul" not in terms


def test_a_timeline_stands_under_its_event():
    found = [b for part in demo_page().method.parts for b in part.blocks]
    lines = [k for k, b in enumerate(found) if isinstance(b, Figure) and "came out" in b.caption]
    above = ["".join(run.text for run in found[k - 1].words) for k in lines]
    labels = [capital(c.event.label) for c in demo().comparisons]
    assert len(lines) > 1 and set(above) <= set(labels) and len(set(above)) == len(above)


def test_one_text_has_no_claims_to_compare_and_no_empty_chart():
    page = html_of(article("The pool is open. The town paid for new pumps."))
    assert "One text only: there is nothing to compare its claims with." in page
    assert "Nobody of the lists" not in page
