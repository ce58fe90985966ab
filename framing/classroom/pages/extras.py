"""Slides, the reveal, cards and the rubric."""

from framing.classroom.choosing.lesson import Lesson
from framing.classroom.pages.pupil import FOREWARNING, TALK, TASKS, VOICES
from framing.classroom.pages.samples import both_accept, examples
from framing.classroom.pages.sources import outlet_facts
from framing.classroom.setting.blocks import Cards, Document, Sheet
from framing.reporting.blocks import Bullets, Column, Paragraph, Table, strong, words

_LEVELS = ("4", "3", "2", "1")
_RUBRIC = (
    (
        "Quotes exact evidence",
        "Exact words and lines from both texts for each point",
        "Exact words and lines for most points",
        "Words without lines, or from one text",
        "Speaks about the texts without their words",
    ),
    (
        "Says whose words they are",
        "O, Q and R right nearly everywhere; tells claim from wording in reported speech",
        "O, Q and R mostly right",
        "Tells quoted from not quoted",
        "Takes all words for the outlet’s",
    ),
    (
        "Explains the effect and gives another wording",
        "Says what the word does, and gives a wording that both sides could accept",
        "Says what the word does, and gives another wording",
        "Says what the word does, or gives another wording",
        "Only names the word",
    ),
    (
        "Treats both sides alike and says what is uncertain",
        "Same tests for both texts; names what cannot be told",
        "Same tests for both texts",
        "Looks harder at one of the texts",
        "Judges the side, not the words",
    ),
)


def slides(lesson: Lesson) -> Document:
    """Eight slides without a name of an outlet."""
    voices = Bullets(tuple(VOICES))
    tables = Bullets(tuple(words(row.question) for row in lesson.rows[:4]))
    return Document(
        name="4_slides",
        title=lesson.title,
        audience="pupils",
        slides=True,
        sheets=(
            Sheet(lesson.title, (Paragraph(words(FOREWARNING)),)),
            Sheet("Whose words?", (voices,)),
            Sheet("Two examples", (*examples(),)),
            Sheet("One fact, a wording for both", (Paragraph(words(both_accept())),)),
            Sheet("Task 1: agree", (_minutes(10), Paragraph(words(TASKS[1])))),
            Sheet("Task 2: mark", (_minutes(15), Paragraph(words(TASKS[2])))),
            Sheet("Task 3: compare", (_minutes(10), tables)),
            Sheet("Task 6: talk", (_minutes(10), Bullets(tuple(words(q) for q in TALK[1:])))),
        ),
    )


def _minutes(number: int) -> Paragraph:
    return Paragraph(words(strong(f"{number} minutes")))


def reveal(lesson: Lesson) -> Document:
    """The slide that names the outlets: a file of its own, so that it cannot be seen too early."""
    facts = outlet_facts(lesson, "Who published the texts")
    # the name alone: its proof stands on sheet 7, and two long names have to fit one slide
    rows = tuple((row[0], row[1][:1], row[3]) for row in facts.rows)
    columns = (
        Column("Text", width=1),
        Column("Outlet", width=2.9),
        Column("Facts to check", width=2.5),
    )
    return Document(
        name="4_reveal_slide",
        title=f"Reveal: {lesson.title}",
        audience="teacher",
        slides=True,
        sheets=(Sheet("Who published the texts?", (Table("The outlets", columns, rows),)),),
    )


def blind_cards(lesson: Lesson) -> Document:
    """Sentences to cut out and sort."""
    cards = Cards(tuple((str(card.number), card.text) for card in lesson.cards))
    intro = Paragraph(
        words(
            "Cut out. Sort first by whose words they are (O, Q, R), then by the text that they could "
            "belong to. Say which words made you decide."
        )
    )
    return Document(
        name="5_blind_cards",
        title=f"Cards: {lesson.title}",
        audience="pupils",
        sheets=(Sheet("Cards", (intro, cards)),),
        footer="Cards",
    )


def rubric(lesson: Lesson) -> Document:
    """Four rows, four levels."""
    columns = (Column("", width=1.3), *(Column(f"{level} points", width=1.6) for level in _LEVELS))
    rows = tuple((words(strong(row[0])), *(words(cell) for cell in row[1:])) for row in _RUBRIC)
    note = (
        "Points are for method: no opinion on the event gains or loses any. Pupils may mark their own "
        "sheet with it."
    )
    return Document(
        name="6_rubric",
        title=f"Rubric: {lesson.title}",
        audience="pupils",
        sheets=(Sheet("Rubric", (Table("How the work is marked", columns, rows, note),)),),
        footer="Rubric",
    )
