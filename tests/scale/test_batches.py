"""One batch of articles in, one batch of rows out."""

import json
from dataclasses import replace

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from generated_news import rows
from typer.testing import CliRunner

import framing
from framing.cli import app
from framing.errors import InputError, OptionError
from framing.reading.tables import from_records
from framing.scale import batches
from framing.scale.batches import annotate_batch, article_batches, rows_schema, sorted_table
from framing.validation.corrections import apply_corrections


def batch(first=0, last=12, **changed):
    return pa.RecordBatch.from_pylist([{**row, **changed} for row in rows(first, last)])


def table(found, row):
    return [line for line in found.to_pylist() if line["row"] == row]


def test_rows_are_those_of_the_library():
    corpus = framing.read(pd.DataFrame(list(rows(0, 12))))
    notes = framing.annotate(corpus)
    found = annotate_batch(batch())
    assert found.schema == rows_schema()
    for row, frame in (("marker", notes.to_frame("markers")), ("quote", notes.to_frame("quotes"))):
        lines = table(found, row)
        assert len(lines) == len(frame) > 20
        for name in set(frame.columns) & set(rows_schema().names):
            wanted = [None if value != value else value for value in frame[name]]
            assert [line[name] for line in lines] == wanted, name
    words = {line["article"]: line["words"] for line in table(found, "article")}
    assert words == {note.article.id: note.words for note in notes}
    texts = {article.id: article.text for article in corpus}
    for line in table(found, "marker"):
        assert texts[line["article"]][line["start"] : line["end"]] == line["text"]


def test_how_articles_are_split_into_batches_changes_nothing():
    whole = sorted_table([annotate_batch(batch(0, 30))])
    for size in (1, 7, 29):
        parts = [annotate_batch(batch(n, min(n + size, 30))) for n in range(0, 30, size)]
        assert sorted_table(parts[::-1]).equals(whole)


def test_articles_that_are_read_already_give_the_same_rows():
    corpus = framing.read(pd.DataFrame(list(rows(0, 30))))
    assert any(article.regions or article.headline for article in corpus)
    again = sorted_table(map(annotate_batch, article_batches(corpus, size=8)))
    assert again.equals(sorted_table([annotate_batch(batch(0, 30))]))


@pytest.fixture
def corrected(tmp_path):
    """Twelve articles in a table, two of which a user set something right in."""
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row, default=str) + "\n" for row in rows(0, 12)), "utf-8")
    plain = framing.annotate(framing.read(path))
    quoting, marker = next((n, m) for n in plain for m in n.markers if m.voice.kind != "unclear")
    words, start = marker.span.of(quoting.article.text), marker.span.start
    (tmp_path / "news.corrections.csv").write_text(
        "article,field,value,text,start,note\n"
        f'{quoting.article.id},voice,unclear,"{words}",{start},said of nobody\n'
        f"{plain[0].article.id},outlet,reuters,,,\n",
        "utf-8",
    )
    return path, quoting.article.id, start


def test_corrections_travel_with_their_articles(corrected):
    path, name, start = corrected
    corpus = apply_corrections(framing.read(path), path.with_name("news.corrections.csv"))
    assert sum(len(article.corrections) for article in corpus) == 2
    found = [row for b in article_batches(corpus, size=5) for row in annotate_batch(b).to_pylist()]
    voices = {(r["article"], r["start"]): r["voice"] for r in found if r["row"] == "marker"}
    assert voices == {
        (note.article.id, marker.span.start): marker.voice.kind
        for note in framing.annotate(corpus)
        for marker in note.markers
    }
    assert voices[name, start] == "unclear"
    assert {r["outlet"] for r in found if r["article"] == corpus[0].id} == {"reuters"}


def test_the_shell_heeds_corrections_in_a_file_of_rows(corrected):
    path, name, start = corrected
    output = path.with_name("rows.parquet")
    done = CliRunner().invoke(app, ["annotate", str(path), "-o", str(output)])
    assert done.exit_code == 0, done.output
    (row,) = [
        row
        for row in pq.read_table(output).to_pylist()
        if (row["row"], row["article"], row["start"]) == ("marker", name, start)
    ]
    assert row["voice"] == "unclear"


def test_a_batch_and_back_is_the_same_article(corrected):
    path, *_ = corrected
    corpus = apply_corrections(framing.read(path), path.with_name("news.corrections.csv"))
    records = [record for batch in article_batches(corpus) for record in batch.to_pylist()]
    for article, record in zip(corpus, records, strict=True):
        bare = replace(article, path=None, outlet=replace(article.outlet, evidence=()))
        assert batches._article_again(record) == bare


def test_what_cannot_be_annotated_is_a_row_with_the_reason():
    records = list(rows(0, 4))
    records[1]["text"] = records[1]["title"] = ""
    records[2]["text"] = (
        "Der Minister sagte am Montag, dass die Brücke über den Fluss in dieser Woche wegen der "
        "Arbeiten an der Bahn geschlossen bleibt und niemand weiß, wie lange das dauern wird."
    )
    found = annotate_batch(pa.RecordBatch.from_pylist(records))
    reasons = {line["article"]: line["reason"] for line in table(found, "skipped")}
    assert reasons == {
        "g0000001": "empty text",
        "g0000002": "language is de: the lexicon packs are English",
    }
    assert {line["article"] for line in table(found, "article")} == {"g0000000", "g0000003"}


def test_a_bug_on_one_article_does_not_sink_the_others(monkeypatch):
    real = batches.annotate

    def breaks(articles, **options):
        if any(article.id == "g0000005" for article in articles):
            raise ZeroDivisionError("planted")
        return real(articles, **options)

    whole = annotate_batch(batch())
    monkeypatch.setattr(batches, "annotate", breaks)
    found = annotate_batch(batch())
    (line,) = table(found, "skipped")
    assert line["article"] == "g0000005"
    assert "ZeroDivisionError: planted" in line["reason"]
    wanted = [line for line in whole.to_pylist() if line["article"] != "g0000005"]
    assert [line for line in found.to_pylist() if line["row"] != "skipped"] == wanted


def test_a_bug_while_reading_one_article_does_not_either(monkeypatch):
    def breaks(records):
        if records[0]["id"] == "g0000005":
            raise RecursionError
        return from_records(records)

    monkeypatch.setattr(batches, "from_records", breaks)
    found = annotate_batch(batch())
    assert [line["article"] for line in table(found, "skipped")] == ["g0000005"]
    assert len(table(found, "article")) == 11


def test_what_is_wrong_for_every_article_is_an_error(tmp_path):
    with pytest.raises(InputError, match="no column for the id"):
        annotate_batch(pa.RecordBatch.from_pylist([{"text": "A."}]))
    with pytest.raises(InputError, match="no column for the text"):
        annotate_batch(pa.RecordBatch.from_pylist([{"id": "a", "story": "A."}]))
    with pytest.raises(OptionError, match="nopack"):
        annotate_batch(batch(), packs=["nopack"])
    with pytest.raises(InputError, match="not a whole Parquet file"):
        (tmp_path / "a.parquet").write_bytes(b"PAR1 and then nothing")
        list(batches.table_batches(tmp_path / "a.parquet"))


def test_an_empty_batch_gives_an_empty_table():
    assert annotate_batch(batch().slice(0, 0)).num_rows == 0
    assert sorted_table([]).schema == rows_schema()
