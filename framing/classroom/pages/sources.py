"""Who published the texts, and may they be copied: sheet 7 and the reveal."""

from framing.classroom.choosing.lesson import Lesson
from framing.classroom.setting.blocks import Document, Sheet
from framing.model import UNKNOWN, Annotation
from framing.reading.outlets.table import OutletTable, load_outlets
from framing.reporting.blocks import Bullets, Column, Paragraph, Table, quiet, strong, words
from framing.reporting.names import clip, day_of, headline_of

_OWNERS = {
    "state": "state-owned",
    "public": "public-service body",
    "private": "privately owned",
    "party": "owned by a party",
    "nonprofit": "run by a non-profit body",
    "cooperative": "owned by its members",
}
_RIGHTS = (
    "The excerpts belong to their publishers. Each is kept short, and the source of each stands "
    "on this sheet: give it to pupils after the reveal.",
    "European Union: Directive (EU) 2019/790, Article 5, lets schools use works digitally to "
    "illustrate teaching: not for profit, on the premises or in a closed network, with the source "
    "named. States may ask for a licence instead; ask your school.",
    "United Kingdom: Copyright, Designs and Patents Act 1988, section 32 (illustration for "
    "instruction, fair dealing); for more than that, the schools licence of NLA Media Access.",
    "United States: 17 U.S.C. section 107 (fair use) and section 110(1) (face-to-face teaching).",
    "Some outlets are under broadcasting sanctions of the European Union. Look up the present list "
    "before you send their texts or links on.",
    "Do not put the pack on an open website. This is no legal advice.",
)


def sources_sheet(lesson: Lesson) -> Document:
    """Title, outlet, date and place of every text used, and what the law says of copying."""
    return Document(
        name="7_sources_and_rights",
        title=f"Sources and rights: {lesson.title}",
        audience="teacher",
        sheets=(
            Sheet("Sources", (_texts_table(lesson), outlet_facts(lesson, "About the outlets"))),
            Sheet(
                "Rights",
                (
                    Paragraph(words(strong("Four questions of heads, librarians and parents"))),
                    _four_questions(lesson),
                    Paragraph(words(strong("May we copy these texts?"))),
                    Bullets(tuple(words(line) for line in _RIGHTS)),
                ),
            ),
        ),
        footer="Sources and rights, for the teacher",
    )


def outlet_facts(lesson: Lesson, caption: str) -> Table:
    """Which outlet each text is from, with facts from the outlet table and where they are from."""
    table = load_outlets(lesson.outlet_table)
    rows = []
    for label, annotation in zip("AB", lesson.originals, strict=True):
        tag = annotation.article.outlet
        name = _name(annotation)
        rows.append(
            (
                words(strong(f"Text {label}")),
                words(strong(name), quiet(f"\n{_proof(annotation)}")),
                words(headline_of(annotation), quiet(f"\n{day_of(annotation.article)}")),
                words(_facts(tag.outlet, table)),
            )
        )
    return Table(
        caption,
        (
            Column("Text", width=0.7),
            Column("Outlet", width=1.6),
            Column("Headline or first words", width=2.6),
            Column("Facts to check", width=2.4),
        ),
        tuple(rows),
        "Country and owner come from the table of outlets of framing; “not known” stays not known. "
        "Pupils check them in task 7.",
    )


def _proof(annotation: Annotation) -> str:
    """Where the outlet's name was found; words that only say the name again are not repeated."""
    tag = annotation.article.outlet
    if not tag.evidence:
        return "no proof found"
    found = clip(tag.evidence[0].text, 60)
    return "proof: stated with the article" if found == clip(tag.name, 60) else f"proof: “{found}”"


def _facts(outlet: str, table: OutletTable) -> str:
    row = table.ids.get(outlet)
    if row is None:
        return "country and owner: not known"
    country = f"country code: {row.country}" if row.country else "country: not known"
    owner = _OWNERS.get(row.owner_type, "owner: not known")
    source = f" (source: {row.owner_source})" if row.owner_source else ""
    return f"{country}; {owner}{source}"


def _texts_table(lesson: Lesson) -> Table:
    used = {a.article.id: label for label, a in zip("AB", lesson.originals, strict=True)}
    sizes = {e.label: e.window.words for e in lesson.excerpts}
    cards = {a.article.id for a in lesson.card_articles.values()}
    rows = []
    for annotation in sorted(lesson.original.annotations, key=_alphabetical):
        name = annotation.article.id
        if name not in used and name not in cards:
            continue
        label = used.get(name)
        part = (
            f"text {label}: {sizes[label]} of {annotation.words} words" if label else "cards only"
        )
        rows.append(
            (
                words(strong(_name(annotation))),
                words(headline_of(annotation), quiet(f"\n{name}")),
                words(day_of(annotation.article)),
                words(annotation.article.url or "no address in the file"),
                words(part),
            )
        )
    return Table(
        "The texts used",
        (
            Column("Outlet", width=1.9),
            Column("Headline or first words, file", width=3),
            Column("Date", width=1.3),
            Column("Address", width=1.3),
            Column("Used", width=1.3),
        ),
        tuple(rows),
    )


def _name(annotation: Annotation) -> str:
    tag = annotation.article.outlet
    return tag.name if tag.outlet != UNKNOWN else "outlet not known"


def _alphabetical(annotation: Annotation) -> tuple[str, str]:
    return annotation.article.outlet.name.casefold(), annotation.article.id


def _four_questions(lesson: Lesson) -> Bullets:
    themes = ", ".join(lesson.themes) or "none of the listed themes"
    return Bullets(
        (
            words(
                strong("Who made this? "),
                "framing, a program that anybody can run and read. It chose the excerpts and wrote the "
                "key by rules. A person should read the pack before it goes to pupils.",
            ),
            words(
                strong("Is it fair? "),
                "Both texts get the same tasks, the same number of answers and the same form of note. "
                "Nothing here gives an outlet a grade.",
            ),
            words(strong("Does the content suit the class? "), f"Themes in the texts: {themes}."),
            words(strong("May we copy these texts? "), "See below."),
        )
    )
