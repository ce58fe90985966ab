"""Who acts and who is acted on: for each actor and outlet, in which form and in whose voice.

The same event can be told as "A shelled the town", "the town was shelled by A", "the town was shelled"
and "the shelling of the town". Each form is correct English; which one is chosen for whom is counted
here, for every actor in the same way (after Trew 1979, Theory and ideology at work, and Toolan 2001,
Narrative, chapter 8). Only verbs and nouns of `actions.csv` that are asserted count: what is denied,
possible or asked for is left out, and so is what stands beside the article's own prose.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from framing.annotation.lexicon.records import Actor, Pack
from framing.annotation.voice import VoiceMap
from framing.model import Agency, AgencyForm, AgencyRole, Annotation, Clause, Passage, Span
from framing.text.spans import SpanIndex
from framing.text.zones import ZoneMap

Named = tuple[str | None, str | None]  # actor, side; None for one that no actor list knows
Key = tuple[str, str | None, str | None, AgencyRole, AgencyForm, str]


def agency(annotations: Sequence[Annotation], packs: Sequence[Pack]) -> tuple[Agency, ...]:
    """How often each outlet lets each actor act or be acted on, by form and voice, A to Z.

    An actor of None stands for all whom no actor list knows. `of` counts all forms of the same
    outlet, actor, role and voice, so that ``count / of`` is the share of one form.
    """
    passages: dict[Key, list[Passage]] = defaultdict(list)
    for annotation in annotations:
        for key, passage in _entries(annotation, _Namer(annotation, tuple(packs))):
            passages[key].append(passage)
    totals: dict[tuple[str | None, ...], int] = defaultdict(int)
    for (outlet, actor, _, role, _, voice), found in passages.items():
        totals[outlet, actor, role, voice] += len(found)
    rows = (
        Agency(
            outlet=outlet,
            actor=actor,
            side=side,
            role=role,
            form=form,
            voice=found[0].voice.kind,
            count=len(found),
            of=totals[outlet, actor, role, voice],
            passages=tuple(found),
        )
        for (outlet, actor, side, role, form, voice), found in passages.items()
    )
    return tuple(
        sorted(
            rows, key=lambda r: (r.actor is None, r.actor or "", r.outlet, r.role, r.form, r.voice)
        )
    )


def form_of(clause: Clause) -> AgencyForm:
    """The form of a clause: its voice, and whether it says who acts."""
    forms: dict[str, tuple[AgencyForm, AgencyForm]] = {
        "active": ("active", "active, no agent"),
        "passive": ("passive", "passive, no agent"),
        "nominal": ("noun", "noun, no agent"),
    }
    named, unnamed = forms[clause.voice]
    return named if clause.agent else unnamed


def _entries(annotation: Annotation, namer: "_Namer") -> Iterator[tuple[Key, Passage]]:
    voices, zones = VoiceMap.of(annotation), ZoneMap(annotation.article)
    outlet = annotation.article.outlet.outlet
    for clause in annotation.clauses:
        if clause.action is None or not clause.asserted:
            continue
        if zones.at(clause.predicate.start) == "aside":
            continue
        voice = voices.at(clause.predicate)
        passage = Passage(annotation.article.id, clause.span, voice)
        form = form_of(clause)
        for role, named in _parts(clause, namer):
            yield (outlet, *named, role, form, voice.kind), passage


def _parts(clause: Clause, namer: "_Namer") -> Iterator[tuple[AgencyRole, Named]]:
    """Who acts, and who is acted on; somebody is, even where the sentence does not say who."""
    if clause.agent:
        for named in namer.names(clause.agent):
            yield "acts", named
    for named in namer.names(clause.patient):
        yield "acted on", named


class _Namer:
    """Finds the listed actors that a noun phrase of one article is about."""

    def __init__(self, annotation: Annotation, packs: tuple[Pack, ...]) -> None:
        self._text = annotation.article.text
        self._mentions = SpanIndex(annotation.mentions, lambda mention: mention.span)
        self._actors, self._adjectives = _listed(packs)

    def names(self, span: Span | None) -> list[Named]:
        """The actors at the head of `span`, each once; of nobody known, one None."""
        if span is None:
            return [(None, None)]
        head = self._head(span)
        found: list[Named] = [
            (mention.actor, mention.side)
            for mention in self._mentions.meeting(head)
            if not self._is_owner(mention.actor, mention.span, head)
        ]
        if not found:
            words = re.findall(r"[^\W\d_]+", head.of(self._text))
            actors = [self._adjectives[word] for word in words if word in self._adjectives]
            found = [(actor.name, actor.side) for actor in actors]
        return list(dict.fromkeys(found)) or [(None, None)]

    def _head(self, span: Span) -> Span:
        """`span` up to its first preposition; the "of" of a number or a part goes on."""
        for match in _PREPOSITION.finditer(self._text, span.start, span.end):
            if match.group().lower() == "of":
                before = self._text[span.start : match.start()].split()
                if before and before[-1].lower() in _PARTS:
                    continue
            return Span(span.start, match.start())
        return span

    def _is_owner(self, actor: str, span: Span, head: Span) -> bool:
        """Whether a person only owns what acts: "the senator's office"."""
        known = self._actors.get(actor)
        owns = re.match(r"['’ʼ]s?\s+\w", self._text[span.end : head.end])
        return bool(owns) and known is not None and known.kind == "person"


@cache
def _listed(packs: tuple[Pack, ...]) -> tuple[dict[str, Actor], dict[str, Actor]]:
    """Actors by name, and states by the adjectives and nouns of their people."""
    ranked = sorted(packs, key=lambda pack: not pack.parties)
    actors: dict[str, Actor] = {}
    adjectives: dict[str, Actor] = {}
    for actor in (actor for pack in ranked for actor in pack.actors):
        actors.setdefault(actor.name, actor)
        if actor.kind == "state":
            for adjective in actor.adjectives:
                adjectives.setdefault(adjective, actor)
    return actors, adjectives


_PREPOSITION = re.compile(
    r"\b(?:in|on|at|from|with|for|near|against|by|of|to|inside|outside|around|under|over|into"
    r"|including|who|which|that)\b",
    re.IGNORECASE,
)
_PARTS = frozenset(
    """dozens hundreds thousands scores tens number numbers majority most many some several all none
    one two three four five six seven eight nine ten half group groups members people crowd crowds
    families residents citizens soldiers troops part parts much""".split()
)
