"""Outlet names taken out of results, so that a reader meets the words before the name.

The records themselves are rewritten, before any page is made: whatever a renderer prints, it has no
name to print. Names, ids, domains, bylines, datelines, evidence and file names go; markers stay.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from framing.model import (
    UNKNOWN,
    Annotation,
    Article,
    Comparison,
    Evidence,
    OutletTag,
    Profile,
    Skipped,
    Span,
)
from framing.reading.outlets.table import Outlet, OutletTable, load_outlets
from framing.reporting.rewriting import Move, rewritten

THIS, ANOTHER, CREDIT = "[this outlet]", "[another outlet]", "[credit]"
_HIDDEN_REGIONS = frozenset(("byline", "other", "ticker", "view-count"))
# A person in a byline; behind "in" or "from" stands the place that was reported from.
_BYLINE_NAME = re.compile(
    r"(?<!\bin )(?<!\bfrom )(?<!\bat )"
    r"\b[A-Z][\w.’'-]*(?:\s+(?:(?:de|der|van|von)\s+)*[A-Z][\w.’'-]*){1,3}"
)


@dataclass(frozen=True, slots=True)
class Blinded:
    """Results without outlet names, and the key: outlet id to the name printed in its place.

    `articles` leads from the id of an article to the id it has here.
    """

    comparisons: tuple[Comparison, ...]
    profiles: tuple[Profile, ...]
    skipped: tuple[Skipped, ...]
    names: Mapping[str, str]
    articles: Mapping[str, str]


def blind(
    comparisons: Sequence[Comparison],
    profiles: Sequence[Profile] = (),
    *,
    skipped: Sequence[Skipped] = (),
    outlets: Path | None = None,
) -> Blinded:
    """The same results with "Text A", "Text B" (or "Outlet A", where an outlet has several texts).

    Letters go by a hash of the articles, not by the alphabet, so that the order tells nothing.
    `outlets` is the table of outlets that reading used, where it was not the shipped one.
    """
    table = load_outlets(outlets)
    articles = [a.article for c in comparisons for a in c.annotations]
    letters = _letters(articles)
    single = len({article.id for article in articles}) == len(letters)
    names = {o: f"{'Text' if single else 'Outlet'} {letter}" for o, letter in letters.items()}
    ids = _article_ids(articles, letters)
    mask = Mask.of(articles, table, names)
    blinder = _Blinder(
        mask, names, {o: name.lower().replace(" ", "-") for o, name in names.items()}, ids
    )
    return Blinded(
        tuple(blinder.comparison(c) for c in comparisons),
        tuple(blinder.profile(p) for p in profiles),
        tuple(replace(s, path=f"input {n}") for n, s in enumerate(skipped, start=1)),
        names,
        ids,
    )


def outlet_strings(article: Article, table: OutletTable) -> dict[str, str]:
    """Every string that gives away who published `article`, and the id of the outlet it belongs to:
    names, domains and ids of the outlet and of the agency it credits, names in bylines.

    Where nobody knows who published it, every outlet of the table that the text names counts.
    """
    tag = article.outlet
    found: dict[str, str] = {}
    if tag.outlet == UNKNOWN:
        for other in filter(lambda outlet: outlet.generic, table.outlets):
            named = (s for s in (*other.all_names, *other.domains) if s in article.text)
            found |= dict.fromkeys(named, other.outlet)
    for region in article.regions:
        if region.kind == "byline":
            names = _BYLINE_NAME.findall(region.span.of(article.text).removeprefix("By "))
            found |= dict.fromkeys(names, tag.outlet)
    for outlet in (tag.origin, tag.outlet):
        row = table.ids.get(outlet or "")
        if row:
            found |= dict.fromkeys(_strings_of(row), row.outlet)
        elif outlet and outlet != UNKNOWN:
            found |= dict.fromkeys(
                (outlet, tag.name) if outlet == tag.outlet else (outlet,), outlet
            )
    return found


def _strings_of(row: Outlet) -> set[str]:
    plain = {row.outlet} if row.generic else set()  # the id of "Time" is a word of every text
    return plain | set(row.all_names) | set(row.domains)


def _letters(articles: Sequence[Article]) -> dict[str, str]:
    """Outlet id to A, B ... Z, A2, B2 ..., by a hash of the outlet's texts."""
    texts: dict[str, list[str]] = {}
    for article in articles:
        texts.setdefault(article.outlet.outlet, []).append(article.text)
    hashed = {
        o: hashlib.sha256("\0".join(sorted(set(t))).encode()).digest() for o, t in texts.items()
    }
    order = sorted(hashed, key=lambda outlet: hashed[outlet])
    return {o: chr(65 + n % 26) + (str(n // 26 + 1) if n > 25 else "") for n, o in enumerate(order)}


def _article_ids(articles: Sequence[Article], letters: Mapping[str, str]) -> dict[str, str]:
    by_outlet: dict[str, list[Article]] = {}
    for article in articles:
        if article not in by_outlet.setdefault(article.outlet.outlet, []):
            by_outlet[article.outlet.outlet].append(article)
    ids = {}
    for outlet, mine in by_outlet.items():
        for number, article in enumerate(mine, start=1):
            ids[article.id] = f"{letters[outlet]}{number if len(mine) > 1 else ''}"
    return ids


@dataclass(frozen=True, slots=True)
class Mask:
    """Finds outlet strings in any text. `owners` says whose each string is."""

    pattern: re.Pattern[str]
    owners: Mapping[str, str]
    names: Mapping[str, str]

    @classmethod
    def of(cls, articles: Iterable[Article], table: OutletTable, names: Mapping[str, str]) -> Mask:
        """A mask for the outlets of `articles`."""
        strings: dict[str, str] = {}
        for article in articles:
            strings |= outlet_strings(article, table)
        # a name that is a plain word ("Time") counts only as it is written
        exact = {s for s, owner in strings.items() if not _is_generic(owner, table)}
        ordered = sorted(strings, key=lambda s: (-len(s), s))
        parts = [_flexible(s) if s in exact else f"(?i:{_flexible(s)})" for s in ordered]
        body = "|".join(parts) or r"(?!)"
        owners = {_key(string): owner for string, owner in strings.items()}
        return cls(re.compile(rf"(?<!\w)(?:{body})(?!\w)"), owners, names)

    def owner(self, found: str) -> str:
        """The outlet id that a matched string belongs to."""
        return self.owners.get(_key(found), UNKNOWN)

    def say(self, text: str) -> str:
        """`text` with every outlet string replaced by the name printed in its place."""
        return self.pattern.sub(lambda m: self.names.get(self.owner(m.group()), ANOTHER), text)

    def finds(self, text: str) -> list[str]:
        """The outlet strings in `text`: empty where it is blind."""
        return [match.group() for match in self.pattern.finditer(text)]


def without_outlets(text: str) -> str:
    """`text` with every name of the shipped table of outlets taken out: a source that says "TASS
    English" would tell who writes so."""
    return _any_outlet().sub(ANOTHER.replace("another", "an"), text)


@cache
def _any_outlet() -> re.Pattern[str]:
    table = load_outlets(None)
    names = {name for outlet in table.ids.values() for name in outlet.all_names if outlet.generic}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(_flexible(name) for name in ordered)})(?!\w)")


def _is_generic(outlet: str, table: OutletTable) -> bool:
    row = table.ids.get(outlet)
    return row is None or row.generic


def _key(string: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[’ʼ]", "'", string)).strip().casefold()


def _flexible(string: str) -> str:
    """A pattern for `string` with any apostrophe and any kind of space."""
    return re.sub(r"(?:\\ )+", r"\\s+", re.escape(string)).replace("'", "['’ʼ]")


@dataclass(frozen=True, slots=True)
class _Blinder:
    mask: Mask
    names: Mapping[str, str]
    outlets: Mapping[str, str]
    ids: Mapping[str, str]

    def comparison(self, comparison: Comparison) -> Comparison:
        edits = {a.article.id: self._edits(a.article) for a in comparison.annotations}
        moves = {name: _mover(changes) for name, changes in edits.items()}
        event = replace(
            comparison.event,
            label=self.mask.say(comparison.event.label),
            articles=tuple(self.ids.get(a, a) for a in comparison.event.articles),
            copies=tuple(
                tuple(self.ids.get(a, a) for a in group) for group in comparison.event.copies
            ),
        )
        claims = tuple(
            replace(
                rewritten(claim, self._say),
                passages=tuple(
                    replace(rewritten(p, self._say), span=moves[p.article](p.span))
                    for p in claim.passages
                ),
            )
            for claim in comparison.claims
        )
        tokens = {w.casefold() for s in self.mask.owners for w in re.findall(r"\w+", s)}
        return replace(
            rewritten(replace(comparison, annotations=(), claims=()), self._say),
            event=event,
            annotations=tuple(
                self._annotation(a, edits[a.article.id]) for a in comparison.annotations
            ),
            outlets=tuple(sorted(self.outlets[o] for o in comparison.outlets)),
            claims=claims,
            caveats=tuple(self._caveat(caveat) for caveat in comparison.caveats),
            blind=True,
            word_choice=tuple(
                replace(row, outlet=self.outlets[row.outlet])
                for row in comparison.word_choice
                if row.term.casefold() not in tokens
            ),
        )

    def profile(self, profile: Profile) -> Profile:
        return rewritten(profile, self._say)

    def _caveat(self, caveat: str) -> str:
        """A caveat with new names; a list of outlets is put in their order: A-Z by name would tell."""
        said = self._say(self._renamed(caveat))
        head, colon, counts = said.removesuffix(".").partition(": ")
        parts = counts.split(", ")
        if not colon or not all(re.fullmatch(r"(?:Text|Outlet) \w+ \d+", part) for part in parts):
            return said
        return f"{head}: {', '.join(sorted(parts))}."

    def _renamed(self, text: str) -> str:
        """`text` with the articles that it names by their ids, which are file names, renamed."""
        for name in sorted(self.ids, key=lambda name: (-len(name), name)):
            text = text.replace(name, self.ids[name])
        return text

    def _say(self, text: str) -> str:
        return self.outlets.get(text) or self.ids.get(text) or self.mask.say(text)

    def _annotation(self, annotation: Annotation, edits: Sequence[_Edit]) -> Annotation:
        article = annotation.article
        tag = article.outlet
        hidden = Evidence("hidden", "hidden until the reveal")
        blinded = replace(
            article,
            id=self.ids[article.id],
            text=_edited(article.text, edits),
            outlet=OutletTag(
                self.outlets[tag.outlet], self.names[tag.outlet], None, tag.confidence, (hidden,)
            ),
            url=None,
            path=None,
        )
        kept = tuple(
            m
            for m in annotation.markers
            if not any(e.span.meets(m.span) and not m.span.holds(e.span) for e in edits)
        )
        move = _mover(edits)
        rest = replace(annotation, article=_NOBODY, markers=kept)
        moved = rewritten(rest, self.mask.say, move=move)
        regions = tuple(replace(r, span=move(r.span)) for r in article.regions)
        headline = move(article.headline) if article.headline else None
        return replace(moved, article=replace(blinded, regions=regions, headline=headline))

    def _edits(self, article: Article) -> list[_Edit]:
        """What is replaced in the text, in order, without overlaps."""
        tag = article.outlet
        own = {tag.outlet, tag.origin}
        spans = [r.span for r in article.regions if r.kind in _HIDDEN_REGIONS]
        spans += [e.span for e in tag.evidence if e.span and e.source in ("dateline", "byline")]
        edits = [_Edit(span, CREDIT) for span in spans]
        for match in self.mask.pattern.finditer(article.text):
            mark = THIS if self.mask.owner(match.group()) in own else ANOTHER
            edits.append(_Edit(Span(*match.span()), mark))
        edits.sort(key=lambda e: (e.span.start, -e.span.end))
        kept: list[_Edit] = []
        for edit in edits:
            if not kept or edit.span.start >= kept[-1].span.end:
                kept.append(edit)
        return kept


_NOBODY = Article("", "")


@dataclass(frozen=True, slots=True)
class _Edit:
    span: Span
    words: str


def _edited(text: str, edits: Sequence[_Edit]) -> str:
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.span.start], edit.words]
        at = edit.span.end
    return "".join([*pieces, text[at:]])


def _mover(edits: Sequence[_Edit]) -> Move:
    """From a span of the old text to the span of the new text; an edit is moved as a whole."""
    starts = [edit.span.start for edit in edits]
    shifts = [0]
    for edit in edits:
        shifts.append(shifts[-1] + len(edit.words) - len(edit.span))
    assert all(a.span.end <= b.span.start for a, b in pairwise(edits))

    def place(at: int, *, end: bool) -> int:
        k = bisect_right(starts, at - end) - 1
        if k < 0:
            return at
        edit = edits[k]
        if at >= edit.span.end:
            return at + shifts[k + 1]
        return edit.span.start + shifts[k] + (len(edit.words) if end else 0)

    return lambda span: Span(place(span.start, end=False), place(span.end, end=True))
