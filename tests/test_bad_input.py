"""Bad input gives a clear message or a result with a caveat, never a traceback."""

import html

import pytest

import framing
from framing.errors import InputError
from framing.model import Article

NOISE = bytes(range(256)) * 20


def study(tmp_path, **files):
    for name, content in files.items():
        path = tmp_path / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return framing.study(tmp_path)


def test_an_empty_folder(tmp_path):
    with pytest.raises(InputError, match=str(tmp_path.name)):
        framing.study(tmp_path)


def test_bad_files_are_listed_and_do_not_stop_the_rest(tmp_path):
    found = study(
        tmp_path,
        good__txt="The dam broke on Sunday. Jan Novak said that it was old.",
        empty__txt="",
        noise__txt=NOISE,
        menu__html="<html><body><nav><a href='/'>Home</a></nav></body></html>",
    )
    assert [a.article.id for a in found.notes] == ["good"]
    reasons = {s.path.rsplit("/", 1)[-1]: s.reason for s in found.notes.skipped}
    assert set(reasons) == {"empty.txt", "noise.txt", "menu.html"}
    assert all(reasons.values())


def test_the_report_lists_what_was_skipped(tmp_path):
    found = study(tmp_path, good__txt="The dam broke on Sunday.", empty__txt="")
    report = framing.report(found.comparisons, found.profiles, skipped=found.notes.skipped)
    (out,) = report.save(tmp_path / "r.html")
    assert "empty.txt" in out.read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "One word",
        "no full stop anywhere " * 50,
        '"never closed, he said. ' * 20,
        "“a “b “c ”d” e",
        "\n\n\n.\n",
        "x" * 20_000,
        "\u202eright to left\u202c and zero\u200bwidth",
    ],
)
def test_odd_texts_give_a_result(tmp_path, text):
    found = study(tmp_path, odd__txt=text)
    report = framing.report(found.comparisons, found.profiles, skipped=found.notes.skipped)
    assert report.save(tmp_path / "r.html")


def test_two_identical_articles_show_no_difference(tmp_path):
    text = "The dam broke on Sunday. Jan Novak said that the dam was old and that rain had come."
    found = study(tmp_path, a__txt=text, b__txt=text)
    assert len(found.comparisons) == 1
    assert found.comparisons[0].word_choice == ()


def test_a_large_article_is_read_in_linear_time(tmp_path):
    text = "The river board said on Monday that the dam was safe. Nobody had asked.\n\n" * 7000
    found = study(tmp_path, big__txt=text)
    assert len(found.notes[0].quotes) == 7000


def test_hostile_text_is_inert_in_html(tmp_path):
    text = (
        "The <script>alert(1)</script> dam broke. Jan Novak said that <img src=x onerror=alert(2)> it was "
        'old. "The </style><b>Kiev</b> regime lies again," said Ana Silva of Ukraine, Russia and Moscow.'
    )
    found = study(tmp_path, bad__txt=text)
    report = framing.report(found.comparisons, found.profiles)
    (out,) = report.save(tmp_path / "r.html")
    page = out.read_text("utf-8")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "default-src 'none'" in html.unescape(page)


def test_a_text_on_which_the_rules_fail_is_listed_and_the_others_go_on(monkeypatch):
    from framing.annotation import annotate as module

    def failing(article, packs, **options):
        if article.id == "bad":
            raise IndexError("list index out of range")
        return whole(article, packs, **options)

    whole = module.annotate_article
    monkeypatch.setattr(module, "annotate_article", failing)
    texts = [Article(name, "The river rose on Monday.") for name in ("a", "bad", "b")]
    notes = framing.annotate(texts)
    assert [note.article.id for note in notes] == ["a", "b"]
    (skipped,) = notes.skipped
    assert skipped.path == "bad"
    assert "IndexError" in skipped.reason and "report" in skipped.reason
