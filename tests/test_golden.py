"""What the whole pipeline finds in the demo articles, held against a file that people can read.

After a change that is meant to change results: ``python tests/test_golden.py`` writes the file anew;
read the difference before committing it.
"""

import sys
from pathlib import Path

import framing
from framing.demo import ARTICLES, OUTLETS
from framing.output import table_text

GOLDEN = Path(__file__).parent / "golden"
COLUMNS = {
    "articles": ["article", "outlet", "published", "headline"],
    "quotes": ["article", "kind", "speaker", "side", "cue", "text"],
    "markers": ["article", "text", "category", "voice", "speaker", "target", "convention", "zone"],
    "slots": ["slot", "outlet", "variant", "voice", "count", "of"],
}


def tables() -> dict[str, str]:
    study = framing.study(ARTICLES, outlets=OUTLETS)
    return {name: table_text(study.to_frame(name)[columns]) for name, columns in COLUMNS.items()}


def test_the_demo_gives_what_it_gave():
    for name, found in tables().items():
        assert found == (GOLDEN / f"{name}.csv").read_text("utf-8"), name


if __name__ == "__main__":
    for name, found in tables().items():
        (GOLDEN / f"{name}.csv").write_text(found, encoding="utf-8")
        sys.stdout.write(f"wrote {name}: {len(found.splitlines()) - 1} rows\n")
