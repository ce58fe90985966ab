"""Words per second of each stage of `annotate`, on one core.

    python benchmarks/speed.py FOLDER

FOLDER holds ``.txt`` files; the figures are the best of seven runs of processor time over all of them
(their first 100,000 words). Below them: loading the packs, and matching with small and large lexicons.
"""

import sys
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from pathlib import Path
from time import process_time

from framing.annotation.actors import actors_of
from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.loading import load_packs
from framing.annotation.lexicon.matching import Matcher
from framing.annotation.lexicon.terms import finder_for
from framing.annotation.quotation.cues import cues_of
from framing.annotation.quotation.find import find_quotes
from framing.annotation.speakers import SpeakerResolver
from framing.annotation.topics import packs_for
from framing.model import Article
from framing.text.tokens import tokenize

MOST_WORDS = 100_000
RUNS = 7


def main(folder: Path) -> None:
    """Time every stage and print a table."""
    texts = read_texts(folder)
    n = sum(len(text.split()) for text in texts)
    every = load_packs()
    packs = tuple(pack for pack in every if pack.name in ("general", "world", "us-politics"))
    annotate_article(Article("a", texts[0]), packs)  # what is built once is built here
    cues = cues_of(packs)
    tokens = [tokenize(text) for text in texts]
    hits = [actors_of(packs).find(text) for text in texts]
    said = [find_quotes(one, cues) for one in tokens]
    print(f"{n:,} words in {len(texts)} texts\n")
    line("sentences, words, tags", n, lambda: [tokenize(text) for text in texts])
    line("quotations", n, lambda: [find_quotes(one, cues) for one in tokens])
    line("speakers", n, lambda: [
        SpeakerResolver(one, found, packs).resolve(quotes.quotes)
        for one, found, quotes in zip(tokens, hits, said, strict=True)
    ])  # fmt: skip
    line("quotations and speakers from raw text", n, lambda: [
        SpeakerResolver(one, actors_of(packs).find(text), packs).resolve(
            find_quotes(one, cues).quotes
        )
        for text in texts for one in (tokenize(text),)
    ])  # fmt: skip
    line("lexicon: raw text to terms", n, lambda: [finder_for(packs).find(text) for text in texts])
    line("actors", n, lambda: [actors_of(packs).find(text) for text in texts])
    line("choice of packs", n, lambda: [packs_for(text, every) for text in texts])
    articles = [Article(str(i), text) for i, text in enumerate(texts)]
    line("annotate, all of it", n, lambda: [annotate_article(a, packs) for a in articles])
    print()
    for size in (2_500, 50_000):
        matcher = Matcher(phrases(texts, size))
        line(f"matching {size:,} phrases", n, lambda m=matcher: [m.find(t) for t in texts])


def read_texts(folder: Path) -> list[str]:
    """Texts of the folder up to `MOST_WORDS` words."""
    texts: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        texts.append(path.read_bytes().decode("utf-8"))
        if sum(len(text.split()) for text in texts) >= MOST_WORDS:
            break
    return texts


def phrases(texts: list[str], size: int) -> list[tuple[str, int]]:
    """`size` phrases: pairs of words that stand in the texts, then pairs that do not."""
    words = sorted({word for text in texts for word in text.split() if word.isalpha()})
    present = (f"{a} {b}" for text in texts for a, b in islice(pairs(text), 0, None, 400))
    absent = (f"{a}{b} {b}{a}" for a in words for b in islice(words, 0, None, 97))
    seen = dict.fromkeys(islice(present, size // 2))
    seen.update(dict.fromkeys(islice(absent, size)))
    return [(phrase, i) for i, phrase in enumerate(islice(seen, size))]


def pairs(text: str) -> Iterator[tuple[str, str]]:
    words = text.split()
    return pairwise(words)


def line(name: str, n: int, run: Callable[[], object]) -> None:
    """Print the best of the runs: what else the machine does only ever adds time."""
    best = min(timed(run) for _ in range(RUNS))
    print(f"{name:40} {n / best:12,.0f} words/s {1e6 * best / n:8.2f} us a word")


def timed(run: Callable[[], object]) -> float:
    start = process_time()
    run()
    return process_time() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]))
