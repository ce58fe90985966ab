"""Framing: how news outlets word, weigh, source and leave out the same event.

>>> import framing
>>> framing.UNKNOWN
'unknown'

The verbs, in the order of use: `read`, `annotate`, `find_events`, `compare`, `profile`, `report`;
`study` does the first five in one call. The nouns are in `framing.model`.
"""

from framing.annotation.annotate import annotate
from framing.annotation.lexicon.loading import load_packs
from framing.comparison.compare import compare
from framing.comparison.events import find_events
from framing.errors import FramingError
from framing.model import UNKNOWN
from framing.profiles.build import profile
from framing.reading.files import read
from framing.reporting.report import report
from framing.study import Study, study
from framing.validation.corrections import apply_corrections

__version__ = "0.1.0"

__all__ = [
    "UNKNOWN",
    "FramingError",
    "Study",
    "__version__",
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
