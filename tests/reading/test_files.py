"""Folders, files and encodings: a clear reason or a result, never a traceback."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.errors import FramingWarning, InputError, OptionError
from framing.reading.files import SUPPORTED, decode, read

STORY = (
    "The two delegations met for an hour on Monday and agreed to exchange prisoners.\n\n"
    "Both sides said that a third round would follow before the end of the month.\n"
)
SLOW = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def write(folder: Path, name: str, data: str | bytes = STORY) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def reasons(corpus) -> dict[str, str]:
    return {Path(item.path).name: item.reason for item in corpus.skipped}


def test_a_folder_is_read_with_all_below_it_in_the_order_of_names(tmp_path):
    write(tmp_path, "b.txt")
    write(tmp_path, "a/z.txt")
    write(tmp_path, "a/.hidden.txt")
    write(tmp_path, ".cache/c.txt")
    corpus = read(tmp_path)
    assert [article.id for article in corpus] == ["z", "b"]
    assert corpus[0].path == str(tmp_path / "a" / "z.txt")
    assert corpus.skipped == ()


def test_a_glob_narrows_a_folder_down(tmp_path):
    write(tmp_path, "a.txt")
    write(tmp_path, "sub/b.txt")
    assert [a.id for a in read(tmp_path, glob="*.txt")] == ["a"]
    assert [a.id for a in read(tmp_path, glob="**/b.*")] == ["b"]
    with pytest.raises(OptionError, match=r"\*\.html"):
        read(tmp_path, glob="/abs*")


@pytest.mark.parametrize(
    "text",
    [
        "One.\r\nTwo.\r\n",
        "\ufeffA byte order mark stays.",
        "Old Mac\rline ends",
        "  outer space  \n\n",
        "İstanbul’da “görüşme” \u2028 \u00a0 \U0001f600 e\u0301",
        "No sentence end",
        'He said: "never closed',
    ],
)
def test_plain_text_keeps_every_character(tmp_path, text):
    path = write(tmp_path, "a.txt", text)
    assert read(path)[0].text == path.read_bytes().decode("utf-8") == text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.txt", b" \n\t\r\n", "empty file"),
        ("lines.txt", b"\n" * 5000, "empty file"),
        ("null.txt", b"words\0words", "binary file"),
        ("control.txt", bytes(range(1, 32)) * 4, "binary file"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary file"),
        ("half.txt", b"\xff\xfea", "not text in any known encoding"),
        ("notes.docx", b"words", "unsupported file type '.docx': supported are .csv"),
        ("noname", b"words", "unsupported file type 'noname'"),
        (
            "page.html",
            b"<html><body><nav>Home</nav></body></html>",
            "no article found in this page",
        ),
        ("bad.parquet", b"PAR1 no", "not a readable Parquet file"),
        ("nocolumn.csv", b"headline,score\nA,1\n", "no text column: columns are headline, score"),
        ("broken.json", b"{", "not JSON"),
    ],
)
def test_one_bad_file_never_stops_the_rest(tmp_path, name, data, reason):
    write(tmp_path, "good.txt")
    write(tmp_path, name, data)
    corpus = read(tmp_path)
    assert [article.id for article in corpus] == ["good"]
    assert reason in reasons(corpus)[name]
    with pytest.raises(InputError, match="no article found"):
        read(tmp_path / name)


def test_nothing_to_read_names_the_path_the_reason_and_the_types(tmp_path):
    (tmp_path / "void").mkdir()
    for path in (tmp_path / "void", tmp_path / "missing", tmp_path / ("x" * 5000)):
        with pytest.raises(InputError) as error:
            read(path)
        assert str(path) in str(error.value)
        assert all(kind in str(error.value) for kind in SUPPORTED)
    with pytest.raises(InputError, match="does not exist"):
        read(tmp_path / "missing")
    for nothing in ([], [tmp_path / "missing"], "", "a\0b"):
        with pytest.raises(InputError, match="no article found"):
            read(nothing)
    for wrong in (3, b"bytes", [3], {"a": 1}):
        with pytest.raises(InputError, match="cannot read articles from"):
            read(wrong)  # type: ignore[arg-type]


def test_a_list_may_mix_folders_and_files_and_names_each_file_once(tmp_path):
    one = write(tmp_path, "one/a.txt")
    two = write(tmp_path, "two/b.txt")
    corpus = read([str(one), tmp_path / "one", two, tmp_path / "gone.txt"])
    assert [article.id for article in corpus] == ["a", "b"]
    assert reasons(corpus) == {"gone.txt": "does not exist"}


def test_equal_stems_get_the_name_of_their_folder(tmp_path):
    for folder in ("one", "two"):
        write(tmp_path, f"{folder}/index.txt")
    write(tmp_path, "other.txt")
    page = f"<html><body><article><p>{STORY}</p></article></body></html>"
    write(tmp_path, "two/index.html", page)
    ids = {article.path: article.id for article in read(tmp_path)}
    assert ids[str(tmp_path / "one" / "index.txt")] == "index-one"
    assert ids[str(tmp_path / "other.txt")] == "other"
    assert len(set(ids.values())) == 4


def test_ids_do_not_depend_on_what_else_has_a_number_behind_it(tmp_path):
    write(tmp_path, "t.csv", f"id,text\nx,{STORY!r}\nx,{STORY!r}\nx-t-2,{STORY!r}\n")
    ids = [article.id for article in read(tmp_path)]
    assert len(set(ids)) == 3


def test_progress_counts_files(tmp_path):
    for name in ("a.txt", "b.txt", "c.pdf"):
        write(tmp_path, name)
    seen: list[tuple[int, int]] = []
    read(tmp_path, on_progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("He said that it’s over.", "cp1252"),
        ("Der Außenminister äußerte sich vorsichtig über die Gespräche.", "cp1252"),
        ("Переговоры закончились, сообщил представитель министерства.", "cp1251"),
        ("外交部发言人说双方将继续通过对话解决问题并交换名单", "gb18030"),
    ],
)
def test_a_guessed_encoding_is_told_once(tmp_path, text, encoding):
    for name in ("a.txt", "b.txt"):
        write(tmp_path, name, text.encode(encoding))
    with pytest.warns(FramingWarning, match=r"2 file\(s\).*save as UTF-8") as told:
        corpus = read(tmp_path)
    assert len(told) == 1
    assert [article.text for article in corpus] == [text, text]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_tells_the_encoding(encoding):
    assert decode("Talks ended.".encode(encoding))[0].removeprefix("\ufeff") == "Talks ended."


def test_an_outlet_for_all_and_a_user_table(tmp_path):
    write(tmp_path, "a.txt")
    assert read(tmp_path, outlet="School Paper")[0].outlet.outlet == "school-paper"
    assert read(tmp_path)[0].outlet.outlet == "unknown"


def test_what_is_stated_and_what_is_not(tmp_path):
    write(tmp_path, "stated.txt", "date 2025-06-02 " + STORY)
    write(tmp_path, "silent.txt", STORY + "\nA first round was held on March 4, 2024.\n")
    stated, silent = read([tmp_path / "stated.txt", tmp_path / "silent.txt"])
    assert (stated.published, stated.not_before) == (date(2025, 6, 2), None)
    assert (silent.published, silent.not_before) == (None, date(2024, 3, 4))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (STORY, "en"),
        ("Ende.", "en"),
        ("Die beiden Delegationen trafen sich am Montag für eine Stunde und einigten sich darauf, "
         "Gefangene auszutauschen, wie beide Seiten nach dem Treffen mitteilten.", "de"),
        ("Сторони домовилися про обмін полоненими та повернення тіл загиблих, повідомив після "
         "зустрічі міністр, який очолював делегацію на переговорах у палаці біля протоки.", "uk"),
    ],
)  # fmt: skip
def test_articles_in_other_languages_are_kept_with_their_code(tmp_path, text, language):
    write(tmp_path, "a.txt", text)
    assert read(tmp_path)[0].language == language


@pytest.mark.parametrize(
    "text",
    [
        "word " * 300_000,
        "\n" * 1_000_000 + "x",
        'He said: "' + "never closed " * 100_000,
        "On June 2, 2025 they met. " * 30_000,
        "\n".join(["Jane Doe"] * 20_000),
        "| a " * 200_000,
        "a" + " " * 1_000_000 + "b",
    ],
    ids=["no end", "newlines", "open quote", "dates", "names", "bars", "spaces"],
)
def test_large_and_odd_texts_are_read(tmp_path, text):
    path = write(tmp_path, "big.txt", text)
    assert read(path)[0].text == text


@SLOW
@given(data=st.binary(max_size=400), kind=st.sampled_from(SUPPORTED))
def test_no_bytes_raise_anything_but_an_input_error(tmp_path, data, kind):
    path = write(tmp_path, f"any{kind}", data)
    try:
        assert len(read(path)) >= 1
    except InputError as error:
        assert str(path) in str(error)
    except FramingWarning as warning:
        assert "encoding guessed" in str(warning)


@SLOW
@given(text=st.text(min_size=1, max_size=300))
def test_a_text_is_its_bytes_decoded(tmp_path, text):
    data = text.encode("utf-8", "replace")
    try:
        article = read(write(tmp_path, "any.txt", data))[0]
    except InputError:
        return
    assert article.text == data.decode("utf-8")
    if article.headline:
        assert 0 <= article.headline.start < article.headline.end <= len(article.text)
