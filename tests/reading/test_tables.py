"""Tables: the columns that are known, one row an article, and rows that are left out."""

import csv
import json
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest

from framing.errors import InputError
from framing.reading.files import read

BODY = "The two delegations met for an hour on Monday and agreed to exchange prisoners."


def table(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_the_known_columns_of_a_csv(tmp_path):
    path = table(
        tmp_path,
        "week.csv",
        "ID,Headline,Body,Publisher,Published At,Link,Lang\n"
        f'n1,Talks end,"{BODY}",Harbour Times,2025-06-02T14:05Z,https://h.example/a,en-GB\n',
    )
    (article,) = read(path)
    assert article.id == "n1"
    assert article.text == f"Talks end\n\n{BODY}"
    assert article.headline is not None
    assert article.headline.of(article.text) == "Talks end"
    assert article.published == date(2025, 6, 2)
    assert article.url == "https://h.example/a"
    assert article.language == "en"
    assert article.path == str(path)
    assert article.outlet.outlet == "harbour-times"


@pytest.mark.parametrize("name", ["text", "body", "content", "article", "Text", " TEXT "])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_name_of_the_text_and_any_separator(tmp_path, name, separator):
    path = table(tmp_path, "t.csv", f"n{separator}{name}\n1{separator}{BODY}\n")
    (article,) = read(path)
    assert (article.id, article.text) == ("t-1", BODY)


def test_a_title_that_the_text_begins_with_is_not_put_in_front_again(tmp_path):
    text = f"  TALKS END\n\n{BODY}"
    path = table(tmp_path, "t.json", json.dumps([{"title": "Talks  end", "text": text}]))
    (article,) = read(path)
    assert article.text == text
    assert article.headline is not None
    assert article.headline.of(article.text) == "TALKS END"


def test_cells_keep_their_line_ends_and_may_be_long(tmp_path):
    long = "One line.\r\nTwo “lines”, with a comma; and\n\nmore. " * 5000
    path = tmp_path / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["text"], [long]])
    limit = csv.field_size_limit()
    assert read(path)[0].text == long
    assert csv.field_size_limit() == limit


def test_rows_that_are_left_out_are_named(tmp_path):
    path = table(tmp_path, "t.csv", f"id,text\na,{BODY}\nb,   \nc,x,y,z\nd,{BODY}\n")
    corpus = read(path)
    assert [article.id for article in corpus] == ["a", "d"]
    assert [item.reason.split(":")[0] for item in corpus.skipped] == ["row 2", "row 3"]
    assert corpus.skipped[0].reason == "row 2: empty text"
    assert corpus.skipped[0].path == str(path)


def test_an_open_quotation_mark_ends_the_table_and_is_told(tmp_path):
    path = table(tmp_path, "t.csv", f'id,text\na,{BODY}\nb,"never closed\nc,{BODY}\n')
    corpus = read(path)
    assert [article.id for article in corpus] == ["a"]
    assert corpus.skipped[0].reason.startswith("row 2: ")
    assert "quotation mark is not closed" in corpus.skipped[0].reason


@pytest.mark.parametrize(
    "rows",
    [
        [{"text": BODY}, {"text": BODY}],
        {"articles": [{"text": BODY}, {"text": BODY}], "total": 2},
    ],
)
def test_json_lists_and_objects_that_hold_one(tmp_path, rows):
    path = table(tmp_path, "t.json", json.dumps(rows))
    assert [article.id for article in read(path)] == ["t-1", "t-2"]


def test_one_json_object_is_one_article(tmp_path):
    page = {
        "title": "Talks end",
        "content": [BODY, BODY],
        "source": {"id": None, "name": "Harbour Times"},
        "tags": [{"name": "x"}],
    }
    (article,) = read(table(tmp_path, "t.json", json.dumps(page)))
    assert article.text == f"Talks end\n\n{BODY}\n\n{BODY}"


