"""How sheets become files: PDF, word processor, a folder written whole."""
