"""Words of the news: which mean the same, which may, and which tell of one kind of happening."""
