"""What the HTML page holds beyond the report: whole texts, notes on marks, lines behind numbers."""
