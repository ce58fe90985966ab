"""What is measured between outlets: estimates, contrasts of words, choices in slots, distances."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from framing.model.annotations import VoiceKind
from framing.model.articles import Span

Wording = Literal["outlet", "quoted"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its evidence: value, interval, how many cases it rests on, unit and method.

    `value`, `low` and `high` are None where there are too few cases to say; `low` and `high` alone
    where there are too few articles for an interval, and the value is that of these articles only.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int
    unit: str
    method: str


@dataclass(frozen=True, slots=True)
class WordContrast:
    """A word that an outlet uses more (`log_odds` > 0) or less than the others on the same event.

    `count` of `words` words are in the outlet's own texts, `other_count` of `other_words` in the
    reference; `articles` and `other_articles` are how many articles have it on either side (1: one
    text's habit, say so). `g2` has no sign; `log_ratio` is binary (1: twice as often), with a 95 %
    interval `low` to `high` over articles, None below three on a side. `dispersion` in the outlet's
    articles is 0 (even) to 1 (all in one). `p` asks whether the outlets' articles differ, `q` is `p`
    corrected for all words tested; None where so few articles could never show it.
    """

    outlet: str
    term: str
    count: int
    words: int
    other_count: int
    other_words: int
    articles: int
    log_odds: float
    z: float
    other_articles: int = 0
    g2: float = 0.0
    log_ratio: float = 0.0
    low: float | None = None
    high: float | None = None
    dispersion: float | None = None
    p: float | None = None
    q: float | None = None


@dataclass(frozen=True, slots=True)
class VariantShare:
    """One outlet's use of one variant of a slot: `count` of `of` choices in `articles` articles.

    `share` is the share of its choices with an interval over articles; `effect` is the log odds ratio
    against the other outlets with articles and events allowed for, where there are enough of them.
    """

    outlet: str
    variant: str
    convention: str
    count: int
    of: int
    articles: int
    share: Estimate
    effect: Estimate | None = None


@dataclass(frozen=True, slots=True)
class Alternation:
    """Whether outlets choose differently within one slot, on the same events.

    `wording` tells whose choice of words it is: the outlet's (own narration and paraphrase) or that of
    the people it quotes. `p_choices` takes each choice as independent, `p_articles` asks the articles
    and is the one to trust; `smallest_p` is the least that so many articles could ever give, and `q`
    is `p_articles` corrected for all slots tested. `strength` is Cramér's V, 0 to 1.
    """

    slot: str
    referent: str
    wording: Wording
    outlets: tuple[str, ...]
    variants: tuple[str, ...]
    rows: tuple[VariantShare, ...]
    articles: int
    events: int
    strength: float
    p_choices: float
    p_articles: float
    smallest_p: float
    q: float | None = None


@dataclass(frozen=True, slots=True)
class OutletDistance:
    """How far apart two outlets' choices lie on the events that both report.

    `value` is the Jensen-Shannon distance of what is counted (`of`), 0 to 1; `expected` is its mean
    when the outlets' names are dealt out at random inside each event, so that `beyond_chance` is the
    effect. `p` is the share of dealings at least as far apart, `smallest_p` the least that so many
    articles could give.
    """

    outlets: tuple[str, str]
    of: str
    value: float
    expected: float
    p: float
    smallest_p: float
    articles: tuple[int, int]
    events: int

    @property
    def beyond_chance(self) -> float:
        """Distance above what shuffled outlets show; about 0 or below: no difference."""
        return self.value - self.expected


@dataclass(frozen=True, slots=True)
class Separability:
    """How well a classifier tells outlets apart by their words on events it has not seen.

    `accuracy` is balanced (the mean of the outlets' shares told rightly; `chance` with labels dealt at
    random inside events), None with a `note` where there are too few articles. `words` holds
    (outlet, word, weight), the most telling first.
    """

    outlets: tuple[str, ...]
    articles: int
    events: int
    accuracy: float | None
    chance: float | None
    p: float | None
    words: tuple[tuple[str, str, float], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Control:
    """A comparison that must find nothing: it found a difference in `found` of `tried` tries.

    `rate` is the share of tries in which chance may find one; `tried` is 0, with a `note`, where the
    articles are too few for the control to be able to fail.
    """

    name: str
    tried: int
    found: int
    rate: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Collocation:
    """A word that stands near an actor's name in an outlet's texts, in one voice.

    `together` of the word's `count` occurrences are within the window; `strength` is logDice (at most
    14, one less is half as strong), `g2` its log-likelihood; `articles` is how many have the pair.
    """

    outlet: str
    actor: str
    voice: VoiceKind
    word: str
    together: int
    count: int
    articles: int
    strength: float
    g2: float


@dataclass(frozen=True, slots=True)
class Readability:
    """How hard one article's prose is to read and how varied its words are; descriptive only.

    `grades` are years of school that single formulas ask for; formulas differ, so the range counts.
    `mattr` is the moving-average type-token ratio, 0 to 1; None below its window.
    """

    article: str
    outlet: str
    words: int
    sentences: int
    grades: tuple[tuple[str, float], ...]
    lowest: float | None
    highest: float | None
    lix: float | None
    mattr: float | None


@dataclass(frozen=True, slots=True)
class FrameCue:
    """One cue of a generic news frame, where it stands and in whose voice. Experimental."""

    frame: str
    cue: str
    item: str
    article: str
    outlet: str
    span: Span
    voice: VoiceKind


@dataclass(frozen=True, slots=True)
class FrameUse:
    """Cues of one generic frame in an outlet's texts: a rate per 1,000 words. Experimental."""

    frame: str
    outlet: str
    count: int
    words: int
    articles: int
    of_articles: int
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class Turn:
    """One source speaking in one article until another one does.

    `rank` is 1 for who speaks first; `before` is the share of the text that comes before the turn, 0
    to 1; `words` are the words said or reported in its `quotes`.
    """

    outlet: str
    article: str
    rank: int
    speaker: str
    side: str | None
    before: float
    quotes: int
    words: int


@dataclass(frozen=True, slots=True)
class Reply:
    """How often the sources of `side` speak of the side `about` in an outlet's articles (`quotes`), and
    in how many of these cases a source of that side is heard later in the article (`answered`), or
    anywhere in it (`heard`)."""

    outlet: str
    side: str
    about: str
    quotes: int
    answered: int
    heard: int
