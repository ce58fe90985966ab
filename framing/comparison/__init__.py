"""One event, several outlets: who tells what, in which words, at what length, from which sources."""
