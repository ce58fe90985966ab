"""Small and clear: no module over 400 lines, no function over 60, most of them short."""

import ast
from pathlib import Path
from statistics import median

import framing

PACKAGE = Path(framing.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))


def functions(path: Path) -> list[tuple[str, int]]:
    """(name, lines without the docstring) of every function of a module."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            doc = node.body[0] if ast.get_docstring(node) else None
            lines = node.end_lineno - node.lineno + 1
            found.append((node.name, lines - (doc.end_lineno - doc.lineno + 1 if doc else 0)))
    return found


def test_modules_are_under_400_lines():
    long = {
        str(p.relative_to(PACKAGE)): n
        for p in MODULES
        if (n := len(p.read_text().splitlines())) > 400
    }
    assert long == {}


def test_functions_are_under_60_lines_and_half_under_10():
    lengths = [(f"{p.name}:{name}", n) for p in MODULES for name, n in functions(p)]
    assert [item for item in lengths if item[1] > 60] == []
    assert median(n for _, n in lengths) <= 10
