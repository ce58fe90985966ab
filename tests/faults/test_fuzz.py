"""Whatever bytes and characters come: readers list or refuse, annotations hold together, pages stay inert."""

import csv
import io
import re
import warnings

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

import framing
from faults.encodings import PLAIN
from framing.annotation.annotate import annotate_article
from framing.demo import ARTICLES
from framing.errors import FramingError
from framing.model import Article, OutletTag, Span
from framing.output import csv_text, harmless, plain, table_text
from framing.reading import Draft
from framing.reading.files import SUPPORTED, article_of
from framing.reading.outlets import load_outlets

FEW = settings(
    max_examples=60, deadline=None, derandomize=True,
    phases=[Phase.explicit, Phase.generate],  # making a failure smaller takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
MANY = settings(FEW, max_examples=100)

# Pieces that mean something to the reader or the annotator, and any characters between them.
PIECES = st.sampled_from((
    *('"', "“", "”", "‘", "’", "'", "«", "»", "„", "``", "''", "—", "–", "- ", "\n", "\n\n", "\r\n"),
    *(". ", ", ", ": ", "! ", "? ", "… ", "(", ")", "[", "]", "\u00a0", "\u2028", "\u200b", "\ufeff"),
    *("said ", "says that ", "told reporters ", "according to ", "was destroyed by ", "he ", "she "),
    *("Jan Novak ", "Ana Silva, the mayor, ", "President Putin ", "Ukraine ", "Kiev ", "Israel "),
    *("the so-called ", "the river ", "terrorists ", "on June 2, 2024", "LONDON, June 2 (Reuters) - "),
    *("By Jan Novak\n", "Read more: ", "<b>", "&amp;", "İ", "ﬃ", "\u0301", "\ud800", "\udfff", "\x00"),
    *("the President", "the Prime Minister", "MP", "Mr. ", "Tariq Abbas ", "at least ", "more than 3 "),
    *("=1+1", "@x", "😀", "\u202e", "1 234,5 ", "a.b@c.d ", "https://x.y/2024/06/02/z "),
))  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=60).map("".join)
BYTES = st.one_of(
    st.binary(max_size=400),
    TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.tuples(TEXTS, st.sampled_from(("utf-16", "utf-32", "cp1251", "gb18030", "shift_jis"))).map(
        lambda pair: pair[0].encode(pair[1], "replace")
    ),
)


# --- reading -----------------------------------------------------------------------------------


@FEW
@given(data=BYTES, ending=st.sampled_from(SUPPORTED))
def test_any_bytes_are_read_listed_or_refused(tmp_path, data, ending):
    for path in tmp_path.iterdir():
        path.unlink()
    (tmp_path / f"odd{ending}").write_bytes(data)
    (tmp_path / "good.txt").write_text(PLAIN)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", framing.errors.FramingWarning)
        corpus = framing.read(tmp_path)
    assert "good" in {article.id for article in corpus}
    for article in corpus:
        article.text.encode("utf-8")
        _holds(article)
    assert len(corpus) > 1 or [s.path for s in corpus.skipped] == [
        str(tmp_path / f"odd{ending}")
    ] * len(corpus.skipped)
    assert len(corpus) + len(corpus.skipped) > 1  # nothing vanishes


@FEW
@given(rows=st.lists(st.dictionaries(
    st.sampled_from(("text", "id", "title", "date", "url", "language", "outlet", "source")),
    st.one_of(TEXTS, st.none(), st.integers(), st.floats(), st.booleans(), st.dates(), st.datetimes(),
              st.lists(TEXTS, max_size=2), st.binary(max_size=9)),
), min_size=1, max_size=4))  # fmt: skip
def test_any_rows_are_read_listed_or_refused(rows):
    import pandas as pd

    frame = pd.DataFrame(rows, dtype=object)
    try:
        corpus = framing.read(frame)
    except FramingError as error:
        assert str(error)
        return
    assert len({article.id for article in corpus}) == len(corpus)
    for article in corpus:
        _holds(article)


def _holds(article: Article) -> None:
    """Spans lie in the text, in order."""
    size = len(article.text)
    spans = [region.span for region in article.regions] + [e.span for e in article.outlet.evidence]
    for span in filter(None, [*spans, article.headline]):
        assert 0 <= span.start <= span.end <= size


# --- annotating --------------------------------------------------------------------------------


