"""The same run every week: one configuration, a store that grows, and what changed beyond noise."""