@pytest.mark.parametrize("name", ["t.jsonl", "t.ndjson", "t.json"])
def test_json_lines_with_bad_ones_between(tmp_path, name):
    lines = [json.dumps({"text": BODY}), "", "{broken", "[1]", json.dumps({"body": BODY})]
    corpus = read(table(tmp_path, name, "\ufeff" + "\n".join(lines) + "\n"))
    assert [article.text for article in corpus] == [BODY, BODY]
    assert [item.reason.split(":")[0] for item in corpus.skipped] == ["row 3", "row 4"]


@pytest.mark.parametrize(
    "data",
    ["[" * 100_000, '{"text": ' * 50_000, "[]", "3", '"words"', '[{"title": "no text"}]', "null"],
)
def test_json_without_articles_is_a_reason(tmp_path, data):
    with pytest.raises(InputError, match=r"t\.json"):
        read(table(tmp_path, "t.json", data))


def test_null_characters_and_half_characters_in_json(tmp_path):
    data = '[{"text": "a\\u0000b"}, {"text": "half \\ud83d of one: ' + BODY + '"}]'
    corpus = read(table(tmp_path, "t.json", data))
    assert corpus[0].text.startswith("half \ufffd of one")
    assert "null characters" in corpus.skipped[0].reason


def test_parquet_is_read_like_the_frame_it_was_made_from(tmp_path):
    frame = pd.DataFrame(
        {
            "id": [7, 8],
            "text": [BODY, BODY],
            "date": [datetime(2025, 6, 2, 23, 30), None],
            "title": ["Talks end", None],
        }
    )
    path = tmp_path / "t.parquet"
    frame.to_parquet(path)
    for corpus in (read(path), read(frame)):
        assert [article.id for article in corpus] == ["7", "8"]
        assert [article.published for article in corpus] == [date(2025, 6, 2), None]
        assert [article.text for article in corpus] == [f"Talks end\n\n{BODY}", BODY]


def test_missing_values_of_every_kind_in_a_frame():
    frame = pd.DataFrame({"text": [BODY, None, float("nan"), pd.NA, ""], "id": [1.0] + [None] * 4})
    corpus = read(frame)
    assert [article.id for article in corpus] == ["1"]
    assert corpus[0].path is None
    assert [item.reason for item in corpus.skipped] == [f"row {n}: empty text" for n in range(2, 6)]
    assert {item.path for item in corpus.skipped} == {"DataFrame"}


def test_frames_with_odd_columns():
    frame = pd.DataFrame([[BODY, "again", 3]], columns=["text", "text", 0])
    assert read(frame)[0].text == BODY
    for empty in (pd.DataFrame(), pd.DataFrame({"text": []}), pd.DataFrame({"a": [1]})):
        with pytest.raises(InputError):
            read(empty)


@pytest.mark.parametrize(
    ("row", "published"),
    [
        ({"published": "02/06/2025"}, None),
        ({"published": "13/06/2025"}, date(2025, 6, 13)),
        ({"date": 1748870700}, date(2025, 6, 2)),
        ({"url": "https://h.example/2025/06/02/talks"}, date(2025, 6, 2)),
        ({"url": "https://h.example/world/2025-06-02/talks"}, date(2025, 6, 2)),
        ({"url": "https://h.example/2025/talks"}, None),
        (
            {"published": "2025-06-03", "url": "https://h.example/2025/06/02/talks"},
            date(2025, 6, 3),
        ),
    ],
)
def test_dates_of_rows(row, published):
    assert read(pd.DataFrame([{"text": BODY, **row}]))[0].published == published


def test_a_dateline_takes_its_year_from_the_row():
    text = f"OSLO, June 2. /NTB/. {BODY}"
    assert read(pd.DataFrame([{"text": text}]))[0].published is None
    assert read(pd.DataFrame([{"text": text, "date": "2025"}]))[0].published == date(2025, 6, 2)
