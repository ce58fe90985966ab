"""Results as documents: content first, then a page."""
