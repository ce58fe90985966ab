"""What each sheet of the pack says, as blocks."""
