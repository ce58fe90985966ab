"""The nouns that can speak, of all packs in use: looked up once for some packs, not once an article."""

from collections.abc import Mapping
from functools import cache

from framing.annotation.lexicon.records import Pack, SpeakerKind


@cache
def speaker_nouns(packs: tuple[Pack, ...]) -> tuple[Mapping[str, SpeakerKind], frozenset[str]]:
    """The kind of each noun, and those that are roles of a person ("minister")."""
    kinds = {noun.noun: noun.kind for pack in packs for noun in pack.speaker_nouns}
    return kinds, frozenset(noun for noun, kind in kinds.items() if kind == "person-role")
