"""From articles to annotations: quotes, speakers, markers and mentions in one pass each."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from framing.annotation.actions import actions_of
from framing.annotation.actors import actors_of
from framing.annotation.corrections import corrected
from framing.annotation.introductions import introduced
from framing.annotation.lexicon.loading import GENERAL, packs_in_use
from framing.annotation.lexicon.records import Pack
from framing.annotation.lexicon.terms import finder_for
from framing.annotation.markers import Found, make_markers
from framing.annotation.namesakes import without_namesakes
from framing.annotation.quotation.cues import cues_of
from framing.annotation.quotation.find import QuoteFinder, find_quotes
from framing.annotation.speakers import SpeakerResolver
from framing.annotation.topics import packs_for
from framing.errors import FramingError, OptionError
from framing.model import (
    NOT_PROSE,
    Annotation,
    Article,
    Notes,
    PackVersion,
    Skipped,
)
from framing.text.clauses.find import find_clauses
from framing.text.tokens import count_words, tokenize
from framing.text.zones import ZoneMap, prose_words


def annotate(
    articles: Iterable[Article],
    *,
    packs: Iterable[str] | None = None,
    folder: Path | str | None = None,
    finder: QuoteFinder = find_quotes,
    on_progress: Callable[[int], None] | None = None,
) -> Notes:
    """Annotate `articles` with the lexicon packs named, or with those their topics call for.

    One annotation comes back for each article, in the same order. Articles in a language that no
    pack is written for are listed in ``skipped`` with that reason, as is what reading had skipped and
    a text on which the rules themselves fail.

    Parameters
    ----------
    packs
        Names of packs; the general pack is always used. None picks by topic, article by article.
    folder
        A folder of your own: its packs are added to the shipped ones (one of the same name takes
        the shipped one's place), and its ``overrides.csv`` changes rows or switches them off.
    finder
        What finds the quotations; another one (a parser, a model of your own) may be given, see
        `framing.annotation.quotation.find.QuoteFinder`.
    on_progress
        Called with the number of articles done.

    Raises OptionError for a text or a single article in place of a list of them.
    """
    if isinstance(articles, str | Article):
        raise OptionError("annotate takes a list of articles: annotate([Article('one', text)])")
    loaded = packs_in_use(None if packs is None else (GENERAL, *packs), folder=folder)
    skipped = list(getattr(articles, "skipped", ()))
    notes: list[Annotation] = []
    for number, article in enumerate(articles, start=1):
        if article.language != "en":
            skipped.append(Skipped(article.path or article.id, _OTHER_LANGUAGE % article.language))
        else:
            chosen = packs_for(article.text, loaded) if packs is None else tuple(loaded)
            one = _annotated(article, chosen, finder)
            if isinstance(one, Skipped):
                skipped.append(one)
            else:
                notes.append(one)
        if on_progress:
            on_progress(number)
    return Notes(tuple(notes), tuple(skipped))


def _annotated(
    article: Article, packs: Sequence[Pack], finder: QuoteFinder
) -> Annotation | Skipped:
    """The annotation; where our own rules fail on a text, why there is none: the others go on. What a
    finder of the caller's raises is the caller's."""
    if finder is not find_quotes:
        return annotate_article(article, packs, finder=finder)
    try:
        return annotate_article(article, packs)
    except (FramingError, MemoryError):
        raise
    except Exception as error:
        reason = _FAULT % (type(error).__name__, error)
        return Skipped(article.path or article.id, reason)


_FAULT = "framing failed on this text (%s: %s): please report it to the project with the text"
_OTHER_LANGUAGE = "language is %s: the lexicon packs are English"


# Regions that say nothing; a related link or a heading may report somebody's words like any line.
_NO_SENTENCE = frozenset(("date-header", "ticker", "view-count", "byline", "other"))


def annotate_article(
    article: Article, packs: Sequence[Pack], *, finder: QuoteFinder = find_quotes
) -> Annotation:
    """Annotate one article with the packs given. A pure function: it reads nothing else."""
    packs = tuple(packs)
    tokens = tokenize(article.text)
    hits = without_namesakes(tokens, actors_of(packs).find(article.text), packs)
    skip = [region.span for region in article.regions if region.kind in _NO_SENTENCE]
    found = finder(tokens, cues_of(packs), skip=skip, headline=article.headline)
    asides = [region.span for region in article.regions if region.kind in NOT_PROSE]
    zones = ZoneMap(article)
    speakers = SpeakerResolver(tokens, hits, packs, asides=asides, outlet=article.outlet.name)
    quotes = speakers.resolve(
        found.quotes,
        lambda quote: {
            "words": count_words(article.text, quote.content),
            "zone": zones.at(quote.content.start),
        },
    )
    terms = finder_for(packs).find(article.text, day=article.published)
    clauses = find_clauses(tokens, actions_of(packs))
    annotation = Annotation(
        article=article,
        sentences=tokens.sentences,
        words=prose_words(article),
        quotes=quotes,
        quotation_marks=found.marks,
        unclear=found.unclear,
        mentions=introduced(tokens, hits, packs),
        markers=make_markers(
            Found(article, terms, hits, quotes, found.marks, found.unclear, packs, tokens, clauses),
            zones,
        ),
        clauses=clauses,
        packs=tuple(PackVersion(p.name, p.version, p.changes, p.folder) for p in packs),
    )
    return corrected(annotation) if article.corrections else annotation