@MANY
@given(text=TEXTS)
def test_annotations_of_any_text_hold_together(packs, text):
    draft = Draft("x", text or ".", language="en")
    article = article_of(draft, table=load_outlets())
    assert article.text == (text or ".")
    found = annotate_article(article, packs)
    _holds(article)
    size = len(article.text)

    def inside(span: Span | None) -> None:
        assert span is None or 0 <= span.start <= span.end <= size

    for sentence in found.sentences:
        inside(sentence)
        assert sentence.of(text or ".").strip() == sentence.of(text or ".") != ""
    assert all(a.end <= b.start for a, b in zip(found.sentences, found.sentences[1:], strict=False))
    for quote in found.quotes:
        for span in (quote.content, quote.cue, quote.source):
            inside(span)
        assert len(quote.content)
    contents = [quote.content for quote in found.quotes]
    assert all(a.end <= b.start for a, b in zip(contents, contents[1:], strict=False))
    for marker in found.markers:
        inside(marker.span)
        assert len(marker.span) and marker.voice.kind in ("outlet", "direct", "indirect", "unclear")
        holding = [q for q in found.quotes if q.content.holds(marker.span)]
        assert len(holding) <= 1  # every word is in one voice
        if marker.voice.kind == "direct":
            assert holding
        if marker.voice.kind == "outlet":
            assert not any(q.kind == "direct" for q in holding)
    for span in (
        *(m.span for m in found.mentions),
        *(m.span for m in found.quotation_marks),
        *found.unclear,
    ):
        inside(span)
    assert annotate_article(article, packs) == found


@pytest.fixture(scope="module")
def demo():
    return [article.text for article in framing.read(ARTICLES)]


@MANY
@given(
    number=st.integers(0, 10),
    start=st.integers(0, 2000),
    length=st.integers(0, 400),
    written=st.sampled_from((str, str.title, str.upper, str.swapcase)),
)
def test_a_piece_of_an_article_is_annotated(packs, demo, number, start, length, written):
    piece = written(demo[number % len(demo)][start : start + length]) or "."
    assert annotate_article(Article("x", piece), packs).article.text == piece


@MANY
@given(text=TEXTS)
def test_annotations_of_any_text_come_back_from_their_record(packs, text):
    import json

    from framing.annotation.exchange import from_record, to_record

    article = Article("x", text, OutletTag())
    found = annotate_article(article, packs)
    again = from_record(json.loads(json.dumps(to_record(found))), article)
    assert to_record(again) == to_record(found)


# --- writing -----------------------------------------------------------------------------------

_HANDLER = re.compile(r"^on", re.IGNORECASE)
_HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style><svg onload=alert(1)>",
    "</script><script>alert(1)</script>", "javascript:alert(1)", "]]><!--", "{{7*7}}", "${x}",
    "' onmouseover='alert(1)", '" autofocus onfocus="alert(1)', "<a href='javascript:x'>y</a>",
)  # fmt: skip


@settings(FEW, max_examples=2)
@given(pieces=st.lists(st.one_of(st.sampled_from(_HOSTILE), TEXTS), min_size=1, max_size=6))
@example(pieces=list(_HOSTILE))
def test_a_page_of_any_text_is_inert(tmp_path, calm, pieces):
    page = _page(tmp_path / "r.html", pieces)
    own = {e.text_content() for e in calm.iter("script")}
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in ("iframe", "object", "embed", "base", "link", "form")
        assert not [name for name in element.attrib if _HANDLER.match(name)]
        for name in ("href", "src", "xlink:href"):
            assert (
                not element.get(name, "").strip().lower().startswith(("javascript:", "http", "//"))
            )
        if element.tag == "script" and element.get("type", "") not in ("application/json",):
            assert element.text_content() in own


@pytest.fixture(scope="session")
def calm(tmp_path_factory):
    """The page of a text without any trick."""
    return _page(tmp_path_factory.mktemp("calm") / "calm.html", ["it"])


_NO_CONTROL = re.compile(r"[^\x20-\x7e]")  # charts warn of letters that no shipped font has


def _page(path, pieces):
    text = PLAIN + " ".join(f'Jan Novak said that "{piece}" was old.' for piece in pieces)
    corpus = framing.model.Corpus(tuple(
        Article(f"{k}{pieces[0]}", text, OutletTag(f"o{k}", _NO_CONTROL.sub("", pieces[-1]) + str(k), confidence="certain"))
        for k in range(2)
    ))  # fmt: skip
    found = framing.study(corpus, packs=["general"])
    report = framing.report(found.comparisons, found.profiles, title=pieces[0][:80])
    (out,) = report.save(path)
    return lxml_html.document_fromstring(out.read_bytes())


@MANY
@given(
    cells=st.lists(
        TEXTS.filter(lambda t: "\x00" not in t and t.isprintable()), min_size=2, max_size=2
    )
)
def test_cells_of_any_table_are_safe_in_a_spreadsheet(cells):
    import pandas as pd

    for text in (
        csv_text(("a", "b"), [{"a": cells[0], "b": cells[1]}]),
        table_text(pd.DataFrame([{"a": cells[0], "b": cells[1]}])),
    ):
        (row,) = list(csv.reader(io.StringIO(text)))[1:]
        for before, after in zip(cells, row, strict=True):
            assert not re.match(r"[\s\ufeff\u200b]*[=+\-@\t\r|%]", after) or _is_number(after)
            assert plain(after) == before
    assert harmless("=1+1") == "'=1+1" and plain("'=1+1") == "=1+1"


def _is_number(cell: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", cell) is not None
