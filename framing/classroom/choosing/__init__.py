"""What goes into the lesson: excerpts, what to take care of, items, answers."""
