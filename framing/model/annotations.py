"""What is said in an article, and by whom: quotes, markers, mentions, voice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from framing.model.articles import Article, Span, Zone

VoiceKind = Literal["outlet", "direct", "indirect", "unclear"]
QuoteKind = Literal["direct", "indirect", "mixed"]
MarkFunction = Literal["speech", "scare", "term"]
SourceKind = Literal["person", "body", "media", "document", "public", "unnamed"]
CueKind = Literal["neutral", "doubt", "factive", "forceful", "positive", "negative"]
ClauseVoice = Literal["active", "passive", "nominal"]
ConceptKind = Literal["person", "body", "thing", "act"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a stretch is.

    `outlet`: the article's own narration. `direct`: quoted words of `speaker`. `indirect`: what
    `speaker` claims, in the outlet's wording. `unclear`: a careful reader would not decide.
    """

    kind: VoiceKind
    speaker: str | None = None
    side: str | None = None

    @property
    def claim_by(self) -> str | None:
        """Who vouches for what is said: the outlet, the speaker, or None where unclear."""
        return {"outlet": "outlet", "unclear": None}.get(self.kind, self.speaker)

    @property
    def wording_by(self) -> str | None:
        """Who chose the words: the outlet unless they are quoted; None where unclear."""
        return {"direct": self.speaker, "unclear": None}.get(self.kind, "outlet")


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution: what was said (`content`, without its marks), by whom, and the cue.

    `speaker` is the fullest name that the article or an actor list gives, or None; `rule` names the
    construction by which the quote was found. `official` is True for states, public bodies and
    persons who are called by a public office. `words` counts the words of the content. `relayed` are
    other people's words that the speaker passes on ("Umerov said that Fidan had proposed ..."): they
    lie inside `content` or are all of it ("..., the agency reported, citing the ministry"). Who passes
    this quote's words on is `relayed_by`, named at `relay` ("TASS quoted Peskov as saying ...").
    """

    content: Span
    kind: QuoteKind
    rule: str
    cue: Span | None = None
    cue_kind: CueKind = "neutral"
    source: Span | None = None
    speaker: str | None = None
    side: str | None = None
    source_kind: SourceKind | None = None
    official: bool = False
    words: int = 0
    zone: Zone = "body"
    relay: Span | None = None
    relayed_by: str | None = None
    relayed: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationMarks:
    """A pair of quotation marks, marks included, and what they are there for."""

    span: Span
    function: MarkFunction


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names a known actor (no pronouns).

    A `person` may have a `title` right before the name ("President X", "Mr X") and a `description`
    between commas beside it ("Y, the chief negotiator").
    """

    span: Span
    actor: str
    side: str | None = None
    person: bool = False
    title: Span | None = None
    description: Span | None = None


@dataclass(frozen=True, slots=True)
class Marker:
    """A documented usage convention found in an article, and whose words it stands in.

    `valence` is -1, 0 or 1 toward `target`; `convention` is whose usage the term is typical of;
    `term` is the lexicon row's headword and `pack` the pack that holds it; `note` is set where the
    article's outlet or date changes what the row says ("in style at the time").
    """

    span: Span
    term: str
    category: str
    voice: Voice
    zone: Zone
    pack: str
    target: str | None = None
    valence: int = 0
    convention: str = "neutral"
    slot: str | None = None
    negated: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """Who does what to whom, as one predicate puts it.

    Every passive has one; an active verb or a noun ("the shelling of", `nominal`) has one where it
    is an `action` of a lexicon (`actions.csv`, its headword; None for other verbs). `agent` acts and
    `patient` is acted on, None where the sentence does not say; the span is that of the words, with
    no pronoun resolved. `asserted` is False where the action is denied, possible, wanted or asked for.
    """

    predicate: Span
    voice: ClauseVoice
    agent: Span | None = None
    patient: Span | None = None
    action: str | None = None
    kind: str | None = None
    asserted: bool = True

    @property
    def span(self) -> Span:
        """From the first to the last of predicate, agent and patient."""
        parts = [part for part in (self.predicate, self.agent, self.patient) if part]
        return Span(min(part.start for part in parts), max(part.end for part in parts))


@dataclass(frozen=True, slots=True)
class ConceptMention:
    """A stretch that speaks of `concept`: one name for one thing in all articles of an event."""

    span: Span
    concept: str
    kind: ConceptKind


@dataclass(frozen=True, slots=True)
class PackVersion:
    """Which lexicon pack, in which version, made a result.

    `changes` are what a user's own folder changed in it, one line each; `folder` is that folder.
    """

    name: str
    version: str
    changes: tuple[str, ...] = ()
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that was found in one article. `words` counts the words of its own prose; `unclear` are
    stretches in which nobody could say whose words they are.
    """

    article: Article
    sentences: tuple[Span, ...] = ()
    words: int = 0
    quotes: tuple[Quote, ...] = ()
    quotation_marks: tuple[QuotationMarks, ...] = ()
    mentions: tuple[Mention, ...] = ()
    markers: tuple[Marker, ...] = ()
    clauses: tuple[Clause, ...] = ()
    concepts: tuple[ConceptMention, ...] = ()
    unclear: tuple[Span, ...] = ()
    packs: tuple[PackVersion, ...] = ()

    def __repr__(self) -> str:
        """Short, for it holds the text of the article."""
        return (
            f"Annotation({self.article.id!r}, words={self.words}, quotes={len(self.quotes)}, "
            f"markers={len(self.markers)})"
        )
