"""One batch of articles in, one batch of rows out."""

import pandas as pd
import pyarrow as pa
import pytest
from generated_news import rows

import framing
from framing.errors import InputError, OptionError
from framing.model import Correction
from framing.reading.tables import from_records
from framing.scale import batches
from framing.scale.batches import annotate_batch, article_batches, rows_schema, sorted_table


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


def test_corrections_do_not_get_lost_in_silence(note):
    corrected = framing.read(pd.DataFrame(list(rows(0, 1))))[0]
    corrected = type(corrected)(corrected.id, corrected.text,
                                corrections=(Correction(corrected.id, "voice", "outlet"),))  # fmt: skip
    with pytest.raises(OptionError, match="corrections"):
        list(article_batches([corrected]))


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
