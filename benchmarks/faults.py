"""The table of broken inputs and harm in docs/faults.md, made by trying all of them.

``python benchmarks/faults.py [FILE]`` tries every fault of tests/faults, prints how many went as they
must, and writes the table (by default to docs/faults.md). With ``--check`` nothing is written: the
exit status is 1 where the file is another.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]
TARGET = ROOT / "docs" / "faults.md"
HEAD = """\
# What was tried to break it, and what happened

This page is written by `python benchmarks/faults.py`, which tries everything on it; the tests in
`tests/faults` try the same. Every broken input stands beside two good articles, and the real command
runs over all of them under a bound of memory (3 GB of address space) and of work (20 seconds of
processor time). "As it must" means: the exit status is right, both good articles come out exactly as
they do by themselves, what could not be read is named with file, reason and next step, and nothing
steers the terminal. Worker processes that die are tried in `tests/scale`.
"""


def main(arguments: list[str]) -> int:
    """Try, then write or compare."""
    paths = [Path(a) for a in arguments if not a.startswith("-")]
    target = paths[0] if paths else TARGET
    page, failed = page_of_everything()
    print(f"{page.count('| as it must |')} as they must, {failed} not")
    if "--check" in arguments:
        return int(target.read_text("utf-8") != page)
    target.parent.mkdir(exist_ok=True)
    target.write_text(page, "utf-8")
    print(f"wrote {target.name}")
    return int(bool(failed))


def page_of_everything() -> tuple[str, int]:
    """The page, and how many faults did not go as they must."""
    from faults.catalogue import try_all
    from faults.everything import FAULTS
    from faults.harm import harm_all

    tried = try_all(FAULTS)
    inputs = [(f.kind, f.what, tried[f.name].happened, tried[f.name].wrong) for f in FAULTS]
    harmed = [h for found in harm_all().values() for h in found]
    harm = [(f"framing {h.command}", h.harm, h.happened, h.wrong) for h in harmed]
    failed = sum(bool(row[-1]) for row in (*inputs, *harm))
    titles = ("kind", "what was done", "what happened", "verdict")
    page = [
        *(HEAD, "## Broken input\n", *table(titles, inputs), ""),
        *("## Harm while it writes\n", *table(("command", *titles[1:]), harm), ""),
    ]
    return "\n".join(page), failed


def table(titles: tuple[str, ...], rows: list[tuple[str, str, str, tuple[str, ...]]]) -> list[str]:
    """Markdown lines. What is in the cells is other people's: no pipe and no tag gets through."""
    lines = [f"| {' | '.join(titles)} |", "|---" * len(titles) + "|"]
    for kind, what, happened, wrong in rows:
        verdict = f"**not as it must**: {wrong[0][:200]}" if wrong else "as it must"
        lines.append(f"| {' | '.join(map(plain, (kind, what, happened, verdict)))} |")
    return lines


def plain(cell: str) -> str:
    """A cell that Markdown shows as it is."""
    short = cell if len(cell) <= 220 else f"{cell[:217]}..."
    for sign, instead in (("&", "&amp;"), ("<", "&lt;"), ("|", "&#124;"), ("`", "&#96;")):
        short = short.replace(sign, instead)
    return " ".join(short.split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
