"""The teacher's guide: a plan of 55 minutes and what to have in mind."""

import tomllib
from functools import cache
from importlib import resources

from framing.classroom.choosing.lesson import Lesson
from framing.classroom.setting.blocks import Block, Document, Sheet
from framing.model import UNKNOWN
from framing.reporting.blocks import Box, Bullets, Column, Paragraph, Table, strong, words

_PLAN = (
    (
        "0–5",
        "Start",
        "Page 1. Read the box aloud. Do the two examples together: same form, two sides.",
    ),
    ("5–15", "Read", "Page 2, task 1. Alone, then collect on the board what both texts tell."),
    (
        "15–30",
        "Mark",
        "Page 2, task 2, in pairs. One marks text A, one text B; then they swap and check.",
    ),
    ("30–40", "Compare", "Page 3, tasks 3 to 5. Write each guess on the board with its reason."),
    ("40–50", "Reveal", "Show the reveal slide. Task 6 in class; task 7 in groups, or at home."),
    ("50–55", "Exit", "Page 4, task 9. Task 8 (text C) at once if there is time, or at home."),
)
_AFFECTED = (
    "Ask beforehand, in private, whether a pupil has family in the places of these texts. Offer "
    "text C as other work, with no reason asked for.",
    "Nobody is asked what they think about the event. Stop a question to a pupil “as somebody from "
    "there”.",
    "End calmly: text C and the exit ticket are on another topic.",
)
_NEUTRAL = (
    "“Which words make you say that? Which line?”",
    "“Whose words are these: the text’s, or those of somebody in it?”",
    "“How would the sentence read with the names changed round?”",
    "“That is a claim about the world. Let us look first at how it is worded.”",
    "“Not found in this text” rather than “left out”.",
)
_RIGHT = (
    words(strong("Wording: "), "what this lesson is about. Show it in the lines."),
    words(
        strong("Fact: "),
        "a day, a figure, a vote, an order of a court. Can be checked; say with which source. "
        "A settled fact stays settled: two wordings are not two truths.",
    ),
)
_LAW = "courts and the United Nations have said some things in words of their own."
_CURRICULUM = (
    "Common Core (US), RH.9-10.6: compare the point of view of two or more authors on the same topic, "
    "with the details that each includes and emphasizes.",
    "England, GCSE English Language, AO3: compare writers’ ideas and perspectives, and how these are "
    "conveyed, across two or more texts.",
    "EU, DigComp 2.2, competence 1.2: evaluating data, information and digital content.",
    "UNESCO, Media and Information Literate Citizens, 2021: modules on representation in media.",
)


def teacher_guide(lesson: Lesson) -> Document:
    """Two pages: the plan, then the care and the background."""
    return Document(
        name="3_teacher_guide",
        title=f"Teacher’s guide: {lesson.title}",
        audience="teacher",
        subtitle=lesson.made_on,
        sheets=(Sheet("The lesson", _lesson(lesson)), Sheet("What to have in mind", _mind(lesson))),
        footer="Teacher’s guide",
        editable=True,
    )


def _lesson(lesson: Lesson) -> tuple[Block, ...]:
    first = lesson.original.event.label
    law = f"{_LAW} See the next page." if _background(lesson) else _LAW
    rows = tuple((words(strong(m)), words(strong(what)), words(how)) for m, what, how in _PLAN)
    return (
        Paragraph(
            words(
                strong("Aim. "),
                "Pupils show with words and lines how two texts on one event differ, say whose words "
                "each phrase is, and rewrite one so that both sides could accept it.",
            )
        ),
        Paragraph(words(strong("The event. "), first + ".")),
        Table(
            "Plan, 55 minutes, ages 13 to 18",
            (
                Column("Minutes", width=0.7),
                Column("Step", width=0.8),
                Column("What to do", width=5),
            ),
            rows,
        ),
        Paragraph(
            words(
                strong("Print. "),
                "1_pupil for each pupil (grey is enough), 5_blind_cards once for each group, cut up, "
                "if a group is done early: sort by O, Q, R, then by the text they could belong to. "
                "Keep 2, 3, 7 and the reveal slide out of sight.",
            )
        ),
        Paragraph(words(strong("Reading level. "), _levels(lesson))),
        Paragraph(words(strong("Content note. "), _content(lesson))),
        *_fairness(lesson),
        Box("Phrases that keep you neutral", (Bullets(tuple(words(line) for line in _NEUTRAL)),)),
        Box(
            "If a pupil asks “Who is right?”",
            (Bullets((*_RIGHT, words(strong("Law: "), law))),),
        ),
    )


