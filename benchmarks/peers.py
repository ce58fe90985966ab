"""Our steps beside open peers, in one run on one core.

    pip install spacy vaderSentiment empath pysentiment2 textblob
    pip install scattertext six future convokit association-measures newspaper4k goose3
    python benchmarks/peers.py FOLDER

FOLDER holds ``.txt`` files, of which the first 100,000 words are read. A peer that is not installed is
listed so. Figures are the best of three runs of processor time. The peers do different things: read
what a line does before holding its speed against another's.
"""

import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import peer_runners as runners
from speed import read_texts, timed

from framing import __version__


def main(folder: Path) -> None:
    """Print a Markdown table a group of peers."""
    texts = read_texts(folder)
    n = sum(len(text.split()) for text in texts)
    print(f"{n:,} words in {len(texts)} texts")
    for title, tools in GROUPS.items():
        print(f"\n| tool | version | {title} | words a second |\n|---|---|---|---|")
        for name, module, step, make in tools:
            if find_spec(module) is None:
                print(f"| {name} | | {step} | not installed |")
                continue
            with redirect_stdout(StringIO()):  # some peers talk
                run = make()
                run(texts[:2])  # what is built once is built here
                best = min(timed(lambda run=run: run(texts)) for _ in range(3))
            print(f"| {name} | {version_of(name)} | {step} | {n / best:,.0f} |")


def version_of(name: str) -> str:
    if name == "framing":
        return __version__
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


SIZE = sum(len(phrases) for _, phrases in runners.phrases_by_category())
GROUPS: dict[str, tuple[tuple[str, str, str, Callable[[], runners.Run]], ...]] = {
    "from raw text to": (
        ("framing", "framing", f"terms with guards ({SIZE:,} phrases)", runners.ours),
        ("framing", "framing", "quotes, speakers, voices, markers", runners.ours_whole),
        ("spacy", "spacy", f"PhraseMatcher hits ({SIZE:,} phrases)", runners.spacy_matcher),
        ("vaderSentiment", "vaderSentiment", "one sentiment score a text", runners.vader),
        ("empath", "empath", "counts in 194 categories", runners.empath),
        ("pysentiment2", "pysentiment2", "Harvard IV scores", runners.pysentiment),
        ("textblob", "textblob", "polarity and subjectivity of a text", runners.textblob),
    ),
    "from raw texts of two groups to": (
        ("framing", "framing", "annotation, words with tests over articles",
         runners.our_word_choice),
        ("convokit", "convokit", "FightingWords (one and two words)", runners.fighting_words),
        ("scattertext", "scattertext", "scaled F-scores (one and two words)", runners.scattertext),
        ("association-measures", "association_measures", "counts, three keyness measures",
         runners.association_measures),
    ),
    "from a page of HTML to": (
        ("framing", "framing", "article with fields and regions", runners.our_page),
        ("trafilatura", "trafilatura", "text (what we read pages with)", runners.trafilatura),
        ("newspaper4k", "newspaper", "text and fields", runners.newspaper),
        ("goose3", "goose3", "text", runners.goose),
    ),
}  # fmt: skip

if __name__ == "__main__":
    main(Path(sys.argv[1]))
