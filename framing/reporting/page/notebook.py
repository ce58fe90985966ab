"""Notes on marked words: what is documented, by whom, since when, and what to be careful about."""

from collections.abc import Iterable
from datetime import date

from framing.annotation.lexicon.records import Term
from framing.model import Comparison, Marker
from framing.reporting.names import capital, usage_name
from framing.reporting.notes import CATEGORY_NAMES, MarkerNotes
from framing.reporting.page.records import Group, Note

_GROUPS: tuple[tuple[Group, tuple[str, ...]], ...] = (
    (
        Group("N", "Names and labels", on=True),
        ("naming-epithet", "naming-ingroup", "naming-formal"),
    ),
    (Group("S", "Spelling", on=True), ("spelling",)),
    (Group("E", "Names for what happens", on=True), ("event-naming",)),
    (Group("D", "Keeping a distance", on=True), ("distancing",)),
    (Group("V", "Evaluation", on=True), ("evaluative",)),
    (Group("C", "Capitals for governments", on=False), ("naming-metonym",)),
    (Group("R", "Verbs of saying", on=False), ("reporting-verb",)),
    (Group("H", "Hedges and boosters", on=False), ("hedge", "booster")),
)
_OTHER = Group("O", "Other marks", on=False)
_GROUP_OF = {category: group for group, categories in _GROUPS for category in categories}
GROUPS = (*(group for group, _ in _GROUPS), _OTHER)
MOST_ON = 5
"""Kinds of marks that are shown at once: with more of them a reader sees marks and no text."""

# What a kind of mark is; why a writer might choose it; what to be careful about.
_KINDS: dict[str, tuple[str, str, str]] = {
    "naming-epithet": (
        "A name that also says what is thought of the one named.",
        "A short name that readers know; a law or an official text that uses it; agreement with it.",
        "Speakers may have used it first: look whose words it stands in.",
    ),
    "naming-formal": (
        "A full or official name where a short one would do.",
        "Exactness, respect, the first mention in a text, a rule of the house.",
        "Many texts use the full name once at the beginning; that alone tells little.",
    ),
    "naming-ingroup": (
        "A word that counts writer and reader as members of one group.",
        "The text is written for readers at home; a translation kept the wording.",
        "In a quotation it is the speaker’s group, not the outlet’s.",
    ),
    "naming-metonym": (
        "A capital or a building named in place of a government.",
        "It is short and varies the wording.",
        "Most outlets do this for most governments; only an uneven use tells something.",
    ),
    "spelling": (
        "One of several spellings of one name.",
        "A house style, a dictionary, the language that the name was taken from.",
        "Even where it reports somebody the spelling is the outlet’s; it is rarely the writer’s own.",
    ),
    "event-naming": (
        "One of several names for what happens.",
        "A law, a house style, a wish for a short or an exact name.",
        "In some countries the law asks for one of these names; in quotations it is the speaker’s.",
    ),
    "distancing": (
        "Words or quotation marks that say: this is not our wording.",
        "The claim is disputed; the term is new or somebody’s own; care with a claim not checked.",
        "Headlines use such marks for short quotations too; that is not distance.",
    ),
    "evaluative": (
        "A word that also says whether something is good or bad.",
        "To tell readers what matters; to sum up; habit.",
        "Some of these words are plain description in other places.",
    ),
    "hedge": (
        "A word that makes a statement less certain.",
        "Care with what is not known; the sources differ.",
        "A hedge can be good practice: ask what was known when the text was written.",
    ),
    "booster": (
        "A word that makes a statement stronger.",
        "To show what matters most; habit.",
        "Not every strong word is an exaggeration: ask what it rests on.",
    ),
    "reporting-verb": (
        "A verb of saying that tells more than “said”.",
        "Variety; the way in which something was said; doubt or trust in it.",
        "Some writers vary their verbs without meaning anything by it.",
    ),
}  # fmt: skip
_UNKNOWN_KIND = ("A word on a list of this pack.", "Ask what other wording was there.", "")


def group_of(category: str) -> Group:
    """The group that a kind of marker is switched on and off with."""
    return _GROUP_OF.get(category, _OTHER)


class Notebook:
    """Gives each marker its note; markers of one lexicon row share one."""

    def __init__(self, comparisons: Iterable[Comparison]) -> None:
        self._papers = MarkerNotes(comparisons)
        self._notes: dict[tuple[str, str, str, str], Note] = {}

    @property
    def papers(self) -> MarkerNotes:
        """The lexicon packs behind the notes."""
        return self._papers

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes that were given, in the order of their first use."""
        return tuple(self._notes.values())

    def note(self, marker: Marker) -> Note:
        """The note on a marker."""
        term = self._papers.term(marker)
        headword = "quotation marks" if marker.pack == "typography" else marker.term
        key = marker.pack, marker.category, headword, marker.note or marker.convention
        if key not in self._notes:
            fields = tuple(_fields(marker, term, headword))
            self._notes[key] = Note(
                f"n{len(self._notes) + 1}", headword, group_of(marker.category), fields
            )
        return self._notes[key]


def _fields(marker: Marker, term: Term | None, headword: str) -> Iterable[tuple[str, str]]:
    meaning, why, caution = _KINDS.get(marker.category, _UNKNOWN_KIND)
    yield (
        "What it is",
        f"{capital(CATEGORY_NAMES.get(marker.category, marker.category))}. {meaning}",
    )
    yield "Whose usage", marker.note or _usage(marker.convention)
    if term and term.note:
        yield "What is documented", term.note
    yield "Source", _source(marker, term)
    yield "Date", _dates(term)
    yield "Neutral wording", (term.neutral if term else "") or "none is documented for this row"
    yield "Be careful", " ".join(filter(None, (_guards(term), caution)))
    yield "Why a writer might choose it", why
    yield (
        "Challenge this",
        f"Is the mark wrong here? Name the text, the words and the row “{headword}” of the pack "
        f"“{marker.pack}” in an issue of the project.",
    )


def _usage(convention: str) -> str:
    if convention == "neutral":
        return "nobody’s in particular: many writers use it"
    if convention == "unresolved":
        return "not resolved: it is unclear who is meant, so it is counted for no side"
    return f"{usage_name(convention)} usage: a convention, not a verdict"


def _source(marker: Marker, term: Term | None) -> str:
    if term:
        return term.source
    if marker.pack == "typography":
        return "the quotation marks themselves: they quote no speech here"
    return f"the list of the pack “{marker.pack}”"


def _dates(term: Term | None) -> str:
    since, until = (term.valid_from, term.valid_to) if term else (None, None)
    if since and until:
        return f"{_day(since)} to {_day(until)}"
    if since:
        return f"since {_day(since)}"
    return f"until {_day(until)}" if until else "none in the row; see the source"


def _day(day: date) -> str:
    """A date in words; the first of January stands for a year of which no day is known."""
    return f"{day.year}" if (day.month, day.day) == (1, 1) else f"{day.day} {day:%B %Y}"


def _guards(term: Term | None) -> str:
    if not term or not term.unless:
        return ""
    return f"It does not count in: {'; '.join(term.unless[:4])}."