def _levels(lesson: Lesson) -> str:
    sizes = [excerpt.window.words for excerpt in lesson.excerpts]
    return (
        f"Text A: {sizes[0]} words, {lesson.levels[0]}. Text B: {sizes[1]} words, {lesson.levels[1]}. "
        "US school grades, names not counted; for English only. Long news sentences raise the figure."
    )


def _content(lesson: Lesson) -> str:
    themes = ", ".join(lesson.themes) or "none of the listed themes"
    note = f"Themes found in texts and cards: {themes}."
    if lesson.graphic:
        note += " No passage with fewer such words was found: read both texts before the lesson."
    if lesson.masked:
        note += f" Starred for pupils, in full in the key: {len(lesson.masked)}."
    return note


def _fairness(lesson: Lesson) -> tuple[Block, ...]:
    told = (*lesson.original.caveats, *_outlets_of(lesson))
    notes = [words(caveat) for caveat in told]
    if not lesson.answers[0].items:
        notes.append(
            words(
                "In one of the texts no word choice was found: let pupils look for facts and sources."
            )
        )
    short = [e.label for e in lesson.excerpts if e.window.words < 100]
    if short:
        notes.append(
            words(f"Under 100 words, because the article is short: text {' and '.join(short)}.")
        )
    return (Box("Keep in mind about these two texts", (Bullets(tuple(notes)),)),) if notes else ()


def _outlets_of(lesson: Lesson) -> tuple[str, ...]:
    """What the reveal lacks, if something."""
    if lesson.same_outlet:
        return ("Both texts are from one outlet: task 5 has one answer for both.",)
    unknown = [
        label for label, outlet in zip("AB", lesson.outlets, strict=True) if outlet == UNKNOWN
    ]
    if not unknown:
        return ()
    which = f"text {unknown[0]} was" if len(unknown) == 1 else "the two texts were"
    return (
        f"Nobody knows where {which} published, so task 5 and the reveal have no answer there, and a "
        "name of an outlet may have stayed on the pupil pages: read them before the lesson. A table of "
        "outlets (--outlet-table) or a correction puts it right.",
    )


def _mind(lesson: Lesson) -> tuple[Block, ...]:
    return (
        Box("Pupils who may be affected", (Bullets(tuple(words(line) for line in _AFFECTED)),)),
        *_background(lesson),
        Box("Where it fits", (Bullets(tuple(words(line) for line in _CURRICULUM)),)),
        Paragraph(
            words(
                strong("Why this way. "),
                "Marked phrases and a short note beforehand helped readers notice word choice; a label "
                "for the outlet did not (Spinde and others 2022, n = 985). Readers who do not see the "
                "outlet judge the text by its words (Gallup and Knight 2018). Questions after the "
                "Center for Media Literacy and Stanford’s Civic Online Reasoning.",
            )
        ),
    )


def _background(lesson: Lesson) -> tuple[Block, ...]:
    # packs are chosen for all articles read, not for the event
    notes = lesson.comparison.annotations
    packs = {marker.pack for annotation in notes for marker in annotation.markers}
    blocks: list[Block] = []
    for pack in sorted(packs & set(_texts())):
        texts = _texts()[pack]
        adopted = tuple(words(line) for line in texts["united_nations"])
        blocks.append(
            Box("Background: words of the United Nations and its court", (Bullets(adopted),))
        )
        if texts["parties"]:
            named = tuple(words(line) for line in texts["parties"])
            blocks.append(Box("Background: what each party calls it", (Bullets(named),)))
    return tuple(blocks)


@cache
def _texts() -> dict[str, dict[str, list[str]]]:
    path = resources.files("framing.classroom") / "data" / "background.toml"
    return tomllib.loads(path.read_text("utf-8"))
