"""The lines of text behind a number: every count on the page can be opened."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from framing.annotation.voice import VoiceMap
from framing.model import Annotation, Span, Voice, VoiceKind
from framing.reporting.blocks import Run, RunKind
from framing.reporting.names import clip
from framing.reporting.page.records import Line, Lines
from framing.text.kwic import kwic_line

_MOST = 40  # lines listed behind one number; the tables of `framing` have all of them
_LONGEST = 180  # characters of a hit: a long quotation is cut


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article, and whose words it is."""

    article: str
    span: Span
    voice: Voice


class LineBook:
    """Keeps the lines behind the numbers of a page and gives each list an id.

    `numbers` leads from the id of an article to its number on the page, `names` from an outlet to
    the name that is printed.
    """

    def __init__(
        self,
        annotations: Iterable[Annotation],
        numbers: Mapping[str, int],
        *,
        names: Mapping[str, str],
    ) -> None:
        self._annotations = {a.article.id: a for a in annotations}
        self._starts = {n: [s.start for s in a.sentences] for n, a in self._annotations.items()}
        self._numbers = numbers
        self._names = names
        self._kept: dict[tuple[str, tuple[Place, ...]], Lines] = {}

    @property
    def lines(self) -> tuple[Lines, ...]:
        """All lists, in the order in which they were asked for."""
        return tuple(self._kept.values())

    def add(self, title: str, places: Sequence[Place], *, stated: int | None = None) -> str:
        """The id of the list of these places; empty where there is no place to show."""
        if not places:
            return ""
        key = title, tuple(places)
        if key not in self._kept:
            self._kept[key] = Lines(
                id=f"l{len(self._kept) + 1}",
                title=title,
                lines=tuple(self._line(place) for place in places[:_MOST]),
                found=len(places),
                stated=len(places) if stated is None else stated,
            )
        return self._kept[key].id

    def voice_number(self, stated: int, lines: str, voice: VoiceKind) -> Run:
        """A number that opens those lines of a list that stand in one voice."""
        return Run(f"{stated:,}", "quiet", f"{lines}:{voice}" if lines and stated else "")

    def number(
        self, stated: int, title: str, places: Sequence[Place], *, kind: RunKind = "plain"
    ) -> Run:
        """A number that opens its lines."""
        return Run(f"{stated:,}", kind, self.add(title, places, stated=stated) if stated else "")

    def place_id(self, article: str, start: int) -> str:
        """The id, on the page, of the sentence that the character at `start` stands in."""
        text = f"t{self._numbers[article]}"
        k = bisect_right(self._starts[article], start) - 1
        return f"{text}s{k}" if k >= 0 else text

    def _line(self, place: Place) -> Line:
        article = self._annotations[place.article].article
        line = kwic_line(article.text, place.span)
        cut = len(line.hit) > _LONGEST
        return Line(
            text=self._numbers[article.id],
            place=self.place_id(article.id, place.span.start),
            outlet=self._names[article.outlet.outlet],
            before=line.before,
            hit=clip(line.hit, _LONGEST),
            behind="" if cut else line.behind,
            voice=place.voice.kind,
            speaker=place.voice.speaker,
        )


class Voices:
    """The voices of the articles of a page, each map built once."""

    def __init__(self, annotations: Iterable[Annotation]) -> None:
        self._maps = {a.article.id: VoiceMap.of(a) for a in annotations}

    def at(self, article: str, span: Span) -> Voice:
        """The voice in which a stretch of an article begins."""
        return self._maps[article].at(span)

    def place(self, annotation: Annotation, span: Span) -> Place:
        """A stretch of an article as the place of a line."""
        return Place(annotation.article.id, span, self.at(annotation.article.id, span))
