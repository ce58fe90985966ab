"""The answer key: the same pages, tasks and line numbers, and who published the texts at the end."""

from framing.classroom.choosing.items import Answers, Item, quoted
from framing.classroom.choosing.lesson import Lesson
from framing.classroom.pages.pupil import text_block
from framing.classroom.pages.samples import (
    not_a_marker,
    transfer_items,
    transfer_line,
    transfer_text,
)
from framing.classroom.pages.sources import outlet_facts
from framing.classroom.setting.blocks import Block, Document, Sheet, Task
from framing.reporting.blocks import (
    Box,
    Bullets,
    Column,
    Paragraph,
    Table,
    Words,
    quiet,
    strong,
    words,
)

_GENERAL = (
    "Accept every phrase for which a pupil shows the line, says whose words it is, and gives "
    "another wording with a reason. The list below is what rules found, not all there is. O own "
    "words, Q quoted, R reported: in reported speech the claim is the speaker’s and the wording is "
    "the text’s."
)


def answer_key(lesson: Lesson) -> Document:
    """Answers page by page; the outlets come on the last page."""
    return Document(
        name="2_answer_key",
        title=f"Answer key: {lesson.title}",
        audience="teacher",
        sheets=(
            Sheet("Answers to page 2", (*_page2(lesson, 0), *_page2(lesson, 1))),
            Sheet("Answers to page 3", _page3(lesson)),
            Sheet("Answers to page 4", _page4()),
            Sheet("Cards and reveal", _reveal(lesson)),
        ),
        footer="Answer key, for the teacher",
    )


def _page2(lesson: Lesson, number: int) -> tuple[Block, ...]:
    excerpt, found = lesson.excerpts[number], lesson.answers[number]
    opening: tuple[Block, ...] = ()
    if number == 0:
        opening = (
            Task("Task 1", words("What both texts tell, each in words of its own")),
            Bullets(_agreed(lesson)),
            Task("Task 2", words(_GENERAL)),
        )
    return (
        *opening,
        text_block(excerpt, found.items),
        _items_table(excerpt.label, found.items)
        if found.items
        else _no_items(excerpt.label, found),
        *_others(excerpt.label, found),
    )


def _agreed(lesson: Lesson) -> tuple[Words, ...]:
    points = [
        words(strong("A\N{NO-BREAK SPACE}"), f"{one} – ", strong("B\N{NO-BREAK SPACE}"), two)
        for one, two in lesson.agree
    ] or [words("No point was matched. Accept place, day and people in both.")]
    if lesson.both_name:
        points.append(words(f"Both name: {', '.join(lesson.both_name)}."))
    return tuple(points)


def _no_items(label: str, found: Answers) -> Paragraph:
    """Both texts get the same number of answers, so one without any leaves the other without."""
    why = (
        "In the other text no listed word choice was found, and both get the same number of answers: "
        "what was found here stands below."
        if found.further
        else "No listed word choice was found here: accept every phrase that a pupil can defend."
    )
    return Paragraph(words(strong(f"Word choices in text {label}. "), why))


def _items_table(label: str, items: tuple[Item, ...]) -> Table:
    rows = []
    for item in items:
        source = quiet(f"\n{item.source}") if item.source else ""
        neutral = quiet(f"\nOther wording: {item.neutral}") if item.neutral else ""
        rows.append(
            (
                words(strong(item.number), quiet(f"\nline {item.line}")),
                words(quoted(item.words), quiet(f"\n{item.kind}; {item.sure}")),
                words(item.voice, quiet(f"\n{item.speaker}")),
                words(item.why, source, neutral),
                words(item.other_view),
            )
        )
    return Table(
        f"Word choices in text {label}",
        (
            Column("No.", width=0.6),
            Column("Words, kind, how sure", width=1.8),
            Column("Whose", width=1.1),
            Column("Why it counts, whose usage, source", width=3.7),
            Column("Another view that can be defended", width=1.9),
        ),
        tuple(rows),
    )


def _others(label: str, found: Answers) -> tuple[Block, ...]:
    told = (
        ("Can be defended: ", found.further[:10]),
        ("Underlined, but hardly a word choice: ", found.not_markers),
    )
    lines = tuple(words(strong(head), f"{'; '.join(said)}.") for head, said in told if said)
    return (Box(f"Other words in text {label}", (Bullets(lines),)),) if lines else ()


def _page3(lesson: Lesson) -> tuple[Block, ...]:
    agree = [words("\n".join(side[n] for side in lesson.agree[:2]) or "see task 1") for n in (0, 1)]
    rows = [(words("What do both texts agree on?"), *agree)]
    rows += [(words(r.question), words(r.answers[0]), words(r.answers[1])) for r in lesson.rows]
    neutral = [
        words(f"{item.number}: {quoted(item.words)} → {item.neutral}")
        for found in lesson.answers
        for item in found.items
        if item.neutral
    ]
    rewrite: tuple[Block, ...] = (Bullets(tuple(neutral[:6])),) if neutral else ()
    task4 = (
        "Wordings from which a sentence for both sides can be made:"
        if neutral
        else "No other wording is listed for the words above: accept what passes the test."
    )
    return (
        Task(
            "Task 3", words("Found by rules; a pupil may find more, or read a line in another way.")
        ),
        Table(
            "Compare",
            (Column("Question", width=1.5), Column("Text A", width=2), Column("Text B", width=2)),
            tuple(rows),
            "“In this text only” means: not found in the other excerpt. The other article may tell it.",
        ),
        Task("Task 4", words(task4)),
        *rewrite,
        Paragraph(
            words(
                "Test: would a reader from either side still say that the sentence is about the same "
                "fact?"
            )
        ),
        Task(
            "Task 5",
            words(
                "The answer is on the last page. What counts is the reason: a usage that is typical "
                "of a country’s media is a hint. A quoted phrase tells of the speaker, not of the "
                "outlet."
            ),
        ),
    )


def _page4() -> tuple[Block, ...]:
    items = transfer_items()
    rows = tuple(
        (
            words(strong(f"C{n}"), quiet(f"\nline {transfer_line(item.words)}")),
            words(f"“{item.words}”"),
            words(item.voice),
            words(item.why),
            words(item.neutral),
        )
        for n, item in enumerate(items, start=1)
    )
    return (
        Task("Tasks 6 and 7", words("Open questions: there is no list of answers.")),
        Task("Task 8", words("An invented text. Other phrases can be defended with a reason.")),
        transfer_text(items),
        Table(
            "Word choices in text C",
            (
                Column("No.", width=0.6),
                Column("Words", width=1.5),
                Column("Whose", width=0.6),
                Column("Why it counts", width=3),
                Column("Other wording", width=1.5),
            ),
            rows,
        ),
        Box("Underlined, but hardly a word choice", (Paragraph(words(not_a_marker())),)),
        Task(
            "Task 9",
            words(
                "For example: whether a figure is right; what the writer meant to do; what happened "
                "that neither text tells; how other texts of the outlet are worded."
            ),
        ),
    )


def _reveal(lesson: Lesson) -> tuple[Block, ...]:
    rows = tuple(
        (
            words(strong(str(card.number))),
            words(card.voice),
            words(lesson.card_articles[card.article].article.outlet.name),
            words(card.text),
        )
        for card in lesson.cards
    )
    cards = Table(
        "The cards",
        (
            Column("Card", width=0.5),
            Column("Whose", width=0.8),
            Column("Outlet", width=1.8),
            Column("Sentence", width=4.5),
        ),
        rows,
        "O own words, Q quoted, R reported; a card with “said that” is R.",
    )
    return (cards, outlet_facts(lesson, "Who published the texts"))
