"""The answers to "which word choices do you find": items of one excerpt, and what else would do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from framing.annotation.voice import VoiceMap
from framing.classroom.choosing.excerpts import Excerpt
from framing.classroom.choosing.windows import MOST_ITEMS, markers_in, strength
from framing.model import Marker, Quote, Span, VoiceKind
from framing.reporting.names import NO_USAGE, clip, usage_name
from framing.reporting.notes import CATEGORY_NAMES, MarkerNotes

_PRONOUN = re.compile(r"he|she|it|they|we|you|i|this|that|who", re.IGNORECASE)
LETTERS: dict[VoiceKind, str] = {"outlet": "O", "direct": "Q", "indirect": "R", "unclear": "O/R?"}

_WHY = {
    "naming-epithet": "The name itself judges.",
    "naming-formal": "A formal name keeps a distance.",
    "naming-metonym": "A city stands for a government.",
    "naming-ingroup": "The word puts writer and reader on one side.",
    "spelling": "The form follows one language.",
    "event-naming": "One of several names for what happens.",
    "distancing": "The writer does not take over the word.",
    "reporting-verb": "The verb weighs what is said.",
    "evaluative": "The word judges.",
    "hedge": "The word leaves it open.",
    "booster": "The word adds force.",
}
_OTHER_VIEW = {
    "naming-epithet": "A set phrase at this outlet, or taken over from the person reported.",
    "naming-formal": "Only the full name of the state or body.",
    "naming-metonym": "A short form that most outlets use.",
    "naming-ingroup": "Taken over from the speaker in the sentence.",
    "spelling": "House style: one form for every text of the outlet.",
    "event-naming": "The term may be asked for by law or by a style guide.",
    "distancing": "The marks may only show the exact title, or a quotation.",
    "reporting-verb": "Chosen so as not to write “said” again.",
    "evaluative": "Only describes, for a reader who sees it the same way.",
    "hedge": "Careful writing: the fact was not settled on that day.",
    "booster": "A habit of style without weight.",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One answer: where, which words, whose words, why it counts, on whose authority, other views."""

    number: str
    line: int
    place: Span
    words: str
    voice: str
    speaker: str
    kind: str
    why: str
    source: str
    neutral: str
    other_view: str
    sure: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The items of one excerpt, further words that can be defended, and words that are no markers."""

    items: tuple[Item, ...]
    further: tuple[str, ...]
    not_markers: tuple[str, ...]


def answers(pair: Sequence[Excerpt], notes: MarkerNotes) -> tuple[Answers, ...]:
    """The answers to each excerpt of a pair: as many items to the one as to the other."""
    found = [_candidates(excerpt) for excerpt in pair]
    most = min(MOST_ITEMS, *(len(c) for c in found))
    return tuple(
        _answers(excerpt, candidates, most, notes)
        for excerpt, candidates in zip(pair, found, strict=True)
    )


def _candidates(excerpt: Excerpt) -> list[Marker]:
    """The markers that may be asked for: one a place and one a wording, the strongest first."""
    found = [
        m for m in markers_in(excerpt.window.annotation, excerpt.window.sentences) if strength(m)
    ]
    found.sort(
        key=lambda m: (-strength(m), m.category == "naming-metonym", m.span.start, -m.span.end)
    )
    kept: list[Marker] = []
    said: set[str] = set()
    for marker in found:
        words = marker.span.of(excerpt.window.annotation.article.text).casefold()
        if words in said or any(k.span.meets(marker.span) for k in kept):
            continue
        if excerpt.at(marker.span):
            kept.append(marker)
            said.add(words)
    return kept


def _answers(
    excerpt: Excerpt, candidates: Sequence[Marker], most: int, notes: MarkerNotes
) -> Answers:
    chosen = sorted(candidates[:most], key=lambda m: m.span)
    items = tuple(
        _item(excerpt, marker, f"{excerpt.label}{n}", notes)
        for n, marker in enumerate(chosen, start=1)
    )
    rest = sorted(candidates[most:], key=lambda m: m.span)
    return Answers(
        items, tuple(_further(excerpt, m) for m in rest), _not_markers(excerpt, candidates)
    )


def _item(excerpt: Excerpt, marker: Marker, number: str, notes: MarkerNotes) -> Item:
    place = excerpt.at(marker.span)
    assert place is not None  # candidates are checked for it
    term = notes.term(marker)
    documented = marker.convention not in NO_USAGE
    usage = f"{usage_name(marker.convention)} usage" if documented else ""
    why = term.note if term and term.note else _WHY[marker.category]
    sure = "documented usage" if documented else "listed word" if term else "found by a rule"
    return Item(
        number=number,
        line=excerpt.line_of(place.start),
        place=place,
        words=place.of(_unmasked(excerpt)),
        voice=LETTERS[marker.voice.kind],
        speaker=speaker_in(excerpt, marker.voice.speaker),
        kind=CATEGORY_NAMES.get(marker.category, marker.category),
        why=why,
        source="; ".join(
            filter(None, (usage, clip(term.source, 110) if term and documented else ""))
        ),
        neutral=term.neutral if term else "",
        other_view=_OTHER_VIEW[marker.category],
        sure="unsure whose words" if marker.voice.kind == "unclear" else sure,
    )


def _unmasked(excerpt: Excerpt) -> str:
    """The excerpt with listed words in full, for the key."""
    source, text = excerpt.window.annotation.article.text, excerpt.text
    for start, here, length in excerpt.places:
        text = text[:here] + source[start : start + length] + text[here + length :]
    return text


def _further(excerpt: Excerpt, marker: Marker) -> str:
    place = excerpt.at(marker.span)
    assert place is not None
    kind = CATEGORY_NAMES.get(marker.category, marker.category)
    return (
        f"line {excerpt.line_of(place.start)}: {quoted(place.of(_unmasked(excerpt)))} "
        f"({LETTERS[marker.voice.kind]}, {kind})"
    )


def _not_markers(
    excerpt: Excerpt, candidates: Sequence[Marker], *, most: int = 3
) -> tuple[str, ...]:
    """Words that a pupil may well underline, and why they are no item."""
    annotation = excerpt.window.annotation
    found = []
    for marker in markers_in(annotation, excerpt.window.sentences):
        if marker.category == "spelling" and marker.convention == "neutral":
            found.append((marker.span, "the form that international English outlets use"))
        elif marker.category == "event-naming" and marker.convention == "neutral" and marker.slot:
            found.append((marker.span, "a wording that more than one side uses"))
    for quote in annotation.quotes:
        if quote.cue and quote.cue_kind == "neutral":
            found.append((quote.cue, "a plain verb of saying, without a judgement"))
        if quote.kind == "direct" and quote.words <= 8 and _holds_no_marker(excerpt, quote):
            found.append((quote.content, "quoted: the words belong to the person who said them"))
    told, seen = [], set()
    for span, reason in sorted(found, key=lambda item: item[0]):
        place = excerpt.at(span)
        if any(m.span.meets(span) for m in candidates):
            continue
        if place and reason not in seen:
            seen.add(reason)
            words = clip(place.of(excerpt.text), 50)
            told.append(f"line {excerpt.line_of(place.start)}: {quoted(words)}: {reason}")
    return tuple(told[:most])


def _holds_no_marker(excerpt: Excerpt, quote: Quote) -> bool:
    return not any(quote.content.holds(m.span) for m in excerpt.window.annotation.markers)


def quoted(words: str) -> str:
    """`words` in quotation marks, unless all of them stand in some of their own; marks inside become
    single ones."""
    if words[:1] in "\"“”„«'‘" and words[-1:] in "\"“”»'’":
        return words
    return f"“{words.translate(_INNER)}”"


_INNER = str.maketrans("“”", "‘’")


def voice_letters(excerpt: Excerpt) -> list[tuple[str, str]]:
    """(speaker, letters) for those who speak in the excerpt, in order: ("Ana Silva", "Q and R")."""
    voices = VoiceMap.of(excerpt.window.annotation)
    found: dict[str, set[str]] = {}
    for quote in excerpt.window.annotation.quotes:
        if excerpt.at(Span(quote.content.start, quote.content.start + 1)):
            name = speaker_in(excerpt, quote.speaker) or "somebody not named"
            letters = found.setdefault(name, set())
            letters.add(LETTERS[voices.at(quote.content).kind])
            if quote.kind == "mixed":
                letters |= {"Q", "R"}
    return [(name, " and ".join(sorted(letters))) for name, letters in found.items()]


def speaker_in(excerpt: Excerpt, speaker: str | None) -> str:
    """A speaker by the fullest name in the excerpt; nothing for a "they" that nobody could name."""
    return "" if not speaker or _PRONOUN.fullmatch(speaker) else excerpt.named(speaker)
