"""Make the sample reports of this folder anew: ``python reports/make.py [FOLDER]``.

The demo's three invented outlets as a printed report, a page to explore, a picture of the first page,
a chart, a card and the tables behind them. Same code and same versions of the libraries that draw,
same bytes; `made_with.json` names these versions.
"""

import json
import sys
from importlib import metadata
from pathlib import Path

import framing
from framing.charts import save
from framing.demo import ARTICLES, NOTICE, OUTLETS
from framing.reporting.blocks import Figure
from framing.reporting.card import card
from framing.reporting.pdf import to_pages
from framing.reporting.report import report

HERE = Path(__file__).parent
TABLES = (
    "articles", "markers", "quotes", "slots", "alternations", "word_choice", "claims", "emphasis",
    "sources", "shares", "voices", "introductions", "agency", "readability", "profiles",
)  # fmt: skip
DRAWN_BY = ("matplotlib", "typst", "pillow", "numpy", "pandas", "scikit-learn", "scipy")


def make(folder: Path) -> list[Path]:
    """Write all files into `folder` and return them."""
    study = framing.study(ARTICLES, outlets=OUTLETS)
    made = report(study.comparisons, study.profiles, notice=NOTICE)
    written = [*made.save(folder / "demo.pdf"), *made.save(folder / "demo.html")]
    # the other pages as pictures are left out: they are in the PDF
    (folder / "demo.png").write_bytes(to_pages(made.content)[0])
    first = made.content.sections[0]
    chart = next(block for block in first.blocks if isinstance(block, Figure))
    written.append(
        save(chart.draw(), folder / "demo-chart.png", title=chart.caption, alt=chart.alt)
    )
    fullest = max(study.comparisons, key=lambda c: (len(c.outlets), len(c.annotations)))
    written.append(card(fullest, notice=NOTICE).save(folder / "demo-card.png"))
    (folder / "tables").mkdir(exist_ok=True)
    for name in TABLES:
        path = folder / "tables" / f"{name}.csv"
        table = study.to_frame(name)
        if "path" in table:  # the same on every machine
            table["path"] = [Path(path).name for path in table["path"]]
        table.to_csv(path, index=False, lineterminator="\n")
        written.append(path)
    versions = {name: metadata.version(name) for name in DRAWN_BY}
    made_with = folder / "made_with.json"
    made_with.write_text(json.dumps(versions, indent=1) + "\n", encoding="utf-8")
    return [*written, folder / "demo.png", made_with]


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    target.mkdir(parents=True, exist_ok=True)
    for path in make(target):
        sys.stdout.write(f"wrote {path}\n")
