"""Who published a text: outlet and wire origin, with the words that prove it."""

from framing.reading.outlets.credit_lines import credit_spans
from framing.reading.outlets.proof import identify
from framing.reading.outlets.table import Outlet, OutletTable, load_outlets

__all__ = ["Outlet", "OutletTable", "credit_spans", "identify", "load_outlets"]
