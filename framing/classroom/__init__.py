"""A lesson from two articles on one event: pupil pages, answer key, guide, slides, cards, rubric."""
