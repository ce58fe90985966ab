"""The store: what goes in comes out, step by step, and a broken step leaves nothing."""

import json
import sqlite3

import pytest

import framing
from framing.annotation.exchange import to_record
from framing.errors import InputError, OptionError, OutputError
from framing.monitoring import run
from framing.monitoring.changes import chosen_periods, load_period
from framing.monitoring.config import read_config
from framing.monitoring.records import fingerprint, pack, unpack
from framing.monitoring.run import update
from framing.monitoring.store import Store


def contents(path):
    """Everything in a store, readable, without the settings (a hash of versions)."""
    with Store(path) as store:
        return {
            period: [json.dumps(to_record(a)) for a in store.annotations(period)]
            for period in store.periods()
        }


def test_an_annotation_comes_back_as_it_went_in(note):
    went = note("GENEVA, March 4. “We go,” envoy Tom Okafor said. It is probably a shameful day.\n")
    assert unpack(pack(went)) == went
    assert fingerprint(unpack(pack(went)).article) == fingerprint(went.article)


def test_a_run_fills_the_store_and_a_second_one_has_nothing_to_do(lake):
    config = read_config(lake)
    with Store(config.store) as store:
        assert update(config, store).annotated == {"2025-w01": 12, "2025-w02": 12}
        assert update(config, store).annotated == {}
        assert store.periods() == ["2025-w01", "2025-w02"]


def test_a_changed_folder_is_brought_in_line_and_a_gone_one_is_kept(lake):
    config = read_config(lake)
    week = lake.parent / "weeks" / "2025-w01"
    with Store(config.store) as store:
        update(config, store)
        (week / "north-0-0.json").unlink()
        row = json.loads((week / "north-1-0.json").read_text())
        row[0]["text"] += "It is probably late."
        (week / "north-1-0.json").write_text(json.dumps(row))
        assert update(config, store).annotated == {"2025-w01": 1}
        ids = [a.article.id for a in store.annotations("2025-w01")]
        assert len(ids) == 11
        assert "north-0-0" not in ids
        for file in week.iterdir():
            file.unlink()
        week.rmdir()
        assert update(config, store).annotated == {}
        assert len(store.annotations("2025-w01")) == 11


def test_other_settings_annotate_everything_anew_from_the_store(lake):
    config = read_config(lake)
    with Store(config.store) as store:
        update(config, store)
    lake.write_text(lake.read_text() + 'packs = ["general"]\n')
    other = read_config(lake)
    with Store(config.store) as store:
        assert update(other, store).annotated == {"2025-w01": 12, "2025-w02": 12}
        assert {p.name for p in store.annotations("2025-w01")[0].packs} == {"general"}
        assert store.stale(run.settings_of(other)) == {}


def test_corrections_reach_the_store(lake):
    (lake.parent / "c.csv").write_text(
        "article,field,value\nnorth-1-0,outlet,Lake Herald\nx,outlet,y\n"
    )
    lake.write_text(lake.read_text() + 'corrections = "c.csv"\n')
    config = read_config(lake)
    with Store(config.store) as store:
        update(config, store)
        found = {a.article.id: a.article for a in store.annotations("2025-w01")}
    assert found["north-1-0"].outlet.outlet == "lake-herald"
    assert found["north-1-0"].corrections[0].value == "Lake Herald"
    assert found["north-2-0"].corrections == ()


def test_a_run_that_breaks_anywhere_is_finished_by_the_next(lake, monkeypatch):
    config = read_config(lake)
    undisturbed = lake.parent / "undisturbed.sqlite"
    with Store(undisturbed) as store:
        update(config, store)
    monkeypatch.setattr(run, "BATCH", 5)
    real, calls = Store.add, []

    def breaks(self, *args, **options):
        calls.append(1)
        if len(calls) in (2, 4, 5):
            raise KeyboardInterrupt
        return real(self, *args, **options)

    monkeypatch.setattr(Store, "add", breaks)
    for _ in range(4):
        try:
            with Store(config.store) as store:
                update(config, store)
        except KeyboardInterrupt:
            continue
    assert contents(config.store) == contents(undisturbed)


def test_a_step_that_fails_half_way_leaves_nothing(lake, note):
    with Store(lake.parent / "s.sqlite") as store:
        store.add("w1", [note("One.", id="one")], settings="s")
        with pytest.raises(AttributeError):
            store.add("w1", [note("Two.", id="two"), None], settings="s")
        with pytest.raises(OutputError, match="is it a store"):
            store.add("w1", [note("Three.", id="three")], settings=None)
        assert [a.article.id for a in store.annotations("w1")] == ["one"]


def test_what_was_published_before_is_left_out(lake):
    config = read_config(lake)
    weeks = lake.parent / "weeks"
    again = (weeks / "2025-w01" / "north-3-0.json").read_text().replace("north-3-0", "again")
    (weeks / "2025-w02" / "again.json").write_text(again)
    with Store(config.store) as store:
        update(config, store)
        period = load_period(store, "2025-w02")
        assert period.repeated == 1
        assert "again" not in {a.article.id for a in period.annotations}
        with pytest.raises(OptionError, match="2025-w01, 2025-w02"):
            chosen_periods(store, now="2024")
        assert chosen_periods(store, now="2025-w01") is None


def test_files_that_are_no_store_are_refused(tmp_path):
    (tmp_path / "text.sqlite").write_text(
        "not a database, and longer than its header would be" * 30
    )
    with pytest.raises(OutputError, match="is it a store"):
        Store(tmp_path / "text.sqlite")
    db = sqlite3.connect(tmp_path / "other.sqlite")
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(OutputError, match="format 99"):
        Store(tmp_path / "other.sqlite")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ('folder = "x"', "no setting 'folder' (did you mean folders?)"),
        ("packs = 3", "packs = 3 is not a list"),
        ('outlets = "none.csv"', "no such file"),
        ("title = ", "lake.toml"),
    ],
)
def test_a_wrong_setting_is_told(lake, line, wanted):
    lake.write_text(f"{lake.read_text()}{line}\n")
    with pytest.raises(OptionError) as fault:
        read_config(lake)
    assert wanted in str(fault.value)


def test_missing_settings_and_folders_are_told(tmp_path):
    (tmp_path / "m.toml").write_text('title = "x"\n')
    with pytest.raises(OptionError, match="folders and store missing"):
        read_config(tmp_path / "m.toml")
    (tmp_path / "m.toml").write_text('folders = "none/*"\nstore = "s"\n')
    config = read_config(tmp_path / "m.toml")
    with Store(config.store) as store, pytest.raises(InputError, match="no folder fits"):
        update(config, store)


def test_the_version_is_part_of_the_settings(lake, monkeypatch):
    config = read_config(lake)
    before = run.settings_of(config)
    monkeypatch.setattr(framing, "__version__", "9.9.9")
    assert run.settings_of(config) != before
