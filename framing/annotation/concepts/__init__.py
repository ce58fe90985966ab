"""One name for one thing in all articles of an event."""
