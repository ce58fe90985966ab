"""Contrasting wordings that no pack has, found in a folder of articles: suggestions for a reader.

Nothing here is a row yet. A suggestion says what was found and how often each outlet used it; whose
usage it is, since when and on whose authority only a person with sources can say. The table has the
columns of `markers.csv`, a status that no pack accepts, and cells left empty that a row must fill.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations
from typing import Any, Literal

from framing.annotation.lexicon.inflection import forms_of
from framing.annotation.lexicon.records import Pack
from framing.annotation.lexicon.terms import finder_for
from framing.annotation.voice import VoiceMap
from framing.model import Annotation, Span
from framing.text.folding import fold
from framing.text.spans import SpanIndex, itself
from framing.text.tokens import Tokens, tokenize
from framing.text.zones import ZoneMap

FoundBy = Literal["modifier", "description", "quotation marks", "spelling"]

COLUMNS = (
    "status", "term", "form", "category", "target", "valence", "convention", "slot", "neutral",
    "valid_from", "valid_to", "unless", "only", "match", "no_match", "source", "note",
    "found_by", "counts", "articles", "evidence",
)  # fmt: skip
STATUS = "unreviewed"

_MOST_MARKED_WORDS = 5  # longer stretches in quotation marks are speech, not a wording
_LONGEST_DESCRIPTION = 9  # words of an apposition; longer ones tell a story
_SHORTEST_NAME = 5  # letters; shorter names are alike by chance
_ALIKE = 0.8  # similarity of two spellings of a name (difflib's ratio, 0 to 1)
_EVIDENCE = 3  # sentences shown for a suggestion

_MODIFIERS = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP"))
_PARTICIPLES = frozenset(("VBN", "VBG"))
_VERBAL = ("VB", "MD", "RB", "TO")
_PLAIN = frozenset(
    """new old other same such own many several few recent early late last next first second third
    main major more most least whole full further additional least current former previous latest
    following total possible different various certain key large small big good bad high low long
    short single social local national international public state official senior top united
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december""".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording that some outlets use and others, for the same thing, do not.

    `slot` is what is named (a head noun, an actor, the other spelling); `counts` holds (outlet, uses
    of the wording, uses of any wording in the slot); `marked` says that the general pack lists one
    of its words as judging, or that it stands in quotation marks.
    """

    term: str
    slot: str
    found_by: FoundBy
    counts: tuple[tuple[str, int, int], ...]
    articles: int
    evidence: tuple[str, ...]
    marked: bool = False

    @property
    def contrast(self) -> float:
        """Greatest difference between two outlets' shares of the wording in its slot, 0 to 1."""
        shares = [count / of for _, count, of in self.counts if of]
        return max(shares) - min(shares)

    def to_row(self) -> dict[str, Any]:
        """The suggestion as a line of `markers.csv`, with empty cells where a person must decide."""
        form = {"modifier": "noun", "spelling": "name"}.get(self.found_by, "fixed")
        counts = "; ".join(f"{outlet} {count} of {of}" for outlet, count, of in self.counts)
        filled = {
            "status": STATUS, "term": self.term, "form": form, "slot": self.slot,
            "found_by": self.found_by, "counts": counts, "articles": self.articles,
            "evidence": " || ".join(self.evidence),
        }  # fmt: skip
        return {column: filled.get(column, "") for column in COLUMNS}


def find_candidates(
    annotations: Iterable[Annotation], packs: Sequence[Pack], *, fewest: int = 2
) -> list[Candidate]:
    """Wordings used `fewest` times or more that part the outlets and that no pack has.

    Looks, in the outlets' own words and in what they report (never in quotations), for the same head
    noun with another modifier, for descriptions of the same actor, for words in quotation marks that
    others write without, and for two spellings of one name. The marked ones come first, then those
    that part the outlets most.
    """
    texts = [_Text(annotation, packs) for annotation in annotations]
    found = [
        *_contrasting(texts, _modified, "modifier", fewest=fewest),
        *_contrasting(texts, _described, "description", fewest=fewest),
        *_contrasting(texts, _set_in_marks(texts), "quotation marks", fewest=1),
        *_spellings(texts, packs, fewest=fewest),
    ]
    return sorted(found, key=lambda c: (not c.marked, -c.contrast, -c.articles, c.slot, c.term))


