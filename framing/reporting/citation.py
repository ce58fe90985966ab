"""How to cite framing: one line of text, and BibTeX. CITATION.cff at the root says the same."""

AUTHORS = "The framing developers"
YEAR = 2026
TITLE = "framing: how news outlets word, weigh, source and leave out the same event"


def cite_as() -> str:
    """The citation as a line of text."""
    return f"{AUTHORS} ({YEAR}). {TITLE}. Version {_version()}."


def bibtex() -> str:
    """The citation as a BibTeX entry; braces keep the lower-case name and the group of authors."""
    return (
        "@software{framing,\n"
        f"  author = {{{{{AUTHORS}}}}},\n"
        f"  title = {{{{framing}}: {TITLE.partition(': ')[2]}}},\n"
        f"  version = {{{_version()}}},\n"
        f"  year = {{{YEAR}}}\n"
        "}\n"
    )


def _version() -> str:
    from framing import __version__

    return __version__
