"""The page in a real Chromium: what a reader sees, clicks and types. Skipped where there is none."""

import io
import json
import os
import re
from pathlib import Path
from unicodedata import normalize

import pytest
from reporting import pages
from reporting.chromium import Browser, executable
from reporting.pages import OWNED, article, html_of

from framing.model import Skipped
from framing.reporting.report import report

TABS = ["compare", "words", "claims", "voices", "profiles", "try", "method"]
SHOWN = "[...document.querySelectorAll('.tab')].filter(t => t.offsetParent).map(t => t.id)"


@pytest.fixture(scope="module")
def browser():
    path = executable()
    if not path:
        pytest.skip("no Chromium: install it, or name it in FRAMING_CHROMIUM")
    running = Browser(path)
    yield running
    running.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The pages as files, made when a test asks for them."""
    folder = tmp_path_factory.mktemp("pages")
    makers = {
        "demo": pages.demo_html,
        "short": pages.short_html,
        "hostile": pages.hostile_html,
        "one": lambda: html_of(article("Kiev said that the aggressor state must stop.")),
        "nothing": lambda: report([], skipped=[Skipped("a.txt", "empty")])._html(),
    }

    def address(name):
        path = folder / f"{name}.html"
        if not path.exists():
            path.write_text(makers[name](), "utf-8")
        return path.as_uri()

    return address


@pytest.fixture
def open_page(browser, files):
    """Opens a page and, at the end, checks that it complained of nothing and asked for nothing."""
    opened = []

    def make(name="demo", **options):
        opened.append(browser.open(files(name), **options))
        return opened[-1]

    yield make
    for page in opened:
        complaints, requests = page.complaints(), page.requests()
        page.close()
        assert complaints == []
        assert requests == []


def test_tabs_by_mouse(open_page):
    page = open_page()
    assert page.run(SHOWN) == ["compare"]
    for tab in TABS:
        page.click(f"#tab-{tab}")
        assert page.run(SHOWN) == [tab]
        assert page.run(f"document.getElementById('tab-{tab}').ariaSelected") == "true"
        assert page.run("document.querySelectorAll('[aria-selected=true]').length") == 1


def test_tabs_by_keyboard(open_page):
    page = open_page()
    page.focus("#tab-compare")
    page.press("ArrowRight")
    assert page.run(SHOWN) == ["words"]
    assert page.run("document.activeElement.id") == "tab-words"
    page.press("End")
    assert page.run(SHOWN) == ["method"]
    page.press("ArrowRight")
    assert page.run(SHOWN) == ["compare"]
    page.press("ArrowLeft", "Home")
    assert page.run(SHOWN) == ["compare"]
    outline = page.run("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_a_reader_without_a_mouse_reaches_marks_and_notes(open_page):
    page = open_page()
    page.focus("#points")
    page.press("Tab")
    assert page.run("document.activeElement.matches('.text.on .m')")
    first = page.run("document.activeElement.id")
    page.press("ArrowRight")
    second = page.run("document.activeElement.id")
    assert second != first
    page.press("Enter")
    assert page.run("!document.getElementById('sheet').hidden")
    told = page.text("#sheet")
    for field in ("Whose words", "What it is", "Whose usage", "Source", "Date", "Neutral wording",
                  "Be careful", "Why a writer might choose it", "Challenge this"):  # fmt: skip
        assert field in told
    page.press("Escape")
    assert page.run("document.getElementById('sheet').hidden")
    assert page.run("document.activeElement.id") == second
    page.press("ArrowLeft")
    assert page.run("document.activeElement.id") == first


def test_a_number_opens_its_lines(open_page):
    page = open_page()
    page.click("#tab-words")
    page.focus("#words .count")
    number = int(page.run("document.activeElement.textContent"))
    page.press("Enter")
    assert page.run("document.querySelectorAll('#sheet-body li').length") == number
    assert page.run("document.activeElement.id") == "sheet"
    page.press("Escape")
    assert page.run("document.activeElement.textContent") == str(number)


def test_a_number_of_one_voice_opens_the_lines_in_that_voice(open_page):
    page = open_page()
    page.click("#tab-words")
    number = int(page.text("#words .count[data-only=direct]"))
    page.click("#words .count[data-only=direct]")
    voices = page.run("[...document.querySelectorAll('#sheet-body li')].map(l => l.dataset.v)")
    assert voices == ["direct"] * number
    assert page.text("#sheet-title").endswith("– quoted")


def test_a_line_leads_to_its_sentence(open_page):
    page = open_page()
    page.click("#tab-voices")
    page.click("#voices .count")
    wanted = page.run("document.querySelector('#sheet-body li a').hash")
    page.click("#sheet-body li a")
    assert page.run(SHOWN) == ["compare"]
    assert page.run("'#' + document.activeElement.id") == wanted
    assert page.run(f"document.querySelector('{wanted}').offsetParent !== null")


def test_lines_can_be_saved(open_page):
    page = open_page()
    page.click("#tab-words")
    page.click("#words .count")
    page.run(
        "window.kept = []; URL.createObjectURL = (blob) => { window.kept.push(blob); return '#'; }"
    )
    page.click("#csv")
    rows = page.run("window.kept[0].text()").lstrip("\ufeff").split("\r\n")
    assert rows[0] == '"text","outlet","voice","before","hit","behind"'
    assert len(rows) - 1 == page.run("document.querySelectorAll('#sheet-body li').length")


def choose(page, name, number):
    """Choose an entry of a list, as a reader would."""
    page.run(
        f"(() => {{ const list = document.getElementById('{name}'); "
        f"list.selectedIndex = {number}; list.dispatchEvent(new Event('change')); }})()"
    )


def visible_marks(page, key):
    marks = "[...document.querySelectorAll('.text.on .m[href]')]"
    return set(page.run(f"{marks}.map(m => m.dataset.{key})"))


def test_filters(open_page):
    page = open_page()
    assert {"outlet", "indirect"} <= visible_marks(page, "v")
    page.click("input[name=voice][value=outlet]")
    assert "outlet" not in visible_marks(page, "v")
    page.click("input[name=voice][value=outlet]")
    assert "S" in visible_marks(page, "g")
    page.click("input[name=group][value=S]")
    assert "S" not in visible_marks(page, "g")
    assert page.run("document.querySelectorAll('.text.on .mute .m[tabindex=\"0\"]').length") == 0
    shown, hidden = map(int, re.findall(r"\d+", page.text("#shown")))
    assert shown == page.run("document.querySelectorAll('.text.on .m[href]').length")
    assert hidden == page.run("document.querySelectorAll('.text.on .mute').length")


def test_at_most_five_kinds_of_marks_at_once(open_page):
    page = open_page()
    boxes = "[...document.querySelectorAll('input[name=group]')]"
    assert page.run(f"{boxes}.filter(b => b.checked).length") == 5
    assert page.run(f"{boxes}.filter(b => !b.checked).every(b => b.disabled)")
    page.click("input[name=group][value=S]")
    assert page.run(f"{boxes}.every(b => !b.disabled)")


def test_the_filter_of_voices_holds_for_lines_too(open_page):
    page = open_page()
    page.click("input[name=voice][value=indirect]")
    page.click("#tab-words")
    link = page.run(
        "[...document.querySelectorAll('#words .count:not([data-only])')].findIndex(a => "
        "document.querySelector(a.hash + ' li[data-v=indirect]') && "
        "document.querySelector(a.hash + ' li[data-v=outlet]'))"
    )
    page.run(f"document.querySelectorAll('#words .count:not([data-only])')[{link}].click()")
    assert page.run("document.querySelectorAll('#sheet-body li[data-v=indirect]').length") == 0
    assert "the filter of voices under Compare hides the others" in page.text("#sheet-body")


def test_texts_and_events_are_chosen(open_page):
    page = open_page()
    on = "[...document.querySelectorAll('.text.on:not(.off)')].map(t => t.id)"
    assert len(page.run(on)) == 2
    choose(page, "right", 2)
    assert page.run("document.getElementById('right').value") in page.run(on)
    choose(page, "event", 1)
    event = page.run("document.getElementById('event').value")
    shown = "[...document.querySelectorAll('[data-event]:not(option)')].filter(x => x.offsetParent)"
    assert set(page.run(f"{shown}.map(x => x.dataset.event)")) == {event}
    assert len(page.run(on)) == 2


def test_points_that_other_texts_tell_too(open_page):
    page = open_page()
    seen = "[...document.querySelectorAll('.text.on .point')].filter(p => p.offsetParent)"
    assert page.run(f"{seen}.length") == 0
    page.click("#points")
    assert page.run(f"{seen}.length") > 0
    page.run(f"{seen}[0].click()")
    texts = set(
        page.run("[...document.querySelectorAll('#sheet-body li a')].map(a => a.textContent)")
    )
    assert len(texts) > 1


def told(page):
    """Everything a reader or a screen reader may come across, also in tabs that are not shown."""
    return page.run(
        "document.title + ' ' + document.body.innerText + ' ' + "
        "[...document.querySelectorAll('body *:not(script):not(style)')].map(e => "
        "['aria-label', 'title', 'alt', 'label', 'data-s'].map(a => e.getAttribute(a) || '')"
        ".join(' ')).join(' ') + ' ' + "
        "[...document.querySelectorAll('main, header, nav, footer, #sheet')]"
        ".map(e => e.textContent).join(' ')"
    )


def test_outlet_names_are_hidden_everywhere_and_come_back(open_page):
    page = open_page()
    before = told(page)
    whole = page.run("document.querySelector('main').textContent")
    pattern = re.compile(r"dnipro.courier|harbour.wire|volga.dispatch", re.IGNORECASE)
    assert len(pattern.findall(before)) > 100
    page.click("#hide")
    assert page.run("document.getElementById('hide').ariaPressed") == "true"
    hidden = told(page)
    assert pattern.findall(hidden) == []
    assert "Outlet A" in hidden and "Outlet B" in hidden and "Outlet C" in hidden
    svg = page.run("[...document.querySelectorAll('svg')].map(s => s.outerHTML).join('')")
    assert pattern.findall(svg) == [] and "Outlet A" in svg
    # what is opened now is hidden too
    page.click("#tab-words")
    page.click("#words .count")
    assert pattern.findall(page.text("#sheet")) == []
    page.press("Escape")
    choose(page, "event", 1)
    assert pattern.findall(told(page)) == []
    choose(page, "event", 0)
    page.click("#hide")
    page.click("#tab-compare")
    assert pattern.findall(told(page)) == pattern.findall(before)
    assert page.run("document.querySelector('main').textContent") == whole


def test_a_name_that_a_long_line_cut_off_is_hidden_too(open_page):
    page = open_page()
    page.run("document.querySelector('h2').append(' as the Harbour… said', ' of Volga… too')")
    page.click("#hide")
    said = page.text("h2")
    assert re.fullmatch(r".+ as the Outlet [ABC]… said of Outlet [ABC]… too", said), said


def test_the_exercise(open_page):
    page = open_page()
    page.click("#tab-try")
    piece = ".try:not(.off) "
    assert page.run(f"document.querySelector('{piece}.answer').hidden")
    page.click(f"{piece}.w[data-k]")
    page.focus(f"{piece}.w[tabindex='0']")
    page.press(" ")
    chosen = page.run(f"document.querySelectorAll('{piece}.w[aria-checked=true]').length")
    assert chosen == 2
    page.press("ArrowRight")
    assert page.run("document.activeElement.previousElementSibling.matches('.w')")
    page.click(f"{piece}.check")
    summary = page.text(f"{piece}.sum")
    assert re.match(r"You chose 2 words\. They meet 1 of \d+ documented phrases", summary)
    assert page.run(f"document.querySelectorAll('{piece}.sample .both').length") == 1
    assert page.run(f"document.querySelectorAll('{piece}.sample .mine').length") == 1
    page.click(f"{piece}.answer .m")
    assert "Whose usage" in page.text("#sheet")
    page.press("Escape")
    page.click(f"{piece}.again")
    assert page.run(f"document.querySelectorAll('{piece}.w[aria-checked=true]').length") == 0


def test_without_scripts_everything_can_be_read(browser, files):
    page = browser.open(files("demo"), scripts=False)
    document = page.call("DOM.getDocument", depth=1)["root"]["nodeId"]

    def boxes(selector):
        found = page.call("DOM.querySelectorAll", nodeId=document, selector=selector)["nodeIds"]
        heights = []
        for node in found:
            try:
                heights.append(page.call("DOM.getBoxModel", nodeId=node)["model"]["height"])
            except RuntimeError:  # it has no box: it is not shown
                heights.append(0)
        return heights

    assert len(boxes(".tab")) == len(TABS) and all(boxes(".tab"))
    assert all(boxes(".text")) and all(boxes(".note")) and all(boxes(".lines"))
    assert not any(boxes(".needs-js"))
    assert all(boxes("nav li"))
    assert page.complaints() == [] and page.requests() == []
    page.close()


def test_all_tabs_are_printed(open_page):
    from pypdf import PdfReader

    page = open_page()
    sheets = PdfReader(io.BytesIO(page.pdf())).pages
    printed = normalize("NFKC", "\n".join(sheet.extract_text() for sheet in sheets))
    for title in ("Compare", "Words", "Claims", "Voices", "Profiles", "Try it", "Method"):
        assert re.search(rf"^{title}$", printed, re.MULTILINE), title
    for text in pages.demo_page().texts:
        assert f"Text {text.number}:" in printed
    assert "Notes on the marked words" in printed
    assert "Hide outlet names" not in printed


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("name", ["demo", "one", "hostile"])
def test_no_page_is_wider_than_its_window(open_page, name, width):
    page = open_page(name, width=width)
    for tab in TABS:
        page.run(f"document.getElementById('tab-{tab}')?.click()")
        assert page.run("document.documentElement.scrollWidth") <= width, tab


def test_a_dark_page_has_dark_charts(open_page):
    page = open_page(dark=True)
    page.click("#tab-words")
    assert page.run("getComputedStyle(document.body).backgroundColor") == "rgb(22, 22, 22)"
    ink = page.run("getComputedStyle(document.querySelector('#words svg text')).fill")
    assert ink == "rgb(236, 236, 236)"


def test_a_hostile_article_does_nothing(open_page):
    page = open_page("hostile")
    for tab in TABS:
        page.run(f"document.getElementById('tab-{tab}')?.click()")
    page.click("#hide")
    page.click("#tab-compare")
    page.click(".text.on .m[href]")
    page.press("Escape")
    assert page.run("window.owned") is None
    assert (
        page.run(
            "document.querySelectorAll('img, iframe, b[onmouseover], a[href^=javascript]').length"
        )
        == 0
    )
    assert page.run("document.querySelectorAll('script').length") == 2
    assert f"<script>{OWNED}</script>" in page.text(".text.on")
    assert page.run("getComputedStyle(document.querySelector('#tab-words')).direction") == "ltr"


def test_a_page_of_nothing(open_page):
    page = open_page("nothing")
    assert "a.txt" in page.text("main")


def axe():
    """The source of axe-core: FRAMING_AXE, or a ``node_modules`` beside or above this file."""
    named = os.environ.get("FRAMING_AXE")
    places = [Path(named)] if named else []
    places += [p / "node_modules/axe-core/axe.min.js" for p in Path(__file__).resolve().parents]
    return next((place.read_text("utf-8") for place in places if place.is_file()), None)


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)], ids=["light", "dark"])
def test_accessibility(open_page, width, dark):
    source = axe()
    if not source:
        pytest.skip("no axe-core: run `npm install axe-core`, or name axe.min.js in FRAMING_AXE")
    page = open_page("short", width=width, dark=dark)
    page.run(source + "; 0")
    found = {}

    def check(where):
        result = page.run(
            "axe.run(document, {resultTypes: ['violations']}).then(r => JSON.stringify(r.violations"
            ".map(v => [v.id, v.impact, v.nodes.map(n => n.html.slice(0, 200)).slice(0, 3)])))"
        )
        for rule, impact, nodes in json.loads(result):
            found[where, rule] = impact, nodes

    for tab in TABS:
        page.run(f"document.getElementById('tab-{tab}').click()")
        check(tab)
    page.click("#tab-words")
    page.run("document.querySelector('#words .count').click()")
    check("lines")
    page.press("Escape")
    page.click("#tab-try")
    page.run("document.querySelector('.try:not(.off) .w').click()")
    page.run("document.querySelector('.try:not(.off) .check').click()")
    check("answer")
    assert found == {}
