"""How each outlet introduces the people of an event: title given or withheld, description or none."""

from collections.abc import Sequence

from framing.model import Annotation, Introduction, Mention
from framing.text.zones import ZoneMap


def introductions(annotations: Sequence[Annotation]) -> tuple[Introduction, ...]:
    """For each article and person it names, how it names them first and how often with a title; by
    person, outlet and article. Text that is no prose of the article is left out."""
    return tuple(
        sorted(
            (row for annotation in annotations for row in _of(annotation)),
            key=lambda row: (row.actor, row.outlet, row.article),
        )
    )


def people_named(annotation: Annotation) -> dict[str, list[Mention]]:
    """The mentions of each person in the article's own prose, in order."""
    zones = ZoneMap(annotation.article)
    named: dict[str, list[Mention]] = {}
    for mention in annotation.mentions:
        if mention.person and zones.at(mention.span.start) != "aside":
            named.setdefault(mention.actor, []).append(mention)
    return named


def _of(annotation: Annotation) -> list[Introduction]:
    text = annotation.article.text
    return [
        Introduction(
            outlet=annotation.article.outlet.outlet,
            article=annotation.article.id,
            actor=actor,
            side=mentions[0].side,
            first=mentions[0].span.of(text),
            title=mentions[0].title.of(text) if mentions[0].title else None,
            description=mentions[0].description.of(text) if mentions[0].description else None,
            titled=sum(mention.title is not None for mention in mentions),
            of=len(mentions),
        )
        for actor, mentions in people_named(annotation).items()
    ]