@dataclass(frozen=True, slots=True)
class _Use:
    """One place where a slot is worded; `term` is "" where it is worded without a modifier."""

    slot: str
    term: str
    span: Span
    marked: bool = False
    in_marks: bool = False


@dataclass(slots=True)
class _Text:
    """An article with what the finders look at."""

    annotation: Annotation
    packs: Sequence[Pack]
    tokens: Tokens = field(init=False)
    known: SpanIndex[Span] = field(init=False)
    judging: SpanIndex[Span] = field(init=False)
    voices: VoiceMap = field(init=False)
    zones: ZoneMap = field(init=False)
    side_words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        text = self.annotation.article.text
        self.tokens = tokenize(text, self.annotation.sentences)
        hits = finder_for(tuple(self.packs)).find(text, day=self.annotation.article.published)
        topics = {pack.name for pack in self.packs if pack.cues}
        spans = [Span(hit.start, hit.end) for hit in hits if hit.term.pack in topics]
        self.known = SpanIndex(spans, itself)
        judged = [Span(h.start, h.end) for h in hits if h.term.category in _JUDGING]
        self.judging = SpanIndex(judged, itself)
        self.voices = VoiceMap.of(self.annotation)
        self.zones = ZoneMap(self.annotation.article)
        self.side_words = _side_words(tuple(self.packs))

    @property
    def outlet(self) -> str:
        return self.annotation.article.outlet.outlet

    def has_row(self, use: "_Use") -> bool:
        """Whether a pack has these words, as a marker or as a wording of a slot. A slot does not
        know of quotation marks: a wording of it is still news when some set it in marks."""
        if self.known.holding(use.span):
            return True
        words = fold(use.span.of(self.annotation.article.text)).strip()
        return not use.in_marks and words in _known_names(tuple(self.packs))

    def is_own(self, span: Span) -> bool:
        """Whether the outlet chose the words: not in a quotation, nor in a byline or a link."""
        in_prose = self.zones.at(span.start) != "aside"
        return in_prose and self.voices.at(span).kind in ("outlet", "indirect")

    def around(self, span: Span) -> str:
        """The sentence that holds `span`, with the article's id."""
        for sentence in self.annotation.sentences:
            if sentence.meets(span):
                words = " ".join(sentence.of(self.annotation.article.text).split())
                return f"[{self.annotation.article.id}] {words}"
        return f"[{self.annotation.article.id}] {span.of(self.annotation.article.text)}"


@cache
def _side_words(packs: tuple[Pack, ...]) -> frozenset[str]:
    """Words that only say whose: adjectives and one-word names of actors."""
    words = (w for p in packs for a in p.actors for w in (*a.adjectives, *a.names, *a.metonyms))
    return frozenset(fold(word).strip() for word in words if " " not in word)


_JUDGING = frozenset(("evaluative", "distancing", "naming-epithet", "naming-ingroup"))
_Finder = Callable[[_Text], Iterator[_Use]]


def _contrasting(
    texts: Sequence[_Text], finder: _Finder, found_by: FoundBy, *, fewest: int
) -> Iterator[Candidate]:
    """Wordings that one outlet has and another, that words the same slot, has not."""
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    uses: dict[tuple[str, str], list[tuple[_Text, _Use]]] = defaultdict(list)
    for text in texts:
        for use in finder(text):
            if text.is_own(use.span):
                totals[use.slot][text.outlet] += 1
                uses[use.slot, use.term].append((text, use))
    for (slot, term), found in uses.items():
        known = all(text.has_row(use) for text, use in found)
        if not term or known or len(found) < fewest or len(totals[slot]) < 2:
            continue
        counts = Counter(text.outlet for text, _ in found)
        if all(counts[outlet] for outlet in totals[slot]):
            continue
        yield Candidate(
            term=term,
            slot=slot,
            found_by=found_by,
            counts=tuple((o, counts[o], totals[slot][o]) for o in sorted(totals[slot])),
            articles=len({text.annotation.article.id for text, _ in found}),
            evidence=tuple(text.around(use.span) for text, use in found[:_EVIDENCE]),
            marked=any(use.marked for _, use in found),
        )


