"""Links between passages that tell the same point: ``python benchmarks/claims.py GOLD ARTICLES``.

GOLD is a folder with ``facets.json``: ``{"readings": [[{"id", "label", "mentions": [{"file", "start",
"end"}]}]]}``, one list of points a reader, offsets into the files of the folder ARTICLES. A link is a
pair of marked passages of two articles that one point, or one claim found, holds together; a claim
holds a marked passage if one of its own shares half of the shorter of the two with it. A link is right
when all readers have it, wrong when none has; one that only some have does not count.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

import framing
from framing.comparison.claims import align_claims

Mark = tuple[str, int, int]  # file stem, start, end
Link = tuple[int, int]
_SHOWN = 15


def main(gold: str, articles: str) -> None:
    """Print precision and recall, recall by point, and the links that are wrong or missed."""
    readings = json.loads((Path(gold) / "facets.json").read_text("utf-8"))["readings"]
    points = [[[_mark(m) for m in point["mentions"]] for point in reading] for reading in readings]
    marks = sorted({mark for reading in points for point in reading for mark in point})
    read = [_links(reading, marks) for reading in points]
    every, some = set.intersection(*read), set.union(*read)
    found = _links(_claims(articles), marks)
    right, wrong, missed = found & every, found - some, every - found
    print(
        f"claim links: precision {_share(len(right), len(right) + len(wrong))}  "
        f"recall {_share(len(right), len(every))}  "
        f"right {len(right)}  wrong {len(wrong)}  missed {len(missed)}"
    )
    print("\nrecall by point of the first reader")
    for point, label in zip(points[0], (p["label"] for p in readings[0]), strict=True):
        wanted = _links([point], marks) & every
        if wanted:
            print(f"  {len(wanted & right):>3} of {len(wanted):<3} {label}")
    for title, links in (("wrong", wrong), ("missed", missed)):
        print(f"\n{title}, one line a pair of points or passages")
        for (first, second), n in _by_passage(links, marks, articles).most_common(_SHOWN):
            print(f"  {n:>3}  {first}\n       {second}")


def _claims(articles: str) -> list[list[Mark]]:
    """The passages of each claim of all the articles, taken as one event."""
    notes = framing.annotate(framing.read(articles))
    stems = {a.article.id: PurePath(a.article.path or a.article.id).stem for a in notes}
    return [
        [(stems[p.article], p.span.start, p.span.end) for p in claim.passages]
        for claim in align_claims(tuple(notes))
    ]


def _mark(mention: dict[str, str]) -> Mark:
    return PurePath(mention["file"]).stem, int(mention["start"]), int(mention["end"])


def _links(claims: Iterable[Sequence[Mark]], marks: Sequence[Mark]) -> set[Link]:
    """Pairs of marks, of two articles, that one claim holds."""
    holders: dict[int, set[int]] = defaultdict(set)
    for number, claim in enumerate(claims):
        for passage in claim:
            for i, mark in enumerate(marks):
                if _same(passage, mark):
                    holders[i].add(number)
    return {
        (i, j)
        for i in holders
        for j in holders
        if i < j and marks[i][0] != marks[j][0] and holders[i] & holders[j]
    }


def _same(passage: Mark, mark: Mark) -> bool:
    common = min(passage[2], mark[2]) - max(passage[1], mark[1])
    shorter = min(passage[2] - passage[1], mark[2] - mark[1])
    return passage[0] == mark[0] and common >= 0.5 * shorter


def _by_passage(
    links: Iterable[Link], marks: Sequence[Mark], articles: str
) -> Counter[tuple[str, str]]:
    """Links counted by the words of the two marks, which are often marked more than once."""
    texts = {p.stem: p.read_bytes().decode("utf-8") for p in sorted(Path(articles).iterdir())}

    def words(i: int) -> str:
        stem, start, end = marks[i]
        return f"{stem[:3]}  {' '.join(texts[stem][start:end].split())[:100]}"

    return Counter((words(i), words(j)) for i, j in links)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "none"


if __name__ == "__main__":
    main(*sys.argv[1:])
