"""People code what the tool has found: units, sheets, and how far everybody agrees."""
