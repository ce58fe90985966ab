"""What is typical of one outlet, over the events it shares with others."""
