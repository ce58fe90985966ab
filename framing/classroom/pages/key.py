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
from framing.reporting.blocks import Box, Bullets, Column, Paragraph, Table, quiet, strong, words

_GENERAL = (
    "Accept every phrase for which a pupil shows the line, says whose words it is, and gives "
    "another wording with a reason. The list below is what rules found, not all there is."
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
        points = lesson.agree or ("No point was matched. Accept place, day and people in both.",)
        bullets = Bullets(tuple(words(p) for p in points))
        opening = (
            Task("Task 1", words("What both texts tell")),
            bullets,
            Task("Task 2", words(_GENERAL)),
        )
    return (
        *opening,
        text_block(excerpt, found.items),
        _items_table(excerpt.label, found.items),
        *_others(excerpt.label, found),
    )


def _items_table(label: str, items: tuple[Item, ...]) -> Table:
    rows = []
    for item in items:
        source = quiet(f"\n{item.source}") if item.source else ""
        neutral = quiet(f"\nOther wording: {item.neutral}") if item.neutral else ""
        rows.append(
            (
                words(strong(item.number), quiet(f"\nline {item.line}")),
                words(quoted(item.words), quiet(f"\n{item.kind}")),
                words(item.voice, quiet(f"\n{item.speaker}")),
                words(item.why, source, neutral),
                words(item.other_view),
                words(item.sure),
            )
        )
    return Table(
        f"Word choices in text {label}",
        (
            Column("No.", width=0.6),
            Column("Words, kind", width=1.5),
            Column("Whose", width=1.0),
            Column("Why it counts, whose usage, source", width=3.0),
            Column("Another view that can be defended", width=1.8),
            Column("How sure", width=1.0),
        ),
        tuple(rows),
        "O own words, Q quoted, R reported. In reported speech the claim is the speaker’s and the "
        "wording is the text’s."
        if rows
        else "No word choice was found; see the words below.",
    )


def _others(label: str, found: Answers) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if found.further:
        items = tuple(words(line) for line in found.further[:10])
        blocks.append(Box(f"Other answers to text {label} that can be defended", (Bullets(items),)))
    if found.not_markers:
        items = tuple(words(line) for line in found.not_markers)
        blocks.append(Box(f"Text {label}: underlined, but hardly a word choice", (Bullets(items),)))
    return tuple(blocks)


def _page3(lesson: Lesson) -> tuple[Block, ...]:
    agree = "; ".join(lesson.agree[:2]) or "see task 1"
    rows = [(words("What do both texts agree on?"), words(agree), words("the same"))]
    rows += [(words(r.question), words(r.answers[0]), words(r.answers[1])) for r in lesson.rows]
    neutral = [
        words(f"{item.number}: {quoted(item.words)} → “{item.neutral}”")
        for found in lesson.answers
        for item in found.items
        if item.neutral
    ]
    rewrite: tuple[Block, ...] = (Bullets(tuple(neutral[:6])),) if neutral else ()
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
        Task("Task 4", words("Wordings from which a sentence for both sides can be made:")),
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
            Column("Outlet", width=1.3),
            Column("Sentence", width=5),
        ),
        rows,
        "O own words, Q quoted, R reported; a card with “said that” is R.",
    )
    return (cards, outlet_facts(lesson, "Who published the texts"))
