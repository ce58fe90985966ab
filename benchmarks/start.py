"""How long the program takes to start: ``python benchmarks/start.py``.

Wall-clock seconds of a fresh process, the least and the median of nine: the bare interpreter, the
import, the help text, and one article from the first byte to its annotation.
"""

import subprocess
import sys
from statistics import median
from time import perf_counter

ARTICLE = "Mayor Ann Lee said on Monday that the bridge would open in May."
STARTS = (
    ("python, nothing else", ["-c", "pass"]),
    ("import framing", ["-c", "import framing"]),
    ("framing --help", ["-m", "framing", "--help"]),
    ("framing annotate --help", ["-m", "framing", "annotate", "--help"]),
    ("read, annotate: imported", ["-c", "from framing import read, annotate, compare, profile"]),
    ("one article annotated", ["-c", "import framing; from framing.model import Article; "
                               f"framing.annotate([Article('a', {ARTICLE!r})])"]),
)  # fmt: skip
RUNS = 9


def main() -> None:
    """Print a Markdown table."""
    print("| start | least, s | median, s |\n|---|---|---|")
    for name, arguments in STARTS:
        times = [seconds([sys.executable, *arguments]) for _ in range(RUNS)]
        print(f"| {name} | {min(times):.2f} | {median(times):.2f} |")


def seconds(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start


if __name__ == "__main__":
    main()
