"""Loaded once into the server that forks a process a command: what takes seconds to import.

Nothing that has threads of its own (typst) may have run here: a fork of it would wait for them for ever.
"""

import gc
import tempfile
from pathlib import Path

import docx  # noqa: F401
import openpyxl  # noqa: F401
import pandas  # noqa: F401
import pyarrow.parquet  # noqa: F401
import trafilatura  # noqa: F401

import framing
import framing.scale.pool
from framing.cli import app  # noqa: F401
from framing.demo import ARTICLES
from framing.reading.html import read_page
from framing.validation.coding.workbook import workbook

with tempfile.TemporaryDirectory() as folder:
    # One whole study loads the packs, the tables and the taggers, which every fork then has.
    study = framing.study(sorted(Path(ARTICLES).rglob("*.txt"))[:3])
    framing.report(study.comparisons, study.profiles).save(Path(folder, "r.html"))
    study.to_frame("markers")
    read_page("<html><body><p>The dam broke.</p></body></html>", id="x", path="x")
    workbook(["unit"], [], fields=[])
gc.collect()
gc.freeze()  # so that no fork copies a page because its collector looked at it
