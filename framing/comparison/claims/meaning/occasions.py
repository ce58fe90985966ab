"""When each passage takes place, as far as the article says: by its own date, by an occasion that the
event's articles date ("the first round", May 9), by the heading, or by the sentences before it.

An event is told with its background, and "the sides agreed on a date" means one thing in the
news of the day and another below the heading "First round". Undated passages are of their article's
own day.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from framing.comparison.claims.meaning.concepts import concept, lemma
from framing.comparison.claims.meaning.figures import ORDINALS, days
from framing.comparison.claims.passages import Part, not_told
from framing.model import Annotation
from framing.text.segment import paragraphs
from framing.text.tokens import Tokens

BACKGROUND = timedelta(days=4)
"""From how long before its article a date is background, and holds until its section ends."""

_RETURNS = frozenset("new next now currently today meanwhile".split())  # back to the news
_ASIDE = frozenset("previous earlier last".split())  # such a date is for its own sentence
_ANY_DAY = date(2000, 1, 1)

Occasion = tuple[int, str]  # 1, "round": the first round


@dataclass(frozen=True, slots=True)
class When:
    """The days a passage tells of (none: it does not say) and the day of its article."""

    days: frozenset[date] = frozenset()
    article: date | None = None


@dataclass(slots=True)
class _Sentence:
    days: set[date]
    occasions: set[Occasion]
    paragraph: int
    heading: bool
    link: bool
    words: set[str]


def occasions(parts: Sequence[Part]) -> list[When]:
    """When each of `parts` takes place. `parts` are all passages of an event's articles."""
    articles = {part.article: part.annotation for part in parts}
    days_of = [day for annotation in articles.values() if (day := day_of(annotation))]
    around = min(days_of, default=_ANY_DAY)  # dates without a year are taken to lie near it
    readers = {part.article: part.tokens for part in parts}
    read = {name: _Reader(articles[name], readers[name], around) for name in articles}
    known = _dated_occasions([s for reader in read.values() for s in reader.sentences])
    held = {
        name: _inherited(reader.sentences, known, today=day_of(articles[name]))
        for name, reader in read.items()
    }
    found = []
    for part in parts:
        stated, named = read[part.article].stated(part.first, part.last)
        own = stated | {known[occasion] for occasion in named if occasion in known}
        days_told = own or held[part.article][part.sentence]
        found.append(When(frozenset(days_told), day_of(part.annotation)))
    return found


def day_of(annotation: Annotation) -> date | None:
    """The day of an article: stated, else the latest that it reports as past."""
    return annotation.article.published or annotation.article.not_before


class _Reader:
    """The days and numbered occasions that one article names."""

    def __init__(self, annotation: Annotation, tokens: Tokens, around: date) -> None:
        self._article, self._tokens, self._around = annotation.article, tokens, around
        self._skipped = not_told(annotation)
        self.sentences = self._sentences()

    def stated(
        self, first: int, last: int, *, relative: bool = True
    ) -> tuple[set[date], set[Occasion]]:
        """The days and the occasions in tokens ``first : last``, datelines and tickers left out."""
        tokens = self._tokens
        found = days(
            tokens,
            first=first,
            last=last,
            around=self._around,
            published=self._article.published,
        )
        today = self._article.published
        told = {
            day.day
            for day in found
            if not (day.relative and (not relative or day.day == today))
            and not self._skipped.meeting(tokens.span(day.first, day.last))
        }
        named = {
            (ORDINALS[tokens.words[i]], noun)
            for i in range(first, last)
            if tokens.words[i] in ORDINALS and (noun := _noun_behind(tokens, i, last=last))
        }
        return told, named

    def _sentences(self) -> list[_Sentence]:
        article, tokens = self._article, self._tokens
        starts = [span.start for span in paragraphs(article.text)]
        headings = [r.span for r in article.regions if r.kind == "section-heading"]
        links = [r.span for r in article.regions if r.kind == "related-link"]
        found = []
        for span, (first, last) in zip(tokens.sentences, tokens.ranges(), strict=True):
            told, named = self.stated(first, last, relative=False)
            found.append(
                _Sentence(
                    days=told,
                    occasions=named,
                    paragraph=bisect_right(starts, span.start),
                    heading=any(heading.meets(span) for heading in headings),
                    link=any(link.meets(span) for link in links),
                    words=set(tokens.words[first:last]),
                )
            )
        return found


def _noun_behind(tokens: Tokens, i: int, *, last: int) -> str:
    for k in range(i + 1, min(i + 4, last)):
        if tokens.tags[k] in ("NN", "NNS"):
            return concept(lemma(tokens.words[k]))
    return ""


def _dated_occasions(sentences: Sequence[_Sentence]) -> dict[Occasion, date]:
    """The day of each numbered occasion: that named most often in one sentence with it."""
    counts: dict[Occasion, Counter[date]] = defaultdict(Counter)
    for sentence in sentences:
        if len(sentence.days) == 1:
            for occasion in sentence.occasions:
                counts[occasion].update(sentence.days)
    return {o: min(c, key=lambda day: (-c[day], day)) for o, c in counts.items()}


def _inherited(
    sentences: Sequence[_Sentence], known: dict[Occasion, date], *, today: date | None
) -> list[set[date]]:
    """The days that each sentence has from those before it: in the same paragraph, and for
    background dates up to the end of a section with a heading."""
    found: list[set[date]] = []
    held: set[date] = set()
    paragraph, headed = -1, False
    for s in sentences:
        named = s.days | {known[o] for o in s.occasions if o in known}
        if s.paragraph != paragraph:
            paragraph = s.paragraph
            stays = headed and not s.heading and not s.link and today
            held = {d for d in held if today and today - d > BACKGROUND} if stays else set()
        if s.heading:
            headed, held = True, set(named)
        if s.words & _RETURNS and not named:
            held = set()
        found.append(held)
        past = {d for d in named if today is None or d <= today}
        if s.link or (named and not past):
            held = set()
        elif past and not s.words & _ASIDE:
            held = held | past if held & past else past
    return found
