"""What every tab works with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from framing.annotation.lexicon.records import Pack
from framing.model import VoiceKind
from framing.reporting.blocks import Run, Words, quiet
from framing.reporting.names import VOICE_NAMES
from framing.reporting.page.lines import LineBook, Voices
from framing.reporting.page.notebook import Notebook

VOICES: tuple[VoiceKind, ...] = ("outlet", "indirect", "direct", "unclear")


@dataclass(frozen=True, slots=True)
class Desk:
    """Names to print by outlet, numbers of texts by article, lines, voices and notes of one page."""

    names: Mapping[str, str]
    numbers: Mapping[str, int]
    book: LineBook
    voices: Voices
    notebook: Notebook
    packs: Sequence[Pack]

    def by_voice(self, lines: str, counts: Mapping[VoiceKind, int]) -> Words:
        """How often in each voice (2 own words, 5 reported), each number with its lines."""
        runs: list[Run] = []
        for voice in VOICES:
            if counts.get(voice):
                comma = ", " if runs else ""
                number = self.book.voice_number(counts[voice], lines, voice)
                runs += [quiet(comma), number, quiet(f" {VOICE_NAMES[voice]}")]
        return tuple(runs)
