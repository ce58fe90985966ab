"""What a passage says: weighted features, the numbers in it, who acts, and how certain it is.

Features are concepts of words (``exchange+``), names (``n:geneva``), actors (``a:Russia``), days
(``d:2024-03-14``), months (``t:3``), numbers (``m:6000``), numbered occasions (``o:2``) and the slots
of the packs (``s:war``: all wordings of one referent are one feature).
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

from framing.comparison.claims.meaning.agents import (
    JOINT,
    TOGETHER,
    agents_of,
    initiators_of,
    tokens_in,
    zones,
)
from framing.comparison.claims.meaning.concepts import (
    concept,
    concepts,
    is_common,
    is_light,
    lemma,
    phrase_at,
    rarity,
)
from framing.comparison.claims.meaning.figures import (
    ORDINALS,
    Number,
    days,
    month_at,
    numbers,
    unit_at,
)
from framing.comparison.claims.meaning.occasions import When
from framing.comparison.claims.meaning.sources import Source, place_of
from framing.comparison.claims.passages import Part
from framing.comparison.claims.vocabulary.fields import fields_of
from framing.comparison.features import is_content_word
from framing.model import Span
from framing.text.chunks import Chunks, chunk
from framing.text.folding import fold

DETAILS = frozenset(("a:", "d:", "o:", "t:", "u:"))
"""Kinds of features that say who, when, which and of what kind, but not what."""

Status = Literal["real", "planned", "open", "not"]

# Weights before rarity in the event. Names, days and numbers weigh more than words; what only says
# where and when ("at the talks in ...") less, unless that is the news ("took place in ..."). Chosen
# with `benchmarks/claims.py` and `benchmarks/claims_made_up.py`, to be run before a change; halving or
# doubling one moves precision and recall by up to .1, for a few large groups decide both.
_WEIGHTS = {"noun": 1.0, "verb": 1.0, "adjective": 0.6, "adverb": 0.4, "name": 1.0, "actor": 0.5,
            "day": 1.2, "month": 0.5, "number": 2.0, "small": 0.5, "unit": 0.5,
            "ordinal": 0.7}  # fmt: skip
_SETTING_SHARE = 0.4
_SUBJECT_SHARE = 0.8  # of the subject that a second predicate shares with the first
_SLOT_SHARE = 0.5  # a wording of a slot and its referent have half the weight each
_DATED_MONTH = 0.3  # of a month whose day is stated, which counts by itself
_LARGE = 12  # smaller numbers are everywhere ("two sides", "five days")
_KIND = {"NN": "noun", "VB": "verb", "JJ": "adjective", "RB": "adverb"}

_OCCURS = frozenset(
    """take hold be occur happen last schedule begin start open end conclude resume continue launch
    finish come""".split()
)
_RECEIVE = frozenset("receive obtain get".split())  # who gives is not the subject
_POINTS_BACK = frozenset("it this that them these those they its their such".split())
_GENERIC = frozenset(
    """deal document move decision step agreement format proposal meeting talks exchange paper plan
    measure incident attack case round conversation""".split()
)
_NOT = frozenset("not n't cannot no never without nor neither yet".split())
_NOT_NEGATIVE = frozenset("fewer less more later least than only longer doubt matter".split())
_OPEN = frozenset(
    """wait await lack absence absent obstacle refuse refusal demand insist urge call ultimatum expect
    hope want need ask require should would could might may if whether possible impossible propose
    offer""".split()
)
_PLANNED = frozenset(
    """will shall plan schedule prepare intend ready readiness due set agree decide pledge promise vow
    undertake""".split()
)


@dataclass(slots=True, eq=False)
class Content:
    """The content of one passage.

    `weights` are the features' weights before their rarity in the event is known, `core` the nouns,
    names and numbers that the passage is about, `figures` its large numbers, `units` what they
    count, `agents` the sides (or actors) that act and `initiators` those on whose initiative, with
    their words; `points_back` is True if it refers to what was said before it ("the plan was ...").
    `fields` counts its words by the fields of the vocabulary, `wider` are the weights where related
    words are one concept too. In `seen` later steps keep what they have read in it.
    """

    part: Part
    source: Source
    when: When
    status: Status = "real"
    weights: dict[str, float] = field(default_factory=dict)
    core: set[str] = field(default_factory=set)
    figures: set[float] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    ordinals: set[int] = field(default_factory=set)
    verbs: set[str] = field(default_factory=set)
    agents: dict[str, str] = field(default_factory=dict)
    initiators: dict[str, str] = field(default_factory=dict)
    fields: Counter[str] = field(default_factory=Counter)
    wider: dict[str, float] = field(default_factory=dict)
    points_back: bool = False
    seen: dict[str, Any] = field(default_factory=dict)

    @property
    def topics(self) -> list[str]:
        """The features that are more than who, when and which."""
        return [f for f in self.weights if f[:2] not in DETAILS]


def contents_of(parts: Sequence[Part], whens: Sequence[When]) -> list[Content]:
    """Read the passages of an event; `whens` is when each of them takes place."""
    articles = {part.article: part.annotation for part in parts}
    sources = {name: Source(annotation) for name, annotation in articles.items()}
    return [
        _content(part, sources[part.article], when) for part, when in zip(parts, whens, strict=True)
    ]


def _content(part: Part, source: Source, when: When) -> Content:
    chunks = chunk(part.tokens, part.first, part.last)
    found = Content(part, source, when, status=_status(part, chunks))
    _Reader(found, chunks).read()
    wide = Content(part, source, when)
    _Reader(wide, chunks, wide=True).read()
    found.wider = wide.weights
    words = part.tokens.words[part.first : part.last]
    lemmas = [lemma(word) for word in words]
    found.fields = Counter(name for word in lemmas for name in fields_of(word))
    generic = any(a == "the" and b in _GENERIC for a, b in pairwise(words))
    found.points_back = generic or not _POINTS_BACK.isdisjoint(words)
    return found


def _status(part: Part, chunks: Chunks) -> Status:
    """How certain a passage puts what it tells: as a fact, planned, open (asked for, expected,
    possible), or as not so. Clauses inside it ("the list that they want") do not count."""
    tokens, end = part.tokens, _main_end(part, chunks)
    words = tokens.words[part.first : end]
    if any(a in _NOT and b not in _NOT_NEGATIVE for a, b in pairwise([*words, ""])):
        return "not"
    lemmas = {
        lemma(tokens.words[i])
        for i in range(part.first, end)
        if tokens.words[i] != "may" or not tokens.text[tokens.starts[i]].isupper()  # the month
    }
    if lemmas & _OPEN:
        return "open"
    return "planned" if lemmas & _PLANNED else "real"


def _main_end(part: Part, chunks: Chunks) -> int:
    """Behind the last token of the main clause: before a relative clause that follows its verb."""
    told = False
    for k, letter in enumerate(chunks.letters):
        relative = letter == "w" or chunks.letters[k - 1 : k + 1] == "nq"
        if told and (relative or chunks.letters[k - 1 : k + 2] == "nnv"):
            return chunks.starts[k]
        told = told or letter == "v"
    return part.last


class _Reader:
    """Fills the content of one passage, one kind of feature at a time."""

    def __init__(self, found: Content, chunks: Chunks, *, wide: bool = False) -> None:
        part, self._wide = found.part, wide
        self._found, self._part, self._tokens = found, part, part.tokens
        self._zones = zones(part.tokens, chunks)
        self._titles: set[int] = set()  # common nouns that are part of an actor's name
        verbs = [
            lemma(part.tokens.words[i])
            for i in range(part.first, part.last)
            if self._zones[i] == "verb" and part.tokens.tags[i][:2] == "VB"
        ]
        found.verbs = {concept(verb) for verb in verbs if not is_light(verb)}
        self._receives = not _RECEIVE.isdisjoint(verbs)
        self._occurs = bool(verbs) and all(verb in _OCCURS for verb in verbs)

    def read(self) -> None:
        """Read everything. Tokens of a date are no numbers, and those of an actor no names."""
        found = self._found
        if not self._receives:
            found.agents = agents_of(self._part, found.source, parts_of=self._zones)
        found.initiators = initiators_of(self._part, found.source)
        taken = self._read_days()
        taken |= self._read_numbers(taken)
        taken |= self._read_actors()
        self._read_words(taken, lighter=self._read_slots() | self._titles)
        self._read_subject()

    def _put(self, feature: str, weight: float, *, at: int, core: bool = False) -> None:
        setting = self._zones[at] == "setting" and not self._occurs
        weight *= _SETTING_SHARE if setting else 1
        found = self._found
        found.weights[feature] = max(weight, found.weights.get(feature, 0))
        if core and not setting:
            found.core.add(feature)

    def _read_actors(self) -> set[int]:
        """Actors named; returns their tokens that are no common nouns."""
        taken: set[int] = set()
        for mention in self._found.source.mentions.meeting(self._part.span):
            place = tokens_in(self._part, mention)
            if place:
                self._put(f"a:{mention.actor}", _WEIGHTS["actor"], at=place[0])
                nouns = {i for i in place if self._tokens.tags[i] in ("NN", "NNS", "CD")}
                taken |= set(place) - nouns
                self._titles |= nouns
        return taken

    def _read_slots(self) -> set[int]:
        """Referents that the packs have several wordings for; returns the tokens of the wordings, which
        share their weight with the referent."""
        taken: set[int] = set()
        source = self._found.source
        for hit in source.wordings.meeting(self._part.span):
            tokens = self._tokens_in(place_of(hit))
            if tokens and not source.mentions.meeting(place_of(hit)):
                weight = _SLOT_SHARE * rarity(lemma(self._tokens.words[tokens[-1]]))
                self._put(f"s:{hit.key.slot}", weight, at=tokens[0], core=True)
                taken |= set(tokens)
        return taken

    def _tokens_in(self, place: Span) -> list[int]:
        part = self._part
        return [i for i in range(part.first, part.last) if place.meets(self._tokens.span(i, i + 1))]

    def _read_days(self) -> set[int]:
        """The days and months stated; returns their tokens."""
        part, when, taken = self._part, self._found.when, set[int]()
        near = min(when.days, default=when.article)
        stated = days(
            self._tokens, first=part.first, last=part.last, around=near,
            published=part.annotation.article.published,
        ) if near else ()  # fmt: skip
        for day in stated:
            share = 1.0 if self._occurs else _SETTING_SHARE
            self._found.weights[f"d:{day.day}"] = _WEIGHTS["day"] * share
            taken |= set(range(day.first, day.last))
        for i in range(part.first, part.last):
            month = month_at(self._tokens, i)
            if month:
                share = _DATED_MONTH if i in taken else 1.0
                self._put(f"t:{month}", _WEIGHTS["month"] * share, at=i)
                taken.add(i)
        return taken

    def _read_numbers(self, days_at: set[int]) -> set[int]:
        """Numbers and ordinals that are no part of a date; returns their tokens."""
        part, found, taken = self._part, self._found, set[int]()
        for number in numbers(self._tokens, first=part.first, last=part.last):
            if number.exact and number.first not in days_at:
                large = number.value > _LARGE
                weight = _WEIGHTS["number" if large else "small"]
                self._put(f"m:{number.value:g}", weight, at=number.first, core=large)
                found.figures |= {number.value} if large else set()
                self._read_unit(number)
                taken |= set(range(number.first, number.last))
        for i in range(part.first, part.last):
            ordinal = ORDINALS.get(self._tokens.words[i])
            if ordinal:
                found.ordinals.add(ordinal)
                self._put(f"o:{ordinal}", _WEIGHTS["ordinal"], at=i)
                taken.add(i)
        return taken

    def _read_unit(self, number: Number) -> None:
        """What a number counts: a count of the same thing is a sign of one claim, whatever the
        count."""
        part = self._part
        at = unit_at(self._tokens, number, first=part.first, last=part.last)
        if at is not None:
            unit = concept(lemma(self._tokens.words[at]))
            self._found.units.add(unit)
            self._put(f"u:{unit}", _WEIGHTS["unit"], at=number.first)

    def _read_subject(self) -> None:
        """Who or what a clause without a subject of its own is about."""
        part, tokens, found = self._part, self._tokens, self._found
        first, last = part.subject or (0, 0)
        for i in range(first, last):
            word, tag = tokens.words[i], tokens.tags[i]
            if word.isalpha() and tag[:2] == "NN" and is_content_word(fold(word)):
                named = tag in ("NNP", "NNPS")
                feature = f"n:{fold(word)}" if named else concept(lemma(word))
                weight = _WEIGHTS["name"] if named else rarity(lemma(word))
                found.weights.setdefault(feature, _SUBJECT_SHARE * weight)
                found.core.add(feature)

    def _read_words(self, taken: set[int], *, lighter: set[int]) -> None:
        """Names that are no known actor, and words of content; those in `lighter` weigh less."""
        tokens, first, last = self._tokens, self._part.first, self._part.last
        lemmas = [lemma(word) for word in tokens.words[first:last]]
        peoples, used = self._found.source.peoples, set[int]()
        for i in range(first, last):
            word, tag = tokens.words[i], tokens.tags[i]
            if i in taken or i in used or not word.replace("-", "").isalpha():
                continue
            share = _SLOT_SHARE if i in lighter else 1.0
            kind = _KIND.get(tag[:2], "")
            phrase, end = phrase_at(lemmas, i - first, wide=self._wide)
            base = phrase or lemmas[i - first]
            if people := peoples.get(fold(word)):
                self._put(f"a:{people}", _WEIGHTS["actor"], at=i)
            elif word in TOGETHER and self._zones[i] == "subject":
                self._put(f"a:{JOINT}", _WEIGHTS["actor"], at=i)
            elif phrase:
                used.add(first + end)
                self._put_concepts(base, _WEIGHTS["verb"] * share, at=i, core=kind == "noun")
            elif tag in ("NNP", "NNPS") and not is_common(base):
                self._put(f"n:{fold(word)}", _WEIGHTS["name"] * share, at=i, core=True)
            elif kind and is_content_word(fold(word)) and not is_light(base):
                weight = _WEIGHTS[kind] * rarity(base) * share
                self._put_concepts(base, weight, at=i, core=kind == "noun")

    def _put_concepts(self, base: str, weight: float, *, at: int, core: bool) -> None:
        """A word of several groups has a part of its weight in each."""
        found = concepts(base, wide=self._wide)
        for feature in found:
            self._put(feature, weight / math.sqrt(len(found)), at=at, core=core)
