"""Compare the outlets on one event: every table of a report in one record."""

from collections.abc import Sequence

from framing.annotation.lexicon.loading import packs_again
from framing.annotation.quotation.find import QuoteFinder, find_quotes
from framing.comparison.agency import agency
from framing.comparison.alternation import alternations
from framing.comparison.claims import align_claims
from framing.comparison.collocations import collocations
from framing.comparison.copies import once_each
from framing.comparison.emphasis import emphasis
from framing.comparison.functions import function_cues
from framing.comparison.genericframes import frame_use
from framing.comparison.introductions import introductions
from framing.comparison.naming import slot_choices
from framing.comparison.packs import with_shared_packs
from framing.comparison.readability import readability
from framing.comparison.sourcing import source_shares, source_use, voice_shares
from framing.comparison.turns import replies, turns
from framing.comparison.wordchoice import word_choice
from framing.model import UNKNOWN, Annotation, Comparison, Event, Notes, Phase
from framing.saying import listed


def compare(
    notes: Notes | Sequence[Annotation], event: Event, *, finder: QuoteFinder = find_quotes
) -> Comparison:
    """How the outlets of `event` word, weigh and source it.

    Works for one article or one outlet too: what cannot be compared is empty, and `caveats` says so.
    What is counted is counted once for each text and outlet: see `framing.comparison.copies`. All
    articles are read with the same lexicon packs: see `framing.comparison.packs`, for which `finder`
    is the one given to `annotate`, if any.
    """
    by_id = {annotation.article.id: annotation for annotation in notes}
    annotations = with_shared_packs(
        [by_id[name] for name in event.articles if name in by_id], finder=finder
    )
    outlets = tuple(sorted({a.article.outlet.outlet for a in annotations}))
    packs = packs_again(pack for a in annotations for pack in a.packs)
    claims = align_claims(annotations, copies=event.copies)
    single = once_each(annotations, event.copies)
    return Comparison(
        event=event,
        annotations=annotations,
        outlets=outlets,
        word_choice=word_choice(single, outlets=outlets),
        slots=slot_choices(single, packs),
        claims=claims,
        emphasis=emphasis(annotations, claims, packs=packs),
        sources=source_use(single),
        voices=voice_shares(single),
        shares=source_shares(single),
        introductions=introductions(single),
        caveats=_caveats(annotations, event, outlets),
        phrases=tuple(
            row for size in (2, 3) for row in word_choice(single, outlets=outlets, size=size)
        ),
        alternations=alternations(single, packs),
        collocations=collocations(single),
        readability=readability(single),
        frames=frame_use(single),
        agency=agency(single, packs),
        turns=turns(single),
        replies=replies(single),
        functions=function_cues(single),
    )


_PHASES: dict[Phase, str] = {"before": "before", "day": "on", "after": "after"}
_NAMED = 6  # outlets whose numbers of articles are told one by one


def _caveats(
    annotations: Sequence[Annotation], event: Event, outlets: Sequence[str]
) -> tuple[str, ...]:
    found = []
    if len(outlets) < 2 and UNKNOWN not in outlets:
        found.append("One outlet only: there is nothing to compare it with.")
    if len(annotations) < 2:
        found.append("One article only: nothing here can be said of the outlet in general.")
    if UNKNOWN in outlets:
        n = sum(a.article.outlet.outlet == UNKNOWN for a in annotations)
        found.append(f"The outlet of {n} of {len(annotations)} articles is unknown.")
    phases = [word for phase, word in _PHASES.items() if phase in event.phases]
    if len(phases) > 1:
        found.append(
            f"The articles come from {listed(phases)} the day of the event: some differences are "
            "differences of date."
        )
    if "undated" in event.phases:
        n = event.phases.count("undated")
        found.append(f"{n} of {len(annotations)} articles state{'s' if n == 1 else ''} no date.")
    for copies in event.copies:
        found.append(
            f"{len(copies)} of the articles are one text in copies ({', '.join(copies)}): it "
            "counts as one text."
        )
    per_outlet = [sum(a.article.outlet.outlet == o for a in annotations) for o in outlets]
    if len(outlets) > 1 and max(per_outlet) > min(per_outlet):
        names = {a.article.outlet.outlet: a.article.outlet.name for a in annotations}
        named = sorted((names[o], n) for o, n in zip(outlets, per_outlet, strict=True))
        counts = ", ".join(f"{name} {n}" for name, n in named)
        if len(named) > _NAMED:
            counts = f"from {min(per_outlet)} to {max(per_outlet)}"
        found.append(f"The outlets have different numbers of articles here: {counts}.")
    return tuple(found)
