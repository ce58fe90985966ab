"""Who acts and who is acted on, as a reader judges it: a sample to code by hand, and its figures.

    python benchmarks/agency.py FOLDER_OF_ARTICLES > sample.csv
    python benchmarks/agency.py --score sample.csv

The first prints clauses drawn at random, each with its sentence and what was found. A reader writes 1
or 0 into `action` (is something done to somebody or something here?), `agent_right` and
`patient_right` (of what was found), and into `missed` what the sentence names and was not found:
`agent`, `patient`, both, or nothing. The second prints precision and recall with intervals over
sentences, which count as independent: they are drawn from all articles.
"""

import csv
import random
import sys
from pathlib import Path

import framing
from framing.comparison.intervals import share

SAMPLE, SEED = 50, 11
FOUND = ("voice", "agent", "predicate", "patient", "sentence")
CODED = ("action", "agent_right", "patient_right", "missed")


def main(arguments: list[str]) -> None:
    if arguments[0] == "--score":
        score(arguments[1])
    else:
        draw(arguments[0])


def draw(folder: str) -> None:
    rows = []
    for annotation in framing.annotate(framing.read(folder)):
        text = annotation.article.text
        for clause in annotation.clauses:
            if clause.action is None or not clause.asserted:
                continue
            whole = next((s for s in annotation.sentences if s.meets(clause.predicate)), None)
            spans = (clause.agent, clause.predicate, clause.patient, whole)
            rows.append((clause.voice, *(span.of(text) if span else "" for span in spans)))
    out = csv.writer(sys.stdout)
    out.writerow((*FOUND, *CODED))
    for row in random.Random(SEED).sample(rows, min(SAMPLE, len(rows))):
        out.writerow((*(" ".join(cell.split()) for cell in row), *([""] * len(CODED))))


def score(path: str) -> None:
    with Path(path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    say("actions", sum(row["action"] == "1" for row in rows), len(rows))
    for part in ("agent", "patient"):
        found = [row for row in rows if row[part]]
        right = sum(row[f"{part}_right"] == "1" for row in found)
        say(f"{part}s found that are right", right, len(found))
        missed = sum(part in row["missed"] for row in rows)
        say(f"{part}s named that are found", right, right + missed)


def say(what: str, hits: int, of: int) -> None:
    found = share(hits, of)
    if found.low is None or found.high is None:
        print(f"{what:28} {hits:3} of {of:3}  too few")
    else:
        print(f"{what:28} {hits:3} of {of:3}  {found.low:.2f} to {found.high:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
