"""The demo: three invented outlets on three real events, written for this project.

`README.md` beside this file lists every fact with its source and every documented phrase.
"""

from pathlib import Path

ARTICLES = Path(__file__).parent / "articles"
OUTLETS = Path(__file__).parent / "outlets.csv"
NOTICE = (
    "The outlets of this demo (Dnipro Courier, Harbour Wire, Volga Dispatch) are invented and their "
    "articles were written for it. The events are real: the Istanbul talks of 2025."
)
