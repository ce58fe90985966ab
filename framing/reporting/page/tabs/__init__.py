"""The tabs of the page: what each says about an event, with the lines behind its numbers."""
