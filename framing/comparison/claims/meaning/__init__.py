"""What a passage says, in a form that can be compared: concepts, numbers, days, who acts."""
