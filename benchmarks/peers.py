"""Our lexicon tagging and annotation beside open peers, in one run on one core.

    pip install spacy vaderSentiment empath pysentiment2
    python benchmarks/peers.py FOLDER

FOLDER holds ``.txt`` files, of which the first 100,000 words are read. A peer that is not installed is
listed so. Every line is from raw text to counts; figures are the best of three runs of processor time.
The peers do different things: read what a line does before holding its speed against another's.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from speed import read_texts, timed

from framing import __version__
from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.loading import load_packs
from framing.annotation.lexicon.terms import finder_for
from framing.model import Article

Run = Callable[[list[str]], object]
PACKS = ("general", "russia-ukraine", "us-politics")


def main(folder: Path) -> None:
    """Print a Markdown table of all peers."""
    texts = read_texts(folder)
    n = sum(len(text.split()) for text in texts)
    print(f"{n:,} words in {len(texts)} texts\n")
    print("| tool | version | from raw text to | words a second |\n|---|---|---|---|")
    for name, module, step, make in RUNNERS:
        if find_spec(module) is None:
            print(f"| {name} | | {step} | not installed |")
            continue
        run = make()
        run(texts[:1])  # what is built once is built here
        best = min(timed(lambda run=run: run(texts)) for _ in range(3))
        print(f"| {name} | {version_of(name)} | {step} | {n / best:,.0f} |")


def packs() -> tuple:
    return tuple(load_packs(PACKS))


def ours() -> Run:
    finder = finder_for(packs())
    return lambda texts: [Counter(hit.term.category for hit in finder.find(t)) for t in texts]


def ours_whole() -> Run:
    loaded = packs()
    return lambda texts: [annotate_article(Article("a", text), loaded) for text in texts]


def spacy_matcher() -> Run:
    """The same phrases, matched without regard to case: no guards, dates or zones."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for category, phrases in phrases_by_category():
        matcher.add(category, [nlp.make_doc(phrase) for phrase in phrases])
    return lambda texts: [Counter(hit[0] for hit in matcher(doc)) for doc in nlp.pipe(texts)]


def phrases_by_category() -> Iterator[tuple[str, list[str]]]:
    found: dict[str, set[str]] = {}
    for pack in packs():
        for term in pack.terms:
            found.setdefault(term.category, set()).update(forms_of(term.term, term.form))
    return ((category, sorted(phrases)) for category, phrases in sorted(found.items()))


def vader() -> Run:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyser = SentimentIntensityAnalyzer()
    return lambda texts: [analyser.polarity_scores(text) for text in texts]


def empath() -> Run:
    from empath import Empath

    lexicon = Empath()
    return lambda texts: [lexicon.analyze(text) for text in texts]


def pysentiment() -> Run:
    import pysentiment2

    harvard = pysentiment2.HIV4()
    return lambda texts: [harvard.get_score(harvard.tokenize(text)) for text in texts]


def version_of(name: str) -> str:
    if name == "framing":
        return __version__
    try:
        return version(name)
    except PackageNotFoundError:
        return "?"


SIZE = sum(len(phrases) for _, phrases in phrases_by_category())
RUNNERS: tuple[tuple[str, str, str, Callable[[], Run]], ...] = (
    ("framing", "framing", f"terms with guards ({SIZE:,} phrases)", ours),
    ("framing", "framing", "quotes, speakers, voices, markers", ours_whole),
    ("spacy", "spacy", f"PhraseMatcher hits ({SIZE:,} phrases)", spacy_matcher),
    ("vaderSentiment", "vaderSentiment", "one sentiment score a text", vader),
    ("empath", "empath", "counts in 194 categories", empath),
    ("pysentiment2", "pysentiment2", "Harvard IV scores", pysentiment),
)

if __name__ == "__main__":
    main(Path(sys.argv[1]))
