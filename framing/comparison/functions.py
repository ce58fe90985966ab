"""Where to look for the four functions of a frame. Experimental: an aid to reading, never a verdict.

Entman (1993, "Framing: Toward Clarification of a Fractured Paradigm", Journal of Communication
43(4)): to frame is to define a problem, say what caused it, judge it, and suggest a remedy. Which of
these a text does, the analyst decides; a cue only points at a sentence that may do it, and a sentence
without a cue may do it too. So there are places here and no rates.
"""

from collections.abc import Sequence

from framing.comparison.genericframes import frame_cues
from framing.data import lexicon_folder
from framing.model import Annotation, FrameCue

FUNCTIONS = ("problem", "cause", "judgement", "remedy")


def function_cues(annotations: Sequence[Annotation]) -> tuple[FrameCue, ...]:
    """The cues of the articles, each with its function (`frame`), in any voice; by outlet, article and
    place."""
    table = lexicon_folder() / "general" / "functions.csv"
    found = (cue for a in annotations for cue in frame_cues(a, path=table, frames=FUNCTIONS))
    return tuple(sorted(found, key=lambda cue: (cue.outlet, cue.article, cue.span)))
