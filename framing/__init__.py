"""Framing: how news outlets word, weigh, source and leave out the same event.

>>> import framing
>>> framing.UNKNOWN
'unknown'

The verbs, in the order of use: `read`, `annotate`, `find_events`, `compare`, `profile`, `report`;
`study` does the first five in one call. `alternations` asks of several comparisons together whether
outlets choose differently within a slot. The nouns are in `framing.model`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.annotation.annotate import annotate
    from framing.annotation.lexicon.loading import load_packs
    from framing.comparison.compare import compare
    from framing.comparison.events import find_events
    from framing.comparison.overevents import alternations
    from framing.errors import FramingError
    from framing.model import UNKNOWN
    from framing.profiles.build import profile
    from framing.reading.files import read
    from framing.reporting.report import report
    from framing.studies import Study, study
    from framing.validation.corrections import apply_corrections

__version__ = "0.1.0"

__all__ = [
    "UNKNOWN",
    "FramingError",
    "Study",
    "__version__",
    "alternations",
    "annotate",
    "apply_corrections",
    "compare",
    "find_events",
    "load_packs",
    "profile",
    "read",
    "report",
    "study",
]

# A name is imported when it is first asked for: `framing --help` needs none of them.
_HOMES = {
    "UNKNOWN": "framing.model",
    "FramingError": "framing.errors",
    "Study": "framing.studies",
    "alternations": "framing.comparison.overevents",
    "annotate": "framing.annotation.annotate",
    "apply_corrections": "framing.validation.corrections",
    "compare": "framing.comparison.compare",
    "find_events": "framing.comparison.events",
    "load_packs": "framing.annotation.lexicon.loading",
    "profile": "framing.profiles.build",
    "read": "framing.reading.files",
    "report": "framing.reporting.report",
    "study": "framing.studies",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'framing' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
