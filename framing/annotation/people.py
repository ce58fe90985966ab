"""The people an article names: full names, surnames, and the roles and titles they go by."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from framing.annotation.actors import ActorHit
from framing.annotation.lexicon.records import Actor
from framing.annotation.names import is_outlet
from framing.model import Span
from framing.text.folding import fold
from framing.text.tokens import Tokens

_PARTICLES = frozenset(
    "al el bin ibn ben de del della der den di du la le van von da dos abu".split()
)
_NAME_TAGS = frozenset(("NNP", "NNPS"))
HONORIFICS = frozenset(
    "mr mrs ms miss dr sir lord lady prof professor mr. mrs. ms. dr. prof.".split()
)
_VERBAL = frozenset(("VB", "MD"))  # how the tags of verbs begin
_FEMALE = frozenset(
    "mrs ms miss lady mrs. ms. she her spokeswoman congresswoman businesswoman".split()
)
_MALE = frozenset("mr sir lord mr. he his him spokesman congressman businessman".split())


_SAME_OFFICE = frozenset(("premier", "pm"))  # as prime minister
_ACTS = (["VBD"], ["VBZ"], ["MD"])
_PLACED = frozenset("in near at outside across around into toward towards throughout".split())


@dataclass(slots=True)
class Person:
    """One person of an article while it is read: `places` are the starts of the mentions."""

    name: str
    actor: Actor | None = None
    places: list[int] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    body: Actor | None = None  # the body or state that the article says the person speaks for
    female: bool | None = None


class People:
    """Everyone an article names, findable by name, by surname and by role."""

    def __init__(
        self,
        tokens: Tokens,
        hits: Sequence[ActorHit],
        titles: frozenset[str],
        *,
        not_people: str = "",
        bodies: frozenset[str] = frozenset(),
    ) -> None:
        self._tokens = tokens
        self._titles = titles
        self._by_surname: dict[str, Person] = {}
        self._by_first: dict[str, Person | None] = {}  # None: two people share it
        self.mentions: list[tuple[Span, Person]] = []
        covered = [(hit.start, hit.end) for hit in hits]
        named = [hit for hit in hits if hit.form == "name"]
        self._bodies = {hit.start: hit.actor for hit in named if hit.actor.kind == "body"}
        self._initials = {
            hit.start: hit.actor
            for hit in named
            if hit.actor.kind == "state" and tokens.text[hit.start : hit.end].isupper()
        }  # "US envoy"
        for hit in hits:
            if hit.actor.kind == "person":
                self._add(Span(hit.start, hit.end), hit.actor.name, hit.actor)
        folded = fold(tokens.text)
        for first, last in _capitalised_runs(tokens, covered):
            multiple = last - first > 1 and tokens.words[last - 1] in bodies
            if multiple or (first and tokens.words[first - 1] in _PLACED and not self._owns(last)):
                continue  # "Supreme Court", "near Port Said"
            name = self._name_in(first, last)
            if name is None or name.of(folded).strip() == not_people:
                continue
            if not is_outlet(name.of(tokens.text)):  # "Al Jazeera"
                self._add(name, name.of(tokens.text), None)
        self.mentions.sort(key=lambda mention: (mention[0].start, mention[0].end))
        self.starts = [span.start for span, _ in self.mentions]

    def within(self, span: Span) -> list[tuple[Span, Person]]:
        """Mentions inside `span`, in order."""
        first = bisect_left(self.starts, span.start)
        last = bisect_right(self.starts, span.end)
        return [mention for mention in self.mentions[first:last] if mention[0].end <= span.end]

    def by_role(self, words: Sequence[str], place: int) -> Person | None:
        """Who is called by these words ("the chief delegate"): of those whom the article calls by the
        last of them (or an actor list by all) the one who shares most, then the one named nearest
        before `place`."""
        head, wanted = (words[-1] if words else ""), set(words)
        if head in _SAME_OFFICE:
            head, wanted = "minister", wanted | {"prime", "minister"}
        everyone = [p for p in self._by_surname.values() if p.places[0] < place]
        called = [p for p in everyone if head in p.roles]
        called = called or [p for p in everyone if len(wanted) > 1 and wanted <= _listed_roles(p)]
        if not called:
            return None
        return max(called, key=lambda p: (len(p.roles & wanted), _nearest(p, place)))

    def surname(self, word: str) -> Person | None:
        """The person with this surname, lower-cased."""
        return self._by_surname.get(word)

    def _add(self, span: Span, name: str, actor: Actor | None) -> None:
        words = name.lower().split()
        first, surname = words[0], words[-1]
        person = self._by_surname.get(surname) or self._by_first.get(surname)
        if person is None or (actor and person.actor and actor is not person.actor):
            person = self._by_surname[surname] = Person(name, actor)
        elif len(words) > len(person.name.split()) and person.actor is None:
            person.name = name
        if first != surname:
            known = self._by_first.setdefault(first, person)
            self._by_first[first] = person if known is person else None
        person.places.append(span.start)
        self._note_roles(person, span)
        self.mentions.append((span, person))

    def _note_roles(self, person: Person, span: Span) -> None:
        """The words of the title before the name and of the apposition behind it."""
        words, tags = self._tokens.words, self._tokens.tags
        first = bisect_left(self._tokens.starts, span.start)
        last = bisect_left(self._tokens.starts, span.end)
        for i in range(first - 1, max(first - 14, -1), -1):
            if words[i] in (".", ";", ":", "—") or tags[i][:2] in _VERBAL:
                break
            self._note_role(person, i)
        if words[last : last + 1] == [","]:
            behind = min(last + 9, len(words))
            for i in range(last + 1, behind):
                if words[i] in (",", ".") or tags[i][:2] in _VERBAL:
                    behind = i
                    break
            # "Speaking to Jean Roe, the minister said": what has a verb of its own describes nobody
            if behind > last + 1 and (
                words[last + 1] != "the" or tags[behind : behind + 1] not in _ACTS
            ):
                for i in range(last + 1, behind):
                    self._note_role(person, i)

    def _note_role(self, person: Person, place: int) -> None:
        word = self._tokens.words[place]
        person.body = person.body or self._body_at(place)
        if word in _FEMALE:
            person.female = True
        elif word in _MALE:
            person.female = False
        if word.isalpha() and len(word) > 2:
            person.roles.add(word)

    def _body_at(self, place: int) -> Actor | None:
        """The body or state that somebody with a title of it speaks for: "US envoy", "of the Taiwan
        Affairs Office"; not the one sent to, nor the country somebody is in."""
        tokens, start = self._tokens, self._tokens.starts[place]
        found = self._bodies.get(start) or self._initials.get(start)
        if found is None or place == 0:
            return found
        k = place - 1 - (place > 1 and tokens.words[place - 1] == "the")
        if start in self._bodies:
            return None if tokens.words[k] == "to" else found
        return None if tokens.tags[k] in ("IN", "TO") else found

    def _name_in(self, first: int, last: int) -> Span | None:
        """The name in a run of capitalised words, the tokens ``first : last``, titles before it left
        out; None if it is no full name and no known surname."""
        tokens = self._tokens
        for i in range(last - 1, first - 1, -1):
            if tokens.words[i] in self._titles or tokens.words[i] in HONORIFICS:
                alone = last - i == 2 and tokens.words[i] in HONORIFICS
                first = i + 1
                return (
                    tokens.span(first, last)
                    if last - first > 1 or alone
                    else self._known(first, last)
                )
        if last - first in (2, 3, 4):
            ministry = tokens.words[first - 1] == "of" and tokens.words[first - 2] in self._titles
            return tokens.span(max(first, last - 2) if ministry else first, last)
        return self._known(first, last)

    def _known(self, first: int, last: int) -> Span | None:
        """A single word that is the surname of someone named in full, or the only first name."""
        if last - first != 1:
            return None
        word = self._tokens.words[first]
        known = word in self._by_surname or self._by_first.get(word)
        return self._tokens.span(first, last) if known else None

    def _owns(self, place: int) -> bool:
        return self._tokens.tags[place : place + 1] == ["POS"]


