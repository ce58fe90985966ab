"""The nouns that can speak, of all packs in use: looked up once for some packs, not once an article."""

from collections.abc import Mapping
from functools import cache

from framing.annotation.lexicon.records import Pack, SpeakerKind


@cache
def speaker_nouns(packs: tuple[Pack, ...]) -> tuple[Mapping[str, SpeakerKind], frozenset[str]]:
    """The kind of each noun, and those that are roles of a person ("minister")."""
    kinds = {noun.noun: noun.kind for pack in packs for noun in pack.speaker_nouns}
    return kinds, frozenset(noun for noun, kind in kinds.items() if kind == "person-role")


@cache
def nouns_of_bodies(packs: tuple[Pack, ...]) -> frozenset[str]:
    """The nouns of bodies, media and documents, which end no person's name ("Supreme Court")."""
    kinds, _ = speaker_nouns(packs)
    return frozenset(n for n, kind in kinds.items() if kind in ("collective", "media", "document"))