def _modified(text: _Text) -> Iterator[_Use]:
    """Common nouns, with the modifiers before them: the slot is the noun."""
    tokens = text.tokens
    for first, last in tokens.ranges():
        for i in range(first, last):
            is_head = tokens.tags[i] in ("NN", "NNS") and tokens.words[i].isalpha()
            if not is_head or (i + 1 < last and tokens.tags[i + 1] in ("NN", "NNS")):
                continue
            start = i
            while start > max(first, i - 2) and _is_modifier(tokens, start - 1):
                start -= 1
            if start > first and tokens.tags[start] in _PARTICIPLES:
                start += tokens.tags[start - 1].startswith(_VERBAL)  # "has taken place"
            head = _singular(tokens.words[i], tokens.tags[i])
            before = [_as_written(tokens, k, first=first) for k in range(start, i)]
            if before and all(fold(word) in text.side_words for word in before):
                continue  # "the Ukrainian side": who, not how it is worded
            span = tokens.span(start, i + 1)
            marked = start < i and bool(text.judging.meeting(tokens.span(start, i)))
            yield _Use(head, " ".join([*before, head]) if before else "", span, marked)


def _as_written(tokens: Tokens, i: int, *, first: int) -> str:
    """A word as written; the capital of a sentence's first word is none of its own."""
    word = tokens.text[tokens.starts[i] : tokens.ends[i]]
    return word.lower() if i == first and tokens.tags[i] != "NNP" else word


def _is_modifier(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    return (
        tokens.tags[i] in _MODIFIERS
        and word not in _PLAIN
        and len(word) > 2
        and word.replace("-", "").isalpha()
    )


def _singular(word: str, tag: str) -> str:
    import simplemma

    return str(simplemma.lemmatize(word, lang="en")).lower() if tag == "NNS" else word


def _described(text: _Text) -> Iterator[_Use]:
    """What is said of an actor in an apposition ("X, the veteran envoy,"): the slot is the actor."""
    tokens = text.tokens
    place = {start: i for i, start in enumerate(tokens.starts)}
    behind = {end: i + 1 for i, end in enumerate(tokens.ends)}
    for mention in text.annotation.mentions:
        i = behind.get(mention.span.end)
        if mention.span.start not in place or i is None:
            continue
        span = _apposition(tokens, i)
        if span:
            words = " ".join(span.of(tokens.text).split())
            marked = bool(text.judging.meeting(span))
            yield _Use(mention.actor, words, span, marked)
        else:
            yield _Use(mention.actor, "", mention.span)


def _apposition(tokens: Tokens, i: int) -> Span | None:
    """The noun phrase between commas that begins behind token `i - 1`, without its article."""
    if i >= len(tokens) or tokens.words[i] != ",":
        return None
    first = i + 1
    if first < len(tokens) and tokens.words[first] in ("a", "an", "the"):
        first += 1
    else:
        return None
    last = first
    while last < len(tokens) and tokens.words[last] not in (",", ".", ";", ":", "—", "–", "(", ")"):
        last += 1
    if not first < last <= first + _LONGEST_DESCRIPTION or last >= len(tokens):
        return None
    has_noun = any(tag in ("NN", "NNS") for tag in tokens.tags[first:last])
    has_verb = any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tokens.tags[first:last])
    return tokens.span(first, last) if has_noun and not has_verb else None


