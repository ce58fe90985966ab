"""Runs what the documents show: Python, commands, and the files that they tell a reader to write.

In a page, from top to bottom and in one folder that holds the demo's `articles/` and `outlets.csv`:

- ```python runs in one namespace for the page; ```sh runs each line that begins with `framing`;
- ```text right behind one of them is what it prints;
- ```toml, ```csv and ```txt behind a paragraph that ends in `NAME`: are the file NAME;
- <!-- not run: why --> before a block leaves it out.

``python tests/snippets.py PAGE...`` writes the ```text blocks of these pages anew: read the difference.
"""

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
COLUMNS = "100"  # width of the terminal that the documents show

# What a reader runs once by hand: installing, the tests, the benchmarks. Named here, so that a slip
# in any other command is found.
BY_HAND = ("pip install ", "pytest", "ruff ", "mypy", "sphinx-build ", "python notebooks/run.py",
           "python tests/", "python benchmarks/", "git ")  # fmt: skip

_FENCE = re.compile(
    r"(?P<before>[^\n]*)\n(?:\s*\n)?```(?P<language>[a-z]+)\n(?P<code>.*?)^```$", re.S | re.M
)
_NAMED = re.compile(r"`([\w./-]+)`:$")
_NOT_RUN = re.compile(r"<!-- not run: (\S.*) -->")


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its code, the line it begins in, and the line before it."""

    language: str
    code: str
    line: int
    before: str
    start: int
    end: int

    @property
    def file(self) -> str | None:
        """The file that the block is to be written to."""
        named = _NAMED.search(self.before)
        return named[1] if named and self.language in ("toml", "csv", "txt") else None

    @property
    def skipped(self) -> bool:
        """Whether the page says why it is not run."""
        return bool(_NOT_RUN.search(self.before))


@dataclass(frozen=True)
class Step:
    """A block that runs, and the block with what it prints, if the page shows it."""

    block: Block
    shown: Block | None


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page. None may be indented: it would be passed over."""
    assert not re.search(r"^[ \t]+```", text, re.M), "a fence is indented"
    return [
        Block(m["language"], m["code"], text.count("\n", 0, m.start("code")), m["before"],
              m.start("code"), m.end("code"))
        for m in _FENCE.finditer("\n" + text)
    ]  # fmt: skip


def steps(text: str) -> list[Step]:
    """What runs in a page, in its order; a ```text block without a step before it is only a text."""
    found = [b for b in blocks(text) if not b.skipped]
    return [
        Step(
            block,
            after if after and after.language == "text" and _adjoin(text, block, after) else None,
        )
        for block, after in zip(found, [*found[1:], None], strict=False)
        if block.language in ("python", "sh") or block.file
    ]


def _adjoin(text: str, block: Block, after: Block) -> bool:
    between = ("\n" + text)[block.end : after.start]
    return not between.replace("```text", "").replace("```", "").strip()


def run_page(text: str, folder: Path) -> list[tuple[Step, str]]:
    """Run a page in `folder`; each step with what it printed. Raises AssertionError where one fails."""
    copy_demo(folder)
    names: dict[str, object] = {"__name__": "__main__"}
    with contextlib.chdir(folder), environment(COLUMNS=COLUMNS):
        return [(step, _run(step.block, names)) for step in steps(text)]


def copy_demo(folder: Path) -> None:
    from framing.demo import ARTICLES, OUTLETS

    (folder / "articles").mkdir()
    for path in (*ARTICLES.glob("*.txt"), OUTLETS):
        place = folder / "articles" if path.suffix == ".txt" else folder
        (place / path.name).write_bytes(path.read_bytes())


@contextlib.contextmanager
def environment(**values):
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    yield
    for name, value in before.items():
        os.environ.pop(name) if value is None else os.environ.update({name: value})


def _run(block: Block, names: dict[str, object]) -> str:
    if block.file:
        Path(block.file).parent.mkdir(parents=True, exist_ok=True)
        Path(block.file).write_text(block.code, encoding="utf-8")
        return ""
    if block.language == "sh":
        lines = block.code.replace("\\\n", " ").splitlines()
        return "".join(run_line(line, block.line) for line in lines if line and line[0] != "#")
    printed = io.StringIO()
    code = compile("\n" * block.line + block.code, "page", "exec")
    with contextlib.redirect_stdout(printed):
        exec(code, names)
    return printed.getvalue()


def run_line(line: str, number: int = 0) -> str:
    """Run one line of a shell block in this process; what it prints, without the error stream."""
    from typer.testing import CliRunner

    from framing.cli import app
    from framing.errors import FramingError

    if not line.startswith("framing "):
        assert line.startswith(BY_HAND), f"line {number}: no command of ours: {line}"
        return ""
    wanted = re.search(r"  # status (\d)$", line)
    arguments = shlex.split(line, comments=True)[1:]
    done = CliRunner().invoke(app, arguments)
    status = 2 if isinstance(done.exception, FramingError) else done.exit_code
    assert status == (int(wanted[1]) if wanted else 0), (
        f"line {number}: {line}\n{done.output}\n{done.exception!r}"
    )
    return done.stdout


def renewed(text: str, ran: list[tuple[Step, str]]) -> str:
    """The page with the printed text in its ```text blocks."""
    whole = "\n" + text
    for step, printed in reversed(ran):
        if step.shown:
            whole = whole[: step.shown.start] + trimmed(printed) + whole[step.shown.end :]
    return whole[1:]


def trimmed(printed: str) -> str:
    """Printed text without blanks at the ends of lines."""
    return "".join(f"{line.rstrip()}\n" for line in printed.strip("\n").splitlines())


if __name__ == "__main__":
    for page in map(Path, sys.argv[1:]):
        before = page.read_text("utf-8")
        with tempfile.TemporaryDirectory() as scratch:
            page.write_text(renewed(before, run_page(before, Path(scratch))), encoding="utf-8")
        sys.stdout.write(f"wrote {page}\n")
