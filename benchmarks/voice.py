"""Whose words: quotations and voice against texts that people have annotated.

    python benchmarks/voice.py FOLDER

FOLDER holds ``texts/ID.txt`` and ``gold/ID.json``, whose ``quotes`` are a list of ``{start, end, type,
cue, speaker_mention}``: ``type`` is direct, indirect or mixed, the others are spans or null. Prints
the three-way voice of words (macro-F1), contents and sources, and the constructions that lose most.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

from framing.annotation.annotate import annotate_article
from framing.annotation.lexicon.loading import load_packs
from framing.annotation.quotation.marks import pair_marks
from framing.model import Annotation, Article, Span
from framing.text.segment import paragraphs, sentences

VOICES = ("outlet", "indirect", "direct")
WORD = re.compile(r"\w+")


def main(folder: Path) -> None:
    """Score every text of `folder` and print three tables."""
    packs = tuple(p for p in load_packs() if p.name in ("general", "world"))
    confusion: Counter[tuple[str, str]] = Counter()
    exact: Counter[str] = Counter()
    sources: list[float] = []
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for path in sorted((folder / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))["quotes"]
        text = (folder / "texts" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        note = annotate_article(Article(path.stem, text), packs)
        marks = [p.span for p in pair_marks(text, paragraphs(text), sentences(text))]
        want = levels(text, [(Span(q["start"], q["end"]), q["type"]) for q in gold], marks)
        speech = [m.span for m in note.quotation_marks if m.function == "speech"]
        got = levels(text, [(q.content, q.kind) for q in note.quotes], speech)
        words = [m.start() for m in WORD.finditer(text)]
        confusion.update((VOICES[want[i]], VOICES[got[i]]) for i in words)
        exact.update(compare_edges(text, gold, note))
        sources += compare_sources(text, gold, note)
        for q in gold:
            lost = sum(got[i] == 0 for i in words if q["start"] <= i < q["end"])
            missed[f"{q['type']}: {order(q)}"] += lost
        for quote in note.quotes:
            inside = (i for i in words if quote.content.start <= i < quote.content.end)
            extra[quote.rule] += sum(want[i] == 0 for i in inside)
    report(confusion, exact, sources)
    worst("Words of others taken for the outlet's, by order of speaker, cue and content", missed)
    worst("Words of the outlet taken for others', by rule", extra)


def levels(text: str, quotes: list[tuple[Span, str]], marks: list[Span]) -> bytearray:
    """For each character the index in `VOICES` of whose words it is; direct wins over indirect."""
    level = bytearray(len(text))
    for span, kind in quotes:
        span = Span(*trimmed(text, span.start, span.end))
        pieces = [(span.start, span.end, 2 if kind == "direct" else 1)]
        if kind == "mixed":
            pieces += [(max(m.start, span.start), min(m.end, span.end), 2) for m in marks]
        for start, end, value in pieces:
            for i in range(start, max(start, end)):
                level[i] = max(level[i], value)
    return level


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A content without outer marks, closing punctuation and a leading "that"."""
    while start < end and (text[start] in " \n\"“”‘’'" or text[start:end].startswith("that ")):
        start += 5 if text[start:end].startswith("that ") else 1
    while start < end and text[end - 1] in " \n\"“”‘’'.,;:!?":
        end -= 1
    return start, end


def compare_edges(text: str, gold: list[dict], note: Annotation) -> Counter[str]:  # type: ignore[type-arg]
    """Contents whose edges agree, and those on one side only."""
    want = {trimmed(text, q["start"], q["end"]) for q in gold}
    got = {trimmed(text, q.content.start, q.content.end) for q in note.quotes}
    return Counter(right=len(want & got), missed=len(want - got), extra=len(got - want))


def compare_sources(text: str, gold: list[dict], note: Annotation) -> list[float]:  # type: ignore[type-arg]
    """Word overlap (F1) of the source, for contents of which half of the shorter span was found."""
    found = []
    for q in gold:
        mention, span = q.get("speaker_mention"), Span(q["start"], q["end"])
        over = [(shared(span, one.content), one) for one in note.quotes]
        best = max(over, key=lambda pair: pair[0], default=(0.0, None))
        if mention and best[0] >= 0.5 and best[1] is not None:
            mine = set() if best[1].source is None else places(text, best[1].source)
            theirs = places(text, Span(mention["start"], mention["end"]))
            found.append(2 * len(mine & theirs) / (len(mine) + len(theirs)))
    return found


def shared(a: Span, b: Span) -> float:
    """The part of the shorter span that both have."""
    return max(0, min(a.end, b.end) - max(a.start, b.start)) / max(1, min(len(a), len(b)))


def places(text: str, span: Span) -> set[int]:
    return {m.start() for m in WORD.finditer(text, span.start, span.end)}


def order(quote: dict) -> str:  # type: ignore[type-arg]
    """In which order speaker, cue and content stand."""
    parts = {"content": quote, "cue": quote.get("cue"), "speaker": quote.get("speaker_mention")}
    return " ".join(sorted((p for p in parts if parts[p]), key=lambda p: parts[p]["start"]))  # type: ignore[index]


def f1(right: int, missed: int, extra: int) -> float:
    return 2 * right / max(1, 2 * right + missed + extra)


def report(confusion: Counter[tuple[str, str]], exact: Counter[str], sources: list[float]) -> None:
    """The figures of the whole set."""
    scores = {}
    for voice in VOICES:
        right = confusion[voice, voice]
        want = sum(n for (a, _), n in confusion.items() if a == voice)
        got = sum(n for (_, b), n in confusion.items() if b == voice)
        scores[voice] = f1(right, want - right, got - right)
        print(f"voice {voice:9} F1 {scores[voice]:.3f}  of {want} words")
    others = {k: n for k, n in confusion.items() if k != ("outlet", "outlet")}
    right = sum(n for (a, b), n in others.items() if "outlet" not in (a, b))
    lost = sum(n for (_, b), n in others.items() if b == "outlet")
    print(f"voice, macro-F1 {sum(scores.values()) / 3:.3f}")
    print(f"content words F1 {f1(right, lost, sum(others.values()) - right - lost):.3f}")
    print(f"contents, exact F1 {f1(exact['right'], exact['missed'], exact['extra']):.3f}")
    print(f"source words F1 {sum(sources) / max(1, len(sources)):.3f}  of {len(sources)} contents")


def worst(title: str, counts: Counter[str]) -> None:
    print(f"\n{title}")
    for name, n in counts.most_common(8):
        print(f"{n:7} {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
