import subprocess
import sys
from xml.etree import ElementTree

import matplotlib
import pytest
from matplotlib.figure import Figure

from framing.charts import page, plot_slots, plot_voices, render, save
from framing.charts import style as house
from framing.charts.claims import STATES
from framing.charts.profiles import OTHERS, OWN
from framing.charts.timeline import DATED, UNDATED
from framing.errors import OptionError, OutputError


def settings():
    return {key: matplotlib.rcParams._get(key) for key in matplotlib.rcParams}


def test_drawing_and_saving_leave_the_readers_settings_alone(comparison, tmp_path):
    with matplotlib.rc_context({"font.size": 17, "axes.facecolor": "pink"}):
        before = settings()
        ax = plot_voices(comparison)
        save(ax.figure, tmp_path / "a.png", title="t", alt="a")
        assert settings() == before


def test_a_chart_looks_the_same_whatever_the_readers_settings(comparison):
    plain = render(plot_voices(comparison).figure, "png", title="t", alt="a")
    with matplotlib.rc_context({"font.size": 17, "axes.facecolor": "pink", "text.color": "red"}):
        assert render(plot_voices(comparison).figure, "png", title="t", alt="a") == plain


def test_settings_come_back_when_a_chart_fails(comparison):
    before = settings()
    with pytest.raises(OptionError), house.style():
        page.chosen("x", ("y",), name="outlet")
    assert settings() == before


def test_importing_the_charts_imports_no_matplotlib_and_drawing_no_pyplot(tmp_path):
    code = (
        "import sys, framing.charts as c\n"
        "from framing.model import *\n"
        "assert 'matplotlib' not in sys.modules\n"
        "e = Event('e', 'l', (), ())\n"
        "v = (VoiceShare('x', 'outlet', 3, 3),)\n"
        "ax = c.plot_voices(Comparison(e, (), ('x',), (), (), (), (), (), v, ()))\n"
        f"c.save(ax.figure, {str(tmp_path / 'a.png')!r}, title='t', alt='a')\n"
        "assert 'matplotlib.pyplot' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert (tmp_path / "a.png").exists()


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_the_same_result_gives_the_same_bytes(form, make):
    first, second = (
        render(plot_slots(make(5, 9)), form, title="Wordings", alt="a") for _ in range(2)
    )
    assert first == second
    assert b"matplotlib" not in first.lower().replace(b"matplotlib.axis", b"")


def test_a_png_is_1600_pixels_wide_and_tells_what_it_shows(comparison, tmp_path):
    from PIL import Image

    path = save(plot_voices(comparison).figure, tmp_path / "v.PNG", title="Voices", alt="Bars.")
    with Image.open(path) as image:
        assert image.width == 1600
        assert image.text == {"Title": "Voices", "Description": "Bars."}


def test_an_svg_keeps_its_text_and_has_a_name_and_a_description(make):
    svg = render(plot_voices(make(6, 8)).figure, "svg", title="A & B", alt="x < y").decode()
    root = ElementTree.fromstring(svg)
    space = "{http://www.w3.org/2000/svg}"
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-label"] == "A & B"
    assert root[0].tag == space + "title"
    assert root[0].text == "A & B"
    assert root[1].tag == space + "desc"
    assert root[1].text == "x < y"
    words = " ".join(t for e in root.iter(space + "text") for t in e.itertext())
    assert "Громадське" in words
    assert "Óbuda Hírlap" in words
    assert "'DejaVu Sans', Verdana, sans-serif" in svg
    assert len(svg) < 100_000


def test_an_unknown_suffix_names_the_choices_and_writes_nothing(comparison, tmp_path):
    with pytest.raises(OutputError, match="“gif”: choose pdf, png, svg"):
        save(plot_voices(comparison).figure, tmp_path / "a.gif", title="t", alt="a")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_drawn_leaves_the_old_one(comparison, tmp_path, monkeypatch):
    path = tmp_path / "a.svg"
    path.write_text("old")
    figure = plot_voices(comparison).figure
    monkeypatch.setattr(Figure, "savefig", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        save(figure, path, title="t", alt="a")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def luminance(colour):
    parts = matplotlib.colors.to_rgb(colour)
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast_with_paper(colour):
    return 1.05 / (luminance(colour) + 0.05)


def test_text_and_signs_stand_out_from_the_paper():
    assert min(map(contrast_with_paper, (house.INK, house.GREY))) >= 4.5
    signs = [*house.VOICES.values(), *STATES.values(), OWN, OTHERS, DATED, UNDATED]
    assert min(contrast_with_paper(sign.colour) for sign in signs) >= 3


@pytest.mark.parametrize(
    "signs", [[*house.VOICES.values()], [*STATES.values()], [OWN, OTHERS], [DATED, UNDATED]]
)
def test_signs_differ_without_their_colours(signs):
    assert len({(sign.marker, sign.fill) for sign in signs}) == len(signs)


def test_bars_of_voices_differ_without_their_colours():
    bars = {(sign.fill == "full", sign.hatch) for sign in house.VOICES.values()}
    assert len(bars) == len(house.VOICES)


@pytest.mark.parametrize("width", [0.3, 0.8, 2.0])
@pytest.mark.parametrize(
    "text",
    [
        "The Eastern & Western Provinces Examiner-Telegraph-Herald",
        "Donaudampfschifffahrtsgesellschaft",
        "Громадське інформаційне агентство",
    ],
)
def test_wrapping_fits_and_loses_no_letter(text, width):
    wrapped = page.wrap(text, width)
    assert all(page.measure(line) <= width for line in wrapped.split("\n"))
    assert "".join(wrapped.split()) == "".join(text.split())


def test_wrapping_breaks_long_words_after_a_hyphen_and_not_at_a_no_break_space():
    assert page.wrap("Examiner-Telegraph", 0.9) == "Examiner-\nTelegraph"
    assert page.wrap("7\u00a0Lake Agency", 0.6) == "7\u00a0Lake\nAgency"


def test_a_shortened_text_says_so_at_the_end_of_a_word():
    text = "one two three four five six seven eight"
    shortened = page.wrap(text, 0.9, lines=2)
    assert shortened.count("\n") == 1
    assert shortened.endswith("…")
    assert text.startswith(" ".join(shortened[:-1].split()) + " ")


def test_outlets_come_a_to_z_by_name_accents_aside_and_the_unknown_one_last():
    names = {
        "1": "Zagreb",
        "2": "Ørsted",
        "3": "Évêché",
        "4": "Pravda",
        "unknown": "outlet unknown",
    }
    assert page.in_order(["unknown", "1", "2", "3", "4"], names) == ["3", "2", "4", "1", "unknown"]


def test_the_scope_counts_known_outlets_and_says_that_one_is_unknown(comparison):
    from dataclasses import replace

    assert page.scope(comparison) == "3 articles, 2 outlets"
    unknown = replace(comparison, outlets=("lake", "unknown"))
    assert page.scope(unknown) == "3 articles, 1 outlet and outlet unknown"


def test_what_the_font_or_a_file_cannot_hold_gets_a_sign():
    assert page.wrap("a \x00b \udcff 𝔎", 5) == "a \ufffdb \ufffd \ufffd"
    data = render(Figure(), "svg", title="t \x1b", alt="so \x00 called \udcff").decode()
    assert "so \ufffd called \ufffd" in data and "\x1b" not in data


def test_a_number_with_a_space_between_thousands_is_not_broken():
    wide = page.measure("more than 1 200")
    assert page.wrap("more than 1 200 people", wide - 0.05).split("\n")[1].startswith("1\u00a0200")