def _listed_roles(person: Person) -> set[str]:
    """The words of the posts that an actor list gives, which the article need not mention."""
    titles = (role.title for role in person.actor.roles) if person.actor else ()
    return {word for title in titles for word in re.findall(r"\w+", title.lower())}


def _nearest(person: Person, place: int) -> int:
    return max((p for p in person.places if p < place), default=-1)


def _capitalised_runs(tokens: Tokens, covered: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs of capitalised words that may be names, as ranges of tokens, what is a known actor left
    out."""
    taken = sorted(covered)
    runs: list[tuple[int, int]] = []
    first = None
    text, tags, words, starts = tokens.text, tokens.tags, tokens.words, tokens.starts
    n, j = len(tokens), 0
    for i, tag in enumerate([*tags, ""]):
        inside = tag in _NAME_TAGS
        if first is None and not inside:  # what most tokens are
            continue
        if not inside and i + 1 < n:
            inside = words[i] in _PARTICLES and tags[i + 1] == "NNP"
        if inside:
            while j < len(taken) and taken[j][1] <= starts[i]:
                j += 1
            inside = text[starts[i]].isupper() or words[i] in _PARTICLES
            inside = inside and not (j < len(taken) and taken[j][0] <= starts[i])
        if inside and first is None:
            first = i
        elif not inside and first is not None:
            runs.append((first, i))
            first = None
    return runs
