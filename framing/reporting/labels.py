"""The labels of a report in a reader's own words: headings, captions, names of columns.

framing speaks English. A file of labels, written by somebody who knows the other language, replaces
what it holds; sentences with counts, words of articles and the insides of charts stay as they are.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from framing.errors import OptionError
from framing.reporting.blocks import Box, Column, Figure, Report, Section, Table
from framing.reporting.names import VOICE_NAMES
from framing.reporting.rewriting import rewritten

_EXPECTED = 'put lines such as "At a glance" = "..." under [labels]'


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report with its labels replaced, and what became of them: replaced, and not found in it."""

    report: Report
    used: tuple[str, ...]
    unused: tuple[str, ...]


def read_labels(path: Path) -> dict[str, str]:
    """The labels of a TOML file: English to the reader's words; empty ones are left out.

    Raises OptionError, with the next step, for a file that is not there or has another form.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise OptionError(
            f"{path}: {error.strerror}: write one with “framing labels ARTICLES -o {path.name}”"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OptionError(f"{path}: {error}: {_EXPECTED}") from error
    labels = data.get("labels")
    if not isinstance(labels, dict) or not all(isinstance(v, str) for v in labels.values()):
        raise OptionError(f"{path}: no table [labels] of texts: {_EXPECTED}")
    return {english: own for english, own in labels.items() if own}


def with_labels(report: Report, labels: Mapping[str, str]) -> Labelled:
    """`report` with every text that is one of `labels`, whole, replaced."""
    used: set[str] = set()

    def say(text: str) -> str:
        if text in labels:
            used.add(text)
        return labels.get(text, text)

    changed = rewritten(report, say, keep=frozenset(("id", "kind", "align", "name")))
    unused = tuple(label for label in labels if label not in used)
    return Labelled(changed, tuple(sorted(used)), unused)


def labels_of(report: Report) -> list[str]:
    """The labels that a file for `report` may hold, in the order of the report."""
    found = dict.fromkeys(_labels(report))
    return [label for label in (*found, *VOICE_NAMES.values()) if label]


def labels_file(report: Report) -> str:
    """A TOML file with every label of `report` and nothing yet on the other side."""
    head = "# Write your own words between the empty quotation marks; what stays empty stays English.\n"
    rows = [
        f'{json.dumps(label, ensure_ascii=False)} = ""'
        for label in dict.fromkeys(labels_of(report))
    ]
    return head + "\n[labels]\n" + "\n".join(rows) + "\n"


def _labels(value: Any) -> list[str]:
    if isinstance(value, tuple):
        return [label for item in value for label in _labels(item)]
    if not is_dataclass(value) or isinstance(value, type):
        return []
    own: list[str] = []
    if isinstance(value, Section | Box | Column):
        own = [value.title]
    elif isinstance(value, Table | Figure):
        own = [value.caption]
    return own + [label for field in fields(value) for label in _labels(getattr(value, field.name))]
