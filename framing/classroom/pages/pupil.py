"""The pupil pages: four, without answers and without outlet names."""

from framing.classroom.choosing.excerpts import Excerpt
from framing.classroom.choosing.items import Item
from framing.classroom.choosing.lesson import Lesson
from framing.classroom.pages.samples import both_accept, examples, marked_lines, transfer_text
from framing.classroom.setting.blocks import (
    Block,
    Document,
    Form,
    Lines,
    NumberedText,
    Sheet,
    Task,
)
from framing.reporting.blocks import Box, Bullets, Column, Paragraph, strong, words

FOREWARNING = (
    "Every account chooses words, sources and facts. Choosing is not lying. A difference between "
    "two texts does not say which of them is right."
)
VOICES = (
    words(strong("O  own words: "), "the text says it itself. The council was late."),
    words(
        strong("Q  quoted: "),
        "somebody’s own words, as a quotation. “The council was late,” Ms Roy said.",
    ),
    words(
        strong("R  reported: "),
        "somebody says it, in the words of the text. Ms Roy said that the council was late.",
    ),
)
GLOSSARY = (
    words(strong("outlet: "), "who publishes the text: a newspaper, an agency, a broadcaster."),
    words(strong("source: "), "who the text says something is from."),
    words(strong("word choice: "), "a word that could have been another one."),
)
TASKS = {
    1: "Read both texts. What do both of them tell? Write down two points.",
    2: "Underline up to five word choices in each text: words for which the writer could have "
    "taken others. Write O, Q or R beside each.",
    3: "Compare. Use the words of the texts and give the line.",
    4: "Choose one sentence with a word choice. Rewrite it so that both sides could accept it.",
    5: "From which country could each text be? Give the words that made you think so, and how sure "
    "you are.",
    6: "Talk with your partner, then in class.",
    7: "After the reveal: look up one of the two outlets on two other websites.",
    8: "Now on your own: a text on another topic. Underline word choices, write O, Q or R, and give "
    "another wording for one of them.",
    9: "Exit ticket: one thing I cannot tell from these texts.",
}
TALK = (
    "Which words are there to catch your attention or to make you feel something?",
    "How might somebody in another country read text A? And text B?",
    "Whose view is told, and who is not heard?",
    "Which text sounded more natural to you? Look at that text again: what did you not mark in it?",
)
LOOK_UP = (
    "Who is behind it: who owns it, who pays for it?",
    "What is the evidence for what it says of itself?",
    "What do other sources say about it?",
)


def pupil_pages(lesson: Lesson) -> Document:
    """Start, texts, compare, think: one page each."""
    return Document(
        name="1_pupil",
        title=lesson.title,
        audience="pupils",
        sheets=(
            Sheet("1  Start", _start()),
            Sheet("2  Read and mark", _read(lesson)),
            Sheet("3  Compare", _compare(lesson)),
            Sheet("4  Think and try again", _think()),
        ),
        footer="Pupil pages",
        editable=True,
    )


def text_block(excerpt: Excerpt, items: tuple[Item, ...] = (), note: str = "") -> NumberedText:
    """An excerpt with its line numbers, and with the numbers of the answers where there are some."""
    marks = [(item.place.start, item.place.end, item.number) for item in items]
    return NumberedText(f"Text {excerpt.label}", marked_lines(excerpt.text, marks), note)


def task(number: int) -> Task:
    """The instruction of a task."""
    return Task(f"Task {number}", words(TASKS[number]))


def _start() -> tuple[Block, ...]:
    return (
        Paragraph(words("Name: ____________________________     Date: ____________________")),
        Box(
            "What this lesson is about",
            (
                Paragraph(
                    words(
                        "Two news texts tell of one event. You will find out what both of them say, "
                        "which words each of them takes, and whose words they are."
                    )
                ),
                Paragraph(words(strong(FOREWARNING))),
            ),
        ),
        Box("Whose words? Write O, Q or R", (Bullets(VOICES),)),
        Paragraph(words(strong("Two worked examples"), " (the place and the people are invented)")),
        *examples(),
        Paragraph(words(both_accept())),
        Box("Words for this lesson", (Bullets(GLOSSARY),)),
        Box(
            "Rules for this lesson",
            (
                Bullets(
                    (
                        words("Show the words and the line for what you say."),
                        words("More than one answer can be defended."),
                        words("Nobody has to say what they think about the event itself."),
                        words("You may sit out a text that touches you; tell your teacher."),
                    )
                ),
            ),
        ),
    )


def _read(lesson: Lesson) -> tuple[Block, ...]:
    masked = (
        " Stars stand for letters of words that nobody needs to read in full."
        if lesson.masked
        else ""
    )
    note = f"[this outlet] and [another outlet] stand where a name was taken out.{masked}"
    hidden = any("outlet]" in excerpt.text for excerpt in lesson.excerpts)
    told = note if hidden else masked.strip()
    one, two = (text_block(excerpt) for excerpt in lesson.excerpts)
    notes = (Paragraph(words(told)),) if told else ()
    return (task(1), Lines(2, "Two points that both texts tell"), one, two, *notes, task(2))


def _compare(lesson: Lesson) -> tuple[Block, ...]:
    columns = (Column("Question", width=1.5), Column("Text A", width=2), Column("Text B", width=2))
    first = (words("What do both texts agree on? (Task 1)"), words(""), words(""))
    rows = (first, *((words(row.question), words(""), words("")) for row in lesson.rows))
    guess = (
        (words("Country, or “cannot tell”"), words(""), words("")),
        (words("Because of the words … (line)"), words(""), words("")),
        (
            words("How sure? 1 (a guess) to 5 (sure)"),
            words("1   2   3   4   5"),
            words("1   2   3   4   5"),
        ),
    )
    return (
        task(3),
        Form(columns, rows, 46),
        task(4),
        Lines(3, "Your sentence"),
        task(5),
        Form(columns, guess, 30),
    )


def _think() -> tuple[Block, ...]:
    return (
        task(6),
        Bullets(tuple(words(question) for question in TALK), numbered=True),
        task(7),
        Bullets(tuple(words(question) for question in LOOK_UP)),
        Lines(3, "What you found"),
        task(8),
        transfer_text(),
        Lines(3, "Another wording"),
        task(9),
        Lines(3, "One thing you cannot tell"),
    )
