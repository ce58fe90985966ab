"""The list of all hostile inputs, each once."""

from faults.broken import broken_faults
from faults.encodings import encoding_faults
from faults.rows import row_faults

FAULTS = (*broken_faults(), *encoding_faults(), *row_faults())
assert len({fault.name for fault in FAULTS}) == len(FAULTS)