def _set_in_marks(texts: Sequence[_Text]) -> _Finder:
    """Finds words that some text sets in quotation marks without quoting, there and elsewhere."""
    phrases = {
        fold(words).strip(): words
        for text in texts
        for _, words in _marked_phrases(text)
        if 0 < len(words.split()) <= _MOST_MARKED_WORDS
    }

    def find(text: _Text) -> Iterator[_Use]:
        own = {span.start: span for span, _ in _marked_phrases(text)}
        folded = f" {fold(text.annotation.article.text)} "
        for key, words in phrases.items():
            start = folded.find(f" {key} ")
            while start >= 0:
                span = Span(start, start + len(key))
                in_marks = start in own
                yield _Use(words, f"“{words}”" if in_marks else "", span, in_marks, in_marks)
                start = folded.find(f" {key} ", start + 1)

    return find


def _marked_phrases(text: _Text) -> Iterator[tuple[Span, str]]:
    for mark in text.annotation.quotation_marks:
        if mark.function != "speech":
            inner = Span(mark.span.start + 1, mark.span.end - 1)
            words = inner.of(text.annotation.article.text).strip(" ,.;:")
            if words:
                yield inner, words


def _spellings(
    texts: Sequence[_Text], packs: Sequence[Pack], *, fewest: int
) -> Iterator[Candidate]:
    """Names that are almost alike, of which no article and no outlet uses both."""
    uses: dict[str, list[tuple[_Text, Span]]] = defaultdict(list)
    for text in texts:
        for span, name in _names(text):
            uses[name].append((text, span))
    known = _known_names(tuple(packs))
    names = sorted(name for name, found in uses.items() if len(found) >= fewest)
    for one, other in combinations(names, 2):
        if one[:1] != other[:1] or {fold(one), fold(other)} <= known or not _is_alike(one, other):
            continue
        outlets = [{text.outlet for text, _ in uses[name]} for name in (one, other)]
        if outlets[0] & outlets[1]:
            continue
        for name, rival in ((one, other), (other, one)):
            counts = Counter(text.outlet for text, _ in uses[name])
            totals = counts + Counter(text.outlet for text, _ in uses[rival])
            yield Candidate(
                term=name,
                slot=f"{one} or {other}",
                found_by="spelling",
                counts=tuple((o, counts[o], totals[o]) for o in sorted(totals)),
                articles=len({text.annotation.article.id for text, _ in uses[name]}),
                evidence=tuple(text.around(span) for text, span in uses[name][:_EVIDENCE]),
            )


def _names(text: _Text) -> Iterator[tuple[Span, str]]:
    tokens = text.tokens
    for first, last in tokens.ranges():
        for i in range(first, last):
            word = tokens.text[tokens.starts[i] : tokens.ends[i]]
            if tokens.tags[i] == "NNP" and word.isalpha() and len(word) >= _SHORTEST_NAME:
                span = tokens.span(i, i + 1)
                if word[0].isupper() and not word.isupper() and text.is_own(span):
                    yield span, word


@cache
def _known_names(packs: tuple[Pack, ...]) -> frozenset[str]:
    """Spellings, wordings of slots and names of actors, folded."""
    known = {
        fold(form)
        for p in packs
        for t in p.terms
        if t.category == "spelling"
        for form in forms_of(t.term, t.form)
    }
    known |= {fold(row.variant) for pack in packs for row in pack.slots}
    known |= {fold(n) for p in packs for a in p.actors for n in (*a.names, *a.metonyms)}
    return frozenset(known)


def _is_alike(one: str, other: str) -> bool:
    """Two spellings of one name, not two forms of one word ("Russia", "Russian")."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    if _plain_spelling(short) == _plain_spelling(long):
        return False
    if long.startswith(short) or short[:-1] == long[: len(short) - 1]:
        return False
    return SequenceMatcher(None, short, long).ratio() >= _ALIKE


def _plain_spelling(name: str) -> str:
    """British and American spelling made one: Defence and Defense, Centre and Center, Labour."""
    for british, american in (("ence", "ense"), ("tre", "ter"), ("our", "or"), ("is", "iz")):
        name = name.replace(british, american)
    return name
